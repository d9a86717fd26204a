import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { READERS, WRITERS } from "../../../src/formats/table.js";
import type { ReadableFormat, ReadResult, WritableFormat } from "../../../src/formats/format.js";
import { occurrencesOf } from "../../../src/formats/icalendar/recurrence.js";
import { read } from "../../../src/formats/read.js";
import { examine } from "../../../src/formats/doctor/examine.js";
import { write } from "../../../src/formats/write.js";
import { diagnose } from "../../../src/model/diagnose.js";
import { renderToSVG } from "../../../src/svg/index.js";
import { runs } from "../../support/full.js";

const FOLDER = new URL("../../fixtures/formats/", import.meta.url);
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.\w+$/.test(path) && !path.endsWith(".read.json"))
  .map((path) => readFileSync(new URL(path, FOLDER), "utf8"));
const READABLE = Object.keys(READERS) as ReadableFormat[];
const WRITABLE = Object.keys(WRITERS) as WritableFormat[];

const PIECES = [
  "<",
  ">",
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  ",",
  ":",
  ";",
  "\n",
  "\\",
  "\0",
  "\ud800",
  "\u202e",
  "__proto__",
  "null",
  "1e999",
  "-0044",
  "9".repeat(30),
  "BEGIN:VEVENT\n",
  "RRULE:FREQ=DAILY\n",
  "<script>",
  "&#x0;",
  "٢٠٢٠",
];

/** A file of some form, cut, with parts moved and signs thrown in. */
const damaged = fc
  .tuple(
    fc.constantFrom(...files),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        fc.constantFrom(...PIECES),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((now, [at, length, piece]) => {
      const from = Math.floor(at * now.length);
      return now.slice(0, from) + piece + now.slice(from + Math.floor(length * now.length));
    }, text),
  );

/** What careless code makes of what is not there; no file has it. */
const SLIPS = /\bNaN\b|\bundefined\b|\[object /;

/** All texts and numbers within a value, with the names of fields; it may be nested deep. */
function* leavesOf(whole: unknown): Generator {
  const open: unknown[] = [whole];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) yield value;
    else open.push(...Object.entries(value as Record<string, unknown>).flat());
  }
}

function check({ document, issues, losses }: ReadResult): void {
  expect(Array.isArray(document.events)).toBe(true);
  for (const leaf of leavesOf(document)) {
    if (typeof leaf === "number") expect(leaf).not.toBeNaN();
    else if (typeof leaf === "string") expect(leaf).not.toMatch(SLIPS);
  }
  for (const { path, found, expected } of issues)
    expect([path, found, expected].map((text) => typeof text)).toEqual(["string", "string", "string"]);
  for (const { found } of losses) expect(found.length).toBeLessThan(400);
  diagnose(document);
}

describe("Nothing in the data throws", () => {
  it("however a file is damaged, whatever form it is taken for", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.constantFrom("auto" as const, ...READABLE), async (text, format) => {
        check(await read(text, { format }));
      }),
      { seed: 20200709, numRuns: runs(600, 15_000) },
    );
  });

  it("nor where a file is cut off anywhere", { timeout: 300_000 }, async () => {
    const cut = fc.tuple(fc.constantFrom(...files), fc.double({ min: 0, max: 1, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(cut, async ([text, at]) => {
        const whole = await read(text);
        const part = await read(text.slice(0, Math.floor(at * text.length)));
        check(part);
        if (part.format !== whole.format) expect(part.issues.length + part.document.events.length).toBeGreaterThan(0);
      }),
      { seed: 20200709, numRuns: 300 },
    );
  });

  it("nor do bytes that are no text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom("auto" as const, ...READABLE),
        async (bytes, format) => {
          check(await read(bytes, { format }));
        },
      ),
      { seed: 20200709, numRuns: 500 },
    );
  });

  it("nor does any document that is written", { timeout: 300_000 }, async () => {
    const anything = fc.anything({ maxDepth: 2, withBigInt: false, withNullPrototype: true });
    const event = fc.dictionary(
      fc.constantFrom(
        "id",
        "date",
        "title",
        "summary",
        "place",
        "media",
        "sources",
        "participants",
        "tags",
        "timeZone",
        "lane",
        "url",
        "kind",
      ),
      anything,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            title: anything,
            eras: anything,
            locale: anything,
            events: fc.oneof(anything, fc.array(fc.oneof(event, anything))),
          },
          { requiredKeys: [] },
        ),
        fc.constantFrom(...WRITABLE),
        async (document, format) => {
          expect(typeof (await write(document as never, { format })).text).toBe("string");
        },
      ),
      { seed: 20200709, numRuns: 1000 },
    );
  });
});

describe("Hostile data", () => {
  it("has a bounded result where columns have no end", async () => {
    const wide = `date,title,${"x,".repeat(1_000_000)}\n2020,t,${"1,".repeat(1_000_000)}`;
    const { document, losses } = await read(wide);
    expect(document.events).toHaveLength(1);
    expect(Object.keys(document.events[0]!.data ?? {}).length).toBeLessThan(1000);
    expect(losses).toContainEqual(expect.objectContaining({ row: 1, reason: "the columns from here on" }));
  });

  it("has a bounded result where lists are nested ten thousand deep", async () => {
    for (const format of READABLE) check(await read(`${"[".repeat(10_000)}${"]".repeat(10_000)}`, { format }));
    check(await read(`{"a":`.repeat(10_000) + "1" + "}".repeat(10_000)));
    const deep = `${'{"@type":"Event","startDate":"2020","name":"a","subEvent":'.repeat(10_000)}1${"}".repeat(10_000)}`;
    expect((await read(deep)).document.events).toHaveLength(10_000);
  });

  it("can be written again and examined where they are nested ten thousand deep", async () => {
    const data = JSON.parse(`${"[".repeat(10_000)}${"]".repeat(10_000)}`) as unknown;
    const document = { events: [{ date: "2020", title: "t", data, kind: data, tags: data, "x-y": data }] } as never;
    for (const format of WRITABLE) expect(typeof (await write(document, { format })).text).toBe("string");
    expect(examine(document).length).toBeGreaterThan(0);
  });

  it("that are packed stay packed, however much is in them", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const { document, reason } = await read(bomb);
    expect(document.events).toEqual([]);
    expect(reason).toBe("it is packed by gzip: unpack it first");
  });

  it("reaches no prototype", async () => {
    const keys = `"__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } }`;
    for (const format of READABLE) {
      await read(`{ ${keys}, "events": [{ ${keys}, "date": "2020", "title": "t" }], "items": [{ ${keys} }] }`, {
        format,
      });
      await read(`date,__proto__,constructor,title\n2020,1,2,t\n`, { format });
      await read(
        `{__proto__: {polluted: 1}, 'constructor': {prototype: {polluted: 1}}, events: [{__proto__: {polluted: 1}}]}`,
        {
          format,
        },
      );
      await read("date,title\n2020,t", {
        format,
        map: JSON.parse(`{ "__proto__": "title" }`) as Record<string, string>,
      });
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((await read("date,__proto__,title\n2020,1,t")).document.events[0]!.data).not.toHaveProperty("polluted");
  });

  it("goes round in no circle", async () => {
    const groups = [
      { id: 1, content: "a", nestedGroups: [2] },
      { id: 2, content: "b", nestedGroups: [1, 2] },
    ];
    const items = [{ id: 1, content: "x", start: "2020", group: 2 }];
    const { document } = await read(JSON.stringify({ items, groups }), { format: "vis-timeline" });
    expect(document.events).toHaveLength(1);
    expect(renderToSVG(document)).toContain("<svg");
  });

  it("makes no more events than are asked for", async () => {
    const row = "2020-07-09,t\n";
    const { document, issues } = await read(`date,title\n${row.repeat(50)}`, { maxEvents: 10 });
    expect(document.events).toHaveLength(10);
    expect(issues.map(({ code }) => code)).toEqual(["events-more"]);
    const storm = `BEGIN:VCALENDAR\n${"BEGIN:VEVENT\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY\nSUMMARY:x\nEND:VEVENT\n".repeat(500)}END:VCALENDAR`;
    expect((await read(storm, { maxEvents: 1000 })).document.events).toHaveLength(1000);
  });

  it.each([
    "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=4",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;INTERVAL=1000000000",
    "FREQ=WEEKLY;BYMONTH=13",
    "FREQ=DAILY;INTERVAL=0;UNTIL=99991231",
    "FREQ=YEARLY;BYWEEKNO=54",
  ])("can't make a rule look at more days than it may: %s", (text) => {
    const rule = Object.fromEntries(
      text
        .split(";")
        .map((part) => part.split("="))
        .map(([name, value]) => [name!.toLowerCase(), value]),
    );
    const budget = { days: 50_000 };
    expect([...occurrencesOf(rule, { start: 0, until: Infinity, most: 10 }, budget)].length).toBeLessThanOrEqual(10);
    expect(budget.days).toBeGreaterThanOrEqual(0);
  });

  /** So many days in a row, as calendars write them. */
  const daysOf = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) =>
      new Date(Date.UTC(2020, 0, 2 + i)).toISOString().slice(0, 10).replaceAll("-", ""),
    );
  const every = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, i) => from + i).join();

  it.each([
    ["by the second", "RRULE:FREQ=SECONDLY", 1],
    ["a thousand million seconds", "RRULE:FREQ=SECONDLY;COUNT=1000000000", 1],
    ["by the minute", "RRULE:FREQ=MINUTELY;INTERVAL=1", 1],
    ["a thousand million days", "RRULE:FREQ=DAILY;COUNT=1000000000", 1_000],
    ["until the year 9999", "RRULE:FREQ=DAILY;UNTIL=99991231", 1_000],
    ["on a day that is none", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 1],
    [
      "with all its parts",
      `RRULE:FREQ=YEARLY;BYMONTHDAY=${every(1, 31)};BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,-1`,
      200,
    ],
    ["with all days and weeks", `RRULE:FREQ=YEARLY;BYYEARDAY=${every(1, 200)};BYWEEKNO=${every(1, 53)}`, 200],
    ["100,000 dates in a line", `RDATE;VALUE=DATE:${daysOf(100_000).join()}`, 1_001],
    [
      "100,000 lines",
      daysOf(100_000)
        .map((day) => `RDATE;VALUE=DATE:${day}`)
        .join("\r\n"),
      1_001,
    ],
  ])("S31: ends a calendar's rule in seconds, bounded, and says once what is left out: %s", async (_, lines, most) => {
    const event = `BEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20200101\r\nSUMMARY:x\r\n${lines}\r\nEND:VEVENT`;
    const before = performance.now();
    const { document, losses } = await read(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event}\r\nEND:VCALENDAR\r\n`);
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(document.events.length).toBeGreaterThan(0);
    expect(document.events.length).toBeLessThanOrEqual(most);
    expect(losses.map(({ field }) => field)).toEqual([lines.slice(0, 5)]);
  });

  it("becomes a picture without markup of its own", async () => {
    const script = `"><img src=x onerror=alert(1)>`;
    const table = `date,title,summary\n2020,"${script.replaceAll('"', '""')}",<script>alert(2)</script>words\n`;
    const { document } = await read(table);
    const svg = renderToSVG(document);
    expect(svg).not.toMatch(/<(img|script)/);
    expect(svg).not.toContain("alert(2)");
  });

  it("leaves no address that may not be followed", async () => {
    const bad = "java\tscript:alert(1)";
    for (const text of files) expect(JSON.stringify((await read(text)).document)).not.toMatch(/javascript:/i);
    const { document, losses } = await read(
      JSON.stringify({
        events: [{ start_date: { year: 1 }, text: { headline: `<a href="${bad}">x</a>` }, media: { url: bad } }],
      }),
    );
    expect(JSON.stringify(document)).not.toContain("script:");
    expect(losses).toHaveLength(2);
  });

  it("is shown as it was typed by Markdown, and no name of a sign makes another address of it", async () => {
    const urls = ["java&#115;cript:alert(1)", "javascript&colon;alert(1)", "/a?b=1&copy;=2|3"];
    const events = urls.map((url) => ({ date: "2020", title: "&lt;b&gt; AT&T", url }));
    const { text } = await write({ events }, { format: "markdown" });
    const lines = text.split("\n").slice(2, -1);
    expect(lines).toEqual([
      "| 2020 | [\\&lt;b\\&gt; AT&T](<java&amp;#115;cript:alert(1)>) |",
      "| 2020 | [\\&lt;b\\&gt; AT&T](<javascript&amp;colon;alert(1)>) |",
      "| 2020 | [\\&lt;b\\&gt; AT&T](</a?b=1&amp;copy;=2%7C3>) |",
    ]);
  });
});
