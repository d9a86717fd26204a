import { describe, expect, it } from "vitest";
import { reduce, type Action } from "../../../src/view/actions.js";
import { FIRST_VIEW, type View } from "../../../src/view/view.js";

const after = (...actions: Action[]): View => actions.reduce(reduce, FIRST_VIEW);

describe("reduce", () => {
  it.each<Action>([
    { type: "resize", size: { width: 800 } },
    { type: "show", domain: [0, 10] },
    { type: "select", id: "a" },
    { type: "visit", id: "a" },
    { type: "hint", id: "a" },
  ])("gives the same view for the same action again: %j.", (action) => {
    const view = after(action);
    expect(view).not.toBe(FIRST_VIEW);
    expect(reduce(view, structuredClone(action))).toBe(view);
  });

  it("changes nothing but what the action says.", () => {
    expect(after({ type: "resize", size: { width: 800 } })).toEqual({ ...FIRST_VIEW, size: { width: 800 } });
    expect(after({ type: "show", domain: [0, 10] })).toEqual({ ...FIRST_VIEW, domain: [0, 10] });
    expect(after({ type: "visit", id: "a" })).toEqual({ ...FIRST_VIEW, current: "a" });
    expect(after({ type: "hint", id: "a" })).toEqual({ ...FIRST_VIEW, hinted: "a" });
  });

  it("shows no part of time that is none.", () => {
    const shown = after({ type: "show", domain: [0, 10] });
    for (const domain of [
      [NaN, 5],
      [0, Infinity],
      [undefined, undefined],
    ] as unknown as [number, number][])
      expect(reduce(shown, { type: "show", domain })).toBe(shown);
  });

  it("shows everything again.", () => {
    expect(after({ type: "show", domain: [0, 10] }, { type: "show", domain: undefined }).domain).toBeUndefined();
  });

  it("lets arrows start from what was selected, and from there still when nothing is selected any more.", () => {
    const selected = after({ type: "select", id: "a" });
    expect(selected).toMatchObject({ selected: "a", current: "a" });
    expect(reduce(selected, { type: "select", id: undefined })).toMatchObject({ selected: undefined, current: "a" });
  });

  it("selects again what arrows have gone away from.", () => {
    const view = after({ type: "select", id: "a" }, { type: "visit", id: "b" }, { type: "select", id: "a" });
    expect(view).toMatchObject({ selected: "a", current: "a" });
  });

  it("lists events in place of the selected one, and selects one of them in place of the list.", () => {
    const listed = after({ type: "select", id: "a" }, { type: "list", ids: ["b", "c"] });
    expect(listed).toMatchObject({ selected: undefined, listed: ["b", "c"] });
    expect(reduce(listed, { type: "select", id: "c" })).toMatchObject({ selected: "c", listed: undefined });
    expect(reduce(listed, { type: "select", id: undefined })).toMatchObject({ selected: undefined, listed: undefined });
  });
});
