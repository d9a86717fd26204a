import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveKinds } from "../../../src/model/kinds.js";
import { normalize, type Normalized } from "../../../src/model/normalize.js";
import { frozen } from "../../support/frozen.js";

const SETTING = { locale: "en", direction: "ltr", timeZone: "UTC", kinds: resolveKinds() } as const;

const read = (events: unknown): Normalized => normalize(events, SETTING);
const good = (id: string): object => ({ id, kind: "meeting", date: "2020-07-09", title: "A meeting" });
const row = (fields: object): object => ({ ...good("bad"), ...fields });

interface Fault {
  readonly name: string;
  readonly row: unknown;
  readonly code: string;
  readonly path?: string;
  readonly found?: string;
  readonly expected?: string;
  readonly isLeftOut?: boolean;
}

const LEFT_OUT: readonly Fault[] = [
  { name: "a date that is missing", row: row({ date: undefined }), code: "date-missing", path: ".date" },
  {
    name: "a date that nobody can read",
    row: row({ date: "soon" }),
    code: "date-unreadable",
    path: ".date",
    found: '"soon"',
  },
  { name: "a date that is NaN", row: row({ date: NaN }), code: "date-unreadable", path: ".date", found: "NaN" },
  { name: "an end before the start", row: row({ date: "2020-07-09/2020-07-07" }), code: "date-order", path: ".date" },
  { name: "a date beyond all calendars", row: row({ date: 1e300 }), code: "date-range", path: ".date" },
  { name: "null", row: null, code: "event-unreadable", path: "", found: "null" },
  { name: "a number", row: 42, code: "event-unreadable", path: "", found: "42" },
  { name: "a list", row: [1], code: "event-unreadable", path: "", found: "an array of 1" },
  { name: "a symbol", row: Symbol("x"), code: "event-unreadable", path: "", found: "a symbol" },
  {
    name: "a field that throws",
    row: Object.defineProperty({}, "date", {
      get: () => {
        throw new Error("no");
      },
      enumerable: true,
    }),
    code: "event-unreadable",
    path: "",
  },
];

const SHOWN: readonly Fault[] = [
  {
    name: "an id that another event has",
    row: row({ id: "first" }),
    code: "id-duplicate",
    path: ".id",
    found: '"first"',
  },
  { name: "an id that is an object", row: row({ id: {} }), code: "text-unreadable", path: ".id" },
  {
    name: "a misspelt kind",
    row: row({ kind: "metting" }),
    code: "kind-unknown",
    path: ".kind",
    expected: '"meeting"',
  },
  { name: "an unknown kind", row: row({ kind: "xyz" }), code: "kind-unknown", path: ".kind", found: '"xyz"' },
  {
    name: "a kind that is a function",
    row: row({ kind: () => 1 }),
    code: "kind-unknown",
    path: ".kind",
    found: "a function",
  },
  { name: "a title that is a number", row: row({ title: 42 }), code: "text-unreadable", path: ".title", found: "42" },
  { name: "a title that is an object", row: row({ title: { a: {} } }), code: "text-unreadable", path: ".title.a" },
  { name: "no title", row: row({ title: undefined }), code: "text-missing", path: ".title" },
  { name: "a title that nobody can see", row: row({ title: " \u200b" }), code: "text-missing", path: ".title" },
  { name: "a title of a megabyte", row: row({ title: "x".repeat(1e6) }), code: "text-long", path: ".title" },
  { name: "a summary that is a symbol", row: row({ summary: Symbol("x") }), code: "text-unreadable", path: ".summary" },
  { name: "a whole that does not exist", row: row({ partOf: "nothing" }), code: "reference-unknown", path: ".partOf" },
  { name: "a whole that is the event itself", row: row({ partOf: "bad" }), code: "part-cycle", path: ".partOf" },
  {
    name: "a consequence that does not exist",
    row: row({ leadsTo: ["first", "x"] }),
    code: "reference-unknown",
    path: ".leadsTo[1]",
  },
  {
    name: "an Arabic weekday that is not that of the date",
    row: row({ dateText: "يوم أمس الأربعاء", publishedOn: "2020-07-10" }),
    code: "weekday-contradiction",
    path: ".dateText",
    found: '"يوم أمس الأربعاء"',
    expected: "a weekday of 2020-07-09",
  },
  {
    name: "an English weekday that is not that of the date",
    row: row({ dateText: "on Friday" }),
    code: "weekday-contradiction",
    path: ".dateText",
  },
  {
    name: "a day of publishing that nobody can read",
    row: row({ publishedOn: "x" }),
    code: "date-unreadable",
    path: ".publishedOn",
  },
  { name: "a link to a script", row: row({ url: "javascript:alert(1)" }), code: "url-refused", path: ".url" },
  {
    name: "a source with a link to a script",
    row: row({ sources: [{ url: "data:x" }] }),
    code: "url-refused",
    path: ".sources[0].url",
  },
  {
    name: "an importance over 1",
    row: row({ importance: 7 }),
    code: "number-range",
    path: ".importance",
    expected: "a number from 0 to 1",
  },
  { name: "an importance that is a text", row: row({ importance: "high" }), code: "number-range", path: ".importance" },
  { name: "an unknown certainty", row: row({ certainty: "sure" }), code: "word-unknown", path: ".certainty" },
  { name: "an unknown direction", row: row({ dir: "up" }), code: "word-unknown", path: ".dir" },
  { name: "a language that is none", row: row({ lang: "not a tag" }), code: "language-unknown", path: ".lang" },
  { name: "an unknown zone", row: row({ timeZone: "Mars/Olympus" }), code: "zone-unknown", path: ".timeZone" },
  {
    name: "a place beyond the pole",
    row: row({ place: { name: "X", lat: 91 } }),
    code: "number-range",
    path: ".place.lat",
  },
  {
    name: "a participant without a name",
    row: row({ participants: [{ name: "" }] }),
    code: "text-missing",
    path: ".participants[0].name",
  },
  {
    name: "a field of its kind that is no text",
    row: row({ subject: { en: 1 } }),
    code: "text-unreadable",
    path: ".subject.en",
  },
];

describe("normalize, with one bad row among good ones", () => {
  it.each([...LEFT_OUT.map((fault) => ({ ...fault, isLeftOut: true })), ...SHOWN])(
    "reports $name once and shows the others",
    ({ row: bad, code, path = "", found, expected, isLeftOut = false }) => {
      const { events, issues } = read([good("first"), bad, good("last")]);
      expect(events.map((event) => event.index)).toEqual(isLeftOut ? [0, 2] : [0, 1, 2]);
      expect(issues).toHaveLength(1);
      expect(issues[0]).toMatchObject({ code, path: `events[1]${path}`, severity: isLeftOut ? "error" : "warning" });
      if (found !== undefined) expect(issues[0]!.found).toBe(found);
      if (expected !== undefined) expect(issues[0]!.expected).toBe(expected);
    },
  );

  it("shows 999 of 1,000", () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => (i === 500 ? row({ date: "2020-02-30" }) : good(`e${i}`)));
    const { events, issues } = read(rows);
    expect(events).toHaveLength(999);
    expect(issues.map((issue) => issue.path)).toEqual(["events[500].date"]);
  });
});

describe("normalize", () => {
  it.each([[null], ["x"], [{}], [42]])("says that %j is no list of events", (events) => {
    const { issues, ...rest } = read(events);
    expect(rest.events).toEqual([]);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(["events-unreadable events"]);
  });

  it("puts a stand-in where the text of a title is missing", () => {
    const titles = read([row({ title: {} }), row({ id: "b", kind: undefined, title: null })]).events.map(
      (e) => e.title.text,
    );
    expect(titles).toEqual(["Meeting", "Event"]);
  });

  it("shows what is out of bounds at the bound, and what is unknown as less than sure", () => {
    const [event] = read([row({ importance: -1, certainty: "sure", kind: "metting" })]).events;
    expect(event).toMatchObject({ importance: 0, certainty: "reported", kind: { kind: "event" } });
  });

  it("fills in what may be left out", () => {
    const [event] = read([{ date: "2020", title: "A year" }]).events;
    expect(event).toMatchObject({
      id: "a-year",
      importance: 0.5,
      certainty: "confirmed",
      kindLabel: "Event",
      participants: [],
      sources: [],
      parts: [],
      partOf: undefined,
      lane: undefined,
    });
  });

  const idsOf = (rows: readonly object[], locale = "en"): readonly string[] =>
    normalize(rows, { ...SETTING, locale }).events.map(({ id }) => id);

  it("names an event without an id by its title, in the same language for all readers", () => {
    const summit = row({ id: undefined, title: { ar: "قِمَّة أسـتانا الثلاثيّة (2020)", en: "Astana summit" } });
    for (const locale of ["ar", "en"]) expect(idsOf([summit], locale)).toEqual(["قمة-أستانا-الثلاثية-2020"]);
    expect(idsOf([row({ id: undefined, title: ["Putin", { text: " & Erdogan" }] })])).toEqual(["putin-erdogan"]);
    expect(idsOf([row({ id: undefined, title: "؟!", date: "2020-07~" })])).toEqual(["meeting-2020-07"]);
  });

  it("adds the date to a title that several events have, then a count", () => {
    const dated = (date: string): object => row({ id: undefined, title: "لقاء", date });
    const rows = [dated("2020-07-09"), dated("2020-07-10/.."), dated("2020-07-09")];
    expect(idsOf(rows)).toEqual(["لقاء-2020-07-09", "لقاء-2020-07-10", "لقاء-2020-07-09-2"]);
  });

  it("keeps the author's object itself and changes nothing in it", () => {
    const events = frozen([
      row({ id: "a", partOf: "b", sources: [{ url: "x" }], data: { deep: [1] } }),
      row({ id: "b" }),
    ]);
    const { events: resolved } = read(events);
    expect(resolved.map((event) => event.datum)).toEqual(events);
    expect(resolved[0]!.datum).toBe(events[0]);
  });

  it("keeps a refused address as text without a link", () => {
    const [event] = read([row({ url: "javascript:alert(1)", sources: [{ url: "https://u:p@example.org/" }] })]).events;
    expect(event!.link).toEqual({ text: "javascript:alert(1)", href: undefined, host: "", isExternal: false });
    expect(event!.sources[0]!.link).toEqual({
      text: "https://example.org/",
      href: "https://example.org/",
      host: "example.org",
      isExternal: true,
    });
  });

  it("prints the own fields of a kind in the order of the kind, with words for fixed values", () => {
    const vote = row({ kind: "vote", against: 1, inFavour: 13, body: { ar: "مجلس الأمن", en: "Security Council" } });
    const talk = row({ id: "m", format: "video", participants: [{ name: "A", role: "President", of: "X" }, "B"] });
    const [first, second] = read([vote, talk]).events;
    const printed = first!.details.map(({ label, values }) => [
      label,
      typeof values[0] === "object" ? values[0].name.text : values[0],
    ]);
    expect(printed).toEqual([
      ["Body", "Security Council"],
      ["In favour", 13],
      ["Against", 1],
    ]);
    expect(second!.details[0]).toMatchObject({
      name: "format",
      label: "Format",
      values: [{ name: { text: "By video" } }],
    });
    expect(second!.participants.map((p) => [p.name.text, p.role?.text, p.of?.text])).toEqual([
      ["A", "President", "X"],
      ["B", undefined, undefined],
    ]);
  });

  it("tells one text in pieces from several participants", () => {
    const fields = { subject: ["On ", { text: "COVID-19", dir: "ltr" }], kind: "signing", parties: ["Iran", "Syria"] };
    const [event] = read([row(fields)]).events;
    const printed = event!.details.map(({ values }) =>
      values.map((value) => (value as { name: { text: string } }).name.text),
    );
    expect(printed).toEqual([["Iran", "Syria"], ["On COVID-19"]]);
  });

  it("reads a time of day on the clock of the event's zone", () => {
    const [event] = normalize([row({ date: "2020-07-09T12:00:00", timeZone: "Asia/Tokyo" })], SETTING).events;
    expect(event!.span.start).toMatchObject({ earliest: Date.UTC(2020, 6, 9, 3) });
  });

  it("stops listing issues at 1,000 and says how many are left out", () => {
    const { issues } = read(Array.from({ length: 1_500 }, () => 0));
    expect(issues).toHaveLength(1_001);
    expect(issues.at(-1)).toMatchObject({ code: "issues-more", found: "500 more" });
  });

  it("survives any JSON with hostile keys and leaves the prototypes alone", () => {
    const key = fc.constantFrom(
      "__proto__",
      "constructor",
      "prototype",
      "toString",
      "id",
      "kind",
      "date",
      "title",
      "place",
      "sources",
      "partOf",
      "name",
      "url",
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("2020", "__proto__", "summit", "ar"),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("value"), { maxLength: 3 }),
        tie("object"),
      ),
      object: fc
        .array(fc.tuple(key, tie("value")), { maxLength: 6 })
        .map(
          (entries) =>
            JSON.parse(
              `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",")}}`,
            ) as unknown,
        ),
    })).object;
    const before = [Object.prototype, Array.prototype, Function.prototype].map((it) => Reflect.ownKeys(it));
    fc.assert(
      fc.property(fc.array(json, { maxLength: 4 }), (events) => {
        const { events: resolved, issues } = read(events);
        const ids = new Set(resolved.map((event) => event.id));
        const lost = events.length - resolved.length;
        return ids.size === resolved.length && issues.filter((issue) => issue.severity === "error").length === lost;
      }),
      { seed: 20200709, numRuns: 500 },
    );
    expect([Object.prototype, Array.prototype, Function.prototype].map((it) => Reflect.ownKeys(it))).toEqual(before);
  });
});
