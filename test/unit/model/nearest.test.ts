import { describe, expect, it } from "vitest";
import { nearest } from "../../../src/model/nearest.js";

describe("nearest", () => {
  it.each([
    ["metting", "meeting"],
    ["layuot", "layout"],
    ["LAYOUT", "layout"],
    ["zom", "zoom"],
    ["xyz", undefined],
    ["", undefined],
    ["x".repeat(1_000_000), undefined],
  ])("takes %s for %s", (word, meant) => {
    expect(nearest(word, ["meeting", "layout", "zoom"])).toBe(meant);
  });

  it("takes the nearer of two", () => {
    expect(nearest("birt", ["birth", "bird"])).toBe("birth");
    expect(nearest("deat", ["dead", "death"])).toBe("dead");
  });
});
