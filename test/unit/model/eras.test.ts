import { describe, expect, it } from "vitest";
import type { Issue } from "../../../src/base/errors.js";
import { resolveEras, type ResolvedEra } from "../../../src/model/eras.js";
import { createIssueLog } from "../../../src/model/issue-log.js";
import { resolveKinds } from "../../../src/model/kinds.js";

const read = (eras: unknown, locale = "en"): { eras: readonly ResolvedEra[]; issues: readonly Issue[] } => {
  const { report, list } = createIssueLog();
  const now = Date.UTC(2020, 6, 9);
  const kinds = resolveKinds();
  const read = resolveEras(eras, { locale, direction: "ltr", timeZone: "UTC", kinds, now, report });
  return { eras: read, issues: list() };
};
const fail = (): never => {
  throw new Error("no");
};
const GOOD = { title: "The war", date: "1914/1918" };

describe("resolveEras", () => {
  it("reads the name in the language of the reader, the date, and the colour.", () => {
    const era = { title: { ar: "الحرب", en: "The war" }, date: "1914-07-28/1918-11-11", hue: "red" };
    const { eras, issues } = read([era], "ar");
    expect(eras[0]).toMatchObject({ id: "1914-07-28/1918-11-11", title: { text: "الحرب", dir: "rtl" }, hue: "red" });
    expect(issues).toEqual([]);
  });

  it("takes any date that an event can have.", () => {
    const dates = ["1914", "1914~/1918?", { start: "1914", end: ".." }, { start: null, end: "1918" }, "../1918"];
    const { eras, issues } = read(dates.map((date) => ({ ...GOOD, date })));
    expect(eras).toHaveLength(dates.length);
    expect(issues).toEqual([]);
  });

  it("ends at the present moment where the author says so.", () => {
    const { eras } = read([{ ...GOOD, date: { start: "2011", end: "now" } }]);
    expect(eras[0]!.span).toMatchObject({ isOngoing: true, end: { latest: Date.UTC(2020, 6, 9) } });
  });

  it("gives eras with the same date names of their own.", () => {
    expect(read([GOOD, GOOD]).eras.map(({ id }) => id)).toEqual(["1914/1918", "1914/1918-2"]);
  });

  it.each([
    ["no list", "1914", "eras", "eras-unreadable"],
    ["null", [null], "eras[0]", "era-unreadable"],
    ["no date", [{ title: "The war" }], "eras[0].date", "date-missing"],
    ["a date that nobody can read", [GOOD, { ...GOOD, date: "soon" }], "eras[1].date", "date-unreadable"],
    ["no title", [{ date: "1914" }], "eras[0].title", "text-missing"],
    ["a title in pieces that are no text", [{ ...GOOD, title: [{}] }], "eras[0].title[0]", "text-unreadable"],
    ["a field that throws", [Object.defineProperty({}, "date", { get: fail })], "eras[0]", "era-unreadable"],
  ])("leaves out %s, and says so.", (_what, eras, path, code) => {
    const { eras: shown, issues } = read(eras);
    expect(issues).toContainEqual(expect.objectContaining({ path, code }));
    expect(shown).toHaveLength(Array.isArray(eras) ? eras.length - 1 : 0);
  });

  it("shows an era with a colour that there is not, and one whose id is taken, and says so.", () => {
    const { eras, issues } = read([
      { ...GOOD, id: "war" },
      { ...GOOD, id: "war", hue: "pink" },
    ]);
    expect(eras.map(({ id, hue }) => [id, hue])).toEqual([
      ["war", "slate"],
      ["war-2", "slate"],
    ]);
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      ["eras[1].hue", "word-unknown"],
      ["eras[1].id", "id-duplicate"],
    ]);
  });
});
