import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAxis, type AxisBoxes, type AxisSetting } from "../../../src/layout/axis.js";
import type { LabelLie } from "../../../src/layout/axis-ruler.js";
import type { TickBox } from "../../../src/layout/boxes.js";
import { createDateFormat, type DateSetting } from "../../../src/locale/dates.js";
import { cachedMeasurer } from "../../../src/text/measure.js";
import { TYPE } from "../../../src/text/typography.js";
import { tableMeasurer } from "../../../src/text/widths.js";
import { CALENDARS, type Calendar } from "../../../src/time/calendars.js";
import { DAY, type Instant } from "../../../src/time/instant.js";
import { nextOf, slowerStep, STEPS, type Step } from "../../../src/time/steps.js";
import { ticks } from "../../../src/time/ticks.js";
import type { Domain } from "../../../src/view/view.js";
import { finestStep, shortestGap, type StepFacts } from "../../oracle/time-ticks.js";
import { runs } from "../../support/full.js";

const some = { seed: 20200709, numRuns: runs(120, 2_000) };
const many = { ...some, numRuns: runs(500, 10_000) };
const PATIENCE = runs(60_000, 1_200_000);
const YEAR = 365.2425 * DAY;
const AIR = 8;
/** Labels keep clear of the edges by so much. */
const FADE = 12;
const ROUNDING = 1e-6;
const measurer = cachedMeasurer(tableMeasurer());

const DATES = {
  english: { locale: "en", secondCalendar: "islamic-umalqura" },
  "Arabic, both names of months": { locale: "ar-SY", monthNames: "dual", secondCalendar: "islamic-umalqura" },
  "Arabic digits": { locale: "ar-EG", numerals: "arab", secondCalendar: "coptic" },
  persian: { locale: "fa", calendar: "persian", secondCalendar: "gregory" },
  hebrew: { locale: "he", calendar: "hebrew", secondCalendar: "gregory" },
  "Umm al-Qura": { locale: "ar-SA", calendar: "islamic-umalqura", secondCalendar: "gregory" },
} as const satisfies Readonly<Record<string, DateSetting>>;
type Name = keyof typeof DATES;
const NAMES = Object.keys(DATES) as readonly Name[];
const SETTINGS = new Map<Name, AxisSetting>(
  NAMES.map((name) => [name, { measurer, dates: createDateFormat(DATES[name]) }]),
);
const settingOf = (name: Name): AxisSetting => SETTINGS.get(name)!;

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.noBias(fc.integer({ min: 0, max: 1e9 })).map((share) => min + ((max - min) * share) / 1e9);

interface AnyView {
  readonly name: Name;
  readonly length: number;
  readonly domain: Domain;
}

/** From a millisecond to ten billion years, about a year. */
function viewsAbout(
  year: fc.Arbitrary<number>,
  name: fc.Arbitrary<Name> = fc.constantFrom(...NAMES),
): fc.Arbitrary<AnyView> {
  return fc
    .record({
      name,
      year,
      length: fc.noBias(fc.integer({ min: 320, max: 1600 })),
      power: between(0, Math.log10(1e10 * YEAR)),
    })
    .map(({ year, power, ...rest }) => {
      const from = Math.round((year - 1970) * YEAR - 10 ** power / 2);
      return { ...rest, domain: [from, from + Math.max(1, Math.round(10 ** power))] };
    });
}

function memoized<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => known.get(key) ?? known.set(key, make(key)).get(key)!;
}

const nearNow = between(1900, 2100);
const historic = between(-6000, 6000);
const anywhere = fc.oneof(
  nearNow,
  historic,
  between(-1e5, 1e5),
  between(-13.8e9, -1e6),
  fc.constantFrom(-10_000, -1000, -100, -10, 0, 1, 10, 100, 622, 1000, 10_000, 1_000_000),
);

const place = ({ name, length, domain }: AnyView, lie?: LabelLie): AxisBoxes =>
  placeAxis(domain, length, settingOf(name), lie);

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const ROWS = ["fast", "slow", "second"] as const;
type Row = (typeof ROWS)[number];

/** What the labels of a row take of the axis, in order. */
function rowOf(row: Row, axis: AxisBoxes, lie: LabelLie): Stretch[] {
  const isOfRow = ({ isSlow }: TickBox): boolean => row === "second" || isSlow === (row === "slow");
  const role = row === "fast" ? "tick" : row === "slow" ? "meta" : "tickDetail";
  return (row === "second" ? axis.second : axis.ticks)
    .filter(isOfRow)
    .flatMap(({ label, isSlow }) => {
      if (!label) return [];
      const extent = lie === "across" ? TYPE[role].line : label.width;
      const from = isSlow ? label.along : label.along - extent / 2;
      return [{ from, to: from + extent, text: label.text }];
    })
    .sort((a, b) => a.from - b.from);
}

const fastLabels = ({ ticks: boxes }: AxisBoxes): string[] =>
  boxes.flatMap(({ isSlow, label }) => (isSlow || !label ? [] : [label.text]));

describe.each(["along", "across"] as const)("An axis with labels that lie %s", (lie) => {
  const parameters = lie === "along" ? many : some;

  it(
    "has labels that say something, are inside the plot, and stand eight pixels apart in their row.",
    () => {
      fc.assert(
        fc.property(viewsAbout(anywhere), (view) => {
          const axis = place(view, lie);
          for (const labels of ROWS.map((row) => rowOf(row, axis, lie)))
            labels.forEach(({ from, to, text }, i) => {
              if (!(from >= -ROUNDING && to <= view.length + ROUNDING)) expect.fail(`"${text}" is outside`);
              if (/NaN|undefined|Infinity|Invalid|^\s*$/.test(text)) expect.fail(`"${text}" says nothing`);
              if (i > 0 && !(from - labels[i - 1]!.to >= AIR - ROUNDING))
                expect.fail(`"${text}" touches the one before`);
            });
        }),
        parameters,
      );
    },
    PATIENCE,
  );

  it(
    "never says the same twice in a row within one unit of the slow tier.",
    () => {
      fc.assert(
        fc.property(viewsAbout(anywhere), (view) => {
          const axis = place(view, lie);
          const slow = axis.ticks.filter(({ isSlow }) => isSlow);
          const said = axis.ticks
            .filter(({ isSlow, label }) => !isSlow && label)
            .map(({ instant, label }) => `${label!.text} ${slow.filter((unit) => unit.instant <= instant).length}`);
          const named = slow.flatMap(({ label }) => (label ? [label.text] : []));
          for (const texts of [said, named])
            for (const [i, text] of texts.slice(1).entries()) expect(text).not.toBe(texts[i]);
        }),
        parameters,
      );
    },
    PATIENCE,
  );

  it(
    "names each unit of the slow tier of which enough is in view.",
    () => {
      fc.assert(
        fc.property(viewsAbout(anywhere), (view) => {
          const axis = place(view, lie);
          const { dates } = settingOf(view.name);
          const step = slowerStep(axis.step, axis.isBrief);
          // The eras that brief years leave out are no units of time.
          fc.pre(step !== undefined);
          const [from, to] = view.domain;
          for (const { instant, label } of axis.ticks.filter(({ isSlow }) => isSlow)) {
            const text = dates.slow(instant, step.unit, axis.isBrief);
            const next = nextOf(step, instant, dates.steps);
            const seen = ((Math.min(next, to) - Math.max(instant, from)) / (to - from)) * view.length;
            const extent = lie === "across" ? TYPE.meta.line : measurer.width(text, TYPE.meta);
            const isRepeated = dates.slow(next, step.unit, axis.isBrief) === text;
            if (seen >= extent + FADE + ROUNDING && !isRepeated) expect(label?.text).toBe(text);
            if (seen < extent) expect(label).toBeUndefined();
          }
        }),
        parameters,
      );
    },
    PATIENCE,
  );

  it(
    "keeps its step and its labels while one pans, also where years get more digits.",
    () => {
      fc.assert(
        fc.property(viewsAbout(historic), between(-3, 3), (view, share) => {
          const shift = (view.domain[1] - view.domain[0]) * share;
          fc.pre(view.domain.every((instant) => Math.abs(instant + shift) < 7000 * YEAR));
          const panned = { ...view, domain: [view.domain[0] + shift, view.domain[1] + shift] as const };
          const [before, after] = [place(view, lie), place(panned, lie)];
          expect(after.step).toBe(before.step);
          const { length } = view;
          const inner = (axis: AxisBoxes): Map<Instant, string | undefined> =>
            new Map(
              axis.ticks
                .filter(({ isSlow, along }) => !isSlow && along > 150 && along < length - 150)
                .map(({ instant, label }) => [instant, label?.text]),
            );
          const known = inner(before);
          for (const [instant, text] of inner(after)) if (known.has(instant)) expect(known.get(instant)).toBe(text);
        }),
        parameters,
      );
    },
    PATIENCE,
  );
});

describe("The fast tier", () => {
  /** Below this, views can be shorter than three ticks of the finest step. */
  const FINEST = 5;
  const isTold = ({ domain: [from, to] }: AnyView): boolean => to - from > FINEST;

  it(
    "has no more than thirteen labels.",
    () => {
      fc.assert(
        fc.property(viewsAbout(anywhere), (view) => {
          expect(fastLabels(place(view)).length).toBeLessThanOrEqual(13);
          expect(fastLabels(place(view, "across")).length).toBeLessThanOrEqual(13);
        }),
        many,
      );
    },
    PATIENCE,
  );

  it(
    "has at least three where lines lie across, on any plot.",
    () => {
      fc.assert(
        fc.property(viewsAbout(historic), (view) => {
          fc.pre(isTold(view) && view.domain.every((instant) => Math.abs(instant) < 7000 * YEAR));
          expect(fastLabels(place(view, "across")).length).toBeGreaterThanOrEqual(3);
        }),
        some,
      );
    },
    PATIENCE,
  );
});

describe("Every calendar, in Arabic, English, Persian and Hebrew,", () => {
  const axisIn = memoized((key: string): AxisSetting => {
    const [locale, calendar] = key.split(" ") as [string, Calendar];
    return {
      measurer,
      dates: createDateFormat({ locale, calendar, ...(locale === "ar-SY" && { monthNames: "dual" }) }),
    };
  });
  const setting = fc
    .tuple(fc.constantFrom("ar-SY", "en", "fa", "he"), fc.constantFrom(...CALENDARS))
    .map((names) => names.join(" "));
  const alongOf = ({ ticks: boxes }: AxisBoxes, isSlow: boolean): number[] =>
    boxes
      .filter((box) => box.isSlow === isSlow)
      .map(({ along }) => along)
      .sort((a, b) => a - b);

  it(
    "keeps ticks and labels of a tier eight pixels apart and has no more than thirteen labels, from a millisecond to ten billion years.",
    () => {
      fc.assert(
        fc.property(setting, viewsAbout(anywhere), (key, { domain, length }) => {
          const axis = placeAxis(domain, length, axisIn(key));
          expect(fastLabels(axis).length).toBeLessThanOrEqual(13);
          for (const row of ["fast", "slow"] as const) {
            const [labels, ticks] = [rowOf(row, axis, "along"), alongOf(axis, row === "slow")];
            labels.slice(1).forEach(({ from }, i) => {
              expect(from - labels[i]!.to).toBeGreaterThanOrEqual(AIR - ROUNDING);
            });
            ticks.slice(1).forEach((along, i) => {
              expect(along - ticks[i]!).toBeGreaterThanOrEqual(AIR - ROUNDING);
            });
          }
        }),
        many,
      );
    },
    PATIENCE,
  );

  it.each([
    ["years of four digits", 320, historic, 0],
    // Here instants are no longer told apart to the millisecond.
    ["deep time", 640, between(-13.8e9, -1e6), 1e-6],
  ] as const)(
    "has three labels or more in %s, on any axis from %i pixels on.",
    (_where, least, years, share) => {
      fc.assert(
        fc.property(setting, viewsAbout(years), (key, { domain, length }) => {
          const far = Math.max(...domain.map(Math.abs));
          fc.pre(domain[1] - domain[0] > Math.max(5, far * share) && (share > 0 || far < 7000 * YEAR));
          const axis = placeAxis(domain, length + least - 320, axisIn(key));
          const said = axis.ticks.flatMap(({ label }) => (label ? [label.text] : []));
          if (said.length < 3) expect.fail(`${key} says only ${said.join(" and ")} on ${length} pixels`);
        }),
        many,
      );
    },
    PATIENCE,
  );
});

/** What each step takes, from all labels of some years of four digits. */
function factsOf(name: Name, isBrief: boolean): readonly StepFacts[] {
  const { dates } = settingOf(name);
  const from = Date.UTC(1888, 0, 1) + 20 * 3_600_000;
  const inRow = (step: Step, count: number): Instant[] =>
    ticks(step, [from, Math.min(from + step.duration * count, Date.UTC(9000, 0, 1))], dates.steps);
  const widest = (texts: readonly string[], role: "tick" | "meta"): number =>
    Math.max(...texts.map((text) => measurer.width(text, TYPE[role])));
  const mean = (texts: readonly string[]): number => {
    const names = [...new Set(texts)];
    return names.reduce((sum, name) => sum + measurer.width(name, TYPE.tick), 0) / names.length;
  };
  return STEPS.filter(({ unit, count }) => !(unit === "year" && count > 1000)).map((step): StepFacts => {
    const slow = slowerStep(step, isBrief);
    const slowTicks = slow ? inRow(slow, slow.unit === "day" ? 700 : 200) : [];
    const names = inRow(step, 60).map((instant) => dates.tick(instant, step.unit, isBrief).text);
    return {
      step,
      shortest: shortestGap(inRow(step, 60)),
      width: isBrief && step.unit === "month" ? mean(names) : widest(names, "tick"),
      slow: slow && {
        shortest: shortestGap(slowTicks),
        width: widest(
          slowTicks.map((instant) => dates.slow(instant, slow.unit, isBrief)),
          "meta",
        ),
      },
    };
  });
}

describe("The step", () => {
  /** In other calendars than the Gregorian the shortest months are only known to a few percent. */
  it.each<[name: Name, slack: number]>([
    ["english", 0],
    ["Arabic, both names of months", 0],
    ["Arabic digits", 0],
    ["persian", 1],
    ["hebrew", 1],
    ["Umm al-Qura", 1],
  ])(
    "in %s is the finest that a slow search finds to keep to the rules, or %i coarser.",
    (name, slack) => {
      const [whole, brief] = [factsOf(name, false), factsOf(name, true)];
      fc.assert(
        fc.property(viewsAbout(nearNow, fc.constant(name)), (view) => {
          fc.pre(view.domain[1] - view.domain[0] < 3000 * YEAR);
          const pxPerMs = Number((view.length / (view.domain[1] - view.domain[0])).toPrecision(9));
          const { step: chosen, isBrief } = place(view);
          const facts = isBrief ? brief : whole;
          const found = facts.findIndex(({ step }) => step === chosen);
          const finest = finestStep(facts, pxPerMs, view.length, 10);
          expect(found).toBeGreaterThanOrEqual(finest);
          expect(found).toBeLessThanOrEqual(finest + slack);
        }),
        some,
      );
    },
    PATIENCE,
  );
});

describe("An axis at the limits", () => {
  it.each<[string, Domain]>([
    ["is empty", [0, 0]],
    ["runs backwards", [1e12, 0]],
    ["is no number", [NaN, NaN]],
    ["has no start", [-Infinity, 0]],
    ["has no end", [0, Infinity]],
    ["is all of time", [-Number.MAX_VALUE, Number.MAX_VALUE]],
    ["is shorter than instants can tell apart", [-4.3e20, -4.3e20 + 65_536]],
  ])("is placed for a domain that %s.", (_, domain) => {
    for (const lie of ["along", "across"] as const)
      for (const { along, label } of placeAxis(domain, 1072, settingOf("english"), lie).ticks) {
        expect(along).not.toBeNaN();
        expect(label?.text ?? "none").not.toMatch(/NaN|Invalid|Infinity/);
      }
  });
});
