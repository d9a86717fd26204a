import type { Prepared } from "../layout/prepare.js";
import type { ResolvedEvent } from "../model/model.js";
import type { Crowd } from "../store/crowd.js";
import { readEvent } from "../store/event-store.js";
import { firstInTime } from "../store/query/walk.js";
import { NONE } from "../store/rank.js";
import type { Instant } from "../time/instant.js";

/** Events numbered from 0 in order of time; at the same start in that of the data. */
export interface InTime {
  readonly count: number;
  at(number: number): ResolvedEvent | undefined;
  /** The number of an event; -1 where it is none of them. */
  numberOf(id: string): number;
}

/** The same of a crowd, where not each event is there. */
export interface CrowdInTime extends InTime {
  /** The number of the first one that starts at an instant or later; 0 where there is none. */
  from(instant: Instant): number;
}

/** Among so many events with one start, the number of one is looked for. */
const MOST_AT_ONCE = 1_000;

const orders = new WeakMap<Crowd, CrowdInTime>();

/** The events that are wanted now. Of a crowd that lies elsewhere, those that are named. */
export function wantedInTime({ columns, crowd }: Prepared): InTime {
  if (crowd?.here) return crowdInTime(crowd.wanted);
  const { events, isQuiet } = columns;
  const wanted = isQuiet ? events.filter((_, place) => !isQuiet[place]) : events;
  return {
    count: wanted.length,
    at: (number) => wanted[number],
    numberOf: (id) => wanted.findIndex((event) => event.id === id),
  };
}

/** Numbers the events of a crowd that lies in this page. From one to the next is but a step, wherever they are. */
export function crowdInTime(crowd: Crowd): CrowdInTime {
  const order = orders.get(crowd) ?? number(crowd);
  orders.set(crowd, order);
  return order;
}

function number(crowd: Crowd): CrowdInTime {
  const { count } = crowd;
  const store = crowd.store!;
  /** The event that was come to last. */
  let last = { number: NONE, place: NONE };
  const go = (to: number): number => {
    if (to < 0 || to >= count) return NONE;
    const steps = Math.abs(to - last.number);
    if (to < steps) last = { number: NONE, place: NONE };
    else if (count - to < steps) last = { number: count, place: NONE };
    while (last.number !== to) {
      const isLater = last.number < to;
      last = {
        number: last.number + (isLater ? 1 : -1),
        place: isLater ? crowd.next(last.place) : crowd.previous(last.place),
      };
    }
    return last.place;
  };
  const stand = (start: Instant): void => {
    last = { number: crowd.countIn(-Infinity, start), place: firstInTime(store, start) };
  };
  return {
    count,
    at(to) {
      const place = go(to);
      return place === NONE ? undefined : crowd.eventAt(place);
    },
    numberOf(id) {
      const place = crowd.placeOf(id);
      if (place === NONE) return NONE;
      stand(readEvent(store, place).start);
      for (let more = MOST_AT_ONCE; last.place !== place && more > 0; more--) go(last.number + 1);
      return last.place === place ? last.number : NONE;
    },
    from(instant) {
      stand(instant);
      return last.place === NONE ? 0 : last.number;
    },
  };
}
