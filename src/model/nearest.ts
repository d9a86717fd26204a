import { times } from "../base/times.js";

/** Names longer than this are not compared: nobody meant one of ours. */
const LONGEST = 40;

/**
 * The name that was probably meant, or `undefined` where none is near: at most a third of its letters differ.
 *
 * @param word - What was written.
 * @param names - What could have been meant.
 */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (const name of names) {
    if (Math.abs(word.length - name.length) * 3 > Math.max(name.length, 3)) continue;
    const distance = editDistance(word.toLowerCase(), name.toLowerCase());
    if (distance < least && distance * 3 <= Math.max(name.length, 3)) [best, least] = [name, distance];
  }
  return best;
}

/** Letters to insert, delete or replace (Levenshtein 1966; row by row as in Wagner and Fischer 1974). */
function editDistance(a: string, b: string): number {
  let row = times(b.length + 1, (j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
