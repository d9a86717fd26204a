import { PDFiumLibrary } from "@hyzyla/pdfium";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineEvent, TimelineOptions } from "../../src/index.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { draw, serveStage, stage } from "../support/stage.js";

const DAY = 86_400_000;
/** Titles that stand in no other title, nor in a date. */
const nameOf = (i: number): string => `N${String(i).padStart(4, "0")}x`;
const eventsOf = (count: number): readonly TimelineEvent[] =>
  Array.from({ length: count }, (_, i) => ({
    date: new Date(Date.UTC(2019, 0, 1) + i * DAY).toISOString().slice(0, 10),
    title: nameOf(i),
    lane: `Lane ${i % 3}`,
  }));

/** What is on the screen: the events with labels, and how high the timeline is. */
const SCREEN = `[[...document.querySelectorAll(".mizwala-label")].map(({ dataset }) => dataset.event), document.querySelector(".mizwala").clientHeight]`;

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage();
  browser = await engines.chromium({ width: 800, height: 600 });
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

/** The text of the page on paper. */
async function printed(): Promise<string> {
  const { data } = await browser.cdp<{ data: string }>("Page.printToPDF", {});
  const library = await PDFiumLibrary.init();
  const pdf = await library.loadDocument(Buffer.from(data, "base64"));
  const pages = Array.from({ length: pdf.getPageCount() }, (_, i) => pdf.getPage(i).getText());
  pdf.destroy();
  library.destroy();
  return pages.join("\n");
}

describe("A page that is printed", () => {
  it.each<[TimelineOptions["layout"], number]>([
    ["flags", 60],
    ["lanes", 60],
    ["list", 400],
    ["density", 60],
  ])(
    "R20: has the title of each event on paper, and is afterwards on the screen as before: %s of %i",
    async (layout, count) => {
      await stage(browser, `${site.url}/stage`, { locale: "en", events: eventsOf(count), layout: layout! });
      const before = await browser.run(SCREEN);
      const text = await printed();
      const missing = Array.from({ length: count }, (_, i) => nameOf(i)).filter((name) => !text.includes(name));
      expect([missing.length, missing.slice(0, 9)]).toEqual([0, []]);
      await browser.settle();
      expect(await browser.run(SCREEN)).toEqual(before);
      expect(await browser.problems()).toEqual([]);
    },
  );

  it("R20: has how many there are in each lane of a crowd, and each event of the page of its table that is open", async () => {
    await browser.goto(`${site.url}/stage`);
    await draw(browser, { locale: "en", events: eventsOf(1_200) }, ["mizwala.table()"]);
    expect((await printed()).match(/Lane \d\s+400 events/g)).toHaveLength(3);
    await browser.run("features[0].open()");
    await browser.settle();
    const rows = await browser.run<string[]>(
      `[...document.querySelectorAll(".mizwala table tbody tr")].map((row) => row.textContent.match(/N\\d+x/)[0])`,
    );
    expect(rows.length).toBeGreaterThan(20);
    const text = await printed();
    expect(rows.filter((name) => !text.includes(name))).toEqual([]);
  });
});
