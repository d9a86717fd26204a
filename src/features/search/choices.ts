import type { EventFilter } from "../../model/filter.js";
import type { Hue } from "../../model/kinds.js";
import { flatLanes, type ResolvedLane } from "../../model/lanes.js";
import type { ResolvedEvent } from "../../model/model.js";
import { foldText } from "../../text/fold.js";
import { participantsOf } from "./words-of.js";

/** The fields of a filter that are lists. */
export type ListField = "kinds" | "lanes" | "tags" | "participants";

/** All that readers can choose by. */
export const CHOICES = ["kinds", "lanes", "tags", "participants", "range"] as const;

/** Something that readers can choose by. */
export type ChoiceField = (typeof CHOICES)[number];

/** One of the values that events have in a field. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** So many events have it, where that is known. */
  readonly count: number | undefined;
  readonly hue?: Hue | undefined;
}

/** What readers can choose from in one field, the most frequent first. */
export interface ChoiceGroup {
  readonly field: ListField;
  readonly choices: readonly Choice[];
}

/** So many choices are offered in a field, beside those that are chosen already. */
const MOST = 24;

type Value = Omit<Choice, "count">;

/** What an event has in each field. */
export const VALUES: Readonly<Record<ListField, (event: ResolvedEvent) => readonly Value[]>> = {
  kinds: ({ kind, kindLabel }) => [{ value: kind.kind, label: kindLabel, hue: kind.hue }],
  lanes: ({ lane, laneLabel }) => (lane ? [{ value: lane, label: laneLabel?.text ?? lane }] : []),
  tags: ({ tags }) => tags.map((value) => ({ value, label: value })),
  participants: (event) => participantsOf(event).map((value) => ({ value, label: value })),
};

/** The values of a field, the most frequent first. */
export type Tallies = (field: ListField) => readonly Choice[];

/** What readers can choose from; a field in which there is nothing to choose is left out. */
export function choicesOf(
  tallies: Tallies,
  lanes: readonly ResolvedLane[],
  fields: readonly ListField[],
  filter: EventFilter,
): readonly ChoiceGroup[] {
  return fields.flatMap((field): readonly ChoiceGroup[] => {
    const chosen = new Set(filter[field]?.map(foldText));
    const all = tallies(field);
    if (all.length < 2) return [];
    const offered = all.filter(({ value }, rank) => rank < MOST || chosen.has(foldText(value)));
    return [{ field, choices: field === "lanes" ? inOrder(offered, lanes) : offered }];
  });
}

/** The values that the events of a list have. */
export function talliesOf(events: readonly ResolvedEvent[]): Tallies {
  return (field) => {
    const tally = createTally();
    for (const event of events) tally.add(VALUES[field](event));
    return tally.choices();
  };
}

/** Counts how many events have each value; of spellings that are alike, the first one counts. */
export interface Tally {
  /** The values of one more event. */
  add(values: readonly Value[]): void;
  /** The most frequent first. */
  choices(): readonly Choice[];
}

/** Makes an empty count. */
export function createTally(): Tally {
  const keys = new Map<string, string>();
  const keyOf = (value: string): string => {
    const key = keys.get(value) ?? foldText(value);
    keys.set(value, key);
    return key;
  };
  const counts = new Map<string, { choice: Value; count: number }>();
  return {
    add(values) {
      const own = new Map(values.map((value) => [keyOf(value.value), value]));
      for (const [key, choice] of own) {
        const before = counts.get(key);
        if (before) before.count++;
        else counts.set(key, { choice, count: 1 });
      }
    },
    choices: () => byCount([...counts.values()].map(({ choice, count }) => ({ ...choice, count }))),
  };
}

/** The most frequent first. */
export function byCount(choices: readonly Choice[]): readonly Choice[] {
  return [...choices].sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
}

/** Lanes stand as in the picture. */
function inOrder(choices: readonly Choice[], lanes: readonly ResolvedLane[]): readonly Choice[] {
  const order = flatLanes(lanes);
  const rank = new Map(order.map(({ id }, place) => [id, place]));
  return choices
    .map((choice) => ({ ...choice, hue: order[rank.get(choice.value) ?? -1]?.hue }))
    .sort((a, b) => (rank.get(a.value) ?? 0) - (rank.get(b.value) ?? 0));
}
