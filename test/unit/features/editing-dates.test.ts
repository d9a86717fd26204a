import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateAt } from "../../../src/features/editing/new-date.js";
import { moveDate, resizeDate } from "../../../src/features/editing/shift-date.js";
import type { DateInput } from "../../../src/model/input.js";
import { CALENDARS } from "../../../src/time/calendars.js";
import { DAY } from "../../../src/time/instant.js";
import { parseDate } from "../../../src/time/parse.js";
import { isKnown, type Edge, type Span } from "../../../src/time/span.js";
import validate from "../../fixtures/edtf/edtf-validate.json" with { type: "json" };

const setting = { timeZone: "UTC", fineness: 1 };
const HOUR = 3_600_000;

const spanOf = (date: unknown): Span => {
  const parsed = parseDate(date, setting);
  if (!parsed.ok) throw new Error(`${JSON.stringify(date)}: ${parsed.fault.code}`);
  return parsed.span;
};
/** How an end is known, without when it is. */
const knowledgeOf = (edge: Edge): unknown => {
  if (!isKnown(edge)) return edge;
  const { precision, approximate, uncertain } = edge;
  return { precision, approximate, uncertain };
};
const knowledge = ({ start, end, isInterval }: Span): unknown => [knowledgeOf(start), knowledgeOf(end), isInterval];
const step = (date: DateInput, steps: number): DateInput | undefined => moveDate(date, { steps }, setting);

/** Every text of EDTF that a suite of the standard holds and that a timeline reads. */
const EDTF = [...new Set(Object.values(validate as unknown as Record<string, unknown>).flat())].filter(
  (text): text is string => typeof text === "string" && text.length < 60 && parseDate(text).ok,
);
const ANY_YEAR = /(^|[^\dXYE])-?X{4}/;

describe("A date that is moved", () => {
  it("goes by its own unit.", () => {
    expect(
      [
        ["2020-07-31", 1],
        ["2020-07", 6],
        ["2020", -21],
        ["201X", 1],
        ["19XX", 2],
        ["-001X", 2],
        ["2020-21", 3],
        ["2020-24", 1],
        ["2020-30", 1],
        ["2020-39", 1],
        ["Y170000002", -1],
        ["9999", 1],
        ["1950S2", 1],
        ["2020-07-XX", 1],
        ["156X-12-25", 1],
        ["2020-12-31T23:30", 1],
        ["2020-07-09T10:30:15.250+03:00", 60_000],
        ["1441-11[u-ca=islamic-umalqura]", 2],
        ["1441-12-29[u-ca=islamic-umalqura]", 1],
        ["5784-07-01[u-ca=hebrew]", -7 * 30],
        ["1399-12~[u-ca=persian]", 1],
      ].map(([text, n]) => step(text as string, n as number)),
    ).toEqual([
      "2020-08-01",
      "2021-01",
      "1999",
      "202X",
      "21XX",
      "000X",
      "2020-24",
      "2021-21",
      "2021-31",
      "2021-37",
      "Y170000001",
      "Y10000",
      "2050S2",
      "2020-08-XX",
      "157X-12-25",
      "2020-12-31T23:31",
      "2020-07-09T10:31:15.250+03:00",
      "1442-01[u-ca=islamic-umalqura]",
      "1442-01-01[u-ca=islamic-umalqura]",
      "5783-11-27[u-ca=hebrew]",
      "1400-01~[u-ca=persian]",
    ]);
  });

  it("is as precise, as sure and as open as it was, for every date of EDTF, and comes back as it was.", () => {
    expect(EDTF.length).toBeGreaterThan(100);
    const kept = EDTF.map((text) => [text, step(text, 0)]);
    expect(kept).toEqual(EDTF.map((text) => [text, ANY_YEAR.test(text) ? undefined : text]));
    const movable = EDTF.filter((text) => !ANY_YEAR.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...movable), fc.integer({ min: -30, max: 30 }), (text, steps) => {
        const moved = step(text, steps);
        if (moved === undefined) return;
        expect(knowledge(spanOf(moved))).toEqual(knowledge(spanOf(text)));
        const back = step(moved, -steps);
        expect(knowledge(spanOf(back))).toEqual(knowledge(spanOf(text)));
      }),
      { seed: 11, numRuns: 2_000 },
    );
  });

  it("comes back to the very same text where nothing of it was held at the end of a month.", () => {
    const text = fc.oneof(
      fc
        .record({
          y: fc.integer({ min: 100, max: 9000 }),
          m: fc.integer({ min: 1, max: 12 }),
          d: fc.integer({ min: 1, max: 28 }),
        })
        .map(({ y, m, d }) => [y, m, d].map((n, i) => String(n).padStart(i ? 2 : 4, "0")))
        .chain((parts) => fc.constantFrom(parts.join("-"), parts.slice(0, 2).join("-"), parts[0]!)),
      fc.integer({ min: 100, max: 899 }).map((decade) => `${String(decade)}X`),
    );
    const mark = fc.constantFrom("", "~", "?", "%");
    fc.assert(
      fc.property(text, mark, fc.integer({ min: -500, max: 500 }), (date, sign, n) => {
        const moved = step(date + sign, n);
        if (moved !== undefined) expect(step(moved, -n)).toBe(date + sign);
      }),
      { seed: 12, numRuns: 1_000 },
    );
  });

  it("moves both ends of an interval as far as each other, by the coarser of their units, and leaves the others.", () => {
    expect(step("2020-07-07/2020-07-09", 2)).toBe("2020-07-09/2020-07-11");
    expect(step("2020-07/2020-09-30", 5)).toBe("2020-12/2021-02-28");
    expect(step("2020-07-07~/..", 1)).toBe("2020-07-08~/..");
    expect(step("/2006", 1)).toBe("/2007");
    expect(step({ start: "2020-07-07", end: "now" }, 1)).toEqual({ start: "2020-07-08", end: "now" });
    expect(step({ start: null, end: "2020" }, -1)).toEqual({ start: null, end: "2019" });
    expect(step("[1667,1668,1670..1672]", 1)).toBe("[1668,1669,1671..1673]");
    expect(step("2020-21/2020-09", 1)).toBe("2020-22/2020-12");
    expect(step("2020-33/2020-38", 1)).toBe("2021-33/2021-38");
  });

  it("goes to the nearest place that its precision has.", () => {
    const by = (date: DateInput, ms: number, fineness = 1): unknown =>
      moveDate(date, { ms }, { timeZone: "UTC", fineness });
    expect(by("2020-07", 14 * DAY)).toBe("2020-07");
    expect(by("2020-07", 17 * DAY)).toBe("2020-08");
    expect(by("2020-07-09", 0.6 * DAY)).toBe("2020-07-10");
    expect(by("2020-07-09T10:37", 50 * 60_000, 200_000)).toBe("2020-07-09T11:27");
    expect(by("2020-07-09T10:37", 4.4 * HOUR, 20 * 60_000)).toBe("2020-07-09T15:07");
    expect(by("2020-07-09T10:37", 1.6 * DAY, 5 * HOUR)).toBe("2020-07-11T10:37");
    expect(by(Date.UTC(2020, 6, 9, 10), 1.2 * HOUR, HOUR / 2)).toBe(Date.UTC(2020, 6, 9, 11));
    expect(by(new Date(Date.UTC(2020, 6, 9)), DAY, HOUR)).toBe(Date.UTC(2020, 6, 10));
  });

  it("shows the same time of day after a change of clocks.", () => {
    const before = Date.UTC(2020, 2, 28, 9);
    const moved = moveDate(before, { steps: 2 }, { timeZone: "Europe/Berlin", fineness: DAY });
    expect(moved).toBe(before + 2 * DAY - HOUR);
  });

  it("is never anything but a readable date, whatever it was and however far it is to go.", () => {
    const value = fc.oneof(
      fc.constantFrom(...EDTF),
      fc.string(),
      fc.double(),
      fc.constantFrom(null, undefined, {}, [], true),
    );
    const date = fc.oneof(value, fc.record({ start: value, end: value }));
    const distance = fc.oneof(
      fc.record({ ms: fc.double({ noNaN: true, min: -1e20, max: 1e20 }) }),
      fc.record({ steps: fc.integer() }),
    );
    fc.assert(
      fc.property(date, distance, fc.constantFrom("start", "end"), (given, far, side) => {
        const moved = moveDate(given as DateInput, far, setting);
        if (moved !== undefined) expect(spanOf(moved).text).not.toContain("NaN");
        const to = "ms" in far ? { instant: far.ms } : far;
        const resized = resizeDate(given as DateInput, side, to, setting);
        if (resized !== undefined) expect(spanOf(resized).text).not.toContain("NaN");
      }),
      { seed: 13, numRuns: 1_500 },
    );
  });

  it("keeps its calendar and its precision in every calendar.", () => {
    for (const calendar of CALENDARS.filter((name) => name !== "gregory")) {
      for (const unit of [300 * DAY, 25 * DAY]) {
        const date = dateAt(Date.UTC(2020, 6, 9), unit / 10, calendar);
        for (let n = -30; n <= 30; n++) {
          const moved = step(date, n);
          expect(moved, `${date} by ${n}`).toContain(`[u-ca=${calendar}]`);
          expect(knowledge(spanOf(moved))).toEqual(knowledge(spanOf(date)));
          expect(step(moved!, -n)).toBe(date);
        }
      }
    }
  });
});

describe("A date that is resized", () => {
  const end = (date: DateInput, steps: number): unknown => resizeDate(date, "end", { steps }, setting);
  const start = (date: DateInput, steps: number): unknown => resizeDate(date, "start", { steps }, setting);

  it("becomes an interval, and a single date again where its ends meet.", () => {
    expect(end("2020-07~", 2)).toBe("2020-07~/2020-09~");
    expect(start("2020-07-09", -2)).toBe("2020-07-07/2020-07-09");
    expect(end("2020-07-09/2020-07-10", -1)).toBe("2020-07-09");
    expect(end({ start: "2020", end: "2022" }, 1)).toEqual({ start: "2020", end: "2023" });
  });

  it("never ends before it starts.", () => {
    expect(end("2020-07-09", -1)).toBeUndefined();
    expect(start("2020/2021", 2)).toBeUndefined();
    expect(end("2020-07-09/2020-07-10", -2)).toBeUndefined();
  });

  it("gets an end where none is set, counted from the other one.", () => {
    expect(end("2020-07-09/..", 3)).toBe("2020-07-09/2020-07-12");
    expect(start("/2006", -1)).toBe("2005/2006");
    expect(end({ start: "2020", end: "now" }, 1)).toEqual({ start: "2020", end: "2021" });
    expect(end("[1667,1668]", 1)).toBeUndefined();
  });

  it("goes to the instant that is nearest.", () => {
    const to = (date: DateInput, instant: number): unknown => resizeDate(date, "end", { instant }, setting);
    expect(to("2020-07", Date.UTC(2020, 8, 28))).toBe("2020-07/2020-09");
    expect(to("2020-07-01/2020-07-04", Date.UTC(2020, 6, 8, 3))).toBe("2020-07-01/2020-07-07");
    expect(to("2020-07-01/2020-07-04", Date.UTC(2020, 5, 1))).toBeUndefined();
  });
});

describe("The date of a new event", () => {
  const at = Date.UTC(2020, 6, 9, 10, 37);
  it("is as fine as what is in view.", () => {
    const fine = [60_000, 300_000, HOUR, DAY, 20 * DAY, 300 * DAY, 3_000 * DAY, 30_000 * DAY, 1e9 * DAY];
    expect(fine.map((msPerPx) => dateAt(at, msPerPx, "gregory"))).toEqual([
      "2020-07-09T10:30",
      "2020-07-09T10:00",
      "2020-07-09",
      "2020-07",
      "2020",
      "202X",
      "20XX",
      "2XXX",
      "2020",
    ]);
  });

  it("is a month or a year of the calendar.", () => {
    expect(dateAt(at, DAY, "islamic-umalqura")).toBe("1441-11[u-ca=islamic-umalqura]");
    expect(dateAt(at, 20 * DAY, "persian")).toBe("1399[u-ca=persian]");
    expect(dateAt(at, HOUR, "persian")).toBe("2020-07-09");
  });

  it("can be read, anywhere in time.", () => {
    const instant = fc.double({ min: -6e20, max: 6e20, noNaN: true });
    const msPerPx = fc.double({ min: 1, max: 1e20, noNaN: true });
    fc.assert(
      fc.property(instant, msPerPx, fc.constantFrom(...CALENDARS), (when, scale, calendar) => {
        expect(spanOf(dateAt(when, scale, calendar))).toBeDefined();
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});
