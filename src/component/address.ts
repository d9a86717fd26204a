import { readHash, writeHash, type HashOwner } from "../view/hash.js";
import type { TimelineState } from "../view/state.js";
import { listenFor } from "./listen.js";

/** What keeps a state in the address of the page. */
export interface AddressSetting {
  readonly window: Window;
  /** The element of the timeline. */
  readonly root: Element;
  /** Which parts of the hash are its own; `undefined` while it has none. */
  owner(this: void): HashOwner | undefined;
  state(this: void): TimelineState;
  restore(state: TimelineState): void;
  /** Whether the state is that of the reader, and not on its way there. */
  isSettled(this: void): boolean;
  /** What readers go back from, one step after the other, as a text. */
  step(this: void, state: TimelineState): string;
}

/** The state of a timeline in the hash of the page's address. */
export interface Address {
  /** Takes over what the address says now, and from now on. */
  start(): void;
  /** After each picture: what has changed is written, a step at once, anything else once the reader has come to rest. */
  drawn(): void;
  /** The address that shows an event. */
  hrefOf(id: string): string | undefined;
  stop(): void;
}

/** In milliseconds; browsers refuse an address that changes too often. */
const REST = 400;

/** A link to another hash fires both, an old browser only one of them. */
const TYPES = ["popstate", "hashchange"] as const;

/** Makes what reads the state in the address, where there is one, and follows it backwards and forwards. */
export function createAddress(setting: AddressSetting): Address {
  const { window, root, owner, state, step } = setting;
  const { location, history } = window;
  /** What the address says, as far as it has been written or taken over. */
  let known = "{}";
  /** The step that the address has led to; `undefined` until there is a picture of it. */
  let knownStep: string | undefined;
  /** What is to be written once the reader has come to rest. */
  let waiting: TimelineState | undefined;
  let timer: number | undefined;
  let releases: readonly (() => void)[] = [];

  const hashOf = (next: TimelineState): string => {
    const of = owner();
    return of ? writeHash(location.hash, next, of) : location.hash;
  };

  const forget = (): void => {
    window.clearTimeout(timer);
    waiting = undefined;
  };

  const write = (how: "pushState" | "replaceState", next: TimelineState): void => {
    forget();
    known = JSON.stringify(next);
    knownStep = step(next);
    const hash = hashOf(next);
    if (hash === location.hash) return;
    try {
      history[how](history.state, "", location.pathname + location.search + hash);
    } catch {
      // Some frames have no address of their own: then nothing is kept.
    }
  };

  const rest = (): void => {
    if (waiting) write("replaceState", waiting);
  };

  const take = (): void => {
    const of = owner();
    if (!of) return;
    const next = readHash(location.hash, of);
    if (JSON.stringify(next) === known) return;
    forget();
    known = JSON.stringify(next);
    setting.restore(next);
  };

  return {
    start() {
      releases = TYPES.map((type) => listenFor(root, window, type, take));
      take();
    },
    drawn() {
      if (!owner()) return;
      if (!setting.isSettled()) {
        knownStep = undefined;
        return;
      }
      const next = state();
      knownStep ??= step(next);
      if (step(next) !== knownStep) {
        rest();
        write("pushState", next);
        return;
      }
      forget();
      if (JSON.stringify(next) === known) return;
      waiting = next;
      timer = window.setTimeout(rest, REST);
    },
    hrefOf(id) {
      return owner() && location.href.replace(/#.*|$/, () => hashOf({ selected: id }));
    },
    stop() {
      forget();
      for (const release of releases) release();
    },
  };
}
