import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clamp } from "../../../src/base/math.js";
import { hangFlags, type HungFlags } from "../../../src/layout/flags.js";
import { rangeFlags, type FlagRanges } from "../../../src/layout/ranges.js";
import { rankFlags } from "../../../src/layout/ranking.js";
import type { FlagCrowd } from "../../../src/layout/staircase.js";
import type { ZoomSpan } from "../../../src/layout/zoom-levels.js";
import { bestImportance, fits, slowBottoms, slowShown, type FlagsInput } from "../../oracle/flags.js";
import { runs } from "../../support/full.js";

const parameters = { seed: 20200709, numRuns: runs(300, 5_000) };

interface Flag {
  readonly pole: number;
  readonly width: number;
  readonly height: number;
  readonly importance: number;
}

function inputOf(flags: readonly Flag[], capacity: number): FlagsInput {
  const sorted = [...flags].sort((a, b) => a.pole - b.pole);
  return {
    poles: sorted.map(({ pole }) => pole),
    widths: sorted.map(({ width }) => width),
    heights: sorted.map(({ height }) => height),
    importance: sorted.map(({ importance }) => importance),
    capacity,
    gapAlong: 12,
    gapAcross: 20,
  };
}

/** Timelines as they are: labels of two to four lines, on a plot whose height goes with its width. */
const likely = (minLength: number, maxLength: number): fc.Arbitrary<FlagsInput> =>
  fc.noBias(
    fc
      .record({ length: fc.integer({ min: minLength, max: maxLength }), plot: fc.integer({ min: 600, max: 1600 }) })
      .chain(({ length, plot }) => {
        const flag = fc.record({
          pole: fc.integer({ min: 0, max: plot }),
          width: fc.integer({ min: 80, max: 10 + clamp(Math.round(plot * 0.36), 200, 300) }),
          height: fc.constantFrom(44, 64, 68, 88),
          importance: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
        });
        return fc
          .array(flag, { minLength: length, maxLength: length })
          .map((flags) => inputOf(flags, clamp(plot * 0.4, 172, 424)));
      }),
  );

/** Crowds with poles in one place, flags without width, flags higher than the plot, and events that want no flag. */
const hostile: fc.Arbitrary<FlagsInput> = fc
  .tuple(
    fc.array(
      fc.record({
        pole: fc.oneof(
          fc.integer({ min: 0, max: 12 }).map((n) => n * 40),
          fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        ),
        width: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 400, noNaN: true })),
        height: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 }), fc.constant(1e9)),
        importance: fc.constantFrom(-1, 0, 0.25, 0.5, 0.5, 0.75, 1),
      }),
      { maxLength: 60, size: "max" },
    ),
    fc.constantFrom(0, 50, 172, 424),
  )
  .map(([flags, capacity]) => inputOf(flags, capacity));

const any = fc.oneof(likely(1, 60), hostile);

function crowdOf({ poles, widths, heights, gapAcross: gap, ...crowd }: FlagsInput): FlagCrowd {
  return { ...crowd, anchors: poles, forms: [{ widths, heights, gap }] };
}

/** By importance, then size, as the oracle does. */
function plainRank({ importance, widths, heights }: FlagsInput): number[] {
  return [...importance.keys()]
    .filter((i) => importance[i]! > 0)
    .sort((a, b) => importance[b]! - importance[a]! || widths[a]! * heights[a]! - widths[b]! * heights[b]! || a - b);
}

/** The choice at the one scale at which a pixel is a millisecond. */
function choose(input: FlagsInput): HungFlags & Pick<FlagRanges, "hiddenBy"> {
  const [crowd, rank] = [crowdOf(input), plainRank(input)];
  const ranges = rangeFlags(crowd, rank, 1, { out: 0, in: 0 });
  return { ...hangFlags(crowd, rank, ranges, 1), hiddenBy: ranges.hiddenBy };
}

/** The same flags at another scale. */
function zoomed(input: FlagsInput, scale: number): FlagsInput {
  return { ...input, poles: input.poles.map((pole) => pole * scale) };
}

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

function flagsOf(
  { poles, widths, heights }: FlagsInput,
  { shown, bottoms }: Pick<HungFlags, "shown" | "bottoms">,
): Rectangle[] {
  return shown.map((i) => ({
    left: poles[i]!,
    right: poles[i]! + widths[i]!,
    bottom: bottoms[i]!,
    top: bottoms[i]! + heights[i]!,
  }));
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - b[i]!).find((difference) => difference !== 0) ?? 0;
}

describe("The choice of flags at a scale", () => {
  it("hangs flags exactly where the slow version does, and shows the same ones.", () => {
    fc.assert(
      fc.property(any, (input) => {
        const { shown, bottoms } = choose(input);
        expect(shown).toEqual(slowShown(input));
        const slow = slowBottoms(input, shown);
        expect(Array.from(bottoms)).toEqual(Array.from(bottoms, (_, i) => slow.get(i) ?? NaN));
      }),
      parameters,
    );
  });

  it("lets no two flags come nearer than the gap, and no pole cross a flag.", () => {
    fc.assert(
      fc.property(any, (input) => {
        const flags = flagsOf(input, choose(input));
        flags.forEach((a, i) => {
          for (const b of flags.slice(i + 1)) {
            const isApart = b.left > a.right + input.gapAlong;
            expect(isApart || a.bottom >= b.top + input.gapAcross).toBe(true);
          }
        });
      }),
      parameters,
    );
  });

  it("keeps the flags between the floor and the top.", () => {
    fc.assert(
      fc.property(any, (input) => {
        for (const { bottom, top } of flagsOf(input, choose(input))) {
          expect(bottom).toBeGreaterThanOrEqual(0);
          expect(top).toBeLessThanOrEqual(input.capacity);
        }
      }),
      parameters,
    );
  });

  it("shows, hides or skips each event, and names a shown event that took the place of a hidden one.", () => {
    fc.assert(
      fc.property(any, (input) => {
        const { shown, bottoms, hiddenBy } = choose(input);
        bottoms.forEach((bottom, i) => {
          expect(shown.includes(i)).toBe(!Number.isNaN(bottom));
          if (hiddenBy[i] !== -1) {
            expect([shown.includes(i), shown.includes(hiddenBy[i]!)]).toEqual([false, true]);
            expect(input.importance[hiddenBy[i]!]).toBeGreaterThanOrEqual(input.importance[i]!);
          } else if (Number.isNaN(bottom) && input.importance[i]! > 0)
            expect(input.heights[i]).toBeGreaterThan(input.capacity);
        });
      }),
      parameters,
    );
  });

  it("never hides a flag for a less important one, nor, among equals, for a larger one.", () => {
    fc.assert(
      fc.property(any, (input) => {
        const { hiddenBy } = choose(input);
        const rank = (i: number): number[] => [-input.importance[i]!, input.widths[i]! * input.heights[i]!, i];
        hiddenBy.forEach((by, i) => {
          if (by !== -1) expect(compare(rank(by), rank(i))).toBeLessThan(0);
        });
      }),
      parameters,
    );
  });

  it("gives more room to the most important flag that it can be of use to.", () => {
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 200, noNaN: true }), (input, more) => {
        const { shown: before } = choose(input);
        const { shown: after } = choose({ ...input, capacity: input.capacity + more });
        const lost = Math.max(0, ...before.filter((i) => !after.includes(i)).map((i) => input.importance[i]!));
        const won = Math.max(0, ...after.filter((i) => !before.includes(i)).map((i) => input.importance[i]!));
        expect(won).toBeGreaterThanOrEqual(lost);
      }),
      parameters,
    );
  });

  it("gives the same places again, and leaves its input alone.", () => {
    fc.assert(
      fc.property(any, (input) => {
        const frozen = structuredClone(input);
        expect(choose(input)).toEqual(choose(frozen));
        expect(input).toEqual(frozen);
      }),
      parameters,
    );
  });

  it("lets a flag that never fits block nobody.", () => {
    fc.assert(
      fc.property(likely(1, 20), fc.nat({ max: 1000 }), (input, pole) => {
        const flags = Array.from(input.poles, (_, i) => ({
          pole: input.poles[i]!,
          width: input.widths[i]!,
          height: input.heights[i]!,
          importance: input.importance[i]!,
        }));
        const giant = { pole, width: 300, height: input.capacity + 1, importance: 1 };
        const withGiant = inputOf([...flags, giant], input.capacity);
        const without = inputOf(flags, input.capacity);
        expect(flagsOf(withGiant, choose(withGiant))).toEqual(flagsOf(without, choose(without)));
      }),
      parameters,
    );
  });
});

/** Scales from home inwards: ten, three to a doubling. */
const SCALES = Array.from({ length: 10 }, (_, step) => 2 ** (step / 3));
const FAR: ZoomSpan = { out: 3, in: 8 };

function activeAt(ranges: FlagRanges, form: number, scale: number): number[] {
  const level = ranges.levelOf(scale);
  return [...ranges.from[form]!.keys()].filter((place) => ranges.from[form]![place]! <= level);
}

describe("rangeFlags", () => {
  it("adds flags and lines while zooming in and takes none away, and what it shows fits at every scale.", () => {
    const anyScale = fc.double({ min: -3, max: 8, noNaN: true }).map((doublings) => 2 ** doublings);
    fc.assert(
      fc.property(any, anyScale, fc.double({ min: 1, max: 4, noNaN: true }), (input, scale, factor) => {
        const crowd = crowdOf(input);
        const small = input.heights.map((height) => height / 2);
        const both = {
          ...crowd,
          forms: [{ widths: input.widths, heights: small, gap: input.gapAcross }, ...crowd.forms],
        };
        const rank = plainRank(input);
        const ranges = rangeFlags(both, rank, 1, FAR);
        for (const form of [0, 1])
          expect(activeAt(ranges, form, scale * factor)).toEqual(expect.arrayContaining(activeAt(ranges, form, scale)));
        const { shown, forms, bottoms } = hangFlags(both, rank, ranges, scale);
        expect(shown).toEqual(activeAt(ranges, 0, scale));
        const heights = Array.from(input.heights, (height, place) => (forms[place] === 1 ? height : height / 2));
        const drawn = { ...zoomed(input, scale), heights };
        expect(fits(drawn, shown)).toBe(true);
        const slow = slowBottoms(drawn, shown);
        expect(Array.from(bottoms)).toEqual(Array.from(bottoms, (_, i) => slow.get(i) ?? NaN));
      }),
      parameters,
    );
  });

  it("chooses at home what is chosen level by level from the innermost one, by the slow version.", () => {
    fc.assert(
      fc.property(likely(2, 24), (input) => {
        const ranges = rangeFlags(crowdOf(input), plainRank(input), 1, { out: 0, in: 4 });
        let left: readonly number[] = plainRank(input).sort((a, b) => a - b);
        for (let level = 4 * 12; level >= 0; level--) {
          const survivors = left;
          const at = zoomed(input, 2 ** (level / 12));
          const importance = at.importance.map((value, i) => (survivors.includes(i) ? value : 0));
          left = slowShown({ ...at, importance });
        }
        expect(activeAt(ranges, 0, 1)).toEqual(left);
      }),
      { ...parameters, numRuns: 20 },
    );
  });

  it("hides a flag for one that is shown, at every scale.", () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...SCALES), (input, scale) => {
        const ranges = rangeFlags(crowdOf(input), plainRank(input), 1, FAR);
        const shown = activeAt(ranges, 0, scale);
        for (const place of plainRank(input)) {
          let by = place;
          while (by >= 0 && !shown.includes(by)) by = ranges.hiddenBy[by]!;
          if (by < 0) expect(input.heights[place]).toBeGreaterThan(input.capacity);
        }
      }),
      parameters,
    );
  });
});

describe("rankFlags", () => {
  it("shows nearly as much as the best choice for each scale alone, in hundreds of crowds of twelve at ten scales.", () => {
    const shares = fc
      .sample(likely(12, 12), { ...parameters, numRuns: runs(300, 3_000) })
      .flatMap((input) => {
        const crowd = crowdOf(input);
        const ranges = rangeFlags(crowd, rankFlags(crowd, 1), 1);
        return SCALES.map((scale) => {
          const sum = activeAt(ranges, 0, scale).reduce((total, place) => total + input.importance[place]!, 0);
          return sum / bestImportance(zoomed(input, scale));
        });
      })
      .sort((a, b) => a - b);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(mean).toBeGreaterThanOrEqual(0.99);
    expect(shares[shares.length / 20]).toBeGreaterThanOrEqual(0.94);
    expect(shares[0]).toBeGreaterThanOrEqual(0.75);
    expect(shares.at(-1)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it("ranks first, among many flags, what fits at home: by importance, among equals the latest first.", () => {
    fc.assert(
      fc.property(likely(25, 60), (input) => {
        const rank = rankFlags(crowdOf(input), 1);
        const byImportance = [...input.poles.keys()].sort(
          (a, b) => input.importance[b]! - input.importance[a]! || b - a,
        );
        const atHome = byImportance.reduce<number[]>((set, i) => (fits(input, [...set, i]) ? [...set, i] : set), []);
        expect(rank.slice(0, atHome.length)).toEqual(atHome);
        expect(rank.toSorted((a, b) => a - b)).toEqual([...input.poles.keys()]);
        const ranges = rangeFlags(crowdOf(input), rank, 1);
        expect(activeAt(ranges, 0, 1)).toEqual(atHome.toSorted((a, b) => a - b));
      }),
      { ...parameters, numRuns: 50 },
    );
  });
});
