import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChromiumDriver } from "../support/driver.js";
import { bundle } from "../support/bundle.js";
import { engines } from "../support/engines.js";
import { serve, type TestServer } from "../support/server.js";

/** How often everything is measured, in turns; the figures are medians. */
const ROUNDS = 5;

interface Figures {
  /** Milliseconds for measuring the texts of all labels, each once. */
  readonly measure: number;
  /** Milliseconds for ranking the flags and choosing them for every zoom. */
  readonly choose: number;
  /** Milliseconds for hanging those of one zoom. */
  readonly hang: number;
  readonly shown: number;
}

/** Runs in the page: stories that start suddenly and decay, in ten years, to the day. */
const MEASURE = `(count, rounds) => {
  let seed = 20200709;
  const random = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;
  const words = ["قمة", "أستانا", "اتفاقية", "Damascus", "وفد", "لقاء", "2020", "هدنة", "Geneva", "قرار"];
  const days = 3652, day = 864e5;
  const events = Array.from({ length: count }, (_, i) => {
    const story = Math.floor(random() ** 3 * 40) / 40;
    const at = random() < 0.25 ? random() : Math.min(1, story - Math.log(1 - random()) * 0.02);
    const title = Array.from({ length: 2 + Math.floor(random() * 6) }, () => words[Math.floor(random() * 10)]).join(" ");
    return { anchor: Math.floor(at * days) * day, title: title + " " + i, importance: [0.3, 0.5, 0.5, 0.5, 0.8, 1][Math.floor(random() * 6)] };
  }).sort((a, b) => a.anchor - b.anchor);
  const context = document.createElement("canvas").getContext("2d");
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const samples = { measure: [], choose: [], hang: [] };
  const time = (name, job) => { const start = performance.now(); const result = job(); samples[name].push(performance.now() - start); return result; };
  let shown = 0;
  for (let round = 0; round < rounds; round++) {
    const widths = time("measure", () => {
      context.font = "700 " + (16 + round / 1000) + "px sans-serif";
      return Float64Array.from(events, ({ title }) => context.measureText(title).width);
    });
    const fit = Float64Array.from(widths, (width) => 10 + Math.min(width, 300));
    const heights = (lines) => Float64Array.from(widths, (width) => 44 + (lines > 1 && width > 300 ? 24 : 0) + (lines > 2 ? 20 : 0));
    const crowd = {
      anchors: Float64Array.from(events, ({ anchor }) => anchor),
      importance: Float64Array.from(events, ({ importance }) => importance),
      forms: [1, 2, 3].map((lines) => ({ widths: fit, heights: heights(lines), gap: 20 })),
      capacity: 424, gapAlong: 12,
    };
    const home = 1072 / (days * day);
    const [rank, ranges] = time("choose", () => { const rank = mizwala.rankFlags(crowd, home); return [rank, mizwala.rangeFlags(crowd, rank, home)]; });
    shown = time("hang", () => mizwala.hangFlags(crowd, rank, ranges, home)).shown.length;
  }
  return { ...Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, median(values)])), shown };
}`;

describe("Choosing flags for every zoom in Chromium, against measuring their titles", () => {
  let browser: ChromiumDriver;
  let site: TestServer;

  beforeAll(async () => {
    const script = (await bundle("test/bench/flags-entry.ts")).replaceAll("</", "<\\/");
    site = await serve({
      "/bench": `<!doctype html><meta charset="utf-8"><title>bench</title><script>${script}</script>`,
    });
    browser = await engines.chromium({ width: 1200, height: 700, hasReducedMotion: true });
    await browser.goto(`${site.url}/bench`);
    await browser.settle();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each([1_000, 10_000, 100_000])("%i events", async (count) => {
    const { shown, ...times } = await browser.run<Figures>(`(${MEASURE})(${count}, ${ROUNDS})`);
    const row = Object.entries(times).map(
      ([name, ms]) => `${name} ${ms.toFixed(1)} ms (${((ms * 1000) / count).toFixed(2)} µs a label)`,
    );
    console.log(`${String(count).padStart(6)} events: ${row.join(", ")}, ${shown} shown at home`);
    console.log(`        choosing takes ${(times.choose / times.measure).toFixed(2)} of the time of measuring`);
    expect(await browser.problems()).toEqual([]);
  });
});
