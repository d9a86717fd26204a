import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { TimelineEvent, TimelineOptions } from "../../src/index.js";
import { findBarriers } from "../support/axe.js";
import type { ChromiumDriver, Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, serveStage, stage, stagePage, wholePage } from "../support/stage.js";
import { crowd } from "./crowd.js";
import { days, read } from "./days.js";
import { summit } from "./example.js";

/** Half a year in heaps: with headings, with silences, and too long for a window. */
const long = (language: "ar" | "en"): TimelineOptions => ({
  ...crowd(30, language),
  ...(language === "ar" ? { monthNames: "dual" } : {}),
});

/** What is known of dates, in each degree. */
const DATES: readonly (readonly [date: string, title: string])[] = [
  ["1911-03-05", "A day"],
  ["1911-03-05~", "About a day"],
  ["1911-03-06?", "A doubtful day"],
  ["1911-04", "A month"],
  ["1911-05~", "About a month"],
  ["1911-06?", "A doubtful month"],
  ["1911-07-01/1911-07-20", "From day to day"],
  ["1911-08/1912-02", "From month to month"],
  ["1912-03~/1912-05-01", "From about a month to a day"],
  ["1912-06-01/", "To an unknown end"],
  ["/1912-07-01", "From an unknown start"],
  ["1912-08-01/..", "Since then"],
  ["../1912-09-01", "Until then"],
];
const degrees: TimelineOptions = {
  locale: "en",
  layout: "list",
  listGroups: "none",
  events: DATES.map(([date, title]): TimelineEvent => ({ date, title })),
};

const POST = `<div style="height: 700px">Before</div>`;

let site: TestServer;
beforeAll(async () => {
  site = await serveStage({
    "/post": stagePage({ body: POST }).replace('<main id="host">', `${POST}<main id="host">`),
    "/box": stagePage({ css: "#host { height: 420px; margin-top: 50px; overflow-y: auto; }" }),
    "/bare": stagePage({ css: "html { scrollbar-width: none; }" }),
    "/bar": stagePage({ css: ":root { --mizwala-sticky-top: 40px; }" }),
  });
});
afterAll(() => site.close());

const scrolled = (browser: Driver): Promise<number> => browser.run("Math.round(scrollY)");
const layoutOf = (browser: Driver): Promise<string> => browser.run(`document.querySelector(".mizwala").dataset.layout`);

/** Scrolls the window, or what is in it, and waits for the picture. */
async function scroll(browser: Driver, top: number, what = "document.scrollingElement"): Promise<void> {
  await browser.run(`void (${what}.scrollTop = ${top})`);
  await browser.settle();
}

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 480, height: 600, hasReducedMotion: true });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(await browser.problems()).toEqual([]);
    await browser.resize(480, 600);
  });

  /** The headings and the texts below them, from the top of the window. */
  interface Shown {
    readonly headings: { readonly text: string; readonly top: number; readonly bottom: number }[];
    readonly labels: { readonly top: number; readonly bottom: number }[];
  }
  const shown = (): Promise<Shown> =>
    browser.run(`(() => {
      const box = (element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return { text: element.textContent, top, bottom };
      };
      return {
        headings: [...document.querySelectorAll(".mizwala-heading > .mizwala-line")].map(box),
        labels: [...document.querySelectorAll(".mizwala-label")].map(box),
      };
    })()`);

  it("a heading stands above its events, and stays at the top of the window as long as they pass by", async () => {
    await stage(browser, `${site.url}/stage`, long("ar"));
    const atRest = await shown();
    expect(atRest.headings.length).toBeGreaterThan(3);
    for (const heading of atRest.headings) {
      const apart = atRest.labels.filter((label) => label.bottom <= heading.top || label.top >= heading.bottom);
      expect(apart).toHaveLength(atRest.labels.length);
    }
    const [first, second] = atRest.headings;
    await scroll(browser, first!.top + 200);
    expect((await shown()).headings[0]).toMatchObject({ text: first!.text, top: 0 });
    const { x, y } = await boxOf(browser, ".mizwala-heading > .mizwala-line");
    expect(await browser.run(`document.elementFromPoint(${x + 100}, ${y + 10}).textContent`)).toBe(first!.text);
    await scroll(browser, second!.top + 1);
    const { headings } = await shown();
    expect(headings[0]!.bottom).toBeLessThan(0);
    expect(headings[1]!.top).toBe(0);
  });

  it("a heading stays at the top of a box that scrolls, and below what a page has stuck there", async () => {
    await stage(browser, `${site.url}/box`, long("en"));
    const atRest = (await shown()).headings[0]!.top;
    await scroll(browser, atRest + 100, `document.getElementById("host")`);
    expect((await shown()).headings[0]!.top).toBe(50);
    await stage(browser, `${site.url}/bar`, long("en"));
    await scroll(browser, 400);
    expect((await shown()).headings[0]!.top).toBe(40);
  });

  it("A27: a heading does not hide the event that keys go to", async () => {
    await stage(browser, `${site.url}/stage`, long("en"));
    await browser.press("Tab", "End");
    for (let i = 0; i < 12; i++) {
      await browser.press("ArrowUp");
      await browser.settle();
      const top = await browser.run<number>("document.activeElement.getBoundingClientRect().top");
      expect(top).toBeGreaterThanOrEqual(28);
    }
  });

  it("A9, A65: of two thousand events only those near the window are drawn, and all are there to read and to print", async () => {
    await stage(browser, `${site.url}/stage`, { ...crowd(2000, "en"), layout: "list" });
    const counts = (): Promise<number[]> =>
      browser.run(
        `[".mizwala-label", ".mizwala-mark", ".mizwala-event"].map((name) => document.querySelectorAll(name).length)`,
      );
    /** What is in the middle of the window: the event whose button it is, and whether its label is drawn there. */
    const middle = (): Promise<[string, boolean]> =>
      browser.run(`(() => {
        const isThere = ({ top, bottom }) => top < 330 && bottom > 270;
        const event = [...document.querySelectorAll(".mizwala-event")].find((each) => isThere(each.getBoundingClientRect()));
        const label = document.querySelector(".mizwala-label[data-event='" + event.dataset.event + "']");
        return [event.dataset.event, label !== null && isThere(label.getBoundingClientRect())];
      })()`);
    const [labels, marks, buttons] = await counts();
    expect(labels).toBeLessThan(80);
    expect(labels).toBeGreaterThan(8);
    expect(marks).toBeLessThan(80);
    expect(buttons).toBe(2000);
    const [first] = await middle();
    await scroll(browser, 90_000);
    const [later, isDrawn] = await middle();
    expect(later).not.toBe(first);
    expect(isDrawn).toBe(true);
    expect((await counts())[0]).toBeLessThan(80);
    await browser.run(`void dispatchEvent(new Event("beforeprint"))`);
    expect((await counts())[0]).toBe(2000);
    await browser.run(`void dispatchEvent(new Event("afterprint"))`);
    expect((await counts())[0]).toBeLessThan(80);
  });

  it("what is in view stays in view when flags become a list, and the choice and focus stay too", async () => {
    await browser.resize(1000, 600);
    await stage(browser, `${site.url}/stage`, days(40, "rtl"));
    await browser.run(`(() => {
      timeline.show({ from: "2020-06-20", to: "2020-06-25" });
      timeline.select("2020-06-22");
    })()`);
    await browser.settle();
    await browser.run(`document.querySelector(".mizwala-event[data-event='2020-06-21']").focus()`);
    await browser.resize(480, 600);
    await browser.settle();
    expect(await layoutOf(browser)).toBe("list");
    const { y } = await boxOf(browser, ".mizwala-event[data-event='2020-06-20']");
    expect(y).toBeGreaterThanOrEqual(28);
    expect(y).toBeLessThan(60);
    expect(await browser.run("document.activeElement.dataset.event")).toBe("2020-06-21");
    expect(await browser.run(`document.querySelector(".mizwala-label.is-selected").dataset.event`)).toBe("2020-06-22");

    const top = await scrolled(browser);
    await scroll(browser, top + 400);
    const atTop = await browser.run<string>(`[...document.querySelectorAll(".mizwala-label")]
      .find((label) => label.getBoundingClientRect().bottom > 28).dataset.event`);
    expect(atTop > "2020-06-22").toBe(true);
    await browser.resize(1000, 600);
    await browser.settle();
    expect(await layoutOf(browser)).toBe("flags");
    const { marks, pxPerDay, right } = await read(browser);
    expect(right - marks[atTop]!).toBeCloseTo(24, 0);
    expect(Math.abs(pxPerDay)).toBeGreaterThan(100);
    expect(await browser.run("document.activeElement.dataset.event")).toBe("2020-06-21");
    expect(await browser.run(`document.querySelector(".mizwala-details").hidden`)).toBe(false);
  });

  it("a page is not scrolled by a timeline whose reader is elsewhere, or has moved nothing", async () => {
    const options: TimelineOptions = { ...days(40, "ltr"), domain: { from: "2020-06-20", to: "2020-06-25" } };
    const turn = async (act: string): Promise<number> => {
      await browser.resize(1000, 600);
      await stage(browser, `${site.url}/post`, options);
      await browser.run(`void ${act}`);
      await browser.settle();
      await browser.resize(480, 600);
      await browser.settle();
      expect(await layoutOf(browser)).toBe("list");
      return scrolled(browser);
    };
    expect(await turn("0")).toBe(0);
    expect(await turn("scrollTo(0, 300)")).toBe(300);
    expect(await turn(`timeline.show({ from: "2020-06-28", to: "2020-07-01" })`)).toBe(0);
    expect(await turn(`(scrollTo(0, 300), timeline.show({ from: "2020-06-28", to: "2020-07-01" }))`)).toBeGreaterThan(
      2000,
    );
  });

  it("looks right", async () => {
    await stage(browser, `${site.url}/bare`, long("ar"));
    await scroll(browser, 700);
    await expectPicture(browser, "list-ar-480", await browser.screenshot());
  });
});

describe("In Chromium", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium({ width: 390, height: 700, hasReducedMotion: true });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(await browser.problems()).toEqual([]);
  });

  const scenes = (["ar", "en"] as const).flatMap((language) =>
    [1280, 800, 390, 320].flatMap((width) =>
      (["light", "dark"] as const).map((colorScheme) => ({ language, width, colorScheme })),
    ),
  );
  it.each(scenes)("a long list in $language looks right at $width px, $colorScheme", async (scene) => {
    const { language, width, colorScheme } = scene;
    await browser.emulate({ colorScheme });
    await stage(browser, `${site.url}/stage`, { ...long(language), layout: "list" });
    await expectPicture(browser, `list-long-${language}-${width}-${colorScheme}`, await wholePage(browser, width));
    await browser.emulate({ colorScheme: "light" });
    expect(await browser.run("document.documentElement.scrollWidth")).toBe(width);
  });

  it("each degree of knowledge has its look, in both directions", async () => {
    await stage(browser, `${site.url}/stage`, degrees);
    await expectPicture(browser, "list-degrees-en-390", await wholePage(browser, 390));
    await stage(browser, `${site.url}/stage`, { ...degrees, locale: "ar-SY", numerals: "latn", theme: "dark" });
    await expectPicture(browser, "list-degrees-ar-390", await wholePage(browser, 390));
  });

  it("both calendars stand in a label", async () => {
    const options: TimelineOptions = {
      ...summit,
      layout: "list",
      secondCalendar: "islamic-umalqura",
      listGroups: "day",
    };
    await stage(browser, `${site.url}/stage`, options);
    await expectPicture(browser, "list-second-ar-390", await wholePage(browser, 390));
  });

  it("A16: headings are headings for those who hear them, each before its events, and break no rule", async () => {
    await stage(browser, `${site.url}/stage`, { ...long("en"), layout: "list", headingLevel: 3 });
    const heard = await browser.run<string[]>(
      `[...document.querySelectorAll(".mizwala-list :is(h4, button)")].map((element) =>
        element.matches("h4") ? element.textContent : element.getAttribute("aria-label").match(/[A-Z][a-z]+ \\d+, (\\d+)/)[0])`,
    );
    expect(heard.filter((text) => /^\w+ 2020$/.test(text))).toHaveLength(6);
    let month = "";
    for (const text of heard) {
      if (/^\w+ 2020$/.test(text)) month = text;
      else expect(text.replace(/ \d+,/, "")).toBe(month);
    }
    expect(await findBarriers(browser, "#host")).toEqual([]);
    await browser.run(`timeline.update({ layout: "flags" })`);
    await browser.settle();
    expect(await browser.run(`document.querySelectorAll(".mizwala-list h4").length`)).toBe(0);
  });
});
