import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../../src/text/fold.js";
import { createFoldedUnits } from "../../../src/text/folded-units.js";

const words = fc.oneof(
  fc.constantFrom("قِمّة أستانا", "ﷺ", "ﻻ", "Élysée", "ß", "٢٠٢٠", "👨‍👩‍👧", "\ud800", "İ", "ﬁ", "a\u200cb"),
  fc.string({ unit: "binary" }),
);

describe("Folded units", () => {
  it("have what is a part of a folded text, and nothing else", () => {
    const units = createFoldedUnits();
    fc.assert(
      fc.property(fc.array(words, { maxLength: 4 }), words, fc.nat(), fc.nat(), (texts, other, from, length) => {
        units.clear();
        for (const text of texts) {
          units.add(text);
          units.end();
        }
        const folded = texts.map(foldText);
        const [any = ""] = folded;
        const part = any.slice(from % (any.length + 1)).slice(0, (length % 5) + 1);
        for (const term of [part, foldText(other)].filter((text) => text !== ""))
          expect(units.has(term)).toBe(folded.some((text) => text.includes(term)));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("are of all parts of a text, and reach from one into the next only there", () => {
    const units = createFoldedUnits();
    units.add("اتفا");
    units.add("قية");
    units.end();
    units.add("x".repeat(5_000));
    units.end();
    expect([units.has("اتفاقيه"), units.has("قيهx"), units.has("x".repeat(5_000))]).toEqual([true, false, true]);
    units.clear();
    expect(units.has("x")).toBe(false);
  });
});
