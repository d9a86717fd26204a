import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findBarriers } from "../support/axe.js";
import { bundle } from "../support/bundle.js";
import type { ChromiumDriver, Driver } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import { serve, type TestServer } from "../support/server.js";
import { boxOf, settleWith, wholePage } from "../support/stage.js";
import { touch } from "../support/touch.js";

const READY = "window.story?.count";
const LANGUAGES = [
  ["ar", "", { later: "ArrowLeft", playing: "إيقاف", said: "الخطوة 3 من 6: ثلاثة رؤساء وشاشة" }],
  ["en", "lang=en", { later: "ArrowRight", playing: "Stop", said: "Step 3 of 6: Three presidents and a screen" }],
] as const;

let site: TestServer;
beforeAll(async () => {
  const library = { html: await bundle(), headers: { "content-type": "text/javascript; charset=utf-8" } };
  site = await serve({ "/dist/mizwala.iife.js": library });
});
afterAll(() => site.close());

const open = async (browser: Driver, query: string): Promise<void> => {
  await browser.goto("about:blank");
  await browser.goto(`${site.url}/examples/story.html?${query}`);
  await settleWith(browser, READY);
};
const step = (browser: Driver): Promise<number> => browser.run("story.step");
const waitForStep = (browser: Driver, n: number): Promise<boolean> =>
  browser.run(`new Promise((done) => {
    let frames = 600;
    const look = () => story.step === ${n} || frames-- === 0 ? done(story.step === ${n}) : requestAnimationFrame(look);
    look();
  })`);

const statusOf = (browser: Driver): Promise<string> =>
  browser.run(`new Promise((done) => {
    let frames = 600;
    const status = document.querySelector(".mizwala-status");
    const look = () => status.textContent || frames-- === 0 ? done(status.textContent) : requestAnimationFrame(look);
    look();
  })`);

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 800, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  describe.each(casesIn(engine, LANGUAGES))("a story in %s", (_language, query, { later, playing, said }) => {
    beforeEach(async () => {
      await open(browser, query);
      return async () => {
        expect(await browser.problems()).toEqual([]);
      };
    });

    it("A32: is walked through by buttons and by keys, and focus stays", async () => {
      await browser.click(".mizwala-story [data-control=next]");
      expect(await step(browser)).toBe(2);
      await browser.press(later, "PageDown");
      expect(await step(browser)).toBe(4);
      await browser.press("End", "Enter");
      expect(await step(browser)).toBe(6);
      expect(await browser.run("document.activeElement.dataset.control")).toBe("next");
      await browser.press("Home");
      expect(await step(browser)).toBe(1);
    });

    it("A64: plays only when asked, and stops at the next press or key", async () => {
      const isPlaying = `document.querySelector(".mizwala-story [data-control=play]").title === "${playing}"`;
      expect(await browser.run(isPlaying)).toBe(false);
      await browser.click(".mizwala-story [data-control=play]");
      expect(await browser.run(isPlaying)).toBe(true);
      await browser.click(".mizwala-story-title");
      expect(await browser.run(isPlaying)).toBe(false);
      await browser.run(`document.querySelector(".mizwala-story [data-control=play]").focus()`);
      await browser.press("Enter");
      expect(await browser.run(isPlaying)).toBe(true);
      await browser.press("Enter");
      expect(await browser.run(isPlaying)).toBe(false);
      expect(await step(browser)).toBe(1);
    });

    it("follows a swipe over the panel to where time leads, and no other movement of a finger", async () => {
      const { left, top, width } = await boxOf(browser, ".mizwala-story-body");
      const [x, y] = [left + width / 2, top + 10];
      const sign = later === "ArrowLeft" ? 1 : -1;
      const swipe = (dx: number, dy = 0): Promise<void> =>
        touch(browser, [
          [x, y],
          [x + sign * dx, y + dy],
        ]);
      await swipe(90);
      await swipe(90, 20);
      expect(await step(browser)).toBe(3);
      await swipe(-90);
      expect(await step(browser)).toBe(2);
      await swipe(20);
      await swipe(60, 90);
      await touch(browser, [
        [x, y],
        [x, y],
      ]);
      expect(await step(browser)).toBe(2);
    });

    it("says each step to screen readers, once", async () => {
      await browser.click(".mizwala-story [data-control=next]");
      await browser.press("PageDown");
      expect(await statusOf(browser)).toBe(said);
      expect(
        await browser.run(`document.querySelectorAll(".mizwala [aria-live], .mizwala [role=status]").length`),
      ).toBe(1);
    });

    it.each([
      ["", {}],
      [", with time running down", { layout: "flags", orientation: "vertical" }],
      [", on an axis with breaks", { breaks: "auto" }],
    ])("shows its event in view, above the panel%s", async (_where, options) => {
      await browser.run(`timeline.update(${JSON.stringify(options)})`);
      await browser.settle();
      await browser.run("story.go(2), story.go(5)");
      await browser.settle();
      expect(await browser.run("timeline.state.domain")).toEqual({ from: "2020-07-06", to: "2020-07-10" });
      const label = await boxOf(browser, ".mizwala-label.is-told[data-event=agreement]");
      const panel = await boxOf(browser, ".mizwala-story");
      expect(label.bottom).toBeLessThan(panel.top);
      expect(panel.bottom).toBeLessThanOrEqual(800);
    });

    it("goes back and forward with the browser, and opens where a link says", async () => {
      await browser.click(".mizwala-story [data-control=next]");
      await browser.settle();
      await browser.press("PageDown");
      await browser.settle();
      expect(await browser.run("location.hash")).toContain("story=3");
      await browser.run("history.back()");
      expect(await waitForStep(browser, 2)).toBe(true);
      await browser.run("history.forward()");
      expect(await waitForStep(browser, 3)).toBe(true);
      await browser.goto("about:blank");
      await browser.goto(`${site.url}/examples/story.html?${query}#story=4&event=arrival`);
      await settleWith(browser, READY);
      expect(await step(browser)).toBe(4);
      expect(await browser.run("timeline.state.selected")).toBe("arrival");
    });

    it("to scroll follows the chapter that is in view", async () => {
      await open(browser, `${query}&scroll`);
      await browser.run("document.querySelectorAll('.mizwala-story-chapter')[3].scrollIntoView({ block: 'end' })");
      expect(await waitForStep(browser, 4)).toBe(true);
      await browser.settle();
      const plot = await boxOf(browser, ".mizwala-plot");
      expect(plot.top).toBeCloseTo(0, 0);
      await browser.run("story.go(6), story.go(2)");
      await browser.settle();
      expect(await step(browser)).toBe(2);
      const chapter = await boxOf(browser, ".mizwala-story-chapter.is-told");
      expect(chapter.top).toBeCloseTo((await boxOf(browser, ".mizwala-plot")).bottom, 0);
    });
  });
});

describe.each(ENGINES)("In %s", (engine) => {
  it("a story to scroll goes forward only while one scrolls on, also where chapters differ in layout", async () => {
    const browser = await engines[engine]({ width: 1000, height: 900, hasReducedMotion: true });
    await open(browser, "scroll");
    const chapters = ["flags", "lanes", "flags", "list", "lanes"].map((layout, i) => ({ title: `No. ${i}`, layout }));
    await browser.run(`(() => {
      window.story = mizwala.story({ scroll: true, chapters: ${JSON.stringify(chapters)} });
      timeline.update({ features: [story] });
    })()`);
    await browser.settle();
    const steps = await browser.run<number[]>(`new Promise((done) => {
      const steps = [];
      let frames = 100;
      const go = () => {
        steps.push(story.step);
        scrollBy(0, 60);
        if (story.step === 5 || frames-- === 0) done(steps);
        else requestAnimationFrame(() => requestAnimationFrame(go));
      };
      scrollTo(0, 0);
      requestAnimationFrame(go);
    })`);
    await browser.close();
    expect([...new Set(steps)]).toEqual([1, 2, 3, 4, 5]);
    expect(steps).toEqual([...steps].sort());
  });
});

describe("A story looks as it should", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium({ width: 1280, height: 900, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  const views = LANGUAGES.flatMap(([language, query]) => [1280, 390].map((width) => ({ language, query, width })));

  it.each(views)("in $language at $width px", async ({ language, query, width }) => {
    await browser.resize(width, 900);
    await open(browser, query);
    await browser.run("story.go(4)");
    await browser.settle();
    expect(await findBarriers(browser)).toEqual([]);
    await expectPicture(browser, `story-${language}-${width}`, await wholePage(browser, width));
  });

  it("in the dark", async () => {
    await browser.emulate({ colorScheme: "dark" });
    await open(browser, "");
    await browser.run("story.go(3)");
    await browser.settle();
    expect(await findBarriers(browser)).toEqual([]);
    await expectPicture(browser, "story-dark", await wholePage(browser, 1280));
  });

  it("without barriers, also to scroll, while it plays, at its end and closed", async () => {
    await browser.emulate({ colorScheme: "light" });
    await open(browser, "scroll");
    await browser.run("story.go(4)");
    await browser.settle();
    expect(await findBarriers(browser)).toEqual([]);
    await open(browser, "");
    for (const act of ["story.play()", "story.go(6)", "story.close()"]) {
      await browser.run(act);
      await browser.settle();
      expect(await findBarriers(browser)).toEqual([]);
    }
  });

  it("on a phone to scroll, with the picture in sight above its chapter", async () => {
    await browser.resize(390, 800);
    await open(browser, "scroll");
    await browser.run("story.go(5)");
    await browser.settle();
    expect(await findBarriers(browser)).toEqual([]);
    await expectPicture(browser, "story-scroll-390", await browser.screenshot());
  });

  it("with words too long to stay in sight, which it goes to", async () => {
    await browser.resize(390, 800);
    await open(browser, "lang=en");
    const chapters = ["Short.", "Long. ".repeat(200)].map((text) => ({ title: "No.", text, focus: "astana" }));
    await browser.run(`(() => {
      window.story = mizwala.story({ chapters: ${JSON.stringify(chapters)} });
      timeline.update({ features: [story] });
    })()`);
    await browser.settle();
    const seen: number[] = [];
    for (const n of [1, 2, 1]) {
      await browser.run(`story.go(${n}), story.step`);
      await browser.settle();
      const { top, bottom } = await boxOf(browser, ".mizwala-story");
      expect(bottom).toBeLessThanOrEqual(800);
      seen.push(Math.round(top));
    }
    expect(seen[0]).toBeGreaterThan(400);
    expect(seen[1]).toBeGreaterThanOrEqual(0);
    expect(seen[2]).toBe(seen[0]);
  });

  it("swipes with a finger, in both directions of reading", async () => {
    for (const [query, sign] of [
      ["", 1],
      ["lang=en", -1],
    ] as const) {
      await browser.resize(390, 800);
      await open(browser, query);
      const { left, top, width } = await boxOf(browser, ".mizwala-story-body");
      const [x, y] = [left + width / 2, top + 20];
      await browser.swipe([x - sign * 60, y], [x + sign * 60, y]);
      expect(await step(browser)).toBe(2);
      await browser.swipe([x + sign * 60, y], [x - sign * 60, y]);
      expect(await step(browser)).toBe(1);
    }
  });
});
