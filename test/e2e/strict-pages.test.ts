import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import type { Driver } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import { differenceOf } from "../support/pixels.js";
import type { TestPage, TestServer } from "../support/server.js";
import { boxOf, serveStage, settleWith } from "../support/stage.js";
import { summit, summitInEnglish } from "./example.js";

const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';
  require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, " ");

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/host-styles/${name}.css`, import.meta.url), "utf8");

/** Style sheets of pages that reach for every element. */
const HOSTILE: Readonly<Record<string, string>> = {
  reset: `* { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; list-style: none; }`,
  reverted: `* { all: revert; }`,
  bootstrap: fixture("bootstrap-reboot"),
  tailwind: fixture("tailwind-preflight"),
};

const SCENES: Readonly<Record<string, TimelineOptions>> = {
  "flags in Arabic": summit,
  "a list in English": { ...summitInEnglish, layout: "list" },
};
/** The share of pixels that may differ in what is the same picture. */
const SAME = 0.0005;

/** Each feature, and a state in which it shows all it has. */
const STEPS = `
  window.violations = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => violations.push(violatedDirective));
  window.draw = (options) => {
    const { search, overview, brush, story, editing, table } = mizwala;
    const features = { search: search(), overview: overview(), brush: brush(), story: story(), editing: editing(), table: table() };
    window.features = features;
    window.timeline = mizwala.createTimeline(document.getElementById("host"), { ...options, features: Object.values(features) });
  };
  window.openAll = () => {
    timeline.select("agreement");
    features.brush.select({ from: "2020-07-07", to: "2020-07-09" });
    features.search.open();
    features.search.set({ text: "باقري" });
    features.table.open();
    document.activeElement.blur();
  };`;

const pageOf = (css = ""): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>strict</title>
  <link rel="stylesheet" href="/${css}.css"><link rel="stylesheet" href="/around.css">
  <script src="/library.js"></script><script src="/steps.js"></script><main id="host"></main></html>`;
const AROUND = `html, body { margin: 0 !important; padding: 0 !important; background: #fff !important; }
  main { display: block !important; }`;

const file = (html: string, type: string): TestPage => ({ html, headers: { "content-type": type } });

let site: TestServer;
beforeAll(async () => {
  const sheets = Object.entries({ ...HOSTILE, plain: "", around: AROUND });
  site = await serveStage({
    "/steps.js": file(STEPS, "text/javascript"),
    ...Object.fromEntries(sheets.map(([name, css]) => [`/${name}.css`, file(css, "text/css")])),
    ...Object.fromEntries(sheets.map(([name]) => [`/${name}`, pageOf(name)])),
    "/strict": { html: pageOf("plain"), headers: { "content-security-policy": POLICY } },
  });
});
afterAll(() => site.close());

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 900, height: 1700, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  const open = async (path: string, options: TimelineOptions): Promise<void> => {
    await browser.goto(`${site.url}/${path}`);
    await browser.run(`draw(${JSON.stringify(options)})`);
    await browser.settle();
    await browser.run("openAll()");
    await settleWith(browser, `document.querySelector(".mizwala table")`);
    await browser.move([2, 1690]);
    await browser.settle();
  };
  const picture = async (): Promise<Buffer> => {
    const { width, height } = await boxOf(browser, ".mizwala");
    return browser.screenshot({ x: 0, y: 0, width: Math.floor(width), height: Math.floor(height) });
  };

  it("a page with the strictest policy shows the same picture, with every feature, and has nothing to object to", async () => {
    await open("plain", summit);
    const free = await picture();
    await open("strict", summit);
    for (const control of ["zoomIn", "fit"]) await browser.click(`[data-control=${control}]`);
    await browser.move([2, 1690]);
    await browser.settle();
    expect(await browser.run("violations")).toEqual([]);
    expect(await browser.problems()).toEqual([]);
    await browser.run("document.activeElement.blur()");
    expect(differenceOf(free, await picture())).toBeLessThan(SAME);
    await browser.run(`document.body.setAttribute("style", "color: red")`);
    await expect.poll(() => browser.run("violations")).toContain("style-src-attr");
    expect(await browser.problems()).not.toEqual([]);
  });

  it.each(casesIn(engine, Object.entries(SCENES)))(
    "a page whose style reaches for everything shows the same picture: %s",
    async (_name, options) => {
      await open("plain", options);
      const wanted = await picture();
      for (const name of Object.keys(HOSTILE)) {
        await open(name, options);
        expect(differenceOf(wanted, await picture()), name).toBeLessThan(SAME);
      }
    },
  );
});
