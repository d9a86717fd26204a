import { afterEach, describe, expect, it, vi } from "vitest";
import { hangFlags } from "../../../src/layout/flags.js";
import { rangeFlags } from "../../../src/layout/ranges.js";
import { rankFlags } from "../../../src/layout/ranking.js";
import type { FlagCrowd } from "../../../src/layout/staircase.js";
import { slowShown, type FlagsInput } from "../../oracle/flags.js";
import { stories } from "../../support/stories.js";

const DAY = 86_400_000;
/** A logarithm adds this to a doubling at most, from so few flags on: 2 × log₂ 2n / log₂ n is 2.22 at 500. */
const N_LOG_N = 2.25;
const QUADRATIC = 3.5;

const TYPES = ["Float64Array", "Int32Array", "Uint32Array", "Int8Array"] as const;
type Numbers = Float64Array | Int32Array | Uint32Array | Int8Array | number[];

let reads = 0;

/** The same numbers, of which each look at one is counted. */
function counted<List extends Numbers>(list: List): List {
  return new Proxy(list, {
    get(target, name) {
      if (typeof name === "string" && name >= "0" && name < ":") reads++;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === "function" ? (value as (...words: unknown[]) => unknown).bind(target) : value;
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}

/** Counts how often some work looks at a number of its input or of the lists that it makes for itself. */
function workOf(work: () => void): number {
  for (const name of TYPES)
    vi.stubGlobal(
      name,
      new Proxy<object>(globalThis[name], {
        construct: (List, words) => counted(Reflect.construct(List as typeof Float64Array, words) as Float64Array),
      }),
    );
  reads = 0;
  work();
  vi.unstubAllGlobals();
  return reads;
}

/** So many flags of stories in ten years, or all at one instant, or each day one. */
const CROWDS: Readonly<Record<string, (count: number) => readonly number[]>> = {
  "stories that begin suddenly and die away": (count) =>
    stories(count)
      .map(({ date }) => Date.parse((date as string).slice(0, 10)))
      .sort((a, b) => a - b),
  "events of one instant": (count) => new Array<number>(count).fill(0),
  "one event a day": (count) => Array.from({ length: count }, (_, i) => i * DAY),
};

function inputOf(anchors: readonly number[], scale = 1): FlagsInput {
  const widths = anchors.map((_, i) => 60 + ((i * 7919) % 241));
  return {
    poles: counted(anchors.map((anchor) => anchor * scale)),
    widths: counted(widths),
    heights: counted(widths.map((width) => (width > 200 ? 68 : 44))),
    importance: counted(anchors.map((_, i) => 0.1 + ((i * 104_729) % 10) / 10)),
    ...{ capacity: 424, gapAlong: 12, gapAcross: 20 },
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("The work of choosing flags for every zoom", () => {
  it.each(Object.keys(CROWDS))("grows with n log n at most: %s.", (name) => {
    const spent = [500, 1000, 2000].map((count) => {
      const anchors = CROWDS[name]!(count);
      const { poles, widths, heights, gapAcross: gap, ...rest } = inputOf(anchors);
      const taller = counted(heights.map((height) => height + 24));
      const crowd: FlagCrowd = {
        ...rest,
        anchors: poles,
        forms: [heights, taller].map((heights) => ({ widths, heights, gap })),
      };
      const home = 1072 / Math.max(anchors.at(-1)! - anchors[0]!, DAY);
      return workOf(() => {
        const rank = rankFlags(crowd, home);
        hangFlags(crowd, rank, rangeFlags(crowd, rank, home), home);
      });
    });
    const growth = spent.slice(1).map((work, i) => work / spent[i]!);
    expect(Math.max(...growth), `${spent.join(", ")} looks`).toBeLessThan(N_LOG_N);
  });

  it("would be found where each flag were compared with all others, as the slow version does.", () => {
    const spent = [40, 80, 160].map((count) => {
      const anchors = CROWDS["one event a day"]!(count);
      const input = inputOf(anchors, 40 / DAY);
      return workOf(() => slowShown(input));
    });
    for (const [i, work] of spent.slice(1).entries()) expect(work / spent[i]!).toBeGreaterThan(QUADRATIC);
  });
});
