/** Runs in the page: events as newsrooms have them, the bare loops that they are compared with, and what is timed. */
export const LARGE_PAGE = `
const DAY = 864e5, FROM = Date.UTC(2015, 0, 1), DAYS = 3653, WIDTH = 1200, HEIGHT = 600;
const LANES = ["politics", "economy", "war", "science", "sport", "culture", "health", "climate"];
const COLOURS = ["#4e79a7", "#f28e2b", "#e15759", "#76b7b2", "#59a14f", "#af7aa1", "#ff9da7", "#9c755f"];

/** In order of time, most of them in stories that begin suddenly and decay. */
function makeEvents(count) {
  let seed = 20200709;
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const stories = Array.from({ length: 200 }, () => [random() * DAYS, 3 + random() * 60, Math.floor(random() * 8)]);
  const events = Array.from({ length: count }, (_, i) => {
    const [at, decay, own] = stories[Math.floor(random() ** 2 * 200)];
    const day = random() < 0.25 ? random() * DAYS : (at - Math.log(1 - random()) * decay) % DAYS;
    const lane = random() < 0.7 ? own : Math.floor(random() * 8);
    return { date: FROM + Math.floor(day * DAY), title: "Report " + (i % 997), lane: LANES[lane], importance: random() ** 6 };
  });
  return events.sort((a, b) => a.date - b.date);
}

/** One rectangle of two pixels for each event, in a bare loop; or one pixel each in one picture. */
function drawBare(host, events, isPixels) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  host.append(canvas);
  const context = canvas.getContext("2d");
  const codes = new Map(LANES.map((lane, i) => [lane, i]));
  const band = HEIGHT / 8;
  const counts = new Uint32Array(9);
  for (const { lane } of events) counts[codes.get(lane) + 1]++;
  for (let i = 0; i < 8; i++) counts[i + 1] += counts[i];
  const [at, time, y] = [counts.slice(), new Float64Array(events.length), new Float32Array(events.length)];
  events.forEach(({ date, lane }, i) => {
    const code = codes.get(lane);
    time[at[code]] = date;
    y[at[code]++] = code * band + (((i * 7919) % 997) / 997) * (band - 2);
  });
  let view = [FROM, FROM + DAYS * DAY];
  const draw = () => {
    const scale = WIDTH / (view[1] - view[0]);
    if (!isPixels) context.clearRect(0, 0, WIDTH, HEIGHT);
    const image = isPixels && context.createImageData(WIDTH, HEIGHT);
    const pixels = image && new Uint32Array(image.data.buffer);
    for (let code = 0; code < 8; code++) {
      context.fillStyle = COLOURS[code];
      for (let i = counts[code]; i < counts[code + 1]; i++) {
        const x = (time[i] - view[0]) * scale;
        if (x < 0 || x >= WIDTH) continue;
        if (isPixels) pixels[(y[i] | 0) * WIDTH + (x | 0)] = 0xff4e79a7;
        else context.fillRect(x, y[i], 2, 2);
      }
    }
    if (image) context.putImageData(image, 0, 0);
  };
  let [grab, isAsked] = [undefined, false];
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => { isAsked = false; draw(); });
  };
  canvas.onmousedown = ({ clientX }) => { grab = [clientX, ...view]; };
  window.onmouseup = () => { grab = undefined; };
  window.onmousemove = ({ clientX }) => {
    if (!grab) return;
    const by = ((grab[0] - clientX) * (grab[2] - grab[1])) / WIDTH;
    view = [grab[1] + by, grab[2] + by];
    ask();
  };
  canvas.onwheel = (event) => {
    event.preventDefault();
    const [from, to] = view, middle = from + (event.offsetX / WIDTH) * (to - from), by = 2 ** (event.deltaY / 50);
    view = [middle - (middle - from) * by, middle + (to - middle) * by];
    ask();
  };
  draw();
  return { destroy: () => { window.onmousemove = window.onmouseup = null; canvas.remove(); } };
}

const frame = () => new Promise((done) => requestAnimationFrame(done));
/** The work of each frame, and how far apart they come. */
const frames = { work: [], gaps: [], last: 0 };
const request = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (job) => request((now) => {
  const start = performance.now();
  job(now);
  frames.work.push(performance.now() - start);
});
function watch() {
  Object.assign(frames, { work: [], gaps: [], last: 0, isOn: true });
  const tick = (now) => {
    if (frames.last) frames.gaps.push(now - frames.last);
    frames.last = now;
    if (frames.isOn) request(tick);
  };
  request(tick);
}
const high = (values) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
function watched() {
  frames.isOn = false;
  return { work: high(frames.work), gap: high(frames.gaps), longest: frames.gaps.at(-1) ?? 0, frames: frames.gaps.length };
}

const host = document.getElementById("host");
const makers = {
  bare: (events) => drawBare(host, events, false),
  pixels: (events) => drawBare(host, events, true),
  ours: (events) => mizwala.createTimeline(host, { locale: "en", layout: "auto", events }),
};
let [events, drawn] = [[], undefined];
window.bench = {
  make: (count) => { events = makeEvents(count); },
  /** Milliseconds from events in memory to the second frame. */
  async first(maker) {
    this.end();
    await frame();
    const start = performance.now();
    drawn = makers[maker](events);
    await frame();
    await frame();
    return performance.now() - start;
  },
  watch, watched,
  /** Brings a part of all time into view, so that there is room to drag. */
  near: () => drawn.show?.({ from: "2017-01-01", to: "2021-01-01" }),
  /** Where the plot itself is at some x. */
  freeAt(x) {
    for (let y = 60; y < 700; y++)
      if (document.elementFromPoint(x, y)?.matches(".mizwala-plot, .mizwala-marks, .mizwala-list, canvas")) return y;
    return 300;
  },
  end: () => { drawn?.destroy(); drawn = undefined; },
};
`;
