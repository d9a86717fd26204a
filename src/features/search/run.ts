import type { Door, FeatureRun, Shown } from "../../component/feature.js";
import { isChord, isTyping } from "../../component/keyboard.js";
import { activeIn } from "../../component/page.js";
import { readFilter, type EventFilter } from "../../model/filter.js";
import { describe } from "../../scene/describe.js";
import { isolate } from "../../text/clean.js";
import { sayIn } from "../say.js";
import { createBar } from "./bar.js";
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

/** Of so many events each picture takes so long that it waits for a pause in writing, in milliseconds. */
const MANY = 1000;
const PAUSE = 200;

/** Starts a search in a timeline, with a filter that is set already. */
export function startSearch(door: Door, setting: SearchSetting, first: EventFilter): SearchRun {
  const { page, window } = door;
  const highlighter = createHighlighter(window);
  const finder = createFinder(door, setting.unmatched, first);
  let timer: number | undefined;
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
      want(readFilter({ ...finder.filter, text }), (shown?.prepared.all.events.length ?? 0) > MANY ? PAUSE : 0);
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
  bar.toggle.hidden = !setting.controls;
  bar.root.addEventListener("keydown", onKey);

  return {
    ...{ finder, set, step, open, close },
    drawn(next) {
      const before = shown;
      shown = next;
      const { words, all } = next.prepared;
      if (!say || before?.prepared.words !== words || before.options.direction !== next.options.direction) {
        say = sayIn(WORDS, words, setting.messages);
        bar.name(say, next.options.direction);
        fillChoices();
      } else if (before.prepared.all !== all) fillChoices();
      if (before?.prepared.all !== all) find(!finder.isIdle);
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
    find(true, pause);
    show();
    panel.show(filter);
    const { all, words } = shown.prepared;
    door.say(finder.isIdle ? words.say("events", { n: all.events.length }) : countOf(say, all.events.length));
  }

  function find(isTold: boolean, pause = 0): void {
    finder.find(shown!);
    window.clearTimeout(timer);
    if (pause > 0) timer = window.setTimeout(draw, pause);
    else draw();
    if (isTold) door.emit("filter", { filter: finder.filter, matches: finder.matches.map(({ datum }) => datum) });
  }

  function draw(): void {
    const hadFocus = page.plot.contains(activeIn(page.root));
    const isOther = finder.draw();
    isFocusAtRisk ||= hadFocus && isOther;
  }

  function step(by: 1 | -1): void {
    if (!shown || !say || !finder.step(by, shown)) return;
    const { options, prepared } = shown;
    const event = finder.matches[finder.at]!;
    const { title, date } = describe(event, prepared.setting.dates, prepared.words);
    const name = title.dir === options.direction ? title.text : isolate(title.text, title.dir);
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
    const { all, lanes, words } = shown.prepared;
    const fields = setting.choices.filter((field): field is ListField => field !== "range");
    const groups = choicesOf(all.events, lanes, fields, finder.filter);
    const hasRange = setting.choices.includes("range");
    hasChoices = groups.length > 0 || hasRange;
    panel.fill({ groups, hasRange, say, number: words.number, dir: shown.options.direction });
    panel.show(finder.filter);
  }

  function show(): void {
    if (!shown || !say) return;
    const { filter, isIdle, at, matches } = finder;
    const { text = "", range, ...lists } = filter;
    const chosen = Object.values(lists).flat().length + (range ? 1 : 0);
    const count = at >= 0 ? stepOf(say) : countOf(say, shown.prepared.all.events.length);
    bar.show({
      ...{ isOpen, isChoosing, hasChoices, text },
      count: isIdle ? "" : count,
      canStep: matches.length > 0,
      choose: chosen > 0 ? say("chosen", { n: chosen }) : say("choices"),
    });
    markMatches(page, highlighter, finder);
  }

  function countOf(say: SearchSay, total: number): string {
    return say("found", { n: finder.matches.length, total });
  }

  function stepOf(say: SearchSay): string {
    return say("step", { at: finder.at + 1, n: finder.matches.length });
  }
}
