import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SearchOptions } from "../../src/features/index.js";
import type { TimelineOptions } from "../../src/index.js";
import { findBarriers } from "../support/axe.js";
import { bundle } from "../support/bundle.js";
import type { ChromiumDriver, Driver } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, serveStage, settleWith, wholePage } from "../support/stage.js";
import { stories } from "../support/stories.js";
import { background, summit, summitInEnglish } from "./example.js";
import moon from "../../examples/lanes-moon.json" with { type: "json" };

const FOCUS = `document.activeElement.dataset.event ?? document.activeElement.dataset.control ?? document.activeElement.className`;
const FIELD = ".mizwala-search-input";
const COUNT = `document.querySelector(".mizwala-search-count").textContent`;
const KEPT = `[...document.querySelectorAll(".mizwala-list > li:not([hidden]) > button")].map(({ dataset }) => dataset.event)`;
/** The words that are highlighted, by the name of the highlight. */
const words = (name: string): string =>
  `[...(CSS.highlights.get("mizwala-${name}") ?? [])].map((at) => {
    const range = document.createRange();
    range.setStart(at.startContainer, at.startOffset);
    range.setEnd(at.endContainer, at.endOffset);
    return range.toString();
  })`;

let site: TestServer;
beforeAll(async () => {
  const library = { html: await bundle(), headers: { "content-type": "text/javascript; charset=utf-8" } };
  site = await serveStage({ "/dist/mizwala.iife.js": library });
});
afterAll(() => site.close());

/** Draws a timeline with a search; `window.find` is it. */
async function stageSearch(browser: Driver, options: unknown, own: SearchOptions = {}): Promise<void> {
  await browser.goto(`${site.url}/stage`);
  await browser.run(`(() => {
    window.find = mizwala.search(${JSON.stringify(own)});
    const options = { ...${JSON.stringify(options)}, features: [find] };
    window.timeline = mizwala.createTimeline(document.getElementById("host"), options);
  })()`);
  await browser.settle();
}

const CASES: readonly (readonly [string, TimelineOptions, string])[] = [
  ["right to left", summit, "باقرى"],
  ["left to right", summitInEnglish, "bagheri"],
];

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 700, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  describe.each(casesIn(engine, CASES))("%s", (_, options, word) => {
    it("A32: one opens the search, writes, steps and leaves, all by keys", async () => {
      await stageSearch(browser, options);
      await browser.run(`document.querySelector(".mizwala-event[data-event='agreement']").focus()`);
      await browser.press("/");
      expect(await browser.run(FOCUS)).toBe("mizwala-search-input");
      await browser.type(word);
      await browser.settle();
      expect(await browser.run(KEPT)).toEqual(["visit", "arrival", "meeting"]);
      expect(await browser.run(COUNT)).toContain("3");
      await browser.press("Enter", "Enter");
      expect(await browser.run(`document.querySelector(".mizwala-mark[data-match]").dataset.event`)).toBe("arrival");
      expect(await browser.run(FOCUS)).toBe("mizwala-search-input");
      await browser.press("Shift+Enter", "ArrowDown");
      expect(await browser.run(FOCUS)).toBe("visit");
      await browser.press("End");
      expect(await browser.run(FOCUS)).toBe("meeting");
      await browser.press("/", "Escape");
      await browser.settle();
      expect(await browser.run(KEPT)).toHaveLength(5);
      expect(await browser.run(`document.querySelector("${FIELD}").value`)).toBe("");
      await browser.press("Escape");
      expect(await browser.run(FOCUS)).toBe("meeting");
      expect(await browser.run(`document.querySelector(".mizwala-search").hidden`)).toBe(true);
      expect(await browser.problems()).toEqual([]);
    });

    it("one opens the search, clears and steps by pointer", async () => {
      await stageSearch(browser, options);
      await browser.click("[data-control=search]");
      await browser.type(word);
      await browser.click("[data-control=later]");
      await browser.settle();
      expect(await browser.run(`document.querySelector(".mizwala-mark[data-match]").dataset.event`)).toBe("visit");
      await browser.click("[data-control=clear]");
      await browser.settle();
      expect(await browser.run(KEPT)).toHaveLength(5);
      expect(await browser.run(FOCUS)).toBe("mizwala-search-input");
      await browser.click(".mizwala-search-text");
      await browser.click("[data-choice='kinds signing']");
      await browser.settle();
      expect(await browser.run(KEPT)).toEqual(["agreement"]);
      await browser.click("[data-control=search]");
      await browser.settle();
      expect(await browser.run(KEPT)).toHaveLength(5);
      expect(await browser.problems()).toEqual([]);
    });

    it("matches are highlighted, and no text is cut or moved by it", async () => {
      await stageSearch(browser, options);
      const title = ".mizwala-label[data-event='arrival'] .is-title";
      const measure = `(() => { const at = document.querySelector("${title}");
        const range = document.createRange(); range.selectNodeContents(at.firstChild);
        return [range.getBoundingClientRect().width, at.childNodes.length]; })()`;
      await browser.run(`find.set({ kinds: ["arrival"] })`);
      await browser.settle();
      const [width, pieces] = await browser.run<[number, number]>(measure);
      await browser.run(`find.set({ kinds: ["arrival"], text: "${word}" })`);
      await browser.settle();
      const [after, piecesAfter] = await browser.run<[number, number]>(measure);
      expect(after).toBeCloseTo(width, 1);
      expect(piecesAfter).toBe(pieces);
      const shown = await browser.run<string[]>(words("match"));
      expect(shown).toHaveLength(1);
      expect(word.startsWith("b") ? "Bagheri" : "باقري").toBe(shown[0]);
      await browser.run(`find.next()`);
      await browser.settle();
      expect(await browser.run(words("match-now"))).toEqual(shown);
      expect(await browser.run(words("match"))).toEqual([]);
      await browser.run("find.clear()");
      await browser.settle();
      expect(await browser.run("CSS.highlights.size")).toBe(0);
    });
  });

  it("a highlight is painted on its word and nowhere else", async () => {
    await stageSearch(browser, summit);
    await browser.run(`(find.set({ text: "باقري" }), document.activeElement.blur())`);
    await browser.settle();
    const boxes = await browser.run<DOMRect[]>(`[...CSS.highlights.get("mizwala-match")].map((at) => {
      const range = document.createRange();
      range.setStart(at.startContainer, at.startOffset);
      range.setEnd(at.endContainer, at.endOffset);
      return range.getBoundingClientRect().toJSON();
    })`);
    const image = PNG.sync.read(await browser.screenshot());
    const scale = image.width / (await browser.run<number>("innerWidth"));
    const painted = Array.from({ length: image.width * image.height }, (_, i) => i).filter((i) => {
      const [red, green, blue] = image.data.subarray(4 * i);
      return red! > 240 && green! > 220 && blue! > 120 && blue! < 190;
    });
    // An engine may paint a line as high as its font.
    const isWithin = (i: number): boolean => {
      const [x, y] = [(i % image.width) / scale, Math.floor(i / image.width) / scale];
      return boxes.some(
        ({ left, right, top, bottom }) => x > left - 3 && x < right + 3 && y > top - 12 && y < bottom + 12,
      );
    };
    expect(boxes.length).toBeGreaterThan(1);
    expect(painted.length).toBeGreaterThan(100 * boxes.length);
    expect(painted.filter((i) => !isWithin(i))).toEqual([]);
  });

  it.each(["trace", "none"] as const)("focus is never lost to a filter that leaves %s", async (unmatched) => {
    await stageSearch(browser, summit, { unmatched });
    await browser.run(`document.querySelector(".mizwala-event[data-event='agreement']").focus()`);
    await browser.run(`find.set({ kinds: ["summit", "meeting"] })`);
    await browser.settle();
    expect(await browser.run(FOCUS)).toBe("meeting");
    await browser.run(`find.set({ text: "xyz" })`);
    await browser.settle();
    expect(await browser.run(FOCUS)).toBe("mizwala-search-input");
  });

  it("a match out of view is brought into view, in a long list too", async () => {
    await stageSearch(browser, moon);
    await browser.run(`timeline.show({ from: "1957", to: "1958" })`);
    await browser.run(`(find.set({ text: "salyut" }), find.previous())`);
    await browser.settle();
    const plot = await boxOf(browser, ".mizwala-plot");
    const mark = await boxOf(browser, ".mizwala-mark[data-match]");
    expect(mark.left).toBeGreaterThanOrEqual(plot.left);
    expect(mark.right).toBeLessThanOrEqual(plot.right);
    await browser.run(`timeline.update({ layout: "list" })`);
    await browser.settle();
    await browser.run(`(find.set({ text: "skylab" }), find.previous())`);
    await browser.settle();
    const { top, bottom } = await boxOf(browser, ".mizwala-mark[data-match]");
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(await browser.run<number>("innerHeight"));
  });
});

describe("In Chromium", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium({ width: 1000, height: 700, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  const OPEN = `(find.set({ kinds: ["summit", "signing"] }), document.querySelector(".mizwala-search-text").click())`;

  it.each([
    ["light", summit],
    ["dark", summitInEnglish],
  ] as const)("nothing bars anybody from the search, %s", async (colorScheme, options) => {
    await browser.emulate({ colorScheme });
    await stageSearch(browser, options);
    for (const act of ["find.open()", OPEN, `(find.set({ text: "2020" }), find.next())`]) {
      await browser.run(act);
      await browser.settle();
      expect(await findBarriers(browser, ".mizwala")).toEqual([]);
    }
    await browser.emulate({ colorScheme: "light" });
  });

  it("the search fits into 320 px, and every target has 24 px", async () => {
    for (const options of [background, summitInEnglish]) {
      await browser.resize(320, 700);
      await stageSearch(browser, options);
      await browser.run(OPEN);
      await browser.settle();
      expect(await browser.run("document.documentElement.scrollWidth")).toBe(320);
      const sizes = await browser.run<number[]>(
        `[...document.querySelectorAll(".mizwala-search :is(button, label)")].filter((it) => it.offsetParent)
          .flatMap((it) => [it.offsetWidth, it.offsetHeight])`,
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
    }
    await browser.resize(1000, 700);
  });

  it("of thousands of events the count comes at once, and the picture when one pauses", async () => {
    await stageSearch(browser, { events: stories(1500), layout: "lanes" });
    await browser.run("find.open()");
    await expect.poll(() => browser.run(`${KEPT}.length`)).toBe(1500);
    const now = await browser.run<[string, number]>(`(() => {
      const field = document.querySelector("${FIELD}");
      field.value = "damas";
      field.dispatchEvent(new Event("input"));
      return [${COUNT}, ${KEPT}.length];
    })()`);
    const matches = await browser.run<number>("find.matches.length");
    expect(now).toEqual([`${matches} of 1,500 events`, 1500]);
    await browser.run("new Promise((done) => setTimeout(done, 400))");
    await browser.settle();
    expect(await browser.run(`${KEPT}.length`)).toBe(matches);
  });

  it.each([
    ["", "ar-1280", 1280, 'find.set({"text":"باقرى"}) // 4', 3],
    ["?lang=en", "en-390", 390, 'find.set({"text":"باقرى"}) // 4', 3],
  ] as const)("the example searches by its own buttons: search.html%s", async (query, name, width, before, after) => {
    await browser.goto(`${site.url}/examples/search.html${query}`);
    await settleWith(browser, "window.timeline?.destroy");
    expect(await browser.run(`document.getElementById("filter").textContent`)).toBe(before);
    await expectPicture(browser, `search-example-${name}`, await wholePage(browser, width));
    await browser.click("#samples button:nth-of-type(2)");
    await browser.settle();
    expect(await browser.run(KEPT)).toHaveLength(after);
    expect(await browser.problems()).toEqual([]);
    await browser.resize(1000, 700);
  });

  const STEP = (text: string): string => `(find.set({ text: "${text}" }), find.next())`;
  it.each([
    ["ar-1280-light", background, 1280, "light", STEP("باقرى")],
    ["ar-1280-dark", background, 1280, "dark", STEP("قمه")],
    ["choices-ar-1280", background, 1280, "light", OPEN],
    ["choices-ar-390-dark", background, 390, "dark", OPEN],
    ["en-390-light", summitInEnglish, 390, "light", STEP("bagheri")],
    ["lanes-en-1280", moon as unknown as TimelineOptions, 1280, "light", STEP("apollo")],
  ] as const)("the search looks right: %s", async (name, options, width, colorScheme, act) => {
    await browser.emulate({ colorScheme });
    await stageSearch(browser, options);
    await browser.run(act);
    await expectPicture(browser, `search-${name}`, await wholePage(browser, width));
    await browser.resize(1000, 700);
    await browser.emulate({ colorScheme: "light" });
  });
});
