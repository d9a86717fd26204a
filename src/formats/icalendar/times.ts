import { dayFromCivil, dayOf } from "../../time/civil.js";
import { DAY, type Instant } from "../../time/instant.js";
import { instantText } from "../../time/instant-text.js";
import { wallClock, epochOf } from "../../time/zone.js";
import { dayText } from "../dates.js";
import { zoneOf } from "./zones.js";
import type { Property } from "./properties.js";
import type { ToUTC } from "./zone-rules.js";

/** A date or time of a calendar, on its own clock. */
export interface CalendarTime {
  readonly at: Instant;
  readonly isDay: boolean;
  /** An IANA name; `undefined` for a time that floats. */
  readonly zone: string | undefined;
  /** The clock of a zone that has no name of IANA, where the calendar describes it. */
  readonly toUTC?: ToUTC;
  /** A zone that is named and neither known nor described. */
  readonly unknownZone?: string;
}

/** Many leave out that a value is a day, of which the parser then makes `2002-10-28T::`. */
const VALUE = /^(\d{4})-(\d\d)-(\d\d)(?:T::|T(\d\d):(\d\d)(?::(\d\d))?(Z?))?$/;
const DURATION = /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;

/** A value of DTSTART and the like; `undefined` where it is no date. */
export function timeOf({ parameters, toUTC }: Property, value: unknown): CalendarTime | undefined {
  const [, year, month, day, hour, minute, second, utc] = VALUE.exec(String(value)) ?? [];
  if (year === undefined) return undefined;
  const date = dayFromCivil(Number(year), Number(month), Number(day));
  if (dayText(date) !== `${year}-${month}-${day}`) return undefined;
  if (hour === undefined) return { at: date * DAY, isDay: true, zone: undefined };
  const time = Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second ?? 0) * 1000;
  if (time >= DAY) return undefined;
  const named = utc === "Z" ? "UTC" : typeof parameters["tzid"] === "string" ? parameters["tzid"] : undefined;
  const zone = named === undefined ? undefined : zoneOf(named);
  return {
    at: date * DAY + time,
    isDay: false,
    zone,
    ...(named !== undefined && zone === undefined && (toUTC ? { toUTC } : { unknownZone: named })),
  };
}

/** The length of `P1W`, `PT1H30M`; `undefined` for anything else. */
export function durationOf(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((digits) => Number(digits || 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const length = (weeks * 7 + days) * DAY + hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  return match[1] === "-" ? -length : length;
}

/** The same moment on the clock of another zone; a day and a time that floats are the same on each. */
export function onClockOf(time: CalendarTime, zone: string | undefined): Instant {
  if (time.isDay || time.zone === undefined || zone === undefined || zone === time.zone) return time.at;
  return wallClock(epochOf(time.at, time.zone), zone);
}

/** The date from a start to an end, which is not part of it, as EDTF or ISO 8601. */
export function dateBetween(start: Instant, end: Instant, { isDay, zone, toUTC }: CalendarTime): string {
  if (!isDay) {
    const text = (at: Instant): string =>
      clockText(toUTC ? toUTC(at) : at) + (zone === "UTC" || toUTC !== undefined ? "Z" : "");
    return end > start ? `${text(start)}/${text(end)}` : text(start);
  }
  const [first, last] = [dayText(dayOf(start)), dayText(dayOf(Math.max(end - 1, start)))];
  return first === last ? first : `${first}/${last}`;
}

/** A moment of a clock, to the minute or as fine as it is. */
export function clockText(at: Instant): string {
  const text = instantText(at, "start");
  return text.includes("T") ? text : `${dayText(dayOf(at))}T00:00`;
}
