import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilFromDay } from "../../../src/time/civil.js";
import { DAY } from "../../../src/time/instant.js";
import { parseEDTF, type EdtfDate, type EdtfEnd } from "../../../src/time/edtf.js";
import { isoDays, slowBounds } from "../../oracle/time-edtf.js";

const runs = { seed: 20200709, numRuns: 1000 };

function read(text: string): EdtfDate {
  const result = parseEDTF(text);
  if (!result.ok) throw new Error(`${text}: ${result.issue.expected}`);
  return result.value;
}

function codeOf(text: string): string {
  const result = parseEDTF(text);
  return result.ok ? "read" : result.issue.code;
}

function iso(day: number): string {
  const { year, month, day: date } = civilFromDay(day);
  return [year, month, date].join("-");
}

function days(end: EdtfEnd): string {
  return typeof end === "object" ? `${iso(end.earliest)} to ${iso(end.latest)}` : end;
}

describe("single dates", () => {
  test.each([
    ["2020-07-09", "2020-7-9 to 2020-7-9", "day"],
    ["2020-07", "2020-7-1 to 2020-7-31", "month"],
    ["2020", "2020-1-1 to 2020-12-31", "year"],
    ["0000", "0-1-1 to 0-12-31", "year"],
    ["0001-02", "1-2-1 to 1-2-28", "month"],
    ["0099", "99-1-1 to 99-12-31", "year"],
    ["-0043", "-43-1-1 to -43-12-31", "year"],
    ["-0043-03-15", "-43-3-15 to -43-3-15", "day"],
    ["202X", "2020-1-1 to 2029-12-31", "decade"],
    ["20XX", "2000-1-1 to 2099-12-31", "century"],
    ["2XXX", "2000-1-1 to 2999-12-31", "millennium"],
    ["XXXX", "0-1-1 to 9999-12-31", "millennium"],
    ["-01XX", "-199-1-1 to -100-12-31", "century"],
    ["-000X", "-9-1-1 to -1-12-31", "decade"],
    ["20X0", "2000-1-1 to 2090-12-31", "century"],
    ["2020-XX", "2020-1-1 to 2020-12-31", "year"],
    ["2020-1X", "2020-10-1 to 2020-12-31", "year"],
    ["2020-07-XX", "2020-7-1 to 2020-7-31", "month"],
    ["2020-07-2X", "2020-7-20 to 2020-7-29", "month"],
    ["2020-XX-31", "2020-1-31 to 2020-12-31", "year"],
    ["XXXX-02-29", "0-2-29 to 9996-2-29", "millennium"],
    ["2020-21", "2020-3-1 to 2020-5-31", "season"],
    ["2020-22", "2020-6-1 to 2020-8-31", "season"],
    ["2020-23", "2020-9-1 to 2020-11-30", "season"],
    ["2020-24", "2020-12-1 to 2021-2-28", "season"],
    ["2019-28", "2019-12-1 to 2020-2-29", "season"],
    ["2020-30", "2020-12-1 to 2021-2-28", "season"],
    ["2020-32", "2020-6-1 to 2020-8-31", "season"],
    ["2020-36", "2020-10-1 to 2020-12-31", "season"],
    ["2020-38", "2020-5-1 to 2020-8-31", "season"],
    ["2020-41", "2020-7-1 to 2020-12-31", "season"],
    ["Y17E7", "170000000-1-1 to 170000000-12-31", "year"],
    ["Y-12345", "-12345-1-1 to -12345-12-31", "year"],
    ["Y-138E8", "-13800000000-1-1 to -13800000000-12-31", "year"],
    ["1950S2", "1900-1-1 to 1999-12-31", "century"],
    ["-1950S3", "-1959-1-1 to -1950-12-31", "decade"],
    ["1950S9", "1950-1-1 to 1950-12-31", "year"],
    ["2020-07-09T10:30:00+03:00", "2020-7-9 to 2020-7-9", "second"],
  ])("%s covers %s with the precision of a %s.", (text, covered, precision) => {
    const date = read(text);
    expect(days(date.start)).toBe(covered);
    expect(date.end).toBe(date.start);
    expect(date).toMatchObject({ isInterval: false, precision, approximate: false, uncertain: false });
  });

  test.each([
    ["2020-07~", true, false, "2020-07~"],
    ["2020?", false, true, "2020?"],
    ["2020-07-09%", true, true, "2020-07-09%"],
    ["?2020-?07-?09", false, true, "2020-07-09?"],
    ["2020~-07-09", true, false, "~2020-07-09"],
    ["2020-07~-09", true, false, "~2020-~07-09"],
    ["2020-~07-09", true, false, "2020-~07-09"],
    ["?2020-07-09~", true, true, "%2020-~07-~09"],
    ["?2020~", true, true, "2020%"],
    ["%-0043-03", true, true, "%-0043-03"],
  ])("%s: approximate %s, uncertain %s, canonically %s.", (text, approximate, uncertain, canonical) => {
    expect(read(text)).toMatchObject({ approximate, uncertain, text: canonical });
  });

  test("A pattern has the first and the last of all the days that fit it.", () => {
    const century = isoDays(2000, 2099);
    const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
    const digit = (digits: string): fc.Arbitrary<string> => fc.constantFrom("X", ...Array.from(digits));
    const pattern = fc
      .tuple(
        digit("0123456789"),
        digit("0123456789"),
        digit("01"),
        digit("0123456789"),
        digit("0123"),
        digit("0123456789"),
      )
      .map(([y3, y4, m1, m2, d1, d2]) => `20${y3}${y4}-${m1}${m2}-${d1}${d2}`);
    fc.assert(
      fc.property(pattern, (text) => {
        const result = parseEDTF(text);
        const { start } = result.ok ? result.value : { start: undefined };
        const found = typeof start === "object" ? [isoOf(start.earliest), isoOf(start.latest)] : undefined;
        expect(found).toEqual(slowBounds(text, century));
      }),
      { ...runs, numRuns: 400 },
    );
  });
});

test("A year with an exponent is written out.", () => {
  expect(read("Y12E7")).toMatchObject({ text: "Y120000000", precision: "year" });
  expect(read("Y10E7")).toMatchObject({ text: "Y100000000" });
});

describe("intervals", () => {
  test.each([
    ["2020-06/2020-07-09", "2020-6-1 to 2020-6-30", "2020-7-9 to 2020-7-9"],
    ["2020-07-09/2020-07-09", "2020-7-9 to 2020-7-9", "2020-7-9 to 2020-7-9"],
    ["2020-07-09/..", "2020-7-9 to 2020-7-9", "open"],
    ["2020-07-09/", "2020-7-9 to 2020-7-9", "unknown"],
    ["../2020", "open", "2020-1-1 to 2020-12-31"],
    ["/2020", "unknown", "2020-1-1 to 2020-12-31"],
    ["../..", "open", "open"],
    ["/..", "unknown", "open"],
  ])("%s starts %s and ends %s.", (text, start, end) => {
    const date = read(text);
    expect([days(date.start), days(date.end)]).toEqual([start, end]);
    expect(date).toMatchObject({ isInterval: true, text });
  });

  test("An interval is as coarse and as doubtful as its worse end.", () => {
    expect(read("2020~/2021-03-04?")).toMatchObject({ precision: "year", approximate: true, uncertain: true });
    expect(read("../2021-03")).toMatchObject({ precision: "month", approximate: false, uncertain: false });
  });
});

describe("sets", () => {
  test("A choice is one date somewhere between its members.", () => {
    const date = read("[1667,1668~,1670..1672-03]");
    expect(days(date.start)).toBe("1667-1-1 to 1672-3-31");
    expect(date).toMatchObject({ isInterval: false, set: "one", precision: "year", approximate: true });
    expect(date.members?.map((member) => member.text)).toEqual(["1667", "1668~", "1670..1672-03"]);
  });

  test("All of several dates reach from the first to the last, in whatever order they stand.", () => {
    const date = read("{1672,1667,1670..1671}");
    expect([days(date.start), days(date.end)]).toEqual(["1667-1-1 to 1667-12-31", "1672-1-1 to 1672-12-31"]);
    expect(date).toMatchObject({ isInterval: true, set: "all", text: "{1672,1667,1670..1671}" });
  });

  test("Of a choice without a first or last, that end is unknown; of all dates, it is open.", () => {
    expect(read("[..1984]")).toMatchObject({ start: "unknown", isInterval: true });
    expect(read("[1984,1990..]")).toMatchObject({ end: "unknown", isInterval: true });
    expect(read("{..1984}")).toMatchObject({ start: "open", isInterval: true });
    expect(read("{1760-12..}")).toMatchObject({ end: "open", isInterval: true });
  });

  test("A set of one date is that date.", () => {
    expect(read("{1984}")).toMatchObject({ isInterval: false, text: "{1984}" });
    expect(read("[1984]")).toMatchObject({ isInterval: false, text: "[1984]" });
  });
});

describe("what is refused", () => {
  test.each([
    ["", "date-missing"],
    ["/", "date-unreadable"],
    ["2020-02-30", "date-unreadable"],
    ["2021-02-29", "date-unreadable"],
    ["XXX1-02-29", "date-unreadable"],
    ["2020-13", "date-unreadable"],
    ["2020-00", "date-unreadable"],
    ["2020-00-XX", "date-unreadable"],
    ["2020-42", "date-unreadable"],
    ["2020-20", "date-unreadable"],
    ["2020-21-05", "date-unreadable"],
    ["2020-07-00", "date-unreadable"],
    ["2020-07-32", "date-unreadable"],
    ["2020-07-4X", "date-unreadable"],
    ["-0000", "date-unreadable"],
    ["Y1234", "date-unreadable"],
    ["Y012345", "date-unreadable"],
    ["Y17E7-07", "date-unreadable"],
    ["1950S2-07", "date-unreadable"],
    ["1950S0", "date-unreadable"],
    ["195XS2", "date-unreadable"],
    ["2020-7-9", "date-unreadable"],
    ["20200709", "date-unreadable"],
    ["2020??", "date-unreadable"],
    ["٢٠٢٠", "date-unreadable"],
    ["2020-07-09T10:30", "date-unreadable"],
    ["2020-07-09T24:00:00", "date-unreadable"],
    ["2020-07-XXT10:30:00", "date-unreadable"],
    ["2020-07-09T10:30:00/2021", "date-unreadable"],
    ["2020/2021/2022", "date-unreadable"],
    ["[2020/2021]", "date-unreadable"],
    ["[]", "date-unreadable"],
    ["[..]", "date-unreadable"],
    ["[2020,]", "date-unreadable"],
    ["[2020", "date-unreadable"],
    ["[2020}", "date-unreadable"],
    ["[1..2..3]", "date-unreadable"],
    ["2021/2020", "date-order"],
    ["2020-07-09/2020-07-08", "date-order"],
    ["[1672..1670]", "date-order"],
    ["Y3E10", "date-range"],
    ["Y-3E10", "date-range"],
    ["Y1E99", "date-range"],
    [`Y${"9".repeat(400)}`, "date-range"],
  ])("%.60s is refused as %s.", (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test("The issue shows the part that is wrong, and what would be right.", () => {
    expect(parseEDTF("2020/20-21")).toEqual({
      ok: false,
      issue: { code: "date-unreadable", found: '"20-21"', expected: expect.stringContaining("2020-07~") as string },
    });
  });

  test("A text without anything in it is missed, and told what is wanted.", () => {
    expect(parseEDTF("")).toEqual({
      ok: false,
      issue: { code: "date-missing", found: '""', expected: "a date in EDTF" },
    });
  });

  test("A text of a million characters is refused and shown in short.", () => {
    for (const text of ["2".repeat(1e6), `[${"2020,".repeat(2e5)}2020]`, `Y${"9".repeat(1e6)}`]) {
      const result = parseEDTF(text);
      expect(result.ok || result.issue.code).toBe("date-unreadable");
      expect(JSON.stringify(result).length).toBeLessThan(300);
    }
  });

  test("What is no text is refused, and nothing thrown.", () => {
    for (const input of [undefined, null, 2020, {}, ["2020"]]) expect(codeOf(input as string)).toBe("date-unreadable");
  });

  test("No text throws, and what is read has whole days.", () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("0129X-/.?~%[]{},YES T:Z")), maxLength: 24 });
    fc.assert(
      fc.property(text, (input) => {
        const result = parseEDTF(input);
        const edges = result.ok ? [result.value.start, result.value.end] : [];
        for (const edge of edges)
          if (typeof edge === "object") {
            expect(Number.isSafeInteger(edge.earliest) && Number.isSafeInteger(edge.latest)).toBe(true);
            expect(edge.earliest).toBeLessThanOrEqual(edge.latest);
          }
      }),
      { ...runs, numRuns: 5000 },
    );
  });
});

const mark = fc.constantFrom("", "", "?", "~", "%");
const year = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, "0")),
  fc.integer({ min: 1, max: 9999 }).map((number) => `-${String(number).padStart(4, "0")}`),
  fc.constantFrom("199X", "19XX", "XXXX", "-1X9X"),
);
const longYear = fc.constantFrom("Y17E7", "Y-3388E2S3", "1950S2", "Y123456", "Y17101E4S3", "-0950S1");
const month = fc.constantFrom("01", "02", "12", "XX", "1X");
const season = fc.integer({ min: 21, max: 41 }).map(String);
const dayOfMonth = fc.constantFrom("01", "28", "XX", "2X");
const marked = (part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(mark, part, mark).map((parts) => parts.join(""));
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts.map(marked)).map((texts) => texts.join("-"));
const single = fc.oneof(
  joined(year),
  joined(longYear),
  joined(year, month),
  joined(year, season),
  joined(year, month, dayOfMonth),
);
const interval = fc
  .tuple(fc.oneof(single, fc.constantFrom("", "..")), fc.oneof(single, fc.constantFrom("", "..")))
  .map((ends) => ends.join("/"));
const member = fc.oneof(
  single,
  fc.tuple(single, single).map((ends) => ends.join("..")),
  single.map((text) => `..${text}`),
  single.map((text) => `${text}..`),
);
const set = fc
  .tuple(fc.constantFrom(["[", "]"] as const, ["{", "}"] as const), fc.array(member, { minLength: 1, maxLength: 4 }))
  .map(([[left, right], members]) => left + members.join(",") + right);

test("The canonical text of a date reads as the same date.", () => {
  let count = 0;
  fc.assert(
    fc.property(fc.oneof(single, interval, set), (text) => {
      const result = parseEDTF(text);
      if (!result.ok) return;
      count++;
      expect(read(result.value.text)).toEqual(result.value);
    }),
    { ...runs, numRuns: 3000 },
  );
  expect(count).toBeGreaterThan(1500);
});
