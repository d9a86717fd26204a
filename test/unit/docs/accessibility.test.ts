import { describe, expect, it } from "vitest";
import { findProofs, numbered } from "./accessibility-table.js";

describe("The contract on accessibility", () => {
  const rows = numbered().flatMap(([, statements]) => statements);

  it("A72: has a test for each of its 72 statements, or says how a person checks it", () => {
    const proofs = findProofs();
    expect(rows).toHaveLength(72);
    const open = rows.filter(([number, { byHand }]) => !proofs.has(number) && !byHand);
    expect(open.map(([number]) => number)).toEqual([]);
  });

  it("is named by no test that it does not have", () => {
    const known = new Set(rows.map(([number]) => number));
    expect([...findProofs().keys()].filter((number) => !known.has(number))).toEqual([]);
  });
});
