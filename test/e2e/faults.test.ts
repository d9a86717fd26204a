import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CSS as FEATURES_CSS } from "../../src/features/css.js";
import { CSS } from "../../src/render/css.js";
import type { Driver, Point } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { PICTURE_OF } from "../support/picture-of.js";
import type { TestPage, TestServer } from "../support/server.js";
import { serveStage, stagePage } from "../support/stage.js";
import { summit } from "./example.js";

/** What a page may lack, and what takes it away. */
const LACKS: Readonly<Record<string, string>> = {
  ResizeObserver: `delete window.ResizeObserver`,
  IntersectionObserver: `delete window.IntersectionObserver`,
  adoptedStyleSheets: `delete Document.prototype.adoptedStyleSheets, delete ShadowRoot.prototype.adoptedStyleSheets`,
  structuredClone: `delete window.structuredClone`,
  Worker: `delete window.Worker`,
  Popover: `delete HTMLElement.prototype.popover, delete HTMLElement.prototype.showPopover`,
  matchMedia: `delete window.matchMedia`,
  reportError: `delete window.reportError`,
  fonts: `delete Document.prototype.fonts`,
  MutationObserver: `delete window.MutationObserver`,
  Segmenter: `delete Intl.Segmenter`,
  CompressionStream: `delete window.CompressionStream, delete window.DecompressionStream`,
  Highlight: `delete window.Highlight, delete CSS.highlights`,
};
const ALL = Object.values(LACKS).join(";\n");

/** Places in a page that turn what lies in them around, or make it larger; each a host to draw into. */
const HOSTS: Readonly<Record<string, string>> = {
  "an open shadow root": `(() => { const host = inside(box.attachShadow({ mode: "open" })); return host; })()`,
  "a closed shadow root": `inside(box.attachShadow({ mode: "closed" }))`,
  "a shadow root in another": `inside(inside(box.attachShadow({ mode: "closed" })).attachShadow({ mode: "open" }))`,
  "a dialog": `(() => { const dialog = inside(box, "dialog"); dialog.style.width = "760px"; dialog.showModal(); return inside(dialog); })()`,
  "strict containment": `styled({ contain: "strict", width: "760px", height: "700px" })`,
  "a smaller scale": `styled({ transform: "scale(0.6)", transformOrigin: "0 0", width: "760px" })`,
  "a larger scale": `styled({ transform: "translate(30px, 10px) scale(1.25)", transformOrigin: "0 0", width: "760px" })`,
  "a zoom of CSS": `styled({ zoom: 1.25, width: "760px" })`,
  "lines that run down": `styled({ writingMode: "vertical-rl", width: "760px" })`,
  "a page zoomed out": `(() => { document.documentElement.style.zoom = 0.5; return box; })()`,
  "a page zoomed in": `(() => { document.documentElement.style.zoom = 1.5; return box; })()`,
};

const HELP = `${PICTURE_OF}
const inside = (parent, name = "div") => parent.appendChild(document.createElement(name));
const start = (options, find) => {
  const box = document.body.insertBefore(document.createElement("div"), document.body.firstChild);
  const styled = (style) => (Object.assign(box.style, style), box);
  const host = find(box, styled);
  const timeline = mizwala.createTimeline(host, options);
  window.root = host.querySelector(".mizwala");
  return (window.timeline = timeline);
};
const middle = (selector) => {
  const { x, y, width, height } = root.querySelector(selector).getBoundingClientRect();
  return [x + width / 2, y + height / 2];
};`;
const file = (html: string, type = "text/javascript"): TestPage => ({
  html,
  headers: { "content-type": `${type}; charset=utf-8` },
});
const pageOf = (before = ""): string =>
  stagePage({ css: "html { overflow-y: scroll; }" }).replace(
    '<script src="/library.js">',
    `<link rel="stylesheet" href="/style.css"><script>${before}</script><script src="/help.js"></script><script src="/library.js">`,
  );

let site: TestServer;
beforeAll(async () => {
  const lacking = Object.entries({ ...LACKS, everything: ALL, nothing: "" });
  site = await serveStage({
    "/help.js": file(HELP),
    "/style.css": file(CSS + FEATURES_CSS, "text/css"),
    ...Object.fromEntries(lacking.map(([name, script]) => [`/without-${name}`, pageOf(script)])),
  });
});
afterAll(() => site.close());

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 900, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  const use = async (lack: string, hasFeatures: boolean): Promise<[drawn: string, narrow: string]> => {
    await browser.goto(`${site.url}/without-${lack}`);
    const pictures = await browser.run<[string, string]>(`(async () => {
      const hasFeatures = ${hasFeatures};
      const { search, overview, brush, story, editing, table, download } = mizwala;
      const features = [search(), overview(), brush(), story({ chapters: [{ title: "One", text: "One", focus: "agreement" }] }), editing(), table(), download()];
      start({ ...${JSON.stringify(summit)}, features: hasFeatures ? features : [] }, (box) => box);
      if (hasFeatures) features[5].open();
      root.querySelector(".mizwala-event").click();
      root.querySelector("[data-control=zoomIn]").click();
      await settled();
      const drawn = pictureOf(root);
      root.parentNode.style.width = "800px";
      dispatchEvent(new Event("resize"));
      await settled();
      await settled();
      return [drawn, pictureOf(root)];
    })()`);
    expect(await browser.problems()).toEqual([]);
    return pictures;
  };

  it.each([
    ["", false],
    [", with every feature", true],
  ] as const)(
    "a page that lacks what is new in browsers draws, opens, zooms and grows all the same%s",
    async (_says, hasFeatures) => {
      const wanted = await use("nothing", hasFeatures);
      expect(wanted[0]).not.toBe(wanted[1]);
      expect(wanted[0]).toContain("mizwala-details");
      expect(wanted[0].includes("mizwala-overview")).toBe(hasFeatures);
      // One by one without features; all that they use is lacking at once.
      for (const lack of hasFeatures ? ["everything"] : [...Object.keys(LACKS), "everything"]) {
        const found = await use(lack, hasFeatures);
        const other = found.map((picture, i) =>
          picture.split("\n").filter((line, n) => line !== wanted[i]!.split("\n")[n]),
        );
        expect([lack, ...other.map((lines) => lines.slice(0, 9))]).toEqual([lack, [], []]);
      }
    },
  );

  const zoomed = Object.entries(HOSTS).filter(([name]) => engine === "webkit" && name.includes("zoom"));
  if (zoomed.length > 0)
    it.each(zoomed)("R31: all is there to be chosen by keys, in %s", async (_name, find) => {
      await browser.goto(`${site.url}/without-nothing`);
      await browser.run(
        `start(${JSON.stringify({ ...summit, layout: "flags" })}, (box, styled) => ${find}), settled()`,
      );
      await browser.run(`root.querySelector(".mizwala-event").focus()`);
      await browser.press("ArrowLeft", "Enter");
      await browser.settle();
      expect(await browser.run(`timeline.state.selected`)).toBe("visit");
      const labels = await browser.run<readonly number[]>(
        `[...root.querySelectorAll(".mizwala-label")].map((label) => label.getBoundingClientRect().width)`,
      );
      expect(labels.length).toBeGreaterThan(3);
      expect(Math.min(...labels)).toBeGreaterThan(0);
      expect(await browser.problems()).toEqual([]);
    });

  // WebKit tells boxes under a zoom of CSS in pixels of their own, and pointers in those of the page: neither agrees with the other.
  const hosts = Object.entries(HOSTS).filter(([name]) => engine !== "webkit" || !name.includes("zoom"));
  it.each(hosts)("R31: what is pressed and dragged is what is there, in %s", async (_name, find) => {
    await browser.goto(`${site.url}/without-nothing`);
    await browser.run(`start(${JSON.stringify({ ...summit, layout: "flags" })}, (box, styled) => ${find}), settled()`);
    const hits = await browser.run<Point>(`middle(".mizwala-event[data-event=agreement]")`);
    await browser.clickAt([Math.round(hits[0]), Math.round(hits[1])]);
    await browser.settle();
    expect(await browser.run(`timeline.state.selected`)).toBe("agreement");
    const mark = `middle(".mizwala-mark[data-event=agreement]")`;
    await browser.run(`timeline.show({ from: "2020-07-05", to: "2020-07-12" }), settled()`);
    const before = await browser.run<Point>(mark);
    const from = await browser.run<Point>(`middle(".mizwala-plot")`);
    const at: Point = [Math.round(from[0]), Math.round(before[1] + 12)];
    await browser.drag(at, [at[0] + 40, at[1]]);
    await browser.settle();
    const after = await browser.run<Point>(mark);
    expect(after[0] - before[0]).toBeGreaterThan(38.5);
    expect(after[0] - before[0]).toBeLessThan(41.5);
    expect(await browser.problems()).toEqual([]);
  });
});
