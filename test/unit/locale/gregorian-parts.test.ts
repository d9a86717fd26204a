import fc from "fast-check";
import { expect, it } from "vitest";
import { gregorianParts } from "../../../src/locale/gregorian-parts.js";
import { DAY } from "../../../src/time/instant.js";
import { runs } from "../../support/full.js";
import { FIELDS, LOCALES } from "../../support/date-patterns.js";

const formatter = fc
  .record({
    locale: fc.constantFrom(...LOCALES),
    fields: fc.constantFrom(...FIELDS),
    numerals: fc.constantFrom("latn", "arab"),
  })
  .map(({ locale, fields, numerals }) => {
    const tag = new Intl.Locale(locale, { calendar: "gregory", numberingSystem: numerals }).toString();
    return new Intl.DateTimeFormat(tag, { ...fields, timeZone: "UTC" });
  });

it("A day has the pieces that its formatter writes, whichever days were written before.", () => {
  const days = fc.array(
    fc.oneof(fc.integer({ min: -800_000, max: 800_000 }), fc.integer({ min: 18_000, max: 18_800 })),
    {
      minLength: 40,
      maxLength: 80,
    },
  );
  fc.assert(
    fc.property(formatter, days, (format, some) => {
      for (const day of some) expect(gregorianParts(format, day)).toEqual(format.formatToParts(day * DAY));
    }),
    { seed: 11, numRuns: runs(200, 5_000) },
  );
});

it("What a formatter has written is not asked for again.", () => {
  const format = new Intl.DateTimeFormat("en-u-nu-latn", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const days = [...Array(1_000).keys()];
  for (const day of days) gregorianParts(format, day);
  let asked = 0;
  format.formatToParts = () => {
    asked++;
    return [];
  };
  for (const day of days) gregorianParts(format, day);
  expect(asked).toBe(0);
});
