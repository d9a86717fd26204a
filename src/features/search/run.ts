import type { Away } from "../../store/crowd.js";
import type { Door, FeatureRun, Shown } from "../../component/feature.js";
import { isChord, isTyping } from "../../component/keyboard.js";
import { activeIn } from "../../component/page.js";
import type { TimelineListeners } from "../../component/listeners.js";
import { readFilter, type EventFilter } from "../../model/filter.js";
import type { EventBase } from "../../model/input.js";
import type { ResolvedEvent } from "../../model/model.js";
import { describe, spoken } from "../../scene/describe.js";
import { sayIn } from "../say.js";
import { createBar } from "./bar.js";
import { createChoiceCounter } from "./choice-counter.js";
import { createChoicePanel } from "./choice-panel.js";
import { choicesOf, type ChoiceField, type ListField } from "./choices.js";
import { createFinder, type Finder } from "./finder.js";
import { createHighlighter } from "./highlight.js";
import { markMatches } from "./mark-matches.js";
import { WORDS, type SearchMessages, type SearchSay } from "./words.js";

/** What a search is made with. */
export interface SearchSetting {
  readonly unmatched: "trace" | "none";
  readonly controls: boolean;
  readonly choices: readonly ChoiceField[];
  readonly messages: Partial<SearchMessages>;
}

/** The search at work in one timeline. */
export interface SearchRun extends FeatureRun {
  readonly finder: Finder;
  /** Asks for other events, on behalf of the author. */
  set(filter: EventFilter): void;
  step(by: 1 | -1): void;
  open(): void;
  close(): void;
}

/** Of so many events of a list each picture takes so long that it waits for a pause in writing, in milliseconds. */
const MANY = 1000;
const PAUSE = 200;

const SILENT = { isTold: false, isSaid: false, pause: 0 };

/** Starts a search in a timeline, with a filter that is set already. */
export function startSearch(door: Door, setting: SearchSetting, first: EventFilter): SearchRun {
  const { page, window } = door;
  const highlighter = createHighlighter(window);
  const finder = createFinder(door, setting.unmatched, first, { found, stepped, failed: door.can.report });
  const counter = createChoiceCounter(() => {
    fillChoices();
    show();
  }, door.can.report);
  let timer: number | undefined;
  /** How what is found is made known. */
  let making: { readonly isTold: boolean; readonly isSaid: boolean; readonly pause: number } = SILENT;
  /** What is still to be found: the first ones too, or more of them. */
  let missing: "all" | "some" | undefined;
  let shown: Shown | undefined;
  let say: SearchSay | undefined;
  let isOpen = setting.controls && !finder.isIdle;
  let isChoosing = false;
  let hasChoices = false;
  /** Whether the reader came from an event, and goes back there. */
  let isFromEvent = false;
  /** Whether an event that had focus may have gone. */
  let isFocusAtRisk = false;

  const bar = createBar(door.slot("tools", "mizwala-search-tool"), door.slot("above", "mizwala-search"), {
    toggle() {
      isFromEvent = false;
      if (isOpen) close();
      else open();
    },
    choose() {
      isChoosing = !isChoosing;
      show();
    },
    write(text) {
      want(readFilter({ ...finder.filter, text }), shown && isCostly(shown) ? PAUSE : 0);
    },
    clear() {
      bar.field.focus();
      want(readFilter({ ...finder.filter, text: "" }));
    },
    step,
  });
  const panel = createChoicePanel(bar.panel, (filter) => {
    want(filter);
  });
  bar.root.addEventListener("keydown", onKey);

  return {
    ...{ finder, set, step, open, close },
    drawn(next) {
      const before = shown;
      shown = next;
      const { words } = next.prepared;
      const isOther = before === undefined || originOf(before) !== originOf(next);
      if (!say || before?.prepared.words !== words || before.options.direction !== next.options.direction) {
        say = sayIn(WORDS, words, setting.messages);
        bar.name(say, next.options.direction);
        fillChoices();
      } else if (isOther) fillChoices();
      bar.toggle.hidden = !setting.controls;
      if (isOther) find({ ...SILENT, isTold: !finder.isIdle });
      show();
      keepFocus();
    },
    key(domEvent) {
      const isOurs = domEvent.key === "/" && !isChord(domEvent) && !isTyping(domEvent);
      if (!isOurs || !setting.controls || shown?.options.shortcuts === false) return false;
      isFromEvent = page.plot.contains(domEvent.target as Element);
      open();
      return true;
    },
    keys: () => (say && setting.controls ? say("keys").split("\n") : []),
    save: () => (finder.isIdle ? undefined : finder.filter),
    restore(state) {
      set(readFilter(state));
    },
    stop() {
      window.clearTimeout(timer);
      finder.stop();
      counter.stop();
      highlighter.clear();
      door.dispatch({ type: "filter", filter: undefined });
    },
  };

  function set(filter: EventFilter): void {
    if (JSON.stringify(filter) === JSON.stringify(finder.filter)) return;
    want(filter);
    fillChoices();
    show();
  }

  /** The picture follows after a pause, that of the last call: what is counted and told follows at once. */
  function want(filter: EventFilter, pause = 0): void {
    finder.want(filter);
    isOpen ||= setting.controls && !finder.isIdle;
    if (!shown || !say) return;
    find({ isTold: true, isSaid: true, pause });
    show();
    panel.show(filter);
  }

  function find(next: typeof making): void {
    const before = { making, missing };
    making = next;
    missing = "all";
    if (!finder.find(shown!, next.pause)) return;
    missing = before.missing;
    if (missing) ({ making } = before);
  }

  function found(isAll: boolean): void {
    const { isTold, isSaid, pause } = making;
    const { filter, matches, isIdle } = finder;
    // Nothing yet is no answer.
    if (!isAll && matches.count === 0) return;
    missing = isAll ? undefined : "some";
    window.clearTimeout(timer);
    // Where asking is what costs, the pause is over.
    if (pause > 0 && !awayIn(shown)) timer = window.setTimeout(draw, pause);
    else draw();
    if (!isAll) {
      show();
      return;
    }
    if (isTold) {
      const message = {
        filter,
        get matches() {
          return matches.data();
        },
      };
      door.emit("filter", message as TimelineListeners<EventBase>["filter"]);
    }
    if (!say || !shown) return;
    if (isSaid) door.say(isIdle ? shown.prepared.words.say("events", { n: totalOf(shown) }) : countOf(say, shown));
    show();
  }

  function draw(): void {
    const hadFocus = page.plot.contains(activeIn(page.root));
    const isOther = finder.draw();
    isFocusAtRisk ||= hadFocus && isOther;
  }

  function step(by: 1 | -1): void {
    if (shown && say) finder.step(by, shown);
  }

  function stepped(event: ResolvedEvent): void {
    if (!shown || !say) return;
    const { options, prepared } = shown;
    const { title, date } = describe(event, prepared.setting.dates, prepared.words);
    const name = spoken(title, options.direction);
    show();
    door.say([stepOf(say), name, date].join(prepared.words.lang === "ar" ? "، " : ", "));
  }

  function open(): void {
    if (!setting.controls) return;
    isOpen = true;
    fillChoices();
    show();
    bar.field.focus();
    bar.field.select();
  }

  function close(): void {
    const hadFocus = bar.root.contains(activeIn(page.root));
    isOpen = isChoosing = false;
    if (finder.isIdle) show();
    else want({});
    if (!hadFocus) return;
    if (!isFromEvent || !door.focus(shown?.view.current ?? "")) bar.toggle.focus();
  }

  function onKey(domEvent: KeyboardEvent): void {
    if (domEvent.isComposing || isChord(domEvent)) return;
    const isInField = domEvent.target === bar.field;
    if (domEvent.key === "Escape") escape();
    else if (isInField && domEvent.key === "Enter") step(domEvent.shiftKey ? -1 : 1);
    else if (isInField && domEvent.key === "ArrowDown") enter();
    else return;
    domEvent.preventDefault();
  }

  /** Closes the choices where focus is in them; else takes everything back; else closes. */
  function escape(): void {
    if (isChoosing && bar.panel.contains(activeIn(page.root))) {
      isChoosing = false;
      bar.choose.focus();
      show();
    } else if (finder.isIdle) close();
    else {
      bar.field.focus();
      want({});
    }
  }

  function enter(): void {
    const event = shown && finder.first(shown);
    if (event) door.focus(event.id);
  }

  /** Where the event that had focus is gone, and with it all others, focus goes to what brings them back. */
  function keepFocus(): void {
    if (!isFocusAtRisk) return;
    isFocusAtRisk = false;
    const active = activeIn(page.root);
    const nowhere: readonly (Element | null)[] = [null, page.root.ownerDocument.body, page.empty];
    if (!nowhere.includes(active) && !active?.closest("[hidden]")) return;
    (isOpen ? bar.field : page.plot).focus();
  }

  function fillChoices(): void {
    if (!shown || !say || !isOpen) return;
    const { prepared, options } = shown;
    const tallies = counter.tallies(shown);
    const fields = setting.choices.filter((field): field is ListField => field !== "range");
    const groups = tallies ? choicesOf(tallies, prepared.lanes, fields, finder.filter) : [];
    const away = awayIn(shown);
    const hasRange = setting.choices.includes("range") && (!away || away.parts.has("range"));
    hasChoices = groups.length > 0 || hasRange;
    panel.fill({ groups, hasRange, say, number: prepared.words.number, dir: options.direction });
    panel.show(finder.filter);
  }

  function show(): void {
    if (!shown || !say) return;
    const { filter, isIdle, at, matches } = finder;
    const { text = "", range, ...lists } = filter;
    const chosen = Object.values(lists).flat().length + (range ? 1 : 0);
    const count = at >= 0 ? stepOf(say) : countOf(say, shown);
    bar.show({
      ...{ isOpen, isChoosing, hasChoices, text },
      count: isIdle ? "" : `${missing === "all" ? "" : count}${missing ? "…" : ""}`,
      canStep: matches.count > 0,
      choose: chosen > 0 ? say("chosen", { n: chosen }) : say("choices"),
    });
    markMatches(page, shown.prepared.columns, highlighter, finder);
  }

  function countOf(say: SearchSay, on: Shown): string {
    return say("found", { n: finder.matches.count, total: totalOf(on) });
  }

  function stepOf(say: SearchSay): string {
    return say("step", { at: finder.at + 1, n: finder.matches.count });
  }
}

/** What the events of a picture were read from: the same as long as they are. */
function originOf({ prepared: { crowd, all } }: Shown): unknown {
  return crowd ? (crowd.here ?? crowd.away) : all;
}

/** How many events there are before any filter. */
function totalOf({ prepared: { crowd, all } }: Shown): number {
  return crowd ? (crowd.here?.whole ?? crowd.away ?? crowd).count : all.events.length;
}

/** What can be asked where the events lie, where that is elsewhere. */
function awayIn(shown: Shown | undefined): Away | undefined {
  return shown?.prepared.crowd?.away;
}

/** Whether it is worth waiting for a pause in writing. */
function isCostly({ prepared: { crowd, all } }: Shown): boolean {
  return crowd ? crowd.away !== undefined : all.events.length > MANY;
}
