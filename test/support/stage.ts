import type { TimelineOptions } from "../../src/index.js";
import { bundle } from "./bundle.js";
import type { Driver } from "./driver.js";
import { serve, type TestPage, type TestServer } from "./server.js";

/** What a page is like around the timeline. */
export interface Surroundings {
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
  /** Rules of its style sheet. */
  readonly css?: string;
  /** HTML after the host. */
  readonly body?: string;
}

/** A page with the library and an empty host. */
export function stagePage({ lang = "en", dir = "ltr", css = "", body = "" }: Surroundings = {}): string {
  return `<!doctype html>
<html lang="${lang}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>stage</title><style>body { margin: 0; } @media (prefers-color-scheme: dark) { body { background: #15191e; } } ${css}</style>
<script src="/library.js"></script><main id="host"></main>${body}`;
}

/** Serves the library as `/library.js`, an empty page as `/stage`, and the pages of a test. */
export async function serveStage(pages: Readonly<Record<string, string | TestPage>> = {}): Promise<TestServer> {
  const library = { html: await bundle(), headers: { "content-type": "text/javascript; charset=utf-8" } };
  return serve({ "/stage": stagePage(), "/library.js": library, ...pages });
}

/**
 * Waits until something is so in a page that draws by itself, and still is once that has settled: what was ready may ask for
 * more. The name of an element would be there too early. Returns whether it ever was.
 */
export async function settleWith(browser: Driver, expression: string): Promise<boolean> {
  for (;;) {
    const isSo = await browser.run<boolean>(`new Promise((done) => {
      let frames = 3000;
      const look = () => (${expression}) ? done(true) : frames-- === 0 ? done(false) : requestAnimationFrame(look);
      look();
    })`);
    await browser.settle();
    if (!isSo || (await browser.run<boolean>(`Boolean(${expression})`))) return isSo;
  }
}

/** Opens a page and draws a timeline into its host; `window.timeline` is it, `window.told` what it told of its domain. */
export async function stage(browser: Driver, url: string, options: TimelineOptions): Promise<void> {
  await browser.goto(url);
  await draw(browser, options);
}

/**
 * Draws a timeline into the host of the open page, in the place of an earlier one.
 *
 * @param features - Expressions for its features; `window.features` holds their values.
 */
export async function draw(browser: Driver, options: TimelineOptions, features: readonly string[] = []): Promise<void> {
  await browser.run(`(() => {
    window.timeline?.destroy();
    window.told = [];
    window.features = [${features.join()}];
    const options = ${JSON.stringify(options)};
    window.timeline = mizwala.createTimeline(document.getElementById("host"), { ...options, features });
    timeline.on("domain", (domain) => told.push(domain));
  })()`);
  await browser.settle();
}

/** The box of the first element that matches, in CSS pixels of the view. */
export function boxOf(browser: Driver, selector: string): Promise<Omit<DOMRect, "toJSON">> {
  return browser.run(`document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().toJSON()`);
}

/** Makes the view as high as the page, and takes its picture. */
export async function wholePage(browser: Driver, width: number): Promise<Buffer> {
  await browser.resize(width, 900);
  await browser.settle();
  await browser.resize(
    width,
    await browser.run<number>("Math.ceil(document.documentElement.getBoundingClientRect().height)"),
  );
  await browser.settle();
  return browser.screenshot();
}
