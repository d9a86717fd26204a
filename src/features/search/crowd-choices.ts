import { labelText } from "../../model/fields.js";
import { labelsOf } from "../../model/lanes.js";
import { fieldOf } from "../../model/parts.js";
import { isObject } from "../../model/rules.js";
import type { Away, Here } from "../../store/crowd.js";
import { countOf, readEvent } from "../../store/event-store.js";
import { eachSlice, type Work } from "../../store/slices.js";
import { byCount, createTally, VALUES, type Choice, type Tallies } from "./choices.js";
import type { MatchSetting } from "./match.js";
import { PEOPLE } from "./words-of.js";

type Named = Pick<MatchSetting, "lanes" | "kinds" | "locale">;

/** So many events are looked at without a pause. */
const SLICE = 256;
/** Events without one of these have no names to choose by. */
const NAMED: readonly string[] = ["tags", "participants", ...PEOPLE];

/** The values that the events of a crowd have. Only events with tags or names are made to be looked at. */
export function* talliesOfCrowd({ store, rows, whole }: Here, { lanes, kinds, locale }: Named): Work<Tallies> {
  const [ofKinds, ofLanes] = [new Uint32Array(store.kinds.length), new Uint32Array(store.lanes.length)];
  const [tags, participants] = [createTally(), createTally()];
  yield* eachSlice(
    countOf(store),
    (from, to) => {
      for (let place = from; place < to; place++) {
        const { row, kind, lane } = readEvent(store, place);
        ofKinds[kind]!++;
        ofLanes[lane]!++;
        const given = rows[row];
        if (!isObject(given) || !NAMED.some((name) => fieldOf(given, name) !== undefined)) continue;
        const event = whole.eventAt(place);
        if (!event) continue;
        tags.add(VALUES.tags(event));
        participants.add(VALUES.participants(event));
      }
    },
    SLICE,
  );
  const named = namesIn({ lanes, kinds, locale });
  const counted = {
    kinds: choicesOfCodes(store.kinds, ofKinds, named.kinds),
    lanes: choicesOfCodes(store.lanes, ofLanes, named.lanes),
    tags: tags.choices(),
    participants: participants.choices(),
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
  counts: Uint32Array,
  choiceOf: (name: string) => Omit<Choice, "count">,
): readonly Choice[] {
  return byCount(
    names.flatMap((name, code) =>
      counts[code]! > 0 && name !== "" ? [{ ...choiceOf(name), count: counts[code]! }] : [],
    ),
  );
}
