import { describe, expect, it } from "vitest";
import { DOORS } from "./doors.js";
import { SHAPE_NAMES, shaped } from "./shapes.js";

/** Times below this, in milliseconds, are the noise of the machine. */
const NOISE = 2;
const LINEAR = 2.6;
/** So many measurements of each length at least, and at most where they look worse than linear. */
const LEAST_TURNS = 2;
const MOST_TURNS = 12;
const LEAST = 50_000;
const MOST = 1_000_000;

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * How many times longer a text of twice the length takes: the quickest of several turns with the one over the quickest
 * with the other, taken in turn, for what the machine does meanwhile only ever adds. 0 where even the longest takes no time.
 */
function growth(work: (text: string) => void, make: (length: number) => string, least: number, most: number): number {
  for (let length = least; 2 * length <= most; length *= 2) {
    const [short, long] = [make(length), make(2 * length)];
    const spent = (text: string): number =>
      timeOf(() => {
        work(text);
      });
    let quickest = Math.min(spent(short), spent(short));
    if (quickest < NOISE) continue;
    let twice = spent(long);
    for (let turn = 1; turn < MOST_TURNS && (turn < LEAST_TURNS || twice / quickest >= LINEAR); turn++) {
      quickest = Math.min(quickest, spent(short));
      twice = Math.min(twice, spent(long));
    }
    return twice / quickest;
  }
  return 0;
}

describe("The time it takes grows no faster than the text", () => {
  it.each(Object.keys(DOORS))("in %s", { timeout: 30_000, retry: 3 }, (name) => {
    for (const shape of SHAPE_NAMES)
      expect(
        growth(DOORS[name]!, (length) => shaped(shape, length), LEAST, MOST),
        shape,
      ).toBeLessThan(LINEAR);
  });

  it("and an expression that looks again from each place would be found", { retry: 3 }, () => {
    const search = (text: string): void => void /\d+E/.exec(text);
    expect(growth(search, (length) => "9".repeat(length), 8_000, 64_000)).toBeGreaterThan(LINEAR);
  });
});

describe("What is read of a phrase", () => {
  it.each(SHAPE_NAMES)("takes no longer for a thousand times the text: %s", { retry: 3 }, (shape) => {
    const read = DOORS["parseDateText"]!;
    const spent = (text: string): number =>
      Math.min(
        ...Array.from({ length: 5 }, () =>
          timeOf(() => {
            read(text);
          }),
        ),
      );
    const [longest, longer] = [shaped(shape, 300), shaped(shape, 300_000)];
    read(longest);
    expect(spent(longer)).toBeLessThan(NOISE + LINEAR * spent(longest));
  });
});
