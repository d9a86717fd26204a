import { times } from "../base/times.js";
import { dayOf, weekday } from "../time/civil.js";
import { DAY } from "../time/instant.js";
import { isKnown, type Span } from "../time/span.js";

/** The first Sunday since 1970-01-01. */
const SUNDAY = 3;
/** A span of this many days holds every weekday. */
const WEEK = 7;
/** Languages whose names are kept; the bound is for servers that see many. */
const KEPT = 50;
/** Longer texts are no date as printed. */
const LONGEST = 500;

const ACCENTS = /[\p{M}\u0640]/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/u;
const FOLDED: Readonly<Record<string, string>> = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ة: "ه", ى: "ي" };

/** A name with a blank on each side, folded for comparison, and its weekday: 0 for Sunday. */
interface Name {
  readonly form: string;
  readonly day: number;
}

const cache = new Map<string, readonly Name[]>();

/**
 * The weekdays that a text names, 0 for Sunday: in Arabic, in English and in the language of the timeline, as CLDR has
 * them. Spelling variants of Arabic (hamza, ta marbuta, vowel marks, a joined "and") make no difference.
 */
export function weekdaysIn(text: string, locale: string): ReadonlySet<number> {
  let words = ` ${fold(text.slice(0, LONGEST))} `;
  const found = new Set<number>();
  for (const { form, day } of namesFor(locale)) {
    if (!words.includes(form)) continue;
    found.add(day);
    words = words.replaceAll(form, " ");
  }
  return found;
}

/** All names to look for, the longer first: in Persian the name of Saturday ends that of every other day. */
function namesFor(locale: string): readonly Name[] {
  const known = cache.get(locale);
  if (known) return known;
  const names = ["ar", "en", locale].flatMap(namesIn).sort((a, b) => b.form.length - a.form.length);
  if (cache.size === KEPT) cache.clear();
  cache.set(locale, names);
  return names;
}

function namesIn(locale: string): readonly Name[] {
  const tag = new Intl.Locale(locale, { calendar: "gregory", numberingSystem: "latn" }).toString();
  const format = new Intl.DateTimeFormat(tag, { weekday: "long", timeZone: "UTC" });
  return times(WEEK, (day) => fold(format.format((SUNDAY + day) * DAY))).flatMap((name, day) => [
    { form: ` ${name} `, day },
    { form: ` و${name} `, day },
  ]);
}

/** Whether a weekday that the text names does not occur in the span; a span with an unknown end is never wrong. */
export function contradictsWeekday(text: string, { start, end }: Span, locale: string): boolean {
  if (!isKnown(start) || !isKnown(end)) return false;
  const first = dayOf(start.earliest);
  const length = dayOf(Math.max(end.latest - 1, start.earliest)) - first + 1;
  if (length >= WEEK) return false;
  const days = new Set(times(length, (i) => weekday(first + i)));
  return [...weekdaysIn(text, locale)].some((day) => !days.has(day));
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(ACCENTS, "")
    .replace(/[أإآٱةى]/g, (letter) => FOLDED[letter]!)
    .split(SEPARATORS)
    .join(" ")
    .trim();
}
