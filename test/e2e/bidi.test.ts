import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderToSVG } from "../../src/svg/index.js";
import type { TextPart, TimelineEvent, TimelineOptions } from "../../src/index.js";
import type { Driver, Engine } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stage } from "../support/stage.js";
import fixtures from "../fixtures/bidi.json" with { type: "json" };

const LABELS = [
  ...fixtures.plain.map((fixture) => ({ ...fixture, title: fixture.text as string | TextPart[] })),
  ...fixtures.isolated.map((fixture) => ({ ...fixture, title: fixture.parts as TextPart[] })),
];

/** The SVG text of WebKit resolves no pairs of brackets (UAX #9, N0): the bracket that opens goes to the far side. */
const FAULTS: Readonly<Record<Engine, readonly string[]>> = {
  chromium: [],
  firefox: [],
  webkit: ["en-with-ar"],
};

const timeline: TimelineOptions = {
  title: "الاتجاه",
  locale: "ar",
  layout: "list",
  events: LABELS.map(({ id, lang, title }, i): TimelineEvent => ({
    id,
    lang,
    title,
    kind: "event",
    date: `2020-${String(1 + Math.floor(i / 28)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`,
  })),
};

/**
 * Reads each title as a reader sees it: its visible characters by the middle of the box in which the engine drew them,
 * from the left. Gives the places of their first code units in the text.
 */
const READ = `(() => {
  const segmenter = new Intl.Segmenter("ar", { granularity: "grapheme" });
  const found = {};
  for (const line of document.querySelectorAll(".mizwala-label[data-event] .is-title")) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const clusters = [];
    let start = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index, segment } of segmenter.segment(node.data)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        const box = [...range.getClientRects()].find(({ width }) => width > 0);
        if (box) clusters.push({ at: start + index, middle: box.x + box.width / 2 });
      }
      start += node.data.length;
    }
    const id = line.closest("[data-event]").dataset.event;
    found[id] = clusters.sort((a, b) => a.middle - b.middle).map(({ at }) => at);
  }
  return found;
})()`;

let site: TestServer;
beforeAll(async () => {
  const file = { html: renderToSVG({ ...timeline, width: 1000 }), headers: { "content-type": "image/svg+xml" } };
  site = await serveStage({ "/timeline.svg": file });
});
afterAll(() => site.close());

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]();
  });
  afterAll(() => browser.close());

  const expectOrder = async (faults: readonly string[]): Promise<void> => {
    const found = await browser.run<Record<string, number[]>>(READ);
    const isRight = LABELS.map(({ id, leftToRightClusterStarts: wanted }) => String(found[id]) === String(wanted));
    expect(LABELS.filter((_, i) => !isRight[i]).map(({ id }) => id)).toEqual(faults);
  };

  it("A69: every title of the page reads in the order of the Unicode algorithm", async () => {
    await stage(browser, `${site.url}/stage`, timeline);
    await expectOrder([]);
    expect(await browser.problems()).toEqual([]);
  });

  it("every title of the file reads in the order of the Unicode algorithm", async () => {
    await browser.goto(`${site.url}/timeline.svg`);
    await expectOrder(FAULTS[engine]);
  });

  it("every title of the file begins at the side of the line that it should", async () => {
    await browser.goto(`${site.url}/timeline.svg`);
    const away = `[...document.querySelectorAll("text.is-title")].flatMap((text) => {
      const { left, right } = text.getBoundingClientRect();
      const isRight = (text.getAttribute("text-anchor") === "start") === (text.getAttribute("direction") === "rtl");
      const by = (isRight ? right : left) - Number(text.getAttribute("x"));
      return Math.abs(by) < 4 ? [] : [text.textContent + ": " + by];
    })`;
    expect(await browser.run(away)).toEqual([]);
  });

  it("A69: every piece of text in the page says its direction", async () => {
    await stage(browser, `${site.url}/stage`, timeline);
    const silent = `[...document.querySelectorAll(".mizwala-label, .mizwala-line, .mizwala-line bdi")]
      .filter((element) => !["ltr", "rtl"].includes(element.getAttribute("dir")))
      .map((element) => element.outerHTML)`;
    expect(await browser.run(silent)).toEqual([]);
  });
});
