import { describe, expect, it } from "vitest";
import { cachedMeasurer, estimateMeasurer, type TextMeasurer } from "../../../src/text/measure.js";

const style = { size: 16, weight: 400 } as const;

function countingMeasurer(): { measurer: TextMeasurer; asked: string[] } {
  const asked: string[] = [];
  const measurer: TextMeasurer = {
    width(text, { size }) {
      asked.push(text);
      return text.length * size;
    },
  };
  return { measurer, asked };
}

describe("estimateMeasurer", () => {
  it("grows with size, weight and length, and gives marks no width", () => {
    const width = estimateMeasurer.width("abc", style);
    expect(estimateMeasurer.width("abc", { size: 32, weight: 400 })).toBeCloseTo(2 * width);
    expect(estimateMeasurer.width("abc", { size: 16, weight: 700 })).toBeGreaterThan(width);
    expect(estimateMeasurer.width("abcabc", style)).toBeCloseTo(2 * width);
    expect(estimateMeasurer.width("مُ", style)).toBe(estimateMeasurer.width("م", style));
  });
});

describe("cachedMeasurer", () => {
  it("measures a word once, wherever it stands, with the blank behind it", () => {
    const { measurer, asked } = countingMeasurer();
    const cached = cachedMeasurer(measurer);
    expect(cached.width("ab cd ab cd", style)).toBe(11 * 16);
    expect(cached.width("cd ab ", style)).toBe(6 * 16);
    expect(cached.width("", style)).toBe(0);
    expect(asked).toEqual(["ab ", "cd ", "cd"]);
  });

  it("measures a text once for each style", () => {
    const { measurer, asked } = countingMeasurer();
    const cached = cachedMeasurer(measurer);
    expect(cached.width("ab", style)).toBe(32);
    expect(cached.width("ab", style)).toBe(32);
    expect(cached.width("ab", { size: 10, weight: 400 })).toBe(20);
    expect(cached.width("ab", { size: 16, weight: 700 })).toBe(32);
    expect(asked).toEqual(["ab", "ab", "ab"]);
  });

  it("forgets the oldest width when it is full", () => {
    const { measurer, asked } = countingMeasurer();
    const cached = cachedMeasurer(measurer, 2);
    for (const text of ["a", "b", "c", "c", "b", "a"]) cached.width(text, style);
    expect(asked).toEqual(["a", "b", "c", "a"]);
  });

  it("keeps no long texts", () => {
    const { measurer, asked } = countingMeasurer();
    const cached = cachedMeasurer(measurer);
    cached.width("x".repeat(1_000), style);
    cached.width("x".repeat(1_000), style);
    expect(asked).toHaveLength(2);
  });
});
