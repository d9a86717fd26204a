import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import type { ChromiumDriver, Clip } from "../support/driver.js";
import { engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { draw, serveStage, stage } from "../support/stage.js";

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage();
  browser = await engines.chromium({ width: 1000, height: 700, hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe("From 500,000 years down to a millisecond, about a fixed pointer", () => {
  const YEARS = 500_000;
  const STEPS = 300;
  /** With Control, 50 pixels of the wheel double the scale: in all these steps 2^54, about 500,000 years in milliseconds. */
  const TURN = -9;
  const POINTER = 617;

  interface Step {
    readonly from: number;
    readonly to: number;
    /** The mark of the event at the pointer, in pixels from the start of the plot. */
    readonly mark: number | undefined;
    /** The least distance of two ticks of one tier, in pixels. */
    readonly gap: number;
    readonly labels: readonly string[];
    readonly bad: readonly string[];
  }

  /** Runs in the page: turns the wheel once a frame, and reads what was drawn. */
  const ZOOM = `async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const plot = document.querySelector(".mizwala-plot");
    const { top } = plot.getBoundingClientRect();
    const steps = [];
    for (let turn = 0; turn < ${STEPS}; turn++) {
      const init = { deltaY: ${TURN}, ctrlKey: true, clientX: ${POINTER}, clientY: top + 20, bubbles: true, cancelable: true };
      plot.dispatchEvent(new WheelEvent("wheel", init));
      await frame();
      const tiers = new Map();
      for (const tick of plot.querySelectorAll(".mizwala-tick")) {
        const [x, y1, y2] = ["x1", "y1", "y2"].map((name) => Number(tick.getAttribute(name)));
        tiers.set(y2 - y1, [...(tiers.get(y2 - y1) ?? []), x]);
      }
      const gaps = [...tiers.values()].flatMap((xs) => xs.sort((a, b) => a - b).slice(1).map((x, i) => x - xs[i]));
      const mark = plot.querySelector("[data-event=pin].mizwala-mark")?.getAttribute("transform").match(/-?[\\d.]+/)[0];
      steps.push({
        ...told.at(-1),
        mark: mark && Number(mark),
        gap: Math.min(1e9, ...gaps),
        labels: [...plot.querySelectorAll(".mizwala-tick-label")].map((label) => label.textContent.trim()),
        bad: [...plot.querySelectorAll("*")].flatMap((element) => [...element.attributes])
          .map(({ name, value }) => name + "=" + value).filter((text) => /NaN|Infinity|undefined/.test(text)),
      });
    }
    return steps;
  }`;

  it.each(["ltr", "rtl"] as const)(
    "the picture is sound at each step, and time stays under it: %s",
    async (direction) => {
      await browser.goto(`${site.url}/stage`);
      const options: TimelineOptions = {
        locale: direction === "rtl" ? "ar" : "en",
        timeDirection: direction,
        zoom: { min: 1 },
        events: [
          { id: "big-bang", date: "Y-13799999999~", title: "The Big Bang" },
          { id: "pin", date: 0, title: "The pin" },
        ],
      };
      await draw(browser, options);
      const { left, width } = await browser.run<Clip & { left: number }>(
        `document.querySelector(".mizwala-marks").getBoundingClientRect().toJSON()`,
      );
      const share = direction === "ltr" ? (POINTER - left) / width : 1 - (POINTER - left) / width;
      const first = Math.round(1970 - share * YEARS);
      const domain = { from: `Y${first}`, to: `Y${first + YEARS - 1}` };
      await browser.run(`timeline.show(${JSON.stringify(domain)})`);
      await browser.settle();

      const steps = await browser.run<Step[]>(`(${ZOOM})()`);
      expect(steps).toHaveLength(STEPS);
      expect(steps.at(-1)!.to - steps.at(-1)!.from).toBeCloseTo(1, 3);
      expect(steps.flatMap(({ bad }) => bad)).toEqual([]);
      expect(Math.min(...steps.map(({ gap }) => gap))).toBeGreaterThanOrEqual(8);
      expect(steps.filter(({ labels }) => labels.length === 0 || labels.includes(""))).toEqual([]);

      const timeAt = ({ from, to }: Step): number => from + (to - from) * share;
      const slips = steps
        .slice(1)
        .map((step, i) => ((timeAt(step) - timeAt(steps[i]!)) / (step.to - step.from)) * width);
      expect(Math.max(...slips.map(Math.abs))).toBeLessThan(1);

      const seen = steps.filter(({ mark }) => mark !== undefined && mark > 0 && mark < width);
      expect(seen.length).toBeGreaterThan(100);
      const faults = seen.map(({ from, to, mark }) => {
        const along = (-from / (to - from)) * width;
        return Math.abs(mark! - (direction === "ltr" ? along : width - along));
      });
      expect(Math.max(...faults)).toBeLessThan(1);
      expect(await browser.problems()).toEqual([]);
    },
  );
});

describe("What is known of a date", () => {
  const events: TimelineOptions["events"] = [
    { id: "about", date: "2020-02-10~", title: "One" },
    { id: "uncertain", date: "2020-04-10?", title: "Two" },
    { id: "both", date: "2020-05?/2020-07~", title: "Three" },
    { id: "open", date: "2020-10/..", title: "Four" },
  ];
  const SIGNS = [
    "[data-event=about] .mizwala-soft",
    "[data-event=uncertain] .mizwala-dot",
    "[data-event=both] .mizwala-bar",
    "[data-event=both] .mizwala-outline",
    "[data-event=open] .mizwala-bar",
    "[data-event=open] .mizwala-arrow",
  ];
  /** Two colours this far apart in one channel of 255 are told apart. */
  const VISIBLE = 24;

  /** How many pixels differ from the paper in the boxes of elements, where nothing else is drawn. */
  const inkOf = async (selector: string): Promise<number> => {
    const clip = await browser.run<Clip>(`(() => {
      const shown = [...document.querySelectorAll(${JSON.stringify(selector)})];
      const all = document.querySelectorAll(".mizwala-plot *");
      for (const element of all) element.style.visibility = shown.includes(element) ? "visible" : "hidden";
      const boxes = shown.map((element) => element.getBoundingClientRect());
      const x = Math.floor(Math.min(...boxes.map(({ left }) => left)));
      const y = Math.floor(Math.min(...boxes.map(({ top }) => top)));
      const width = Math.ceil(Math.max(...boxes.map(({ right }) => right))) - x;
      const height = Math.ceil(Math.max(...boxes.map(({ bottom }) => bottom))) - y;
      return { x, y, width, height };
    })()`);
    const corner = await browser.screenshot({ x: 1, y: 1, width: 1, height: 1 });
    const paper = PNG.sync.read(corner).data;
    const { data } = PNG.sync.read(await browser.screenshot(clip));
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
      if ([0, 1, 2].some((channel) => Math.abs(data[at + channel]! - paper[channel]!) >= VISIBLE)) count++;
    return count;
  };

  it.each([
    ["on a screen", { forcedColors: "none", media: "screen" }],
    ["in the dark", { forcedColors: "none", media: "screen", colorScheme: "dark" }],
    ["in forced colours", { forcedColors: "active", media: "screen" }],
    ["in forced colours on black", { forcedColors: "active", media: "screen", colorScheme: "dark" }],
    ["in print", { forcedColors: "none", media: "print" }],
  ] as const)("A61, A65: is seen %s", async (_where, media) => {
    await browser.emulate({ colorScheme: "light", ...media });
    await stage(browser, `${site.url}/stage`, { locale: "en", events });
    for (const sign of SIGNS) expect(await inkOf(sign), sign).toBeGreaterThan(20);
    await browser.emulate({ colorScheme: "light", forcedColors: "none", media: "screen" });
  });

  it.each([
    ["en", /about Monday, February 10, 2020/, /perhaps Friday, April 10, 2020/, /since October 2020/],
    ["ar", /نحو الاثنين 10 فبراير 2020/, /10 أبريل 2020 \(غير مؤكد\)/, /منذ أكتوبر 2020/],
  ])("A8: is said to who listens, in %s", async (locale, about, uncertain, open) => {
    await stage(browser, `${site.url}/stage`, { locale, events });
    interface Node {
      readonly role?: { readonly value: string };
      readonly name?: { readonly value: string };
    }
    const { nodes } = await browser.cdp<{ nodes: Node[] }>("Accessibility.getFullAXTree");
    const names = nodes.filter(({ role }) => role?.value === "button").map(({ name }) => name!.value);
    for (const words of [about, uncertain, open]) expect(names.filter((name) => words.test(name))).toHaveLength(1);
  });
});
