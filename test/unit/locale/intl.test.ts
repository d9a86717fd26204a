import { afterEach, describe, expect, it, vi } from "vitest";
import { createDateFormat } from "../../../src/locale/dates.js";
import { timeOfDay } from "../../../src/locale/edges.js";
import { availableLocale, dateFormatter, numberFormatter } from "../../../src/locale/intl.js";
import { resolveNumerals } from "../../../src/locale/numerals.js";
import type { Issue, TimelineDocument } from "../../../src/index.js";
import { spanOf } from "./spans.js";

const MAKERS = [
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

afterEach(() => {
  vi.restoreAllMocks();
});

describe("formatters", () => {
  it("name calendar and digits in their tag, and read instants as wall clock time", () => {
    const setting = { locale: "ar-SA", calendar: "gregory", numerals: "latn" };
    const { locale, calendar, numberingSystem, timeZone } = dateFormatter(setting, {
      year: "numeric",
    }).resolvedOptions();
    expect(locale).toMatch(/-u-.*ca-gregory-.*nu-latn/);
    expect([calendar, numberingSystem, timeZone]).toEqual(["gregory", "latn", "UTC"]);
  });

  it("are made once for each setting", () => {
    const setting = { locale: "ar", calendar: "gregory", numerals: "arab" };
    expect(dateFormatter(setting, { month: "long" })).toBe(dateFormatter(setting, { month: "long" }));
    expect(dateFormatter(setting, { month: "long" })).not.toBe(dateFormatter(setting, { month: "short" }));
    expect(numberFormatter(setting)).toBe(numberFormatter(setting));
  });

  it("are not made again when the same dates are written a second time, by a format made anew", () => {
    const spans = ["2020-07-09", "2020-07-07/2020-07-09", "2020-03~", "19XX", "2011/.."].map(spanOf);
    const write = (): string[] => {
      const format = createDateFormat({ locale: "ar-SY", monthNames: "dual", secondCalendar: "islamic-umalqura" });
      return spans.flatMap((span) => [format.span(span, { both: true }), format.between(spans[0]!, span)]);
    };
    // What is kept is limited: what was made before may be dropped by the first of these.
    write();
    const first = write();
    const likely = vi.spyOn(Intl.Locale.prototype, "maximize");
    const made = MAKERS.map((name) => vi.spyOn(Intl, name));
    expect(write()).toEqual(first);
    for (const constructor of [...made, likely]) expect(constructor).not.toHaveBeenCalled();
  });
});

describe("timeOfDay", () => {
  it.each(Intl.supportedValuesOf("numberingSystem"))("is written as Intl writes its numbers: %s", (numerals) => {
    for (const locale of ["en", "ar-EG", "fa", "hi"]) {
      const setting = { locale, calendar: "gregory", numerals, monthNames: "auto" } as const;
      const write = (length: number, ...numbers: number[]): string[] =>
        numbers.map((number) => numberFormatter(setting, { minimumIntegerDigits: length }).format(number));
      for (const [hour, minute, second, ms] of [
        [0, 0, 0, 0],
        [7, 48, 5, 9],
        [16, 23, 39, 159],
        [23, 59, 59, 999],
      ] as const) {
        const at = Date.UTC(1914, 6, 28, hour, minute, second, ms);
        const clock = write(2, hour, minute, second);
        expect(timeOfDay(at, "hour", setting)).toBe(clock.slice(0, 2).join(":"));
        expect(timeOfDay(at, "second", setting)).toBe(clock.join(":"));
        expect(timeOfDay(at, "millisecond", setting)).toBe(`${clock.join(":")}.${write(3, ms).join("")}`);
      }
    }
  });
});

/** What a timeline would say, by the modules as they are now. */
async function issuesOf(options: TimelineDocument): Promise<readonly Issue[]> {
  const { prepare } = await import("../../../src/layout/prepare.js");
  const { resolveOptions } = await import("../../../src/model/options.js");
  const { estimateMeasurer } = await import("../../../src/text/measure.js");
  return prepare(resolveOptions(options), estimateMeasurer).issues;
}
const noteOf = (option: string, asked: string, used: string): Issue => ({
  ...{ code: "names-unavailable", path: `options.${option}`, found: JSON.stringify(asked), severity: "warning" },
  expected: `one that this engine has names for; ${used} is used`,
});

describe("A runtime that refuses a calendar", () => {
  /** Formatters throw for all calendars but one. */
  const refuse = (): void => {
    const construct = (Real: typeof Intl.DateTimeFormat, given: [tag: string, options: object]): object => {
      if (!given[0].includes("-ca-gregory")) throw new RangeError("no such calendar");
      return new Real(...given);
    };
    vi.stubGlobal(
      "Intl",
      Object.create(Intl, { DateTimeFormat: { value: new Proxy(Intl.DateTimeFormat, { construct }) } }),
    );
  };
  const events = [{ date: "2020-07-09", title: "Talks" }];

  it.each(["islamic-umalqura", "persian", "hebrew", "coptic"] as const)(
    "R24: has the dates of ours, and says so: %s",
    async (calendar) => {
      vi.resetModules();
      const { renderToSVG } = await import("../../../src/svg/index.js");
      expect(renderToSVG({ locale: "en", calendar, events })).not.toContain("2020");
      vi.resetModules();
      const { renderToSVG: render } = await import("../../../src/svg/index.js");
      refuse();
      const wanted = render({ locale: "en", events });
      expect(wanted).toContain("2020");
      expect(render({ locale: "en", calendar, events })).toBe(wanted);
      expect(await issuesOf({ locale: "en", events })).toEqual([]);
      for (const option of ["calendar", "secondCalendar"] as const) {
        expect(render({ locale: "en", [option]: calendar, events })).toContain("2020");
        expect(await issuesOf({ locale: "en", [option]: calendar, events })).toEqual([
          noteOf(option, calendar, "gregory"),
        ]);
      }
      vi.unstubAllGlobals();
      // Files share their modules: this one has learnt that there is no such calendar.
      vi.resetModules();
    },
  );
});

describe("A runtime that knows English alone, as some builds of Node do,", () => {
  /** As there: what one asks for in another language is answered in English; digits and calendars are known. */
  const english = (tag: string): string => {
    const { calendar, numberingSystem } = new Intl.Locale(tag);
    return new Intl.Locale("en", {
      ...(calendar && { calendar }),
      ...(numberingSystem && { numberingSystem }),
    }).toString();
  };
  const forget = (): void => {
    const handler: ProxyHandler<new (...given: unknown[]) => object> = {
      construct: (Real, [tag, ...others]: unknown[]) => new Real(english(tag as string), ...others),
      get: (Real, name) =>
        name === "supportedLocalesOf"
          ? (tag: string) => (new Intl.Locale(tag).language === "en" ? [tag] : [])
          : (Reflect.get(Real, name) as unknown),
    };
    const names = MAKERS.filter((name) => name !== "Locale");
    const made = names.map((name) => [name, { value: new Proxy(Intl[name] as never, handler) }] as const);
    vi.stubGlobal("Intl", Object.create(Intl, { ...Object.fromEntries(made), supportedValuesOf: { value: () => [] } }));
  };
  const events = [
    { id: "one", date: "2020-07-09", title: "لقاء", summary: "في دمشق" },
    { date: { start: "2020-08", end: "2020-09-03" }, title: "محادثات" },
  ];
  const document = { locale: "ar-SY", numerals: "arab", monthNames: "auto", events } as const;

  it.each(["gregory", "islamic-umalqura", "persian"] as const)(
    "R24: draws with the names and words of English and the digits that are wanted, and says so: %s",
    async (calendar) => {
      vi.resetModules();
      forget();
      const { renderToSVG } = await import("../../../src/svg/index.js");
      for (const layout of ["flags", "list", "lanes", "density"] as const) {
        const svg = renderToSVG({ ...document, calendar, layout });
        expect(svg).not.toMatch(/NaN|undefined|\bM0\d\b/);
        expect(svg).toContain("لقاء");
        expect(svg).toMatch(/[٠-٩]/);
      }
      const names = { gregory: "July", "islamic-umalqura": "Dhuʻl-Qiʻdah", persian: "Tir" };
      expect(renderToSVG({ ...document, calendar, layout: "list" })).toContain(names[calendar]);
      expect(await issuesOf({ ...document, calendar })).toEqual([noteOf("locale", "ar-SY", "en")]);
      expect(await issuesOf({ ...document, locale: "en", calendar })).toEqual([]);
      vi.unstubAllGlobals();
      vi.resetModules();
    },
  );
});

describe("availableLocale", () => {
  it("does not believe an engine that claims a language and then prints month numbers", () => {
    const format = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, "format")!;
    Object.defineProperty(Intl.DateTimeFormat.prototype, "format", { ...format, get: () => () => "M01" });
    try {
      expect(availableLocale("sd-PK")).toBe("en");
    } finally {
      Object.defineProperty(Intl.DateTimeFormat.prototype, "format", format);
    }
    expect(availableLocale("sd-IN")).toBe("sd-IN");
  });

  it("keeps a locale that the engine has names for", () => {
    expect(availableLocale("ur-PK")).toBe("ur-PK");
    expect(availableLocale("zz")).toBe("en");
  });
});

describe("resolveNumerals", () => {
  it.each([
    ["ar", "latn"],
    ["ar-SY", "arab"],
    ["ar-LB", "arab"],
    ["ar-EG", "arab"],
    ["ar-SA", "arab"],
    ["ar-MA", "latn"],
    ["ar-DZ", "latn"],
    ["ar-TN", "latn"],
    ["ar-AE", "latn"],
    ["ar-LY", "latn"],
    ["fa", "arabext"],
    ["fa-AF", "arabext"],
    ["ckb", "arab"],
    ["ur", "latn"],
    ["he", "latn"],
    ["en", "latn"],
    ["ar-EG-u-nu-latn", "latn"],
  ])("writes numbers in %s with %s", (locale, numerals) => {
    expect(resolveNumerals(locale)).toBe(numerals);
  });

  it("does as it is told", () => {
    expect(resolveNumerals("ar-SY", "latn")).toBe("latn");
    expect(resolveNumerals("en", "arab")).toBe("arab");
  });
});
