import { times } from "../../base/times.js";
import { civilFromDay, dayFromCivil, daysInMonth } from "../../time/civil.js";
import { ONE_DAY, ONE_MONTH, ONE_YEAR, type Stride } from "./stride.js";

/** A date of EDTF without a time, in pieces: each part with its marks around it. */
const PIECES =
  /^([?~%]?)(Y-?\d{5,11}|-?[\dX]{4})(S\d{1,2})?([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;

/** Seasons that follow each other, in the order of time, and their length in months. */
const SEASONS: readonly (readonly [codes: readonly number[], months: number])[] = [
  [[21, 22, 23, 24], 3],
  [[25, 26, 27, 28], 3],
  [[31, 32, 29, 30], 3],
  [[33, 34, 35, 36], 3],
  [[37, 38, 39], 4],
  [[40, 41], 6],
];

/** The parts of a date; `""` where there is none. */
interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** By what a date of EDTF goes without losing or gaining precision; `undefined` for what is no such date, or any date. */
export function strideOfEdtf(text: string): Stride | undefined {
  const match = PIECES.exec(text);
  if (!match) return undefined;
  const [, , year = "", significant, , , month = "", , , day = ""] = match;
  if (/^-?X/.test(year)) return undefined;
  const masked = year.indexOf("X");
  if (masked >= 0) return { unit: "year", count: 10 ** (year.length - masked) };
  if (significant) return { unit: "year", count: blockOf(year, significant) };
  if (month === "" || month.includes("X")) return ONE_YEAR;
  const season = seasonOf(month);
  if (season) return { unit: "month", count: season[1] };
  return day === "" || day.includes("X") ? ONE_MONTH : ONE_DAY;
}

/** A date of EDTF some strides later, with the same precision and marks; `undefined` where there is none. */
export function shiftEdtf(text: string, stride: Stride, n: number): string | undefined {
  const match = PIECES.exec(text);
  if (!match) return undefined;
  const [, m0 = "", year = "", significant = "", m1 = "", m2 = "", month = "", m3 = "", m4 = "", day = "", m5 = ""] =
    match;
  const moved = shiftParts({ year, month, day }, stride, n);
  if (!moved) return undefined;
  const rest = [month === "" ? "" : `-${m2}${moved.month}${m3}`, day === "" ? "" : `-${m4}${moved.day}${m5}`].join("");
  return `${m0}${moved.year}${significant}${m1}${rest}`;
}

function shiftParts(parts: Parts, { unit, count }: Stride, n: number): Parts | undefined {
  const by = n * count;
  if (unit === "year") return shiftYears(parts, by);
  if (unit === "month") return shiftMonths(parts, by);
  if (unit !== "day" || !isNumber(parts.day) || !isNumber(parts.month) || !isNumber(parts.year)) return undefined;
  return partsOf(dayFromCivil(Number(parts.year), Number(parts.month), Number(parts.day)) + by);
}

function shiftYears({ year, month, day }: Parts, by: number): Parts | undefined {
  const moved = isMasked(year) ? shiftMask(year, by) : writeYear(readYear(year) + by, month !== "");
  return moved === undefined ? undefined : heldDay(moved, month, day);
}

function shiftMonths({ year, month, day }: Parts, by: number): Parts | undefined {
  if (isMasked(year) || !isNumber(month)) return undefined;
  const [codes, length] = seasonOf(month) ?? [TWELVE, 1];
  const steps = by / length;
  if (!Number.isInteger(steps)) return undefined;
  const place = readYear(year) * codes.length + codes.indexOf(Number(month)) + steps;
  const moved = Math.floor(place / codes.length);
  const written = writeYear(moved, true);
  return written === undefined ? undefined : heldDay(written, pad(codes[place - moved * codes.length]!), day);
}

/** A day past the end of its month is the last of it. */
function heldDay(year: string, month: string, day: string): Parts {
  if (!isNumber(day) || !isNumber(month) || isMasked(year)) return { year, month, day };
  return { year, month, day: pad(Math.min(Number(day), daysInMonth(readYear(year), Number(month)))) };
}

/** The next ten, hundred or thousand years: `201X`, `202X`. What stands behind the first unknown digit stays. */
function shiftMask(year: string, by: number): string | undefined {
  const isBefore = year.startsWith("-");
  const digits = isBefore ? year.slice(1) : year;
  const known = digits.indexOf("X");
  const steps = by / 10 ** (digits.length - known);
  if (known === 0 || !Number.isInteger(steps)) return undefined;
  const place = (isBefore ? -1 - Number(digits.slice(0, known)) : Number(digits.slice(0, known))) + steps;
  const moved = String(place < 0 ? -1 - place : place).padStart(known, "0");
  return moved.length > known ? undefined : `${place < 0 ? "-" : ""}${moved}${digits.slice(known)}`;
}

/** So many years of a year of which not all digits are known share the known ones. */
function blockOf(year: string, significant: string): number {
  const digits = String(Math.abs(readYear(year))).length;
  return 10 ** Math.max(0, digits - Number(significant.slice(1)));
}

function partsOf(day: number): Parts | undefined {
  const civil = civilFromDay(day);
  const year = writeYear(civil.year, true);
  return year === undefined ? undefined : { year, month: pad(civil.month), day: pad(civil.day) };
}

/** A year with four digits, or, where it stands alone, with as many as it needs. */
export function writeYear(year: number, hasMonth: boolean): string | undefined {
  const digits = String(Math.abs(year));
  if (digits.length <= 4) return `${year < 0 ? "-" : ""}${digits.padStart(4, "0")}`;
  return hasMonth || digits.length > 11 ? undefined : `Y${year}`;
}

/** A number of two digits. */
export function pad(value: number): string {
  return String(value).padStart(2, "0");
}

const TWELVE = times(12, (month) => month + 1);

function readYear(year: string): number {
  return Number(year.replace("Y", ""));
}

function seasonOf(month: string): (typeof SEASONS)[number] | undefined {
  return SEASONS.find(([codes]) => codes.includes(Number(month)));
}

function isMasked(text: string): boolean {
  return text.includes("X");
}

function isNumber(text: string): boolean {
  return /^-?\d+$/.test(text);
}
