import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import type { ChromiumDriver, Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stage, stagePage, wholePage } from "../support/stage.js";
import { summit as arabic, summitInEnglish as english } from "./example.js";

const THEMES = ["newsroom", "quiet", "presentation"] as const;
const cssOf = (theme: string): string =>
  readFileSync(new URL(`../../src/themes/${theme}.css`, import.meta.url), "utf8");
const PAPER = `getComputedStyle(document.querySelector(".mizwala")).backgroundColor`;

let site: TestServer;
beforeAll(async () => {
  const pages = THEMES.map((theme) => [`/${theme}`, stagePage({ css: cssOf(theme) })] as const);
  const element = stagePage({
    css: cssOf("newsroom"),
    body: `<mizwala-timeline events='[{"date":"2020-07-09","title":"One"}]' theme="light"></mizwala-timeline>`,
  });
  site = await serveStage(Object.fromEntries([...pages, ["/element", element]]));
});
afterAll(() => site.close());

describe("A theme, in Chromium,", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium({ hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  const scenes = THEMES.flatMap((theme) => [
    { theme, language: "ar", colorScheme: "light", width: 1280 } as const,
    { theme, language: "en", colorScheme: "dark", width: 1280 } as const,
    { theme, language: "ar", colorScheme: "dark", width: 390 } as const,
  ]);
  it.each(scenes)("looks right: $theme in $language at $width px, $colorScheme", async (scene) => {
    const { theme, language, colorScheme, width } = scene;
    await browser.emulate({ colorScheme });
    await browser.resize(width, 900);
    await stage(browser, `${site.url}/${theme}`, language === "ar" ? arabic : english);
    await browser.run(`timeline.select("agreement")`);
    await expectPicture(browser, `theme-${theme}-${language}-${width}-${colorScheme}`, await wholePage(browser, width));
    expect(await browser.problems()).toEqual([]);
    await browser.emulate({ colorScheme: "light" });
  });

  it.each(THEMES)("gives way to the colours that a reader forces, and to more contrast: %s", async (theme) => {
    await browser.emulate({ forcedColors: "active" });
    await stage(browser, `${site.url}/${theme}`, english);
    const canvas = await browser.run(`(document.body.style.color = "Canvas", getComputedStyle(document.body).color)`);
    expect(await browser.run(PAPER)).toBe(canvas);
    await browser.emulate({ forcedColors: "none", contrast: "more" });
    const [muted, ink] = await browser.run<string[]>(
      `[".mizwala-subtitle", ".mizwala"].map((name) => getComputedStyle(document.querySelector(name)).color)`,
    );
    expect(muted).toBe(ink);
    await browser.emulate({ contrast: "no-preference" });
  });
});

describe.each(ENGINES)("A theme, in %s,", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 900, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  it("has a light and a dark form, by the option as well", async () => {
    for (const [theme, paper] of Object.entries({ light: "rgb(253, 247, 236)", dark: "rgb(28, 25, 22)" })) {
      await stage(browser, `${site.url}/newsroom`, { ...english, theme } as TimelineOptions);
      expect(await browser.run(PAPER)).toBe(paper);
    }
  });

  it("reaches the inside of the custom element", async () => {
    await browser.goto(`${site.url}/element`);
    const inside = `document.querySelector("mizwala-timeline").shadowRoot?.querySelector(".mizwala")`;
    await expect.poll(() => browser.run(`Boolean(${inside})`)).toBe(true);
    await expect.poll(() => browser.run(`getComputedStyle(${inside}).backgroundColor`)).toBe("rgb(253, 247, 236)");
  });
});
