import { MizwalaError } from "../../base/errors.js";
import type { Feature } from "../../component/feature.js";
import type { EventBase, TimelineEvent } from "../../model/input.js";
import type { TimelineFeature } from "../../model/options.js";
import { findFaults, flag, object, type Rule, type Rules } from "../../model/rules.js";
import { EDIT_ACTIONS, type EditAction } from "./change.js";
import { EDITING_CSS } from "./css.js";
import { startEditing, type EditingRun } from "./run.js";
import type { EditingMessages } from "./words.js";

/** How an {@link editing} is. */
export interface EditingOptions<E extends EventBase = TimelineEvent> {
  /** What readers may do. Default: everything. */
  readonly actions?: readonly EditAction[];
  /**
   * How many changes can be taken back.
   * @defaultValue 100
   */
  readonly history?: number;
  /**
   * Whether there is a row of buttons; without it fingers can only drag.
   * @defaultValue true
   */
  readonly toolbar?: boolean;
  /** Fields that new events have, such as their kind. Default: none but a date, a title and an id. */
  readonly newEvent?: Partial<E>;
  /** Messages that replace those of the editing, by key. */
  readonly messages?: Partial<EditingMessages>;
}

/**
 * Fields of an event to change; one that is `undefined` is left out.
 *
 * @typeParam E - The type of the events.
 */
export type EventChanges<E extends EventBase> = { readonly [Field in keyof E]?: E[Field] | undefined };

/**
 * Editing of a timeline, also by code. Your own list and its objects are never changed: where an event changes, the timeline
 * holds a new object in its place.
 *
 * @typeParam E - The type of the events.
 */
export interface Editing<E extends EventBase = TimelineEvent> extends TimelineFeature {
  /** What the timeline holds now, as a list of its own; none before the timeline is there. */
  readonly events: readonly E[];
  /** Whether there is a change that can be taken back. */
  readonly canUndo: boolean;
  /** Whether there is a change that can be made again. */
  readonly canRedo: boolean;
  /**
   * Adds an event.
   *
   * @param event - Without an id, or with one that is taken, it gets one.
   * @returns Its id; `undefined` where a listener refuses.
   */
  add(event: E | TimelineEvent): string | undefined;
  /**
   * Changes fields of an event.
   *
   * @param id - Its id.
   * @param fields - The fields to change.
   * @returns Whether it was done: not where there is no such event, or a listener refuses.
   */
  change(id: string, fields: EventChanges<E | TimelineEvent>): boolean;
  /**
   * Takes an event away.
   *
   * @param id - Its id.
   * @returns Whether it was done.
   */
  remove(id: string): boolean;
  /** Takes the last change back, and returns whether there was one. */
  undo(): boolean;
  /** Makes what was taken back last once more, and returns whether there was anything. */
  redo(): boolean;
}

const RULES: Rules = {
  actions: {
    expected: `an array of ${EDIT_ACTIONS.join(", ")}`,
    isValid: (value) =>
      Array.isArray(value) && value.every((action) => (EDIT_ACTIONS as readonly unknown[]).includes(action)),
  },
  history: {
    expected: "a whole number from 0 to 10000",
    isValid: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10_000,
  },
  toolbar: flag,
  newEvent: object,
  messages: object,
} satisfies Record<keyof EditingOptions, Rule>;

/**
 * Lets readers add, move, resize, rename and delete events and change their lanes: by dragging, by keys, and by a row of
 * buttons. Dates keep their precision and their calendar: a month goes by months and stays a month. Each change is told to
 * the listeners of `change`, who may refuse it, and can be taken back.
 *
 * @example
 * ```ts
 * const edit = editing({ newEvent: { kind: "meeting" } });
 * const timeline = createTimeline(host, { events, features: [edit] });
 * timeline.on("change", ({ action, after, refuse }) => {
 *   if (action === "remove") refuse();
 *   else console.log(JSON.stringify(after));
 * });
 * edit.undo();
 * ```
 *
 * @typeParam E - The type of the events.
 * @param options - How it is.
 * @returns A value for the option `features` of one timeline.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export function editing<E extends EventBase = TimelineEvent>(options: EditingOptions<E> = {}): Editing<E> {
  const [fault] = findFaults(options, RULES, { path: "editing" });
  if (fault) throw new MizwalaError(fault);
  const { actions = EDIT_ACTIONS, history = 100, toolbar = true, newEvent = {}, messages = {} } = options;
  const setting = { actions: new Set(actions), history, toolbar, newEvent, messages };
  let run: EditingRun | undefined;

  const feature: Editing<E> & Feature = {
    name: "editing",
    css: EDITING_CSS,
    get events() {
      return [...((run?.editor.rows() ?? []) as readonly E[])];
    },
    get canUndo() {
      return run?.editor.canUndo ?? false;
    },
    get canRedo() {
      return run?.editor.canRedo ?? false;
    },
    add: (event) => run?.add(event),
    change(id, fields) {
      const target = run?.target(id);
      if (!run || !target) return false;
      const { row, at } = target;
      const kept = Object.entries({ ...row, id, ...fields }).filter(([, value]) => value !== undefined);
      const after = Object.fromEntries(kept) as unknown as EventBase;
      return run.editor.commit({ action: actionOf(fields), at, before: row, after });
    },
    remove(id) {
      const target = run?.target(id);
      if (!run || !target) return false;
      return run.editor.commit({ action: "remove", at: target.at, before: target.row, after: undefined });
    },
    undo: () => run?.editor.undo() ?? false,
    redo: () => run?.editor.redo() ?? false,
    start(door) {
      const started = (run = startEditing(door, setting));
      return {
        ...started,
        stop() {
          run = undefined;
          started.stop?.();
        },
      };
    },
  };
  return feature;
}

function actionOf(fields: object): EditAction {
  if ("date" in fields) return "move";
  return "lane" in fields ? "lane" : "rename";
}
