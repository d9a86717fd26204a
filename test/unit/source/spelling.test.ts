import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lettersOf, spell, spellingPattern } from "../../../src/source/spelling.js";
import { foldText } from "../../../src/text/fold.js";

/** By the pattern of engines, which must find what a page finds. */
function finds(text: string, wanted: string): boolean {
  const isFound = new RegExp(spellingPattern(wanted), "u").test(text);
  expect(spell(text).includes(lettersOf(wanted))).toBe(isFound);
  return isFound;
}

describe("A pattern for a text in any spelling", () => {
  it.each([
    ["قمة أستانا", "قمه استانا"],
    ["قمه", "قِمَّة"],
    ["مُحَمَّد", "محمد"],
    ["محمــد", "مُحَمَّد"],
    ["رئيس", "رييس"],
    ["على", "علي"],
    ["پوتین", "بوتين"],
    ["عام ٢٠٢٠", "2020"],
    ["عام 2020", "۲۰۲۰"],
    ["Visite à l’Élysée", "elysee"],
    ["E\u0301lyse\u0301e", "ÉLYSÉE"],
    ["2011–2020", "2011-2020"],
    ["a.b*c(d)[e]{f}|g^h$i?j+k\\l/m", "A.B*C(D)[E]{F}|G^H$I?J+K\\L/M"],
    ["two\u00a0words", "Two Words"],
    ["anything", "\u200f\u0000"],
  ])("finds in %j what is written %j", (text, wanted) => {
    expect(finds(text, wanted)).toBe(true);
  });

  it.each([
    ["a.b", "a-b"],
    ["axb", "a.b"],
    ["قمة", "قلم"],
    ["aa", "a*a*b"],
  ])("does not find in %j what is written %j", (text, wanted) => {
    expect(finds(text, wanted)).toBe(false);
  });

  it("finds what the search of a page finds", () => {
    const letter = fc.constantFrom(...Array.from("aAäé1٣۴ ابأإآةهىييئؤءًّـ-–'’sSپکگ.*(жßæﻼ"));
    const text = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(
        text,
        fc.oneof(
          text,
          fc.array(letter, { maxLength: 2 }).map((all) => all.join("")),
        ),
        (one, other) => {
          const isKnown = !/[ßæﻼ]/u.test(one + other);
          if (isKnown) expect(finds(one, other)).toBe(foldText(one).includes(foldText(other)));
          else finds(one, other);
        },
      ),
      { seed: 9, numRuns: 2_000 },
    );
  });
});
