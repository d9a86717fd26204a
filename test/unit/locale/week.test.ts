import { expect, it } from "vitest";
import { weekStart } from "../../../src/locale/week.js";

it.each([
  ["ar-EG", 6],
  ["ar-SY", 6],
  ["ar", 6],
  ["ar-LB", 1],
  ["ar-AE", 1],
  ["ar-MA", 1],
  ["ar-SA", 0],
  ["fa", 6],
  ["fa-AF", 6],
  ["he", 0],
  ["ur", 0],
  ["en", 0],
  ["en-GB", 1],
  ["de", 1],
  ["pt-PT", 0],
  ["dv", 5],
  ["en-001", 1],
  ["tlh", 1],
])("In %s a week begins on day %i.", (locale, day) => {
  expect(weekStart(locale)).toBe(day);
});
