import { labelText } from "../../model/fields.js";
import { labelsOf } from "../../model/lanes.js";
import { fieldOf } from "../../model/parts.js";
import { isObject } from "../../model/rules.js";
import type { Away, Here } from "../../store/crowd.js";
import type { Work } from "../../store/slices.js";
import { byCount, createTally, VALUES, type Choice, type Tallies, type Tally } from "./choices.js";
import { eachStored } from "./each-stored.js";
import type { MatchSetting } from "./match.js";
import { PEOPLE } from "./words-of.js";

type Named = Pick<MatchSetting, "lanes" | "kinds" | "locale">;

/** So many events are looked at without a pause. */
const SLICE = 256;
/** Events without one of these have no names to choose by. */
const NAMED: readonly string[] = ["tags", "participants", ...PEOPLE];

/** How many events of a crowd have which values, of so many of its rows. */
export interface CrowdCount {
  read: number;
  readonly kinds: number[];
  readonly lanes: number[];
  readonly tags: Tally;
  readonly participants: Tally;
}

/** Makes a count of no rows. */
export function createCrowdCount(): CrowdCount {
  return { read: 0, kinds: [], lanes: [], tags: createTally(), participants: createTally() };
}

/** Counts the rows that are not counted yet. Only events with tags or names are made to be looked at. */
export function* countCrowd({ store, rows, whole, read }: Here, count: CrowdCount): Work<undefined> {
  const firstRow = count.read;
  count.read = read;
  yield* eachStored(
    store,
    firstRow,
    ({ row, kind, lane }, place) => {
      count.kinds[kind] = (count.kinds[kind] ?? 0) + 1;
      count.lanes[lane] = (count.lanes[lane] ?? 0) + 1;
      const given = rows[row];
      if (!isObject(given) || !NAMED.some((name) => fieldOf(given, name) !== undefined)) return;
      const event = whole.eventAt(place);
      if (!event) return;
      count.tags.add(VALUES.tags(event));
      count.participants.add(VALUES.participants(event));
    },
    SLICE,
  );
}

/** The values that were counted. */
export function talliesOfCrowd({ store }: Here, count: CrowdCount, setting: Named): Tallies {
  const named = namesIn(setting);
  const counted = {
    kinds: choicesOfCodes(store.kinds, count.kinds, named.kinds),
    lanes: choicesOfCodes(store.lanes, count.lanes, named.lanes),
    tags: count.tags.choices(),
    participants: count.participants.choices(),
  };
  return (field) => counted[field];
}

/** The same of events that lie elsewhere, as far as the source tells it. */
export function talliesAway(away: Away, setting: Named): Tallies {
  const named = namesIn(setting);
  const choicesIn = (field: "kinds" | "lanes"): readonly Choice[] =>
    away
      .tally(field)
      .filter(({ value, count }) => value !== "" && count !== 0)
      .map(({ value, count }) => ({ ...named[field](value), count }));
  return (field) => (field === "kinds" || field === "lanes" ? byCount(choicesIn(field)) : []);
}

/** What values are called. */
function namesIn({
  lanes,
  kinds,
  locale,
}: Named): Readonly<Record<"kinds" | "lanes", (value: string) => Omit<Choice, "count">>> {
  const labels = labelsOf(lanes);
  return {
    kinds(value) {
      const kind = kinds.get(value);
      return { value, label: (kind && labelText(kind.label, locale)) ?? value, hue: kind?.hue };
    },
    lanes: (value) => ({ value, label: labels.get(value)?.text ?? value }),
  };
}

function choicesOfCodes(
  names: readonly string[],
  counts: readonly (number | undefined)[],
  choiceOf: (name: string) => Omit<Choice, "count">,
): readonly Choice[] {
  return byCount(
    names.flatMap((name, code) =>
      (counts[code] ?? 0) > 0 && name !== "" ? [{ ...choiceOf(name), count: counts[code]! }] : [],
    ),
  );
}
