import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildExamples } from "../../docs/site/examples.mjs";
import { buildGallery } from "../../docs/site/gallery.mjs";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";

let folder: string;
let site: string;
let browser: ChromiumDriver;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mizwala-site-"));
  const url = pathToFileURL(`${folder}/`);
  site = url.href;
  await buildExamples(url);
  await buildGallery(url);
  browser = await engines.chromium({ width: 1280, height: 900, hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const drawn = (): Promise<number> => browser.run(`document.querySelectorAll(".mizwala-mark, iframe").length`);

/** The addresses of the examples in a page of the gallery. */
const framesOf = async (page: string): Promise<string[]> => {
  await browser.goto(site + page);
  return browser.run(`[...document.querySelectorAll("iframe")].map(({ src }) => src)`);
};

describe("The gallery, as a folder of files without a server,", () => {
  it.each(["gallery.html", "gallery-ar.html"])("has examples that all draw: %s", async (page) => {
    const frames = await framesOf(page);
    expect(frames.length).toBeGreaterThan(12);
    expect(await browser.problems()).toEqual([]);
    for (const frame of frames) {
      await browser.goto(frame);
      await expect.poll(drawn, { message: frame }).toBeGreaterThan(0);
      expect(await browser.problems(), frame).toEqual([]);
    }
  });

  it("has beside it a page that opens files, with its own strict policy", async () => {
    await browser.goto(`${site}examples/open.html?lang=en`);
    await browser.click("#sample");
    await expect.poll(drawn).toBeGreaterThan(0);
    expect(await browser.problems()).toEqual([]);
  });

  it("has frames as high as what they show", async () => {
    await browser.goto(`${site}gallery.html`);
    const frame = `document.querySelector("iframe")`;
    await expect.poll(() => browser.run(`${frame}.style.height`)).toMatch(/^[45]\d\dpx$/);
  });

  it("shows the code and the data of an example, as the files have them", async () => {
    await browser.goto(`${site}gallery.html`);
    const [code, data] = await browser.run<string[]>(
      `[...document.querySelectorAll("#search pre")].map((pre) => pre.textContent)`,
    );
    expect(code).toContain("mizwala.search(");
    expect(JSON.parse(data!)).toHaveProperty("events");
  });
});
