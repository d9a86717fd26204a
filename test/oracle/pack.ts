import type { PackItem } from "../../src/layout/pack.js";

/** An item in a row, with how much of it is shown. */
export interface Packed {
  readonly row: number;
  /** The end of what is shown of it. */
  readonly reach: number;
}

/** By the rules themselves, each tried against all others: what is shown of each item, and in which row; or nothing of it. */
export function slowPack(items: readonly PackItem[], most: number): readonly (Packed | undefined)[] {
  const reaches = new Map<number, number>();
  const depthAt = (at: number): number =>
    [...reaches].filter(([i, reach]) => items[i]!.from <= at && at < reach).length;
  const hasRoom = (from: number, to: number): boolean =>
    [from, ...[...reaches.keys()].map((i) => items[i]!.from)]
      .filter((at) => at >= from && at < to)
      .every((at) => depthAt(at) < most);
  const byImportance = [...items.keys()].sort((a, b) => items[b]!.importance - items[a]!.importance || a - b);
  for (const i of byImportance) {
    const { from, to, end } = items[i]!;
    const reach = [end, to].find((at) => hasRoom(from, at));
    if (reach !== undefined) reaches.set(i, reach);
  }
  const rows = new Map<number, number>();
  const byStart = [...reaches].sort(([a, one], [b, other]) => items[a]!.from - items[b]!.from || other - one || a - b);
  for (const [i, reach] of byStart) {
    const meets = (row: number): boolean =>
      [...rows].some(([j, other]) => other === row && items[j]!.from < reach && reaches.get(j)! > items[i]!.from);
    let row = 0;
    while (meets(row)) row++;
    rows.set(i, row);
  }
  return items.map((_, i) => (rows.has(i) ? { row: rows.get(i)!, reach: reaches.get(i)! } : undefined));
}
