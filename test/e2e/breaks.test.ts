import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import battutaFile from "../../examples/lanes-ibn-battuta.json" with { type: "json" };
import moonFile from "../../examples/silence-moon.json" with { type: "json" };
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stage, wholePage } from "../support/stage.js";

const moon: TimelineOptions = { ...(moonFile as unknown as TimelineOptions), now: "2026-01-01" };

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage();
  browser = await engines.chromium({ hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const open = async (options: TimelineOptions, width = 1280): Promise<void> => {
  await browser.resize(width, 900);
  await stage(browser, `${site.url}/stage`, options);
};

/** The x of each mark in CSS pixels of the view, by event, and that of the break. */
interface Places {
  readonly marks: Readonly<Record<string, number>>;
  readonly gap: number;
  readonly axis: number;
}
const places = (): Promise<Places> =>
  browser.run<Places>(`(() => {
    const middle = (element) => { const { left, right } = element.getBoundingClientRect(); return (left + right) / 2; };
    const marks = [...document.querySelectorAll(".mizwala-mark:not(.is-bar)")];
    const { left } = document.querySelector(".mizwala-plot").getBoundingClientRect();
    const xOf = (mark) => left + Number(mark.getAttribute("transform").match(/-?[\\d.]+/)[0]);
    return {
      marks: Object.fromEntries(marks.map((mark) => [mark.dataset.event, xOf(mark)])),
      gap: middle(document.querySelector(".mizwala-break")),
      axis: document.querySelector(".mizwala-axis").getBoundingClientRect().y,
    };
  })()`);
const lastTold = (): Promise<{ from: number; to: number }> => browser.run("told.at(-1)");

describe.each(["ltr", "rtl"] as const)("Over a break, with time running %s", (timeDirection) => {
  const last = Date.UTC(1976, 7, 18, 12);
  const first = Date.UTC(2013, 11, 14, 12);

  it("the wheel zooms, and what is under the pointer stays within a pixel on both sides.", async () => {
    await open({ ...moon, timeDirection });
    for (const id of ["luna-24", "change-3"]) {
      const before = await places();
      const x = before.marks[id]!;
      await browser.wheel([x, before.axis - 20], { dy: -40, isCtrlHeld: true });
      await expect.poll(async () => (await places()).gap !== before.gap).toBe(true);
      await browser.settle();
      const after = await places();
      expect(Math.abs(after.marks[id]! - x)).toBeLessThan(1);
      const apart = (all: Places): number => Math.abs(all.marks["change-3"]! - all.marks["luna-24"]!);
      expect(apart(after) / apart(before)).toBeGreaterThan(1.1);
      expect(Math.sign(after.gap - after.marks["luna-24"]!)).toBe(timeDirection === "rtl" ? -1 : 1);
    }
  });

  it("dragging moves both sides together, and domain tells real time.", async () => {
    await open({ ...moon, timeDirection });
    await browser.run(`timeline.show({ from: "1974", to: "2015" })`);
    await browser.settle();
    const told = await lastTold();
    expect(told).toEqual({ from: Date.UTC(1974, 0), to: Date.UTC(2016, 0) });
    const before = await places();
    const by = timeDirection === "rtl" ? 60 : -60;
    await browser.drag([640, before.axis - 200], [640 + by, before.axis - 200]);
    await browser.settle();
    const after = await places();
    for (const id of ["luna-24", "change-3"]) expect(after.marks[id]! - before.marks[id]!).toBeCloseTo(by, 0);
    expect(after.gap - before.gap).toBeCloseTo(by, 0);
    const { from, to } = await lastTold();
    expect(from).toBeGreaterThan(told.from);
    expect(to - told.to).toBeCloseTo(from - told.from, -1);
    expect(from < last && to > first).toBe(true);
    expect(await browser.problems()).toEqual([]);
  });
});

describe("Pictures of breaks", () => {
  const scenes = [
    { language: "ar", width: 1280, colorScheme: "light", layout: "flags" },
    { language: "en", width: 1280, colorScheme: "dark", layout: "flags" },
    { language: "en", width: 800, colorScheme: "light", layout: "flags" },
    { language: "ar", width: 390, colorScheme: "dark", layout: "flags" },
  ] as const;
  it.each(scenes)(
    "look right in $language at $width px, $colorScheme",
    async ({ width, colorScheme, language, layout }) => {
      await browser.emulate({ colorScheme });
      await open({ ...moon, locale: language, layout }, width);
      const picture = await wholePage(browser, width);
      await browser.emulate({ colorScheme: "light" });
      await expectPicture(browser, `breaks-${language}-${width}-${colorScheme}`, picture);
    },
  );

  it.each([
    { language: "ar", width: 1280, colorScheme: "light" },
    { language: "en", width: 390, colorScheme: "dark" },
  ] as const)(
    "look right where time runs down, in $language at $width px, $colorScheme",
    async ({ language, width, colorScheme }) => {
      await browser.emulate({ colorScheme });
      await open({ ...moon, locale: language, layout: "flags", orientation: "vertical" }, width);
      const picture = await wholePage(browser, width);
      await browser.emulate({ colorScheme: "light" });
      await expectPicture(browser, `breaks-vertical-${language}-${width}-${colorScheme}`, picture);
    },
  );

  it("look right in lanes, where a bar goes on through a break", async () => {
    const battuta = battutaFile as unknown as TimelineOptions;
    const breaks = ["1310/1322", "1336/1339"];
    await open({ ...battuta, breaks }, 1280);
    await expectPicture(browser, "breaks-lanes-1280", await wholePage(browser, 1280));
  });
});
