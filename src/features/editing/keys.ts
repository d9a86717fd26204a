import type { Door } from "../../component/feature.js";
import { isChord, isTyping } from "../../component/keyboard.js";
import { activeIn } from "../../component/page.js";
import type { Draft, DraftBoard } from "./draft.js";
import type { Moves } from "./moves.js";
import { laneBeside, meaningOf } from "./places.js";
import { targetOf, type Target } from "./target.js";

/** What keys act on. */
export interface KeySetting {
  readonly door: Door;
  readonly board: DraftBoard;
  readonly moves: Moves;
  /** Makes the change of a draft. */
  commit(draft: Draft): void;
  add(): void;
  remove(target: Target): void;
  rename(target: Target): void;
  /** Takes back the last change; false where there is none. */
  undo(): boolean;
  redo(): boolean;
  /** How a lane is called. */
  nameOf(lane: string | undefined): string;
  /** Tells screen readers what happens: an event can be moved, that is given up, or it can't go there. */
  tell(what: "started" | "cancelled" | "impossible", target: Target): void;
}

/**
 * Edits the event that has focus: F2 takes hold of it, then arrows move it, with Shift its end and with Alt its start; Enter lets go of it where
 * it is and Escape where it was. It listens before those to whom arrows mean other events.
 *
 * @returns What ends it.
 */
export function listenToEditingKeys(setting: KeySetting): () => void {
  const { door, board, moves } = setting;
  const { root, list } = door.page;
  /** Whether the draft is held by keys. */
  let isHeld = false;

  const letGo = (isKept: boolean): void => {
    const { draft } = board;
    isHeld = false;
    board.set(undefined);
    if (!draft) return;
    if (isKept) setting.commit(draft);
    else setting.tell("cancelled", draft.target);
  };

  const take = (target: Target): void => {
    isHeld = true;
    board.set({ target, action: "move", after: target.row });
    setting.tell("started", target);
  };

  /** Moves the draft on. What is moved twice is moved; what is moved and then resized has a date of its own. */
  const go = ({ target, action, after }: Draft, { key, shiftKey, altKey }: KeyboardEvent): void => {
    const { layout } = door.shown();
    const meaning = layout && meaningOf(layout, key);
    if (!meaning) return;
    const now: Target = { ...target, row: after };
    const side = shiftKey ? "end" : altKey ? "start" : undefined;
    const next = !meaning.time
      ? !side && layout.axis && besideOf(now, meaning.lane!)
      : side
        ? moves.resize(now, side, { steps: meaning.time })
        : moves.move(now, { steps: meaning.time });
    if (!next) {
      setting.tell("impossible", target);
      return;
    }
    const isOnlyLane = next.after.date === target.row.date && next.after.lane !== target.row.lane;
    const did = isOnlyLane ? "lane" : action === "resize" || next.action === "resize" ? "resize" : "move";
    const draft: Draft = { target, action: did, after: next.after };
    board.set(draft);
    door.say(meaning.time ? board.tell(draft) : setting.nameOf(draft.after.lane));
  };

  const besideOf = (now: Target, step: 1 | -1): Draft | undefined => {
    const beside = laneBeside(door.shown().layout!, now.row.lane, step);
    return beside && moves.move(now, { steps: 0 }, beside.lane.id);
  };

  /** A key while an event is held; all but Tab are ours. */
  const onHeldKey = (domEvent: KeyboardEvent, draft: Draft): boolean => {
    switch (domEvent.key) {
      case "Enter":
      case " ":
        letGo(true);
        return true;
      case "Escape":
        letGo(false);
        return true;
      case "F2":
        letGo(true);
        setting.rename(targetOf(door.shown(), draft.target.id) ?? draft.target);
        return true;
      case "Delete":
        isHeld = false;
        board.set(undefined);
        setting.remove(draft.target);
        return true;
      default:
        if (!domEvent.key.startsWith("Arrow")) return false;
        go(draft, domEvent);
        return true;
    }
  };

  const onPlainKey = ({ key, shiftKey }: KeyboardEvent, target: Target): boolean => {
    if (shiftKey) return false;
    if (key === "F2") take(target);
    else if (key === "Delete") setting.remove(target);
    else return false;
    return true;
  };

  /** Ctrl or Command with Z and Y, by the sign or by where the key is: on an Arabic keyboard it has another sign. */
  const onChord = ({ key, code, altKey, shiftKey }: KeyboardEvent): boolean => {
    const sign = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.slice(-1).toLowerCase();
    if (altKey || (sign !== "z" && sign !== "y")) return false;
    if (!isHeld) return sign === "y" || shiftKey ? setting.redo() : setting.undo();
    letGo(false);
    return true;
  };

  const onKeydown = (domEvent: KeyboardEvent): void => {
    if (domEvent.defaultPrevented || isTyping(domEvent)) return;
    const isOnEvent = list.contains(domEvent.target as Node | null);
    const id = (domEvent.target as Element).getAttribute("data-event") ?? undefined;
    if (!isTaken(domEvent, isOnEvent ? targetOf(door.shown(), id) : undefined)) return;
    domEvent.preventDefault();
    domEvent.stopPropagation();
  };

  const isTaken = (domEvent: KeyboardEvent, target: Target | undefined): boolean => {
    const { draft } = board;
    const { key, altKey, ctrlKey, metaKey } = domEvent;
    const isStart = isHeld && altKey && !ctrlKey && !metaKey && key.startsWith("Arrow");
    if (isChord(domEvent) && !isStart) return onChord(domEvent);
    if (target && isHeld && draft) return onHeldKey(domEvent, draft);
    if (target && onPlainKey(domEvent, target)) return true;
    if (key !== "Insert") return false;
    setting.add();
    return true;
  };

  /** Who leaves an event keeps what was done to it; where events are drawn anew, focus comes back at once. */
  const onFocusOut = (): void => {
    if (!isHeld) return;
    door.window.setTimeout(() => {
      const id = activeIn(root)?.getAttribute("data-event");
      if (isHeld && id !== board.draft?.target.id) letGo(true);
    });
  };

  const onPointerDown = (): void => {
    if (isHeld) letGo(true);
  };

  root.addEventListener("keydown", onKeydown, { capture: true });
  root.addEventListener("pointerdown", onPointerDown, { capture: true });
  list.addEventListener("focusout", onFocusOut);
  return () => {
    root.removeEventListener("keydown", onKeydown, { capture: true });
    root.removeEventListener("pointerdown", onPointerDown, { capture: true });
    list.removeEventListener("focusout", onFocusOut);
    if (isHeld) board.set(undefined);
    isHeld = false;
  };
}
