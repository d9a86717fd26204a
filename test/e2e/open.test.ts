import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers } from "../support/axe.js";
import type { ChromiumDriver, Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import { serve, type TestServer } from "../support/server.js";
import { settleWith, wholePage } from "../support/stage.js";

const LINES = `[...document.querySelectorAll("#findings li")].map(({ textContent }) => textContent)`;
const STATUS = `document.getElementById("status").textContent`;
const TITLES = `[...document.querySelectorAll(".mizwala-list time")].map(({ parentElement }) => parentElement.textContent)`;
const CALENDAR =
  "BEGIN:VCALENDAR\\r\\nBEGIN:VEVENT\\r\\nDTSTART;VALUE=DATE:20200709\\r\\nSUMMARY:لقاء\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR";

let site: TestServer;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

/** Opens the page and its table with faults. */
async function openSample(browser: Driver, language: string): Promise<void> {
  await browser.goto(`${site.url}/examples/open.html?lang=${language}`);
  // Where the button is may change until the fonts are there.
  await browser.settle();
  await browser.click("#sample");
  await settleWith(browser, `document.querySelectorAll(".mizwala-list li").length > 1`);
}

describe.each(ENGINES)("The page that opens files, in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 900, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  it("says what is wrong in each row and draws what can be drawn", async () => {
    await openSample(browser, "en");
    expect(await browser.run(STATUS)).toBe("visit.csv: 4 events (csv)");
    expect(await browser.run(LINES)).toEqual([
      'Error, row 2, date: The end is before the start: "2020-07-09/2020-07-07".',
      'Warning, row 3, kind: "sining" is no kind of event; "signing"?',
      `Error, row 4, date: "2020-25-07" can't be read as a date.`,
      "Warning, row 5, sources: There is no source.",
    ]);
    expect(await browser.run(TITLES)).toHaveLength(2);
    expect(await findBarriers(browser)).toEqual([]);
    expect(await browser.problems()).toEqual([]);
  });

  it("mends what is sure, by keys, and says so in Arabic", async () => {
    await openSample(browser, "ar");
    await browser.run(`document.getElementById("mend").focus()`);
    await browser.press("Enter");
    await settleWith(browser, `document.querySelectorAll(".mizwala-list li").length === 4`);
    const lines = await browser.run<string[]>(LINES);
    expect(lines.filter((line) => line.startsWith("أُصلح، السطر "))).toHaveLength(3);
    expect(await browser.run(`document.activeElement.id`)).toBe("findings");
    expect(await findBarriers(browser)).toEqual([]);
    expect(await browser.problems()).toEqual([]);
  });

  it("takes a file that is dropped and text that is pasted", async () => {
    await browser.goto(`${site.url}/examples/open.html?lang=ar`);
    await browser.run(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["${CALENDAR}"], "visit.ics"));
      document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    })()`);
    await settleWith(browser, `document.querySelectorAll(".mizwala-list li").length === 1`);
    expect(await browser.run(STATUS)).toBe("visit.ics: حدث واحد (icalendar)");
    await browser.run(`(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "date,title\\n2020,One\\n2021,Two");
      const paste = new Event("paste");
      Object.defineProperty(paste, "clipboardData", { value: clipboardData });
      document.dispatchEvent(paste);
    })()`);
    await settleWith(browser, `document.querySelectorAll(".mizwala-list li").length === 2`);
    expect(await browser.run(STATUS)).toBe("الملف: حدثان (csv)");
  });

  it("sends nothing anywhere: its own policy allows no other address", async () => {
    await openSample(browser, "en");
    const asked = await browser.run<string[]>(`performance.getEntriesByType("resource").map(({ name }) => name)`);
    expect(asked.filter((address) => !address.startsWith(site.url))).toEqual([]);
    const refused = `fetch("https://example.org/").then(() => "sent", () => "refused")`;
    expect(await browser.run(refused)).toBe("refused");
    // Some browsers say so on their console.
    await browser.problems();
  });
});

describe("The page that opens files looks right", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium({ width: 1280, height: 800, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  it.each([
    ["ar", 1280, "light"],
    ["ar", 360, "dark"],
    ["en", 1280, "dark"],
    ["en", 360, "light"],
  ] as const)("in %s at %i pixels, %s", async (language, width, colorScheme) => {
    await browser.emulate({ colorScheme });
    await openSample(browser, language);
    await expectPicture(browser, `open-${language}-${width}-${colorScheme}`, await wholePage(browser, width));
  });
});
