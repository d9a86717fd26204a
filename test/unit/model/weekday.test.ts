import { describe, expect, it } from "vitest";
import { contradictsWeekday, weekdaysIn } from "../../../src/model/weekday.js";
import { parseDate } from "../../../src/time/parse.js";
import type { Span } from "../../../src/time/span.js";

function span(date: string): Span {
  const parsed = parseDate(date);
  if (!parsed.ok) throw new Error(date);
  return parsed.span;
}

describe("weekdaysIn", () => {
  it("knows all names of the week, Sunday first", () => {
    const week = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    expect(week.map((name) => [...weekdaysIn(name, "ar")])).toEqual(week.map((_, day) => [day]));
  });

  it.each([
    ["يوم الثلاثاء الفائت", "ar", [2]],
    ["الأحد والإثنين والاربعاء", "ar", [0, 1, 3]],
    ["الجُمُعَة", "ar", [5]],
    ["الجمعه", "en", [5]],
    ["last TUESDAY", "ar", [2]],
    ["on Monday's session", "en", [1]],
    ["a mondayish day", "en", []],
    ["سه‌شنبه", "fa", [2]],
    ["سه شنبه", "fa", [2]],
    ["شنبه", "fa", [6]],
    ["quarta-feira", "pt", [3]],
    ["", "ar", []],
  ])("finds in %s (%s) the days %j", (text, locale, days) => {
    expect([...weekdaysIn(text, locale)].sort()).toEqual(days);
  });
});

describe("contradictsWeekday", () => {
  it.each([
    ["يوم أمس الأربعاء", "2020-07-08", false],
    ["يوم أمس الأربعاء", "2020-07-09", true],
    ["Tuesday to Thursday", "2020-07-07/2020-07-09", false],
    ["Tuesday to Friday", "2020-07-07/2020-07-09", true],
    ["Thursday night", "2020-07-09T23:59", false],
    ["Friday night", "2020-07-09T23:59", true],
    ["a Sunday in March", "2020-03", false],
    ["since Friday", "2020-07-09/..", false],
    ["the beginning of the month", "2020-07-09", false],
  ])("holds %s against %s: %s", (text, date, isWrong) => {
    expect(contradictsWeekday(text, span(date), "en")).toBe(isWrong);
  });
});
