import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWallClock } from "../../../../src/store/build/wall-clock.js";
import { DAY } from "../../../../src/time/instant.js";
import { LAST_EPOCH, wallClock } from "../../../../src/time/zone.js";

describe("A clock that is asked many times", () => {
  it.each(["UTC", "Asia/Damascus", "America/New_York", "Pacific/Apia"])(
    "shows at each moment what clocks in %s show",
    (timeZone) => {
      const wall = createWallClock(timeZone);
      const moment = fc.oneof(
        fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2023, 0) }),
        // Clocks are changed on these days.
        fc.integer({ min: Date.UTC(2020, 2, 8), max: Date.UTC(2020, 2, 9) }),
        fc.integer({ min: Date.UTC(2011, 11, 29), max: Date.UTC(2012, 0, 1) }),
        fc.integer({ min: -LAST_EPOCH, max: -LAST_EPOCH + 2 * DAY }),
        fc.integer({ min: LAST_EPOCH - 2 * DAY, max: LAST_EPOCH }),
        fc.constantFrom(0, -1, DAY, DAY - 1, LAST_EPOCH, -LAST_EPOCH, LAST_EPOCH - DAY, DAY - LAST_EPOCH),
      );
      fc.assert(
        fc.property(fc.array(moment, { minLength: 20 }), (moments) => {
          expect(moments.map(wall)).toEqual(moments.map((epochMs) => wallClock(epochMs, timeZone)));
        }),
        { seed: 20200709, numRuns: 20 },
      );
    },
  );

  it("goes on showing them after more days than it remembers", () => {
    const wall = createWallClock("Asia/Damascus");
    const days = Array.from({ length: 2 ** 14 + 50 }, (_, day) => day * DAY + 1);
    const shown = days.map(wall);
    expect(days.slice(0, 50).map(wall)).toEqual(shown.slice(0, 50));
    expect(shown.slice(-50)).toEqual(days.slice(-50).map((epochMs) => wallClock(epochMs, "Asia/Damascus")));
  });
});
