import { describe, expect, it } from "vitest";
import { localeDirection, resolveDirection, textDirection } from "../../../src/text/direction.js";
import fixtures from "../../fixtures/bidi.json" with { type: "json" };

describe("localeDirection", () => {
  it.each([
    ["ar", "rtl"],
    ["ar-SY", "rtl"],
    ["ar-u-nu-latn", "rtl"],
    ["ar-Latn", "ltr"],
    ["fa-AF", "rtl"],
    ["he", "rtl"],
    ["yi", "rtl"],
    ["ur", "rtl"],
    ["ur-Latn", "ltr"],
    ["ckb", "rtl"],
    ["ku", "ltr"],
    ["ku-Arab", "rtl"],
    ["ps", "rtl"],
    ["sd", "rtl"],
    ["ug", "rtl"],
    ["ks", "rtl"],
    ["dv", "rtl"],
    ["syr", "rtl"],
    ["nqo", "rtl"],
    ["ff-Adlm", "rtl"],
    ["rhg", "rtl"],
    ["az-Arab", "rtl"],
    ["az", "ltr"],
    ["uz-AF", "rtl"],
    ["pa-PK", "rtl"],
    ["pa", "ltr"],
    ["en", "ltr"],
    ["de", "ltr"],
    ["ja", "ltr"],
    ["ru", "ltr"],
    ["tr", "ltr"],
  ])("says that %s is written %s", (tag, direction) => {
    expect(localeDirection(tag)).toBe(direction);
  });

  it("takes a language that nobody knows for left to right", () => {
    expect(localeDirection("xx")).toBe("ltr");
  });

  it("takes a malformed tag for left to right instead of throwing", () => {
    expect(localeDirection("not a tag")).toBe("ltr");
  });
});

describe("textDirection", () => {
  it("guesses the direction of all fixtures but the one English title that holds an Arabic name", () => {
    const wrong = fixtures.plain.filter(({ text, base }) => textDirection(text, "rtl") !== base);
    expect(wrong.map(({ id }) => id)).toEqual(["en-with-ar"]);
  });

  it("leaves a text without letters to its surroundings", () => {
    expect(textDirection("2015–2020", "rtl")).toBe("rtl");
    expect(textDirection("٧–٩", "ltr")).toBe("ltr");
    expect(textDirection("", "rtl")).toBe("rtl");
  });

  it("does not take the letters of a flag for Latin ones", () => {
    expect(textDirection("🇪🇹 إثيوبيا", "ltr")).toBe("rtl");
  });

  it("does not read a megabyte", () => {
    expect(textDirection(`${"a".repeat(1_000_000)}ب`, "rtl")).toBe("ltr");
  });
});

describe("resolveDirection", () => {
  it("gets every fixture right when the language is known", () => {
    const wrong = fixtures.plain.filter(
      ({ text, lang, base }) => resolveDirection({ lang, text, fallback: "ltr" }) !== base,
    );
    expect(wrong).toEqual([]);
  });

  it("puts the direction that is said before the language, and the language before the letters", () => {
    expect(resolveDirection({ dir: "ltr", lang: "ar", text: "سلام", fallback: "rtl" })).toBe("ltr");
    expect(resolveDirection({ lang: "ar", text: "BBC", fallback: "ltr" })).toBe("rtl");
    expect(resolveDirection({ text: "BBC العربية", fallback: "ltr" })).toBe("rtl");
  });
});
