import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLine } from "../../../src/layout/line.js";

describe("A line of places", () => {
  it("has the neighbours that a sorted list has, whatever is added and removed, in lines of any length.", () => {
    const step = fc.tuple(fc.nat({ max: 4000 }), fc.boolean());
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.array(step, { maxLength: 80 }), (count, steps) => {
        const line = createLine(count);
        line.clear();
        const places = new Set<number>();
        for (const [any, isFirst] of steps) {
          const place = any % count;
          if (places.delete(place)) line.remove(place);
          else {
            if (isFirst && [...places].every((other) => other > place)) line.addFirst(place);
            else line.add(place);
            places.add(place);
          }
          const sorted = [...places].sort((a, b) => a - b);
          expect(sorted.map((at) => [line.previous[at], line.next[at]])).toEqual(
            sorted.map((_, i) => [sorted[i - 1] ?? -1, sorted[i + 1] ?? -1]),
          );
        }
        line.clear();
        line.add(count - 1);
        expect([line.previous[count - 1], line.next[count - 1]]).toEqual([-1, -1]);
      }),
      { seed: 20_200_709, numRuns: 300 },
    );
  });
});
