import type { Door } from "../component/feature.js";
import { isTyping } from "../component/keyboard.js";
import { activeIn } from "../component/page.js";
import { nameOf } from "../store/crowd.js";
import { slideOf, type Slide } from "../features/slider.js";
import type { KnownEvent, KnownEvents } from "./known-events.js";
import type { Layer } from "./layer.js";

/** What walking needs. */
export interface WalkSetting {
  readonly events: KnownEvents;
  /** The events that are shown. */
  layer(this: void): Layer;
  /** Does something that readers wait for. */
  busy<Result>(this: void, work: Promise<Result>): Promise<Result>;
}

/** So many events are brought along in the direction in which a reader goes. */
const AHEAD = 24;

/**
 * Has keys go from event to event in time, also to those that have to be brought first.
 *
 * @returns A function that ends it.
 */
export function listenToWalks(door: Door, { events, layer, busy }: WalkSetting): () => void {
  const { plot, root } = door.page;
  let walk: { readonly stop: AbortController; readonly slide: Slide } | undefined;

  const hasFocus = (id: string): boolean => idOf(activeIn(root)) === id;
  const eventOf = (id: string | undefined): KnownEvent | undefined => {
    const { byId, events: shown } = door.shown().prepared.columns;
    const event = shown[byId.get(id ?? "") ?? -1];
    return event && events.peek(event.index);
  };

  /** The event to which a key leads. */
  const find = async (from: KnownEvent, slide: Slide, signal: AbortSignal): Promise<KnownEvent | undefined> => {
    const shown = layer();
    const { numbers } = shown;
    const step = async (): Promise<number> => {
      const before = await numbers.before(from, signal);
      if (slide.towards === -1) return before - 1;
      const here = await numbers.at(before, signal);
      return before + (here?.size ?? 1);
    };
    const end = slide.towards === 1 ? (shown.description?.count ?? 0) - 1 : 0;
    const number = slide.by === "end" ? end : await step();
    const standing = number < 0 ? undefined : await numbers.at(number, signal);
    if (!standing) return undefined;
    const { id, around } = standing;
    const at = around.indexOf(id);
    const ahead = slide.by === "step" && slide.towards === 1 ? around.slice(at) : around.slice(0, at + 1).reverse();
    for (const other of ahead.slice(0, AHEAD)) events.get(other, 0);
    return shown.bring(id);
  };

  const go = async (from: KnownEvent, slide: Slide): Promise<void> => {
    walk?.stop.abort();
    const own = (walk = { stop: new AbortController(), slide });
    const { signal } = own.stop;
    try {
      const to = await busy(find(from, slide, signal));
      if (to && !signal.aborted && hasFocus(from.event.id)) door.focus(to.event.id);
    } catch {
      // What has failed is told of by the feed, and keys may be pressed again.
    } finally {
      if (walk === own) walk = undefined;
    }
  };

  const onKey = (domEvent: KeyboardEvent): void => {
    const slide =
      domEvent.shiftKey || isTyping(domEvent) ? undefined : slideOf(domEvent, door.shown().options.timeDirection);
    const from = eventOf(idOf(domEvent.target));
    if (!slide || slide.by === "page" || !from) return;
    domEvent.preventDefault();
    // Who holds a key goes on once the next event is there.
    if (walk && isSameSlide(walk.slide, slide)) return;
    const beside = slide.by === "step" ? layer().beside(from, slide.towards) : undefined;
    const known = beside && events.get(beside.id, Infinity);
    if (known) door.focus(nameOf(known.id));
    else void go(from, slide);
  };
  plot.addEventListener("keydown", onKey, { capture: true });
  return () => {
    walk?.stop.abort();
    plot.removeEventListener("keydown", onKey, { capture: true });
  };
}

function idOf(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest("[data-event]")?.getAttribute("data-event") ?? undefined;
}

function isSameSlide(one: Slide, other: Slide): boolean {
  return one.by === other.by && one.towards === other.towards;
}
