import { describe, expect, it } from "vitest";
import { baselineOf, TYPE } from "../../../src/text/typography.js";

describe("Type", () => {
  it.each(Object.entries(TYPE))(
    "of a %s is large enough to read, and leaves room for the marks of Arabic",
    (_, style) => {
      expect(style.size).toBeGreaterThanOrEqual(12);
      expect(style.line).toBeGreaterThanOrEqual(1.25 * style.size);
      expect([400, 700]).toContain(style.weight);
    },
  );

  it.each(Object.entries(TYPE))("of a %s stands about the middle of its line", (_, style) => {
    const top = baselineOf(style) - 0.72 * style.size;
    expect(Math.abs((top + baselineOf(style)) / 2 - style.line / 2)).toBeLessThanOrEqual(0.5);
  });
});
