import { collatorOf } from "../text/collate.js";
import type { Instant } from "../time/instant.js";
import { isKnown } from "../time/span.js";
import type { EventBase, TextInput } from "./input.js";
import { HUES, type Hue } from "./kinds.js";
import type { ResolvedEvent, ResolvedText } from "./model.js";
import { nearest } from "./nearest.js";
import { fieldOf, fieldReader, numberWithin, resolveWord, wordOf, type PartSetting, type Resolve } from "./parts.js";
import { isObject } from "./rules.js";
import { resolveText } from "./text.js";

/** A lane: a labelled row of events. With lanes of its own it is a group that readers can fold. */
export interface LaneInput {
  /** What events call it in their `lane`. */
  readonly id: string;
  /** What readers see. Default: the id. */
  readonly label?: TextInput;
  /** Colour of its name and its events. Default: that of the group, or the next one of the palette. */
  readonly hue?: Hue;
  /** The lanes of a group. */
  readonly lanes?: readonly LaneInput[];
  /**
   * Whether the group is folded at first: then all its events share its row.
   * @defaultValue false
   */
  readonly folded?: boolean;
  /**
   * No more rows than this, from 1 to 100; events that find no room in them are counted where they are.
   * @defaultValue 8
   */
  readonly maxRows?: number;
}

/** How lanes follow each other. */
export type LaneOrder = "given" | "first" | "count" | "label";

/** A lane that is ready to be laid out. */
export interface ResolvedLane {
  /** Empty for the lane of the events that name none. */
  readonly id: string;
  /** `undefined` for the lane of the events that name none. */
  readonly label: ResolvedText | undefined;
  /** `undefined` where each event has the colour of its kind. */
  readonly hue: Hue | undefined;
  readonly lanes: readonly ResolvedLane[];
  readonly isFolded: boolean;
  readonly maxRows: number;
}

/** What decides how lanes are read. */
export interface LaneSetting extends PartSetting {
  readonly laneOrder: LaneOrder;
}

/** Groups may stand in groups so deep. */
const DEEPEST = 8;
const MAX_ROWS = 8;

const resolveHue = wordOf(...HUES);
const resolveRows = numberWithin(1, 100);
const resolveFlag: Resolve<boolean> = (input, path, { report }) => {
  if (input === undefined || typeof input === "boolean") return input;
  report("flag-unreadable", path, input, "true or false");
  return undefined;
};

/**
 * All lanes of a timeline: those that are defined, then those that events name without a definition, by first appearance,
 * and last one without a name for the events that name none. What is wrong with a definition is an issue.
 *
 * @param input - Should be an array of `LaneInput`.
 * @param tallies - What stands in each lane that events name, by first appearance.
 */
export function resolveLanes(
  input: unknown,
  tallies: ReadonlyMap<string, LaneTally>,
  setting: LaneSetting,
): readonly ResolvedLane[] {
  const { report } = setting;
  const known = new Set<string>();

  const readAll = (list: unknown, path: string, depth: number, above: Hue | undefined): readonly ResolvedLane[] => {
    if (list === undefined || list === null) return [];
    if (Array.isArray(list) && depth < DEEPEST)
      return list.flatMap((lane: unknown, i) => read(lane, `${path}[${i}]`, depth, above ?? HUES[i % HUES.length]!));
    report("lanes-unreadable", path, list, `an array of lanes, at most ${DEEPEST} deep`);
    return [];
  };
  const read = (lane: unknown, path: string, depth: number, above: Hue): readonly ResolvedLane[] => {
    const field = fieldReader(isObject(lane) ? lane : {}, path, setting);
    const id = field("id", resolveWord) ?? "";
    if (id === "" || known.has(id)) {
      report("lane-id", path, isObject(lane) ? lane["id"] : lane, "a lane with an id that no other lane has");
      return [];
    }
    known.add(id);
    const hue = field("hue", resolveHue) ?? above;
    const lanes = readAll(fieldOf(lane as object, "lanes"), `${path}.lanes`, depth + 1, hue);
    return [
      {
        id,
        label: field("label", resolveText) ?? resolveText(id, path, setting),
        hue,
        lanes,
        isFolded: field("folded", resolveFlag) ?? false,
        maxRows: Math.round(field("maxRows", resolveRows) ?? MAX_ROWS),
      },
    ];
  };

  const given = readAll(input, "lanes", 0, undefined);
  const defined = [...known];
  const found = [...tallies].flatMap(([lane, { index }]): readonly ResolvedLane[] => {
    if (lane === "" || known.has(lane)) return [];
    if (defined.length > 0) {
      const expected = nearest(lane, defined) ?? "the id of a lane";
      report("lane-unknown", `events[${index}].lane`, lane, expected);
    }
    return read({ id: lane }, `events[${index}].lane`, 0, HUES[known.size % HUES.length]!);
  });
  const nameless: ResolvedLane = {
    id: "",
    label: undefined,
    hue: undefined,
    lanes: [],
    isFolded: false,
    maxRows: MAX_ROWS,
  };
  return [...sortLanes([...given, ...found], tallies, setting), ...(tallies.has("") ? [nameless] : [])];
}

/** What stands in a lane. */
export interface LaneTally {
  readonly count: number;
  /** When the first of its events begins. */
  readonly first: Instant;
  /** The first row that names the lane. */
  readonly index: number;
}

/** What stands in each lane, by first appearance; in the one without a name what names none. */
export function tallyLanes(events: readonly ResolvedEvent[]): ReadonlyMap<string, LaneTally> {
  const tallies = new Map<string, LaneTally>();
  for (const { lane = "", span, index } of events) {
    const { count, first, index: named } = tallies.get(lane) ?? { ...NONE, index };
    const start = isKnown(span.start) ? span.start.earliest : span.start === "open" ? -Infinity : Infinity;
    tallies.set(lane, { count: count + 1, first: Math.min(first, start), index: named });
  }
  return tallies;
}

/** All lanes, each before those that stand in it. */
export function flatLanes(lanes: readonly ResolvedLane[]): readonly ResolvedLane[] {
  return lanes.flatMap((lane) => [lane, ...flatLanes(lane.lanes)]);
}

/** The names of the lanes that have one, by their ids. */
export function labelsOf(lanes: readonly ResolvedLane[]): ReadonlyMap<string, ResolvedText> {
  return new Map(flatLanes(lanes).flatMap(({ id, label }) => (label ? [[id, label] as const] : [])));
}

/** The same events, each with the name of its lane. */
export function nameLanes<E extends EventBase>(
  events: readonly ResolvedEvent<E>[],
  lanes: readonly ResolvedLane[],
): readonly ResolvedEvent<E>[] {
  const labels = labelsOf(lanes);
  if (labels.size === 0) return events;
  return events.map((event) => ({ ...event, laneLabel: labels.get(event.lane ?? "") }));
}

/** Sorts the lanes of each group; what is equal keeps its order. */
function sortLanes(
  lanes: readonly ResolvedLane[],
  tallies: ReadonlyMap<string, Tally>,
  { laneOrder, locale }: LaneSetting,
): readonly ResolvedLane[] {
  if (laneOrder === "given") return lanes;
  const tallyOf = ({ id, lanes }: ResolvedLane): Tally =>
    [tallies.get(id) ?? NONE, ...lanes.map(tallyOf)].reduce((a, b) => ({
      count: a.count + b.count,
      first: Math.min(a.first, b.first),
    }));
  const { compare } = collatorOf(locale);
  const ranks: Readonly<Record<typeof laneOrder, (a: ResolvedLane, b: ResolvedLane) => number>> = {
    first: (a, b) => difference(tallyOf(a).first, tallyOf(b).first),
    count: (a, b) => tallyOf(b).count - tallyOf(a).count,
    label: (a, b) => compare(a.label?.text ?? "", b.label?.text ?? ""),
  };
  const sort = (siblings: readonly ResolvedLane[]): readonly ResolvedLane[] =>
    siblings.map((lane) => ({ ...lane, lanes: sort(lane.lanes) })).sort(ranks[laneOrder]);
  return sort(lanes);
}

type Tally = Omit<LaneTally, "index">;

const NONE: Tally = { count: 0, first: Infinity };

/** Like subtraction, but for infinities too. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
