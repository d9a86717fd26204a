import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTimeline } from "../../src/index.js";
import { preparePage } from "./page.js";

const STEPS = 150;
/** From half a million years to a millisecond are 54 doublings. */
const TURN = (50 * 54) / STEPS;
const WIDTH = 1072;
const AT = 0.4;

let page: ReturnType<typeof preparePage>;
beforeEach(() => {
  page = preparePage(WIDTH);
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it.each(["rtl", "ltr"] as const)(
  "From half a million years to a millisecond and back, time %s, each picture has dates, and the moment under the pointer stays",
  (timeDirection) => {
    const host = document.body.appendChild(document.createElement("div"));
    const timeline = createTimeline(host, {
      ...{ locale: "en", layout: "flags", timeDirection, zoom: { min: 1 } },
      events: ["Y-250000", "1969-12-31T23:00", "1970-01-01T12:00", "Y250000"].map((date) => ({ date, title: date })),
    });
    let domain: { from: number; to: number } | undefined;
    timeline.on("domain", (next) => (domain = next));
    const plot = host.querySelector(".mizwala-plot")!;
    const share = timeDirection === "rtl" ? 1 - AT : AT;
    const held = (): number => domain!.from + (domain!.to - domain!.from) * share;
    const lengths: number[] = [];
    let moment: number | undefined;
    for (const turn of [-TURN, TURN])
      for (let step = 0; step < STEPS; step++) {
        plot.dispatchEvent(new WheelEvent("wheel", { deltaY: turn, ctrlKey: true, clientX: AT, cancelable: true }));
        page.nextFrame();
        const length = domain!.to - domain!.from;
        lengths.push(length);
        // A pixel, or the finest step that numbers of that size have.
        const finest = Math.max(Math.abs(domain!.from), Math.abs(domain!.to)) * Number.EPSILON * 2;
        // What is wider than most of all events is held within limits.
        if (length < lengths[0]! / 4)
          expect(Math.abs(held() - (moment ?? held()))).toBeLessThanOrEqual(Math.max(length / WIDTH, finest));
        moment = held();
        const drawn = plot.innerHTML;
        expect(drawn).not.toMatch(/NaN|Infinity|undefined|\[object/);
        expect(plot.querySelectorAll(".mizwala-tick-label").length).toBeGreaterThan(0);
      }
    expect(Math.min(...lengths)).toBeLessThan(5);
    expect(lengths.at(-1)! / lengths[0]!).toBeGreaterThan(0.9);
    timeline.destroy();
  },
);
