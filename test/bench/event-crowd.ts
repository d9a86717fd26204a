import type { ReadEvents } from "../../src/store/build/loose-events.js";
import { rankOf } from "../../src/store/rank.js";

const FROM = Date.UTC(2015, 0, 1);
const SPAN = 3_652 * 86_400_000;
const LANES = 32;
const KINDS = 17;
const CLUSTERS = 200;

/** Numbers from 0 to below 1, the same on each run. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Many events of ten years: half of them in clusters, a fifth without length, lanes and importance as uneven as in news. */
export function crowdOf(count: number, isSorted: boolean): ReadEvents {
  const random = createRandom(20200709);
  const clusters = Array.from({ length: CLUSTERS }, () => ({ at: random(), width: 0.0001 + random() ** 4 * 0.01 }));
  const start = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const cluster = clusters[Math.floor(random() ** 2 * CLUSTERS)]!;
    const at = random() < 0.5 ? random() : cluster.at + cluster.width * (random() + random() - 1);
    start[i] = Math.floor(FROM + Math.min(0.999999, Math.max(0, at)) * SPAN);
  }
  if (isSorted) start.sort();
  const end = start.map((at) => (random() < 0.2 ? at : at + Math.floor(1_000 / (0.000003 + random()))));
  const rank = Float64Array.from({ length: count }, (_, row) => rankOf(random() ** 8, row));
  const lane = Uint32Array.from({ length: count }, () => Math.floor(random() ** 2 * LANES));
  const kind = Uint16Array.from({ length: count }, () => Math.floor(random() ** 2 * KINDS));
  const names = (of: string, many: number): string[] => Array.from({ length: many }, (_, i) => `${of} ${i}`);
  return { count, start, end, rank, lane, kind, lanes: names("lane", LANES), kinds: names("kind", KINDS), issues: [] };
}
