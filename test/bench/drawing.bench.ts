import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChromiumDriver } from "../support/driver.js";
import { crowd } from "../e2e/crowd.js";
import { bundle } from "../support/bundle.js";
import { engines } from "../support/engines.js";
import { serve, type TestServer } from "../support/server.js";

/** How often everything is measured, in turns; the figures are medians. */
const ROUNDS = 9;

/** What one size costs: milliseconds on the main thread, and their ratio to the bare loop of the same run. */
interface Figures {
  readonly bare: number;
  readonly create: number;
  readonly redraw: number;
}

/** Runs in the page: the bare canvas loop measures the texts of all events and draws a rectangle for each. */
const MEASURE = `(count, rounds) => {
  const events = window.crowd(count);
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const time = (job) => { const start = performance.now(); job(); return performance.now() - start; };
  const host = document.getElementById("host");
  const context = document.createElement("canvas").getContext("2d");
  const samples = { bare: [], create: [], redraw: [] };
  for (let round = 0; round < rounds; round++) {
    context.font = (16 + round / 1000) + "px sans-serif";
    samples.bare.push(time(() => {
      let x = 0;
      for (const { title } of events) {
        x = (x + context.measureText(title).width) % 1000;
        context.fillRect(x, 10, 8, 8);
      }
    }));
    let timeline;
    samples.create.push(time(() => { timeline = mizwala.createTimeline(host, { locale: "ar-SY", events }); host.getBoundingClientRect(); }));
    samples.redraw.push(time(() => {
      timeline.select(events[round].id);
      host.getBoundingClientRect();
    }));
    timeline.destroy();
  }
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, median(values)]));
}`;

describe("Drawing in Chromium, against a bare loop that measures and draws as many rectangles", () => {
  let browser: ChromiumDriver;
  let site: TestServer;

  beforeAll(async () => {
    const events = JSON.stringify(crowd(1000, "ar").events);
    const script = `${await bundle()}; window.crowd = (count) => ${events}.slice(0, count);`;
    site = await serve({
      "/bench": `<!doctype html><meta charset="utf-8"><title>bench</title><div id="host"></div><script>${script.replaceAll("</", "<\\/")}</script>`,
    });
    browser = await engines.chromium({ width: 1200, height: 700, hasReducedMotion: true });
    await browser.goto(`${site.url}/bench`);
    await browser.settle();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each([10, 100, 1000])("%i events", async (count) => {
    const figures = await browser.run<Figures>(`(${MEASURE})(${count}, ${ROUNDS})`);
    const row = Object.entries<number>({ ...figures }).map(
      ([name, ms]) => `${name} ${ms.toFixed(1)} ms (${(ms / figures.bare).toFixed(0)}x)`,
    );
    console.log(`${String(count).padStart(5)} events: ${row.join(", ")}`);
    expect(await browser.problems()).toEqual([]);
  });
});
