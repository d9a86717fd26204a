import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { DAY } from "../../../src/time/instant.js";
import { parseDate, type DateOptions } from "../../../src/time/parse.js";
import type { Span } from "../../../src/time/span.js";

const DAMASCUS = { timeZone: "Asia/Damascus" };

function read(input: unknown, options?: DateOptions): Span {
  const result = parseDate(input, options);
  if (!result.ok) throw new Error(`${result.fault.code}: ${result.fault.found}`);
  return result.span;
}

function codeOf(input: unknown, options?: DateOptions): string {
  const result = parseDate(input, options);
  return result.ok ? "read" : result.fault.code;
}

/** The start of a moment as ISO text, without its seconds. */
function minuteOf({ start }: Span): string {
  return typeof start === "object" ? new Date(start.earliest).toISOString().slice(0, 16) : start;
}

/** What stands for a Temporal object in runtimes without Temporal: its tag and its text. */
function temporal(tag: string, text: string, fields: object = {}): object {
  return { [Symbol.toStringTag]: `Temporal.${tag}`, toString: () => text, ...fields };
}

describe("EDTF", () => {
  test("A day is the half-open time from its midnight to the next, and its own end.", () => {
    const { start, end, ...rest } = read("2020-07-09");
    expect(start).toEqual({
      earliest: Date.UTC(2020, 6, 9),
      latest: Date.UTC(2020, 6, 10),
      precision: "day",
      approximate: false,
      uncertain: false,
    });
    expect(end).toBe(start);
    expect(rest).toEqual({ isInterval: false, text: "2020-07-09" });
  });

  test("A day is the same instant whatever the zones.", () => {
    expect(read("2020-07-09", { timeZone: "Pacific/Apia", eventTimeZone: "America/Sao_Paulo" })).toEqual(
      read("2020-07-09"),
    );
  });

  test("An interval has its two ends, open and unknown ones too.", () => {
    expect(read("2020-07~/..")).toMatchObject({ start: { approximate: true }, end: "open", isInterval: true });
    expect(read("/2020?")).toMatchObject({ start: "unknown", end: { uncertain: true }, isInterval: true });
  });

  test("Blanks around a text do not matter, and the text of the span is canonical.", () => {
    expect(read(" ?2020-?07\n").text).toBe("2020-07?");
  });

  test("An interval without any known end is no date.", () => {
    for (const text of ["../..", "/..", "../"]) expect(codeOf(text)).toBe("date-missing");
  });

  test("The faults of EDTF are passed on.", () => {
    expect([codeOf("2020-02-30"), codeOf("2021/2020"), codeOf("Y9E99"), codeOf("أمس")]).toEqual([
      "date-unreadable",
      "date-order",
      "date-range",
      "date-unreadable",
    ]);
  });
});

describe("date and time", () => {
  test.each([
    ["2020-07-09T10:30", "minute", 0],
    ["2020-07-09 10:30", "minute", 0],
    ["2020-07-09T10:30:15", "second", 15_000],
    ["2020-07-09T10:30:15.25", "millisecond", 15_250],
    ["2020-07-09T10:30:15,2519", "millisecond", 15_251],
    ["2020-07-09T10:30:60", "second", 59_000],
    ["+002020-07-09T10:30", "minute", 0],
  ])("%s is a point of the precision of a %s.", (text, precision, ms) => {
    const at = Date.UTC(2020, 6, 9, 10, 30) + ms;
    expect(read(text, DAMASCUS)).toMatchObject({ start: { earliest: at, latest: at, precision }, isInterval: false });
  });

  test("A moment with an offset is shown on the wall clock of the timeline.", () => {
    expect(minuteOf(read("2020-07-09T10:30Z", DAMASCUS))).toBe("2020-07-09T13:30");
    expect(minuteOf(read("2020-07-09T10:30+03:00", DAMASCUS))).toBe("2020-07-09T10:30");
    expect(minuteOf(read("2020-07-09T22:30-04", DAMASCUS))).toBe("2020-07-10T05:30");
    expect(minuteOf(read("2020-07-09T10:30-0430"))).toBe("2020-07-09T15:00");
    expect(minuteOf(read("2020-01-09T10:30Z", DAMASCUS))).toBe("2020-01-09T12:30");
  });

  test("A time without an offset is of the event's zone, and the span says in which zone to print it.", () => {
    const span = read("2020-07-09T10:30", { ...DAMASCUS, eventTimeZone: "America/New_York" });
    expect(minuteOf(span)).toBe("2020-07-09T17:30");
    expect(span.timeZone).toBe("America/New_York");
    expect(read("2020-07-09T10:30", DAMASCUS)).not.toHaveProperty("timeZone");
  });

  test("A time that the timeline's own zone skips stays as it is written.", () => {
    const options = { timeZone: "Asia/Beirut", eventTimeZone: "Asia/Beirut" };
    expect(minuteOf(read("2020-03-29T00:30", options))).toBe("2020-03-29T00:30");
  });

  test("Far years are exact.", () => {
    expect(read("-0043-03-15T12:00")).toMatchObject({
      start: { earliest: new Date(0).setUTCFullYear(-43, 2, 15) + DAY / 2 },
    });
    expect(read("0020-01-01T00:00Z")).toMatchObject({ start: { earliest: new Date(0).setUTCFullYear(20, 0, 1) } });
    expect(read("+300000-01-01T00:00Z", DAMASCUS)).toMatchObject({ isInterval: false });
  });

  test("Two of them make an interval.", () => {
    expect(read("2020-07-09T10:00/2020-07-09T11:00")).toMatchObject({
      start: { earliest: Date.UTC(2020, 6, 9, 10) },
      end: { earliest: Date.UTC(2020, 6, 9, 11) },
      isInterval: true,
    });
    expect(read("2020-07-09T10:00/..")).toMatchObject({ end: "open" });
    expect(codeOf("2020-07-09T10:00/2020-07-09T09:59")).toBe("date-order");
  });

  test.each([
    "2020-07-09T24:00",
    "2020-07-09T23:60",
    "2020-07-09T23:59:61",
    "2020-07-09T1:30",
    "2020-07-09T10:30+24:00",
    "2020-07-09T10:30+00:60",
    "2020-07-09T10:30z",
    "2020-07-09T",
    "2020-02-30T10:30",
    "2020-00-01T10:30",
    "2020-13-01T10:30",
    "2020-07-00T10:30",
    "-0000-07-09T10:30",
    "-000000-07-09T10:30",
    "2020-07-09T10:30/2020-07-10/2020-07-11",
    "T",
  ])("%s is refused.", (text) => {
    expect(codeOf(text)).toBe("date-unreadable");
  });
});

describe("numbers, Date and Temporal", () => {
  test("Milliseconds and Date are moments, as fine as their last part that is not zero.", () => {
    const at = Date.UTC(2020, 6, 9, 10, 30);
    expect(minuteOf(read(at, DAMASCUS))).toBe("2020-07-09T13:30");
    expect(read(new Date(at))).toEqual(read(at));
    expect(read(at)).toMatchObject({ start: { precision: "minute" }, text: "2020-07-09T10:30:00.000Z" });
    expect(read(at + 1000)).toMatchObject({ start: { precision: "second" } });
    expect(read(at - 1)).toMatchObject({ start: { precision: "millisecond" } });
  });

  test("The ends of Date's years are read, and nothing beyond.", () => {
    expect([codeOf(8.64e15), codeOf(-8.64e15)]).toEqual(["read", "read"]);
    expect([codeOf(8.64e15 + 1), codeOf(Infinity), codeOf(-Infinity)]).toEqual(Array(3).fill("date-range"));
    expect(parseDate(8.64e15 + 1)).toMatchObject({
      fault: { found: "8640000000000001", expected: expect.stringContaining("8.64e15") as string },
    });
    expect([codeOf(NaN), codeOf(new Date(NaN))]).toEqual(["date-unreadable", "date-unreadable"]);
  });

  test.each([
    ["PlainDate", "2020-07-09", "2020-07-09"],
    ["PlainDate", "2020-07-09[u-ca=islamic-umalqura]", "2020-07-09"],
    ["PlainDateTime", "2020-07-09T10:30:00", "2020-07-09T10:30:00"],
    ["PlainYearMonth", "2020-07", "2020-07"],
    ["PlainYearMonth", "2020-07-01[u-ca=gregory]", "2020-07"],
    ["Instant", "2020-07-09T10:30:00Z", "2020-07-09T10:30:00Z"],
  ])("A Temporal.%s that prints as %s reads as %s.", (tag, printed, text) => {
    expect(read(temporal(tag, printed), DAMASCUS)).toEqual(read(text, DAMASCUS));
  });

  test("A Temporal.ZonedDateTime is a moment that is printed in its own zone, or in the event's.", () => {
    const zoned = temporal("ZonedDateTime", "2020-07-09T10:30:00-04:00[America/New_York]", {
      timeZoneId: "America/New_York",
    });
    expect(minuteOf(read(zoned, DAMASCUS))).toBe("2020-07-09T17:30");
    expect(read(zoned, { ...DAMASCUS, eventTimeZone: undefined }).timeZone).toBe("America/New_York");
    expect(read(zoned, { eventTimeZone: "Asia/Tehran" }).timeZone).toBe("Asia/Tehran");
    expect(codeOf(temporal("ZonedDateTime", "2020-07-09T10:30:00Z", { timeZoneId: "Nowhere" }))).toBe("zone-unknown");
  });

  test("A month of another calendar is refused, since its text is a day.", () => {
    expect(codeOf(temporal("PlainYearMonth", "2020-06-22[u-ca=islamic-umalqura]"))).toBe("date-unreadable");
  });
});

describe("start and end", () => {
  test("A start alone is a single date.", () => {
    expect(read({ start: "2020-07" })).toEqual(read("2020-07"));
    expect(read({ start: "2020-07", end: undefined })).toEqual(read("2020-07"));
  });

  test("Two dots are open; empty and null are unknown.", () => {
    expect(read({ start: "2020", end: ".." })).toEqual(read("2020/.."));
    expect(read({ start: "2020", end: "" })).toEqual(read("2020/"));
    expect(read({ start: "2020", end: null })).toEqual(read("2020/"));
    expect(read({ start: "..", end: "2020" })).toEqual(read("../2020"));
    expect(read({ end: "2020" })).toEqual(read("/2020"));
  });

  test("The two may be of different kinds.", () => {
    const span = read({ start: new Date(Date.UTC(2020, 6, 9, 10)), end: "2020-07-10" });
    expect(span).toMatchObject({
      start: { earliest: Date.UTC(2020, 6, 9, 10), precision: "minute" },
      end: { latest: Date.UTC(2020, 6, 11), precision: "day" },
      isInterval: true,
      text: "2020-07-09T10:00:00.000Z/2020-07-10",
    });
  });

  test("The zone of one end is the zone of the span.", () => {
    expect(read({ start: "2020", end: "2020-07-09T10:00" }, { eventTimeZone: "Asia/Tehran" }).timeZone).toBe(
      "Asia/Tehran",
    );
  });

  test.each([
    [{}, "date-missing"],
    [{ start: null, end: "" }, "date-missing"],
    [{ start: ".." }, "date-missing"],
    [{ start: "..", end: ".." }, "date-missing"],
    [{ start: "..", end: "" }, "date-missing"],
    [{ start: "2020-07-09", end: "2020-07-08" }, "date-order"],
    [{ start: 1, end: 0 }, "date-order"],
    [{ start: "2020-07-09", end: "2020-07-08T23:59" }, "date-order"],
    [{ start: "2020-13", end: "2021" }, "date-unreadable"],
    [{ start: "2020", end: "2021-13" }, "date-unreadable"],
    [{ start: "2020/2021", end: "2022" }, "date-unreadable"],
    [{ start: { start: "2020" }, end: "2021" }, "date-unreadable"],
  ])("%j is refused as %s.", (input, code) => {
    expect(codeOf(input)).toBe(code);
  });

  test("The same day or moment, and a part of the same year, are in order.", () => {
    for (const [start, end] of [
      ["2020-07-09", "2020-07-09"],
      ["2020-07-09", "2020"],
      ["2020-07-09T10:00", "2020-07-09"],
      ["2020-07-09T00:00", "2020-07-09T00:00"],
      ["2020-07-09", "2020-07-09T00:00"],
    ])
      expect(codeOf({ start, end })).toBe("read");
  });
});

describe("what is no date", () => {
  test.each([undefined, null, ""])("%j is missing.", (input) => {
    expect(codeOf(input)).toBe("date-missing");
  });

  test.each([true, 1n, Symbol("date"), () => "2020", ["2020"], new Map(), /2020/])("%s is unreadable.", (input) => {
    expect(codeOf(input)).toBe("date-unreadable");
  });

  test("A zone that is none is said, whichever of the two it is.", () => {
    expect(codeOf("2020", { timeZone: "Asia/Nowhere" })).toBe("zone-unknown");
    expect(codeOf("2020", { eventTimeZone: "Asia/Nowhere" })).toBe("zone-unknown");
    expect(codeOf("2020", { timeZone: null as unknown as string })).not.toBe("read");
  });

  test("Objects that throw, and objects that only look like dates, do no harm.", () => {
    const hostile = {
      get start(): string {
        throw new Error("no");
      },
    };
    expect(codeOf(hostile)).toBe("date-unreadable");
    expect(codeOf(temporal("PlainDate", "no date"))).toBe("date-unreadable");
    expect(codeOf({ [Symbol.toStringTag]: "Date" })).toBe("date-unreadable");
    expect(codeOf({ [Symbol.toStringTag]: "__proto__" })).toBe("date-unreadable");
    expect(codeOf(JSON.parse('{"__proto__": {"start": "2020"}}'))).toBe("date-missing");
  });

  test("Texts of a million characters are refused.", () => {
    const shapes = ["2", "/", "T", " 2", "2020-07-09T10:30/", "[2020,"];
    for (const shape of shapes) expect(codeOf(shape.repeat(1e6 / shape.length))).toBe("date-unreadable");
  });

  test("Whatever comes in, nothing throws and no number is NaN.", () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("0129X-/.?~%[]{},Y TZ:+")), maxLength: 24 });
    const input = fc.oneof(fc.anything(), text, fc.record({ start: text, end: text }), fc.double(), fc.date());
    fc.assert(
      fc.property(input, (value) => {
        const result = parseDate(value, DAMASCUS);
        const edges = result.ok ? [result.span.start, result.span.end] : [];
        for (const edge of edges)
          if (typeof edge === "object") {
            expect(Number.isFinite(edge.earliest) && Number.isFinite(edge.latest)).toBe(true);
            expect(edge.earliest).toBeLessThanOrEqual(edge.latest);
          }
        expect(edges.every((edge) => typeof edge !== "object")).toBe(!result.ok);
      }),
      { seed: 20200709, numRuns: 4000 },
    );
  });
});

describe("An end that is now", () => {
  const since = { start: "2011-03-15", end: "now" };

  it("is the present moment, and the date says that it goes on", () => {
    const now = Date.UTC(2020, 6, 9, 12);
    const result = parseDate(since, { now });
    expect(result).toMatchObject({
      ok: true,
      span: { isInterval: true, isOngoing: true, text: "2011-03-15/..", end: { earliest: now, latest: now } },
    });
  });

  it.each([
    ["nobody knows when now is", since, undefined],
    ["the start is still to come", { start: "2021", end: "now" }, Date.UTC(2020, 6, 9)],
  ])("is open where %s", (_when, input, now) => {
    expect(parseDate(input, { now })).toMatchObject({ ok: true, span: { end: "open", isOngoing: true } });
  });
});
