import { resolveRange, type EventFilter } from "../../model/filter.js";
import type { ResolvedKind } from "../../model/kinds.js";
import type { ResolvedLane } from "../../model/lanes.js";
import type { ResolvedEvent } from "../../model/model.js";
import type { Columns } from "../../store/columns.js";
import { foldText } from "../../text/fold.js";
import { participantsOf, wordsOf } from "./words-of.js";

/** What a filter is read with. */
export interface MatchSetting {
  readonly lanes: readonly ResolvedLane[];
  readonly kinds: ReadonlyMap<string, ResolvedKind>;
  readonly timeZone: string;
  readonly locale: string;
}

/** Events that have one of some names. */
export interface NameTest {
  /** The names, folded. */
  readonly names: readonly string[];
  readonly test: (event: ResolvedEvent) => boolean;
}

type Test = (event: ResolvedEvent, place: number) => boolean;

const BETWEEN_WORDS = /[\p{P}\p{Z}\p{C}]+/u;

/** The words of a query, folded: each is looked for by itself. */
export function termsOf(text: string | undefined): readonly string[] {
  return [...new Set(foldText(text ?? "").split(BETWEEN_WORDS))].filter((term) => term !== "");
}

/** The events that answer to a filter, in order of time. */
export function matchEvents(
  columns: Columns,
  filter: EventFilter,
  setting: Pick<MatchSetting, "lanes" | "timeZone">,
): readonly ResolvedEvent[] {
  const tests = testsOf(columns, filter, setting);
  return columns.events.filter((event, place) => tests.every((test) => test(event, place)));
}

/** One test for each field of the filter; the cheap ones first. */
function testsOf(
  { from, to }: Columns,
  filter: EventFilter,
  { lanes, timeZone }: Pick<MatchSetting, "lanes" | "timeZone">,
): readonly Test[] {
  const tests: Test[] = [];
  const { kinds, range } = filter;
  if (kinds) tests.push(({ kind }) => kinds.includes(kind.kind));
  if (filter.lanes) {
    const wanted = lanesWithin(lanes, new Set(filter.lanes));
    tests.push(({ lane = "" }) => wanted.has(lane));
  }
  if (range) {
    const [first, end] = resolveRange(range, timeZone);
    // What lasts for no time at all is somewhere too.
    tests.push((_, place) => from[place]! < end && Math.max(to[place]!, from[place]! + 1) > first);
  }
  tests.push(...nameTests(filter).map(({ test }) => test));
  for (const term of termsOf(filter.text)) tests.push((event) => wordsOf(event).includes(term));
  return tests;
}

/** One test for each field of the filter that holds names. */
export function nameTests({ tags, participants }: EventFilter): readonly NameTest[] {
  return [
    ...(tags ? [anyOf(tags, (event) => event.tags)] : []),
    ...(participants ? [anyOf(participants, participantsOf)] : []),
  ];
}

function anyOf(wanted: readonly string[], namesOf: (event: ResolvedEvent) => readonly string[]): NameTest {
  const names = new Set(wanted.map(foldText));
  return { names: [...names], test: (event) => namesOf(event).some((name) => names.has(foldText(name))) };
}

/** The ids of lanes, and of all that stand in them. */
export function lanesWithin(lanes: readonly ResolvedLane[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(wanted);
  const visit = (lane: ResolvedLane, isWithin: boolean): void => {
    const isWanted = isWithin || found.has(lane.id);
    if (isWanted) found.add(lane.id);
    for (const inner of lane.lanes) visit(inner, isWanted);
  };
  for (const lane of lanes) visit(lane, false);
  return found;
}
