import { LARGE_PAGE } from "./large-page.js";

/** Runs in the page: a million events, and more that come while somebody looks on. */
export const STREAM_PAGE: string = `
${LARGE_PAGE}
const streamed = { seed: 7, until: FROM + DAYS * DAY };
const drawRandom = () => (streamed.seed = (Math.imul(streamed.seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
/** The next events of the stream, each a minute after the one before. */
function nextEvents(count) {
  return Array.from({ length: count }, (_, i) => ({
    date: (streamed.until += 60_000),
    title: "Flash " + i,
    lane: LANES[Math.floor(drawRandom() * 8)],
    importance: drawRandom() ** 6,
  }));
}
const spread = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  return [0.5, 0.95, 1].map((share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
};

Object.assign(window.bench, {
  append: (count) => drawn.append(nextEvents(count)),
  /** Events by the clock, in each frame those that are due: so many a second. */
  stream(seconds, rate) {
    const gaps = [];
    return new Promise((done) => {
      let [begun, before, given, calls] = [0, 0, 0, 0];
      const tick = (now) => {
        if (before) gaps.push(now - before);
        before = now;
        begun ||= now;
        const due = Math.floor(((now - begun) / 1000) * rate);
        if (due > given) {
          drawn.append(nextEvents(due - given));
          calls++;
        }
        given = due;
        if (now - begun < seconds * 1000) request(tick);
        else request(() => request(() => done({ given, calls, gaps: spread(gaps) })));
      };
      request(tick);
    });
  },
  said: () => host.querySelector(".mizwala-summary").textContent,
});
`;
