import { inverseOf, type Change } from "./change.js";

/** What became of a change: it was made, somebody did not want it, or what it changes is not there any more. */
export type Outcome = "done" | "refused" | "gone";

/** What was done, and what was taken back; of both no more than a bound. */
export interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Remembers a change; what was taken back before is forgotten. */
  push(change: Change): void;
  /** Takes the last change back: `act` makes its inverse. What is gone is forgotten. */
  undo(act: (inverse: Change) => Outcome): boolean;
  /** Makes what was taken back last once more. */
  redo(act: (change: Change) => Outcome): boolean;
}

/** Makes an empty history of at most so many changes. */
export function createHistory(most: number): History {
  const done: Change[] = [];
  const undone: Change[] = [];
  const shift = (from: Change[], to: Change[], act: (change: Change) => Outcome): boolean => {
    const change = from.at(-1);
    const outcome = change ? act(change) : "refused";
    if (outcome !== "refused") from.pop();
    if (outcome === "done") to.push(change!);
    return outcome === "done";
  };
  return {
    get canUndo() {
      return done.length > 0;
    },
    get canRedo() {
      return undone.length > 0;
    },
    push(change) {
      done.push(change);
      if (done.length > most) done.shift();
      undone.length = 0;
    },
    undo: (act) => shift(done, undone, (change) => act(inverseOf(change))),
    redo: (act) => shift(undone, done, act),
  };
}
