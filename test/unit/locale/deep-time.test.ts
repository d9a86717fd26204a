import { describe, expect, it } from "vitest";
import { createDateFormat, type AxisFormat, type DateSetting } from "../../../src/locale/dates.js";
import { DAY, type Instant } from "../../../src/time/instant.js";
import { slowerStep } from "../../../src/time/steps.js";
import { chooseStep, ticks } from "../../../src/time/ticks.js";

const YEAR = 365.2425 * DAY;
const BIG_BANG = -13.8e9 * YEAR;
const WIDTH = 1120;
const LEVELS = 300;
const NONSENSE = /NaN|undefined|Infinity|Invalid|M\d\d|^[0٠۰]$|(?<!\p{Nd})[0٠۰](?!\p{Nd})(?!\d*:)/u;

const SETTINGS: readonly DateSetting[] = [
  { locale: "en" },
  { locale: "ar-SY", monthNames: "dual", numerals: "latn", secondCalendar: "islamic-umalqura" },
  { locale: "fa", calendar: "persian", secondCalendar: "julian" },
  { locale: "he", secondCalendar: "hebrew" },
  { locale: "ar-EG", calendar: "coptic", secondCalendar: "ethiopic" },
  { locale: "ja", calendar: "japanese", secondCalendar: "buddhist" },
];

/** From the age of the universe to a millisecond, each view shorter than the one before by the same factor. */
function zoomTo(focus: Instant): (readonly [Instant, Instant])[] {
  return Array.from({ length: LEVELS }, (_, level) => {
    const length = -BIG_BANG * (20 / -BIG_BANG) ** (level / (LEVELS - 1));
    return [focus - length / 2, focus + length / 2] as const;
  });
}

/** The ticks and their texts; of the slow tier no more than three, which is all that fits. */
function tiersOf(axis: AxisFormat, domain: readonly [Instant, Instant]): { instants: Instant[]; texts: string[] }[] {
  const step = chooseStep(WIDTH / (domain[1] - domain[0]), () => 60, 8, axis.steps);
  const fast = ticks(step, domain, axis.steps);
  const slower = slowerStep(step);
  const slow = slower ? ticks(slower, [domain[0] - 1.1 * slower.duration, domain[1]], axis.steps).slice(-3) : [];
  return [
    { instants: fast, texts: fast.map((instant) => axis.tick(instant, step.unit).text) },
    { instants: slow, texts: slow.map((instant) => axis.slow(instant, slower!.unit)) },
  ];
}

describe("The axis from the Big Bang to a millisecond", () => {
  const focuses = [
    ["today", Date.UTC(2020, 6, 9, 10, 30)],
    ["the first year of the Hijra", -492_148 * DAY],
    ["the turn of the eras", -719_528 * DAY],
    ["a time without calendars", -66e6 * YEAR],
  ] as const;

  for (const setting of SETTINGS) {
    const format = createDateFormat(setting);
    it.each(focuses)(
      `has distinct ticks with sensible labels around %s, with ${JSON.stringify(setting)}`,
      (_, focus) => {
        for (const domain of zoomTo(focus)) {
          for (const axis of [format, format.second].filter((each) => each !== undefined)) {
            for (const { instants, texts } of tiersOf(axis, domain)) {
              expect(new Set(instants).size).toBe(instants.length);
              expect(instants.length).toBeLessThan(60);
              expect(texts.filter((text) => text.trim() === "" || NONSENSE.test(text))).toEqual([]);
            }
          }
        }
      },
    );
  }

  it("has ticks at every level around today", () => {
    const axis = createDateFormat({ locale: "ar", calendar: "islamic-umalqura" });
    for (const domain of zoomTo(Date.UTC(2020, 6, 9)))
      expect(tiersOf(axis, domain)[0]!.instants.length).toBeGreaterThan(3);
  });
});
