import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arraySource } from "../../../src/source/array-source.js";
import type { EventSource } from "../../../src/source/contract.js";
import { createNumbers, type Key, type Numbers } from "../../../src/feed/numbers.js";
import { rangeOfTile } from "../../../src/feed/tile.js";

const { signal } = new AbortController();

/** The numbers of a source, and how many questions they ask. */
async function numbersOf(
  source: EventSource,
  told = 256,
): Promise<{ readonly numbers: Numbers; readonly questions: () => number }> {
  const { extent } = await source.describe();
  let questions = 0;
  const query: EventSource["query"] = (asked) => {
    questions++;
    return source.query(asked);
  };
  const numbers = createNumbers({
    extent: () => extent,
    query,
    bring: async (name) => {
      const [from, to] = rangeOfTile(name);
      return { ...name, isStale: false, slice: await query({ level: name.level, from, to, limit: told }) };
    },
  });
  return { numbers, questions: () => questions };
}

const keysOf = (starts: readonly number[]): readonly Key[] =>
  starts.map((start, id) => ({ id, start })).sort((a, b) => a.start - b.start || a.id - b.id);

const sourceOf = (starts: readonly number[]): EventSource =>
  arraySource(starts.map((date, i) => ({ date, title: `Report ${i}`, importance: ((i * 37) % 101) / 101 })));

describe("The numbers of the events of a source", () => {
  it("are those of a list in order of time, wherever they lie", async () => {
    const start = fc.oneof(
      fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
      fc.integer({ min: -40, max: 40 }),
      fc.integer({ min: 1e12, max: 1e12 + 5_000 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(start, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 2, max: 9 }),
        async (starts, told) => {
          const keys = keysOf(starts);
          const { numbers } = await numbersOf(sourceOf(starts), told);
          const found: (number | undefined)[] = [];
          for (const [number] of keys.entries()) found.push((await numbers.at(number, signal))?.id);
          expect(found).toEqual(keys.map(({ id }) => id));
          expect(await numbers.at(keys.length, signal)).toBeUndefined();
          for (const [number, key] of keys.entries()) expect(await numbers.before(key, signal)).toBe(number);
        },
      ),
      { seed: 9, numRuns: 40 },
    );
  });

  it("say how many start before an instant", async () => {
    const starts = Array.from({ length: 3_000 }, (_, i) => (i * 7_919_993) % 1e9);
    const { numbers } = await numbersOf(sourceOf(starts));
    for (const instant of [-5, 0, 1, 5e8, 5e8 + 1, 999_999_999, 2e9])
      expect(await numbers.before({ start: instant, id: -1 }, signal)).toBe(starts.filter((at) => at < instant).length);
  });

  it("take a few questions, however many events there are", async () => {
    const starts = Array.from({ length: 20_000 }, (_, i) => Date.UTC(2011, 0, 1) + i * 16_000_000);
    const { numbers, questions } = await numbersOf(sourceOf(starts));
    expect((await numbers.at(12_345, signal))?.id).toBe(12_345);
    expect(questions()).toBeLessThanOrEqual(6);
  });

  it("go on behind more events of one instant than a source tells one by one", async () => {
    const starts = [...Array.from({ length: 1_500 }, () => 1_000), 5_000, 10];
    const { numbers } = await numbersOf(sourceOf(starts));
    expect(await numbers.at(0, signal)).toMatchObject({ id: 1_501, number: 0, size: 1 });
    const crowded = await numbers.at(700, signal);
    expect(crowded).toMatchObject({ number: 1, size: 1_500 });
    expect(await numbers.at(1 + 1_500, signal)).toMatchObject({ id: 1_500, size: 1 });
    expect(await numbers.before({ id: crowded!.id, start: 1_000 }, signal)).toBe(1);
  });
});
