import { expect, test } from "vitest";
import { dayFromCivil } from "../../../src/time/civil.js";
import { parseEDTF, type EdtfDate } from "../../../src/time/edtf.js";
import validate from "../../fixtures/edtf/edtf-validate.json" with { type: "json" };
import python from "../../fixtures/edtf/python-edtf.json" with { type: "json" };

/** What edtf-validate refuses and we read. It compares the starts of both ends; we ask whether any reading is in order. */
const READ_ALTHOUGH_REFUSED: Record<string, string> = {
  "0000-01-03/0000-01": "from 3 January to some day of the same January",
  "0000-02/0000": "from February to some day of the same year",
  "2004-06-11%/2004-%06": "from about 11 June to some day of about the same June",
  "2004-06-11%/2004-06~": "from about 11 June to some day of about the same June",
  "Y-61000/-2000": "a year of five digits is a date like any other, and it is the earlier one",
};

/** What python-edtf reads and we refuse. */
const REFUSED_FOR_BLANKS = [
  "[1667, 1668, 1670..1672]",
  "[1760-01, 1760-02, 1760-12..]",
  "[1667, 1760-12]",
  "{1667,1668, 1670..1672}",
  "{1960, 1961-12}",
];

const S_IS_A_RANGE = "the year is estimated: by the standard it is any that shares the significant digits";
/** Bounds that differ from python-edtf, each with ours and the reason. */
const OTHER_BOUNDS: Record<string, readonly [lower: string, upper: string, reason: string]> = {
  "/2006": ["unknown", "2006-12-31", "an unknown end has no bound; python-edtf guesses ten years"],
  "2004-06-01/": ["2004-06-01", "unknown", "an unknown end has no bound; python-edtf guesses ten years"],
  "1984-06-02?/": ["1984-06-02", "unknown", "an unknown end has no bound; python-edtf guesses ten years"],
  "[..1760-12-03]": ["unknown", "1760-12-03", "one date, none knows how early: not without a beginning"],
  "[1760-12..]": ["1760-12-01", "unknown", "one date, none knows how late: not without an end"],
  "2010-24": ["2010-12-01", "2011-02-28", "winter goes on into the next year; python-edtf stops at its end"],
  "1950S2": ["1900-01-01", "1999-12-31", S_IS_A_RANGE],
  "1953S2": ["1900-01-01", "1999-12-31", S_IS_A_RANGE],
  "1953S3": ["1950-01-01", "1959-12-31", S_IS_A_RANGE],
  Y17101E4S3: ["171000000-01-01", "171999999-12-31", S_IS_A_RANGE],
  Y3388E2S3: ["338000-01-01", "338999-12-31", S_IS_A_RANGE],
  Y171010000S3: ["171000000-01-01", "171999999-12-31", S_IS_A_RANGE],
};

const WORDS: Record<string, string> = { inf: "open", "-inf": "open", unknown: "unknown" };

function bound(text: string): number | string {
  const [, sign, year, month, day] = /^(-?)(\d+)-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return WORDS[text] ?? dayFromCivil(Number(`${sign}${year}`), Number(month), Number(day));
}

function boundsOf({ start, end }: EdtfDate): readonly [number | string, number | string] {
  return [typeof start === "object" ? start.earliest : start, typeof end === "object" ? end.latest : end];
}

function read(text: string): EdtfDate {
  const result = parseEDTF(text);
  if (!result.ok) throw new Error(`${text}: ${result.issue.expected}`);
  return result.value;
}

test.each([
  ["level0", 21],
  ["level1", 64],
  ["level2", 121],
] as const)("All valid texts of edtf-validate of %s are read.", (level, count) => {
  expect(validate[level]).toHaveLength(count);
  expect(validate[level].filter((text) => !parseEDTF(text).ok)).toEqual([]);
});

test("All 56 invalid texts of edtf-validate are refused but for the five on the list.", () => {
  expect(validate.invalid).toHaveLength(56);
  expect(validate.invalid.filter((text) => parseEDTF(text).ok).sort()).toEqual(
    Object.keys(READ_ALTHOUGH_REFUSED).sort(),
  );
});

test("All invalid texts of python-edtf are refused.", () => {
  expect(python.invalid.filter((text) => parseEDTF(text).ok)).toEqual([]);
});

test("Of the texts that python-edtf reads, only those with blanks are refused, which edtf-validate refuses too.", () => {
  expect(python.bounds.filter(({ text }) => !parseEDTF(text).ok).map(({ text }) => text)).toEqual(REFUSED_FOR_BLANKS);
});

test.each(python.bounds.filter(({ text }) => !REFUSED_FOR_BLANKS.includes(text)))(
  "$text lies between the strict bounds of python-edtf, or those on the list.",
  ({ text, lower, upper }) => {
    const [first, last] = OTHER_BOUNDS[text] ?? [lower, upper];
    expect(boundsOf(read(text))).toEqual([bound(first), bound(last)]);
  },
);

test("Every bound on the list does differ from python-edtf.", () => {
  const same = python.bounds.filter(
    ({ text, lower, upper }) => OTHER_BOUNDS[text]?.[0] === lower && OTHER_BOUNDS[text][1] === upper,
  );
  expect(same).toEqual([]);
});

test.each(python.flags)("$text is approximate and uncertain as python-edtf has it.", (row) => {
  const { approximate, uncertain } = read(row.text);
  expect({ approximate, uncertain }).toEqual({
    approximate: row.approximate || row.both,
    uncertain: row.uncertain || row.both,
  });
});
