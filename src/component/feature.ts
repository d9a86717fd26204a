import type { Action } from "../view/actions.js";
import type { Layout } from "../layout/layout.js";
import type { EventBase } from "../model/input.js";
import type { OptionChanges, TimelineFeature } from "../model/options.js";
import type { Parts, SceneSetting } from "../scene/events.js";
import type { Camera } from "./camera.js";
import type { Capabilities } from "./capabilities.js";
import type { Page } from "./page.js";
import type { Picture } from "./painter.js";
import type { TimelineListeners } from "./listeners.js";

/** What is shown now. */
export interface Shown extends Picture {
  /** Where everything is; `undefined` while there is nothing to see or no room to see it. */
  readonly layout: Layout | undefined;
}

/** Where a feature puts elements of its own: among the buttons of the head, between head and plot, or below the plot. */
export type Slot = "tools" | "above" | "below";

/** The one door of the component: all that a feature may read, and all the ways in which it may act. */
export interface Door {
  readonly page: Page;
  readonly window: Window & typeof globalThis;
  readonly can: Capabilities;
  readonly camera: Camera;
  shown(this: void): Shown;
  /** Changes the view; the picture follows in the next frame. */
  dispatch(action: Action): void;
  /** Draws at once what is to be drawn in the next frame. */
  flush(): void;
  /** Draws anew in the next frame, where nothing has changed but what a feature draws. */
  redraw(): void;
  /** Changes options, as the author does. */
  update(change: OptionChanges<EventBase>): void;
  /** Chooses an event and opens its details; without one, closes them. */
  choose(id: string | undefined): void;
  /** Brings an event into view and gives it focus; false where there is none. */
  focus(id: string): boolean;
  /** Brings an event into view, so that Tab comes to it; focus stays where it is. False where there is none. */
  reveal(id: string): boolean;
  /** Tells screen readers, once the reader has come to rest. */
  say(text: string): void;
  emit<Type extends keyof TimelineListeners<EventBase>>(type: Type, message: TimelineListeners<EventBase>[Type]): void;
  on<Type extends keyof TimelineListeners<EventBase>>(
    type: Type,
    listener: (message: TimelineListeners<EventBase>[Type]) => void,
  ): () => void;
  /** Makes an element in a slot; it goes with the feature. */
  slot(place: Slot, className: string): HTMLElement;
}

/** A feature at work in one timeline. What it leaves out it has nothing to do for. */
export interface FeatureRun {
  /** After each picture. */
  drawn?(shown: Shown): void;
  /** Shapes and labels of its own, over those of the timeline. */
  layer?(layout: Layout, setting: SceneSetting): Parts;
  /** A key pressed inside the timeline that nobody took yet; true where it is taken. */
  key?(domEvent: KeyboardEvent): boolean;
  /** What its keys do, a line for each, for the list of keys. */
  keys?(): readonly string[];
  /** What of its state belongs into an address or a file, as JSON. */
  save?(): unknown;
  /** Whether a change of that is a step that readers go back from, as from an event that they chose. */
  readonly hasSteps?: boolean;
  /** Takes such a state over; what can't be read is passed over. */
  restore?(state: unknown): void;
  /** Takes away listeners and timers; elements in slots go by themselves. */
  stop?(): void;
}

/** What a timeline can do beyond drawing, as a value that is passed in: so nobody pays for what nobody imports. */
export interface Feature extends TimelineFeature {
  /** Style rules of its own. */
  readonly css?: string;
  /** Starts it in a timeline. A feature is at work in one timeline at a time. */
  start(door: Door): FeatureRun;
}
