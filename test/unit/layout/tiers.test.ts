import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packTiers } from "../../../src/layout/tiers.js";
import { depthOf, slowTiers } from "../../oracle/tiers.js";

const parameters = { seed: 20200709, numRuns: 300 };
const stretches = fc.array(
  fc
    .tuple(fc.constantFrom(-Infinity, ...Array.from({ length: 30 }, (_, i) => i)), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]) => ({ from, to: from === -Infinity ? length : length === 20 ? Infinity : from + length })),
  { maxLength: 40 },
);

describe("packTiers", () => {
  it("finds the same tiers as comparing each stretch with all others.", () => {
    fc.assert(
      fc.property(stretches, fc.integer({ min: 1, max: 6 }), (list, most) => {
        expect(packTiers(list, most)).toEqual(slowTiers(list, most));
      }),
      parameters,
    );
  });

  it("takes as few tiers as can be where the stretches come by their starts.", () => {
    fc.assert(
      fc.property(stretches, (list) => {
        const sorted = [...list].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
        const tiers = packTiers(sorted, 100);
        expect(Math.max(-1, ...tiers) + 1).toBe(depthOf(sorted));
      }),
      parameters,
    );
  });
});
