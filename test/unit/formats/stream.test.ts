import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { open as openTable, read as readTable } from "../../../src/formats/csv/read.js";
import type { Opener, Reader, ReadSetting } from "../../../src/formats/format.js";
import { createNotes } from "../../../src/formats/notes.js";
import { open as openLines, read as readLines } from "../../../src/formats/read-ndjson.js";
import { read } from "../../../src/formats/read.js";
import { readStream } from "../../../src/formats/stream.js";
import type { TimelineEvent } from "../../../src/model/input.js";
import { unlessMutated } from "../../support/full.js";

const SETTING: ReadSetting = {
  map: new Map(),
  locale: undefined,
  publishedOn: undefined,
  dateOrder: "auto",
  maxEvents: 100,
};
const FOLDER = new URL("../../fixtures/formats/", import.meta.url);
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.\w+$/.test(path) && !path.endsWith(".read.json"))
  .map((path) => [path, readFileSync(new URL(path, FOLDER))] as const);
const texts = files.map(([, bytes]) => new TextDecoder().decode(bytes));

/** A text, and places to cut it at. */
const cutText = fc.tuple(
  fc.oneof(
    fc.constantFrom(...texts),
    fc
      .string({ unit: fc.constantFrom(...Array.from('ab,"\n\r{}:1 ع')), maxLength: 60 })
      .map((text) => `date,title\n${text}`),
  ),
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
);

async function outcome(work: (notes: ReturnType<typeof createNotes>) => unknown): Promise<unknown> {
  const notes = createNotes();
  return { document: await work(notes), issues: notes.issues(), losses: notes.losses() };
}

async function* piecesOf(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) {
    await Promise.resolve();
    yield bytes.subarray(at, at + length);
  }
}

async function allOf(batches: AsyncIterable<readonly TimelineEvent[]>): Promise<TimelineEvent[]> {
  const events: TimelineEvent[] = [];
  for await (const batch of batches) events.push(...batch);
  return events;
}

/** More than is read before anything is made of it. */
const LARGE = new TextEncoder().encode(
  `التاريخ,العنوان,النوع\n${Array.from({ length: 60_000 }, (_, i) => `${1000 + (i % 900)}-07-0${(i % 9) + 1},"قمة ""${i}"" في دمشق",لقاء\n`).join("")}`,
);

describe("Data that come piece by piece", () => {
  it.each<[string, Reader, Opener]>([
    ["a table", readTable, openTable],
    ["lines of JSON", readLines, openLines],
  ])("are read as they are whole, wherever they are cut: %s", async (_, whole, open) => {
    await fc.assert(
      fc.asyncProperty(cutText, async ([text, cuts]) => {
        const source = { text, head: text, json: undefined };
        const expected = await outcome((notes) => whole(source, notes, SETTING));
        const places = cuts.map((cut) => Math.floor(cut * text.length)).sort((a, b) => a - b);
        const actual = await outcome(async (notes) => {
          const stream = await open(text, notes, SETTING);
          const events = [0, ...places].flatMap((from, i) => [
            ...stream.push(text.slice(from, places[i]), i === places.length),
          ]);
          return { ...stream.rest(), events };
        });
        expect(actual).toEqual(expected);
      }),
      { seed: 20200709, numRuns: 400 },
    );
  });

  it.each(files)("are read as they are whole, whatever their form: %s", async (_, bytes) => {
    const { document, ...rest } = await read(bytes);
    const batches = readStream(piecesOf(bytes, 7));
    expect(await allOf(batches)).toEqual(document.events);
    expect(batches.result).toEqual({ ...rest, document: { ...document, events: [] } });
  });

  it("are read as they come where they are large, also when letters are cut, and the page gets its turn meanwhile", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const batches = readStream(piecesOf(LARGE, 65_537));
    expect(batches.result.reason).toBe("nothing has come yet");
    const events = await allOf(batches);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
    expect(events).toEqual((await read(LARGE)).document.events);
    expect(batches.result).toMatchObject({ format: "csv", issues: [], document: { version: 1, events: [] } });
    expect(events[59_999]).toMatchObject({ kind: "meeting", title: 'قمة "59999" في دمشق' });
  });

  it("may be a file or a stream", async () => {
    expect(await allOf(readStream(new Blob([LARGE as BlobPart])))).toHaveLength(60_000);
    expect(await allOf(readStream(new Blob(["date,title\n2020,a"]).stream()))).toHaveLength(1);
  });

  it("are left when nobody wants more, or when there are enough events", async () => {
    let isClosed = false as boolean;
    let asked = 0;
    const endless = (): ReadableStream<Uint8Array> =>
      new ReadableStream({
        pull: (to) => {
          asked++;
          to.enqueue(LARGE);
        },
        cancel: () => {
          isClosed = true;
        },
      });
    for await (const batch of readStream(endless())) if (batch.length > 0) break;
    expect(isClosed).toBe(true);
    [isClosed, asked] = [false, 0];
    const batches = readStream(endless(), { maxEvents: 70_000 });
    expect(await allOf(batches)).toHaveLength(70_000);
    expect(isClosed).toBe(true);
    expect(asked).toBeLessThan(6);
    expect(batches.result.issues.at(-1)).toMatchObject({ code: "events-more" });
  });

  it("whose stream fails fail too", async () => {
    const failing = (async function* () {
      yield await Promise.resolve(LARGE);
      throw new Error("the line is dead");
    })();
    await expect(allOf(readStream(failing))).rejects.toThrow("the line is dead");
  });

  it("keep no more than a row of bounded length", async () => {
    const row = new TextEncoder().encode("x".repeat(1_000_000));
    const long = (async function* () {
      yield await Promise.resolve(LARGE);
      yield new TextEncoder().encode("2020,");
      for (let i = 0; i < unlessMutated(50, 6); i++) yield row;
      yield new TextEncoder().encode("\n2021,after it");
    })();
    const batches = readStream(long);
    const events = await allOf(batches);
    expect(events.slice(60_000).map(({ date, title }) => [date, JSON.stringify(title).length - 2])).toEqual([
      ["2020", 4_000_000 - 5],
      ["2021", 8],
    ]);
    expect(batches.result.losses).toContainEqual(expect.objectContaining({ reason: "the cells from here on" }));
  });

  it.each<[string, string, string]>([
    ["of a table without an end", "date,title\n2020,", "csv"],
    ["of JSON without an end", '{"date":"2020","title":"a"}\n{"date":"2020","title":"', "ndjson"],
  ])("may be a single line of a gigabyte %s", async (_, beginning, format) => {
    const piece = new TextEncoder().encode("x".repeat(4_000_000));
    let asked = 0;
    const line = (async function* () {
      yield await Promise.resolve(new TextEncoder().encode(beginning));
      for (; asked < 250; asked++) yield piece;
    })();
    const batches = readStream(line);
    const events = await allOf(batches);
    expect(events.length).toBeLessThanOrEqual(1);
    expect(asked).toBeLessThan(25);
    expect(batches.result.format).toBe(format);
    expect(batches.result.issues).toContainEqual(expect.objectContaining({ code: "row-endless", severity: "error" }));
    expect(JSON.stringify(events).length).toBeLessThan(5_000_000);
  });

  it("which are too large to be read at once are left, and that is said", async () => {
    const piece = new TextEncoder().encode("x".repeat(4_000_000));
    let asked = 0;
    const calendar = (async function* () {
      yield await Promise.resolve(new TextEncoder().encode("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:"));
      for (; asked < 250; asked++) yield piece;
    })();
    const batches = readStream(calendar);
    expect(await allOf(batches)).toEqual([]);
    expect(asked).toBeLessThan(70);
    expect(batches.result.issues).toMatchObject([
      { code: "data-large", expected: "at most 256 MB", severity: "error" },
    ]);
    expect((await read("x".repeat(300_000_000))).issues.map(({ code }) => code)).toEqual(["data-large"]);
  });
});
