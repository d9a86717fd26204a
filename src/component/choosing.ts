import { eventNear, walkCrowd } from "../layout/crowd-walk.js";
import { hasEvent } from "../layout/prepare.js";
import { domainApart } from "../layout/more.js";
import { cross, walk, type WalkKey } from "../layout/navigate.js";
import type { Camera } from "./camera.js";
import type { Capabilities } from "./capabilities.js";
import type { EventList } from "./event-list.js";
import type { Door } from "./feature.js";
import type { Page } from "./page.js";
import { pointIn } from "./point-in.js";
import { createLetterSearch } from "./letter-search.js";

/** What choosing events needs. */
export interface ChoosingSetting extends Pick<Door, "shown" | "dispatch" | "flush"> {
  readonly page: Page;
  readonly list: EventList;
  readonly can: Capabilities;
  readonly camera: Camera;
}

/** How readers come to an event, choose it, and leave it again. */
export interface Choosing {
  /** Chooses an event and opens its details; without one, or with an unknown one, closes them. */
  choose(this: void, id: string | undefined): void;
  /** Closes the details, and focus goes back to the event. */
  close(this: void): void;
  /** Brings an event into view and gives it focus; false where there is none. */
  focus(this: void, id: string): boolean;
  /** Brings an event into view and leaves focus where it is; false where there is none. */
  reveal(this: void, id: string): boolean;
  /** Gives focus to the event that a key leads to; false where it leads nowhere. */
  walk(this: void, key: WalkKey): boolean;
  /** Gives focus to the event whose title begins with the letters that are typed; false where there is none. */
  spell(this: void, domEvent: KeyboardEvent): boolean;
  /** Names an event that has no label; without one, none. */
  hint(this: void, id: string | undefined): void;
  /** Hides what is hinted at until the pointer or focus comes to something else. */
  dismiss(this: void): void;
  /** Escape closes the details; true where there are any. */
  escape(this: void): boolean;
}

/** How far below a tip a count may lie on the way to it, in pixels. */
const WAY = 28;

/** Listens in the plot to what chooses events: pointers, clicks and focus. */
export function createChoosing({ page, list, can, camera, shown, dispatch, flush }: ChoosingSetting): Choosing {
  const { root, plot, details } = page;
  const typing = createLetterSearch();
  let isPressed = false;
  let dismissed: string | undefined;

  const hint = (id: string | undefined): void => {
    if (shown().layout?.axis) dispatch({ type: "hint", id });
  };

  const dismiss = (): void => {
    dismissed = shown().view.hinted;
    hint(undefined);
  };

  const visit = (id: string): void => {
    dispatch({ type: "visit", id });
    camera.reveal(id);
  };

  const bring = (id: string, hasFocus: boolean): boolean => {
    visit(id);
    flush();
    const button = list.buttonOf(id);
    if (hasFocus) button?.focus();
    // An event of a crowd is there by now.
    else camera.reveal(id);
    // Firefox does not keep clear of a heading that sticks to the top when it scrolls to what has focus.
    if (button) can.scrollTo(button);
    return button !== undefined;
  };
  const focus = (id: string): boolean => bring(id, true);

  const choose = (id: string | undefined): void => {
    const event = hasEvent(shown().prepared, id) ? id : undefined;
    dispatch({ type: "select", id: event });
    flush();
    if (event === undefined) return;
    camera.reveal(event);
    flush();
  };

  const close = (): void => {
    const { selected, listed } = shown().view;
    choose(undefined);
    list.buttonOf(selected ?? listed?.[0] ?? "")?.focus();
  };

  /** Zooms to the events of a count where that tells them apart, else lists them. */
  const approach = (first: string): boolean => {
    const { prepared, layout } = shown();
    const { events } = prepared.columns;
    const counted = layout?.more.find((box) => events[box.events[0]!]?.id === first)?.events ?? [];
    const domain = layout && domainApart(layout, counted, camera.limits().min);
    if (domain && camera.approach(domain)) {
      list.buttonOf(first)?.focus({ preventScroll: true });
      return true;
    }
    dispatch({ type: "list", ids: counted.map((event) => events[event]!.id) });
    flush();
    return false;
  };

  /** What is meant by a point of a crowd, where not each event has a button. */
  const idNear = (domEvent: MouseEvent, isPressed: boolean): string | undefined => {
    const { prepared, layout } = shown();
    return prepared.crowd && layout && eventNear(prepared.crowd, layout, pointIn(plot, domEvent), isPressed);
  };

  /** Names what the pointer has come to. */
  const come = (id: string | undefined): void => {
    // What is under the pointer once a tip is gone has not been come to.
    if (id !== undefined && id === dismissed) return;
    dismissed = undefined;
    hint(id);
  };

  const onClick = (domEvent: MouseEvent): void => {
    const { target, detail } = domEvent;
    const id = idOf(target) ?? idNear(domEvent, true);
    if (id === undefined) return;
    const isCount = (target as Element).closest(".mizwala-more") !== null;
    if (isCount && approach(id)) return;
    if (!isCount) choose(id);
    can.scrollTo(details);
    // A click without a pointer comes from a key: then the reader goes along into the panel.
    if (isCount || detail === 0) details.querySelector<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
  };

  const onFocus = ({ target }: FocusEvent): void => {
    const id = idOf(target);
    if (id === undefined || list.isRefocusing) return;
    // Under a pressed pointer nothing moves: it would miss what it was aimed at.
    if (isPressed) dispatch({ type: "visit", id });
    else visit(id);
    hint(id);
  };

  plot.addEventListener("pointerdown", () => {
    isPressed = true;
  });
  for (const type of ["pointerup", "pointercancel", "keydown"] as const) {
    root.addEventListener(type, () => {
      isPressed = false;
    });
  }
  plot.addEventListener("click", onClick);
  plot.addEventListener("focusin", onFocus);
  plot.addEventListener("pointerover", ({ target }) => {
    const count = (target as Element).closest(".mizwala-more");
    // On its way to the name of one event the pointer may cross the count of many.
    if (count && isBefore(count, plot.querySelector(".mizwala-tip"))) return;
    come(count ? undefined : idOf(target));
  });
  plot.addEventListener("pointermove", (domEvent) => {
    const isPointing = domEvent.pointerType === "mouse" && domEvent.buttons === 0 && shown().prepared.crowd;
    if (isPointing && idOf(domEvent.target) === undefined) come(idNear(domEvent, false));
  });
  for (const type of ["pointerleave", "focusout"] as const) {
    plot.addEventListener(type, () => {
      hint(undefined);
    });
  }

  return {
    choose,
    close,
    focus,
    reveal: (id) => bring(id, false),
    hint,
    dismiss,
    walk(key) {
      const { prepared, layout, view, options } = shown();
      const { events, byId, anchor, isQuiet } = prepared.columns;
      const from = byId.get(view.current ?? "") ?? 0;
      const lanes = layout?.lanes?.map((lane) => lane.events.filter((event) => !isQuiet?.[event])) ?? [];
      const { crowd } = prepared;
      const next = crowd && walkCrowd(crowd, key, view.current ?? events[0]?.id ?? "", options.timeDirection);
      if (next !== undefined) return focus(next);
      const isUpright = layout?.orientation.isUpright === true;
      const lie = layout?.mode === "list" || isUpright ? "down" : "along";
      const to =
        walk(key, from, events.length, lie, options.timeDirection, isQuiet) ??
        cross(key, from, lanes, anchor, isUpright ? options.direction : undefined);
      // Where events have just gone, the picture still has them until the next frame.
      const target = events[to ?? -1];
      return target !== undefined && focus(target.id);
    },
    spell({ key, timeStamp }) {
      const { prepared, view } = shown();
      const { columns } = prepared;
      const to = typing.find(key, columns, columns.byId.get(view.current ?? "") ?? 0, timeStamp);
      return to !== undefined && focus(columns.events[to]!.id);
    },
    escape() {
      const { selected, listed } = shown().view;
      if (selected === undefined && listed === undefined) return false;
      close();
      return true;
    },
  };
}

function idOf(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest("[data-event]")?.getAttribute("data-event") ?? undefined;
}

function isBefore(count: Element, tip: Element | null): boolean {
  if (!tip) return false;
  const [a, b] = [count.getBoundingClientRect(), tip.getBoundingClientRect()];
  return a.left < b.right && a.right > b.left && a.top >= b.bottom && a.top < b.bottom + WAY;
}
