import { lowerBound } from "../base/math.js";
import type { DateFormat } from "../locale/dates.js";
import type { Words } from "../locale/messages.js";
import type { ResolvedEvent, ResolvedText } from "../model/model.js";
import { describe } from "../scene/describe.js";
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
  let placed = new Map<string, Hit>();
  let shown: Columns | undefined;
  let heads: readonly HTMLElement[] = [];
  let waiting: readonly (() => HTMLLIElement)[] = [];
  let frame = 0;
  let timer = 0;
  let marked: { current?: HTMLElement | undefined; selected?: HTMLElement | undefined } = {};

  const createItem = (event: ResolvedEvent, dates: DateFormat, words: Words, dir: Direction): HTMLLIElement => {
    const { title, date, rest, datetime } = describe(event, dates, words);
    const label = [spoken(title, dir), date, ...rest];
    const button = create(document, "button", "mizwala-event is-away", {
      type: "button",
      "data-event": event.id,
      "aria-label": label.join(SEPARATOR[words.lang] ?? ", "),
      tabindex: "-1",
    });
    const links = linksOf(event, words, dir);
    if (links !== "") button.setAttribute("aria-description", links);
    if (title.lang !== undefined) button.lang = title.lang;
    const time = create(document, "time", "", {}, date);
    if (datetime !== undefined) time.dateTime = datetime;
    buttons.set(event.id, button);
    const hit = placed.get(event.id);
    if (hit) lay(button, hit);
    return create(document, "li", "", {}, button, createText(document, "span", "", title), time);
  };

  /** What an event led to and what it is a part of, by their titles. */
  const linksOf = ({ leadsTo, partOf }: ResolvedEvent, words: Words, dir: Direction): string => {
    const sentence = (key: "leadsTo" | "partOf", ids: readonly string[]): string[] => {
      const names = ids.flatMap((id) => shown!.events[shown!.byId.get(id) ?? -1]?.title ?? []);
      const list = names.map((name) => spoken(name, dir)).join(SEPARATOR[words.lang] ?? ", ");
      return list === "" ? [] : [`${words.say(key)}: ${list}`];
    };
    return [...sentence("leadsTo", leadsTo), ...sentence("partOf", partOf === undefined ? [] : [partOf])].join(". ");
  };

  const grow = (count: number): void => {
    stop();
    list.append(...waiting.slice(0, count).map((make) => make()));
    waiting = waiting.slice(count);
  };

  /** Makes the other items, each time after the browser had its turn. */
  const goOn = (): void => {
    grow(AT_A_TIME);
    if (waiting.length > 0) timer = window.setTimeout(goOn);
  };

  const stop = (): void => {
    window.cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };

  const buttonOf = (id = ""): HTMLButtonElement | undefined => {
    if (!buttons.has(id) && shown?.byId.has(id) === true) grow(waiting.length);
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
      buttons.clear();
      placed = new Map();
      marked = {};
      shown = columns;
      const loud = columns.events.length - (columns.isQuiet?.reduce((sum, isQuiet) => sum + isQuiet, 0) ?? 0);
      let position = 0;
      waiting = columns.events.map((event, place) => () => {
        const item = createItem(event, dates, words, dir);
        item.hidden = columns.isQuiet?.[place] === 1;
        // Where the list is not there as a whole, its items say how long it is.
        if (!item.hidden && columns.events.length > AT_A_TIME) {
          item.setAttribute("aria-setsize", String(loud));
          item.setAttribute("aria-posinset", String(++position));
        }
        return item;
      });
      list.replaceChildren();
      grow(AT_A_TIME);
      if (waiting.length > 0)
        frame = window.requestAnimationFrame(() => {
          timer = window.setTimeout(goOn, PAUSE);
        });
      list.hidden = columns.events.length === 0;
      if (before) (buttonOf(before.id) ?? buttonOf(nearest(columns, before.at)))?.focus({ preventScroll: true });
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
        current: buttonOf(current) ?? buttons.values().next().value,
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
    has: (target) => list.contains(target as Node | null),
    stop,
  };
}

function lay(button: HTMLElement, { x, y, width, height, isBar }: Hit): void {
  button.className = `mizwala-event${isBar ? " is-bar" : ""}`;
  button.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
  button.style.width = `${width.toFixed(2)}px`;
  button.style.height = `${height.toFixed(2)}px`;
}

const SIDES = ["x", "y", "width", "height", "isBar"] as const;

function isSame(hit: Hit, before: Hit | undefined): boolean {
  return SIDES.every((side) => hit[side] === before?.[side]);
}

/** The event that is nearest in time. */
function nearest({ anchor, events }: Columns, instant: Instant): string | undefined {
  const next = lowerBound(anchor.length, (i) => anchor[i]! >= instant);
  const isEarlierNearer = next > 0 && !(anchor[next]! - instant < instant - anchor[next - 1]!);
  return events[isEarlierNearer ? next - 1 : next]?.id;
}

function spoken({ text, dir }: ResolvedText, around: Direction): string {
  return dir === around ? text : isolate(text, dir);
}

/** Between the parts of a spoken name. */
const SEPARATOR: Readonly<Record<string, string>> = { ar: "، ", en: ", " };
