import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineEvent, TimelineOptions } from "../../src/index.js";
import type { ChromiumDriver, Driver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { manyEvents } from "../support/many-events.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stage, stagePage, wholePage } from "../support/stage.js";
import { crowd } from "./crowd.js";
import { background, summit, summitInEnglish } from "./example.js";

const MANY = { ar: ["ar-SY", "عشر سنوات في أحداثها"], en: ["en", "Ten years, event by event"] } as const;
/** The window of WebKit is no narrower; what is stands in such a window. */
const NARROWEST = 500;
const EXAMPLES = { ar: summit, en: summitInEnglish } as const;

let site: TestServer;
beforeAll(async () => {
  site = await serveStage({ "/narrow": stagePage({ css: "#host { width: 360px; }" }) });
});
afterAll(() => site.close());

describe("In Chromium", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium({ hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  const look = async (name: string, options: TimelineOptions, width: number, act?: string): Promise<void> => {
    await stage(browser, `${site.url}/stage`, options);
    if (act !== undefined) await browser.run(act);
    await expectPicture(browser, name, await wholePage(browser, width));
    expect(await browser.problems()).toEqual([]);
  };

  const scenes = (["ar", "en"] as const).flatMap((language) =>
    [1280, 800, 390].flatMap((width) =>
      (["light", "dark"] as const).map((colorScheme) => ({ language, width, colorScheme })),
    ),
  );
  it.each(scenes)("the example in $language looks right at $width px, $colorScheme", async (scene) => {
    const { language, width, colorScheme } = scene;
    await browser.emulate({ colorScheme });
    await look(`example-${language}-${width}-${colorScheme}`, EXAMPLES[language], width);
    await browser.emulate({ colorScheme: "light" });
  });

  const narrow = scenes.filter(({ width }) => width === 390);
  it.each(narrow)("flags that are asked for look right at 390 px too: $language, $colorScheme", async (scene) => {
    const { language, width, colorScheme } = scene;
    await browser.emulate({ colorScheme });
    await look(`flags-${language}-${width}-${colorScheme}`, { ...EXAMPLES[language], layout: "flags" }, width);
    await browser.emulate({ colorScheme: "light" });
  });

  it.each(scenes)("many events in $language look right at $width px, $colorScheme", async (scene) => {
    const { language, width, colorScheme } = scene;
    await browser.emulate({ colorScheme });
    const [locale, title] = MANY[language];
    const events = manyEvents(12_000, language) as TimelineEvent[];
    await look(`many-${language}-${width}-${colorScheme}`, { locale, title, events }, width);
    await browser.emulate({ colorScheme: "light" });
  });

  it("open details look right", async () => {
    await look("details-ar-1280", EXAMPLES.ar, 1280, "timeline.select('agreement')");
    await look("details-en-390", EXAMPLES.en, 390, "timeline.select('agreement')");
  });

  it("months of background look right", async () => {
    await look("background-ar-1280", background, 1280);
    await look("background-ar-390", background, 390);
  });

  it("a crowd of forty events looks right", async () => {
    await look("crowd-ar-1280", crowd(40, "ar"), 1280);
    await look("crowd-en-800", crowd(40, "en"), 800);
  });
});

describe.each(["firefox", "webkit"] as const)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1280, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  it.each([1280, 768, 360])("the example looks right at %i px", async (width) => {
    await stage(browser, `${site.url}/${width < NARROWEST ? "narrow" : "stage"}`, EXAMPLES.ar);
    await expectPicture(browser, `example-ar-${width}-light`, await wholePage(browser, Math.max(width, NARROWEST)));
    expect(await browser.problems()).toEqual([]);
  });
});
