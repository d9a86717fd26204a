import type { Emitter } from "../base/emitter.js";
import type { Layout } from "../layout/layout.js";
import type { Prepared } from "../layout/prepare.js";
import type { EventBase } from "../model/input.js";
import { describeView } from "../scene/describe.js";
import { isSame } from "../view/view.js";
import type { Announcer } from "./announce.js";
import type { TimelineListeners } from "./listeners.js";

/** What listeners and screen readers are told after a picture. */
export interface Tidings<E extends EventBase> {
  /** Which event is chosen, where that has changed. */
  selection(id: string | undefined, event: E | undefined): void;
  /** Which part of time is in view, where that has changed; screen readers hear it where the reader has moved it. */
  move(before: Layout, after: Layout, prepared: Prepared, isFollowed: boolean): void;
}

/** Makes what tells them. */
export function createTidings<E extends EventBase>(
  { emit }: Pick<Emitter<TimelineListeners<E>>, "emit">,
  { say }: Pick<Announcer, "say">,
): Tidings<E> {
  let told: string | undefined;
  return {
    selection(id, event) {
      if (id === told) return;
      told = id;
      emit("select", { event });
    },
    move(before, after, { setting, words, crowd }, isFollowed) {
      if (isSame(before.domain, after.domain)) return;
      const [from, to] = after.warp.domainInTime(after.domain);
      emit("domain", { from, to });
      const { columns, marks, mode } = after;
      const isMoved =
        after.axis !== undefined && before.width === after.width && (before.columns === columns || mode === "density");
      if (!isMoved || isFollowed) return;
      const n = crowd ? crowd.countIn(from, to) : marks.filter(({ event }) => !columns.isQuiet?.[event]).length;
      say(describeView(n, [from, to], setting.dates, words));
    },
  };
}
