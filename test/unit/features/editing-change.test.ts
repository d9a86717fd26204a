import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, EDIT_ACTIONS, inverseOf, type Change } from "../../../src/features/editing/change.js";
import { createHistory, type Outcome } from "../../../src/features/editing/history.js";
import type { EventBase } from "../../../src/model/input.js";

type Rows = readonly EventBase[];

const row: fc.Arbitrary<EventBase> = fc.record({
  date: fc.constantFrom("2020", "2021"),
  title: fc.string({ maxLength: 3 }),
});
const rows = fc.array(row, { maxLength: 6 });

/** A change that can be made to rows. */
const changeOf = (all: Rows): fc.Arbitrary<Change> => {
  const action = fc.constantFrom(...EDIT_ACTIONS);
  const added = fc.record({
    action,
    at: fc.nat({ max: all.length }),
    before: fc.constant(undefined),
    after: row,
  });
  if (all.length === 0) return added;
  const place = fc.nat({ max: all.length - 1 });
  const changed = fc
    .record({ action, at: place, after: fc.option(row, { nil: undefined }) })
    .map((change) => ({ ...change, before: all[change.at]! }));
  return fc.oneof(added, changed);
};
const rowsAndChange = rows.chain((all) => fc.tuple(fc.constant(all), changeOf(all)));

describe("A change of the rows", () => {
  it("that is taken back leaves the same rows in the same order.", () => {
    fc.assert(
      fc.property(rowsAndChange, ([all, change]) => {
        const next = applyChange(all, change)!;
        const back = applyChange(next, inverseOf(change))!;
        expect(back).toHaveLength(all.length);
        back.forEach((one, i) => {
          expect(one).toBe(all[i]);
        });
      }),
      { seed: 21 },
    );
  });

  it("never changes the list that it is made to, nor its rows.", () => {
    fc.assert(
      fc.property(rowsAndChange, ([all, change]) => {
        const copy = structuredClone(all);
        Object.freeze(all);
        for (const one of all) Object.freeze(one);
        applyChange(all, change);
        expect(all).toEqual(copy);
      }),
      { seed: 22 },
    );
  });

  it("finds its row where others came before it, and is none where it is gone.", () => {
    const [a, b, c] = ["a", "b", "c"].map((title) => ({ title, date: "2020" })) as [EventBase, EventBase, EventBase];
    const change: Change = { action: "rename", at: 0, before: a, after: c };
    expect(applyChange([b, a], change)).toEqual([b, c]);
    expect(applyChange([b], change)).toBeUndefined();
    expect(applyChange([b], { ...change, action: "add", at: 7, before: undefined })).toEqual([b, c]);
  });
});

describe("The history of changes", () => {
  it("goes back to the first rows and forward to the last, whatever was done.", () => {
    fc.assert(
      fc.property(rows, fc.array(fc.nat(), { maxLength: 12 }), (first, seeds) => {
        const history = createHistory(100);
        let now: Rows = first;
        const act = (change: Change): Outcome => {
          const next = applyChange(now, change);
          now = next ?? now;
          return next ? "done" : "gone";
        };
        for (const seed of seeds) {
          const [change] = fc.sample(changeOf(now), { numRuns: 1, seed });
          if (act(change!) === "done") history.push(change!);
        }
        const last = now;
        while (history.canUndo) expect(history.undo(act)).toBe(true);
        expect(now).toEqual(first);
        while (history.canRedo) expect(history.redo(act)).toBe(true);
        expect(now).toEqual(last);
      }),
      { seed: 23, numRuns: 60 },
    );
  });

  const change = (title: string): Change => ({
    action: "add",
    at: 0,
    before: undefined,
    after: { title, date: "2020" },
  });

  it("forgets what is older than its bound, and what was taken back once something else is done.", () => {
    const history = createHistory(2);
    for (const title of ["a", "b", "c"]) history.push(change(title));
    const yes = (): Outcome => "done";
    expect([history.undo(yes), history.undo(yes), history.undo(yes)]).toEqual([true, true, false]);
    history.redo(yes);
    history.push(change("d"));
    expect(history.canRedo).toBe(false);
  });

  it("stays as it is where a change is refused.", () => {
    const history = createHistory(2);
    history.push(change("a"));
    expect(history.undo(() => "refused")).toBe(false);
    expect([history.canUndo, history.canRedo]).toEqual([true, false]);
  });

  it("forgets what can't be taken back, because it is not there any more.", () => {
    const history = createHistory(2);
    history.push(change("a"));
    expect(history.undo(() => "gone")).toBe(false);
    expect([history.canUndo, history.canRedo]).toEqual([false, false]);
  });
});
