import { clamp } from "../base/math.js";
import type { Words } from "../locale/messages.js";
import type { Columns } from "../store/columns.js";
import type { Announcer } from "./announce.js";

/** Tells screen readers of events that come, change and go: never more than one message in five seconds. */
export interface News {
  /** Notes what another state of the events has, and says it when it is time. */
  note(before: Columns, after: Columns, words: Words): void;
  stop(): void;
}

/** From the first change to the message, and from one message to the next, in milliseconds. */
const REST = 500;
const PAUSE = 5_000;

/** Makes what tells the news through an announcer, which says what answers the reader first. */
export function createNews(window: Window, announcer: Announcer): News {
  let counts = { added: 0, changed: 0, removed: 0 };
  let toldAt = -Infinity;
  let timer: number | undefined;
  let words: Words | undefined;

  const tell = (): void => {
    timer = undefined;
    const { added, changed, removed } = counts;
    const parts = [
      added > 0 ? words!.say("added", { n: added }) : "",
      changed > 0 ? words!.say("changed", { n: changed }) : "",
      removed > 0 ? words!.say("removed", { n: removed }) : "",
    ].filter((part) => part !== "");
    if (parts.length === 0) return;
    if (!announcer.tell(parts.join(words!.separator))) {
      timer = window.setTimeout(tell, REST);
      return;
    }
    toldAt = Date.now();
    counts = { added: 0, changed: 0, removed: 0 };
  };

  return {
    note(before, after, speech) {
      words = speech;
      for (const { id, datum } of after.events) {
        const place = before.byId.get(id);
        if (place === undefined) counts.added++;
        else if (before.events[place]!.datum !== datum) counts.changed++;
      }
      for (const { id } of before.events) if (!after.byId.has(id)) counts.removed++;
      // Never longer than that, also where the clock of the machine was set back.
      timer ??= window.setTimeout(tell, clamp(toldAt + PAUSE - Date.now(), REST, PAUSE));
    },
    stop() {
      window.clearTimeout(timer);
    },
  };
}
