import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import type { Driver } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { draw, serveStage } from "../support/stage.js";
import { crowd } from "./crowd.js";

/** Counts as a reader meets them: their names, and what is near the first of their events. */
const COUNTS = `[...document.querySelectorAll(".mizwala-more")].map((more) => ({
  id: more.dataset.event,
  count: Number(more.dataset.count),
  name: more.getAttribute("aria-label"),
  isHidden: more.closest("[aria-hidden=true]") !== null,
}))`;
const LABELS = `[...document.querySelectorAll(".mizwala-label")].map((label) => label.dataset.event)`;
const MARKS = `[...document.querySelectorAll(".mizwala-mark")].map((mark) => mark.dataset.event)`;
const FOCUS = `document.activeElement.dataset.event ?? document.activeElement.className`;
const PANEL = `document.querySelectorAll(".mizwala-details li").length`;

interface Count {
  readonly id: string;
  readonly count: number;
  readonly name: string;
  readonly isHidden: boolean;
}

const SPOKEN = {
  ar: /^(\d+ أحداث أخرى هنا|\+1: حدث آخر هنا|\+2: حدثان آخران هنا|\d+ حدثاً آخر هنا)، .*2020: ./,
  en: /^\d+ more events? here, .*2020: ./,
};

let site: TestServer;
beforeAll(async () => {
  site = await serveStage();
});
afterAll(() => site.close());

describe.each(ENGINES)("Counts in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ hasReducedMotion: true });
    await browser.goto(`${site.url}/stage`);
  });
  afterAll(() => browser.close());

  const counts = (): Promise<readonly Count[]> => browser.run(COUNTS);
  const choose = async (id: string): Promise<void> => {
    await browser.click(`.mizwala-more[data-event="${id}"]`);
    await browser.settle();
  };

  describe.each(casesIn(engine, ["ar", "en"]))("of a timeline in %s", (language) => {
    const options: TimelineOptions = crowd(80, language);
    beforeEach(async () => {
      await draw(browser, options);
      return async () => {
        expect(await browser.problems()).toEqual([]);
      };
    });

    it("A10: say how many events they stand for, when those were, and what the first are.", async () => {
      const all = await counts();
      expect(all.length).toBeGreaterThan(2);
      for (const { name, isHidden } of all) {
        expect(name).toMatch(SPOKEN[language]);
        expect(isHidden).toBe(false);
      }
    });

    it("zoom to their events, which then have labels, and leave focus on the first of them.", async () => {
      const [largest] = (await counts()).toSorted((a, b) => b.count - a.count);
      const before = await browser.run<string[]>(LABELS);
      await choose(largest!.id);
      const after = await browser.run<string[]>(LABELS);
      expect(after.filter((id) => !before.includes(id)).length).toBeGreaterThan(0);
      expect(await browser.run<string[]>(MARKS)).toContain(largest!.id);
      expect(await browser.run(FOCUS)).toBe(largest!.id);
      expect(await browser.run(PANEL)).toBe(0);
    });

    it("A10: lead to every event, by zooming and at the end by a list.", async () => {
      const [first] = await counts();
      let [left, steps] = [[first!], 0];
      while (left.length > 0 && steps++ < 12) {
        await choose(left[0]!.id);
        if ((await browser.run<number>(PANEL)) > 0) break;
        left = (await counts()).filter(({ id }) => id === first!.id);
      }
      expect(steps).toBeLessThan(12);
      const isLabelled = (await browser.run<string[]>(LABELS)).includes(first!.id);
      expect(isLabelled || (await browser.run<number>(PANEL)) > 0).toBe(true);
    });
  });

  it.each(["ar", "en"] as const)(
    "list events that no zoom tells apart, and give focus back: in %s.",
    async (language) => {
      const { events, ...options } = crowd(60, language);
      await draw(browser, { ...options, events: events.map((event) => ({ ...event, date: "2020-07-09" })) });
      const [only] = await counts();
      await choose(only!.id);
      expect(await browser.run(PANEL)).toBe(only!.count);
      expect(await browser.run(FOCUS)).toContain("mizwala-details-title");
      await browser.press("Escape");
      expect(await browser.run(FOCUS)).toBe(only!.id);
      expect(await browser.problems()).toEqual([]);
    },
  );
});
