import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import astana from "../../examples/astana-damascus.json" with { type: "json" };
import battuta from "../../examples/ibn-battuta.json" with { type: "json" };
import type { renderToSVG } from "../../src/svg/index.js";

const ZONES = ["UTC", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia"];

/** Runs in a process of its own: reads, writes and draws, and prints a digest of each. */
const PROGRAM = `
import { createHash } from "node:crypto";
import { renderToSVG } from "./src/svg/index.js";
import { parseDate } from "./src/time/parse.js";
import { parseDateText, formatDate } from "./src/time/index.js";
import astana from "./examples/astana-damascus.json";
import deepTime from "./examples/deep-time.json";
import hijri from "./examples/hijri.json";
import battuta from "./examples/ibn-battuta.json";
import persian from "./examples/persian.json";

const HOUR = 3_600_000;
const moments = Array.from({ length: 100 }, (_, n) => Date.UTC(1900, 0) + n * 11_003 * HOUR);
const clocks = [
  "2020-03-29T00:30", "2020-10-24T23:30", "2018-11-04T00:00", "2018-02-17T23:30", "2011-12-30T12:00",
  "2020-07-09T23:59:59+14:00", "-0044-03-15T10:00:00Z",
];
const texts = ["2020-07-09", "2020-07~", "202X", "2020-21", "Y-13799999999", "1441-11-18[u-ca=islamic-umalqura]", "1969/1970"];
const dates = [...clocks, ...texts, ...moments, ...moments.map((ms) => new Date(ms).toISOString().slice(0, 10)),
  ...moments.slice(0, 9).map((ms) => new Date(ms))];
const settings = ["ar-SY", "en", "fa"].flatMap((locale) => [{ locale }, { locale, timeZone: "Asia/Damascus", weekday: true }]);
const digest = (value) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
console.log(JSON.stringify({
  count: dates.length,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  offset: new Date(Date.UTC(2020, 6, 9)).getTimezoneOffset(),
  parsed: digest(dates.map((date) => parseDate(date, { timeZone: "Asia/Beirut" }))),
  found: digest(["yesterday", "last Thursday", "July", "\\u0623\\u0645\\u0633"].map((text) => parseDateText(text, { publishedOn: "2020-07-09" }))),
  formatted: digest(dates.flatMap((date) => settings.map((setting) => formatDate(date, setting)))),
  drawn: digest([astana, deepTime, hijri, battuta, persian].map((options) => renderToSVG(options))),
}));
`;

interface Digests {
  readonly count: number;
  readonly zone: string;
  readonly offset: number;
  readonly parsed: string;
  readonly found: string;
  readonly formatted: string;
  readonly drawn: string;
}

describe("On a machine in another time zone", () => {
  let digestsOf: Readonly<Record<string, Digests>>;
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: PROGRAM, resolveDir: fileURLToPath(new URL("../..", import.meta.url)) },
      bundle: true,
      format: "esm",
      platform: "node",
      write: false,
      logLevel: "error",
    });
    const run = (zone: string): Digests =>
      JSON.parse(
        execFileSync(process.execPath, ["--input-type=module", "-"], {
          input: outputFiles[0]!.text,
          env: { ...process.env, TZ: zone },
          encoding: "utf8",
        }),
      ) as Digests;
    digestsOf = Object.fromEntries(ZONES.map((zone) => [zone, run(zone)]));
  });

  it("the clock is another", () => {
    expect(ZONES.map((zone) => digestsOf[zone]!.zone)).toEqual(ZONES);
    expect(ZONES.map((zone) => digestsOf[zone]!.offset)).toEqual([0, 180, -180, -780]);
    expect(digestsOf["UTC"]!.count).toBeGreaterThan(200);
  });

  it.each(ZONES.slice(1))("dates are read, written and drawn alike: %s", (zone) => {
    const { parsed, found, formatted, drawn } = digestsOf["UTC"]!;
    expect(digestsOf[zone]).toMatchObject({ parsed, found, formatted, drawn });
  });
});

type Made = readonly [name: Formatter, tag: unknown, options: Intl.DateTimeFormatOptions | undefined];
type Formatter = (typeof FORMATTERS)[number];

/** All that Intl can make. */
const FORMATTERS = [
  "Collator",
  "DateTimeFormat",
  "DisplayNames",
  "ListFormat",
  "Locale",
  "NumberFormat",
  "PluralRules",
  "RelativeTimeFormat",
  "Segmenter",
] as const;

describe("Drawing", () => {
  /** Time in minutes, in a zone of its own, so that the offset of a zone is asked for too. */
  const talks = {
    locale: "ar-SY",
    secondCalendar: "islamic-umalqura",
    timeZone: "Asia/Damascus",
    events: [{ title: "Talks", date: "2020-07-09T10:30", timeZone: "Asia/Tehran" }],
  } as const;
  const documents = [astana, battuta, talks] as Parameters<typeof renderToSVG>[0][];
  const OF_THE_MACHINE = Object.getOwnPropertyNames(Date.prototype).filter((name) =>
    /^(?:get|set)(?!UTC|Time$)|^to(?:Locale|String|Date|Time)/.test(name),
  ) as "getDate"[];

  let made: Made[];
  let drawAll: () => string[];

  beforeEach(async () => {
    vi.resetModules();
    const { renderToSVG: render } = await import("../../src/svg/index.js");
    made = [];
    drawAll = () => documents.map((options) => render(options));
    for (const name of FORMATTERS) {
      const Real = Intl[name] as unknown as new (...given: unknown[]) => object;
      const construct = (target: typeof Real, given: unknown[]): object => {
        made.push([name, given[0], given[1] as Made[2]]);
        return new target(...given);
      };
      vi.stubGlobal("Intl", Object.create(Intl, { [name]: { value: new Proxy(Real, { construct }) } }));
    }
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it("asks a Date for nothing that depends on the machine", () => {
    expect(OF_THE_MACHINE.length).toBeGreaterThan(20);
    const asked = OF_THE_MACHINE.map((name) => vi.spyOn(Date.prototype, name));
    expect(drawAll().every((svg) => svg.startsWith("<"))).toBe(true);
    for (const method of asked) expect(method).not.toHaveBeenCalled();
  });

  it("makes no formatter of dates without its calendar, digits and UTC; only offsets are those of a zone", () => {
    drawAll();
    const dates = made.filter(([name]) => name === "DateTimeFormat");
    const isOffset = ([, , options]: Made): boolean => options?.timeZoneName?.endsWith("Offset") ?? false;
    expect(dates.filter(isOffset).length).toBeGreaterThan(0);
    expect(dates.length).toBeGreaterThan(10);
    for (const [, tag] of dates) expect(tag).toMatch(/-u-ca-[a-z-]+-nu-\w+/);
    for (const date of dates) if (!isOffset(date)) expect(date[2]).toMatchObject({ timeZone: "UTC" });
  });

  it("makes no formatter of numbers without its digits", () => {
    drawAll();
    const tags = made.filter(([name]) => name === "NumberFormat").map(([, tag]) => tag);
    expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags) expect(tag).toMatch(/-u-.*nu-\w+/);
  });

  it("a second time makes nothing of Intl at all", () => {
    const first = drawAll();
    expect(made.length).toBeGreaterThan(documents.length);
    expect(new Set(made.map(([name]) => name))).toContain("Locale");
    made.length = 0;
    expect(drawAll()).toEqual(first);
    expect(made).toEqual([]);
  });
});
