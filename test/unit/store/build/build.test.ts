import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortOrder } from "../../../../src/store/build/sort-order.js";
import { sortStretches } from "../../../../src/store/build/sort-stretches.js";
import { storeEvents } from "../../../../src/store/build/build-store.js";
import { readRows } from "../../../../src/store/build/read-rows.js";
import type { EventStore } from "../../../../src/store/event-store.js";
import { keepEvents } from "../../../../src/store/query/keep.js";
import { packLanes } from "../../../../src/store/query/pack-lanes.js";
import { indexIds, indexRows } from "../../../../src/store/query/rows.js";
import { finish, finishInSlices, SLICE, type Work } from "../../../../src/store/slices.js";
import { rebuild } from "../../../../src/store/build/rebuild.js";
import { buffersOf, doStoreJob } from "../../../../src/store/worker-job.js";
import { resolveKinds } from "../../../../src/model/kinds.js";
import { KINDS, LANES, readOf, watched, type Row } from "../event-data.js";
import { runs, unlessMutated } from "../../../support/full.js";

const COUNT = unlessMutated(300_000, 100_000);

function crowd(isSorted: boolean, lanes: number): Row[] {
  return Array.from({ length: COUNT }, (_, i): Row => {
    const at = isSorted ? i : (i * 7_919) % COUNT;
    return {
      start: at * 1_000,
      length: (i % 5) * 800,
      lane: i % lanes,
      kind: i % KINDS.length,
      importance: (i % 97) / 96,
    };
  });
}

/** The steps of some work: how many elements each one looked at. */
function stepsOf(work: Work<unknown>): number[] {
  const steps: number[] = [];
  for (let step = work.next(); step.done !== true; step = work.next()) steps.push(step.value);
  return steps;
}

describe("Building", () => {
  it.each([true, false])("makes steps of bounded work, and more of them for more events; in order: %s", (isSorted) => {
    const build = (count: number): number[] =>
      stepsOf(storeEvents(readOf(crowd(isSorted, 3).slice(0, count)), { hasSortedEnds: true }));
    const [all, tenth] = [build(COUNT), build(COUNT / 10)];
    expect(Math.max(...all)).toBeLessThanOrEqual(2 * SLICE);
    const work = all.reduce((sum, step) => sum + step, 0);
    expect(work).toBeGreaterThan(COUNT * 6);
    expect(work).toBeLessThan(20 * tenth.reduce((sum, step) => sum + step, 0));
  });

  it("keeps to small steps with whatever is made of a store, and with rows", () => {
    const store = finish(storeEvents(readOf(crowd(true, 3))));
    const dates = Array.from({ length: 5_000 }, (_, i) => ({ date: i }));
    const setting = { locale: "en", direction: "ltr", timeZone: "UTC", kinds: resolveKinds() } as const;
    for (const work of [
      rebuild(store),
      keepEvents(store, { kinds: [0] }),
      packLanes(store.index),
      indexRows(store),
      indexIds(COUNT, String),
      readRows(dates, setting),
    ] as Work<unknown>[]) {
      const steps = stepsOf(work);
      expect(Math.max(...steps)).toBeLessThanOrEqual(2 * SLICE);
      expect(steps.length).toBeGreaterThan(3);
    }
  });

  it("pauses among many lanes, also where all are in order", () => {
    const [lanes, none] = [3 * SLICE, new Float64Array()];
    const columns = { start: none, end: none, rank: none, kind: new Uint16Array() };
    const steps = stepsOf(sortStretches(columns, new Uint32Array(lanes + 1), new Uint8Array(lanes)));
    expect(steps).toEqual([SLICE, SLICE, SLICE]);
  });

  it.each([
    ["always", 4, {}],
    ["with sorted ends", 12, { hasSortedEnds: true }],
  ])("takes, beyond the columns, %s, at most %i bytes an event", (_when, most, setting) => {
    for (const lanes of [1, LANES.length]) {
      const { index } = finish(storeEvents(readOf(crowd(false, lanes)), setting));
      const { start, end, rank, kind, ...rest } = index;
      const size = (columns: object): number => buffersOf(columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
      expect(size(rest) / COUNT).toBeLessThanOrEqual(most);
      expect(size({ start, end, rank, kind }) / COUNT).toBe(26);
    }
  });

  it("is the same in slices, and ends where it is aborted", async () => {
    const pauses = { count: 0 };
    const pace = {
      isDue: () => true,
      rest: () => {
        pauses.count++;
        return Promise.resolve();
      },
    };
    const store = await finishInSlices(storeEvents(readOf(crowd(false, 2))), pace);
    const { rank } = finish(storeEvents(readOf(crowd(false, 2)))).index;
    // In one look: telling numbers apart one by one would take most of the time.
    expect(Buffer.from(store.index.rank.buffer).equals(Buffer.from(rank.buffer))).toBe(true);
    expect(pauses.count).toBeGreaterThan(10);
    const controller = new AbortController();
    const aborted = finishInSlices(storeEvents(readOf(crowd(false, 2))), {
      ...pace,
      signal: controller.signal,
      rest: () => {
        controller.abort(new Error("enough"));
        return Promise.resolve();
      },
    });
    await expect(aborted).rejects.toThrow("enough");
  });

  it("hands all columns over without a copy, and finds the same in them", () => {
    const events = readOf(crowd(false, 3).slice(0, 5_000));
    const sent = structuredClone({ events, setting: {} }, { transfer: buffersOf(events) });
    expect(events.start).toHaveLength(0);
    const { store, transfer } = doStoreJob(sent);
    const back: EventStore = structuredClone(store, { transfer });
    expect(store.index.start).toHaveLength(0);
    expect(back).toEqual(finish(storeEvents(readOf(crowd(false, 3).slice(0, 5_000)))));
  });
});

describe("sortOrder", () => {
  const numbers = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(-1.4e20, 1e-320, -1e-320, 0, 2 ** 52, 2 ** 52 + 1),
  );

  it("sorts any numbers, equal ones in their order, within a part of a list", () => {
    const lists = fc.array(numbers, { maxLength: 1_500, size: "max" });
    fc.assert(
      fc.property(lists, fc.nat({ max: 50 }), (list, skipped) => {
        const values = Float64Array.from(list);
        const order = Uint32Array.from(list.keys());
        const first = Math.min(skipped, list.length);
        finish(sortOrder(order, values, new Uint32Array(list.length), first));
        const slow = [...list.keys()].slice(first).sort((a, b) => values[a]! - values[b]! || a - b);
        expect([...order]).toEqual([...[...list.keys()].slice(0, first), ...slow]);
      }),
      { seed: 20200709, numRuns: runs(60, 2_000) },
    );
  });

  it("looks at no more than a few numbers for each of a slice before it pauses", () => {
    const count = 200_000;
    let [reads, most] = [0, 0];
    const values = watched(
      Float64Array.from({ length: count }, (_, i) => ((i * 7_919) % count) ** 2),
      () => reads++,
    );
    const work = sortOrder(
      new Uint32Array(count).map((_, i) => i),
      values,
      new Uint32Array(count),
    );
    for (let isDone = false, before = 0; !isDone; before = reads) {
      isDone = work.next().done === true;
      most = Math.max(most, reads - before);
    }
    expect(most).toBeLessThan(4 * SLICE);
  });

  it("is not slowed down by numbers that crowd together before a far one", () => {
    const values = Float64Array.from({ length: 20_000 }, (_, i) => (i === 0 ? 1e20 : (i * 7_919) % 20_000));
    const steps: number[] = [];
    const order = Uint32Array.from(values.keys());
    const work = sortOrder(order, values, new Uint32Array(values.length));
    for (let step = work.next(); step.done !== true; step = work.next()) steps.push(step.value);
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeLessThan(20_000 * 16);
    expect([...order].every((at, i) => i === 0 || values[order[i - 1]!]! <= values[at]!)).toBe(true);
  });
});
