import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import { FONT } from "../../src/render/css.js";
import { renderToSVG } from "../../src/svg/index.js";
import { tableMeasurer } from "../../src/text/widths.js";
import { findBarriers } from "../support/axe.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import type { TestPage, TestServer } from "../support/server.js";
import { serveStage, stage } from "../support/stage.js";
import references from "../support/width-table/reference.json" with { type: "json" };
import { crowd } from "./crowd.js";
import { summit as arabic, summitInEnglish as english } from "./example.js";

const PICTURES: readonly { name: string; options: TimelineOptions; width: number }[] = [
  { name: "arabic", options: arabic, width: 1120 },
  { name: "english", options: english, width: 1120 },
  { name: "arabic-list", options: arabic, width: 390 },
  { name: "english-list", options: english, width: 390 },
];

const BACKGROUND = `getComputedStyle(document.querySelector(".mizwala")).backgroundColor`;
const PAPER = { light: "rgb(255, 254, 251)", dark: "rgb(21, 25, 30)" } as const;

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  const pictures = PICTURES.map(({ name, options, width }): [string, TestPage] => [
    `/${name}.svg`,
    { html: renderToSVG({ ...options, width }), headers: { "content-type": "image/svg+xml" } },
  ]);
  site = await serveStage(Object.fromEntries(pictures));
  browser = await engines.chromium({ width: 1120, height: 900, hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe("Colours", () => {
  it("A62: follow the reader's preference, also while the page is open", async () => {
    await stage(browser, `${site.url}/stage`, arabic);
    expect(await browser.run(BACKGROUND)).toBe(PAPER.light);
    await browser.emulate({ colorScheme: "dark" });
    expect(await browser.run(BACKGROUND)).toBe(PAPER.dark);
    await browser.emulate({ colorScheme: "light" });
    expect(await browser.run(BACKGROUND)).toBe(PAPER.light);
  });

  it("follow the option before the preference", async () => {
    await stage(browser, `${site.url}/stage`, { ...arabic, theme: "dark" });
    expect(await browser.run(BACKGROUND)).toBe(PAPER.dark);
    await browser.emulate({ colorScheme: "dark" });
    await browser.run(`timeline.update({ theme: "light" })`);
    await browser.settle();
    expect(await browser.run(BACKGROUND)).toBe(PAPER.light);
    await browser.emulate({ colorScheme: "light" });
  });

  it("A61: give way to those of the system where the reader forces them", async () => {
    await browser.emulate({ forcedColors: "active" });
    await stage(browser, `${site.url}/stage`, arabic);
    const [dot, canvas] = await browser.run<[string, string]>(`(() => {
      document.body.style.color = "Canvas";
      const fill = getComputedStyle(document.querySelector(".mizwala-dot")).fill;
      return [fill, getComputedStyle(document.body).color];
    })()`);
    expect(dot).not.toBe(canvas);
    expect(await browser.run(BACKGROUND)).toBe(canvas);
    await browser.emulate({ forcedColors: "none" });
  });
});

describe("Nobody is kept out", () => {
  const states: Readonly<Record<string, readonly [options: TimelineOptions, act?: string]>> = {
    "as it starts": [arabic],
    "in English": [english],
    "with details open": [arabic, `timeline.select("agreement")`],
    "with details at their event": [{ ...arabic, detailsPlacement: "popover" }, `timeline.select("agreement")`],
    "in the dark": [{ ...arabic, theme: "dark" }, `timeline.select("agreement")`],
    "without events": [{ title: "Nothing", events: [] }],
    "as a list": [{ ...arabic, layout: "list" }],
    "with counts of hidden events": [crowd(40, "en")],
    "while an event has focus": [arabic, `document.querySelector(".mizwala-event").focus()`],
    "with rows that can't be read": [{ ...arabic, events: [...arabic.events, { date: "tomorrow-ish", title: "x" }] }],
    "in print": [arabic],
    "with the table": [english, `(timeline.update({ features: [window.rows = mizwala.table()] }), rows.open())`],
    "with a filter": [
      english,
      `timeline.update({ features: [{ name: "probe", start: ({ dispatch }) => {
        dispatch({ type: "filter", filter: { ids: new Set(["arrival"]), rest: "trace" } });
        return {};
      } }] })`,
    ],
    "before there is room": [arabic, `(document.getElementById("host").style.width = "0")`],
    "with a list of hidden events": [
      { events: Array.from({ length: 60 }, (_, i) => ({ date: "2020-06-01", title: `No. ${i}` })) },
      `document.querySelector(".mizwala-more").click()`,
    ],
  };
  it.each(Object.keys(states))("A70: axe finds nothing %s", async (name) => {
    const [options, act] = states[name]!;
    await browser.emulate({ media: name === "in print" ? "print" : "screen" });
    await stage(browser, `${site.url}/stage`, options);
    if (act !== undefined) await browser.run(`void ${act}`);
    await browser.settle();
    expect(await findBarriers(browser, "#host")).toEqual([]);
    expect(await browser.problems()).toEqual([]);
    await browser.emulate({ media: "screen" });
  });

  it("A35: by a hidden focus: a ring shows it on every stop of the Tab key", async () => {
    await stage(browser, `${site.url}/stage`, arabic);
    for (let stop = 0; stop < 4; stop++) {
      await browser.press("Tab");
      expect(await browser.run("getComputedStyle(document.activeElement).outline")).toMatch(/ solid 2px$/);
      expect(await browser.run("getComputedStyle(document.activeElement).outlineOffset")).toBe("2px");
    }
  });

  it("A37, A58: by small targets or a narrow view", async () => {
    await stage(browser, `${site.url}/stage`, crowd(40, "en"));
    const small = `[...document.querySelectorAll(".mizwala-event:not(.is-away), .mizwala-button")]
      .map((button) => button.getBoundingClientRect()).filter(({ width, height }) => Math.min(width, height) < 23.9).length`;
    expect(await browser.run(small)).toBe(0);
    await browser.resize(320, 600);
    await stage(browser, `${site.url}/stage`, arabic);
    await browser.run(`timeline.select("agreement")`);
    await browser.settle();
    expect(await browser.run("document.documentElement.scrollWidth")).toBe(320);
    await browser.resize(1120, 900);
  });

  it("A4, A67: from any event: each is in the accessibility tree once, in the order of time, with its name", async () => {
    await stage(browser, `${site.url}/stage`, english);
    interface Node {
      readonly role?: { readonly value: string };
      readonly name?: { readonly value: string };
    }
    const { nodes } = await browser.cdp<{ nodes: Node[] }>("Accessibility.getFullAXTree");
    const names = nodes.filter(({ role }) => role?.value === "button").map(({ name }) => name!.value);
    expect(names).toEqual([
      "Zoom in",
      "Zoom out",
      "Show all",
      expect.stringMatching(/^Astana trilateral summit by video, .*July 1, 2020, Summit$/),
      expect.stringMatching(/^Bagheri's visit to Damascus, /),
      expect.stringMatching(/^Bagheri arrives in Damascus, .*July 7, 2020, Arrival$/),
      expect.stringMatching(/^Military agreement signed, /),
      expect.stringMatching(/^Assad meets Bagheri, /),
    ]);
  });
});

describe("Without a page", () => {
  it("texts are as wide as in the page, to one percent", async () => {
    const measurer = tableMeasurer();
    for (const weight of [400, 700] as const) {
      const texts = references.map(({ text }) => text);
      const widths = await browser.run<number[]>(`(() => {
        const context = document.createElement("canvas").getContext("2d");
        context.font = ${JSON.stringify(`${weight} 100px ${FONT}`)};
        return ${JSON.stringify(texts)}.map((text) => context.measureText(text).width);
      })()`);
      const faults = texts
        .map((text, i) => Math.abs(measurer.width(text, { size: 100, weight }) / widths[i]! - 1))
        .sort((a, b) => a - b);
      expect(faults.length).toBeGreaterThan(300);
      expect(faults.reduce((sum, fault) => sum + fault, 0) / faults.length).toBeLessThan(0.01);
      expect(faults[Math.floor(faults.length * 0.95)]).toBeLessThan(0.03);
    }
  });

  it.each(PICTURES)("the picture $name has its texts where the page has them", async ({ name, options, width }) => {
    await browser.resize(width, 900);
    const read = (lines: string, origin: string): Promise<Record<string, readonly [number, number, number]>> =>
      browser.run(`(() => {
        const { x, y } = document.querySelector("${origin}").getBoundingClientRect();
        return Object.fromEntries([...document.querySelectorAll("${lines}")].map((line) => {
          const range = document.createRange();
          range.selectNodeContents(line);
          const box = range.getBoundingClientRect();
          return [line.textContent, [box.left - x, box.right - x, box.bottom - y]];
        }));
      })()`);
    await stage(browser, `${site.url}/stage`, options);
    const page = await read(".mizwala-line, .mizwala-title, .mizwala-subtitle, .mizwala-source", ".mizwala");
    await browser.goto(`${site.url}/${name}.svg`);
    const file = await read(".mizwala-line", "svg");
    const shared = Object.keys(page).filter((text) => text in file);
    expect(shared.length).toBeGreaterThan(15);
    expect(Object.keys(file).join(" ").split(" ").sort()).toEqual(Object.keys(page).join(" ").split(" ").sort());
    const moved = shared.filter((text) => page[text]!.some((at, i) => Math.abs(at - file[text]![i]!) > 2));
    expect(moved.map((text) => [text, page[text], file[text]])).toEqual([]);
  });
});
