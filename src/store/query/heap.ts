/** A block of events: of one event at level 0, of 16 at level 1, and so on. */
export interface Block {
  readonly level: number;
  /** Its number among those of its level; the place of the event at level 0. */
  readonly at: number;
  /** Events in it that end no later than this are not meant. */
  readonly least: number;
}

/** Blocks, of which the one with the greatest rank comes out first. */
export interface Heap {
  readonly push: (rank: number, level: number, at: number, least: number) => void;
  /** Takes the first one out; there must be one. */
  readonly pop: () => Block;
  readonly size: () => number;
}

/** An empty heap: each block is greater than the two below it (Williams 1964). */
export function createHeap(): Heap {
  const ranks: number[] = [];
  const blocks: Block[] = [];

  const put = (at: number, rank: number, block: Block): void => {
    ranks[at] = rank;
    blocks[at] = block;
  };
  const rise = (from: number, rank: number, block: Block): void => {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if (ranks[above]! >= rank) break;
      put(at, ranks[above]!, blocks[above]!);
      at = above;
    }
    put(at, rank, block);
  };
  const sink = (rank: number, block: Block): void => {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < ranks.length && ranks[below + 1]! > ranks[below]!) below++;
      if (below >= ranks.length || ranks[below]! <= rank) break;
      put(at, ranks[below]!, blocks[below]!);
      at = below;
    }
    put(at, rank, block);
  };
  return {
    push: (rank, level, at, least) => {
      rise(ranks.length, rank, { level, at, least });
    },
    pop: () => {
      const first = blocks[0]!;
      const [rank, block] = [ranks.pop()!, blocks.pop()!];
      if (ranks.length > 0) sink(rank, block);
      return first;
    },
    size: () => ranks.length,
  };
}
