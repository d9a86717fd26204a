import { listenFor } from "../../component/listen.js";

/** Goes on by itself, until anything else happens. */
export interface Autoplay {
  readonly isPlaying: boolean;
  play(): void;
  stop(): void;
  /** Ends it for good. */
  end(): void;
}

/** What goes on by itself. */
export interface AutoplaySetting {
  readonly window: Window;
  readonly root: HTMLElement;
  /** For each step, in milliseconds. */
  readonly pace: number;
  /** Goes on; false at the end. */
  next(this: void): boolean;
  /** It has begun or stopped. */
  changed(this: void): void;
  /** Whether something that happens is the wish to begin or to stop. */
  isSwitch(this: void, target: EventTarget | null): boolean;
}

const HANDS = ["pointerdown", "keydown", "focusin", "wheel"] as const;

/** Makes what goes on by itself; it stops at the end, when the reader does anything in the timeline, and on a hidden page. */
export function createAutoplay({ window, root, pace, next, changed, isSwitch }: AutoplaySetting): Autoplay {
  const { document } = window;
  let timer: number | undefined;

  const stop = (): void => {
    if (timer === undefined) return;
    window.clearTimeout(timer);
    timer = undefined;
    changed();
  };
  const wait = (): void => {
    timer = window.setTimeout(() => {
      if (next()) wait();
      else stop();
    }, pace);
  };
  const onHand = ({ target }: Event): void => {
    if (!isSwitch(target)) stop();
  };
  const onHide = (): void => {
    if (document.hidden) stop();
  };
  for (const type of HANDS) root.addEventListener(type, onHand, { capture: true, passive: true });
  const release = listenFor(root, document, "visibilitychange", onHide);

  return {
    get isPlaying() {
      return timer !== undefined;
    },
    play() {
      if (timer !== undefined || document.hidden) return;
      wait();
      changed();
    },
    stop,
    end() {
      window.clearTimeout(timer);
      timer = undefined;
      for (const type of HANDS) root.removeEventListener(type, onHand, { capture: true });
      release();
    },
  };
}
