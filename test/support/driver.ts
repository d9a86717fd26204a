/** A place in the page's view, in CSS pixels from its top left corner. */
export type Point = readonly [x: number, y: number];

/** A part of the page's view, in CSS pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a reader has set up before the browser starts. */
export interface Setup {
  /** Size of the view in CSS pixels. Default 1000 by 600. */
  readonly width?: number;
  readonly height?: number;
  /** Default `light`. */
  readonly colorScheme?: "light" | "dark";
  /** Default false. */
  readonly hasReducedMotion?: boolean;
}

/** What a browser test may do, the same in every engine. */
export interface Driver {
  readonly engine: Engine;
  readonly version: string;
  /** Opens an address, waits for its load event, and forgets earlier problems. */
  goto(url: string): Promise<void>;
  /** The value of a JavaScript expression in the page; a promise is awaited; the value must survive JSON. */
  run<T>(expression: string): Promise<T>;
  /** Clicks the middle of the first element that matches. */
  click(selector: string): Promise<void>;
  /** Presses and releases one key after the other, by their names in `KeyboardEvent.key`; `Shift+Tab` holds Shift. */
  press(...keys: string[]): Promise<void>;
  /** Types letters into what has focus. */
  type(text: string): Promise<void>;
  /** Moves the mouse there. */
  move(to: Point): Promise<void>;
  /** Clicks at a point. */
  clickAt(at: Point): Promise<void>;
  /** Moves the mouse to a point and turns the wheel by so many CSS pixels. */
  wheel(at: Point, turn: { readonly dx?: number; readonly dy?: number; readonly isCtrlHeld?: boolean }): Promise<void>;
  /** Presses the mouse at a point, moves in steps, and releases. */
  drag(from: Point, to: Point, how?: { readonly isShiftHeld?: boolean }): Promise<void>;
  /** Makes the view exactly that large. */
  resize(width: number, height: number): Promise<void>;
  /** Waits until fonts are there and two frames were drawn. */
  settle(): Promise<void>;
  /** The view, or a part of it, as PNG. */
  screenshot(clip?: Clip): Promise<Buffer>;
  /** Warnings and errors on the console and uncaught errors since the last `goto`. */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

/** What only Chromium can do. */
export interface ChromiumDriver extends Driver {
  /** Changes what the reader prefers, at run time. */
  emulate(media: {
    readonly colorScheme?: "light" | "dark";
    readonly reducedMotion?: "reduce" | "no-preference";
    readonly forcedColors?: "active" | "none";
    readonly contrast?: "more" | "no-preference";
    readonly media?: "print" | "screen";
  }): Promise<void>;
  /** Two fingers around a point, moving apart (`scale` above 1) or together. */
  pinch(at: Point, scale: number): Promise<void>;
  /** One finger from a point to another. */
  swipe(from: Point, to: Point): Promise<void>;
  /** A command of the Chrome DevTools Protocol, such as `Accessibility.getFullAXTree`. */
  cdp<T>(command: string, parameters?: object): Promise<T>;
  /** What the objects of the page take after collection, in bytes; without what the engine holds for itself, such as machine code. */
  heap(): Promise<number>;
  /** What the frames of the page cost its main thread while something went on. */
  frames(act: () => Promise<void>): Promise<readonly FrameCost[]>;
}

/** The time of the processor that a frame took, in milliseconds: what else the machine does counts little. */
export interface FrameCost {
  /** In the page's own functions that a frame runs, without the collection of memory. */
  readonly script: number;
  /** In all of the main thread from this frame to the next one. */
  readonly all: number;
}

export type Engine = "chromium" | "firefox" | "webkit";

/** An expression for the middle of an element, brought into view. */
export const middleOf = (selector: string): string => `(() => {
  const element = document.querySelector(${JSON.stringify(selector)});
  if (!element) throw new Error("no element matches " + ${JSON.stringify(selector)});
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
  const box = element.getBoundingClientRect();
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
})()`;

/** An expression that waits for fonts and two frames. */
export const SETTLED = `document.fonts.ready.then(() =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))`;

/** `Shift+Tab` as the keys to hold and the key to press. */
export function splitKey(chord: string): { held: string[]; key: string } {
  const parts = chord.length > 1 ? chord.split("+") : [chord];
  return { held: parts.slice(0, -1), key: parts.at(-1)! };
}
