import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import type { Driver } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, stagePage } from "../support/stage.js";
import { summit, summitInEnglish } from "./example.js";

const TIMELINES: Readonly<Record<string, TimelineOptions>> = { ar: summit, en: summitInEnglish };
const STRICT = {
  "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'",
};

let site: TestServer;
beforeAll(async () => {
  site = await serveStage({ "/strict": { html: stagePage(), headers: STRICT } });
});
afterAll(() => site.close());

describe.each(ENGINES)("The download in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  it.each(casesIn(engine, ["ar", "en"]))("makes pixels of what is shown, in %s", async (language) => {
    await browser.resize(1000, 700);
    await browser.goto(`${site.url}/stage`);
    await draw(browser, TIMELINES[language]!, ["mizwala.download()"]);
    const octets = await browser.run<number[]>(
      `features[0].png(2).then((file) => file.arrayBuffer()).then((data) => [...new Uint8Array(data)])`,
    );
    const { width, data } = PNG.sync.read(Buffer.from(octets));
    const { width: plot } = await boxOf(browser, ".mizwala-plot");
    expect(Math.abs(width / 2 - plot - 48)).toBeLessThan(2);
    const dark = data.filter((value, i) => i % 4 === 0 && value < 80).length;
    expect(dark).toBeGreaterThan(4000);
    expect(await browser.problems()).toEqual([]);
  });

  it("opens below its button, inside of the page, and closes when focus leaves", async () => {
    for (const [language, width] of [
      ["ar", 500],
      ["en", 500],
      ["ar", 1000],
    ] as const) {
      await browser.resize(width, 700);
      await browser.goto(`${site.url}/stage`);
      await draw(browser, TIMELINES[language]!, ["mizwala.download()"]);
      await browser.click("[data-control=download]");
      const { left, right, top } = await boxOf(browser, ".mizwala-download-forms");
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(top).toBeGreaterThan((await boxOf(browser, "[data-control=download]")).bottom);
      if (engine === "chromium")
        await expectPicture(browser, `download-${language}-${width}`, await browser.screenshot());
      await browser.press("Tab", "Tab", "Tab");
      expect(await browser.run(`document.querySelector(".mizwala-download-forms").hidden`)).toBe(true);
    }
  });

  it("says so where the policy of the page allows no picture, and still gives the drawing", async () => {
    await browser.resize(1000, 700);
    await browser.goto(`${site.url}/strict`);
    await draw(browser, summitInEnglish, [`mizwala.download({ forms: ["png"] })`]);
    await browser.click("[data-control=download]");
    await expect.poll(() => browser.run(`document.querySelector(".mizwala-download-note").hidden`)).toBe(false);
    expect(await browser.run(`features[0].svg().startsWith("<svg")`)).toBe(true);
    // Their consoles name the policy.
    expect(await browser.problems()).not.toEqual([]);
  });
});
