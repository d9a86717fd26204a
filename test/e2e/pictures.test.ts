import { PDFiumLibrary, type PDFiumDocument } from "@hyzyla/pdfium";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toPDF, toPNG } from "../../src/cli/picture.js";
import { loadFonts, type LoadedFonts } from "../../src/fonts/index.js";
import type { TextPart, TimelineEvent } from "../../src/index.js";
import { renderToSVG } from "../../src/svg/index.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { correlation, inkOf } from "../support/ink.js";
import { readNoto } from "../support/noto.js";
import { environment, readPlaces } from "../support/places.js";
import bidi from "../fixtures/bidi.json" with { type: "json" };
import hard from "../fixtures/hard-texts.json" with { type: "json" };

const LABELS = [
  ...bidi.plain.map((fixture) => ({ ...fixture, title: fixture.text as string | TextPart[] })),
  ...bidi.isolated.map((fixture) => ({ ...fixture, title: fixture.parts as TextPart[] })),
];
/** The tests have fonts for Arabic and Latin letters only. */
const drawable = LABELS.map(
  ({ text }) => !/[\p{Script=Hebrew}\p{Extended_Pictographic}]/u.test(text.replace(/\p{N}/gu, "")),
);
const WIDTH = 1000;
const options = {
  title: "الاتجاه",
  locale: "ar",
  layout: "list",
  width: WIDTH,
  events: LABELS.map(({ id, lang, title }, i): TimelineEvent => ({
    ...{ id, lang, title, kind: "event" },
    date: `2020-${String(1 + Math.floor(i / 28)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`,
  })),
} as const;

/** Below it, texts differ by more than the engines that draw them. */
const ALIKE = 0.9;

let browser: ChromiumDriver;
let fonts: LoadedFonts;
let svg: string;
let shot: PNG;
beforeAll(async () => {
  fonts = await loadFonts(await readNoto());
  svg = renderToSVG({ ...options, fonts });
  const height = Number(/ height="(\d+)"/.exec(svg)![1]);
  browser = await engines.chromium({ width: WIDTH, height });
  shot = await shotOf(await fonts.embedIn(svg));
});
afterAll(() => browser.close());

/** As Chromium draws a picture that is opened. */
async function shotOf(picture: string): Promise<PNG> {
  await browser.goto(`data:image/svg+xml;base64,${Buffer.from(picture).toString("base64")}`);
  await browser.settle();
  return PNG.sync.read(await browser.screenshot());
}

/** The titles that are not set in the same order in both pictures. */
function unlike(one: PNG, other: PNG): readonly string[] {
  const rows = baselines();
  expect(rows).toHaveLength(LABELS.length);
  const bands = rows.map((y) => ({ x: 0, y: y - 14, width: WIDTH, height: 20 }));
  return LABELS.filter(
    (_, i) => drawable[i] && correlation(inkOf(one, bands[i]!), inkOf(other, bands[i]!)) < ALIKE,
  ).map(({ id }) => id);
}

/** The baselines of all titles, in the order of the events. */
const baselines = (): readonly number[] =>
  [...svg.matchAll(/<text class="mizwala-line is-title"[^>]* y="([\d.]+)"/g)].map(([, y]) => Math.round(Number(y)));

describe("Texts in font files", () => {
  it("are measured as Chromium sets them, to a fiftieth of a percent", async () => {
    const words = [...LABELS.map(({ text }) => text), ...hard.events.map(({ title }) => title)]
      .flatMap((text) => text.split(" "))
      .filter((word) => /^[\p{Script=Arabic}\p{Script=Latin}\p{N}\p{P}]+$/u.test(word));
    const measure = `((words) => {
      const context = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas").getContext("2d");
      context.textRendering = "geometricPrecision";
      context.font = "100px 'Noto Sans', 'Noto Sans Arabic'";
      return words.map((word) => context.measureText(word).width);
    })(${JSON.stringify(words)})`;
    const widths = await browser.run<number[]>(measure);
    const errors = words.map((word, i) => {
      const width = fonts.measurer.width(word, { size: 100, weight: 400 });
      return Math.abs(width - widths[i]!) / widths[i]!;
    });
    expect(words.length).toBeGreaterThan(200);
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.0002);
  });
});

describe("A picture as pixels", () => {
  it("has each text in the order in which Chromium sets it", async () => {
    const png = PNG.sync.read(Buffer.from(await toPNG(svg, 1, await readNoto())));
    expect([png.width, png.height]).toEqual([shot.width, shot.height]);
    expect(unlike(png, shot)).toEqual([]);
  });

  it("would be found unlike one with its texts turned around", async () => {
    const turned = (await fonts.embedIn(svg)).replaceAll('direction="rtl"', 'direction="ltr"');
    expect(unlike(await shotOf(turned), shot).length).toBeGreaterThan(40);
  });
});

describe("A picture as PDF", () => {
  let pdf: PDFiumDocument;
  beforeAll(async () => {
    const places = await readPlaces();
    const before = { ...process.env };
    Object.assign(process.env, environment(places), { LD_LIBRARY_PATH: places.chromium.libraries });
    const octets = await toPDF(await fonts.embedIn(svg), places.chromium.path);
    process.env = before;
    const library = await PDFiumLibrary.init();
    pdf = await library.loadDocument(octets);
  });
  afterAll(() => {
    pdf.destroy();
  });

  it("is one page that has each text in the order in which Chromium sets it", async () => {
    expect(pdf.getPageCount()).toBe(1);
    const { data, width, height } = await pdf
      .getPage(0)
      .render({ scale: 96 / 72, render: ({ data }) => Promise.resolve(data), colorSpace: "BGRA" });
    const picture = Object.assign(new PNG({ width: 1, height: 1 }), { width, height, data: Buffer.from(data) });
    expect(Math.abs(width - shot.width) + Math.abs(height - shot.height)).toBeLessThan(4);
    expect(unlike(picture, shot)).toEqual([]);
  });

  it("has words that can be searched and selected", () => {
    const words = LABELS.filter((_, i) => drawable[i])
      .flatMap(({ text }) => text.split(" "))
      .filter((word) => /^\p{L}+$/u.test(word));
    const text = pdf.getPage(0).getText().normalize("NFKC");
    expect(words.length).toBeGreaterThan(80);
    expect(words.filter((word) => !text.includes(word.normalize("NFKC")))).toEqual([]);
  });
});
