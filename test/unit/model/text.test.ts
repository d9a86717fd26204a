import { describe, expect, it } from "vitest";
import { createIssueLog } from "../../../src/model/issue-log.js";
import { chooseLanguage } from "../../../src/model/language.js";
import { requireText, resolveSummary, resolveText } from "../../../src/model/text.js";

function read(input: unknown, setting: { locale?: string; lang?: string; dir?: "ltr" | "rtl" } = {}) {
  const { report, list } = createIssueLog();
  const text = resolveText(input, "title", { locale: "ar", direction: "rtl", ...setting, report });
  return { text, issues: list() };
}

describe("chooseLanguage", () => {
  it.each([
    [["en", "ar", "ar-SY"], "ar-SY", "ar-SY"],
    [["en", "ar"], "ar-SY", "ar"],
    [["en", "AR-sy"], "ar-SY", "AR-sy"],
    [["zh-Hans", "zh-Hant"], "zh-Hant-TW", "zh-Hant"],
    [["en", "ar-EG"], "ar-SY", "ar-EG"],
    [["fa", "en"], "ar", "en"],
    [["fa", "tr"], "ar", "fa"],
    [[], "ar", undefined],
  ])("takes from %j for %s the text in %s", (tags, locale, chosen) => {
    expect(chooseLanguage(tags, locale)).toBe(chosen);
  });
});

describe("resolveText", () => {
  it("gives a plain text the direction of its letters", () => {
    expect(read("  قمة أستانا ").text).toEqual({
      runs: [{ text: "قمة أستانا" }],
      text: "قمة أستانا",
      dir: "rtl",
      lang: undefined,
    });
    expect(read("Astana").text?.dir).toBe("ltr");
    expect(read("2020").text?.dir).toBe("rtl");
  });

  it("gives a text per language the direction of the chosen language", () => {
    expect(read({ en: "Summit", ar: "G20" }).text).toEqual({
      runs: [{ text: "G20" }],
      text: "G20",
      dir: "rtl",
      lang: "ar",
    });
  });

  it("lets the author's direction win over language and letters", () => {
    expect(read("Astana", { lang: "en", dir: "rtl" }).text).toMatchObject({ dir: "rtl", lang: "en" });
  });

  it("keeps the lines of a summary, with a blank where lines are not shown", () => {
    const { report } = createIssueLog();
    const lines = (input: unknown): unknown =>
      resolveSummary(input, "summary", { locale: "en", direction: "ltr", report })?.runs;
    expect(lines("one\r\n\n two\nthree ")).toEqual([
      { text: "one" },
      { text: " two", newLine: true },
      { text: " three", newLine: true },
    ]);
    expect(lines(["one\n", { text: "two", emphasis: true }])).toEqual([
      { text: "one" },
      { text: " two", emphasis: true, newLine: true },
    ]);
    expect(lines("one")).toEqual([{ text: "one" }]);
    expect(lines(" \n ")).toBeUndefined();
    expect(read("one\ntwo").text?.runs).toEqual([{ text: "one two" }]);
  });

  it("keeps emphasis and allowed addresses of pieces", () => {
    const parts = [
      "Agenda ",
      { text: "One ", emphasis: true },
      { text: "two", url: "https://example.org/two" },
      { text: "three", url: "javascript:alert(1)" },
    ];
    const { text, issues } = read(parts);
    expect(text?.runs).toEqual([
      { text: "Agenda " },
      { text: "One ", emphasis: true },
      { text: "two", href: "https://example.org/two" },
      { text: "three" },
    ]);
    expect(text?.text).toBe("Agenda One twothree");
    expect(issues).toMatchObject([{ code: "url-refused", path: "title[3].url" }]);
  });

  it("keeps the pieces of a text with their directions", () => {
    const parts = ["بعد ", { text: "COVID-19", lang: "en" }, { text: " (2)", dir: "rtl", lang: "not a tag" }];
    expect(read(parts).text?.runs).toEqual([
      { text: "بعد " },
      { text: "COVID-19", dir: "ltr", lang: "en" },
      { text: " (2)", dir: "rtl" },
    ]);
  });

  it("cuts a text of a megabyte and says so once", () => {
    const { text, issues } = read("ش".repeat(1_000_000));
    expect(text?.text.length).toBe(2_000);
    expect(issues.map(({ code }) => code)).toEqual(["text-long"]);
  });

  it("counts all pieces of a text together", () => {
    const { text, issues } = read(["a".repeat(1_500), "b".repeat(500), "c"]);
    expect(text?.runs.map((run) => run.text.length)).toEqual([1_500, 500]);
    expect(issues.map(({ code }) => code)).toEqual(["text-long"]);
    expect(read(["a".repeat(1_500), "b".repeat(500)]).issues).toEqual([]);
  });

  it.each([[42], [true], [10n]])("prints %s and says that it is no text", (input) => {
    const { text, issues } = read(input);
    expect(text?.text).toBe(String(input));
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(["text-unreadable title"]);
  });

  it.each([
    ["a symbol", Symbol("x")],
    ["a function", () => "x"],
    ["an object without fields", {}],
    ["an object that prints itself", { toString: () => "x" }],
    ["a language without a text", { ar: null }],
    ["a nested list", [["x"]]],
    ["a list of nothing but faults", [null, undefined, Symbol("x")]],
  ])("shows nothing for %s and says so once", (_name, input) => {
    const { text, issues } = read(input);
    expect(text).toBeUndefined();
    expect(issues.map(({ code }) => code)).toEqual(["text-unreadable"]);
  });

  it.each([[undefined], [null], [""], [" \n\t"], ["\u200b\u200f\ufeff"], [[]]])("takes %j as left out", (input) => {
    expect(read(input)).toEqual({ text: undefined, issues: [] });
  });

  it("reports a text that must not be missing exactly once", () => {
    for (const [input, code] of [
      ["\u200b", "text-missing"],
      [undefined, "text-missing"],
      [{}, "text-unreadable"],
    ]) {
      const { report, list } = createIssueLog();
      requireText(input, "title", { locale: "ar", direction: "rtl", report });
      expect(list().map((issue) => issue.code)).toEqual([code]);
    }
  });
});
