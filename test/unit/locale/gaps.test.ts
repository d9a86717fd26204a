import { expect, it } from "vitest";
import { createDateFormat } from "../../../src/locale/dates.js";
import { spanOf } from "./spans.js";

const arabic = createDateFormat({ locale: "ar" });
const english = createDateFormat({ locale: "en" });

it.each([
  ["2020-07-01", "2020-07-07", "after 6 days"],
  ["2020-07-01", "2020-07-02", "after 1 day"],
  ["2020-06-01/2020-07-01", "2020-07-07/..", "after 6 days"],
  ["2020-07-01T23:00", "2020-07-02T01:00", "after 2 hours"],
  ["2020-07-01T23:00", "2020-07-02", "after 1 day"],
  ["2020-07-01", "2020-07-02T01:00", "after 1 day"],
  ["2020-01-01", "2020-03-01", "after 2 months"],
  ["2020-03", "2020-07", "after 4 months"],
  ["2020-03", "2020-04-30", "after 1 month"],
  ["2015-03", "2020-03", "after 5 years"],
  ["2011", "2020-07-09", "after 9 years"],
])("From %s to %s it says: %s.", (from, to, text) => {
  expect(english.between(spanOf(from), spanOf(to))).toBe(text);
});

it.each([
  ["2020-07-01", "2020-07-01"],
  ["2020-07-07", "2020-07-01"],
  ["2020-07-01T10:30", "2020-07-01T10:30"],
  ["2020-07", "2020-07-09"],
  ["2020", "2020"],
  ["2020-07-01/..", "2020-07-07"],
  ["2020-07-01", "/2020-07-07"],
  ["2011~", "2020"],
  ["2020-07-01", "2020-07-07?"],
  ["192X", "2020"],
  ["18XX", "2020-07-09"],
])("From %s to %s it says nothing.", (from, to) => {
  expect(english.between(spanOf(from), spanOf(to))).toBeUndefined();
});

it("It counts in the plural forms of Arabic.", () => {
  expect(arabic.between(spanOf("2020-07-01"), spanOf("2020-07-07"))).toBe("بعد 6 أيام");
  expect(arabic.between(spanOf("2020-07-07"), spanOf("2020-07-09"))).toBe("بعد يومين");
});
