import { createText } from "../../component/head.js";
import { activeIn, create, createIcon } from "../../component/page.js";
import type { Direction } from "../../text/direction.js";
import type { Step } from "./steps.js";
import type { StorySay } from "./words.js";

/** What the buttons of the panel do. */
export type StoryControl = "previous" | "play" | "next" | "close";

/** What the panel says. */
export interface PanelContent {
  readonly step: Step;
  /** From 1. */
  readonly n: number;
  readonly count: number;
  readonly isPlaying: boolean;
  readonly say: StorySay;
  /** The direction of the words. */
  readonly dir: Direction;
  /** The direction of time: that way lies what is next. */
  readonly time: Direction;
  /** Level of the heading. */
  readonly level: number;
}

const ICONS: Readonly<Record<StoryControl | "stop", string>> = {
  previous: "M10 3 5 8l5 5",
  next: "M6 3l5 5-5 5",
  play: "M5 3l8 5-8 5z",
  stop: "M4.5 4.5h7v7h-7z",
  close: "M4 4l8 8M12 4l-8 8",
};
const ORDER = ["previous", "play", "next", "close"] as const;

/** In pixels: less is a tap, or the way that a finger rolls. */
const SWIPE = 48;

/** The panel of a story, in an element of its own: one step, and buttons that stay where they are. */
export interface StoryPanel {
  draw(content: PanelContent): void;
  /** Whether an element is the button that plays and stops. */
  isSwitch(target: EventTarget | null): boolean;
}

/** Makes the panel; `act` does what buttons, keys and swipes ask for. */
export function createPanel(element: HTMLElement, act: (control: StoryControl | "first" | "last") => void): StoryPanel {
  const document = element.ownerDocument;
  const body = create(document, "div", "mizwala-story-body");
  const count = create(document, "span", "mizwala-story-count");
  const buttons = Object.fromEntries(
    ORDER.map((control) => {
      const button = create(document, "button", "mizwala-button", { type: "button", "data-control": control });
      button.addEventListener("click", () => {
        act(control);
      });
      return [control, button];
    }),
  ) as Readonly<Record<StoryControl, HTMLButtonElement>>;
  const walk = create(document, "div", "mizwala-story-walk", {}, buttons.previous, count, buttons.next);
  element.append(body, create(document, "div", "mizwala-story-bar", {}, buttons.play, walk, buttons.close));
  element.setAttribute("role", "group");
  let time: Direction = "ltr";
  let start: PointerEvent | undefined;

  const name = (button: HTMLButtonElement, label: string, icon: string): void => {
    if (button.title === label) return;
    Object.assign(button, { title: label, ariaLabel: label });
    button.setAttribute("aria-label", label);
    button.replaceChildren(createIcon(document, icon));
  };

  element.addEventListener("keydown", (domEvent) => {
    const { key, ctrlKey, altKey, metaKey, shiftKey } = domEvent;
    const [left, right] = time === "rtl" ? (["next", "previous"] as const) : (["previous", "next"] as const);
    const acts: Readonly<Record<string, Parameters<typeof act>[0]>> = {
      ...{ ArrowLeft: left, ArrowRight: right, PageUp: "previous", PageDown: "next", Home: "first", End: "last" },
    };
    const asked = acts[key];
    if (asked === undefined || ctrlKey || altKey || metaKey || shiftKey) return;
    domEvent.preventDefault();
    act(asked);
  });
  element.addEventListener("pointerdown", (domEvent) => {
    start = domEvent.pointerType === "touch" && domEvent.isPrimary ? domEvent : undefined;
  });
  element.addEventListener("pointerup", (domEvent) => {
    if (start?.pointerId !== domEvent.pointerId) return;
    const [dx, dy] = [domEvent.clientX - start.clientX, domEvent.clientY - start.clientY];
    start = undefined;
    if (Math.abs(dx) >= SWIPE && Math.abs(dx) > 2 * Math.abs(dy))
      act(dx > 0 === (time === "rtl") ? "next" : "previous");
  });
  element.addEventListener("pointercancel", () => {
    start = undefined;
  });

  return {
    isSwitch: (target) => buttons.play.contains(target as Node | null),
    draw({ step, n, count: of, isPlaying, say, dir, time: direction, level }) {
      time = direction;
      element.setAttribute("aria-label", say("story"));
      walk.dir = direction;
      count.dir = dir;
      count.textContent = say("count", { n, count: of });
      for (const control of ["previous", "next", "close"] as const)
        name(buttons[control], say(control), ICONS[control]);
      name(buttons.play, say(isPlaying ? "stop" : "play"), ICONS[isPlaying ? "stop" : "play"]);
      const ends = { previous: n <= 1, next: n >= of, play: n >= of && !isPlaying } as const;
      // Focus is not lost at the last step: a button without a use stays, and says so.
      for (const [control, isEnd] of Object.entries(ends))
        buttons[control as keyof typeof ends].setAttribute("aria-disabled", String(isEnd));
      const hasFocus = body.contains(activeIn(element));
      body.replaceChildren(...contentOf(document, step, level));
      if (hasFocus) buttons.next.focus();
    },
  };
}

/** The elements of one step. */
export function contentOf(document: Document, { title, text, date }: Step, level: number): readonly HTMLElement[] {
  const heading = `h${Math.min(level + 1, 6)}` as "h3";
  return [
    ...(date === undefined ? [] : [create(document, "p", "mizwala-story-date", {}, date)]),
    ...(title ? [createText(document, heading, "mizwala-story-title", title)] : []),
    ...(text ? [createText(document, "p", "mizwala-story-text", text)] : []),
  ];
}
