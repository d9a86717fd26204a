import type { Door, FeatureRun } from "../../component/feature.js";
import type { EventBase } from "../../model/input.js";
import type { Words } from "../../locale/messages.js";
import { sayIn, type Say } from "../say.js";
import type { EditAction } from "./change.js";
import { createDraftBoard, type Draft } from "./draft.js";
import { createEditor, type Editor } from "./editor.js";
import { listenToEditingKeys } from "./keys.js";
import { createMoves } from "./moves.js";
import { dateAt } from "./new-date.js";
import type { Point } from "../../component/point-in.js";
import { instantAt, laneAfter, laneAt, lanesRun, pixelOf } from "./places.js";
import { listenToPointers } from "./pointer.js";
import type { Side } from "./shift-date.js";
import { createRenameField } from "./rename.js";
import { targetOf, withTitle, type Target } from "./target.js";
import { createToolbar, type Tool } from "./toolbar.js";
import { WORDS, type EditingMessages } from "./words.js";

/** How the editing is, with everything decided. */
export interface EditingSetting {
  readonly actions: ReadonlySet<EditAction>;
  readonly history: number;
  readonly toolbar: boolean;
  /** Fields that new events have. */
  readonly newEvent: Partial<EventBase>;
  readonly messages: Partial<EditingMessages>;
}

/** The editing at work. */
export interface EditingRun extends FeatureRun {
  readonly editor: Editor;
  /** Adds an event with an id of its own, and returns that; `undefined` where it is refused. */
  add(row: EventBase): string | undefined;
  target(id: string): Target | undefined;
}

/** Lasts so long in a picture without an axis, in milliseconds: a new event is known to the day. */
const PLAIN_PIXEL = 3_600_000;

/** What buttons do that go one step, and how far. */
const STEPS: Readonly<Partial<Record<Tool, readonly [part: "whole" | Side | "lane", step: 1 | -1]>>> = {
  earlier: ["whole", -1],
  later: ["whole", 1],
  startEarlier: ["start", -1],
  startLater: ["start", 1],
  endEarlier: ["end", -1],
  endLater: ["end", 1],
  previousLane: ["lane", -1],
  nextLane: ["lane", 1],
};

/** Starts the editing in a timeline. */
export function startEditing(
  door: Door,
  { actions, history, toolbar, newEvent, messages }: EditingSetting,
): EditingRun {
  let spoken: { readonly words: Words; readonly say: Say<keyof EditingMessages> } | undefined;
  const speech = (): Say<keyof EditingMessages> => {
    const { words } = door.shown().prepared;
    if (spoken?.words !== words) spoken = { words, say: sayIn(WORDS, words, messages) };
    return spoken.say;
  };
  const say: Say<keyof EditingMessages> = (key, values) => speech()(key, values);
  const isAllowed = (action: EditAction): boolean => actions.has(action);
  const board = createDraftBoard(door);
  const editor = createEditor({ door, history, say });
  const moves = createMoves(door, isAllowed);
  const field = createRenameField(door);

  const commit = ({ target, action, after }: Draft): void => {
    const { row, at } = target;
    const [old, wanted] = [row, after].map(({ date, lane }) => JSON.stringify([date, lane]));
    if (wanted === old) return;
    editor.commit({ action, at, before: row, after });
  };
  const remove = ({ row, at }: Target): void => {
    if (isAllowed("remove")) editor.commit({ action: "remove", at, before: row, after: undefined });
  };
  const rename = (target: Target): void => {
    if (!isAllowed("rename")) return;
    field.open(target, say("title"), (title) => {
      const now = targetOf(door.shown(), target.id);
      if (!now) return;
      const after = withTitle(now, title, door.shown().options.locale);
      editor.commit({ action: "rename", at: now.at, before: now.row, after });
    });
  };
  const add = (row: EventBase): string | undefined => {
    const id = freeId(row.id);
    const isDone = editor.commit({ action: "add", at: editor.rows().length, before: undefined, after: { ...row, id } });
    return isDone ? id : undefined;
  };
  const freeId = (wanted: string | undefined): string => {
    const { byId } = door.shown().prepared.all;
    if (wanted !== undefined && !byId.has(wanted)) return wanted;
    for (let n = byId.size + 1; ; n++) if (!byId.has(`event-${n}`)) return `event-${n}`;
  };

  /** Adds an event at a point of the plot, else in the middle of what is in view, and asks for its title. */
  const addAt = (at?: Point): boolean => {
    if (!isAllowed("add")) return false;
    const { layout, options, view, prepared } = door.shown();
    const target = current();
    const middle = layout?.orientation.point(layout.length / 2, 0);
    const instant = layout?.axis ? instantAt(layout, at ?? middle!) : (prepared.all.anchor.at(-1) ?? Date.now());
    const date = dateAt(instant, layout?.axis ? pixelOf(layout) : PLAIN_PIXEL, options.calendar);
    const lane = layout?.lanes && (at ? laneAt(layout, at)?.lane.id : (target?.event.lane ?? layout.lanes[0]?.lane.id));
    const { filter } = view;
    const id = add({ title: say("untitled"), ...newEvent, date, ...(lane !== undefined && lane !== "" && { lane }) });
    if (id === undefined) return true;
    if (filter) door.dispatch({ type: "filter", filter: { ...filter, ids: new Set([...filter.ids, id]) } });
    door.focus(id);
    const made = targetOf(door.shown(), id);
    if (made) rename(made);
    return true;
  };

  /** The event that the buttons are for. */
  const current = (): Target | undefined => {
    const shown = door.shown();
    return targetOf(shown, shown.view.selected ?? shown.view.current);
  };
  const stepFor = (tool: Tool, target: Target): Draft | undefined => {
    const { layout } = door.shown();
    const [part, steps] = STEPS[tool]!;
    if (part === "whole") return moves.move(target, { steps });
    if (part !== "lane") return moves.resize(target, part, { steps });
    const lane = layout && laneAfter(layout, target.event.lane, steps);
    return lane && moves.move(target, { steps: 0 }, lane.lane.id);
  };
  const use = (tool: Tool): void => {
    if (tool === "undo" || tool === "redo") editor[tool]();
    else if (tool === "add") addAt();
    else {
      const target = current();
      if (!target) return;
      if (tool === "rename") rename(target);
      else if (tool === "remove") remove(target);
      else {
        const draft = stepFor(tool, target);
        if (draft) commit(draft);
        else door.say(say("impossible"));
        door.reveal(target.id);
      }
    }
  };

  const bar = toolbar ? createToolbar(door.slot("above", "mizwala-editing"), speech, use) : undefined;
  const releases = [
    listenToPointers({ door, board, moves, commit, add: addAt, isAllowed }),
    listenToEditingKeys({
      ...{ door, board, moves, commit, remove, rename },
      add: () => void addAt(),
      undo: () => editor.undo(),
      redo: () => editor.redo(),
      nameOf: (id = "") =>
        door.shown().layout?.lanes?.find(({ lane }) => lane.id === id)?.lane.label?.text ?? say("noLane"),
      tell: (what, target) => {
        door.say(say(what, { title: target.event.title.text }));
      },
    }),
  ];

  return {
    editor,
    add,
    target: (id) => targetOf(door.shown(), id),
    layer: (layout, setting) => board.layer(layout, setting),
    keys: () => say("keys").split("\n"),
    drawn({ layout }) {
      const target = current();
      const isReady = (tool: Tool): boolean => {
        if (tool === "undo") return editor.canUndo;
        if (tool === "redo") return editor.canRedo;
        if (tool === "add") return true;
        const [part, step] = STEPS[tool] ?? [];
        if (part !== "lane" || !target) return target !== undefined;
        return !!layout && laneAfter(layout, target.event.lane, step!) !== undefined;
      };
      const isShown = (tool: Tool): boolean => {
        if (tool === "undo" || tool === "redo") return true;
        if (tool === "add" || tool === "rename" || tool === "remove") return isAllowed(tool);
        const [part] = STEPS[tool]!;
        if (part === "lane") return isAllowed("lane") && layout?.mode === "lanes";
        return isAllowed(part === "whole" ? "move" : "resize");
      };
      const isDown = layout?.mode === "list" || layout?.orientation.isUpright === true;
      const time = isDown ? "down" : (layout?.orientation.time ?? "ltr");
      bar?.({ target, time, lanes: layout ? lanesRun(layout) : "down", isShown, isReady });
    },
    stop() {
      for (const release of releases) release();
      field.close();
    },
  };
}
