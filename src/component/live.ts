import type { EventBase, TimelineEvent } from "../model/input.js";
import type { Prepared } from "../layout/prepare.js";
import type { Columns } from "../store/columns.js";
import { cleanText } from "../text/clean.js";
import type { News } from "./news.js";
import { appendRows, listOf, removeRows, upsertRows, type IdOf, type Rows } from "../store/rows.js";

/**
 * Events that come, change and go while the timeline is in the page. The author's own list is never changed: the timeline
 * holds one of its own. What is in view, chosen and in focus stays. However many calls come at once, one picture is drawn,
 * in the next frame, and screen readers are told at most once in five seconds; see the option `announce`.
 *
 * @typeParam E - The type of the events.
 */
export interface LiveEvents<E extends EventBase> {
  /**
   * Adds events. Where they are drawn as `density`, only the new ones are read; they are taken in among the others between
   * pictures, without holding up the page. More at once than twice a sixteenth of those that are there, or than 131,072,
   * are taken in before the next picture.
   *
   * @param events - They may lie anywhere in time. What can't be read becomes an issue.
   */
  append(events: readonly (E | TimelineEvent)[]): void;
  /**
   * Puts events in the place of those with the same id, and adds those whose id is new.
   *
   * @param events - One without an id is added.
   */
  upsert(events: readonly (E | TimelineEvent)[]): void;
  /**
   * Takes events away.
   *
   * @param ids - Their ids. One that is unknown is passed over.
   */
  remove(ids: readonly string[]): void;
}

/** What live events need. */
export interface LiveSetting<E extends EventBase> {
  readonly news: News;
  /** What the timeline holds. */
  rows(this: void): unknown;
  use(this: void, rows: Rows<E>): void;
  /** Whether screen readers are to be told. */
  isTold(this: void): boolean;
}

/** The methods of live events, and what they need to hear of. */
export interface Live<E extends EventBase> extends LiveEvents<E> {
  /** After each picture. */
  drawn(prepared: Prepared): void;
}

/** Makes the methods of live events. */
export function createLive<E extends EventBase>({ news, rows, use, isTold }: LiveSetting<E>): Live<E> {
  let shown: Columns | undefined;
  let ids = new WeakMap<object, string>();
  let isChanged = false;
  const change = (next: Rows<E>): void => {
    isChanged = true;
    use(next);
  };
  /** Those that were drawn are known by their own objects, for not all have an id in their data. */
  const idOf: IdOf = (row) => {
    if (typeof row !== "object" || row === null) return undefined;
    return ids.get(row) ?? ownId(row);
  };
  return {
    append(events) {
      change(appendRows(listOf<E>(rows()), listOf<E>(events)));
    },
    upsert(events) {
      change(upsertRows(listOf<E>(rows()), listOf<E>(events), idOf));
    },
    remove(gone) {
      change(removeRows(listOf<E>(rows()), new Set(listOf<unknown>(gone).map(String)), idOf));
    },
    drawn({ all, words }) {
      if (all === shown) return;
      if (isChanged && shown && isTold()) news.note(shown, all, words);
      isChanged = false;
      shown = all;
      ids = new WeakMap(all.events.map(({ datum, id }) => [datum, id]));
    },
  };
}

function ownId(row: object): string | undefined {
  try {
    const id = (row as Partial<EventBase>).id as unknown;
    return typeof id === "string" || typeof id === "number" ? cleanText(String(id)) : undefined;
  } catch {
    return undefined;
  }
}
