import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import { findBarriers } from "../support/axe.js";
import type { Driver, Point } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, wholePage } from "../support/stage.js";
import { crowd } from "./crowd.js";
import { days, read, type Reading } from "./days.js";
import { background, summit, summitInEnglish } from "./example.js";

const DIRECTIONS = ["rtl", "ltr"] as const;
const BRUSH = ["mizwala.brush()"];
const DAY = 86_400_000;

let site: TestServer;
beforeAll(async () => {
  site = await serveStage();
});
afterAll(() => site.close());

/** Draws a timeline with a brush and the list of what it tells. */
async function open(browser: Driver, options: TimelineOptions): Promise<void> {
  await draw(browser, options, BRUSH);
  await browser.run(`(() => {
    window.ranges = [];
    timeline.on("range", (range) => ranges.push(range
      ? [range.from, range.to].map((ms) => new Date(ms).toISOString().slice(5, 10)).join(" ")
      : "none"));
  })()`);
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

  describe.each(casesIn(engine, DIRECTIONS))("with time running %s, a brush", (direction) => {
    const [later, earlier] = direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    let before: Reading;
    let y: number;
    const ranges = (): Promise<string[]> => browser.run("ranges");
    /** The point of the start of a day of June 2020, on an empty height of the plot. */
    const at = (day: number): Point => {
      const x = before.marks["2020-06-10"]! + (day - 10.5) * before.pxPerDay;
      return [Math.round(x), y];
    };
    const dates = (): Promise<string> => browser.run(`document.querySelector(".mizwala-range-dates").innerText`);
    /** The edges of the band in days of June, the first in time first. */
    const band = async (): Promise<number[]> => {
      const { left, right } = await boxOf(browser, ".mizwala-range-band");
      const now = await read(browser);
      const days = [left, right].map((x) => 10.5 + (x - now.marks["2020-06-10"]!) / now.pxPerDay);
      return days.sort((a, b) => a - b).map((day) => Math.round(day * 10) / 10);
    };

    beforeEach(async () => {
      await open(browser, days(40, direction));
      before = await read(browser);
      y = Math.round(before.axis + 60);
    });

    it("selects by a drag with Shift, whole days, the earlier first; and nothing pans", async () => {
      await browser.drag(at(12.1), at(15.2), { isShiftHeld: true });
      await browser.drag(at(20.9), at(18.1), { isShiftHeld: true });
      expect(await ranges()).toEqual(["06-12 06-15", "06-18 06-21"]);
      expect(await browser.run("features[0].range")).toEqual({
        from: Date.UTC(2020, 5, 18),
        to: Date.UTC(2020, 5, 21),
      });
      expect(await band()).toEqual([18, 21]);
      expect(await dates()).toMatch(/18–20/);
      expect((await read(browser)).marks).toEqual(before.marks);
    });

    it("leaves a drag without Shift to the plot", async () => {
      await browser.drag(at(12), at(15));
      await browser.settle();
      expect(await ranges()).toEqual([]);
      expect((await read(browser)).marks).not.toEqual(before.marks);
    });

    it("selects by its button and one drag, over an event too, which is not chosen", async () => {
      await browser.click("[data-control=brush]");
      await browser.drag([Math.round(before.marks["2020-06-12"]!), Math.round(before.axis)], at(16.1));
      expect((await ranges()).length).toBe(1);
      expect((await ranges())[0]).toMatch(/^06-1[23] 06-16$/);
      expect(await browser.run(`document.querySelector(".mizwala-details").hidden`)).toBe(true);
      expect(await browser.run(`document.querySelector("[data-control=brush]").ariaPressed`)).toBe("false");
      await browser.drag(at(12), at(15));
      expect((await ranges()).length).toBe(1);
    });

    it("A39: selects by its button and two presses, without any drag", async () => {
      await browser.click("[data-control=brush]");
      await browser.clickAt(at(17.1));
      expect(await ranges()).toEqual([]);
      await browser.clickAt(at(13.1));
      expect(await ranges()).toEqual(["06-13 06-17"]);
      await browser.settle();
      expect((await read(browser)).marks).toEqual(before.marks);
    });

    it("moves an edge that is dragged, never past the other one", async () => {
      await browser.run(`features[0].select({ from: "2020-06-12", to: "2020-06-14" })`);
      await browser.settle();
      const grip = async (index: number): Promise<Point> => {
        const { x, y, width, height } = await browser.run<DOMRect>(
          `document.querySelectorAll(".mizwala-range-edge")[${index}].getBoundingClientRect().toJSON()`,
        );
        return [Math.round(x + width / 2), Math.round(y + height / 2)];
      };
      const to = await grip(1);
      await browser.drag(to, [to[0] + Math.round(3 * before.pxPerDay), to[1]]);
      const from = await grip(0);
      await browser.drag(from, [from[0] + Math.round(9 * before.pxPerDay), from[1]]);
      expect(await ranges()).toEqual(["06-12 06-15", "06-12 06-18", "06-17 06-18"]);
    });

    it("A32: selects by keys: Shift and an arrow begin at the event in focus, Enter confirms", async () => {
      await browser.run(`document.querySelector(".mizwala-event[data-event='2020-06-12']").focus()`);
      await browser.press(`Shift+${later}`, later, later, earlier);
      expect(await band()).toEqual([12, 14]);
      expect(await ranges()).toEqual([]);
      await browser.press("Enter");
      expect(await ranges()).toEqual(["06-12 06-14"]);
      expect(await browser.run("document.activeElement.dataset.event")).toBe("2020-06-12");
      await expect
        .poll(() => browser.run<string>(`document.querySelector("[role=status]").textContent`))
        .toMatch(
          direction === "rtl" ? /^المدى المختار: من .*12 .* إلى .*13 .*حدثان$/ : /^Selected: .*12.*13.*2 events$/,
        );
    });

    it("takes back by Escape what keys have moved, and clears by Delete", async () => {
      await browser.run(`features[0].select({ from: "2020-06-12", to: "2020-06-14" })`);
      await browser.run(`document.querySelectorAll(".mizwala-range-edge")[0].focus()`);
      await browser.press(earlier, "PageUp", "Escape");
      expect(await band()).toEqual([12, 15]);
      await browser.run(`document.querySelectorAll(".mizwala-range-edge")[1].focus()`);
      await browser.press("Delete");
      expect(await ranges()).toEqual(["06-12 06-15", "none"]);
      expect(await browser.run("features[0].range === undefined")).toBe(true);
      expect((await boxOf(browser, ".mizwala-range-bar")).height).toBe(0);
    });

    it("keeps an edge that keys move in view", async () => {
      await browser.run(`timeline.show({ from: "2020-06-10", to: "2020-06-16" })`);
      await browser.run(`features[0].select({ from: "2020-06-12", to: "2020-06-14" })`);
      await browser.settle();
      await browser.run(`document.querySelectorAll(".mizwala-range-edge")[1].focus()`);
      await browser.press("PageDown");
      await browser.settle();
      const plot = await boxOf(browser, ".mizwala-plot");
      const edge = await browser.run<DOMRect>(`document.activeElement.getBoundingClientRect().toJSON()`);
      expect(edge.left).toBeGreaterThan(plot.left);
      expect(edge.right).toBeLessThan(plot.right);
      expect(await browser.run("document.activeElement.ariaValueText")).toMatch(/19/);
    });

    it("zooms to the range, and its band stays on its time", async () => {
      await browser.run(`features[0].select({ from: "2020-06-12", to: "2020-06-14" })`);
      await browser.click("[data-control=zoom]");
      await expect.poll(() => browser.run("told.at(-1)")).toMatchObject({ from: Date.UTC(2020, 5, 12) });
      const { to } = await browser.run<{ to: number }>("told.at(-1)");
      expect((to - Date.UTC(2020, 5, 12)) / DAY).toBeCloseTo(3, 6);
      await browser.click("[data-control=zoomOut]");
      await browser.settle();
      expect(await band()).toEqual([12, 15]);
      await browser.click("[data-control=clear]");
      expect((await ranges()).at(-1)).toBe("none");
    });
  });

  it.each(DIRECTIONS)(
    "a brush selects down an upright axis, by a drag and by keys, in text that runs %s",
    async (direction) => {
      await open(browser, { ...days(20, direction), layout: "flags", orientation: "vertical", height: 640 });
      const middle = async (day: string): Promise<Point> => {
        const { left, top, width, height } = await browser.run<DOMRect>(
          `document.querySelector(".mizwala-hit[data-event='2020-06-${day}'], .mizwala-event[data-event='2020-06-${day}']").getBoundingClientRect().toJSON()`,
        );
        return [left + width / 2, top + height / 2];
      };
      const [[, first], [, last]] = [await middle("08"), await middle("11")];
      const perDay = (last - first) / 3;
      const plot = await boxOf(browser, ".mizwala-plot");
      const x = Math.round(direction === "rtl" ? plot.left + 40 : plot.right - 40);
      const down = (from: number): number => Math.round(first + (from - 8) * perDay);
      await browser.drag([x, down(12)], [x, down(10)], { isShiftHeld: true });
      await browser.settle();
      const [from, to] = (await browser.run<string[]>("ranges"))[0]!.split(" ");
      expect([from!.slice(0, 3), to!.slice(0, 3)]).toEqual(["06-", "06-"]);
      expect(Number(to!.slice(3)) - Number(from!.slice(3))).toBe(2);
      const band = await boxOf(browser, ".mizwala-range-band");
      expect((band.bottom - band.top) / perDay).toBeCloseTo(2, 0);
      await browser.run(`document.querySelectorAll(".mizwala-range-edge")[1].focus()`);
      await browser.press("ArrowDown", "Enter");
      const after = (await browser.run<string[]>("ranges"))[1]!;
      expect(after).toBe(`${from!} 06-${String(Number(to!.slice(3)) + 1).padStart(2, "0")}`);
      expect(await browser.run(`document.querySelector(".mizwala-range-edge").getAttribute("aria-orientation")`)).toBe(
        "vertical",
      );
    },
  );

  it("Escape lets go of the button, and of what is being drawn", async () => {
    await open(browser, days(40, "ltr"));
    await browser.click("[data-control=brush]");
    await browser.run(`document.querySelector(".mizwala-plot").focus()`);
    await browser.press("Escape");
    expect(await browser.run(`document.querySelector("[data-control=brush]").ariaPressed`)).toBe("false");
    expect((await boxOf(browser, ".mizwala-range-bar")).height).toBe(0);
  });
});

describe("In Chromium", () => {
  it.each(DIRECTIONS)("a finger selects with time running %s, and two fingers still zoom", async (direction) => {
    const browser = await engines.chromium({ height: 900, hasReducedMotion: true });
    try {
      await browser.goto(`${site.url}/stage`);
      await open(browser, days(40, direction));
      const before = await read(browser);
      const at = (day: number): Point => [
        before.marks["2020-06-10"]! + (day - 10.5) * before.pxPerDay,
        Math.round(before.axis + 60),
      ];
      await browser.click("[data-control=brush]");
      await browser.swipe(at(18.1), at(14.1));
      await browser.settle();
      expect(await browser.run("ranges")).toEqual(["06-14 06-18"]);
      expect((await read(browser)).marks).toEqual(before.marks);
      await browser.pinch(at(16), 2);
      await browser.settle();
      expect((await read(browser)).pxPerDay / before.pxPerDay).toBeCloseTo(2, 1);
      expect(await browser.run("ranges.length")).toBe(1);
    } finally {
      await browser.close();
    }
  });

  const scenes: readonly (readonly [name: string, options: TimelineOptions, width: number, act: string])[] = [
    ["brush-ar-1280", summit, 1280, `features[0].select({ from: "2020-07-04", to: "2020-07-08" })`],
    ["brush-en-800-dark", crowd(40, "en"), 800, `features[0].select({ from: "2020-03", to: "2020-04" })`],
    [
      "brush-en-390",
      { ...summitInEnglish, layout: "flags" },
      390,
      `features[0].select({ from: "2020-07-07", to: "2020-07-08" })`,
    ],
    [
      "brush-vertical-ar-800",
      { ...background, layout: "flags", orientation: "vertical", height: 640 },
      800,
      `features[0].select({ from: "2020-03-20", to: "2020-06-10" })`,
    ],
    ["brush-list-ar-390", background, 390, `features[0].select({ from: "2020-07-04", to: "2020-07-08" })`],
  ];
  it.each(scenes)("%s looks right and keeps nobody out", async (name, options, width, act) => {
    const browser = await engines.chromium({ width, hasReducedMotion: true });
    try {
      await browser.emulate({ colorScheme: name.endsWith("dark") ? "dark" : "light" });
      await browser.goto(`${site.url}/stage`);
      await open(browser, options);
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
