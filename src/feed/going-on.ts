import type { SliceEvents } from "../source/contract.js";
import type { Seen } from "./planner.js";

/** What goes on at instants: what is known of it, and what is on its way. */
export interface GoingOn {
  /** What is known of an instant that a picture asks for; those of one picture come in ascending order. */
  at(instant: number): Told;
  /** After each picture: has what it misses asked for; while the reader moves on before it has come, later. */
  look(seen: Seen): void;
  /** Takes what is known for out of date: it is drawn on until there is something new. */
  renew(): void;
  /** Asks again for what has failed. */
  retry(): void;
  readonly isMissing: boolean;
  readonly fault: unknown;
  /** Asks for nothing more; what is known stays. */
  stop(): void;
}

/** The ranks of what goes on at an instant, the most important of each lane first. */
export interface Told {
  readonly lanes: readonly (readonly number[])[];
  readonly isStale: boolean;
}

/** What brings it, and who hears of it. */
export interface GoingOnSetting {
  ask(this: void, at: number, limit: number, signal: AbortSignal): Promise<SliceEvents>;
  changed(this: void): void;
  /** Does something after so many milliseconds; what it returns calls that off. */
  later(this: void, act: () => void, wait: number): () => void;
}

/** So many events of each lane are told. */
const MOST = 3;
/** No screen shows so many instants, and so many are kept. */
const MOST_WANTED = 64;
const KEPT = 512;
/** So long a reader must rest who moves on before answers have come, in milliseconds: they cost a database more than a tile. */
const SETTLED = 100;

const NOTHING: Told = { lanes: [], isStale: false };

/** Makes a keeper of what goes on; it knows nothing yet. */
export function createGoingOn({ ask, changed, later }: GoingOnSetting): GoingOn {
  const known = new Map<number, Told>();
  const flights = new Map<number, AbortController>();
  const failed = new Set<number>();
  const wanted = new Set<number>();
  let last = Infinity;
  let needed: readonly number[] = [];
  let fault: unknown;
  let callOff = (): void => undefined;

  const isOpen = (at: number): boolean => known.get(at)?.isStale !== false && !failed.has(at);

  const keep = (at: number, told: Told): void => {
    known.delete(at);
    known.set(at, told);
    if (known.size > KEPT) known.delete(known.keys().next().value!);
  };

  const start = (at: number): void => {
    const stop = new AbortController();
    flights.set(at, stop);
    const land = (): boolean => flights.get(at) === stop && flights.delete(at);
    ask(at, MOST, stop.signal).then(
      (events) => {
        if (!land()) return;
        keep(at, { lanes: byLane(events), isStale: false });
        fault = undefined;
        changed();
      },
      (error: unknown) => {
        if (!land()) return;
        failed.add(at);
        fault = error;
        changed();
      },
    );
  };

  const pump = (): void => {
    for (const [at, stop] of flights) {
      if (needed.includes(at)) continue;
      flights.delete(at);
      stop.abort();
    }
    for (const at of needed) if (!flights.has(at) && isOpen(at)) start(at);
  };

  const land = (): void => {
    for (const stop of flights.values()) stop.abort();
    flights.clear();
  };

  return {
    at(instant) {
      if (instant <= last) wanted.clear();
      last = instant;
      if (wanted.size < MOST_WANTED) wanted.add(instant);
      return known.get(instant) ?? NOTHING;
    },
    look({ from, to }) {
      // What goes on when the view begins: one of the few told before may have ended by then. What begins in view, tiles tell.
      const before = [...wanted].findLast((at) => at <= from);
      const after = [...wanted].find((at) => at > from && at < to);
      const next = [before, after].filter((at) => at !== undefined);
      // What failed while nobody looked is tried once somebody does.
      for (const at of next) if (!needed.includes(at)) failed.delete(at);
      const isResting = !needed.some(isOpen);
      needed = next;
      callOff();
      if (!needed.some(isOpen)) return;
      if (isResting) pump();
      else callOff = later(pump, SETTLED);
    },
    renew() {
      land();
      for (const [at, told] of known) known.set(at, { ...told, isStale: true });
      failed.clear();
      fault = undefined;
    },
    retry() {
      failed.clear();
      fault = undefined;
      pump();
    },
    get isMissing() {
      return needed.some(isOpen);
    },
    get fault() {
      return needed.some((at) => failed.has(at)) ? fault : undefined;
    },
    stop() {
      callOff();
      land();
      failed.clear();
      wanted.clear();
      needed = [];
    },
  };
}

/** The ranks of each lane, no more than were asked for. */
function byLane({ lane, rank }: SliceEvents): readonly (readonly number[])[] {
  const lanes = new Map<number, number[]>();
  lane.forEach((code, i) => {
    const ranks = lanes.get(code) ?? [];
    if (ranks.length < MOST) ranks.push(rank[i]!);
    lanes.set(code, ranks);
  });
  return [...lanes.values()];
}
