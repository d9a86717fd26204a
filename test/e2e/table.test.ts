import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import type { Driver } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, serveStage, stage, wholePage } from "../support/stage.js";
import { summit, summitInEnglish } from "./example.js";

const TIMELINES = { ar: summit, en: summitInEnglish } as const;
const FOCUS = `document.activeElement.dataset.control ?? document.activeElement.className`;

let site: TestServer;
beforeAll(async () => {
  site = await serveStage();
});
afterAll(() => site.close());

async function open(browser: Driver, options: TimelineOptions, width: number): Promise<void> {
  await browser.resize(width, 600);
  await stage(browser, `${site.url}/stage`, options);
  await browser.run(`timeline.update({ features: [window.rows = mizwala.table()] })`);
  await browser.settle();
}

describe.each(ENGINES)("The table in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  it.each(casesIn(engine, ["ar", "en"]))("A50: opens, is read and closes by keys alone, in %s", async (language) => {
    await open(browser, TIMELINES[language], 1000);
    await browser.run(`document.querySelector("[data-control=table]").focus()`);
    await browser.press("Enter");
    await browser.settle();
    expect(await browser.run(FOCUS)).toBe("mizwala-table");
    expect((await boxOf(browser, ".mizwala-table caption")).top).toBeLessThan(600);
    await browser.press("Tab");
    expect(await browser.run(FOCUS)).toBe("mizwala-details-link");
    await browser.press("Enter");
    await browser.settle();
    expect(await browser.run(`document.querySelector(".mizwala-details").hidden`)).toBe(false);
    await browser.run(`document.querySelector(".mizwala-table button").focus()`);
    await browser.press("Escape");
    expect(await browser.run(FOCUS)).toBe("table");
    expect(await browser.run("rows.isOpen")).toBe(false);
    expect(await browser.problems()).toEqual([]);
  });
});

describe("A picture of the table", () => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines.chromium({ hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  it.each([
    ["ar", 1280],
    ["ar", 320],
    ["en", 390],
  ] as const)("looks right and is no wider than the window: %s at %d px", async (language, width) => {
    await open(browser, TIMELINES[language], width);
    await browser.run("rows.open()");
    await browser.settle();
    expect(await browser.run("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    await expectPicture(browser, `table-${language}-${width}`, await wholePage(browser, width));
  });
});
