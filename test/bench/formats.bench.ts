import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import papa from "papaparse";
import { describe, expect, it } from "vitest";
import { read } from "../../src/formats/read.js";
import { readStream } from "../../src/formats/stream.js";
import { resolveKinds } from "../../src/model/kinds.js";
import { normalize } from "../../src/model/normalize.js";
import { buildColumns } from "../../src/store/columns.js";
import { jsonOf, tableOf } from "./file-texts.js";

const ROWS = 1_000_000;
const ROUNDS = 3;
/** At most so many times what the yardstick takes. */
const MOST = 2.5;
const PIECE = 65_536;

type Job = () => unknown;

/** The work of the processor for each job, in milliseconds: medians of rounds in turns. */
async function measure<Name extends string>(jobs: Readonly<Record<Name, Job>>): Promise<Record<Name, number>> {
  const names = Object.keys(jobs) as Name[];
  const samples = names.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, name] of names.entries()) {
      const start = process.cpuUsage();
      await jobs[name]();
      const { user, system } = process.cpuUsage(start);
      samples[i]!.push((user + system) / 1000);
    }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[ROUNDS >> 1]!;
  return Object.fromEntries(names.map((name, i) => [name, median(samples[i]!)])) as Record<Name, number>;
}

function report(title: string, figures: Readonly<Record<string, number>>, base: number): void {
  const row = Object.entries(figures).map(([name, ms]) => `${name} ${Math.round(ms)} ms (${(ms / base).toFixed(2)}x)`);
  console.log(`${title}: ${row.join(", ")}`);
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield await Promise.resolve(bytes.subarray(at, at + PIECE));
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** How many events a stream brings, none of which is kept, and how much memory is taken at most meanwhile, in octets. */
async function passThrough(bytes: Uint8Array): Promise<{ readonly count: number; readonly most: number }> {
  let [count, most] = [0, 0];
  collect();
  const before = process.memoryUsage().heapUsed;
  for await (const batch of readStream(inPieces(bytes))) {
    count += batch.length;
    if (count % (ROWS / 10) > 0) continue;
    collect();
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  return { count, most };
}

describe("Reading a million events", () => {
  it("of a table, against papaparse", async () => {
    const text = tableOf(ROWS);
    const bytes = new TextEncoder().encode(text);
    const figures = await measure({
      papaparse: () => papa.parse(text),
      "papaparse with its header": () => papa.parse(text, { header: true }),
      read: () => read(text, { maxEvents: ROWS }),
      readStream: async () => {
        for await (const batch of readStream(inPieces(bytes))) expect(batch.length).toBeGreaterThan(0);
      },
    });
    report(`CSV of ${Math.round(bytes.length / 1e6)} MB`, figures, figures.papaparse);
    const { count, most } = await passThrough(bytes);
    console.log(`A stream of it takes at most ${Math.round(most / 1e6)} MB beside what was there`);
    expect(count).toBe(ROWS);
    expect(Math.max(figures.read, figures.readStream) / figures.papaparse).toBeLessThan(MOST);
  });

  it("of JSON, against JSON.parse", async () => {
    const text = jsonOf(ROWS);
    const figures = await measure({
      "JSON.parse": () => JSON.parse(text) as unknown,
      read: () => read(text, { maxEvents: ROWS }),
    });
    report(`JSON of ${Math.round(text.length / 1e6)} million letters`, figures, figures["JSON.parse"]);
    expect(figures.read / figures["JSON.parse"]).toBeLessThan(MOST);
  });

  it("and what comes behind it, for a tenth of them", async () => {
    const { document } = await read(tableOf(ROWS / 10));
    const setting = { locale: "en", direction: "ltr", timeZone: "UTC", kinds: resolveKinds() } as const;
    const { events } = normalize(document.events, setting);
    const figures = await measure({
      normalize: () => normalize(document.events, setting),
      buildColumns: () => buildColumns(events),
    });
    report(`${ROWS / 10} events`, figures, figures.normalize);
    expect(events).toHaveLength(ROWS / 10);
  });
});
