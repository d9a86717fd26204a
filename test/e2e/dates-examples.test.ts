import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers } from "../support/axe.js";
import { bundle } from "../support/bundle.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import { serve, type TestServer } from "../support/server.js";
import { wholePage } from "../support/stage.js";

const DOCUMENTS = ["ibn-battuta", "hijri", "persian", "deep-time"];

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  const library = { html: await bundle(), headers: { "content-type": "text/javascript; charset=utf-8" } };
  site = await serve({ "/dist/mizwala.iife.js": library });
  browser = await engines.chromium({ width: 1280, height: 900, hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page of the examples and waits for its timeline. */
async function open(page: string): Promise<void> {
  await browser.goto(`${site.url}/examples/${page}`);
  await browser.run(`new Promise((done) => {
    let frames = 3000;
    const look = () =>
      document.querySelector(".mizwala") || frames-- === 0 ? done(true) : requestAnimationFrame(look);
    look();
  })`);
  await browser.settle();
}

describe("The gallery", () => {
  const views = DOCUMENTS.flatMap((name) => [1280, 390].map((width) => ({ name, width })));

  it.each(views)("shows $name at $width px", async ({ name, width }) => {
    await open(`gallery.html?doc=${name}`);
    await expectPicture(browser, `gallery-${name}-${width}`, await wholePage(browser, width));
    expect(await browser.run("document.documentElement.scrollWidth")).toBe(width);
    expect(await browser.run("timeline.issues")).toEqual([]);
    expect(await browser.problems()).toEqual([]);
  });

  it.each(DOCUMENTS)("shows %s in English too, from left to right", async (name) => {
    await open(`gallery.html?doc=${name}&lang=en`);
    const page = `[document.documentElement.lang, document.documentElement.dir, timeline.issues.length]`;
    expect(await browser.run(page)).toEqual(["en", "ltr", 0]);
    const titles = await browser.run<string[]>(
      `[...document.querySelectorAll(".mizwala-list > li")].map((item) => item.textContent)`,
    );
    expect(titles.length).toBeGreaterThan(7);
    expect(titles.filter((title) => /\p{Script=Arabic}/u.test(title))).toEqual([]);
  });
});

describe("The page that reads dates", () => {
  const READ = `Object.fromEntries(
    [...document.querySelectorAll("#found dd")].map((row) => [row.dataset.name, row.innerText]))`;

  async function readDate(text: string): Promise<Record<string, string>> {
    await browser.run(`document.getElementById("date").select()`);
    await browser.type(text);
    await browser.settle();
    return browser.run(READ);
  }

  it("reads a phrase in Arabic no more exactly than it is", async () => {
    await open("dates.html?date=");
    expect(await readDate("مطلع شهر آذار/ مارس الماضي")).toEqual({
      edtf: "2020-03~",
      starts: "2020-03-01 – 2020-03-31",
      ends: "2020-03-01 – 2020-03-31",
      confidence: "100 %",
      arabic: "نحو آذار/ مارس 2020",
      english: "about March 2020",
    });
  });

  it("reads EDTF, other calendars and other languages", async () => {
    await open("dates.html?lang=en");
    expect(await readDate("2011-03-15/..")).toMatchObject({ ends: "open", english: "since March 15, 2011" });
    expect(await readDate("1441-11-18[u-ca=islamic-umalqura]")).toMatchObject({ english: "July 9, 2020" });
    expect(await readDate("۱۹ تیر ۱۳۹۹")).toMatchObject({ edtf: "2020-07-09" });
    expect(await readDate("early March 2020")).toMatchObject({ edtf: "2020-03~" });
    expect(await readDate("Y-66000000~")).toMatchObject({ edtf: "Y-66000000~" });
  });

  it("leaves the choice to the reader where there are two readings", async () => {
    await open("dates.html?lang=en");
    expect(await readDate("09/07/2020")).toEqual({
      issue: "It can be read in two ways: choose one",
      confidence: "50 %",
      alternatives: "2020-07-09 2020-09-07",
    });
    await browser.click("#found button");
    expect(await browser.run(READ)).toMatchObject({ edtf: "2020-07-09", english: "July 9, 2020" });
  });

  it("draws what it reads, and nothing where there is no date", async () => {
    await open("dates.html?lang=en");
    const drawn = `document.querySelectorAll(".mizwala-list > li").length`;
    await readDate("yesterday");
    expect(await browser.run(drawn)).toBe(1);
    expect(await readDate("room 2011")).toEqual({ issue: "No date is found here" });
    expect(await browser.run(drawn)).toBe(0);
    expect(await browser.problems()).toEqual([]);
  });

  it.each([
    ["dates.html", "ar-1280", 1280, "light"],
    ["dates.html", "ar-390", 390, "dark"],
    ["dates.html?lang=en&date=2020-03~", "en-390", 390, "light"],
  ] as const)("looks right: %s as %s", async (page, name, width, colorScheme) => {
    await browser.emulate({ colorScheme });
    await open(page);
    await expectPicture(browser, `dates-${name}`, await wholePage(browser, width));
    expect(await browser.run("document.documentElement.scrollWidth")).toBe(width);
    expect(await findBarriers(browser)).toEqual([]);
    expect(await browser.problems()).toEqual([]);
    await browser.emulate({ colorScheme: "light" });
  });
});
