import { describe, expect, it } from "vitest";
import { FAULTS, isOpen, missing, RELIABILITY, SECURITY } from "./proof.js";

describe("The contracts on security and reliability", () => {
  const all = [...SECURITY, ...RELIABILITY];

  it("have each statement once, in order", () => {
    const numbers = (letter: string, count: number): string[] =>
      Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
    expect(all.map(([number]) => number)).toEqual([...numbers("S", 50), ...numbers("R", 48)]);
  });

  it("name each fault once", () => {
    expect(FAULTS).toHaveLength(30);
    expect(new Set(FAULTS.map(([name]) => name)).size).toBe(30);
  });

  it("name a test for each that is there, or say why there is none", () => {
    expect([...all, ...FAULTS].filter(([, , ...tests]) => tests.length === 0)).toEqual([]);
    const named = [...all, ...FAULTS].flatMap(([, , ...tests]) => tests.filter((test) => !isOpen(test)));
    expect(named.map(missing).filter((fault) => fault !== undefined)).toEqual([]);
  });

  it("would miss a test that is not there", () => {
    expect(missing("unit/docs/proof.test.ts: no such test".replace("such", "s uch"))).toBeDefined();
    expect(missing("unit/nowhere.test.ts: *")).toBeDefined();
  });
});
