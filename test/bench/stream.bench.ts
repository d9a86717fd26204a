import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../support/bundle.js";
import type { ChromiumDriver } from "../support/driver.js";
import { adviceOf, isUpdate, jsonText } from "../support/committed.js";
import { engines } from "../support/engines.js";
import { serve, type TestServer } from "../support/server.js";
import { STREAM_PAGE } from "./stream-page.js";

/**
 * A million events in Chromium, to which a thousand come each second, for a minute: in each frame those that are due. The
 * tail is taken in some times on the way. What is compared is the time of the processor, for the
 * clock also counts what else the machine does. Run with `UPDATE_RATIOS=1` to write the figures down.
 */
const COMMITTED = new URL("stream-ratios.json", import.meta.url);
const GROWTH = 1.15;
const TRIES = 3;
const MANY = 1_000_000;
/** So many are appended first, so that there is a tail from the start; one is taken in about every 16 seconds. */
const BEFORE = 42_000;
const FEW = 10_000;
const RATE = 1_000;
/** No frame of ours takes longer, in milliseconds. */
const LONGEST = 50;
const NAME = "stream 1000000 to 10000";
const isRewritten = isUpdate("RATIOS");

/** In milliseconds: what half of the values exceed, what one of 20 does, and the greatest. */
type Spread = readonly [half: number, high: number, most: number];
interface Streamed {
  readonly given: number;
  readonly calls: number;
  /** From one frame to the next, by the clock. */
  readonly gaps: Spread;
}

let browser: ChromiumDriver;
let site: TestServer;
beforeAll(async () => {
  const script = (await bundle()).replaceAll("</", "<\\/");
  site = await serve({
    "/bench": `<!doctype html><meta charset="utf-8"><title>bench</title><body style="margin: 0"><div id="host"></div><script>${script}</script><script>${STREAM_PAGE}</script>`,
  });
  browser = await engines.chromium({ width: 1200, height: 800 });
  await browser.goto(`${site.url}/bench`);
  await browser.settle();
});
afterAll(() => Promise.all([browser.close(), site.close()]));

const words = ([half, high, most]: Spread): string =>
  `p50 ${half.toFixed(1)}, p95 ${high.toFixed(1)}, most ${most.toFixed(1)} ms`;

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return [at(0.5), at(0.95), at(1)];
}

/** Streams into a timeline of so many events; gives the time of the processor in and around our part of each frame. */
async function stream(count: number, before: number, seconds: number): Promise<{ own: Spread; all: Spread }> {
  await browser.run(`bench.make(${count})`);
  await browser.run(`bench.first("ours")`);
  if (before > 0) await browser.run(`bench.append(${before})`);
  await browser.run("new Promise((done) => setTimeout(done, 2000))");
  let streamed: Streamed | undefined;
  const costs = await browser.frames(async () => {
    streamed = await browser.run<Streamed>(`bench.stream(${seconds}, ${RATE})`);
  });
  const { given, calls, gaps } = streamed!;
  const all = count + before + given;
  const told = all < 1e6 ? all.toLocaleString("en") : `${(all / 1e6).toFixed(1)} million`;
  expect(await browser.run("bench.said()")).toContain(told);
  await browser.run("bench.end()");
  const [own, every] = [spreadOf(costs.map(({ script }) => script)), spreadOf(costs.map((cost) => cost.all))];
  console.log(`${given} events behind ${count + before} in ${calls} calls: from frame to frame ${words(gaps)}`);
  console.log(`  time of the processor in a frame: in ours ${words(own)}; in all of the main thread ${words(every)}`);
  return { own, all: every };
}

describe("A live stream in Chromium", () => {
  it("keeps the frames of a million events for a minute, also where the tail is taken in", async () => {
    const committed = (JSON.parse(readFileSync(COMMITTED, "utf8")) as Readonly<Record<string, number>>)[NAME]!;
    const few = await stream(FEW, 0, 10);
    let [ratio, longest] = [Infinity, Infinity];
    const holds = (): boolean => longest < LONGEST && (isRewritten || ratio <= committed * GROWTH);
    for (let tries = 0; tries < TRIES && !holds(); tries++) {
      const many = await stream(MANY, BEFORE, 60);
      ratio = Math.min(ratio, many.all[0] / few.all[0]);
      longest = Math.min(longest, many.own[2]);
    }
    console.log(`${NAME} ${ratio.toFixed(2)}x; the longest of our frames ${longest.toFixed(1)} ms, target ${LONGEST}`);
    if (isRewritten) writeFileSync(COMMITTED, jsonText({ [NAME]: Number(ratio.toPrecision(3)) }));
    else
      expect
        .soft(ratio, adviceOf("RATIOS", `${NAME} takes ${ratio}x, ${committed}x is committed`))
        .toBeLessThanOrEqual(committed * GROWTH);
    expect(longest).toBeLessThan(LONGEST);
    expect(await browser.problems()).toEqual([]);
  });
});
