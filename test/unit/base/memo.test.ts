import { describe, expect, it } from "vitest";
import { memo } from "../../../src/base/memo.js";

describe("memo", () => {
  it("computes again only when an input is another value.", () => {
    const pass = memo((a: number, b: object) => ({ a, b }));
    const b = {};
    const first = pass(1, b);
    expect(pass(1, b)).toBe(first);
    expect(pass.runs).toBe(1);
    expect(pass(1, {})).not.toBe(first);
    expect(pass(2, b)).not.toBe(first);
    expect(pass.runs).toBe(3);
  });

  it("remembers the last result only, and knows NaN and undefined again.", () => {
    const pass = memo((value: number | undefined) => [value]);
    pass(NaN);
    pass(NaN);
    expect(pass.runs).toBe(1);
    pass(undefined);
    pass(undefined);
    expect(pass.runs).toBe(2);
    pass(NaN);
    expect(pass.runs).toBe(3);
  });

  it("computes a step without inputs once.", () => {
    const pass = memo(() => ({}));
    expect(pass()).toBe(pass());
    expect(pass.runs).toBe(1);
  });

  it("tries again after an error.", () => {
    let isBroken = true;
    const pass = memo((value: number) => {
      if (isBroken) throw new Error("broken");
      return value;
    });
    expect(() => pass(1)).toThrow("broken");
    isBroken = false;
    expect(pass(1)).toBe(1);
  });
});
