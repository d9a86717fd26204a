import { describe, expect, it } from "vitest";
import { cross, walk } from "../../../src/layout/navigate.js";

describe("walk", () => {
  it("follows the picture with the arrows: to the left is later where time runs to the left.", () => {
    expect(walk("ArrowLeft", 2, 5, "along", "rtl")).toBe(3);
    expect(walk("ArrowLeft", 2, 5, "along", "ltr")).toBe(1);
    expect(walk("ArrowRight", 2, 5, "along", "rtl")).toBe(1);
    expect(walk("ArrowRight", 2, 5, "along", "ltr")).toBe(3);
  });

  it("goes down a list with the arrows down and up, in both directions of text.", () => {
    for (const time of ["ltr", "rtl"] as const) {
      expect(walk("ArrowDown", 2, 5, "down", time)).toBe(3);
      expect(walk("ArrowUp", 2, 5, "down", time)).toBe(1);
    }
  });

  it("leads nowhere across the events, and none past the ends.", () => {
    expect(walk("ArrowUp", 2, 5, "along", "ltr")).toBeUndefined();
    expect(walk("ArrowLeft", 2, 5, "down", "ltr")).toBeUndefined();
    expect(walk("ArrowLeft", 0, 5, "along", "ltr")).toBeUndefined();
    expect(walk("ArrowDown", 4, 5, "down", "rtl")).toBeUndefined();
  });

  it("goes to the first and last in time with Home and End, where there is one.", () => {
    expect([walk("Home", 3, 5, "along", "rtl"), walk("End", 3, 5, "along", "rtl")]).toEqual([0, 4]);
    expect([walk("Home", 0, 0, "along", "ltr"), walk("End", 0, 0, "down", "ltr")]).toEqual([undefined, undefined]);
  });
});

describe("cross", () => {
  const anchor = [0, 10, 20, 30, 40, 50];
  const lanes = [[0, 3], [], [1, 5], [2, 4]];

  it("goes to the event nearest in time in the lane above or below, over lanes without events.", () => {
    expect(cross("ArrowDown", 0, lanes, anchor)).toBe(1);
    expect(cross("ArrowDown", 3, lanes, anchor)).toBe(1);
    expect(cross("ArrowUp", 5, lanes, anchor)).toBe(3);
    expect(cross("ArrowDown", 5, lanes, anchor)).toBe(4);
  });

  it("leads nowhere beyond the first and the last lane, along the lanes, and where there are none.", () => {
    expect(cross("ArrowUp", 0, lanes, anchor)).toBeUndefined();
    expect(cross("ArrowDown", 2, lanes, anchor)).toBeUndefined();
    expect(cross("ArrowLeft", 1, lanes, anchor)).toBeUndefined();
    expect(cross("ArrowDown", 0, [], anchor)).toBeUndefined();
  });
});
