import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clamp } from "../../../src/base/math.js";
import { placeFlags, type FlagsInput, type FlagsPlacement } from "../../../src/layout/flags.js";
import { bestImportance, slowBottoms, slowShown } from "../../oracle/flags.js";

const parameters = { seed: 20200709, numRuns: 500 };

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

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

function flagsOf({ poles, widths, heights }: FlagsInput, { shown, bottoms }: FlagsPlacement): Rectangle[] {
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

function totalImportance({ importance }: FlagsInput, { shown }: FlagsPlacement): number {
  return shown.reduce((sum, i) => sum + importance[i]!, 0);
}

describe("placeFlags", () => {
  it("hangs flags exactly where the slow version does, and shows the same ones.", () => {
    fc.assert(
      fc.property(any, (input) => {
        const { shown, bottoms } = placeFlags(input);
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
        const flags = flagsOf(input, placeFlags(input));
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
        for (const { bottom, top } of flagsOf(input, placeFlags(input))) {
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
        const { shown, bottoms, hiddenBy } = placeFlags(input);
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

  it.each([
    ["one to twelve events", 1, 0.985, 0.93],
    ["crowds of twelve", 12, 0.96, 0.8],
  ])(
    "shows nearly as much as the best choice, though never a flag in place of a more important one: %s.",
    (_what, fewest, leastMean, leastOfNearlyAll) => {
      const shares = fc
        .sample(likely(fewest, 12), { ...parameters, numRuns: 1000 })
        .map((input) => totalImportance(input, placeFlags(input)) / bestImportance(input))
        .sort((a, b) => a - b);
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      expect(mean).toBeGreaterThanOrEqual(leastMean);
      expect(shares[shares.length / 20]).toBeGreaterThanOrEqual(leastOfNearlyAll);
    },
  );

  it("never hides a flag for a less important one, nor, among equals, for a larger one.", () => {
    fc.assert(
      fc.property(any, (input) => {
        const { hiddenBy } = placeFlags(input);
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
        const { shown: before } = placeFlags(input);
        const { shown: after } = placeFlags({ ...input, capacity: input.capacity + more });
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
        expect(placeFlags(input)).toEqual(placeFlags(frozen));
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
        expect(flagsOf(withGiant, placeFlags(withGiant))).toEqual(flagsOf(without, placeFlags(without)));
      }),
      parameters,
    );
  });
});
