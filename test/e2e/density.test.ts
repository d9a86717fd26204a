import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineEvent, TimelineOptions } from "../../src/index.js";
import { findBarriers } from "../support/axe.js";
import type { ChromiumDriver, Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { manyEvents } from "../support/many-events.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, settleWith, stage, wholePage } from "../support/stage.js";

const titles = { ar: "عشر سنوات في أحداثها", en: "Ten years, event by event" } as const;
const options = (language: "ar" | "en", count = 12_000): TimelineOptions => ({
  title: titles[language],
  locale: language === "ar" ? "ar-SY" : "en",
  events: manyEvents(count, language) as TimelineEvent[],
});
const FIRST_LANE = options("en").events[0]!.lane;
const SEARCHED = ["mizwala.search()", "mizwala.overview()"];
const COUNT = "document.querySelector('.mizwala-search-count').textContent";
const isFound = `${COUNT} !== "" && !${COUNT}.endsWith("…")`;
const ARABIC = { numberingSystem: "arab" } as const;
const FOCUS = `document.activeElement.dataset.event`;

let site: TestServer;
beforeAll(async () => {
  site = await serveStage();
});
afterAll(() => site.close());

describe.each(ENGINES)("A timeline of twelve thousand events in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ hasReducedMotion: true });
    await browser.resize(1000, 700);
    await stage(browser, `${site.url}/stage`, options("ar"));
  });
  afterAll(() => browser.close());

  it("keeps the page small and has no barriers", async () => {
    expect(await browser.run("document.querySelectorAll('.mizwala *').length")).toBeLessThan(2000);
    expect(await browser.run("document.querySelectorAll('.mizwala-strip').length")).toBe(4);
    expect(await browser.run("document.querySelector('.mizwala-summary').textContent")).toContain("١٢٬٠٠٠");
    expect(await findBarriers(browser, "#host")).toEqual([]);
    expect(await browser.problems()).toEqual([]);
  });

  it("keeps it as small from a thousand events on", async () => {
    await draw(browser, options("en", 1_000));
    expect(await browser.run("document.querySelectorAll('.mizwala *').length")).toBeLessThan(2000);
    expect(await browser.run("document.querySelectorAll('.mizwala-strip').length")).toBe(4);
    await draw(browser, options("ar"));
  });

  it.each([32, 200])("keeps it small in %i lanes too, wherever one looks", async (lanes) => {
    const events = options("en").events.map((event, i) => ({
      ...event,
      lane: `Lane ${(i * 7) % lanes}`,
      date: i % 5 === 0 ? { start: event.date as string, end: "2022" } : event.date,
    })) as TimelineEvent[];
    await browser.resize(1200, 700);
    await stage(browser, `${site.url}/stage`, { locale: "en", events });
    for (const domain of [
      ["2011-01-01", "2023-01-01"],
      ["2016-01-01", "2018-01-01"],
      ["2016-05-01", "2016-06-01"],
    ]) {
      await browser.run(`timeline.show({ from: "${domain[0]}", to: "${domain[1]}" })`);
      await browser.settle();
      expect(await browser.run("document.querySelectorAll('.mizwala-strip').length")).toBe(lanes);
      expect(await browser.run("document.querySelectorAll('.mizwala *').length")).toBeLessThan(2000);
    }
    expect(await browser.problems()).toEqual([]);
    await browser.resize(1000, 700);
    await stage(browser, `${site.url}/stage`, options("ar"));
  });

  it("is walked in order of time, from the first event to the last, whether they were shown or not", async () => {
    await browser.run(`document.querySelector('.mizwala-event[tabindex="0"]').focus()`);
    const dates = async (keys: readonly string[]): Promise<string[]> => {
      const found: string[] = [];
      for (const key of keys) {
        await browser.press(key);
        await browser.settle();
        const event = Number((await browser.run<string>(FOCUS)).slice("event-".length));
        found.push(options("ar").events[event]!.date as string);
      }
      return found;
    };
    const forth = await dates(["Home", ...Array.from({ length: 6 }, () => "ArrowLeft")]);
    const sorted = options("ar")
      .events.map(({ date }) => date as string)
      .sort();
    expect(forth).toEqual(sorted.slice(0, 7));
    expect(await dates(["ArrowRight"])).toEqual([sorted[5]]);
    expect(await dates(["End", "ArrowRight"])).toEqual([sorted.at(-1), sorted.at(-2)]);
  });

  it("names the event that is pointed at, opens it when it is pressed, and nothing where nothing is near", async () => {
    await draw(browser, options("en"));
    const { left, top } = await boxOf(browser, ".mizwala-plot");
    const mark = await browser.run<{ x: number; y: number }>(`(() => {
      const { x, y, height } = document.querySelector(".mizwala-strip").getBoundingClientRect();
      return { x, y: y + height };
    })()`);
    await browser.move([mark.x + 300, mark.y - 2]);
    await browser.settle();
    const named = await browser.run<string>("document.querySelector('.mizwala-tip').textContent");
    await browser.clickAt([mark.x + 300, mark.y - 2]);
    await browser.settle();
    const chosen = await browser.run<string>("timeline.state.selected");
    expect(options("en").events[Number(chosen.slice("event-".length))]!.lane).toBe(FIRST_LANE);
    expect(named).toContain(options("en").events[Number(chosen.slice("event-".length))]!.title);
    expect(await browser.run("document.querySelector('.mizwala-details').hidden")).toBe(false);
    await browser.run("timeline.select(undefined)");
    await browser.clickAt([left + 4, top + 4]);
    expect(await browser.run("timeline.state.selected ?? null")).toBe(null);
  });

  it("is searched while one goes on: what is found stands among all, is counted, and stepped through in order of time", async () => {
    const found = options("ar")
      .events.map(({ title, date }, index) => ({ title: title as string, date: date as string, index }))
      .filter(({ title }) => title.includes("قمة"));
    found.sort((a, b) => a.date.localeCompare(b.date) || a.index - b.index);
    await draw(browser, options("ar"), SEARCHED);
    await browser.click("[data-control=search]");
    await browser.type("قمه استانا");
    await settleWith(browser, isFound);
    expect(await browser.run(COUNT)).toBe(`${found.length.toLocaleString("ar-SY", ARABIC)} حدثاً من ١٢٬٠٠٠`);
    expect(await browser.run("features[0].matches.length")).toBe(found.length);
    const titles = await browser.run<string[]>(
      "[...document.querySelectorAll('.mizwala-label')].map((l) => l.textContent)",
    );
    expect(titles.length).toBeGreaterThan(3);
    expect(titles.filter((title) => !title.includes("قمة"))).toEqual([]);
    expect(await browser.run("document.querySelectorAll('.mizwala-plot path.mizwala-strip').length")).toBe(8);

    await browser.press("Enter", "Enter", "Shift+Enter", "Shift+Enter");
    await browser.settle();
    expect(await browser.run(COUNT)).toContain(found.length.toLocaleString("ar-SY", ARABIC));
    await browser.press("ArrowDown");
    await browser.settle();
    expect(await browser.run(FOCUS)).toBe(`event-${found.at(-1)!.index}`);
    await browser.run("timeline.show({ from: '2015-03-01', to: '2015-03-20' })");
    await browser.run("features[0].open()");
    await browser.press("Enter");
    await browser.settle();
    const [from, to] = await browser.run<[number, number]>("[told.at(-1).from, told.at(-1).to]");
    const [first] = found;
    expect(Date.parse(first!.date)).toBeGreaterThanOrEqual(from);
    expect(Date.parse(first!.date)).toBeLessThan(to);
    expect(to - from).toBeLessThan(40 * 86_400_000);
    await browser.run("features[0].clear()");
    await browser.settle();
    expect(await browser.run("document.querySelectorAll('.mizwala-plot path.mizwala-strip').length")).toBe(4);
    expect(await findBarriers(browser, "#host")).toEqual([]);
    expect(await browser.problems()).toEqual([]);
  });

  it("keeps what is chosen, also where a filter does not mean it", async () => {
    await draw(browser, options("en"), SEARCHED);
    await browser.run("timeline.select('event-7')");
    await browser.run("features[0].set({ lanes: ['Nowhere'] })");
    await settleWith(browser, "features[0].matches.length === 0");
    expect(await browser.run("timeline.state.selected")).toBe("event-7");
    expect(await browser.run("document.querySelector('.mizwala-details').hidden")).toBe(false);
  });
});

describe("A timeline of a million events in Chromium", () => {
  const COUNT = 1_000_000;
  const DAYS = 3_653;
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium({ width: 1000, height: 700, hasReducedMotion: true });
    await browser.goto(`${site.url}/stage`);
    // Each day has some 270 of them: the first day those whose number is a multiple of the number of days.
    await browser.run(`(() => {
      const days = Array.from({ length: ${DAYS} }, (_, i) => new Date(Date.UTC(2011, 0, 1 + i)).toISOString().slice(0, 10));
      const events = Array.from({ length: ${COUNT} }, (_, i) => (
        { date: days[(i * 7919) % ${DAYS}], title: "Event " + i, lane: "Lane " + (i % 4), importance: (i % 97) / 97 }
      ));
      window.timeline = mizwala.createTimeline(document.getElementById("host"), { locale: "en", events });
    })()`);
    await browser.settle();
  });
  afterAll(() => browser.close());

  it("is drawn in a small page, and says how many there are", async () => {
    expect(await browser.run("document.querySelectorAll('.mizwala *').length")).toBeLessThan(2000);
    expect(await browser.run("document.querySelectorAll('.mizwala-strip').length")).toBe(4);
    expect(await browser.run("document.querySelector('.mizwala-summary').textContent")).toContain("1 million events");
    expect(await browser.problems()).toEqual([]);
  });

  it("is walked in order of time from event to event, and stays small on the way", async () => {
    await browser.run(`document.querySelector('.mizwala-event[tabindex="0"]').focus()`);
    const walk = async (key: string): Promise<number> => {
      await browser.press(key);
      await browser.settle();
      return Number((await browser.run<string>(FOCUS)).slice("event-".length));
    };
    const found: number[] = [];
    for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowLeft"]) found.push(await walk(key));
    expect(found).toEqual([0, DAYS, 2 * DAYS, DAYS]);
    const last = await walk("End");
    expect((last * 7919) % DAYS).toBe(DAYS - 1);
    expect(await browser.run("document.activeElement.getAttribute('aria-label')")).toContain("December 31, 2020");
    expect(await browser.run("document.querySelectorAll('.mizwala *').length")).toBeLessThan(2000);
    expect(await browser.problems()).toEqual([]);
  });
});

describe("A picture of many events", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium({ hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  it.each([
    ["ar", 1120, "light"],
    ["ar", 390, "light"],
    ["en", 1120, "dark"],
    ["en", 390, "dark"],
  ] as const)("looks right and is no wider than the window: %s at %d px, %s", async (language, width, theme) => {
    await browser.resize(width, 500);
    await stage(browser, `${site.url}/stage`, { ...options(language), theme });
    expect(await browser.run("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    await expectPicture(browser, `density-${language}-${width}-${theme}`, await wholePage(browser, width));
  });

  it.each([
    ["ar", 1120, "light"],
    ["en", 390, "dark"],
  ] as const)("looks right while one searches, small too: %s at %d px, %s", async (language, width, theme) => {
    await browser.resize(width, 500);
    await browser.goto(`${site.url}/stage`);
    await draw(browser, { ...options(language), theme }, SEARCHED);
    await browser.run(`features[0].set({ text: ${JSON.stringify(language === "ar" ? "معركة" : "battle")} })`);
    await settleWith(browser, isFound);
    expect(await browser.run("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    await expectPicture(browser, `density-search-${language}-${width}-${theme}`, await wholePage(browser, width));
  });

  it.each(["ar", "en"] as const)("looks right where few of them are in view: %s", async (language) => {
    await browser.resize(1120, 500);
    const domain = { from: "2015-03-01", to: "2015-03-20" };
    await stage(browser, `${site.url}/stage`, { ...options(language), domain });
    await expectPicture(browser, `density-few-${language}`, await wholePage(browser, 1120));
  });

  /** Without lanes, and of several kinds: conflicts, and what ends them, in turns. */
  const inKinds = (language: "ar" | "en"): TimelineOptions => {
    const kinds = ["conflict", "statement", "meeting", "ceasefire", "event"] as const;
    const events = options(language).events.map((event, i) => {
      const turn = (Date.parse(event.date as string) / 864e5 / 200) | 0;
      return { ...event, lane: "", kind: kinds[(i * 7) % 10 < 6 ? turn % 3 : (i * 7) % 5]! };
    });
    return { ...options(language), events: events as TimelineEvent[] };
  };

  it.each([
    ["ar", 1120, "light"],
    ["en", 390, "dark"],
  ] as const)("says by colours how many of each kind there are: %s at %d px, %s", async (language, width, theme) => {
    await browser.resize(width, 500);
    await stage(browser, `${site.url}/stage`, { ...inKinds(language), theme });
    expect(await browser.run("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    expect(await browser.run("document.querySelectorAll('.mizwala-swatch').length")).toBe(5);
    await expectPicture(browser, `density-kinds-${language}-${width}-${theme}`, await wholePage(browser, width));
  });

  it("has no legend where the reader's own colours tell no kinds apart, and one on paper", async () => {
    await stage(browser, `${site.url}/stage`, inKinds("en"));
    const shown = `[...document.querySelectorAll('.mizwala-legend, .mizwala-swatch')].filter((part) => getComputedStyle(part).display !== 'none').length`;
    await browser.emulate({ forcedColors: "active" });
    expect(await browser.run(shown)).toBe(0);
    await browser.emulate({ forcedColors: "none", media: "print" });
    expect(await browser.run(shown)).toBe(10);
    await browser.emulate({ media: "screen" });
  });

  it.each([
    ["ar", 1120, "light"],
    ["en", 390, "dark"],
  ] as const)("looks right where something has gone on for long: %s at %d px, %s", async (language, width, theme) => {
    await browser.resize(width, 500);
    const { events, ...others } = options(language);
    const [title, other] = language === "ar" ? ["الحرب", "حصار طويل"] : ["The war", "A long siege"];
    const lane = events[0]!.lane!;
    const going = [
      { date: { start: "2012-01-01", end: "2019-12-31" }, title, lane, importance: 1 },
      { date: { start: "2014-05", end: "2015-03-12" }, title: other, lane, importance: 0.5 },
    ];
    const domain = { from: "2015-03-01", to: "2015-03-20" };
    await stage(browser, `${site.url}/stage`, { ...others, events: [...events, ...going], domain, theme });
    expect(
      await browser.run("[...document.querySelectorAll('.mizwala-label')].map((label) => label.textContent)"),
    ).toContain(title);
    await expectPicture(browser, `density-going-${language}-${width}-${theme}`, await wholePage(browser, width));
  });
});
