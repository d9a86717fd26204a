import type { EventBase, TimelineEvent } from "../model/input.js";
import type { OptionChanges, TimelineOptions } from "../model/options.js";
import type { Timeline } from "./handle.js";
import { messageTypes, type TimelineListeners } from "./listeners.js";
import { createTimeline } from "./timeline.js";

/**
 * Gets messages of a timeline.
 *
 * @typeParam M - What they say.
 * @param message - One of them.
 */
export type TimelineHandler<M> = (message: M) => void;

/**
 * What listens to a timeline, as a framework names it: `onSelect` gets the messages of `select`, and so on.
 *
 * @typeParam E - The type of the events.
 */
export type TimelineHandlers<E extends EventBase = TimelineEvent> = {
  readonly [Type in keyof TimelineListeners<E> as `on${Capitalize<Type>}`]?:
    TimelineHandler<TimelineListeners<E>[Type]> | undefined;
} & {
  /** Gets the timeline once it is drawn, for all that it can do. */
  readonly onReady?: TimelineHandler<Timeline<E>> | undefined;
};

/**
 * The options of a timeline and what listens to it in one object, as a component of a framework gets them.
 *
 * @typeParam E - The type of the events.
 */
export type TimelineProps<E extends EventBase = TimelineEvent> = OptionChanges<E> & TimelineHandlers<E>;

/** A timeline that follows the props of a component. */
export interface Binding<E extends EventBase> {
  readonly timeline: Timeline<E>;
  /** Takes other props: an option that is gone goes back to its default, and nothing happens where none has changed. */
  update(props: TimelineProps<E>): void;
}

/** Draws a timeline into an element and keeps it to the props of a component. */
export function bindTimeline<E extends EventBase>(host: Element, props: TimelineProps<E>): Binding<E> {
  let [options, handlers] = split(props);
  const timeline = createTimeline<E>(host, options as unknown as TimelineOptions<E>);
  for (const type of messageTypes()) {
    timeline.on(type, (message) => {
      (handlers[handlerName(type)] as ((message: unknown) => void) | undefined)?.(message);
    });
  }
  (handlers["onReady"] as TimelineHandlers<E>["onReady"])?.(timeline);
  return {
    timeline,
    update(next) {
      const [wanted, others] = split(next);
      handlers = others;
      const changes = changesBetween(options, wanted);
      if (Object.keys(changes).length > 0) timeline.update(changes);
      options = wanted;
    },
  };
}

/** What turns some options into others; `undefined` for what only the first had. */
export function changesBetween<E extends EventBase>(
  before: OptionChanges<E>,
  after: OptionChanges<E>,
): OptionChanges<E> {
  const names = Object.keys({ ...before, ...after }) as (keyof OptionChanges<E>)[];
  const changed = names.filter((name) => !Object.is(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}

/** What a framework calls the handler of a type of messages. */
export function handlerName<Type extends string>(type: Type): `on${Capitalize<Type>}` {
  return `on${type.charAt(0).toUpperCase()}${type.slice(1)}` as `on${Capitalize<Type>}`;
}

function split<E extends EventBase>(props: TimelineProps<E>): [OptionChanges<E>, Readonly<Record<string, unknown>>] {
  const names = new Set<string>(["onReady", ...messageTypes().map(handlerName)]);
  const entries = Object.entries<unknown>(props);
  return [
    Object.fromEntries(entries.filter(([name]) => !names.has(name))),
    Object.fromEntries(entries.filter(([name]) => names.has(name))),
  ];
}
