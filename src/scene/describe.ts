import type { DateFormat } from "../locale/dates.js";
import type { Words } from "../locale/messages.js";
import type { ResolvedEvent, ResolvedText } from "../model/model.js";
import { isKnown, type Precision } from "../time/span.js";
import { civilFromDay, dayOf } from "../time/civil.js";

/** An event in words, the one source for screen readers, lists and files. */
export interface Description {
  readonly title: ResolvedText;
  /** Its date in full, in the language of the timeline. */
  readonly date: string;
  /** Its kind, and its certainty where that is in doubt; in the language of the timeline. */
  readonly rest: readonly string[];
  /** The start of its date for machines (HTML `datetime`), where the standard can write it. */
  readonly datetime: string | undefined;
}

/** Describes an event. */
export function describe(event: ResolvedEvent, dates: DateFormat, words: Words): Description {
  const rest = [event.kindLabel];
  if (event.certainty !== "confirmed") rest.push(words.say(event.certainty));
  return { title: event.title, date: dates.spoken(event.span), rest, datetime: datetimeOf(event) };
}

/** HTML knows years from 1 on, with at least four digits, in the Gregorian calendar. */
function datetimeOf({ span }: ResolvedEvent): string | undefined {
  const edge = [span.start, span.end].find(isKnown);
  if (!edge) return undefined;
  const { year, month, day } = civilFromDay(dayOf(edge.earliest));
  if (year < 1) return undefined;
  const digits = (value: number, length = 2): string => String(value).padStart(length, "0");
  const parts = [digits(year, 4), digits(month), digits(day)];
  return parts.slice(0, span.text.includes("[u-ca=") ? 3 : (PARTS[edge.precision] ?? 3)).join("-");
}

/** How many parts of a date are known; all three where nothing is said here. */
const PARTS: Partial<Record<Precision, number>> = {
  millennium: 1,
  century: 1,
  decade: 1,
  year: 1,
  season: 1,
  month: 2,
};
