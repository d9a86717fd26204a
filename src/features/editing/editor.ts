import type { Door } from "../../component/feature.js";
import type { EventBase } from "../../model/input.js";
import { listOf } from "../../store/rows.js";
import type { Say } from "../say.js";
import { applyChange, type Change } from "./change.js";
import { createHistory, type Outcome } from "./history.js";
import { targetOf } from "./target.js";
import type { EditingMessages } from "./words.js";

/** What an editor needs. */
export interface EditorSetting {
  readonly door: Door;
  /** How many changes can be taken back. */
  readonly history: number;
  readonly say: Say<keyof EditingMessages>;
}

/** Makes changes, and takes them back. */
export interface Editor {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What the timeline holds: the author's own objects, and new ones in the place of those that changed. */
  rows(): readonly EventBase[];
  /** Asks the listeners, then makes a change; false where they refuse. */
  commit(change: Change): boolean;
  undo(): boolean;
  redo(): boolean;
}

/** Makes an editor of the events of a timeline. */
export function createEditor({ door, history: most, say }: EditorSetting): Editor {
  const history = createHistory(most);

  const rows = (): readonly EventBase[] => listOf(door.shown().options.events);

  const act = (change: Change, cause: "edit" | "undo" | "redo"): Outcome => {
    if (!applyChange(rows(), change)) return "gone";
    const { action, before, after } = change;
    const answer = { isRefused: false };
    const refuse = (): void => {
      answer.isRefused = true;
    };
    door.emit("change", { action, cause, before, after, refuse });
    if (answer.isRefused) {
      door.say(say("refused"));
      return "refused";
    }
    // A listener may have brought other events.
    const events = applyChange(rows(), change);
    if (!events) return "gone";
    door.update({ events });
    return "done";
  };

  const describe = ({ action, before, after }: Change): string => {
    const shown = door.shown();
    const row = after ?? before;
    const target = shown.prepared.all.events.find(({ datum }) => datum === row);
    const title = target?.title.text ?? titleOf(before);
    if (!after) return say("removed", { title });
    if (!target) return title;
    const lane = target.laneLabel?.text ?? target.lane ?? say("noLane");
    if (action === "lane") return say("inLane", { title, lane });
    if (action === "rename") return say("renamed", { title });
    return say(before ? "moved" : "added", { title, date: shown.prepared.setting.dates.spoken(target.span) });
  };

  return {
    get canUndo() {
      return history.canUndo;
    },
    get canRedo() {
      return history.canRedo;
    },
    rows,
    commit(change) {
      const gone = change.after ? "" : describe({ ...change, after: undefined });
      const outcome = act(change, "edit");
      if (outcome === "gone") door.say(say("gone"));
      if (outcome !== "done") return false;
      history.push(change);
      door.flush();
      door.say(gone === "" ? describe(change) : gone);
      return true;
    },
    undo: () => again("undo"),
    redo: () => again("redo"),
  };

  function again(cause: "undo" | "redo"): boolean {
    let id: string | undefined;
    const isDone = history[cause]((change) => {
      ({ id } = change.after ?? {});
      return act(change, cause);
    });
    door.flush();
    if (!isDone) return false;
    if (id !== undefined && targetOf(door.shown(), id)) door.reveal(id);
    door.say(say(cause === "undo" ? "undone" : "redone"));
    return true;
  }
}

function titleOf(row: EventBase | undefined): string {
  return typeof row?.title === "string" ? row.title : "";
}
