import { lowerBound } from "../base/math.js";
import type { DateFormat } from "../locale/dates.js";
import type { Words } from "../locale/messages.js";
import type { ResolvedEvent } from "../model/model.js";
import { commaOf, describe, spoken } from "../scene/describe.js";
import type { Hit } from "../scene/hit.js";
import type { Columns } from "../store/columns.js";
import type { Direction } from "../text/direction.js";
import type { Instant } from "../time/instant.js";
import { createText } from "./head.js";
import { activeIn, create } from "./page.js";

/**
 * The base document: an ordered list of all events in order of time. Each holds its title and date, which only pages without
 * style show, and a button that lies over the event's label, or over its mark where it has none, so that pointers, keys and
 * screen readers meet the same thing.
 */
export interface EventList {
  /**
   * Makes the items, with names that are read in a direction. Of a long list the later ones are made soon after, or as soon
   * as one of them is asked for, so that the first picture need not wait.
   */
  fill(columns: Columns, dates: DateFormat, words: Words, dir: Direction): void;
  /** Lays the buttons over what belongs to them; those without a place are out of sight, but stay in the list. */
  place(hits: ReadonlyMap<string, Hit>): void;
  /** Puts headings of a level in front of events, instead of those before. */
  head(headings: readonly ListHeading[], level: number): void;
  /** Marks the event that Tab comes to and the one whose details are open. */
  mark(current: string | undefined, selected: string | undefined): void;
  /** The button of an event. */
  buttonOf(id: string): HTMLButtonElement | undefined;
  /** Whether focus is just put back to where it was before the list was filled: nobody has come to an event then. */
  readonly isRefocusing: boolean;
  /** Whether something in the page is the button of an event. */
  has(target: EventTarget | null): boolean;
  /** Makes no more items. */
  stop(): void;
}

/** A heading in front of an event, for those who hear it; others see the one of the picture. */
export interface ListHeading {
  readonly id: string;
  readonly text: string;
  /** Where it stands in the picture, in pixels from the top of the plot. */
  readonly y: number;
}

/** So many items are made at a time; so many milliseconds after the first picture the next ones follow. */
const AT_A_TIME = 100;
const PAUSE = 100;

/** Fills an `ol` with events. */
export function createEventList(list: HTMLOListElement): EventList {
  const document = list.ownerDocument;
  const window = document.defaultView!;
  const buttons = new Map<string, HTMLButtonElement>();
  /** What a server has sent. */
  const sent = new Map([...list.children].map((item) => [idOf(item), item as HTMLLIElement]));
  /** What was made for each event; what a filter takes away comes back as it was. */
  let items = new WeakMap<ResolvedEvent, HTMLLIElement>();
  let speech: { readonly dates: DateFormat; readonly words: Words; readonly dir: Direction } | undefined;
  let placed = new Map<string, Hit>();
  let shown: Columns | undefined;
  let heads: readonly HTMLElement[] = [];
  /** How many items are in the list, in order; and of each event how many that are not quiet there are up to it. */
  let made = 0;
  let positions: Int32Array = new Int32Array();
  let frame = 0;
  let timer = 0;
  let isRefocusing = false;
  let marked: { current?: HTMLElement | undefined; selected?: HTMLElement | undefined } = {};

  const createItem = (event: ResolvedEvent): HTMLLIElement => {
    const { dates, words, dir } = speech!;
    const { title, date, rest, datetime } = describe(event, dates, words);
    const label = [spoken(title, dir), date, ...rest];
    const button = create(document, "button", "mizwala-event is-away", {
      type: "button",
      "data-event": event.id,
      "aria-label": label.join(commaOf(words)),
      tabindex: "-1",
    });
    const links = linksOf(event, words, dir);
    if (links !== "") button.setAttribute("aria-description", links);
    if (title.lang !== undefined) button.lang = title.lang;
    const time = create(document, "time", "", {}, date);
    if (datetime !== undefined) time.dateTime = datetime;
    return create(document, "li", "", {}, button, createText(document, "span", "", title), time);
  };

  /** What an event led to and what it is a part of, by their titles. */
  const linksOf = ({ leadsTo, partOf }: ResolvedEvent, words: Words, dir: Direction): string => {
    const sentence = (key: "leadsTo" | "partOf", ids: readonly string[]): string[] => {
      const names = ids.flatMap((id) => shown!.events[shown!.byId.get(id) ?? -1]?.title ?? []);
      const list = names.map((name) => spoken(name, dir)).join(commaOf(words));
      return list === "" ? [] : [`${words.say(key)}: ${list}`];
    };
    return [...sentence("leadsTo", leadsTo), ...sentence("partOf", partOf === undefined ? [] : [partOf])].join(". ");
  };

  /** The event that Tab comes to: one that can have focus, where there is any. */
  const stopOf = (current: string | undefined): string | undefined => {
    const place = shown?.byId.get(current ?? "") ?? 0;
    return shown && nearestKept(shown, { id: shown.events[place]?.id, at: shown.anchor[place] ?? 0 });
  };

  /** Says which item of the list one is, where the list is not there as a whole. */
  const number = (item: HTMLElement, place: number): void => {
    const { events, isQuiet, among } = shown!;
    item.hidden = isQuiet?.[place] === 1;
    const isNumbered = !item.hidden && !among && events.length > AT_A_TIME;
    const numbers = { "aria-posinset": positions[place], "aria-setsize": positions.at(-1) };
    for (const [name, value] of Object.entries(numbers))
      if (isNumbered) item.setAttribute(name, String(value));
      else item.removeAttribute(name);
  };

  const grow = (count: number): void => {
    stop();
    const { events } = shown!;
    const more = events.slice(made, made + count).map((event, i) => {
      const own = items.get(event) ?? createItem(event);
      number(own, made + i);
      const twin = sent.get(event.id);
      const item = twin?.isEqualNode(own) ? twin : own;
      items.set(event, item);
      const button = item.firstElementChild as HTMLButtonElement;
      buttons.set(event.id, button);
      const hit = placed.get(event.id);
      if (hit) lay(button, hit);
      return item;
    });
    let at = list.children[made] ?? null;
    for (const item of more)
      if (item === at) at = at.nextElementSibling;
      else if (at) at.before(item);
      else list.append(item);
    made += more.length;
  };

  /** Makes the other items, each time after the browser had its turn. */
  const goOn = (): void => {
    grow(AT_A_TIME);
    if (made < shown!.events.length) timer = window.setTimeout(goOn);
  };

  const stop = (): void => {
    if (frame !== 0) window.cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };

  const buttonOf = (id = ""): HTMLButtonElement | undefined => {
    if (!buttons.has(id) && shown?.byId.has(id) === true) grow(shown.events.length);
    return buttons.get(id);
  };

  const leave = (button: HTMLElement | undefined): void => {
    if (!button) return;
    button.className = "mizwala-event is-away";
    button.removeAttribute("style");
  };

  return {
    fill(columns, dates, words, dir) {
      const active = activeIn(list);
      const focused = list.contains(active) ? shown?.byId.get(active?.getAttribute("data-event") ?? "") : undefined;
      const before =
        focused === undefined ? undefined : { id: shown!.events[focused]!.id, at: shown!.anchor[focused]! };
      const isSpokenAlike = speech?.dates === dates && speech.words === words && speech.dir === dir;
      const hasSameItems = isSpokenAlike && shown?.events === columns.events;
      speech = { dates, words, dir };
      shown = columns;
      positions = countLoud(columns);
      if (!isSpokenAlike) items = new WeakMap();
      if (hasSameItems) [...list.querySelectorAll<HTMLElement>(":scope > li")].forEach(number);
      else {
        // What was there is there again at once: most of it is made already.
        const count = Math.max(made, AT_A_TIME, sent.size);
        const kept = new Set(columns.events.slice(0, count).map((event) => items.get(event)));
        for (const head of heads) head.remove();
        for (const item of [...list.children]) if (!kept.has(item as HTMLLIElement)) item.remove();
        for (const [id, button] of buttons) {
          if (list.contains(button)) continue;
          leave(button);
          placed.delete(id);
        }
        buttons.clear();
        made = 0;
        grow(count);
        sent.clear();
        if (made < columns.events.length)
          frame = window.requestAnimationFrame(() => {
            timer = window.setTimeout(goOn, PAUSE);
          });
      }
      list.hidden = columns.events.length === 0;
      if (!before) return;
      const next = nearestKept(columns, before);
      isRefocusing = next === before.id;
      buttonOf(next)?.focus({ preventScroll: true });
      isRefocusing = false;
    },
    place(hits) {
      for (const id of placed.keys()) if (!hits.has(id)) leave(buttons.get(id));
      for (const [id, hit] of hits) {
        const button = buttons.get(id);
        if (!button || isSame(hit, placed.get(id))) continue;
        lay(button, hit);
      }
      placed = new Map(hits);
    },
    head(headings, level) {
      for (const head of heads) head.remove();
      heads = headings.map(({ id, text, y }) => {
        const head = create(document, `h${Math.min(level, 6)}` as "h3", "mizwala-hidden", {}, text);
        head.style.top = `${y.toFixed(2)}px`;
        buttonOf(id)?.before(head);
        return head;
      });
    },
    mark(current, selected) {
      const now = {
        current: buttonOf(stopOf(current)),
        selected: buttonOf(selected),
      };
      if (now.current !== marked.current) {
        if (marked.current) marked.current.tabIndex = -1;
        if (now.current) now.current.tabIndex = 0;
      }
      if (now.selected !== marked.selected) {
        marked.selected?.removeAttribute("aria-current");
        now.selected?.setAttribute("aria-current", "true");
      }
      marked = now;
    },
    buttonOf,
    get isRefocusing() {
      return isRefocusing;
    },
    has: (target) => list.contains(target as Node | null),
    stop,
  };
}

function countLoud({ events, isQuiet }: Columns): Int32Array {
  let count = 0;
  return Int32Array.from(events, (_, place) => (isQuiet?.[place] === 1 ? count : ++count));
}

function lay(button: HTMLElement, { x, y, width, height, isBar }: Hit): void {
  button.className = `mizwala-event${isBar ? " is-bar" : ""}`;
  button.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
  button.style.width = `${width.toFixed(2)}px`;
  button.style.height = `${height.toFixed(2)}px`;
}

function idOf(item: Element): string | null | undefined {
  return item.firstElementChild?.getAttribute("data-event");
}

const SIDES = ["x", "y", "width", "height", "isBar"] as const;

function isSame(hit: Hit, before: Hit | undefined): boolean {
  return SIDES.every((side) => hit[side] === before?.[side]);
}

/** The event itself where a filter has left it, or else the one that is nearest in time. */
function nearestKept(
  { anchor, events, byId, isQuiet }: Columns,
  before: { readonly id: string | undefined; readonly at: Instant },
): string | undefined {
  const self = byId.get(before.id ?? "");
  if (self !== undefined && !isQuiet?.[self]) return before.id;
  let next = lowerBound(anchor.length, (i) => anchor[i]! >= before.at);
  let last = next - 1;
  while (isQuiet?.[next]) next++;
  while (isQuiet?.[last]) last--;
  const isEarlierNearer = last >= 0 && !(anchor[next]! - before.at < before.at - anchor[last]!);
  return events[isEarlierNearer ? last : next]?.id;
}
