/** Some of a number of places, in their order; each knows its neighbours, or -1. */
export interface Line {
  readonly next: Int32Array;
  readonly previous: Int32Array;
  add(place: number): void;
  /** The same for one that stands before all others. */
  addFirst(place: number): void;
  remove(place: number): void;
  clear(): void;
}

/** Places to a word: those below are one bit in the word above. */
const WORD = 5;
const LAST = (1 << WORD) - 1;

/** Makes an empty line of so many places. Whatever is in it, to add one costs a logarithm of their number. */
export function createLine(count: number): Line {
  // The last cell stands before the first place and after the last one.
  const next = new Int32Array(count + 1);
  const previous = new Int32Array(count + 1);
  const tiers: Uint32Array[] = [];
  for (let length = count; tiers.length === 0 || length > 1; length = (length + LAST) >>> WORD)
    tiers.push(new Uint32Array((length + LAST) >>> WORD));

  const lastBefore = (place: number): number => {
    let at = place;
    for (let tier = 0; tier < tiers.length; tier++, at >>>= WORD) {
      const below = tiers[tier]![at >>> WORD]! & ((1 << (at & LAST)) - 1);
      if (below === 0) continue;
      at = (at & ~LAST) | (LAST - Math.clz32(below));
      while (tier > 0) at = (at << WORD) | (LAST - Math.clz32(tiers[--tier]![at]!));
      return at;
    }
    return -1;
  };
  const join = (left: number, right: number): void => {
    next[left < 0 ? count : left] = right;
    previous[right < 0 ? count : right] = left;
  };
  const insert = (place: number, left: number): void => {
    join(place, next[left < 0 ? count : left]!);
    join(left, place);
    let at = place;
    for (const words of tiers) {
      const word = at >>> WORD;
      const before = words[word]!;
      words[word] = before | (1 << (at & LAST));
      if (before !== 0) return;
      at = word;
    }
  };

  return {
    next,
    previous,
    add(place) {
      insert(place, lastBefore(place));
    },
    addFirst(place) {
      insert(place, -1);
    },
    remove(place) {
      join(previous[place]!, next[place]!);
      let at = place;
      for (const words of tiers) {
        const word = at >>> WORD;
        words[word] = words[word]! & ~(1 << (at & LAST));
        if (words[word] !== 0) return;
        at = word;
      }
    },
    clear() {
      for (const words of tiers) words.fill(0);
      next[count] = previous[count] = -1;
    },
  };
}
