import { describe, expect, it } from "vitest";
import { createDateFormat } from "../../../src/locale/dates.js";

const at = (date: string): number => Date.parse(date);
const skip = (locale: string, from: number, to: number): { text: string; spoken: string } =>
  createDateFormat({ locale }).skip({ from, to });

describe("What a break leaves out", () => {
  it.each([
    ["en", "1977", "2013-06", "36 years", "from 1977 to 2013 · 36 years"],
    ["en", "1950", "1981", "31 years", "from 1950 to 1980 · 31 years"],
    ["en", "1950", "1951", "12 months", "from January 1950 to December 1950 · 12 months"],
    ["en", "1950-03-01", "1950-03-20", "19 days", "from March 1, 1950 to March 19, 1950 · 19 days"],
    ["ar-SY", "1950-03-01", "1952-03-01", "مدة سنتين", "من آذار ١٩٥٠ إلى شباط ١٩٥٢، مدة سنتين"],
    ["ar-EG", "1977", "2013-06", "مدة ٣٦ سنة", "من ١٩٧٧ إلى ٢٠١٣، مدة ٣٦ سنة"],
    ["fa", "1977", "2013-06", "۳۶ سال", "از ۱۹۷۷ تا ۲۰۱۳، ۳۶ سال"],
    ["de", "1977", "2013-06", "36 Jahre", "1977 – 2013 · 36 Jahre"],
  ])("is said in %s from %s to %s, shortly and for a voice.", (locale, from, to, text, spoken) => {
    expect(skip(locale, at(from), at(to))).toEqual({ text, spoken });
  });

  it("is said in deep time, and of hours.", () => {
    const year = 31_556_952_000;
    expect(skip("en", -4e9 * year, -1e9 * year).text).toBe("3 billion years");
    expect(skip("en", at("2020-01-01T08:00Z"), at("2020-01-01T14:00Z")).text).toBe("6 hours");
  });
});
