import { lowerBound } from "../base/math.js";
import type { DateFormat } from "../locale/dates.js";
import type { Words } from "../locale/messages.js";
import type { ResolvedEvent, ResolvedText } from "../model/model.js";
import { commaOf, describe } from "../scene/describe.js";
import type { Hit } from "../scene/hit.js";
import type { Columns } from "../store/columns.js";
import { isolate } from "../text/clean.js";
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
  /** Makes the items, with names that are read in a direction. */
  fill(columns: Columns, dates: DateFormat, words: Words, dir: Direction): void;
  /** Lays the buttons over what belongs to them; those without a place are out of sight, but stay in the list. */
  place(hits: ReadonlyMap<string, Hit>): void;
  /** Puts headings of a level in front of events, instead of those before. */
  head(headings: readonly ListHeading[], level: number): void;
  /** Marks the event that Tab comes to and the one whose details are open. */
  mark(current: string | undefined, selected: string | undefined): void;
  /** The button of an event. */
  buttonOf(id: string): HTMLButtonElement | undefined;
  /** Whether something in the page is the button of an event. */
  has(target: EventTarget | null): boolean;
}

/** A heading in front of an event, for those who hear it; others see the one of the picture. */
export interface ListHeading {
  readonly id: string;
  readonly text: string;
  /** Where it stands in the picture, in pixels from the top of the plot. */
  readonly y: number;
}

/** Fills an `ol` with events. */
export function createEventList(list: HTMLOListElement): EventList {
  const document = list.ownerDocument;
  const buttons = new Map<string, HTMLButtonElement>();
  /** What was made for each event; what a filter takes away comes back as it was. */
  let items = new WeakMap<ResolvedEvent, HTMLLIElement>();
  let speech: readonly unknown[] = [];
  let placed = new Map<string, Hit>();
  let shown: Columns | undefined;
  let heads: readonly HTMLElement[] = [];
  let marked: { current?: HTMLElement | undefined; selected?: HTMLElement | undefined } = {};

  const createItem = (event: ResolvedEvent, dates: DateFormat, words: Words, dir: Direction): HTMLLIElement => {
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
      const isSpokenAlike = [dates, words, dir].every((part, i) => part === speech[i]);
      const hasSameItems = isSpokenAlike && shown?.events === columns.events;
      speech = [dates, words, dir];
      shown = columns;
      if (!isSpokenAlike) items = new WeakMap();
      const entries = columns.events.map((event, place) => {
        const item = items.get(event) ?? createItem(event, dates, words, dir);
        items.set(event, item);
        item.hidden = columns.isQuiet?.[place] === 1;
        return item;
      });
      if (!hasSameItems) {
        for (const id of placed.keys()) leave(buttons.get(id));
        placed = new Map();
        buttons.clear();
        columns.events.forEach(({ id }, place) => {
          buttons.set(id, entries[place]!.firstElementChild as HTMLButtonElement);
        });
        list.replaceChildren(...entries);
      }
      list.hidden = columns.events.length === 0;
      if (before) buttons.get(nearestKept(columns, before) ?? "")?.focus({ preventScroll: true });
    },
    place(hits) {
      for (const id of placed.keys()) if (!hits.has(id)) leave(buttons.get(id));
      for (const [id, hit] of hits) {
        const button = buttons.get(id);
        if (!button || isSame(hit, placed.get(id))) continue;
        button.className = `mizwala-event${hit.isBar ? " is-bar" : ""}`;
        button.style.transform = `translate(${hit.x.toFixed(2)}px, ${hit.y.toFixed(2)}px)`;
        button.style.width = `${hit.width.toFixed(2)}px`;
        button.style.height = `${hit.height.toFixed(2)}px`;
      }
      placed = new Map(hits);
    },
    head(headings, level) {
      for (const head of heads) head.remove();
      heads = headings.map(({ id, text, y }) => {
        const head = create(document, `h${Math.min(level, 6)}` as "h3", "mizwala-hidden", {}, text);
        head.style.top = `${y.toFixed(2)}px`;
        buttons.get(id)?.before(head);
        return head;
      });
    },
    mark(current, selected) {
      const now = {
        current: buttons.get(stopOf(current) ?? ""),
        selected: buttons.get(selected ?? ""),
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
    buttonOf: (id) => buttons.get(id),
    has: (target) => list.contains(target as Node | null),
  };
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

function spoken({ text, dir }: ResolvedText, around: Direction): string {
  return dir === around ? text : isolate(text, dir);
}
