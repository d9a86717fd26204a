import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ChromiumDriver, Driver, Point } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, stage, stagePage } from "../support/stage.js";
import { touch } from "../support/touch.js";
import { dayAt, days, read, type Reading } from "./days.js";

const DIRECTIONS = ["rtl", "ltr"] as const;

let site: TestServer;
beforeAll(async () => {
  site = await serveStage({ "/tall": stagePage({ css: "#host { margin-bottom: 2000px; }" }) });
});
afterAll(() => site.close());

/** Where the page is scrolled to, some frames later. */
async function rest(browser: Driver): Promise<number> {
  await browser.settle();
  await browser.settle();
  return browser.run<number>("scrollY");
}

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ hasReducedMotion: true });
    await browser.goto(`${site.url}/tall`);
  });
  afterAll(() => browser.close());

  describe.each(casesIn(engine, DIRECTIONS))("with time running %s", (direction) => {
    let before: Reading;
    let at: Point;
    beforeEach(async () => {
      await draw(browser, days(40, direction));
      // A wheel of the test before may still be scrolling smoothly.
      await expect.poll(() => browser.run("scrollTo(0, 0)").then(() => rest(browser))).toBe(0);
      before = await read(browser);
      at = [before.left + 300, before.axis + 64];
      return async () => {
        expect(await browser.problems()).toEqual([]);
      };
    });
    /** Reads once the picture has changed. */
    const readChange = async (isDone: (after: Reading) => boolean): Promise<Reading> => {
      await expect.poll(async () => isDone(await read(browser))).toBe(true);
      await browser.settle();
      return read(browser);
    };
    const isZoomed = ({ pxPerDay }: Reading): boolean => pxPerDay !== before.pxPerDay;
    /** By how many pixels of the new picture the time at an x has moved. */
    const slip = (after: Reading, x: number): number => (dayAt(x, after) - dayAt(x, before)) * after.pxPerDay;
    const focusInside = (): Promise<void> =>
      browser.run(`document.querySelector(".mizwala-plot").focus({ preventScroll: true })`);

    it("A68: later lies in that direction", () => {
      expect(Math.sign(before.pxPerDay)).toBe(direction === "rtl" ? -1 : 1);
    });

    it("the wheel with Control zooms in, and the time under the pointer stays", async () => {
      await browser.wheel(at, { dy: -120, isCtrlHeld: true });
      const after = await readChange(isZoomed);
      expect(after.pxPerDay / before.pxPerDay).toBeGreaterThan(1.1);
      expect(Math.abs(slip(after, at[0]))).toBeLessThan(1);
    });

    it("the wheel without Control zooms while focus is inside", async () => {
      await focusInside();
      await browser.wheel(at, { dy: -120 });
      const after = await readChange(isZoomed);
      expect(after.pxPerDay / before.pxPerDay).toBeGreaterThan(1.05);
      expect(Math.abs(slip(after, at[0]))).toBeLessThan(1);
      expect(after.scrolled).toBe(0);
    });

    it("A41: the wheel alone scrolls the page", async () => {
      await browser.wheel(at, { dy: 120 });
      await expect.poll(async () => (await read(browser)).scrolled).toBeGreaterThan(50);
      expect((await read(browser)).marks).toEqual(before.marks);
    });

    it("the wheel sideways moves the picture as the finger says", async () => {
      await browser.wheel(at, { dx: 100, dy: 0 });
      const after = await readChange(({ marks }) => marks["2020-06-20"] !== before.marks["2020-06-20"]);
      expect(after.marks["2020-06-20"]! - before.marks["2020-06-20"]!).toBeLessThan(-20);
      expect(after.pxPerDay).toBeCloseTo(before.pxPerDay, 3);
    });

    it("A40: the picture sticks to what drags it, and a drag is no click", async () => {
      const label = await boxOf(browser, ".mizwala-label");
      const from: Point = [Math.round(label.x + label.width / 2), Math.round(label.y + 10)];
      await browser.drag(from, [from[0] + 100, from[1] + 30]);
      const after = await readChange(({ marks }) => marks["2020-06-20"] !== before.marks["2020-06-20"]);
      expect(after.marks["2020-06-20"]! - before.marks["2020-06-20"]!).toBeCloseTo(100, 0);
      expect(after.pxPerDay).toBeCloseTo(before.pxPerDay, 3);
      expect(await browser.run(`document.querySelector(".mizwala-details").hidden`)).toBe(true);
    });

    it("A39: the buttons zoom about the middle, and back to all", async () => {
      const middle = (before.left + before.right) / 2;
      await browser.click("[data-control=zoomIn]");
      const near = await readChange(isZoomed);
      expect(near.pxPerDay / before.pxPerDay).toBeCloseTo(2, 3);
      expect(Math.abs(slip(near, middle))).toBeLessThan(1);
      await browser.click("[data-control=zoomOut]");
      await readChange(({ pxPerDay }) => pxPerDay !== near.pxPerDay);
      await browser.click("[data-control=zoomOut]");
      const far = await readChange(({ pxPerDay }) => Math.abs(pxPerDay / before.pxPerDay) < 0.9);
      expect(far.pxPerDay / before.pxPerDay).toBeGreaterThanOrEqual(0.499);
      await browser.click("[data-control=fit]");
      const home = await readChange(({ pxPerDay }) => pxPerDay !== far.pxPerDay);
      expect(home.marks).toEqual(before.marks);
    });

    it("a double click zooms in where it is", async () => {
      const init = JSON.stringify({ bubbles: true, cancelable: true, clientX: at[0], clientY: at[1] });
      await browser.run(`void document.elementFromPoint(${at.join()}).dispatchEvent(new MouseEvent("dblclick",
        { ...${init}, view: window }))`);
      const after = await readChange(({ pxPerDay }) => Math.abs(pxPerDay / before.pxPerDay - 2) < 0.01);
      expect(Math.abs(slip(after, at[0]))).toBeLessThan(1);
    });

    it("two fingers hold what they took: they zoom, and move on together", async () => {
      const [x, y] = at;
      await touch(
        browser,
        [at, at],
        [
          [x + 80, y],
          [x + 160, y],
        ],
      );
      const near = await readChange(isZoomed);
      expect(near.pxPerDay / before.pxPerDay).toBeCloseTo(2, 2);
      expect(Math.abs(slip(near, x))).toBeLessThan(1);
      await touch(
        browser,
        [at, [x + 50, y]],
        [
          [x + 80, y],
          [x + 130, y],
        ],
      );
      const moved = await read(browser);
      expect(moved.pxPerDay).toBeCloseTo(near.pxPerDay, 2);
      expect(moved.marks["2020-06-20"]! - near.marks["2020-06-20"]!).toBeCloseTo(50, 0);
    });

    it("one finger takes the picture along, from where it lies", async () => {
      await touch(browser, [at, [at[0] - 120, at[1] + 8]]);
      const after = await readChange(({ marks }) => marks["2020-06-20"] !== before.marks["2020-06-20"]);
      expect(after.marks["2020-06-20"]! - before.marks["2020-06-20"]!).toBeCloseTo(-120, 0);
      expect(after.pxPerDay).toBeCloseTo(before.pxPerDay, 3);
    });

    it("thirty steps in and thirty out end where they began", async () => {
      await browser.run(`timeline.update({ zoom: { min: 1 } })`);
      await focusInside();
      await browser.press(...Array<string>(30).fill("+"));
      await browser.press(...Array<string>(30).fill("-"));
      await browser.settle();
      const after = await read(browser);
      expect(after.pxPerDay).toBeCloseTo(before.pxPerDay, 1);
      expect(after.marks["2020-06-01"]).toBeCloseTo(before.marks["2020-06-01"]!, 0);
    });

    it("zooming and panning end at their limits", async () => {
      await browser.run(`timeline.update({ zoom: { min: ${6 * 3_600_000} } })`);
      const last = (): Promise<{ from: number; to: number }> => browser.run("told.at(-1)");
      await focusInside();
      await browser.press(...Array<string>(12).fill("+"));
      await browser.settle();
      const near = await last();
      expect(near.to - near.from).toBeCloseTo(6 * 3_600_000, 3);
      await browser.press(...Array<string>(12).fill("-"), ...Array<string>(4).fill("PageDown"));
      await browser.settle();
      const { marks, left, right } = await read(browser);
      const inView = Object.values(marks).filter((x) => x >= left && x <= right);
      expect(inView.length).toBeGreaterThan(10);
    });
  });
});

describe("In Chromium, by touch", () => {
  it.each(DIRECTIONS)("two fingers zoom about their middle with time running %s", async (direction) => {
    const browser = await engines.chromium({ hasReducedMotion: true });
    try {
      await stage(browser, `${site.url}/tall`, days(40, direction));
      const before = await read(browser);
      const at: Point = [before.left + 300, before.axis + 64];
      await browser.pinch(at, 2);
      await browser.settle();
      const after = await read(browser);
      expect(after.pxPerDay / before.pxPerDay).toBeCloseTo(2, 1);
      expect(Math.abs(dayAt(at[0], after) - dayAt(at[0], before)) * Math.abs(after.pxPerDay)).toBeLessThan(1);
      await browser.swipe(at, [at[0] + 80, at[1]]);
      await browser.settle();
      const moved = await read(browser);
      expect(Math.abs((dayAt(at[0] + 80, moved) - dayAt(at[0], after)) * after.pxPerDay)).toBeLessThan(16);
      expect(await browser.run("visualViewport.scale")).toBe(1);
      await browser.swipe(at, [at[0], at[1] - 200]);
      await expect.poll(async () => (await read(browser)).scrolled).toBeGreaterThan(50);
    } finally {
      await browser.close();
    }
  });

  it.each(DIRECTIONS)("a second tap at once zooms in where it is, with time running %s", async (direction) => {
    const browser = await engines.chromium({ hasReducedMotion: true });
    try {
      await stage(browser, `${site.url}/tall`, days(40, direction));
      const before = await read(browser);
      const at: Point = [before.left + 300, before.axis + 64];
      await browser.swipe(at, at);
      await browser.swipe(at, at);
      await expect.poll(async () => (await read(browser)).pxPerDay / before.pxPerDay).toBeCloseTo(2, 1);
      expect(Math.abs((dayAt(at[0], await read(browser)) - dayAt(at[0], before)) * before.pxPerDay)).toBeLessThan(1);
      expect(await browser.run("visualViewport.scale")).toBe(1);
    } finally {
      await browser.close();
    }
  });
});

describe("What is dragged and let go", () => {
  /** Drags by 100 pixels to the left; how far a mark has moved is for asking. */
  const drag = async (browser: ChromiumDriver, direction: "rtl" | "ltr"): Promise<() => Promise<number>> => {
    await stage(browser, `${site.url}/tall`, days(40, direction));
    const { pxPerDay } = await read(browser);
    await browser.run(`document.querySelector("[data-control=zoomIn]").click()`);
    await expect.poll(async () => (await read(browser)).pxPerDay / pxPerDay).toBeCloseTo(2, 3);
    const { left, axis } = await read(browser);
    const mark = async (): Promise<number> => (await read(browser)).marks["2020-06-20"]!;
    const at: Point = [left + 500, axis + 64];
    const before = await mark();
    // Moments of its own, so that the speed does not hang on the machine.
    const moment = Date.now() / 1_000;
    for (const [i, type] of ["mousePressed", ...Array<string>(10).fill("mouseMoved"), "mouseReleased"].entries()) {
      const place = { x: at[0] - 10 * Math.min(i, 10), y: at[1], timestamp: moment + i * 0.016 };
      await browser.cdp("Input.dispatchMouseEvent", { type, ...place, button: "left", buttons: 1, clickCount: 1 });
    }
    return async () => (await mark()) - before;
  };

  it.each(DIRECTIONS)("goes on where it was going, with time running %s", async (direction) => {
    const browser = await engines.chromium();
    try {
      const moved = await drag(browser, direction);
      await expect.poll(moved).toBeLessThan(-150);
    } finally {
      await browser.close();
    }
  });

  it.each(DIRECTIONS)("A63: stands still for those who want no motion, with time running %s", async (direction) => {
    const browser = await engines.chromium({ hasReducedMotion: true });
    try {
      const moved = await drag(browser, direction);
      for (let i = 0; i < 10; i++) await browser.settle();
      expect(await moved()).toBeCloseTo(-100, 0);
    } finally {
      await browser.close();
    }
  });

  it.each(ENGINES)("is still held after an update under the pointer, in %s", async (engine) => {
    const browser = await engines[engine]({ hasReducedMotion: true });
    try {
      await stage(browser, `${site.url}/tall`, days(40, "rtl"));
      const { left, axis, marks } = await read(browser);
      await browser.run(`(() => {
        let moves = 0;
        addEventListener("pointermove", () => { if (++moves === 2) timeline.update({ title: "Another title" }); });
      })()`);
      const at: Point = [left + 300, axis + 64];
      await browser.drag(at, [at[0] + 120, at[1]]);
      await browser.settle();
      expect(await browser.run(`document.querySelector(".mizwala-title").textContent`)).toBe("Another title");
      expect((await read(browser)).marks["2020-06-20"]! - marks["2020-06-20"]!).toBeCloseTo(120, 0);
    } finally {
      await browser.close();
    }
  });
});
