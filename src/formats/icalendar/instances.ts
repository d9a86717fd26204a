import type { Instant } from "../../time/instant.js";
import { dayFromCivil } from "../../time/civil.js";
import { DAY } from "../../time/instant.js";
import type { EventDraft } from "../draft.js";
import { dateAt, type CalendarEvent } from "./event.js";
import { isByDay, occurrencesOf, type Budget, type Rule } from "./recurrence.js";
import { clockText, onClockOf, timeOf } from "./times.js";

/** So many occurrences has a rule without an end, and at most a rule with one. */
const ENDLESS = 200;
const MOST = 1000;
/** So many days are looked at for one event. */
const DAYS = 100_000;
const BOUNDED = "the others are left out, so that the work is bounded";
const LAST = dayFromCivil(10_000, 1, 1) * DAY;

/** All events with their occurrences, each an event of its own; what stands for one of them takes its place. */
export function* recurring(all: readonly CalendarEvent[], budget: Budget): Generator<EventDraft> {
  const found = newest(all);
  const instead = new Map<string, CalendarEvent>();
  for (const calendarEvent of found) {
    const key = calendarEvent.instead && keyOf(calendarEvent.uid, calendarEvent.instead.at);
    if (key !== undefined) instead.set(key, calendarEvent);
  }
  const used = new Set<CalendarEvent>();
  for (const calendarEvent of found) {
    if (calendarEvent.instead) continue;
    const { event, uid, start } = calendarEvent;
    let index = 0;
    for (const at of startsOf(calendarEvent, budget)) {
      const other = at === undefined ? undefined : instead.get(keyOf(uid, at));
      if (other) used.add(other);
      const id = index === 0 || uid === undefined ? uid : `${uid}-${index + 1}`;
      const own = other ? { ...other.event, id } : index === 0 && at === start?.at ? event : { ...event, id };
      if (!other && at !== undefined && at !== start?.at) own.date = dateAt(at, calendarEvent);
      index++;
      yield own;
    }
    if (index === 0) calendarEvent.note.loss("EXDATE", event.title, "an event none of whose occurrences is left");
  }
  for (const { event, instead: of, uid } of found.filter((each) => each.instead && !used.has(each)))
    yield uid === undefined ? event : { ...event, id: `${uid}-${clockText(of!.at).replace(/T00:00$/, "")}` };
}

/** Of several versions of an event, the one with the highest number. */
function newest(all: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const last = new Map<string, CalendarEvent>();
  const keyFor = ({ uid, instead }: CalendarEvent): string => keyOf(uid, instead?.at ?? Number.NaN);
  for (const each of all) {
    const other = last.get(keyFor(each));
    if (!other || each.sequence > other.sequence) last.set(keyFor(each), each);
  }
  return all.filter((each) => {
    const isOld = each.uid !== undefined && each.sequence < last.get(keyFor(each))!.sequence;
    if (isOld) each.note.loss("SEQUENCE", each.sequence, "an older version of an event that is there again");
    return !isOld;
  });
}

function keyOf(uid: string | undefined, at: Instant): string {
  return `${at} ${uid ?? ""}`;
}

/** The starts of an event and its occurrences, on the clock of the first. */
function* startsOf(calendarEvent: CalendarEvent, budget: Budget): Generator<Instant | undefined> {
  const { start, properties, note } = calendarEvent;
  if (!start) {
    yield undefined;
    return;
  }
  const named = (name: string): Instant[] =>
    properties
      .filter((property) => property.name === name)
      .flatMap((property) =>
        property.values.flatMap((value) => timeOf(property, Array.isArray(value) ? value[0] : value) ?? []),
      )
      .map((time) => onClockOf(time, start.zone));
  const without = new Set(named("exdate"));
  const rules = properties.filter(({ name }) => name === "rrule").map(({ values }) => values[0] as Rule);
  const dates = named("rdate");
  if (dates.length > MOST) note.loss("RDATE", `${MOST} of ${dates.length} dates`, BOUNDED);
  const starts = new Set<Instant>([start.at, ...dates.slice(0, MOST)]);
  for (const rule of rules.slice(0, 2)) for (const at of ruled(rule, calendarEvent, budget)) starts.add(at);
  if (rules.length > 2) note.loss("RRULE", `${rules.length} rules`, "only the first two rules are followed");
  for (const at of [...starts].sort((a, b) => a - b)) if (!without.has(at)) yield at;
}

function* ruled(rule: Rule, { start, note }: CalendarEvent, budget: Budget): Generator<Instant> {
  if (!start) return;
  if (!isByDay(rule)) {
    note.loss("RRULE", rule["freq"], "only what recurs by days, weeks, months or years is repeated");
    return;
  }
  for (const name of ["byhour", "byminute", "bysecond"])
    if (rule[name] !== undefined) note.loss("RRULE", name.toUpperCase(), "a time of day of its own");
  const until =
    rule["until"] === undefined
      ? undefined
      : timeOf({ name: "until", parameters: {}, type: "date-time", values: [], line: "" }, rule["until"]);
  const isEndless = rule["count"] === undefined && rule["until"] === undefined;
  const most = isEndless ? ENDLESS : MOST;
  const { toUTC } = start;
  const last = until === undefined ? LAST : onClockOf(until, start.zone) + (until.isDay || toUTC ? DAY - 1 : 0);
  const own = { days: Math.min(DAYS, budget.days) };
  const before = own.days;
  let made = 0;
  for (const at of occurrencesOf(rule, { start: start.at, until: Math.min(last, LAST), most }, own)) {
    if (until?.zone === "UTC" && toUTC && toUTC(at) > until.at) continue;
    made++;
    yield at;
  }
  budget.days -= before - own.days;
  const asked = Number(rule["count"] ?? (isEndless ? Infinity : 0));
  if (isEndless || made === MOST || own.days <= 0)
    note.loss("RRULE", `${made} of ${asked > 0 ? asked : "many"} occurrences`, BOUNDED);
}
