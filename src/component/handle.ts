import type { Issue } from "../base/errors.js";
import type { DomainInput } from "../model/domain.js";
import type { EventBase, TimelineEvent } from "../model/input.js";
import type { OptionChanges } from "../model/options.js";
import type { TimelineState } from "../view/state.js";
import type { TimelineListeners } from "./listeners.js";
import type { LiveEvents } from "./live.js";

/**
 * A timeline in a page.
 *
 * @typeParam E - The type of its events.
 */
export interface Timeline<E extends EventBase = TimelineEvent> extends LiveEvents<E> {
  /**
   * Changes any options; the others stay. However many changes come at once, one picture is drawn, in the next frame.
   *
   * @param options - The options to change.
   * @throws MizwalaError for an unknown option or an impossible value; then nothing changes.
   */
  update(options: OptionChanges<E>): void;
  /**
   * Brings a part of time into view.
   *
   * @param domain - The first and the last date. Default: all events.
   * @throws MizwalaError where a date can't be read.
   */
  show(domain?: DomainInput): void;
  /**
   * Chooses an event, brings it into view and opens its details.
   *
   * @param id - Its id. Without one, or with an unknown one, none is chosen.
   */
  select(id?: string): void;
  /** What the reader has made of the timeline, as plain JSON: for a link, a file or another timeline of the same events. */
  readonly state: TimelineState;
  /**
   * Brings a state back. What it leaves out goes back to what the author made, what can't be read is passed over.
   *
   * @param state - What {@link Timeline.state} was.
   */
  restore(state: TimelineState): void;
  /**
   * The address of this page with an event chosen, for a link; `undefined` without the option `hash`.
   *
   * @param id - The id of the event.
   */
  hrefOf(id: string): string | undefined;
  /**
   * Listens. An error in a listener stops nobody else.
   *
   * @param type - What to listen to.
   * @param listener - Gets each message.
   * @returns What ends the listening.
   */
  on<Type extends keyof TimelineListeners<E>>(
    type: Type,
    listener: (message: TimelineListeners<E>[Type]) => void,
  ): () => void;
  /** What was wrong with the data, row by row. */
  readonly issues: readonly Issue[];
  /** Takes everything away again: elements, listeners, observers and timers. Calling it twice does no harm. */
  destroy(): void;
}
