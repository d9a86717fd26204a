import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import moonFile from "../../examples/lanes-moon.json" with { type: "json" };
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { allOf, readSpeechTree, type Spoken } from "../support/speech-tree.js";
import { boxOf, draw, serveStage, stage } from "../support/stage.js";
import { crowd } from "./crowd.js";
import { days } from "./days.js";
import { summit, summitInEnglish } from "./example.js";

const TIMELINES = {
  ar: { options: summit, name: "من أستانا إلى دمشق", dir: "rtl" },
  en: { options: summitInEnglish, name: "From Astana to Damascus", dir: "ltr" },
} as const;
const moon = moonFile as unknown as TimelineOptions;

/** What is invisible in a text: marks of direction. */
const MARKS = /[\u200e\u200f\u2066-\u2069]/g;
const bare = (text: string): string => text.replace(MARKS, "");

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage();
  browser = await engines.chromium({ width: 1120, height: 900, hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const hear = async (options: TimelineOptions): Promise<readonly Spoken[]> => {
  await stage(browser, `${site.url}/stage`, options);
  return allOf(await readSpeechTree(browser));
};
const listOf = (all: readonly Spoken[]): Spoken =>
  all.find(({ role, parts }) => role === "list" && parts[0]?.parts.some((part) => part.role === "button"))!;
const status = (): Promise<string> => browser.run(`document.querySelector("[role=status]").textContent`);

describe.each(["ar", "en"] as const)("Who listens to a timeline in %s", (language) => {
  const { options, name, dir } = TIMELINES[language];

  it("A1: meets a region with its name, language and direction", async () => {
    const all = await hear(options);
    expect(all.filter(({ role }) => role === "region").map((region) => region.name)).toEqual([name]);
    expect(await browser.run(`(({ lang, dir }) => [lang, dir])(document.querySelector(".mizwala"))`)).toEqual([
      options.locale,
      dir,
    ]);
  });

  it("A2: meets a list whose every item is one button", async () => {
    const all = await hear(options);
    const { parts } = listOf(all);
    expect(parts.map((item) => [item.role, ...item.parts.map(({ role }) => role)])).toEqual(
      options.events.map(() => ["listitem", "button"]),
    );
    expect(all.filter(({ role }) => /^(application|menu|menuitem|tree|grid|listbox|option)$/.test(role))).toEqual([]);
  });

  it("A6, A7: hears of each event what others read on it: title, kind and date", async () => {
    const names = listOf(await hear(options)).parts.map((item) => bare(item.parts[0]!.name));
    const labels = await browser.run<{ title: string; kind: string; date: string }[]>(
      `[...document.querySelectorAll(".mizwala-label")].map((label) => {
        const meta = label.querySelector(".is-meta");
        return {
          title: [...label.querySelectorAll(".is-title")].map(({ textContent }) => textContent).join(" "),
          kind: meta.querySelector("b").textContent,
          date: meta.textContent.match(/\\d+/)[0],
        };
      })`,
    );
    expect(labels.length).toBeGreaterThan(3);
    for (const { title, kind, date } of labels) {
      const name = names.find((one) => one.startsWith(bare(title)));
      expect(name, title).toContain(kind);
      expect(name).toMatch(new RegExp(`(^|\\D)${date}(\\D|$)`));
    }
  });

  it("A11, A12: hears the range of time once, and nothing of ticks, poles and marks", async () => {
    const all = await hear(options);
    const texts = all.filter(({ role }) => role === "StaticText").map((text) => bare(text.name));
    expect(texts.filter((text) => /2020.*2020/.test(text))).toHaveLength(1);
    const ticks = await browser.run<string[]>(
      `[...document.querySelectorAll(".mizwala-tick-label")].map(({ textContent }) => textContent)`,
    );
    expect(ticks.length).toBeGreaterThan(5);
    expect(texts.filter((text) => ticks.includes(text))).toEqual([]);
    expect(all.filter(({ role }) => /image|img|graphics|svg/i.test(role))).toEqual([]);
  });

  it("A14: hears title, how many events there are and when, and how to use it, before the events", async () => {
    const all = await hear(options);
    const title = all.findIndex((one) => one.role === "heading" && one.name === name);
    const count = all.findIndex((one) => /^(5 أحداث، من|5 events, from) .*2020/.test(one.name));
    const keys = all.findIndex((one) => one.role === "list" && one !== listOf(all));
    const order = [title, count, keys, all.indexOf(listOf(all))];
    expect(order[0]).toBeGreaterThan(0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("A71: hears no name twice, so that each can be called", async () => {
    const names = (await hear(options)).filter(({ role }) => role === "button").map((button) => button.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("A43: hears what a tip says, and can read it without a pointer", async () => {
    await stage(browser, `${site.url}/stage`, crowd(60, language));
    const id = await browser.run<string>(`document.querySelector(".mizwala-more").dataset.event`);
    await browser.run(`document.querySelector(".mizwala-event[data-event='${id}']").focus()`);
    await browser.settle();
    const [tip, spoken] = await browser.run<[string, string]>(
      `[document.querySelector(".mizwala-tip .is-title, .mizwala-tip .is-compact").textContent,
        document.activeElement.getAttribute("aria-label")]`,
    );
    expect(tip.length).toBeGreaterThan(3);
    expect(bare(spoken)).toContain(bare(tip));
  });
});

describe("Where a part of the events is in view", () => {
  it("A9: the list still holds all, in order, and nobody has to count", async () => {
    const { parts } = listOf(await hear({ ...days(400, "rtl"), layout: "list" }));
    expect(parts).toHaveLength(400);
    expect(bare(parts[399]!.parts[0]!.name)).toMatch(/^اليوم 400، /);
  });

  it("A28: focus stays on an event that zooming out hides behind a count, and on it when it comes back", async () => {
    await stage(browser, `${site.url}/stage`, days(120, "rtl"));
    const focus = `document.activeElement.dataset.event`;
    const isLabelled = `document.querySelector(".mizwala-label[data-event='2020-08-01']") !== null`;
    await browser.run(`timeline.show({ from: "2020-07-30", to: "2020-08-04" })`);
    await browser.settle();
    await browser.run(`document.querySelector(".mizwala-event[data-event='2020-08-01']").focus()`);
    expect(await browser.run(isLabelled)).toBe(true);
    await browser.press("-", "-", "-", "-", "-");
    await browser.settle();
    expect([await browser.run(isLabelled), await browser.run(focus)]).toEqual([false, "2020-08-01"]);
    const { width, height } = await boxOf(browser, ".mizwala-event:focus");
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(23.9);
    await browser.press("+", "+", "+", "+", "+");
    await browser.settle();
    expect(await browser.run(focus)).toBe("2020-08-01");
  });
});

describe("The voice of a timeline", () => {
  it("A44: is one polite status that is there from the start, and silent", async () => {
    const all = await hear(moon);
    expect(all.filter(({ role }) => role === "status")).toHaveLength(1);
    expect(await status()).toBe("");
    expect(
      await browser.run(`document.querySelectorAll("[aria-live=assertive], [role=alert], [role=log]").length`),
    ).toBe(0);
  });

  it.each(["ar", "en"] as const)(
    "A45: says after many turns of the wheel once how much is in view, in %s",
    async (language) => {
      await stage(browser, `${site.url}/stage`, days(40, language === "ar" ? "rtl" : "ltr"));
      await browser.run(`(() => {
      window.said = [];
      new MutationObserver(() => said.push(document.querySelector("[role=status]").textContent))
        .observe(document.querySelector("[role=status]"), { childList: true });
      const plot = document.querySelector(".mizwala-plot");
      const { x, y } = plot.getBoundingClientRect();
      const init = { deltaY: -20, ctrlKey: true, clientX: x + 500, clientY: y + 50, bubbles: true, cancelable: true };
      for (let i = 0; i < 50; i++) plot.dispatchEvent(new WheelEvent("wheel", init));
    })()`);
      await expect.poll(status).not.toBe("");
      const said = await browser.run<string[]>("said");
      expect(said.length).toBeLessThanOrEqual(2);
      expect(bare(said.at(-1)!)).toMatch(
        language === "ar"
          ? /^(حدث|\d+ (أحداث|حدثاً|حدث)).*، من .*2020.* إلى .*2020/
          : /^\d+ events?, from .*2020.* to .*2020/,
      );
    },
  );

  it("A17: is not mixed up where three timelines are on a page: no id comes twice, every reference leads somewhere", async () => {
    await stage(browser, `${site.url}/stage`, summit);
    const faults = await browser.run<string[]>(`(() => {
      for (const options of ${JSON.stringify([summitInEnglish, moon])}) {
        mizwala.createTimeline(document.getElementById("host"), options).select(options.events[0].id);
      }
      timeline.select("agreement");
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      const lost = [...document.querySelectorAll("*")].flatMap((element) =>
        ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for"].flatMap((name) =>
          (element.getAttribute(name) ?? "").split(" ").filter((id) => id && !document.getElementById(id))));
      return [...ids.filter((id, i) => ids.indexOf(id) !== i), ...lost];
    })()`);
    expect(faults).toEqual([]);
    expect(await browser.run(`document.querySelectorAll(".mizwala").length`)).toBe(3);
  });

  it("A46: says nothing of focus: it stays where it is while something is said", async () => {
    await stage(browser, `${site.url}/stage`, days(40, "ltr"));
    await browser.run(`document.querySelector(".mizwala-event").focus()`);
    await browser.press("+");
    await expect.poll(status).not.toBe("");
    expect(await browser.run(`document.activeElement.className`)).toContain("mizwala-event");
    await draw(browser, { events: [] });
    expect(allOf(await readSpeechTree(browser)).some((one) => one.name === "No events")).toBe(true);
  });
});
