import { examine } from "../../../src/formats/doctor/examine.js";
import { read, tooLarge } from "../../../src/formats/read.js";
import { readStream } from "../../../src/formats/stream.js";
import { write } from "../../../src/formats/write.js";
import { readFileSync } from "node:fs";
import type { Issue } from "../../../src/base/errors.js";
import { readColumns } from "../../../src/store/build/read-columns.js";
import { finish } from "../../../src/store/slices.js";
import { parseDateText } from "../../../src/time/phrases/phrases.js";
import { resolveKinds } from "../../../src/model/kinds.js";
import { ISSUE_LIMIT } from "../../../src/model/issue-log.js";

const SETTING = { locale: "en", direction: "ltr", timeZone: "UTC", kinds: resolveKinds(), now: 0 } as const;
const GOOD = { date: "2020-07-08", title: "Signing", url: "https://example.org/" };
const many = (count: number, one: unknown): unknown[] => Array.from({ length: count }, () => one);

/** Documents with one fault each, or few. */
const DOCUMENTS: readonly unknown[] = [
  ...[
    { date: undefined },
    { date: "soon" },
    { date: "2020-07-09/2020-07-07" },
    { date: "+300000-01-01T00:00:00Z" },
    { date: "Y99999999999" },
    { date: "1441-13-01[u-ca=islamic]" },
    { date: "2020-07-08[u-ca=lunar]" },
    { date: "2020-07-08T10:00[Asia/Damascus2]" },
    { dateText: "Friday 8 July 2020" },
    { dateText: "الجمعة 8 تموز 2020" },
    { title: "٣ of 3 talks" },
    { url: undefined },
    { title: "word ".repeat(40) },
    { title: "x".repeat(100_001) },
    { title: undefined },
    { title: true },
    { title: [{ text: "a", url: "javascript:alert(1)" }] },
    { url: "javascript:alert(1)" },
    { image: { url: "https://example.org/a.png" } },
    { media: [{ url: "https://example.org/a.png" }] },
    { media: [{ image: "https://example.org/a.png" }] },
    { kind: "sumit" },
    { lane: "nothing" },
    { partOf: "nothing" },
    { refersTo: ["nothing"] },
    { id: "a", partOf: "a" },
    { certainty: "sure" },
    { importance: 7 },
    { lang: "no tag" },
    { timeZone: "Mars/Olympus" },
  ].map((fault) => ({ events: [{ ...GOOD, ...fault }], lanes: [{ id: "one", title: "One" }] })),
  {
    events: [
      { ...GOOD, id: "a" },
      { ...GOOD, id: "a", title: "Another" },
    ],
  },
  { events: [GOOD, GOOD] },
  { events: [GOOD, { ...GOOD, date: "2019" }, { ...GOOD, date: "1441-11-17" }] },
  { events: [7] },
  { events: 7 },
  { events: many(ISSUE_LIMIT + 1, 7) },
  { events: [GOOD], eras: 7 },
  { events: [GOOD], eras: [7] },
  { events: [GOOD], lanes: 7 },
  { events: [GOOD], lanes: [7] },
  { events: [GOOD], lanes: [{ id: "a", title: "A", isFolded: 7, folded: 7, collapsed: 7 }] },
  { events: [GOOD], breaks: ["2020"] },
  { events: [GOOD], breaks: ["2020/.."] },
  { events: [GOOD], breaks: many(101, "2010") },
  { events: [GOOD], layuot: "list" },
  { events: [GOOD], layout: "spiral" },
  { events: [GOOD], kinds: [{ kind: "a", title: "A", label: "A", colour: "#ffff66", hue: "#ffff66" }] },
  { events: [GOOD], kinds: [{ kind: "a", title: "A", label: "A", colour: "#335577", hue: "#335577" }] },
];

/** Files with one fault each, or few. */
const FILES: readonly (readonly [data: string, options?: Parameters<typeof read>[1]])[] = [
  ["?"],
  ["[1, 2", { format: "mizwala" }],
  ["7", { format: "mizwala" }],
  [`{"version": 9, "events": []}`, { format: "mizwala" }],
  [`{"events": [{}, {}]}`, { format: "mizwala", maxEvents: 1 }],
  [`{}\n${"x".repeat(3_000_000)}`, { format: "ndjson" }],
  ["Date,Title", { format: "csv" }],
  ["", { format: "csv" }],
  [`Date,Title\n2020,${"x".repeat(3_000_000)}`, { format: "csv" }],
  ["Date,Title\n2020,A", { format: "csv", map: { title: "Name" } }],
  ["Name,Title\nx,A", { format: "csv" }],
  ["Date,Title\n09/07/2020,A", { format: "csv" }],
  ["Date,Title\n9 July,A\nsigned 1952,B\nlate summer,C\nWednesday,D", { format: "csv" }],
  ["Date,Title\nFriday 8 July 2020,A", { format: "csv" }],
  ["Date,Title,Importance\n2020,A,much", { format: "csv" }],
  [`Date,Title\n2020,"A`, { format: "csv" }],
  ["pie\n", { format: "mermaid" }],
  ["flowchart LR", { format: "mermaid" }],
  [
    `<data><event start="2020" title="A">${"<b>".repeat(1000)}${"word ".repeat(2000)}${"</b>".repeat(1000)}</event></data>`,
    { format: "simile" },
  ],
  ["<data><event start='2020' title='A'>", { format: "simile" }],
];

/** Fixtures with faults that no line shows. */
const FIXTURES = [
  "csv/arabic.csv",
  "icalendar/broken.ics",
  "icalendar/public-zone-rdate.ics",
  "others/page.html",
  "others/wikidata.json",
  "simile/truncated.xml",
  "vis-timeline/hostile.json",
  "vis-timeline/public-elements.html",
].map((path) => new URL(`../../fixtures/formats/${path}`, import.meta.url));

/** Lines of JSON that never end. */
async function issuesOfEndless(): Promise<readonly Issue[]> {
  const batches = readStream(
    (async function* () {
      yield await Promise.resolve(new TextEncoder().encode(`{"date":"2020","title":"a"}\n{"title":"`));
      const piece = new TextEncoder().encode("x".repeat(4_000_000));
      for (let i = 0; i < 20; i++) yield piece;
    })(),
  );
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the events are not looked at
  for await (const _ of batches);
  return batches.result.issues;
}

/** What is told of all of them. */
export async function toldOfBadInputs(): Promise<readonly Issue[]> {
  const told: Issue[] = DOCUMENTS.flatMap((document) => [...examine(document)]);
  for (const [data, options] of FILES) told.push(...(await read(data, options)).issues);
  for (const file of FIXTURES) told.push(...(await read(readFileSync(file))).issues);
  told.push(...(await issuesOfEndless()), parseDateText("Friday 9 July 2020", { locale: "en" })!.issue!);
  told.push(...finish(readColumns({ start: [1, 2], lane: ["a"] }, SETTING)).issues);
  told.push(...tooLarge(3e9).issues);
  told.push(...(await write({ events: [{ ...GOOD, data: { a: 1n } }] }, { format: "mizwala" })).issues);
  return told;
}
