import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DOORS } from "./doors.js";
import { SHAPE_NAMES, shaped } from "./shapes.js";

const MEGABYTE = 1_000_000;

/** Pieces of what the readers know, so that texts get past their first look. */
const PIECES = [
  ...Array.from("0123456789-/~?%.,:TZXYSE[]{}+ \u0669\u06f9\u066b\u060c\u200c\u200d\u2066\u2069\0"),
  "\ud83d",
  "\udc68",
  "2020",
  "07",
  "..",
  "[u-ca=",
  "islamic-umalqura]",
  "-u-nu-",
  "ar",
  "July",
  "\u0634\u0647\u0631",
  "\u0623\u0645\u0633",
  "ago",
  "https://",
  "Asia/Beirut",
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 400 }),
);

describe.each(Object.keys(DOORS))("%s", (name) => {
  const open = DOORS[name]!;

  it("takes any text", () => {
    fc.assert(
      fc.property(text, (given) => {
        open(given);
      }),
      { seed: 20200709, numRuns: 400 },
    );
  });

  it.each([0, 1, 2, 40, 300, 1024, 1025, MEGABYTE])("takes %i units of any shape", (length) => {
    for (const shape of SHAPE_NAMES)
      expect(() => {
        open(shaped(shape, length));
      }, shape).not.toThrow();
  });
});
