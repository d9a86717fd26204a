/** Flags at one scale, all in one form, in order of their poles. */
export interface FlagsInput {
  readonly poles: readonly number[];
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly importance: readonly number[];
  readonly capacity: number;
  readonly gapAlong: number;
  readonly gapAcross: number;
}

/** The lower end of each flag of a set, by the rule itself: above all later flags of the set whose poles it reaches. */
export function slowBottoms(input: FlagsInput, set: readonly number[]): ReadonlyMap<number, number> {
  const { poles, widths, heights, gapAlong, gapAcross } = input;
  const bottoms = new Map<number, number>();
  for (const i of [...set].sort((a, b) => b - a)) {
    const below = [...bottoms].filter(([j]) => poles[j]! <= poles[i]! + widths[i]! + gapAlong);
    bottoms.set(i, Math.max(0, ...below.map(([j, bottom]) => bottom + heights[j]! + gapAcross)));
  }
  return bottoms;
}

/** Whether the flags of a set all hang below the top. */
export function fits(input: FlagsInput, set: readonly number[]): boolean {
  return [...slowBottoms(input, set)].every(([i, bottom]) => bottom + input.heights[i]! <= input.capacity);
}

/** The flags that are shown when the heights are worked out anew for each one that is tried, by importance, then size. */
export function slowShown(input: FlagsInput): readonly number[] {
  const { poles, widths, heights, importance } = input;
  const sizes = Array.from(poles, (_, i) => widths[i]! * heights[i]!);
  const wanted = [...sizes.keys()].filter((i) => importance[i]! > 0);
  wanted.sort((a, b) => importance[b]! - importance[a]! || sizes[a]! - sizes[b]! || a - b);
  const shown = wanted.reduce<number[]>((set, i) => (fits(input, [...set, i]) ? [...set, i] : set), []);
  return shown.sort((a, b) => a - b);
}

/** The greatest sum of importance that any set of flags can show, found by trying all sets that fit. */
export function bestImportance({ poles, widths, heights, importance, capacity, ...gaps }: FlagsInput): number {
  type Hung = readonly { readonly pole: number; readonly top: number }[];
  const best = (i: number, later: Hung): number => {
    if (i < 0) return 0;
    const reach = poles[i]! + widths[i]! + gaps.gapAlong;
    const below = later.filter(({ pole }) => pole <= reach).map(({ top }) => top + gaps.gapAcross);
    const top = Math.max(0, ...below) + heights[i]!;
    const without = best(i - 1, later);
    if (top > capacity || !(importance[i]! > 0)) return without;
    return Math.max(without, importance[i]! + best(i - 1, [...later, { pole: poles[i]!, top }]));
  };
  return best(poles.length - 1, []);
}
