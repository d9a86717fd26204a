import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MizwalaError } from "../../../src/base/errors.js";
import { diagnose } from "../../../src/model/diagnose.js";
import { resolveDomain } from "../../../src/model/domain.js";
import { defineKind } from "../../../src/model/kinds.js";
import { findOptionFaults, resolveOptions, type TimelineOptions } from "../../../src/model/options.js";
import { resolveDocument } from "../../../src/model/resolve-document.js";

type Given = Partial<TimelineOptions>;

function errorOf(options: unknown): { code: string; path: string; expected: string } | undefined {
  try {
    resolveOptions(options as Given);
  } catch (error) {
    if (error instanceof MizwalaError) return error;
    throw error;
  }
  return undefined;
}

describe("resolveOptions", () => {
  it("has a default for each option", () => {
    expect(resolveOptions({})).toMatchObject({
      locale: "en",
      direction: "ltr",
      timeDirection: "ltr",
      timeZone: "UTC",
      layout: "auto",
      domain: undefined,
      zoom: { min: 3_600_000, max: Infinity },
      height: "auto",
      headingLevel: 2,
      events: [],
    });
  });

  it("takes an option that is undefined as left out", () => {
    const given = { locale: undefined, zoom: undefined, controls: undefined, title: undefined } as unknown as Given;
    expect(resolveOptions(given)).toEqual(resolveOptions({}));
  });

  it.each([
    [{ locale: "ar-sy" }, { locale: "ar-SY", direction: "rtl", timeDirection: "rtl" }],
    [
      { locale: "ar", direction: "ltr" },
      { direction: "ltr", timeDirection: "ltr" },
    ],
    [
      { locale: "ar", timeDirection: "ltr" },
      { direction: "rtl", timeDirection: "ltr" },
    ],
    [{ zoom: { max: 10 } }, { zoom: { min: 3_600_000, max: 10 } }],
    [{ domain: { from: "2020-07", to: "2020-08" } }, { domain: [Date.UTC(2020, 6), Date.UTC(2020, 8)] }],
    [{ font: "'Noto Naskh Arabic', خط_1, serif" }, { font: "'Noto Naskh Arabic', خط_1, serif" }],
    [{ events: "data, not code" }, { events: "data, not code" }],
  ])("resolves %j to %j", (given, resolved) => {
    expect(resolveOptions(given as Given)).toMatchObject(resolved);
  });

  it.each([
    [{ layuot: "list" }, "option-unknown", "options.layuot", '"layout"'],
    [{ xyzzy: 1 }, "option-unknown", "options.xyzzy", /^one of \$schema, version/],
    [{ layout: "lists" }, "option-value", "options.layout", 'one of "auto", "flags", "lanes", "list", "density"'],
    [{ headingLevel: 7 }, "option-value", "options.headingLevel", "one of 1, 2, 3, 4, 5, 6"],
    [{ height: 0 }, "option-value", "options.height", '"auto" or a number above 0'],
    [{ height: NaN }, "option-value", "options.height", '"auto" or a number above 0'],
    [{ locale: "not a tag" }, "option-value", "options.locale", /BCP 47/],
    [{ timeZone: "Mars/Olympus" }, "option-value", "options.timeZone", /IANA/],
    [{ font: "x;} body{background:url(//a)" }, "option-value", "options.font", "names of font families"],
    [{ controls: "yes" }, "option-value", "options.controls", "true or false"],
    [{ renderDetails: "<b>" }, "option-value", "options.renderDetails", "a function"],
    [{ zoom: { min: -1 } }, "option-value", "options.zoom.min", "a number above 0"],
    [{ zoom: { mim: 1 } }, "option-unknown", "options.zoom.mim", '"min"'],
    [{ domain: { from: "2020" } }, "option-value", "options.domain.to", "anything"],
    [{ domain: { from: "soon", to: "2020" } }, "option-value", "options.domain.from", "a date that can be read"],
    [{ domain: { from: "2020", to: "2020/.." } }, "option-value", "options.domain.to", "a date that can be read"],
    [{ domain: { from: "2021", to: "2020" } }, "option-value", "options.domain", "a start before the end"],
    [{ kinds: [{ kind: "x" }] }, "option-value", "options.kinds[0].label", /^a text/],
    [{ kinds: [{ kind: "x", label: "X", hue: "url(x)" }] }, "option-value", "options.kinds[0].hue", /"slate"/],
    [{ kinds: [{ kind: "x", label: "X", fields: { y: null } }] }, "option-value", "options.kinds[0].fields", /./],
    [{ kinds: [42] }, "option-value", "options.kinds[0]", "an object"],
    [JSON.parse('{"__proto__": {"layout": "list"}}'), "option-unknown", "options.__proto__", /./],
    [null, "option-value", "options", "an object"],
  ])("refuses %j", (given, code, path, expected) => {
    const error = errorOf(given);
    expect(error).toMatchObject({ code, path });
    if (typeof expected === "string") expect(error!.expected).toBe(expected);
    else expect(error!.expected).toMatch(expected);
  });

  it("lets kinds of the author's own stand beside and over the built-in ones", () => {
    const launch = defineKind<{ kind: "launch"; date: string; title: string; rocket: string }>({
      kind: "launch",
      label: { ar: "إطلاق", en: "Launch" },
      fields: { rocket: "Rocket" },
    });
    const { kinds } = resolveOptions({ kinds: [launch, { kind: "summit", label: "G7", hue: "red" }] });
    expect(kinds.get("launch")).toMatchObject({ hue: "slate", shape: "circle" });
    expect([...kinds.get("launch")!.fields]).toEqual([["rocket", "Rocket"]]);
    expect(kinds.get("summit")).toMatchObject({ label: "G7", hue: "red" });
    expect(kinds.size).toBe(18);
  });
});

describe("resolveDomain", () => {
  it("names its own path in an error", () => {
    expect(() => resolveDomain({ from: "x", to: "2020" }, "UTC", "domain")).toThrow(/^domain\.from: found "x"/);
  });
});

describe("findOptionFaults", () => {
  it("lists every fault, and the option that it belongs to", () => {
    const faults = findOptionFaults({ layout: 1, zoom: { min: "x" }, kinds: [{}], domain: {} });
    expect(faults.map(({ option, path }) => `${option}: ${path}`)).toEqual([
      "layout: options.layout",
      "domain: options.domain.from",
      "domain: options.domain.to",
      "zoom: options.zoom.min",
      "kinds: options.kinds[0].kind",
      "kinds: options.kinds[0].label",
    ]);
  });
});

describe("diagnose", () => {
  it("reports code and data alike and never throws", () => {
    const issues = diagnose({ locale: "??", title: 7, events: [{ title: "A" }], layuot: 1 });
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "option-value options.locale",
      "option-unknown options.layuot",
      "text-unreadable options.title",
      "date-missing events[0].date",
    ]);
  });

  it.each([[null], [undefined], ["x"], [[]], [Symbol("x")]])("says that %s is no object", (options) => {
    expect(diagnose(options).map(({ code, path }) => `${code} ${path}`)).toEqual(["option-value options"]);
  });

  it.each(["astana-damascus", "astana-background", "ibn-battuta", "hijri", "persian", "deep-time"])(
    "finds nothing wrong with the example %s",
    (name) => {
      expect(diagnose(JSON.parse(readFileSync(`examples/${name}.json`, "utf8")))).toEqual([]);
    },
  );
});

describe("resolveDocument", () => {
  it("reads the first timeline in Arabic and in English", () => {
    const document = JSON.parse(readFileSync("examples/astana-damascus.json", "utf8")) as TimelineOptions;
    const arabic = resolveDocument(resolveOptions(document));
    expect(arabic.title).toMatchObject({ text: "من أستانا إلى دمشق", dir: "rtl", lang: "ar" });
    expect(arabic.events.map(({ id, kindLabel, title }) => `${id}: ${kindLabel} · ${title.text}`)).toEqual([
      "astana: قمة · قمة أستانا الثلاثية عبر الفيديو",
      "visit: زيارة · زيارة باقري إلى دمشق",
      "arrival: وصول · وصول باقري إلى دمشق",
      "agreement: توقيع · توقيع الاتفاقية العسكرية",
      "meeting: لقاء · لقاء الأسد وباقري",
    ]);
    expect(arabic.events[1]!.parts).toEqual(["arrival", "agreement", "meeting"]);
    const english = resolveDocument(resolveOptions({ ...document, locale: "en-GB" }));
    expect(english.title).toMatchObject({ text: "From Astana to Damascus", dir: "ltr", lang: "en" });
    expect(english.events.map((event) => event.title.dir)).toEqual(Array(5).fill("ltr"));
  });
});
