import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../support/bundle.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { serve, type TestServer } from "../support/server.js";
import type { jobs } from "./drawn-entry.js";

/** Files of a million events to a drawn timeline, in Chromium, against what their texts take to be parsed. */
const ROWS = 1_000_000;
const ROUNDS = 3;
/** At most so many times what the yardstick takes. */
const MOST = 2.5;

type Job = keyof typeof jobs;

let browser: ChromiumDriver;
let site: TestServer;
beforeAll(async () => {
  const script = (await bundle("test/bench/drawn-entry.ts")).replaceAll("</", "<\\/");
  site = await serve({
    "/bench": `<!doctype html><meta charset="utf-8"><title>bench</title><div id="host"></div><script>${script}</script>`,
  });
  browser = await engines.chromium({ width: 1200, height: 800 });
  await browser.cdp("Performance.enable", { timeDomain: "threadTicks" });
});
afterAll(() => Promise.all([browser.close(), site.close()]));

/** In seconds. */
async function mainThread(): Promise<number> {
  const { metrics } = await browser.cdp<{ metrics: { name: string; value: number }[] }>("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")!.value;
}

/** The time of the main thread for one job in a page of its own, in milliseconds. */
async function once(job: Job, form: "jsonOf" | "tableOf"): Promise<number> {
  await browser.goto(`${site.url}/bench`);
  await browser.run(`window.text = mizwala.${form}(${ROWS}), undefined`);
  await browser.cdp("HeapProfiler.collectGarbage");
  const before = await mainThread();
  await browser.run(
    `(async () => { window.kept = await mizwala.jobs[${JSON.stringify(job)}](window.text, ${ROWS}); return 1; })()`,
  );
  return 1000 * ((await mainThread()) - before);
}

/** Medians of rounds in turns. */
async function measure(form: "jsonOf" | "tableOf", names: readonly Job[]): Promise<readonly number[]> {
  const samples = names.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, name] of names.entries()) samples[i]!.push(await once(name, form));
  const medians = samples.map((values) => values.sort((a, b) => a - b)[ROUNDS >> 1]!);
  const [ours] = medians;
  console.log(
    names.map((name, i) => `${name} ${medians[i]!.toFixed(0)} ms (${(ours! / medians[i]!).toFixed(2)}x)`).join(", "),
  );
  return medians;
}

describe("A file of a million events", () => {
  it("is drawn in little more time than papaparse takes to read its rows", async () => {
    const [ours, header] = await measure("tableOf", ["ours", "papaparse with its header", "papaparse"]);
    expect(ours! / header!).toBeLessThan(MOST);
  });

  it("of JSON is drawn in little more time than JSON.parse takes", async () => {
    const [ours, parse] = await measure("jsonOf", ["ours", "JSON.parse"]);
    expect(ours! / parse!).toBeLessThan(MOST);
  });
});
