import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import lanesFile from "../../examples/lanes-ibn-battuta.json" with { type: "json" };
import { findBarriers } from "../support/axe.js";
import type { Driver } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, wholePage } from "../support/stage.js";
import { stories } from "../support/stories.js";
import { crowd } from "./crowd.js";
import { days, read } from "./days.js";
import { background } from "./example.js";

const DIRECTIONS = ["rtl", "ltr"] as const;
const OVERVIEW = ["mizwala.overview()"];
const DAY = 86_400_000;
const lanes = lanesFile as unknown as TimelineOptions;

let site: TestServer;
beforeAll(async () => {
  site = await serveStage();
});
afterAll(() => site.close());

/** The strip and the part in view, in pixels along time from the start of the strip. */
interface Shape {
  readonly strip: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** The x of a place along the strip. */
  readonly x: (along: number) => number;
  /** What the sliders say: the first edge, the window, the last edge. */
  readonly texts: readonly string[];
}

async function shapeOf(browser: Driver, direction: "rtl" | "ltr"): Promise<Shape> {
  const strip = await boxOf(browser, ".mizwala-overview-strip");
  const part = await boxOf(browser, ".mizwala-overview-part");
  const isMirrored = direction === "rtl";
  const along = (x: number): number => (isMirrored ? strip.right - x : x - strip.left);
  const texts = await browser.run<string[]>(
    `[...document.querySelectorAll(".mizwala-overview [role=slider]")].map((one) => one.getAttribute("aria-valuetext"))`,
  );
  return {
    strip: strip.width,
    from: along(isMirrored ? part.right : part.left),
    to: along(isMirrored ? part.left : part.right),
    y: strip.top + strip.height / 2,
    x: (at) => (isMirrored ? strip.right - at : strip.left + at),
    texts,
  };
}

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ height: 900, hasReducedMotion: true });
    await browser.goto(`${site.url}/stage`);
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(await browser.problems()).toEqual([]);
  });

  describe.each(casesIn(engine, DIRECTIONS))("with time running %s, an overview", (direction) => {
    const [later, earlier] = direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    const shape = (): Promise<Shape> => shapeOf(browser, direction);
    const focus = (index: number): Promise<void> =>
      browser.run(`document.querySelectorAll(".mizwala-overview [role=slider]")[${index}].focus()`);
    let before: Shape;
    /** Reads the strip once its window has moved. */
    const moved = async (): Promise<Shape> => {
      await expect
        .poll(async () => {
          const { from, to } = await shape();
          return from !== before.from || to !== before.to;
        })
        .toBe(true);
      await browser.settle();
      return shape();
    };
    const press = async (...keys: string[]): Promise<Shape> => {
      await browser.press(...keys);
      await browser.settle();
      return shape();
    };
    const drag = (from: number, to: number): Promise<void> =>
      browser.drag([before.x(from), before.y], [before.x(to), before.y]);

    beforeEach(async () => {
      await draw(browser, days(40, direction), OVERVIEW);
      await browser.run(`timeline.show({ from: "2020-06-10", to: "2020-06-19" })`);
      await browser.settle();
      before = await shape();
    });

    it("shows all events, those out of view too, and where the part in view lies", async () => {
      const marks = await browser.run<number[]>(`[...document.querySelectorAll(".mizwala-overview-mark")]
        .map((mark) => mark.getBoundingClientRect()).map(({ left, width }) => left + width / 2)`);
      const [left, right] = [before.x(before.from), before.x(before.to)].sort((a, b) => a - b) as [number, number];
      expect(marks).toHaveLength(40);
      expect(marks.filter((x) => x > left && x < right)).toHaveLength(10);
      expect(Math.sign(marks.at(-1)! - marks[0]!)).toBe(direction === "rtl" ? -1 : 1);
    });

    it("follows when the plot is zoomed and panned", async () => {
      await browser.click("[data-control=zoomOut]");
      const wide = await moved();
      expect((wide.to - wide.from) / (before.to - before.from)).toBeCloseTo(2, 1);
      await browser.run(`document.querySelector(".mizwala-plot").focus()`);
      expect((await press("PageDown")).from).toBeGreaterThan(wide.from + 10);
    });

    it("moves the part in view when its window is dragged", async () => {
      const middle = (before.from + before.to) / 2;
      await drag(middle, middle + 200);
      const after = await moved();
      expect(Math.abs(after.from - before.from - 200)).toBeLessThan(1);
      const { from, to } = await browser.run<{ from: number; to: number }>("told.at(-1)");
      expect((to - from) / DAY).toBeCloseTo(10, 3);
    });

    it("resizes it when an edge is dragged, never past the other one", async () => {
      await drag(before.to, before.to + 120);
      const longer = await moved();
      expect(Math.abs(longer.from - before.from)).toBeLessThan(0.1);
      expect(Math.abs(longer.to - before.to - 120)).toBeLessThan(1);
      before = longer;
      await drag(before.from, before.to + 100);
      const short = await moved();
      expect(Math.abs(short.to - before.to)).toBeLessThan(0.1);
      expect(short.to - short.from).toBeLessThan(2);
    });

    it("A39: goes where it is pressed, and shows what is drawn on it", async () => {
      const far = before.strip - 200;
      await browser.clickAt([before.x(far), before.y]);
      const there = await moved();
      expect(Math.abs((there.from + there.to) / 2 - far)).toBeLessThan(1);
      before = there;
      await drag(far - 200, far - 400);
      const drawn = await moved();
      expect(Math.abs(drawn.from - (far - 400))).toBeLessThan(1);
      expect(Math.abs(drawn.to - (far - 200))).toBeLessThan(1);
    });

    it("shows what is drawn on it where everything is in view", async () => {
      await browser.run(`timeline.show()`);
      await browser.settle();
      before = await shape();
      expect([before.from, before.to].map(Math.round)).toEqual([0, Math.round(before.strip)]);
      await drag(100, 300);
      const drawn = await moved();
      expect(Math.abs(drawn.from - 100)).toBeLessThan(1);
      expect(Math.abs(drawn.to - 300)).toBeLessThan(1);
    });

    it("A32: is moved by keys: arrows follow the picture, Home and End follow time", async () => {
      await focus(1);
      expect((await press(later)).from).toBeGreaterThan(before.from + 1);
      expect((await press(earlier)).from).toBeCloseTo(before.from, 0);
      expect((await press("End")).to).toBeCloseTo(before.strip, 0);
      const first = await press("Home");
      expect(first.from).toBeCloseTo(0, 0);
      expect(first.to - first.from).toBeCloseTo(before.to - before.from, 0);
      expect((await press("PageDown")).from).toBeCloseTo(0.8 * (first.to - first.from), 0);
    });

    it("A32: is resized by keys, and its edges say their dates", async () => {
      await focus(2);
      const longer = await press(later);
      expect(longer.from).toBeCloseTo(before.from, 1);
      expect(longer.to).toBeGreaterThan(before.to + 1);
      expect(before.texts[2]).toMatch(/\b19\b/);
      expect(longer.texts[2]).toMatch(/\b20\b/);
      await focus(0);
      const all = await press("Home");
      expect(all.from).toBeCloseTo(0, 0);
      expect(all.texts[1]).toMatch(direction === "rtl" ? /^من .* إلى .*20/ : /^from .* to .*20/);
    });

    it("keeps its edges apart, and large enough, at the deepest zoom", async () => {
      await browser.run(`timeline.show({ from: "2020-06-10T10:00", to: "2020-06-10T12:00" })`);
      await browser.settle();
      const boxes = await browser.run<DOMRect[]>(
        `[...document.querySelectorAll(".mizwala-overview [role=slider]")].map((one) => one.getBoundingClientRect().toJSON())`,
      );
      const [from, frame, to] = boxes as [DOMRect, DOMRect, DOMRect];
      const [left, right] = direction === "rtl" ? [to, from] : [from, to];
      expect(Math.min(left.width, right.width, right.left - left.right, frame.height)).toBeGreaterThanOrEqual(24);
    });
  });

  it("an overview is not there where there is no axis, and comes back with it", async () => {
    await draw(browser, { ...days(40, "rtl"), layout: "list" }, OVERVIEW);
    expect((await boxOf(browser, ".mizwala-overview")).height).toBe(0);
    await browser.run(`timeline.update({ layout: "flags" })`);
    await browser.settle();
    expect((await boxOf(browser, ".mizwala-overview")).height).toBeGreaterThan(30);
  });

  it("Escape takes back what the pressed pointer has moved", async () => {
    await draw(browser, days(40, "ltr"), OVERVIEW);
    const before = (await read(browser)).marks;
    await browser.run(`(() => {
      const strip = document.querySelector(".mizwala-overview-strip");
      strip.setPointerCapture = () => {};
      const { left, top } = strip.getBoundingClientRect();
      const fire = (type, x) => strip.dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary: true, pointerId: 7,
        buttons: 1, clientX: left + x, clientY: top + 9 }));
      fire("pointerdown", 100);
      fire("pointermove", 300);
    })()`);
    await browser.settle();
    expect((await read(browser)).marks).not.toEqual(before);
    await browser.run(`document.querySelector(".mizwala-overview-frame").focus()`);
    await browser.press("Escape");
    await browser.settle();
    expect((await read(browser)).marks).toEqual(before);
  });
});

describe("In Chromium", () => {
  it.each(DIRECTIONS)("a finger drags the window of an overview with time running %s", async (direction) => {
    const browser = await engines.chromium({ height: 900, hasReducedMotion: true });
    try {
      await browser.goto(`${site.url}/stage`);
      await draw(browser, days(40, direction), OVERVIEW);
      await browser.run(`timeline.show({ from: "2020-06-10", to: "2020-06-19" })`);
      await browser.settle();
      const before = await shapeOf(browser, direction);
      const middle = (before.from + before.to) / 2;
      await browser.swipe([before.x(middle), before.y], [before.x(middle + 160), before.y]);
      await browser.settle();
      const after = await shapeOf(browser, direction);
      expect(Math.abs(after.from - before.from - 160)).toBeLessThan(16);
    } finally {
      await browser.close();
    }
  });

  const scenes: readonly (readonly [name: string, options: TimelineOptions, width: number, act: string])[] = [
    ["overview-ar-1280", background, 1280, `timeline.show({ from: "2020-06-20", to: "2020-07-20" })`],
    ["overview-en-800-dark", crowd(40, "en"), 800, `timeline.show({ from: "2020-03", to: "2020-04" })`],
    ["overview-lanes-ar-1280", lanes, 1280, `timeline.show({ from: "1325", to: "1335" })`],
    [
      "overview-many-ar-390",
      { locale: "ar-SY", events: stories(1500) as TimelineOptions["events"], layout: "flags", height: 240 },
      390,
      `timeline.show({ from: "2012", to: "2013" })`,
    ],
  ];
  it.each(scenes)("%s looks right and keeps nobody out", async (name, options, width, act) => {
    const browser = await engines.chromium({ width, hasReducedMotion: true });
    try {
      await browser.emulate({ colorScheme: name.endsWith("dark") ? "dark" : "light" });
      await browser.goto(`${site.url}/stage`);
      await draw(browser, { now: "2021-01-01", ...options }, OVERVIEW);
      await browser.run(act);
      await browser.settle();
      expect(await findBarriers(browser, "#host")).toEqual([]);
      expect(await browser.run("document.documentElement.scrollWidth")).toBe(width);
      await expectPicture(browser, name, await wholePage(browser, width));
    } finally {
      await browser.close();
    }
  });
});
