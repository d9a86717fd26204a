import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findBarriers } from "../support/axe.js";
import { bundle } from "../support/bundle.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, serveStage, settleWith, stagePage } from "../support/stage.js";
import { background, summitInEnglish } from "./example.js";

/** Pixels by which the page is wider than the window. */
const WIDE = "document.documentElement.scrollWidth - innerWidth";
const FORCED = { forcedColors: "active" } as const;
const LANGUAGES = ["ar", "en"] as const;
type Language = (typeof LANGUAGES)[number];

/** An event, and the keys that hold it and move it later. */
const HELD = { ar: ["meeting", "F2", "ArrowLeft"], en: ["arrival", "F2", "ArrowRight"] } as const;

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  const library = { html: await bundle(), headers: { "content-type": "text/javascript; charset=utf-8" } };
  const pages = Object.fromEntries(
    LANGUAGES.map((lang) => [`/${lang}`, stagePage({ lang, dir: lang === "ar" ? "rtl" : "ltr" })]),
  );
  site = await serveStage({ ...pages, "/dist/mizwala.iife.js": library });
  browser = await engines.chromium({ width: 1280, height: 900, hasReducedMotion: true });
});
beforeEach(() => browser.emulate({ forcedColors: "none" }));
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function openStory(language: Language, step: number, query = ""): Promise<void> {
  await browser.goto(`${site.url}/examples/story.html?${language === "en" ? "lang=en&" : ""}${query}`);
  await settleWith(browser, "window.story?.count");
  await browser.run(`story.go(${step})`);
  await browser.settle();
}

/** What readers set for all texts of a page (WCAG 2.2, 1.4.12). */
const AIR =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";

async function addAir(): Promise<void> {
  await browser.run(`void document.head.appendChild(document.createElement("style")).append(${JSON.stringify(AIR)})`);
  await browser.settle();
}

/** An event is held by keys, and its tools are there. */
async function openEditing(language: Language, hasAir = false): Promise<void> {
  const [id, ...keys] = HELD[language];
  await browser.goto(`${site.url}/${language}`);
  if (hasAir) await addAir();
  const options = language === "ar" ? background : summitInEnglish;
  await browser.run(`(() => {
    window.edit = mizwala.editing();
    const options = { ...${JSON.stringify(options)}, features: [edit] };
    window.timeline = mizwala.createTimeline(document.getElementById("host"), options);
  })()`);
  await browser.settle();
  await browser.run(`document.querySelector(".mizwala-event[data-event='${id}']").focus()`);
  await browser.press(...keys);
  await browser.settle();
}

const css = (selector: string, property: string): Promise<string> =>
  browser.run(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue("${property}")`);

describe("Forced colours", () => {
  it.each(LANGUAGES)(
    "A61: show the step of a story, what is told, and which button is of no use: %s",
    async (language) => {
      await browser.resize(1280, 900);
      await browser.emulate(FORCED);
      await openStory(language, 6);
      const told = ".mizwala-label.is-told :is(.is-title, .is-compact, .is-bar)";
      expect(await css(told, "text-decoration-line")).toBe("underline");
      const [able, unable] = [`[data-control=previous]`, `[data-control=next]`].map((it) => `.mizwala-story ${it}`);
      expect(await css(unable!, "color")).not.toBe(await css(able!, "color"));
      expect(await findBarriers(browser, ".mizwala")).toEqual([]);
      await expectPicture(browser, `story-forced-${language}`, await browser.screenshot());
    },
  );

  it.each(LANGUAGES)("A61: show what is being edited, and which tool is of no use: %s", async (language) => {
    await browser.resize(1280, 900);
    await browser.emulate(FORCED);
    await openEditing(language);
    expect(await browser.run(`document.querySelectorAll(".mizwala-draft").length`)).toBeGreaterThan(0);
    const date = ".mizwala-draft-date .mizwala-line";
    expect(await css(date, "color")).not.toBe(await css(".mizwala-draft-date", "background-color"));
    const [able, unable] = ["false", "true"].map((is) => `.mizwala-editing .mizwala-button[aria-disabled="${is}"]`);
    expect(await css(unable!, "color")).not.toBe(await css(able!, "color"));
    expect(await findBarriers(browser, ".mizwala")).toEqual([]);
    await expectPicture(browser, `editing-forced-${language}`, await browser.screenshot());
  });
});

describe("A window of 320 by 256 pixels", () => {
  it.each(LANGUAGES)("A58, A66: holds a story, whose buttons and words one comes to: %s", async (language) => {
    await browser.resize(320, 256);
    await openStory(language, 4);
    expect(await browser.run(WIDE)).toBe(0);
    for (const selector of ["[data-control=next]", "-title", "-text"].map((part) =>
      part.startsWith("[") ? `.mizwala-story ${part}` : `.mizwala-story${part}`,
    )) {
      await browser.run(`document.querySelector("${selector}").scrollIntoView({ block: "nearest" })`);
      const { left, right, top } = await boxOf(browser, selector);
      expect([left >= 0, right <= 320, top >= 0, top < 256], selector).toEqual([true, true, true, true]);
    }
    await browser.click(".mizwala-story [data-control=next]");
    expect(await browser.run("story.step")).toBe(5);
    await browser.settle();
    expect(await browser.run(WIDE)).toBe(0);
    expect(await findBarriers(browser, ".mizwala")).toEqual([]);
    await expectPicture(browser, `story-320-256-${language}`, await browser.screenshot());
  });

  it.each(LANGUAGES)("A58, A66: leaves the picture above a story to scroll room for words: %s", async (language) => {
    await browser.resize(320, 256);
    await openStory(language, 3, "scroll");
    expect(await browser.run(WIDE)).toBe(0);
    const { top } = await boxOf(browser, ".mizwala-story-chapter.is-told .mizwala-story-title");
    expect(top).toBeLessThan(256 - 24);
    await expectPicture(browser, `story-scroll-320-256-${language}`, await browser.screenshot());
  });

  it.each(LANGUAGES)(
    "A58, A66: holds the tools of the editing, and what is held stays in view: %s",
    async (language) => {
      await browser.resize(320, 256);
      await openEditing(language);
      expect(await browser.run(WIDE)).toBe(0);
      const { top, bottom } = await boxOf(browser, ".mizwala-event:focus");
      expect([top >= 0, top < 256 - 24, bottom > 0]).toEqual([true, true, true]);
      await browser.press("Enter", "F2", "F2");
      await browser.settle();
      const field = await boxOf(browser, ".mizwala-rename");
      expect([field.left >= 0, field.right <= 320, field.top >= 0, field.bottom <= 256]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(await browser.run(WIDE)).toBe(0);
      expect(await findBarriers(browser, ".mizwala")).toEqual([]);
      await expectPicture(browser, `editing-320-256-${language}`, await browser.screenshot());
      await browser.press("Escape");
      await browser.run(`document.querySelector(".mizwala-editing").scrollIntoView()`);
      await expectPicture(browser, `editing-tools-320-256-${language}`, await browser.screenshot());
    },
  );
});

describe("Twice as large, with more air between letters, words and lines", () => {
  /** Texts of a part that are cut, or that lie outside of the window. */
  const cutIn = (part: string): Promise<string[]> =>
    browser.run(`[...document.querySelectorAll(${JSON.stringify(`${part}, ${part} *`)})].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const isCut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible";
      return isCut || left < -1 || right > innerWidth + 1;
    }).map((element) => element.className + ": " + element.textContent)`);

  it.each(LANGUAGES)("A59, A60: a story loses no word: %s", async (language) => {
    await browser.resize(560, 450);
    await openStory(language, 4);
    await addAir();
    expect([await browser.run(WIDE), await cutIn(".mizwala-story")]).toEqual([0, []]);
    if (language === "ar")
      for (const part of ["title", "text"])
        expect(await css(`.mizwala-story-${part}`, "letter-spacing")).toBe("normal");
    await browser.run(`document.querySelector(".mizwala-story").scrollIntoView({ block: "end" })`);
    await expectPicture(browser, `story-air-${language}`, await browser.screenshot());
  });

  it.each(LANGUAGES)("A59, A60: editing loses no tool and no date: %s", async (language) => {
    await browser.resize(560, 450);
    await openEditing(language, true);
    expect([await browser.run(WIDE), await cutIn(".mizwala-editing"), await cutIn(".mizwala-draft-date")]).toEqual([
      0,
      [],
      [],
    ]);
    await browser.run(`document.querySelector(".mizwala-editing").scrollIntoView()`);
    await expectPicture(browser, `editing-air-${language}`, await browser.screenshot());
  });
});
