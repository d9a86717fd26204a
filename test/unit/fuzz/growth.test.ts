import { describe, expect, it } from "vitest";
import { DOORS } from "./doors.js";
import { SHAPE_NAMES, shaped } from "./shapes.js";

/** Times below this, in milliseconds, are the noise of the machine. */
const NOISE = 2;
/** How long a test may wait for its turn on a busy machine; nothing is measured by it. */
const PATIENCE = 300_000;
const LINEAR = 2.6;
const DOUBLINGS = 3;
const FACTOR = 2 ** DOUBLINGS;
/** So many measurements of each length at least, and at most where they look worse than linear. */
const LEAST_TURNS = 2;
const MOST_TURNS = 12;
const LEAST = 20_000;
const MOST = 1_000_000;

/** The work of the processor in milliseconds, which other programs do not add to as they do to the time on the clock. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * How many times longer a text of twice the length takes, as the mean of several doublings: the quickest of several turns
 * with the longest over the quickest with the shortest, for what the engine does besides only ever adds. No text comes
 * twice, so that nothing is remembered.
 */
function growth(
  work: (text: string) => void,
  make: (length: number) => string,
  [least, most, turns]: readonly [least: number, most: number, turns: number] = [LEAST, MOST, MOST_TURNS],
): number {
  let number = 0;
  const spent = (length: number): number => {
    const text = make(length - number++);
    return timeOf(() => {
      work(text);
    });
  };
  let length = least;
  let short = Math.min(spent(length), spent(length));
  while (short < NOISE && length * FACTOR * 2 <= most) {
    length *= 2;
    short = Math.min(spent(length), spent(length));
  }
  let long = spent(length * FACTOR);
  const mean = (): number => (long / Math.max(short, NOISE)) ** (1 / DOUBLINGS);
  for (let turn = 1; turn < turns && (turn < LEAST_TURNS || mean() >= LINEAR); turn++) {
    short = Math.min(short, spent(length));
    long = Math.min(long, spent(length * FACTOR));
  }
  return mean();
}

describe("The time it takes grows no faster than the text", () => {
  it.each(Object.keys(DOORS))("in %s", { timeout: PATIENCE, retry: 3 }, (name) => {
    for (const shape of SHAPE_NAMES)
      expect(
        growth(DOORS[name]!, (length) => shaped(shape, length)),
        shape,
      ).toBeLessThan(LINEAR);
  });

  it("and an expression that looks again from each place would be found", { timeout: PATIENCE, retry: 3 }, () => {
    const search = (text: string): void => void /\d+E/.exec(text);
    expect(growth(search, (length) => "9".repeat(length), [2_000, 32_000, 2])).toBeGreaterThan(LINEAR);
  });
});

describe("What is read of a phrase", () => {
  it.each(SHAPE_NAMES)(
    "takes no longer for a thousand times the text: %s",
    { timeout: PATIENCE, retry: 3 },
    (shape) => {
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
    },
  );
});
