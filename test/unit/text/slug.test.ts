import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slug } from "../../../src/text/slug.js";
import { runs } from "../../support/full.js";

describe("slug", () => {
  it.each([
    ["قمة أستانا الثلاثية عبر الفيديو", "قمة-أستانا-الثلاثية-عبر-الفيديو"],
    ["لِقَاءُ الأَسَد وَبَاقِري", "لقاء-الأسد-وباقري"],
    ["دمــشــق", "دمشق"],
    ["ﻻ ﷲ", "لا-الله"],
    ["می‌شود ۱۳۹۹", "میشود-۱۳۹۹"],
    ["  Élysée: the “Treaty” (1963) ", "élysée-the-treaty-1963"],
    ["हिन्दी दिवस", "हिन्दी-दिवस"],
    ["؟! –", ""],
    ["", ""],
  ])("makes of %j %j", (text, name) => {
    expect(slug(text)).toBe(name);
  });

  it("cuts a long text between two words, and a long word between two characters", () => {
    expect(slug("كلمة ".repeat(40))).toBe(Array.from({ length: 12 }, () => "كلمة").join("-"));
    expect(slug("𞤀".repeat(50))).toBe("𞤢".repeat(30));
    expect(slug(`a${"𞤀".repeat(50)}`)).toBe(`a${"𞤢".repeat(29)}`);
  });

  it("makes of any text at most 60 letters, marks, digits and single hyphens, and of that the same again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const name = slug(text);
        expect(name.length).toBeLessThanOrEqual(60);
        expect(name).toMatch(/^([\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*)?$/u);
        expect(slug(name)).toBe(name);
      }),
      { seed: 20200709, numRuns: runs(500, 20_000) },
    );
  });
});
