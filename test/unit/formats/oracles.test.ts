import { dsvFormat } from "d3";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../../src/formats/csv/rows.js";
import { foldLine } from "../../../src/formats/icalendar/lines.js";
import { occurrencesOf } from "../../../src/formats/icalendar/recurrence.js";
import { dayText } from "../../../src/formats/dates.js";
import { dayFromCivil } from "../../../src/time/civil.js";
import { DAY } from "../../../src/time/instant.js";

describe("The rows of a table", () => {
  const cell = fc.string({ unit: fc.constantFrom(...Array.from("ab,;\t\"'\n\r= ع")), maxLength: 6 });

  it.each([",", ";", "\t"])("are those that d3-dsv reads: separated by %j", (delimiter) => {
    const dsv = dsvFormat(delimiter);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (table) => {
        const text = dsv.formatRows(table);
        const rows = [...rowsOf(text, delimiter)].map(({ cells }) => cells);
        expect(rows).toEqual(dsv.parseRows(text).filter((cells) => cells.some((each) => each !== "")));
      }),
      { seed: 20200709, numRuns: 500 },
    );
  });

  it("end with LF, CRLF or CR, and keep their numbers over empty ones", () => {
    expect([...rowsOf('a,b\r\n\r\n"c\nd"\re,', ",")].map(({ cells, number }) => [number, ...cells])).toEqual([
      [1, "a", "b"],
      [3, "c\nd"],
      [4, "e", ""],
    ]);
  });
});

describe("The occurrences of a rule", () => {
  const list = (name: string, value: fc.Arbitrary<string | number>): fc.Arbitrary<string> =>
    fc.uniqueArray(value, { minLength: 1, maxLength: 3 }).map((values) => `;${name}=${values.join(",")}`);
  const maybe = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(""), part);
  const weekday = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  const nth = fc.tuple(fc.constantFrom("", "1", "2", "-1"), weekday).map((parts) => parts.join(""));
  const interval = maybe(fc.integer({ min: 1, max: 3 }).map((n) => `;INTERVAL=${n}`));
  const months = list("BYMONTH", fc.integer({ min: 1, max: 12 }));
  /** What has occurrences, so that the iterator of ical.js, which knows no bound, comes to an end. */
  const rule = fc.oneof(
    fc.tuple(fc.constant("FREQ=DAILY"), interval, maybe(months)),
    fc.tuple(fc.constant("FREQ=WEEKLY"), interval, maybe(list("BYDAY", weekday))),
    fc.tuple(fc.constant("FREQ=MONTHLY"), interval, list("BYMONTHDAY", fc.constantFrom(1, 15, 28, -1))),
    fc.tuple(fc.constant("FREQ=MONTHLY"), interval, list("BYDAY", nth)),
    fc.tuple(fc.constant("FREQ=YEARLY"), interval, months, list("BYMONTHDAY", fc.constantFrom(1, 15, 28))),
  );

  it("are those that ical.js finds", () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 700 }), (parts, offset) => {
        const text = parts.join("");
        const start = dayFromCivil(2020, 1, 1) + offset;
        const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromString(dayText(start), undefined));
        const [, , , data] = (
          ICAL.parse(`BEGIN:VEVENT\r\nRRULE:${text}\r\nEND:VEVENT`) as unknown as [
            string,
            [string, object, string, Record<string, unknown>][],
          ]
        )[1][0]!;
        const expected = Array.from({ length: 12 }, () => iterator.next().toString());
        const own = [...occurrencesOf(data, { start: start * DAY, until: Infinity, most: 13 }, { days: 100_000 })].map(
          (at) => dayText(at / DAY),
        );
        // The standard leaves open what a start means that the rule itself does not: ours is the first occurrence.
        const found = own[0] === expected[0] ? own.slice(0, 12) : own.slice(1, 13);
        expect(found, `${text} from ${dayText(start)}`).toEqual(expected);
      }),
      { seed: 20200709, numRuns: 400 },
    );
  });
});

describe("A line of a calendar", () => {
  it("is folded at 75 octets, never inside a character, and unfolds to itself", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from("a:;عربي🎉é")), minLength: 0, maxLength: 300 }),
        (line) => {
          const folded = foldLine(line);
          expect(folded.replace(/\r\n /g, "")).toBe(`${line}\r\n`);
          for (const part of folded.split("\r\n"))
            expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
          expect(folded).not.toContain("\ufffd");
        },
      ),
      { seed: 20200709, numRuns: 300 },
    );
  });
});
