import { parse as parseByEdtf } from "edtf";
import { describe, expect, it } from "vitest";
import { createDateFormat } from "../../src/locale/dates.js";
import { formatBetween, formatDate, parseDateText, parseEDTF } from "../../src/time/index.js";
import { parseDate } from "../../src/time/parse.js";
import type { Span } from "../../src/time/span.js";

/** How often everything is measured, in turns; the figures are medians. */
const ROUNDS = 9;
const COUNT = 1000;

type Job = (text: string) => unknown;

/** What each job takes for one text, in microseconds. */
function measure<Name extends string>(
  jobs: Readonly<Record<Name, Job>>,
  texts: readonly string[],
): Record<Name, number> {
  const names = Object.keys(jobs) as Name[];
  const samples = names.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++)
    names.forEach((name, i) => {
      const start = performance.now();
      for (const text of texts) jobs[name](text);
      if (round > 0) samples[i]!.push(((performance.now() - start) / texts.length) * 1000);
    });
  const median = (values: number[]): number => values.sort((a, b) => a - b)[ROUNDS >> 1]!;
  return Object.fromEntries(names.map((name, i) => [name, median(samples[i]!)])) as Record<Name, number>;
}

function report(title: string, figures: Readonly<Record<string, number>>, base: number): void {
  const row = Object.entries(figures).map(([name, us]) => `${name} ${us.toFixed(2)} µs (${(us / base).toFixed(2)}x)`);
  console.log(`${title}: ${row.join(", ")}`);
}

const dayAt = (index: number): string => new Date(Date.UTC(1900, 0, 1 + index * 44)).toISOString().slice(0, 10);
const days = Array.from({ length: COUNT }, (_, index) => dayAt(index));

describe("Reading a date, against the package edtf", () => {
  const months = days.map((day) => day.slice(0, 7));
  const SAMPLES: Readonly<Record<string, readonly string[]>> = {
    days,
    "months, about": months.map((month) => `${month}~`),
    intervals: days.map((day, index) => `${day}/${dayAt(index + 1)}`),
    decades: months.map((month) => `${month.slice(0, 3)}X`),
    choices: months.map((month) => `[${month}-01,${month}-03..${month}-09]`),
  };

  it.each(Object.keys(SAMPLES))("%s", (name) => {
    const texts = SAMPLES[name]!;
    const figures = measure({ edtf: parseByEdtf, parseEDTF, parseDate: (text) => parseDate(text) }, texts);
    report(name, figures, figures.edtf);
    expect(texts.every((text) => parseEDTF(text).ok)).toBe(true);
  });

  it("phrases, in our reader alone", () => {
    const phrases = [
      "7\u20139 July 2020",
      "\u0645\u0637\u0644\u0639 \u0634\u0647\u0631 \u0622\u0630\u0627\u0631 \u0627\u0644\u0645\u0627\u0636\u064a",
      "\u06f1\u06f8 \u062a\u06cc\u0631 \u06f1\u06f3\u06f9\u06f9",
    ];
    const figures = measure({ parseDateText: (text) => parseDateText(text, { publishedOn: "2020-07-09" }) }, phrases);
    report("phrases", figures, figures.parseDateText);
  });
});

describe("Writing a date, against the bare formatter of Intl", () => {
  it.each(["en", "ar-SY", "fa"])("days in %s", (locale) => {
    const bare = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { dateStyle: "long", timeZone: "UTC" });
    const format = createDateFormat({ locale });
    const spans = new Map<string, Span>();
    const moments = new Map<string, number>();
    for (const day of days) {
      const read = parseDate(day);
      if (read.ok) spans.set(day, read.span);
      moments.set(day, Date.parse(day));
    }
    expect(spans.size).toBe(COUNT);
    const figures = measure(
      {
        Intl: (day) => bare.format(moments.get(day)),
        "Intl in parts": (day) => bare.formatToParts(moments.get(day)),
        "a kept format": (day) => format.span(spans.get(day)!),
        formatDate: (day) => formatDate(day, { locale }),
        formatBetween: (day) => formatBetween("1900-01-01", day, { locale }),
        "a new format": () => createDateFormat({ locale }),
      },
      days,
    );
    report(locale, figures, figures.Intl);
  });
});
