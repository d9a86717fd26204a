import type { EventIndex, LooseEvents } from "../event-store.js";
import { eachSlice, type Work } from "../slices.js";
import { moveKinds, moveNumbers } from "./move.js";
import { sortStretches } from "./sort-stretches.js";

/** The columns of an index without what finds them fast. */
export type LaneColumns = Pick<EventIndex, "count" | "start" | "end" | "rank" | "kind" | "offsets">;

/** What is not in order is parted into stretches of time with about so many events: they fit into near memory. */
const STRETCH = 2 ** 15;

/** Columns of a length. */
export function createColumns(count: number, offsets: Uint32Array): LaneColumns {
  return {
    count,
    offsets,
    start: new Float64Array(count),
    end: new Float64Array(count),
    rank: new Float64Array(count),
    kind: new Uint16Array(count),
  };
}

/** Puts events lane by lane, each in order; what has no start is left out. The columns are taken over. */
export function* arrange(events: LooseEvents, lanes: number): Work<LaneColumns> {
  const survey = createSurvey(lanes);
  yield* eachSlice(events.count, (from, to) => {
    surveyLanes(events, survey, from, to);
  });
  // What rises from row to row rises in each lane.
  if (!survey.isRising)
    yield* eachSlice(events.count, (from, to) => {
      surveyTimes(events, survey, from, to);
    });
  const offsets = sumUp(survey.counts);
  const count = offsets[lanes]!;
  if (!survey.isMixed && !survey.isUnsorted.includes(1)) return cutTo(events, offsets, count);
  const stretches = partLanes(survey);
  const isParted = stretches.scale.some((scale) => scale > 0);
  if (isParted)
    yield* eachSlice(events.count, (from, to) => {
      markStretches(events, stretches, from, to);
    });
  const ends = isParted ? sumUp(stretches.counts) : offsets;
  const arranged = cutTo(yield* moveAll(events, Int32Array.from(ends)), offsets, count);
  yield* sortStretches(arranged, ends, stretches.isUnsorted);
  return arranged;
}

/** What lanes are like; what is left out has a lane of its own behind all others. */
interface Survey {
  readonly lanes: number;
  readonly counts: Int32Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly isUnsorted: Uint8Array;
  /** Whether lanes stand between each other. */
  isMixed: boolean;
  /** Whether no event starts before the one in the row before. */
  isRising: boolean;
}

function createSurvey(lanes: number): Survey {
  return {
    lanes,
    counts: new Int32Array(lanes + 1),
    first: new Float64Array(lanes + 1).fill(Infinity),
    last: new Float64Array(lanes + 1).fill(-Infinity),
    isUnsorted: new Uint8Array(lanes + 1),
    isMixed: false,
    isRising: true,
  };
}

function surveyLanes({ start, lane }: LooseEvents, survey: Survey, from: number, to: number): void {
  const { lanes, counts } = survey;
  let isRising = true;
  // Below zero once a lane came before: a question at each event would be guessed wrong half of the time.
  let fall = 0;
  let laneBefore = from > 0 ? lane[from - 1]! : 0;
  let before = from > 0 ? start[from - 1]! : -Infinity;
  for (let i = from; i < to; i++) {
    const at = start[i]!;
    // Not a number is not at or after anything.
    if (!(at >= before)) {
      isRising = false;
      if (Number.isNaN(at)) lane[i] = lanes;
    }
    before = at;
    const of = lane[i]! | 0;
    counts[of]!++;
    fall |= of - laneBefore;
    laneBefore = of;
  }
  if (fall < 0) survey.isMixed = true;
  if (!isRising) survey.isRising = false;
}

function surveyTimes({ start, lane }: LooseEvents, survey: Survey, from: number, to: number): void {
  const { first, last, isUnsorted } = survey;
  for (let i = from; i < to; i++) {
    const [at, of] = [start[i]!, lane[i]!];
    if (at < last[of]!) isUnsorted[of] = 1;
    else if (at > last[of]!) last[of] = at;
    if (at < first[of]!) first[of] = at;
  }
}

/** Where each part begins, and behind the last one the count of all. */
function sumUp(counts: Int32Array): Uint32Array {
  const offsets = new Uint32Array(counts.length + 1);
  counts.forEach((count, i) => {
    offsets[i + 1] = offsets[i]! + count;
  });
  return offsets;
}

/** The stretches of time of each lane, in order. */
interface Stretches {
  /** The number of the first stretch of each lane. */
  readonly number: Uint32Array;
  readonly first: Float64Array;
  /** Stretches per millisecond in each lane; 0 for a lane that has only one. */
  readonly scale: Float64Array;
  readonly counts: Int32Array;
  readonly isUnsorted: Uint8Array;
}

/** Lanes that are in order have one stretch. */
function partLanes({ counts, first, last, isUnsorted }: Survey): Stretches {
  const parts = counts.map((count, lane) => (isUnsorted[lane] === 1 ? Math.ceil(count / STRETCH) : 1));
  const scale = Float64Array.from(parts, (many, lane) => {
    const perTime = (many * (1 - 2 ** -20)) / (last[lane]! - first[lane]!);
    return many > 1 && perTime < Infinity ? perTime : 0;
  });
  const number = sumUp(parts);
  const unsorted = new Uint8Array(number[parts.length]!);
  isUnsorted.forEach((flag, lane) => unsorted.fill(flag, number[lane], number[lane + 1]));
  return { number, first, scale, counts: new Int32Array(unsorted.length), isUnsorted: unsorted };
}

/** Writes the number of its stretch in place of the lane of each event. */
function markStretches({ start, lane }: LooseEvents, stretches: Stretches, from: number, to: number): void {
  const { number, first, scale, counts } = stretches;
  for (let i = from; i < to; i++) {
    const of = lane[i]!;
    const stretch = number[of]! + (scale[of]! > 0 ? ((start[i]! - first[of]!) * scale[of]!) | 0 : 0);
    lane[i] = stretch;
    counts[stretch]!++;
  }
}

/** Moves events to their parts; each column takes the room that the one before has left. */
function* moveAll(events: LooseEvents, next: Int32Array): Work<LooseEvents> {
  const places = events.lane;
  yield* eachSlice(events.count, (from, to) => {
    findPlaces(places, next, from, to);
  });
  const kind = new Uint16Array(events.count);
  yield* eachSlice(events.count, (from, to) => {
    moveKinds(events.kind, kind, places, from, to);
  });
  let spare: Float64Array = new Float64Array(events.count);
  const moved: Float64Array[] = [];
  for (const source of [events.start, events.end, events.rank]) {
    const target = spare;
    yield* eachSlice(events.count, (from, to) => {
      moveNumbers(source, target, places, from, to);
    });
    moved.push(target);
    spare = source;
  }
  const [start, end, rank] = moved as [Float64Array, Float64Array, Float64Array];
  return { ...events, kind, start, end, rank };
}

/** Writes its place in place of the part of each event. */
function findPlaces(parts: Uint32Array, next: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) parts[i] = next[parts[i]!]!++;
}

/** The columns without what is left out, which stands last. */
function cutTo({ start, end, rank, kind }: LooseEvents, offsets: Uint32Array, count: number): LaneColumns {
  return {
    count,
    offsets: offsets.slice(0, -1),
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    rank: rank.subarray(0, count),
    kind: kind.subarray(0, count),
  };
}
