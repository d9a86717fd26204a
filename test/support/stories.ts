import type { EventBase } from "../../src/model/input.js";

const DAY = 86_400_000;
const START = Date.UTC(2011, 0, 1);
const DAYS = 3652;
const WORDS = ["قمة", "أستانا", "اتفاقية", "Damascus", "وفد", "لقاء", "2020", "هدنة", "Geneva", "قرار", "talks", "on"];
const IMPORTANCE = [0, 0.3, 0.5, 0.5, 0.5, 0.5, 0.8, 1];

/** Numbers from 0 up to 1, the same for a seed in each run (Knuth's 64-bit numbers cut to 32: "Numerical Recipes", 1992). */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/**
 * So many events of ten years, the same for a seed in each run: a few long stories and many short ones, each of which
 * starts suddenly and dies away; some on the same day, some that last, with titles in both scripts.
 */
export function stories(count: number, seed = 20_200_709): readonly EventBase[] {
  const next = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const dateAt = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, i) => {
    const story = Math.floor(40 * next() ** 3);
    const day = Math.min(DAYS, Math.floor(DAYS * (story / 40 - Math.log(1 - next()) * 0.02)));
    const date = next() < 0.15 ? `${dateAt(day)}/${dateAt(day + Math.floor(next() ** 4 * 400))}` : dateAt(day);
    const title = Array.from({ length: 2 + Math.floor(next() * 7) }, () => pick(WORDS)).join(" ");
    const summary = next() < 0.3 ? { summary: `${title}: ${title}` } : {};
    return {
      id: `e${i}`,
      kind: "event",
      date,
      title,
      lane: `story-${story % 5}`,
      importance: pick(IMPORTANCE),
      ...summary,
    };
  });
}
