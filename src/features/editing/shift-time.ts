import { civilFromDay, dayFromCivil, dayOf, daysInMonth } from "../../time/civil.js";
import { DAY, type Instant } from "../../time/instant.js";
import { epochOf, wallClock } from "../../time/zone.js";
import { pad } from "./shift-edtf.js";
import { timeStride, type Stride } from "./stride.js";

/** A date and time as `parseDate` reads it; what stands behind the time stays as it is. */
const DATE_TIME =
  /^([+-]\d{6}|-?\d{4})-(\d\d)-(\d\d)([T ])(\d\d):(\d\d)(?::(\d\d)(?:([.,])(\d{1,12}))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;

const MINUTE = 60_000;

/** By what a date and time goes, where times of `fineness` milliseconds can be told apart. */
export function strideOfTime(text: string, fineness: number): Stride | undefined {
  const match = DATE_TIME.exec(text);
  return match ? timeStride(match[9] ? 1 : match[7] ? 1_000 : MINUTE, fineness) : undefined;
}

/** By what a moment in milliseconds goes: it is as fine as its last digits that are not zero. */
export function strideOfMoment(moment: number, fineness: number): Stride {
  return timeStride(moment % 1_000 ? 1 : moment % MINUTE ? 1_000 : MINUTE, fineness);
}

/** A date and time some strides later, in the same form; `undefined` for what is none. */
export function shiftTime(text: string, stride: Stride, n: number): string | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const [, year = "", month, day, between, hour, minute, second, point = "", fraction = "", zone = ""] = match;
  const ms = Number(fraction.padEnd(3, "0").slice(0, 3));
  const time = Number(hour) * 60 * MINUTE + Number(minute) * MINUTE + Number(second ?? 0) * 1_000 + ms;
  const moved = shiftInstant(dayFromCivil(Number(year), Number(month), Number(day)) * DAY + time, stride, n);
  const date = civilFromDay(dayOf(moved));
  const rest = moved - dayOf(moved) * DAY;
  const digits = String(Math.abs(date.year));
  if (digits.length > 6 || !Number.isSafeInteger(moved)) return undefined;
  const isLong = year.length > 5 || digits.length > 4;
  const sign = date.year < 0 ? "-" : isLong ? "+" : "";
  const clock = [pad(Math.floor(rest / (60 * MINUTE))), pad(Math.floor(rest / MINUTE) % 60)];
  if (second !== undefined) clock.push(pad(Math.floor(rest / 1_000) % 60));
  const fine =
    fraction === ""
      ? ""
      : point +
        String(rest % 1_000)
          .padStart(3, "0")
          .padEnd(fraction.length, "0");
  const written = `${sign}${digits.padStart(isLong ? 6 : 4, "0")}-${pad(date.month)}-${pad(date.day)}`;
  return `${written}${between}${clock.join(":")}${fine}${zone}`;
}

/** A moment in milliseconds some strides later on the clock of a zone, so that a day later it shows the same time. */
export function shiftMoment(moment: number, stride: Stride, n: number, timeZone: string): number {
  return epochOf(shiftInstant(wallClock(moment, timeZone), stride, n), timeZone);
}

function shiftInstant(instant: Instant, { unit, count }: Stride, n: number): Instant {
  const by = n * count;
  if (unit === "time") return instant + by;
  if (unit === "day") return instant + by * DAY;
  const day = dayOf(instant);
  const { year, month, day: ofMonth } = civilFromDay(day);
  const months = unit === "year" ? by * 12 : by;
  const last = daysInMonth(year, month + months);
  return instant + (dayFromCivil(year, month + months, Math.min(ofMonth, last)) - day) * DAY;
}
