import type { DateInput } from "../../model/input.js";
import type { DateReader } from "../dates.js";
import { intervalOf } from "../draft.js";
import type { RowNotes } from "../notes.js";

/**
 * The date of an event with up to four edges. With `durationEvent` false, and by default in XML, two dates say between which
 * the event was: a choice in EDTF. What lies between `start` and `latestStart` is a choice too, as far as EDTF can say so.
 */
export function dateOfEdges(of: (name: string) => unknown, note: RowNotes, dates: DateReader): DateInput {
  const edge = (name: string): string | undefined => dates.read(of(name), note, name)?.date;
  const [start, latestStart, earliestEnd, end] = [edge("start"), edge("latestStart"), edge("earliestEnd"), edge("end")];
  // `isDuration` is read with its sense turned round: true means an instant.
  const isInstant = isFlag(of("durationEvent"), false) || isFlag(of("isDuration"), true);
  if (start === undefined) return intervalOf(undefined, end ?? earliestEnd ?? latestStart);
  if (isInstant || (end === undefined && earliestEnd === undefined)) return eitherOf(start, end ?? latestStart);
  const first = isOther(start, latestStart) ? approximate(start, "latestStart", latestStart, note) : start;
  const last =
    isOther(end, earliestEnd) && end !== undefined ? approximate(end, "earliestEnd", earliestEnd, note) : end;
  return intervalOf(first, last ?? earliestEnd);
}

function isFlag(value: unknown, flag: boolean): boolean {
  return value === flag || value === String(flag);
}

function isOther(one: string | undefined, other: string | undefined): boolean {
  return other !== undefined && other !== one;
}

const PLAIN = /^-?\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** One day of several, which is a choice in EDTF; times of day have none, so the first of them. */
function eitherOf(first: string, last: string | undefined): string {
  if (last === undefined || last === first) return first;
  return PLAIN.test(first) && PLAIN.test(last) ? `[${first}..${last}]` : first;
}

function approximate(date: string, field: string, found: string | undefined, note: RowNotes): string {
  const isPlain = PLAIN.test(date);
  note.loss(
    field,
    found,
    isPlain
      ? "EDTF has no interval with ends that are choices; this end is approximate"
      : "only dates can be approximate",
  );
  return isPlain ? `${date}~` : date;
}
