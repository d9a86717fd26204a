import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { IndexSetting } from "../../src/store/build/extras.js";
import { storeEvents } from "../../src/store/build/build-store.js";
import { withRoom, type ReadEvents } from "../../src/store/build/loose-events.js";
import { density } from "../../src/store/query/density.js";
import { edgesBetween } from "../../src/store/query/edges.js";
import { openAt } from "../../src/store/query/open-at.js";
import { countOverlaps } from "../../src/store/query/overlaps.js";
import { packLanes } from "../../src/store/query/pack-lanes.js";
import { keepEvents } from "../../src/store/query/keep.js";
import { topOf } from "../../src/store/query/top.js";
import { levelOf, winners } from "../../src/store/query/winners.js";
import { finish } from "../../src/store/slices.js";
import { adviceOf, isUpdate, jsonText } from "../support/committed.js";
import { crowdOf } from "./event-crowd.js";

const COMMITTED = new URL("store-ratios.json", import.meta.url);
const GROWTH = 1.15;
const TRIES = 3;
const isRewritten = isUpdate("RATIOS");

type Ratios = Record<string, number>;
const committed = JSON.parse(readFileSync(COMMITTED, "utf8")) as Ratios;

/** What is aimed at, in passes over the starts; what fails is growth beyond what is committed. */
const TARGETS: Ratios = {
  "10000000 build sorted": 30,
  "10000000 build unsorted": 120,
  "10000000 density whole": 0.5,
  "10000000 density 1/1000": 0.02,
  "10000000 top 50 whole": 0.3,
  "10000000 winners whole": 0.15,
};
/** What is compared with the committed figures; everything else is only reported. */
const KEPT = /^\d+ (build (un)?sorted|density (whole|1\/1000)|top 50 whole|winners whole)$/;

const SHARES = [
  [1, "whole"],
  [0.01, "1/100"],
  [0.001, "1/1000"],
] as const;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
let sink = 0;

function time(job: () => unknown): number {
  const start = performance.now();
  sink += job() === undefined ? 1 : 0;
  return performance.now() - start;
}

function pass(start: Float64Array): number {
  let sum = 0;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- an iterator would be measured too
  for (let i = 0; i < start.length; i++) sum += start[i]!;
  return sum;
}

interface Figure {
  readonly ms: number;
  readonly ratio: number;
}

/** Something to measure; what it is done to is made anew each time and not measured. */
interface Job<Given> {
  readonly given: () => Given;
  readonly run: (given: Given) => unknown;
}

/** A job against one pass over the starts, in turns; medians. */
function compare<Given>(start: Float64Array, { given, run }: Job<Given>, rounds: number): Figure {
  const [jobs, passes]: [number[], number[]] = [[], []];
  run(given());
  for (let round = 0; round < rounds; round++) {
    passes.push(time(() => pass(start)));
    const some = given();
    jobs.push(time(() => run(some)));
    passes.push(time(() => pass(start)));
  }
  const ms = median(jobs);
  return { ms, ratio: ms / median(passes) };
}

/** Measures until the figure holds, a few times at most. */
function measure<Given>(name: string, start: Float64Array, job: Job<Given>, rounds: number): void {
  const target = TARGETS[name] ?? Infinity;
  const limit = (committed[name] ?? Infinity) * GROWTH;
  let best: Figure = { ms: Infinity, ratio: Infinity };
  for (let tries = 0; tries < TRIES && (tries === 0 || best.ratio > limit); tries++) {
    const found = compare(start, job, rounds);
    if (found.ratio < best.ratio) best = found;
  }
  const { ms, ratio } = best;
  const aim = target === Infinity ? "" : `, target ${target}`;
  console.log(`${name.padEnd(34)} ${ms.toFixed(3).padStart(10)} ms ${ratio.toFixed(4).padStart(10)} P${aim}`);
  if (isRewritten) {
    if (KEPT.test(name)) committed[name] = Number(ratio.toPrecision(3));
  } else
    expect
      .soft(ratio, adviceOf("RATIOS", `${name} takes ${ratio} passes, ${committed[name]} are committed`))
      .toBeLessThanOrEqual(limit);
}

/** A stretch of some share of the time that sorted starts span, not at their beginning. */
function window(start: Float64Array, share: number): { readonly from: number; readonly to: number } {
  const [first, last] = [start[0]!, start[start.length - 1]!];
  const from = share === 1 ? first : start[Math.floor(start.length / 100)]!;
  return { from, to: share === 1 ? last + 1 : from + (last - first) * share };
}

describe.each([1_000_000, 10_000_000])("A store of %i events", (count) => {
  const building = (events: ReadEvents, setting: IndexSetting = {}): Job<ReadEvents> => ({
    given: () => ({ ...withRoom(events, count), lanes: events.lanes, kinds: events.kinds, issues: [] }),
    run: (fresh) => finish(storeEvents(fresh, setting)),
  });

  it("is built from events in any order", () => {
    const events = crowdOf(count, false);
    measure(`${count} build unsorted`, events.start, building(events), 3);
  });

  it("is built from events in order, and answers", () => {
    const events = crowdOf(count, true);
    const { start } = events;
    measure(`${count} build sorted`, start, building(events), 3);
    measure(`${count} build with sorted ends`, start, building(events, { hasSortedEnds: true }), 1);
    const store = finish(storeEvents(crowdOf(count, true), { hasSortedEnds: true }));
    const of = (name: string, run: () => unknown, rounds = 9): void => {
      measure(`${count} ${name}`, start, { given: () => undefined, run }, rounds);
    };
    const groupOf = store.kinds.map((_, kind) => kind % 8);
    for (const [share, name] of SHARES) {
      const { from, to } = window(start, share);
      const edges = edgesBetween(from, to, 1_920);
      of(`density ${name}`, () => density(store, { edges }));
      of(`density with top ${name}`, () => density(store, { edges, hasTop: true }));
      of(`density by group ${name}`, () => density(store, { edges, groupOf, groups: 8 }));
      of(`overlaps ${name}`, () => countOverlaps(store, edges));
      of(`winners ${name}`, () => winners(store, from, to, levelOf((to - from) / 24)));
      of(`top 50 ${name}`, () => topOf(store, { from, to, limit: 50 }));
      of(`open ${name}`, () => openAt(store, from));
    }
    of("keep four kinds", () => finish(keepEvents(store, { kinds: [0, 1, 2, 3] }, { hasSortedEnds: false })), 1);
    of("pack rows", () => finish(packLanes(store.index)), 1);
    expect(sink).toBe(0);
  });

  afterAll(() => {
    if (isRewritten) writeFileSync(COMMITTED, jsonText(committed));
  });
});
