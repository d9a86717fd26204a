import { clamp } from "../../base/math.js";
import type { Door, FeatureRun, Shown } from "../../component/feature.js";
import { activeIn, create } from "../../component/page.js";
import { spoken } from "../../scene/describe.js";
import { sayIn } from "../say.js";
import { createAutoplay } from "./autoplay.js";
import { createColumn } from "./column.js";
import type { StoryOptions } from "./options.js";
import { hold } from "./holding.js";
import { createPanel, type StoryControl } from "./panel.js";
import { partsOf, pointOut } from "./pointing.js";
import { stepsOf, type Steps } from "./steps.js";
import { WORDS, type StorySay } from "./words.js";

/** A story while it is told in a timeline. */
export interface Telling {
  /** From 1; 0 while it is closed. */
  readonly step: number;
  readonly count: number;
  go(step: number): void;
  next(): void;
  previous(): void;
  play(): void;
  stop(): void;
  close(): void;
  readonly run: FeatureRun;
}

/** For each step, in milliseconds. */
const PACE = 8_000;
/** Words that take more of the window's height leave no room for the picture. */
const MOST = 1 / 2;

/** Begins to tell a story. */
export function startTelling(door: Door, options: StoryOptions): Telling {
  const { window, page, can, camera } = door;
  const { chapters, scroll = false, autoplay: seconds } = options;
  const element = door.slot("below", scroll ? "mizwala-story is-column" : "mizwala-story");
  const opener = create(window.document, "button", "mizwala-button mizwala-story-open", { type: "button" });
  /** The layout of the author, for steps that have none. */
  let made: Shown["options"]["layout"] | undefined;
  let steps: Steps = { count: 0, at: () => undefined, find: () => -1 };
  let say: StorySay = () => "";
  let seen: readonly unknown[] = [];
  /** From 0. */
  let index = 0;
  /** The event that is pointed out; it keeps the place when events come and go. */
  let focus: string | undefined;
  let isOpen = true;
  let hasBegun = false;
  /** Whether it goes on because the author wants it, not the reader. */
  let isUnasked = false;

  const column = scroll
    ? createColumn(element, window, { plot: page.plot, can }, (at) => {
        if (at !== index) tell(at);
      })
    : undefined;
  const panel = column ? undefined : createPanel(element, act);
  const autoplay = createAutoplay({
    ...{ window, root: page.root, pace: seconds === undefined ? PACE : seconds * 1000, changed: draw },
    next: () => (!isUnasked || can.hasMotion()) && index < steps.count - 1 && go(index + 1),
    isSwitch: (target) => panel?.isSwitch(target) ?? false,
  });
  if (!column) door.slot("tools", "mizwala-story-tool").append(opener);
  opener.addEventListener("click", () => {
    if (isOpen) close();
    else go(index);
  });

  function act(control: StoryControl | "first" | "last"): void {
    const wasPlaying = autoplay.isPlaying;
    autoplay.stop();
    if (control === "close") close();
    else if (control !== "play") {
      const to = { first: 0, previous: index - 1, next: index + 1, last: steps.count - 1 }[control];
      if (to === clamp(to, 0, steps.count - 1)) go(to);
    } else if (!wasPlaying) play();
  }

  function play(): void {
    isUnasked = false;
    if (isOpen && index < steps.count - 1) autoplay.play();
  }

  function go(to: number): true {
    tell(to);
    column?.scrollTo(index);
    return true;
  }

  /** Goes to a step, and says so. */
  function tell(to: number): void {
    const before = isOpen ? index : undefined;
    show(to);
    if (!isOpen || index === before) return;
    if (!column) {
      door.say(say("step", { n: index + 1, count: steps.count, title: titleNow() }));
      lookAt(focus);
    }
    emit();
  }

  /** Shows a step: its words, and its view. */
  function show(to: number): void {
    const at = clamp(to, 0, Math.max(steps.count - 1, 0));
    const step = steps.at(at);
    if (!step) return;
    const { layout = made, domain } = step;
    [index, focus, isOpen, hasBegun] = [at, step.focus, true, true];
    draw();
    if (layout !== door.shown().options.layout) {
      door.update({ layout });
      door.flush();
    }
    // Keys begin here, and an event of a crowd is there from now on.
    if (focus !== undefined) door.dispatch({ type: "visit", id: focus });
    if (door.shown().prepared.crowd) door.flush();
    if (domain) camera.open(domain);
    else if (focus !== undefined) camera.reveal(focus);
    else camera.open(door.shown().options.domain);
    // It has a name even where it has no label.
    if (focus !== undefined && door.shown().layout?.axis) door.dispatch({ type: "hint", id: focus });
    pointOut(page.plot, focus);
  }

  /** Brings the event of a list into sight, or the words where they are too long to stay in sight by themselves. */
  function lookAt(id: string | undefined): void {
    if (!hold(element, window, MOST)) can.scrollTo(element);
    else if (id !== undefined && !door.shown().layout?.axis) {
      const [button] = partsOf(page.list, id, ".mizwala-event");
      if (button) can.scrollTo(button);
    }
  }

  function titleNow(): string {
    const { title } = steps.at(index) ?? {};
    return title ? spoken(title, door.shown().options.direction) : "";
  }

  function close(): void {
    const hadFocus = element.contains(activeIn(element));
    autoplay.stop();
    hide();
    if (hadFocus) opener.focus();
    emit();
  }

  function hide(): void {
    isOpen = false;
    draw();
    pointOut(page.plot, undefined);
  }

  function emit(): void {
    door.emit("step", { step: isOpen ? index + 1 : 0, count: steps.count });
  }

  function draw(): void {
    const step = steps.at(index);
    const { direction: dir, timeDirection: time, headingLevel: level } = door.shown().options;
    const { isPlaying } = autoplay;
    element.hidden = !isOpen || !step;
    if (element.hidden) delete page.root.dataset["story"];
    else page.root.dataset["story"] = column ? "scroll" : "panel";
    opener.textContent = say("story");
    opener.setAttribute("aria-expanded", String(!element.hidden));
    if (step) panel?.draw({ step, n: index + 1, count: steps.count, isPlaying, say, dir, time, level });
    column?.mark(index);
  }

  /** Takes over new events, words and languages. */
  function renew(shown: Shown): void {
    const { columns, words } = shown.prepared;
    const { locale, direction, timeDirection, headingLevel, layout } = shown.options;
    const now = [columns, words, locale, direction, timeDirection, headingLevel];
    if (now.every((value, i) => value === seen[i])) return;
    seen = now;
    made ??= layout;
    say = sayIn(WORDS, words, options.messages);
    steps = stepsOf(chapters, shown);
    if (steps.count > 0) {
      const place = steps.find(focus);
      index = clamp(place < 0 ? index : place, 0, steps.count - 1);
      if (hasBegun) focus = steps.at(index)?.focus;
    }
    column?.draw(steps, say("story"), headingLevel);
    draw();
  }

  return {
    get step() {
      return isOpen && steps.count > 0 ? index + 1 : 0;
    },
    get count() {
      return steps.count;
    },
    go(step) {
      autoplay.stop();
      go(Math.round(step) - 1);
    },
    next() {
      act("next");
    },
    previous() {
      act("previous");
    },
    play,
    stop() {
      autoplay.stop();
    },
    close,
    run: {
      hasSteps: !scroll,
      drawn(shown) {
        renew(shown);
        if (column) column.hold();
        else hold(element, window, MOST);
        pointOut(page.plot, isOpen ? focus : undefined);
        if (hasBegun || !shown.layout || !isOpen) return;
        show(index);
        if (seconds === undefined || !can.hasMotion()) return;
        isUnasked = true;
        autoplay.play();
      },
      keys: () => (column ? [] : [say("keys")]),
      save: () => (isOpen ? (index === 0 ? undefined : index + 1) : 0),
      restore(state) {
        autoplay.stop();
        renew(door.shown());
        if (state === 0) hide();
        else show((Number.isInteger(state) ? (state as number) : 1) - 1);
        if (state !== undefined) column?.scrollTo(index);
      },
      stop() {
        autoplay.end();
        column?.stop();
        delete page.root.dataset["story"];
        pointOut(page.plot, undefined);
      },
    },
  };
}
