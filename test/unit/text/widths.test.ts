import { describe, expect, it } from "vitest";
import { LAM_ALEF, WIDTHS } from "../../../src/text/width-table.js";
import { tableMeasurer } from "../../../src/text/widths.js";
import { lamAlefs, tableRows } from "../../support/width-table/table.mjs";
import references from "../../support/width-table/reference.json" with { type: "json" };

const measurer = tableMeasurer();
const width = (text: string, weight: 400 | 700 = 400): number => measurer.width(text, { size: 1000, weight });

describe("tableMeasurer", () => {
  const languages = ["ar", "fa", "ur", "en"];

  it("is held against at least 300 shaped texts, and 100 of each language", () => {
    expect(references.length).toBeGreaterThanOrEqual(300);
    for (const language of languages) {
      expect(references.filter(({ lang }) => lang === language).length).toBeGreaterThanOrEqual(100);
    }
  });

  it.each(languages.flatMap((lang) => [[lang, 400] as const, [lang, 700] as const]))(
    "is within 1 %% of real shaping on average and 3 %% for 95 of 100 texts in %s, weight %i",
    (language, weight) => {
      const errors = references
        .filter(({ lang }) => lang === language)
        .map(({ text, regular, bold }) => Math.abs(width(text, weight) / (weight === 400 ? regular : bold) - 1))
        .sort((a, b) => a - b);
      expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.01);
      expect(errors[Math.floor(errors.length * 0.95)]).toBeLessThan(0.03);
    },
  );

  it("has the widths that its fonts give to each character in each of its forms", () => {
    expect(WIDTHS).toEqual(tableRows().map(([widths, characters]) => `${widths}|${characters}`));
    expect(LAM_ALEF).toEqual(lamAlefs());
  });

  it("scales with the size", () => {
    expect(measurer.width("دمشق", { size: 16, weight: 400 })).toBeCloseTo(width("دمشق") * 0.016, 9);
  });

  it("measures joined letters in their joined forms", () => {
    expect(width("ببب")).toBeLessThan(2 * width("ب"));
    expect(width("ب\u200cب")).toBe(2 * width("ب"));
    expect(width("ب\u200d")).toBeLessThan(width("ب"));
    expect(width("دد")).toBe(2 * width("د"));
  });

  it("joins across vowel marks, which take no room", () => {
    expect(width("مُحَمَّدٌ")).toBe(width("محمد"));
  });

  it("has one width for lam and alef in one", () => {
    expect(width("لا")).not.toBe(width("ل\u200d") + width("\u200dا"));
    expect(width("سلام")).toBe(width("س\u200d") + width("\u200dلا") + width("م"));
    expect(width("لأ")).toBe(width("لا"));
  });

  it("gives characters it does not know the width of an average one", () => {
    expect(width("ש")).toBe(580);
    expect(width("漢")).toBe(1000);
    expect(width("")).toBe(0);
  });
});
