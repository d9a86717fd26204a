import { inverseOf, type Change } from "./change.js";

/** What was done, and what was taken back; of both no more than a bound. */
export interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Remembers a change; what was taken back before is forgotten. */
  push(change: Change): void;
  /** Takes the last change back: `act` does it, and tells whether it could. */
  undo(act: (inverse: Change) => boolean): boolean;
  /** Does again what was taken back last. */
  redo(act: (change: Change) => boolean): boolean;
}

/** Makes an empty history of at most so many changes. */
export function createHistory(most: number): History {
  const done: Change[] = [];
  const undone: Change[] = [];
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
    undo(act) {
      const change = done.at(-1);
      if (!change || !act(inverseOf(change))) return false;
      done.pop();
      undone.push(change);
      return true;
    },
    redo(act) {
      const change = undone.at(-1);
      if (!change || !act(change)) return false;
      undone.pop();
      done.push(change);
      return true;
    },
  };
}
