import type { DateInput, DateInterval, DateValue } from "../../model/input.js";
import { isObject } from "../../model/rules.js";
import type { Instant } from "../../time/instant.js";
import { parseDate, type DateOptions } from "../../time/parse.js";
import { isKnown, type Edge, type Span } from "../../time/span.js";
import { shiftInCalendar, strideInCalendar } from "./shift-calendar.js";
import { shiftEdtf, strideOfEdtf } from "./shift-edtf.js";
import { shiftMoment, shiftTime, strideOfMoment, strideOfTime } from "./shift-time.js";
import { commonStride, lengthOf, type Stride } from "./stride.js";

/** How dates are read, and how fine a time can be told apart, in milliseconds. */
export interface ShiftSetting extends DateOptions {
  readonly fineness: number;
}

/** How far: so many strides of the date itself, or as near as they come to a number of milliseconds. */
export type Distance = { readonly steps: number } | { readonly ms: number };

/** Which end of a date. */
export type Side = "start" | "end";

/** Years that EDTF writes with an exponent. */
const EXPONENT = /\d{1,11}E\d{1,2}/g;

/** A date in pieces. */
interface Pieces {
  readonly start: DateValue | null;
  /** `undefined` where it is a single date. */
  readonly end: DateValue | null | undefined;
  /** Whether it is one text. */
  readonly isText: boolean;
}

/**
 * A date moved by a distance, with its precision, its marks, its calendar and its form; both ends of an interval go as far
 * as each other. The same value where it does not move, `undefined` where it can't.
 */
export function moveDate(date: DateInput, distance: Distance, setting: ShiftSetting): DateInput | undefined {
  const pieces = readPieces(date);
  const ends = [pieces.start, pieces.end].filter(isMovable);
  const span = spanOf(date, setting);
  const stride = strideOf(ends, setting);
  if (!span || !stride) return undefined;
  const shift = (n: number): DateInput | undefined => {
    const [start, end] = [pieces.start, pieces.end].map((end) =>
      isMovable(end) ? shiftValue(end, stride, n, setting) : end,
    );
    return start === undefined || (end === undefined && pieces.end !== undefined)
      ? undefined
      : join(pieces, start, end);
  };
  const from = positionOf(span);
  return nearest(date, distance, stride, from, shift, (moved) => {
    const after = spanOf(moved, setting);
    return after && isAsPrecise(after.start, span.start) && isAsPrecise(after.end, span.end)
      ? positionOf(after)
      : undefined;
  });
}

/**
 * A date of which one end is moved; a single date becomes an interval, and one whose ends meet a single date again. An end
 * that is open, unknown or now begins where the other one is.
 *
 * @param to - How many strides, or to which instant.
 * @returns `undefined` where an end would come before the start, or the date has no ends.
 */
export function resizeDate(
  date: DateInput,
  side: Side,
  to: { readonly steps: number } | { readonly instant: Instant },
  setting: ShiftSetting,
): DateInput | undefined {
  const pieces = readPieces(date);
  const own = side === "end" && pieces.end !== undefined ? pieces.end : pieces.start;
  const other = side === "end" ? pieces.start : pieces.end === undefined ? pieces.start : pieces.end;
  const base = isMovable(own) ? own : other;
  if (!isMovable(base) || isSet(base) || !spanOf(date, setting)) return undefined;
  const stride = strideOf([base], setting);
  const edge = spanOf(base, setting)?.[side];
  if (!stride || !edge || !isKnown(edge)) return undefined;
  const limit = (known: Edge | undefined): Instant | undefined =>
    known && isKnown(known) && isAsPrecise(known, edge) ? known[side === "start" ? "earliest" : "latest"] : undefined;
  const shift = (n: number): DateInput | undefined => {
    const moved = shiftValue(base, stride, n, setting);
    if (moved === undefined) return undefined;
    const [start, end] = side === "end" ? [pieces.start, moved] : [moved, other];
    if (start === end) return start!;
    const next = join(pieces, start, end);
    return isInOrder(spanOf(next, setting)) ? next : undefined;
  };
  const from = limit(edge)!;
  const distance = "steps" in to ? to : { ms: to.instant - from };
  return nearest(date, distance, stride, from, shift, (moved) => limit(spanOf(moved, setting)?.[side]));
}

/** The steps that come nearest to a distance; the date itself where it stays. */
function nearest(
  date: DateInput,
  distance: Distance,
  stride: Stride,
  from: Instant,
  shift: (n: number) => DateInput | undefined,
  place: (moved: DateInput) => Instant | undefined,
): DateInput | undefined {
  if ("steps" in distance) {
    const moved = distance.steps === 0 ? date : shift(distance.steps);
    return moved !== undefined && place(moved) !== undefined ? moved : undefined;
  }
  const middle = Math.round(distance.ms / lengthOf(stride));
  let best: { readonly moved: DateInput | undefined; readonly miss: number } | undefined;
  for (const n of [middle, middle - 1, middle + 1]) {
    const moved = n === 0 ? date : shift(n);
    const at = moved === undefined ? undefined : n === 0 ? from : place(moved);
    if (at === undefined) continue;
    const miss = Math.abs(at - from - distance.ms);
    if (!best || miss < best.miss) best = { moved, miss };
  }
  return best?.moved;
}

function readPieces(date: DateInput): Pieces {
  if (isPair(date)) return { start: date.start, end: date.end, isText: false };
  const value = plain(date);
  const ends = typeof value === "string" && !isSet(value) ? value.split("/") : [];
  if (ends.length === 2) return { start: ends[0]!, end: ends[1], isText: true };
  return { start: value, end: undefined, isText: typeof value === "string" };
}

function isPair(date: DateInput): date is DateInterval {
  return isObject(date) && Object.prototype.toString.call(date) === "[object Object]";
}

/** Objects of the language as text or number, as a document in JSON holds them. */
function plain(value: DateValue): string | number {
  if (typeof value === "string") return value.trim().replace(EXPONENT, (year) => String(Number(year)));
  if (typeof value === "number" || value instanceof Number || Object.prototype.toString.call(value) === "[object Date]")
    return Number(value);
  return String(value).split("[", 1)[0]!;
}

function join({ isText }: Pieces, start: DateValue | null, end: DateValue | null | undefined): DateInput {
  if (end === undefined) return start!;
  return isText && typeof start === "string" && typeof end === "string" ? `${start}/${end}` : { start, end };
}

function isMovable(value: DateValue | null | undefined): value is DateValue {
  return value !== undefined && value !== null && value !== "" && value !== ".." && value !== "now";
}

function isSet(value: DateValue): boolean {
  return typeof value === "string" && /^[[{]/.test(value);
}

function strideOf(values: readonly DateValue[], { fineness }: ShiftSetting): Stride | undefined {
  const strides = values.flatMap(membersOf).map((value) => {
    if (typeof value === "number") return strideOfMoment(value, fineness);
    return strideOfEdtf(value) ?? strideInCalendar(value) ?? strideOfTime(value, fineness);
  });
  const known = strides.filter((stride) => stride !== undefined);
  return known.length === strides.length ? commonStride(known) : undefined;
}

/** The members of a set, with the ends of those that are ranges; else the date itself. */
function membersOf(value: DateValue): (string | number)[] {
  const text = plain(value);
  if (typeof text === "number" || !isSet(text)) return [text];
  return text
    .slice(1, -1)
    .split(/,|\.\./)
    .filter((member) => member !== "");
}

function shiftValue(
  value: DateValue,
  stride: Stride,
  n: number,
  { timeZone = "UTC" }: ShiftSetting,
): DateValue | undefined {
  const text = plain(value);
  if (typeof text === "number") return shiftMoment(text, stride, n, timeZone);
  if (!isSet(text)) return shiftText(text, stride, n);
  const members = text
    .slice(1, -1)
    .split(/(,|\.\.)/)
    .map((piece) => (/^(,|\.\.|)$/.test(piece) ? piece : shiftText(piece, stride, n)));
  return members.includes(undefined) ? undefined : text[0]! + members.join("") + text.at(-1)!;
}

function shiftText(text: string, stride: Stride, n: number): string | undefined {
  return shiftEdtf(text, stride, n) ?? shiftInCalendar(text, stride, n) ?? shiftTime(text, stride, n);
}

function spanOf(date: DateInput, setting: DateOptions): Span | undefined {
  const parsed = parseDate(date, setting);
  return parsed.ok ? parsed.span : undefined;
}

/** Where a date stands: at its first instant, or at that of its end where its start is not known. */
function positionOf({ start, end }: Span): Instant {
  const edge = isKnown(start) ? start : (end as Exclude<Edge, "open" | "unknown">);
  return edge.earliest;
}

/** Far away or before Christ, a date may be less than its digits promise. */
function isAsPrecise(edge: Edge, other: Edge): boolean {
  return isKnown(edge) && isKnown(other) ? edge.precision === other.precision : edge === other;
}

function isInOrder(span: Span | undefined): boolean {
  if (!span) return false;
  const { start, end } = span;
  return !isKnown(start) || !isKnown(end) || (start.earliest <= end.earliest && start.latest <= end.latest);
}
