import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveDomain } from "../../../src/model/domain.js";
import { dayFromCivil } from "../../../src/time/civil.js";
import { instantText } from "../../../src/time/instant-text.js";
import { DAY } from "../../../src/time/instant.js";

const at = (year: number, month = 1, day = 1, ms = 0): number => dayFromCivil(year, month, day) * DAY + ms;

describe("instantText", () => {
  it.each([
    [at(2020), "2020", "2019"],
    [at(2020, 7), "2020-07", "2020-06"],
    [at(2020, 7, 9), "2020-07-09", "2020-07-08"],
    [at(2020, 7, 9, 37_800_000), "2020-07-09T10:30", "2020-07-09T10:30"],
    [at(2020, 7, 9, 37_815_000), "2020-07-09T10:30:15", "2020-07-09T10:30:15"],
    [at(2020, 7, 9, 37_800_250), "2020-07-09T10:30:00.250", "2020-07-09T10:30:00.250"],
    [at(0), "0000", "-0001"],
    [at(-44, 3, 15), "-0044-03-15", "-0044-03-14"],
    [at(10_000), "Y10000", "9999"],
    [at(12_345, 2), "+012345-02-01T00:00", "+012345-02-01T00:00"],
    [at(-13_800_000_000, 5, 1), "Y-13800000000", "Y-13800000000"],
  ])("of %j is %j as a start and %j as an end", (instant, start, end) => {
    expect([instantText(instant, "start"), instantText(instant, "end")]).toEqual([start, end]);
  });

  it("is read again as the same part of time, to the year 999999", () => {
    const far = at(999_999);
    const instant = fc.oneof(
      fc.integer({ min: -far, max: far }),
      fc.integer({ min: -5_000_000, max: 5_000_000 }).map((day) => day * DAY),
      fc.tuple(fc.integer({ min: -12_000, max: 12_000 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => at(y, m)),
    );
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        fc.pre(one !== other);
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const texts = { from: instantText(from, "start"), to: instantText(to, "end") };
        expect(resolveDomain(texts, "Asia/Damascus")).toEqual([from, to]);
      }),
      { seed: 20200709, numRuns: 3_000 },
    );
  });
});
