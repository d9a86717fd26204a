import type { Door, Feature, FeatureRun, Shown } from "../../component/feature.js";
import { create } from "../../component/page.js";
import { clamp } from "../../base/math.js";
import type { TimelineFeature } from "../../model/options.js";
import { sayIn, type Say } from "../say.js";
import { createAutoplay } from "./autoplay.js";
import { createColumn } from "./column.js";
import { STORY_CSS } from "./css.js";
import { checkOptions, type StoryOptions } from "./options.js";
import { createPanel } from "./panel.js";
import { stepsOf, type Steps } from "./steps.js";
import { WORDS, type StoryKey } from "./words.js";

/** A story at work: what its buttons do, from code. Outside of a timeline its methods do nothing. */
export interface Story extends TimelineFeature {
  /** The step that is told, from 1; 0 while the story is closed. */
  readonly step: number;
  /** How many steps there are. */
  readonly count: number;
  /**
   * Opens the story and goes to a step.
   *
   * @param step - From 1; beyond the ends, the nearest.
   */
  go(step: number): void;
  /** Goes to the next step; at the last one, nothing happens. */
  next(): void;
  /** Goes to the step before; at the first one, nothing happens. */
  previous(): void;
  /** Goes on by itself, until the end or until anything else happens. */
  play(): void;
  /** Stays at this step. */
  stop(): void;
  /** Closes the panel; the picture stays as it is. */
  close(): void;
}

type Telling = Omit<Story, keyof TimelineFeature>;

/** In milliseconds. */
const PACE = 8_000;
/** So long after the last movement a step is announced, in milliseconds. */
const PAUSE = 100;

/**
 * Tells a timeline step by step: the chapters of an author, or the events in order of time.
 *
 * @example
 * ```ts
 * createTimeline(host, { events, features: [story({ chapters: [{ title: "The summit", focus: "astana" }] })] });
 * ```
 *
 * @param options - The chapters, and how they are told.
 * @returns A value for the option `features`, with methods for code.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export function story(options: StoryOptions = {}): Story {
  checkOptions(options);
  let telling: Telling | undefined;
  const feature: Story & Feature = {
    name: "story",
    css: STORY_CSS,
    get step() {
      return telling?.step ?? 0;
    },
    get count() {
      return telling?.count ?? 0;
    },
    go: (step) => telling?.go(step),
    next: () => telling?.next(),
    previous: () => telling?.previous(),
    play: () => telling?.play(),
    stop: () => telling?.stop(),
    close: () => telling?.close(),
    start(door) {
      const begun = tell(door, options);
      telling = begun.telling;
      return {
        ...begun.run,
        stop() {
          begun.run.stop?.();
          telling = undefined;
        },
      };
    },
  };
  return feature;
}

function tell(door: Door, options: StoryOptions): { readonly telling: Telling; readonly run: FeatureRun } {
  const { window, page, can, camera } = door;
  const { chapters, scroll = false } = options;
  const { document } = window;
  const element = door.slot("below", scroll ? "mizwala-story is-column" : "mizwala-story");
  const opener = create(document, "button", "mizwala-button mizwala-story-open", { type: "button" });
  let made: Shown["options"]["layout"] | undefined;
  let steps: Steps = { count: 0, at: () => undefined };
  let say: Say<StoryKey> = () => "";
  let seen: readonly unknown[] = [];
  /** From 0; the id keeps the place when events come and go. */
  let index = 0;
  let focus: string | undefined;
  let isOpen = true;
  let hasBegun = false;
  let toSay: string | undefined;
  let timer: number | undefined;
  const column = scroll
    ? createColumn(element, window, { plot: page.plot, can }, (at) => {
        if (at !== index) go(at);
      })
    : undefined;
  const panel = column ? undefined : createPanel(element, act);
  const autoplay = createAutoplay({
    ...{ window, root: page.root, pace: options.autoplay ? options.autoplay * 1000 : PACE, next, changed: draw },
    isSwitch: (target) => panel?.isSwitch(target) ?? false,
  });
  if (!column) door.slot("tools", "mizwala-story-tool").append(opener);
  opener.addEventListener("click", () => {
    if (isOpen) close();
    else go(index);
  });

  function act(control: string): void {
    if (control === "play") {
      if (autoplay.isPlaying) autoplay.stop();
      else autoplay.play();
      return;
    }
    autoplay.stop();
    if (control === "next") next();
    else if (control === "previous") go(index - 1);
    else if (control === "first") go(0);
    else if (control === "last") go(steps.count - 1);
    else if (control === "close") close();
  }

  function next(): boolean {
    if (index >= steps.count - 1) return false;
    go(index + 1);
    return true;
  }

  function close(): void {
    autoplay.stop();
    isOpen = false;
    draw();
    point();
    opener.focus();
    emit();
  }

  /** Goes to a step: its words, its view, and a word to whoever listens. */
  function go(to: number, how: { readonly isQuiet?: boolean } = {}): void {
    const at = clamp(to, 0, Math.max(steps.count - 1, 0));
    if (at === index && isOpen && hasBegun && !how.isQuiet) return;
    const step = steps.at(at);
    if (!step) return;
    [index, focus, isOpen, hasBegun] = [at, step.focus, true, true];
    draw();
    const { layout = made, domain } = step;
    if (layout !== undefined && layout !== door.shown().options.layout) {
      door.update({ layout });
      door.flush();
    }
    if (domain) camera.open(domain);
    else if (chapters && focus === undefined) camera.open(door.shown().options.domain);
    else if (focus !== undefined) camera.reveal(focus);
    if (focus !== undefined) lead(focus, how.isQuiet);
    point();
    if (how.isQuiet) return;
    toSay = column ? undefined : say("step", { n: at + 1, count: steps.count, title: step.title?.text ?? "" });
    announce();
    emit();
  }

  /** The event that is pointed out is where keys begin, and has a name even where it has no label. */
  function lead(id: string, isQuiet = false): void {
    door.dispatch({ type: "visit", id });
    if (door.shown().layout?.axis) door.dispatch({ type: "hint", id });
    else if (!column && !isQuiet) {
      const button = page.list.querySelector(selectorOf(id));
      if (button) can.scrollTo(button);
    }
  }

  function emit(): void {
    door.emit("step", { step: isOpen ? index + 1 : 0, count: steps.count });
  }

  /** Says the step after what the movement itself has to say. */
  function announce(): void {
    window.clearTimeout(timer);
    if (toSay === undefined) return;
    timer = window.setTimeout(() => {
      door.say(toSay ?? "");
      toSay = undefined;
    }, PAUSE);
  }

  /** Marks the event in the picture. */
  function point(): void {
    const told = isOpen ? focus : undefined;
    for (const old of page.plot.querySelectorAll(".is-told"))
      if (old.getAttribute("data-event") !== told) old.classList.remove("is-told");
    if (told === undefined) return;
    for (const part of page.plot.querySelectorAll(`:is(.mizwala-mark, .mizwala-label)${selectorOf(told)}`))
      part.classList.add("is-told");
  }

  function draw(): void {
    const step = steps.at(index);
    element.hidden = !isOpen || !step;
    if (element.hidden) delete page.root.dataset["story"];
    else page.root.dataset["story"] = column ? "scroll" : "panel";
    opener.textContent = say("story");
    opener.setAttribute("aria-expanded", String(!element.hidden));
    const { direction: dir, timeDirection: time, headingLevel: level } = door.shown().options;
    const isPlaying = autoplay.isPlaying;
    if (step) panel?.draw({ step, n: index + 1, count: steps.count, isPlaying, say, dir, time, level });
    column?.mark(index);
  }

  /** Takes over new events, words and languages. */
  function renew(): void {
    const shown = door.shown();
    const { columns, words } = shown.prepared;
    const { locale, direction, timeDirection, headingLevel } = shown.options;
    const now = [columns, words, locale, direction, timeDirection, headingLevel];
    if (now.every((value, i) => value === seen[i])) return;
    seen = now;
    made ??= shown.options.layout;
    say = sayIn(WORDS, words, options.messages);
    steps = stepsOf(chapters, shown);
    const place = chapters ? -1 : columns.events.findIndex(({ id }) => id === focus);
    index = clamp(place < 0 ? index : place, 0, Math.max(steps.count - 1, 0));
    column?.draw(steps, say("story"), headingLevel);
    draw();
  }

  return {
    telling: {
      get step() {
        return isOpen && steps.count > 0 ? index + 1 : 0;
      },
      get count() {
        return steps.count;
      },
      go(step) {
        autoplay.stop();
        go(Math.round(step) - 1);
        column?.scrollTo(index);
      },
      next() {
        act("next");
        column?.scrollTo(index);
      },
      previous() {
        act("previous");
        column?.scrollTo(index);
      },
      play() {
        autoplay.play();
      },
      stop() {
        autoplay.stop();
      },
      close,
    },
    run: {
      hasSteps: !scroll,
      drawn({ layout }) {
        renew();
        point();
        announce();
        if (hasBegun || !layout || !isOpen) return;
        go(index, { isQuiet: true });
        if (options.autoplay !== undefined && can.hasMotion()) autoplay.play();
      },
      keys: () => (column ? [] : [say("keys")]),
      save: () => (isOpen ? (index === 0 ? undefined : index + 1) : 0),
      restore(state) {
        autoplay.stop();
        renew();
        if (state === 0) {
          isOpen = false;
          draw();
        } else go((Number.isInteger(state) ? (state as number) : 1) - 1, { isQuiet: true });
        column?.scrollTo(index);
      },
      stop() {
        window.clearTimeout(timer);
        autoplay.end();
        column?.stop();
        delete page.root.dataset["story"];
        isOpen = false;
        point();
      },
    },
  };
}

/** For the parts of an event in the page. */
function selectorOf(id: string): string {
  return `[data-event="${id.replace(/["\\]/g, "\\$&")}"]`;
}
