import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { ReadableFormat } from "../../../src/formats/format.js";
import { read } from "../../../src/formats/read.js";

/** Times below this, in milliseconds, are the noise of the machine and of a collection of memory, which longer data come to. */
const NOISE = 8;
const PATIENCE = 300_000;
/** Twice the data take twice as long, four times where work grows with the square; the rest is what memory costs. */
const LINEAR = 3.2;
const DOUBLINGS = 2;
const LEAST = 20_000;
const MOST = 200_000;
const HALF_A_MILLION = 500_000;
/** Milliseconds that half a million letters may take. */
const LONGEST = 2_000;
const MOST_TURNS = 8;

const repeated = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));
const json = (value: unknown): string => JSON.stringify(value);
const nested = (open: string, close: string, length: number): string => {
  const times = Math.floor(length / (open.length + close.length));
  return open.repeat(times) + close.repeat(times);
};

/** Data that make careless readers look again and again, so long. */
const SHAPES: Readonly<Record<string, readonly [ReadableFormat, (length: number) => string]>> = {
  "rows of a table": ["csv", (n) => `date,title\n${repeated("2020-07-09,a title\n", n)}`],
  "a cell of one long line": ["csv", (n) => `date,title\n2020,${repeated("a", n)}`],
  "columns without end": ["csv", (n) => `date,title,${repeated("x,", n)}\n2020,t,${repeated("1,", n)}`],
  "quotation marks": ["csv", (n) => `date,title\n2020,"${repeated('"', n)}`],
  "quotation marks that nobody closes": ["csv", (n) => `date,title\n${repeated('2020,"x\n', n)}`],
  "delimiters alone": ["csv", (n) => `date,title\n${repeated(",", n)}`],
  "rows with HTML": ["csv", (n) => `date,title\n${repeated("2020,<b>a</b> <a href=https://example.org/>b</a>\n", n)}`],
  "tags that nobody closes": ["csv", (n) => `date,title\n2020,${repeated("<b>", n / 2)}${repeated("</i>", n / 2)}`],
  "lists in lists": ["mizwala", (n) => `{"events":[${nested("[", "]", n)}]}`],
  "objects in objects": ["vis-timeline", (n) => nested('{"items":', "}", n)],
  "lines of JSON": ["ndjson", (n) => repeated('{"date":"2020","title":"t"}\n', n)],
  slides: [
    "timelinejs",
    (n) => `{"events":[${repeated('{"start_date":{"year":"2020"},"text":{"headline":"<i>x</i>"}},', n)}{}]}`,
  ],
  items: ["vis-timeline", (n) => `[${repeated('{"id":1,"content":"x","start":"9 July 2020","group":1},', n)}{}]`],
  "groups in a chain": [
    "vis-timeline",
    (n) =>
      json({
        items: [],
        groups: Array.from({ length: n / 40 }, (_, i) => ({ id: i, content: "g", nestedGroups: [i + 1] })),
      }),
  ],
  drops: ["eventdrops", (n) => `[{"name":"a","data":[${repeated('{"date":"2020-01-01"},', n)}1]}]`],
  "elements of XML": ["simile", (n) => `<data>${repeated('<event start="2020" title="x">y</event>', n)}</data>`],
  "elements in elements": ["simile", (n) => `<data>${nested("<a>", "</b>", n)}</data>`],
  "entities in XML": ["simile", (n) => `<data><event start="1" title="${repeated("&amp;&lt", n)}"/></data>`],
  "events of a calendar": [
    "icalendar",
    (n) =>
      `BEGIN:VCALENDAR\n${repeated("BEGIN:VEVENT\nUID:1\nDTSTART:20200709T100000Z\nSUMMARY:x\nEND:VEVENT\n", n)}END:VCALENDAR`,
  ],
  "zones of a calendar": [
    "icalendar",
    (n) =>
      `BEGIN:VCALENDAR\n${repeated("BEGIN:VTIMEZONE\nTZID:a\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:+0100\nRRULE:FREQ=DAILY\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=a:20200709T100000\nEND:VEVENT\n", n)}END:VCALENDAR`,
  ],
  "dates of a zone": [
    "icalendar",
    (n) =>
      `BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:a\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETTO:+0100\n${repeated("RDATE:20000101T000000\n", n)}END:STANDARD\nEND:VTIMEZONE\nEND:VCALENDAR`,
  ],
  "versions of an event": [
    "icalendar",
    (n) =>
      `BEGIN:VCALENDAR\n${repeated("BEGIN:VEVENT\nUID:1\nSEQUENCE:1\nDTSTART:20200709\nEND:VEVENT\n", n)}END:VCALENDAR`,
  ],
  "a literal": ["simile", (n) => `var x = {events: [${repeated("{start: '2020', 'title': 'a' + \"b\"},", n)}]}`],
  "lists in lists of a literal": ["simile", (n) => `{a: ${nested("[", "]", n)}}`],
  "comments in a literal": ["simile", (n) => `{a: ${repeated("/* * ", n)}`],
  "texts that nobody closes in a literal": ["simile", (n) => `{a: ${repeated("'\\u", n)}`],
  "parts of a text in a literal": ["simile", (n) => `{a: 'b'${repeated(" + 'c'", n)}}`],
  "lists in a script": ["vis-timeline", (n) => repeated("new DataSet([{id: 1, start: '2020'}]);\n", n)],
  "lists in a script that nobody closes": ["vis-timeline", (n) => repeated("=([{a:([{", n)],
  "comments in a script that nobody closes": ["vis-timeline", (n) => repeated("=[{/*", n)],
  "blanks before lists in a script": ["vis-timeline", (n) => repeated("=   [  ", n)],
  "a line of a calendar": [
    "icalendar",
    (n) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${repeated("a\\,", n)}\nEND:VEVENT`,
  ],
  "folded lines": ["icalendar", (n) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a${repeated("\n b", n)}\nEND:VEVENT`],
  "parameters of a line": [
    "icalendar",
    (n) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE${repeated(';CN="a"', n)}:x\nEND:VEVENT`,
  ],
  "parameters of a line that nobody ends": [
    "icalendar",
    (n) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE${repeated(';CN="a"', n)};CN="a:x\nEND:VEVENT`,
  ],
  "values of a line": [
    "icalendar",
    (n) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\nCATEGORIES:${repeated("a,\\,", n)}\nEND:VEVENT`,
  ],
  "components in components": [
    "icalendar",
    (n) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${nested("BEGIN:VALARM\n", "END:VALARM\n", n)}END:VEVENT`,
  ],
  "exceptions of a recurrence": [
    "icalendar",
    (n) =>
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY\n${repeated("EXDATE;VALUE=DATE:20200102\n", n)}END:VEVENT`,
  ],
  "events of markwhen": ["markwhen", (n) => repeated("2020-07: Event #tag [a](https://example.org)\n", n)],
  "a line of markwhen": ["markwhen", (n) => `2020: ${repeated("[a](", n)}`],
  "sections of markwhen": ["markwhen", (n) => repeated("# a\n## b\n2020: x\n", n)],
  "relative dates of markwhen": ["markwhen", (n) => `2020: x\n${repeated("after 3 days: x\n", n)}`],
  "periods of a diagram": ["mermaid", (n) => `timeline\n${repeated("2020 : a : b\n", n)}`],
  "colons of a diagram": ["mermaid", (n) => `timeline\n2020 ${repeated(": ", n)}`],
  "tasks of a diagram": ["mermaid", (n) => `gantt\n${repeated("a :a1, 2020-01-01, 3d\nb :after a1, 2d\n", n)}`],
  "features of a map": [
    "geojson",
    (n) => `{"type":"FeatureCollection","features":[${repeated('{"properties":{"name":"a","date":"2020"}},', n)}{}]}`,
  ],
  "rows of an answer": [
    "wikidata",
    (n) => `{"results":{"bindings":[${repeated('{"date":{"value":"2020-01-01T00:00:00Z"}},', n)}{}]}}`,
  ],
  "events in events": ["json-ld", (n) => nested('{"@type":"Event","startDate":"2020","subEvent":', "}", n)],
  "nodes of a graph": [
    "json-ld",
    (n) => `{"@context":"","@graph":[${repeated('{"@type":"Event","name":"a","startDate":"2020"},', n)}{}]}`,
  ],
  "scripts of a page": ["json-ld", (n) => repeated('<script type="application/ld+json">{}', n)],
  "beginnings of scripts": ["json-ld", (n) => repeated("<script ", n)],
};

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as (how: { readonly type: "minor" | "major" }) => void;

/**
 * The work of the processor in milliseconds, which other programs do not add to as they do to the time on the clock. What
 * earlier work has left in memory is taken away first; to look at all of the memory takes longer than most work.
 */
async function timeOf(work: () => Promise<unknown>, type: "minor" | "major" = "major"): Promise<number> {
  collect({ type });
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

interface Growth {
  /** How many times longer data of twice the length take, as the mean of several doublings. */
  readonly mean: number;
  /** Milliseconds for half a million letters, as the longest data tell. */
  readonly large: number;
}

async function growth(
  work: (text: string) => Promise<unknown>,
  make: (length: number) => string,
  [most, turns]: readonly [most: number, turns: number] = [MOST, MOST_TURNS],
): Promise<Growth> {
  /** What looks worse than linear at first is measured again with all of the memory looked at before. */
  let collected: "minor" | "major" = "minor";
  const spent = (length: number): Promise<number> => {
    const text = make(length);
    return timeOf(() => work(text), collected);
  };
  const quickest = async (length: number): Promise<number> => Math.min(await spent(length), await spent(length));
  let length = LEAST;
  let short = await quickest(length);
  while (short < NOISE && length * 2 <= most) short = await quickest((length *= 2));
  const longest = length * 2 ** DOUBLINGS;
  let long = await spent(longest);
  const mean = (): number => (long / Math.max(short, NOISE)) ** (1 / DOUBLINGS);
  for (let turn = 1; turn < turns && mean() >= LINEAR; turn++) {
    collected = "major";
    short = Math.min(short, await spent(length));
    long = Math.min(long, await spent(longest));
  }
  return { mean: mean(), large: (long * HALF_A_MILLION) / longest };
}

describe("The work of reading grows no faster than the data, and half a million letters take less than two seconds", () => {
  it.each(Object.keys(SHAPES))("for %s", { timeout: PATIENCE, retry: 2 }, async (name) => {
    const [format, make] = SHAPES[name]!;
    const { mean, large } = await growth((text) => read(text, { format }), make);
    expect(mean).toBeLessThan(LINEAR);
    // What is told of more than was read is looked at where it matters.
    const half = (): Promise<number> => timeOf(() => read(make(HALF_A_MILLION), { format }));
    expect(large < LONGEST ? large : await half()).toBeLessThan(LONGEST);
  });

  it("nor does that of telling the form", { timeout: PATIENCE, retry: 2 }, async () => {
    for (const piece of ["a", "{", "<", '"', ",", ":", "\n", "2020-", "BEGIN:", "---\n", "[{}]"]) {
      const work = (text: string): Promise<unknown> => read(text);
      const { mean } = await growth(work, (length) => repeated(piece, length), [LEAST, MOST_TURNS]);
      expect(mean, piece).toBeLessThan(LINEAR);
    }
  });

  it("and work that grows with the square would be found", { timeout: PATIENCE, retry: 2 }, async () => {
    const square = (text: string): Promise<unknown> => {
      let found = 0;
      for (let i = 0; i < text.length; i += 100) found += text.split("a", i).length;
      return Promise.resolve(found);
    };
    expect((await growth(square, (length) => repeated("a", length / 10), [MOST, 2])).mean).toBeGreaterThan(LINEAR);
  });
});
