import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Issue, TimelineOptions } from "../../src/index.js";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stage } from "../support/stage.js";

let site: TestServer;
beforeAll(async () => {
  site = await serveStage();
});
afterAll(() => site.close());

/** Some builds of Chromium have no data for the first, and print the second as "2020 M07 9". */
const LOCALES = ["ckb", "sd", "az-Arab", "fa"];

const optionsFor = (locale: string): TimelineOptions => ({
  locale,
  secondCalendar: "islamic-umalqura",
  events: [
    { id: "one", date: "2020-07-09", title: "One", summary: "The first" },
    { id: "two", date: "2020-09~", title: "Two" },
    { id: "three", date: "2020-11-03/2020-12-05", title: "Three" },
  ],
});

/** What the engine says itself: the name of September, or nothing where it has none. */
const nameIn = (locale: string): string => `(() => {
  if (Intl.DateTimeFormat.supportedLocalesOf(${JSON.stringify(locale)}).length === 0) return "";
  const format = new Intl.DateTimeFormat(${JSON.stringify(`${locale}-u-ca-gregory-nu-latn`)}, { month: "long", timeZone: "UTC" });
  const name = format.format(Date.UTC(2020, 8, 1));
  return name.includes("M09") ? "" : name;
})()`;

/** All that can be seen, heard or read in the page. */
const TEXTS = `[...document.querySelectorAll("#host, #host *")].flatMap((element) => [
  ...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data),
  ...[...element.attributes].filter(({ name }) => !/^(d|points|transform)$/.test(name)).map(({ value }) => value),
])`;

describe.each(ENGINES)("Locales that an engine may have no names for: %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]();
  });
  afterAll(() => browser.close());

  it.each(LOCALES)("%s has its own names or, with an issue, those of English", async (locale) => {
    await stage(browser, `${site.url}/stage`, optionsFor(locale));
    await browser.run(`timeline.select("two")`);
    await browser.settle();
    const name = await browser.run<string>(nameIn(locale));
    const texts = await browser.run<string[]>(TEXTS);
    const isShown = (text: string): boolean => texts.some((shown) => shown.includes(text));

    expect(texts.filter((text) => /\bM\d\d\b/.test(text))).toEqual([]);
    expect(isShown(name || "September")).toBe(true);
    expect(isShown("September")).toBe(name === "");
    const issues = await browser.run<Issue[]>("timeline.issues");
    expect(issues.map(({ code, path, found }) => [code, path, found])).toEqual(
      name ? [] : [["names-unavailable", "options.locale", JSON.stringify(locale)]],
    );
    expect(await browser.problems()).toEqual([]);
  });
});
