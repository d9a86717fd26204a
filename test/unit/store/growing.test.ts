import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storeEvents } from "../../../src/store/build/build-store.js";
import { countOf, type EventStore } from "../../../src/store/event-store.js";
import { countCells } from "../../../src/store/query/cells.js";
import { extentsOf } from "../../../src/store/query/extent.js";
import { openAt } from "../../../src/store/query/open-at.js";
import { topOf } from "../../../src/store/query/top.js";
import { nextInTime } from "../../../src/store/query/walk.js";
import { countStarts, startsIn } from "../../../src/store/query/window.js";
import { finish, type Work } from "../../../src/store/slices.js";
import { appendEvents, catchUp, takeIn } from "../../../src/store/tail.js";
import { byRank, byTime, covers, slowCells, type SlowEvent } from "../../oracle/event-store.js";
import { runs } from "../../support/full.js";
import { LANES, readOf, rows, rowsOf, slowOf } from "./event-data.js";

const EDGES = Float64Array.of(-1e6, -20, -7, 0, 3, 4, 20, 1e6);
const BANDS = LANES.map((_, lane) => [lane]);
const LIMIT = 9;

/** What is asked of a store, as rows. */
function answersOf(store: EventStore, from: number, to: number): unknown {
  const cells = countCells(store, { edges: EDGES, bands: BANDS, hasTop: true });
  const walked: number[] = [];
  for (let place = nextInTime(store, -1); place >= 0; place = nextInTime(store, place)) walked.push(place);
  const { counts, firsts } = extentsOf(store);
  return {
    count: countOf(store),
    lanes: [counts, firsts],
    starts: rowsOf(store, startsIn(store, { from, to })).toSorted((a, b) => a! - b!),
    started: countStarts(store, { from, to, lanes: [0, 2] }),
    open: rowsOf(store, openAt(store, from)).toSorted((a, b) => a! - b!),
    top: rowsOf(store, topOf(store, { from, to, limit: LIMIT, hasOpen: true })),
    cells: [...cells.counts],
    tops: rowsOf(store, cells.top!),
    walked: rowsOf(store, walked),
  };
}

/** The same by looking at each event. */
function slowAnswers(events: readonly SlowEvent[], from: number, to: number): unknown {
  const rowsIn = (some: readonly SlowEvent[]): readonly number[] => some.map(({ row }) => row);
  const starting = events.filter(({ start }) => start >= from && start < to);
  const cells = slowCells(events, EDGES, BANDS);
  const lanes = LANES.map((_, lane) => events.filter((event) => event.lane === lane));
  return {
    count: events.length,
    lanes: [lanes.map(({ length }) => length), lanes.map((own) => Math.min(...own.map(({ start }) => start)))],
    starts: rowsIn(starting),
    started: starting.filter(({ lane }) => lane === 0 || lane === 2).length,
    open: rowsIn(events.filter(({ start, end }) => start < from && end > from)),
    top: rowsIn(events.filter((event) => from < to && covers(event, from, to)).toSorted(byRank)).slice(0, LIMIT),
    cells: cells.map(({ length }) => length),
    tops: cells.map((cell) => cell.toSorted(byRank)[0]?.row),
    walked: rowsIn(events.toSorted(byTime)),
  };
}

/** What happens to a store: more comes, or the taking in of its tail begins, goes on, ends, or is given up. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("append" as const), many: fc.nat({ max: 60 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("go on" as const), many: fc.nat({ max: 9 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: "end", many: 0 } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "give up", many: 0 } as const) },
);
const at = fc.oneof(fc.integer({ min: -25, max: 25 }), fc.constantFrom(-Infinity, Infinity, 0.25));

describe("A store that grows while its tail is taken in", () => {
  it("answers as if all had been there from the start, and what was there before answers as it did", () => {
    fc.assert(
      fc.property(
        rows,
        fc.nat({ max: 200 }),
        fc.array(step, { maxLength: 30 }),
        at,
        at,
        (list, first, steps, from, to) => {
          let count = Math.min(first, list.length);
          let store = finish(storeEvents(readOf(list.slice(0, count))));
          let job: { readonly before: EventStore; readonly work: Work<EventStore> } | undefined;
          const seen = [{ store, count }];
          const take = (rebuilt: EventStore): void => {
            store = catchUp(rebuilt, job!.before, store);
            job = undefined;
          };
          const goOn = (work: Work<EventStore>, slices: number): void => {
            for (let i = 0; i < slices; i++) {
              const { done, value } = work.next();
              if (done === true) {
                take(value);
                return;
              }
            }
          };
          for (const { kind, many } of steps) {
            if (kind === "append") {
              store = appendEvents(store, readOf(list.slice(count, count + many), count));
              count = Math.min(list.length, count + many);
            } else if (kind === "give up") job = undefined;
            else {
              job ??= { before: store, work: takeIn(store) };
              if (kind === "end") take(finish(job.work));
              else goOn(job.work, many);
            }
            seen.push({ store, count });
          }
          for (const { store: one, count: had } of seen)
            expect(answersOf(one, from, to)).toEqual(slowAnswers(slowOf(list.slice(0, had)), from, to));
        },
      ),
      { seed: 20200709, numRuns: runs(60, 1_500) },
    );
  });
});
