import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import battutaFile from "../../examples/lanes-ibn-battuta.json" with { type: "json" };
import spaceFile from "../../examples/eras-space.json" with { type: "json" };
import type { ChromiumDriver, Driver, Point } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, stage, stagePage, wholePage } from "../support/stage.js";
import { crowd } from "./crowd.js";
import { days } from "./days.js";

const battuta = { ...(battutaFile as unknown as TimelineOptions), orientation: "vertical" } as const;
const space = { ...(spaceFile as unknown as TimelineOptions), orientation: "vertical", layout: "flags" } as const;
const DAY = 86_400_000;

let site: TestServer;
beforeAll(async () => {
  site = await serveStage({ "/tall": stagePage({ css: "#host { margin-bottom: 2000px; }" }) });
});
afterAll(() => site.close());

/** What is where beside an axis that runs down: the y of each mark in the page, and the sides of axis and labels. */
interface Reading {
  readonly marks: Readonly<Record<string, number>>;
  readonly pxPerDay: number;
  readonly axis: number;
  readonly labels: readonly (readonly [left: number, right: number])[];
  readonly scrolled: number;
}

async function read(browser: Driver): Promise<Reading> {
  const reading = await browser.run<Omit<Reading, "pxPerDay">>(`(() => {
    const { left, top } = document.querySelector(".mizwala-plot").getBoundingClientRect();
    const marks = [...document.querySelectorAll(".mizwala-mark")].map((mark) =>
      [mark.dataset.event, top + scrollY + Number(mark.getAttribute("transform").match(/-?[\\d.]+/g)[1])]);
    const labels = [...document.querySelectorAll(".mizwala-label")].map((label) => label.getBoundingClientRect());
    return { marks: Object.fromEntries(marks), axis: left + Number(document.querySelector(".mizwala-axis").getAttribute("x1")),
      labels: labels.map(({ left, right }) => [left, right]), scrolled: scrollY };
  })()`);
  const dates = Object.keys(reading.marks).sort();
  const [first, last] = [dates.at(0)!, dates.at(-1)!];
  const length = reading.marks[last]! - reading.marks[first]!;
  return { ...reading, pxPerDay: (length / (Date.parse(last) - Date.parse(first))) * DAY };
}

/** The time at a y of the page, in days since 1970. */
function dayAt(y: number, { marks, pxPerDay }: Reading): number {
  const [date, at] = Object.entries(marks)[0]!;
  return Date.parse(date) / DAY + (y - at) / pxPerDay;
}

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  describe.each(casesIn(engine, ["rtl", "ltr"]))("a timeline down the page, with text %s,", (direction) => {
    let before: Reading;
    let at: Point;
    beforeEach(async () => {
      await browser.move([1, 1]);
      // A page of its own: what the keys of the test before may still scroll has nothing to scroll here.
      await stage(browser, `${site.url}/tall`, { ...days(12, direction), orientation: "vertical" });
      before = await read(browser);
      at = [Math.round(before.axis + (direction === "rtl" ? -200 : 200)), 400];
      return async () => {
        expect(await browser.problems()).toEqual([]);
      };
    });
    const readChange = async (isDone: (after: Reading) => boolean): Promise<Reading> => {
      await expect.poll(async () => isDone(await read(browser)), { timeout: 5_000 }).toBe(true);
      await browser.settle();
      return read(browser);
    };
    const isMoved = ({ marks }: Reading): boolean => marks["2020-06-06"] !== before.marks["2020-06-06"];
    const enter = (id: string): Promise<void> =>
      browser.run(`document.querySelector(".mizwala-event[data-event='${id}']").focus({ preventScroll: true })`);
    const focus = (): Promise<string> => browser.run("document.activeElement.dataset.event");

    it("has later days below earlier ones, and its flags on the reading side of the axis", () => {
      expect(before.pxPerDay).toBeGreaterThan(10);
      expect(before.labels.length).toBeGreaterThan(5);
      for (const [left, right] of before.labels)
        expect(direction === "rtl" ? right < before.axis : left > before.axis).toBe(true);
    });

    it("zooms with Control and the wheel, and the time under the pointer stays", async () => {
      await browser.wheel(at, { dy: -120, isCtrlHeld: true });
      const after = await readChange(({ pxPerDay }) => pxPerDay !== before.pxPerDay);
      expect(after.pxPerDay / before.pxPerDay).toBeGreaterThan(1.1);
      expect(Math.abs((dayAt(at[1], after) - dayAt(at[1], before)) * after.pxPerDay)).toBeLessThan(1);
    });

    it("leaves the wheel alone to the page, even while focus is inside", async () => {
      await enter("2020-06-02");
      await browser.wheel(at, { dy: 120 });
      await expect.poll(async () => (await read(browser)).scrolled).toBeGreaterThan(50);
      expect((await read(browser)).marks["2020-06-06"]).toBeCloseTo(before.marks["2020-06-06"]!, 0);
    });

    it("sticks to what drags it down, and a drag is no click", async () => {
      const label = await boxOf(browser, ".mizwala-label");
      const from: Point = [Math.round(label.x + label.width / 2), Math.round(label.y + 10)];
      await browser.drag(from, [from[0] + 30, from[1] + 100]);
      const after = await readChange(isMoved);
      expect(after.marks["2020-06-06"]! - before.marks["2020-06-06"]!).toBeCloseTo(100, 0);
      expect(after.pxPerDay).toBeCloseTo(before.pxPerDay, 3);
      expect(await browser.run(`document.querySelector(".mizwala-details").hidden`)).toBe(true);
    });

    it("is walked down and up, and not sideways", async () => {
      await enter("2020-06-01");
      await browser.press("ArrowDown", "ArrowDown");
      expect(await focus()).toBe("2020-06-03");
      await browser.press("ArrowUp", "ArrowLeft", "ArrowRight");
      expect(await focus()).toBe("2020-06-02");
      await browser.press("End");
      expect(await focus()).toBe("2020-06-12");
    });

    it("pans with Page Down, and brings an event that is chosen into view", async () => {
      await enter("2020-06-02");
      await browser.press("+", "+", "+", "PageDown");
      const after = await readChange(isMoved);
      expect(after.pxPerDay / before.pxPerDay).toBeCloseTo(8, 1);
      await browser.run(`timeline.select("2020-06-12")`);
      await browser.settle();
      const [plot, mark] = [await boxOf(browser, ".mizwala-plot"), (await read(browser)).marks["2020-06-12"]!];
      const scrolled = await browser.run<number>("scrollY");
      expect(mark - scrolled).toBeGreaterThan(plot.y);
      expect(mark - scrolled).toBeLessThan(plot.y + plot.height);
    });

    it("has buttons over its labels, and a strip over the axis where a finger does not scroll the page", async () => {
      const label = await boxOf(browser, ".mizwala-label");
      const found = await browser.run(`document.elementFromPoint(${label.x + 20}, ${label.y + 20}).className`);
      expect(found).toBe("mizwala-event");
      const beside = before.axis + (direction === "rtl" ? 40 : -40);
      const strip = await browser.run(`getComputedStyle(document.elementFromPoint(${beside}, 400)).touchAction`);
      expect(strip).toBe("none");
    });

    it("crosses from lane to lane in the order of reading", async () => {
      const events = days(6, direction).events.map((event, i) => ({
        ...event,
        lane: i % 2 === 0 ? "first" : "second",
      }));
      await draw(browser, {
        ...days(6, direction),
        layout: "lanes",
        orientation: "vertical",
        events,
      });
      await enter("2020-06-01");
      await browser.press(direction === "rtl" ? "ArrowLeft" : "ArrowRight");
      expect(await focus()).toBe("2020-06-02");
      await browser.press(direction === "rtl" ? "ArrowRight" : "ArrowLeft", "ArrowDown");
      expect(["2020-06-02", "2020-06-04"]).toContain(await focus());
    });
  });

  it("a timeline of many events runs down where it becomes narrow, and keeps what is in view and chosen", async () => {
    await browser.resize(1000, 900);
    await stage(browser, `${site.url}/tall`, crowd(600, "en"));
    const id = await browser.run<string>(`document.querySelector(".mizwala-mark").dataset.event`);
    await browser.run(`timeline.show({ from: "2020-02-01", to: "2020-04-01" })`);
    await browser.run(`timeline.select("${id}")`);
    await browser.settle();
    const told = await browser.run("told.at(-1)");
    const way = (): Promise<string> => browser.run(`document.querySelector(".mizwala").dataset.orientation`);
    expect(await way()).toBe("horizontal");
    await browser.resize(560, 900);
    await expect.poll(way).toBe("vertical");
    await browser.settle();
    expect(await browser.run("told.at(-1)")).toEqual(told);
    expect(await browser.run(`document.querySelector(".mizwala-event[aria-current]").dataset.event`)).toBe(id);
    await browser.resize(1000, 900);
    await expect.poll(way).toBe("horizontal");
    expect(await browser.problems()).toEqual([]);
  });
});

describe("In Chromium, a timeline down the page", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium({ hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  const inEnglish = { locale: "en", monthNames: "auto", numerals: "auto" } as const;
  const two = {
    ...battuta,
    lanes: battuta.lanes!.slice(0, 2),
    events: battuta.events.filter(({ lane }) => lane === "life" || lane === "travels"),
  };
  const scenes = (["ar", "en"] as const).flatMap((language) =>
    [1280, 800, 390].flatMap((width) =>
      (["light", "dark"] as const).flatMap((colorScheme) =>
        (["flags", "lanes"] as const).map((layout) => ({ language, width, colorScheme, layout })),
      ),
    ),
  );
  it.each(scenes)("looks right as $layout in $language at $width px, $colorScheme", async (scene) => {
    const { language, width, colorScheme, layout } = scene;
    const lanes = width < 600 ? two : battuta;
    const options: TimelineOptions = layout === "flags" ? { ...space, now: "2026-07-01" } : lanes;
    await browser.emulate({ colorScheme });
    await stage(browser, `${site.url}/stage`, language === "en" ? { ...options, ...inEnglish } : options);
    await expectPicture(
      browser,
      `vertical-${layout}-${language}-${width}-${colorScheme}`,
      await wholePage(browser, width),
    );
    expect(await browser.problems()).toEqual([]);
  });

  it("looks right with flags on both sides, and with a crowd", async () => {
    await browser.emulate({ colorScheme: "light" });
    await stage(browser, `${site.url}/stage`, { ...space, sides: "both" });
    await expectPicture(browser, "vertical-both-ar-1280", await wholePage(browser, 1280));
    await stage(browser, `${site.url}/stage`, { ...crowd(40, "en"), layout: "flags", orientation: "vertical" });
    await expectPicture(browser, "vertical-crowd-en-800", await wholePage(browser, 800));
  });
});
