import { modulo } from "../../base/math.js";
import { dateOf, dayOfDate, type SourceCalendar } from "./source-calendar.js";
import { weekday, type Civil } from "../civil.js";
import { calendarOf, markOf, SURE, yearOf, type Context } from "./context.js";
import type { Draft } from "./draft.js";
import { dayPiece, daysPiece, pad, pieceOf, yearText, type Piece } from "./piece.js";

const CENTURY = 100;
/** Days, beyond which the same month of another year is nearer. */
const HALF_A_YEAR = 182;

/** A date in digits; where day and month can change places, a weekday decides or nothing does. */
export function readNumeric(draft: Draft, { language }: Context): Piece | undefined {
  const { numbers, isYearFirst } = draft.numeric!;
  const [year = 0, first = 0, second] = isYearFirst ? numbers : [...numbers].reverse();
  const calendar = calendarOf({ ...draft, year }, language);
  if (!calendar) return undefined;
  if (second === undefined) return isYearFirst ? readShort(year, first) : monthPiece(calendar, year, first, draft);
  const orders =
    isYearFirst || first === second
      ? [[first, second]]
      : [
          [first, second],
          [second, first],
        ];
  const days = orders
    .map(([month = 0, day = 0]) => dayOfDate(calendar, { year, month, day }))
    .filter((day) => day !== undefined);
  const fitting = days.length > 1 ? days.filter((day) => weekday(day) === draft.weekday) : days;
  if (fitting.length === 1) return dayPiece(fitting[0]!);
  return days.length === 0 ? undefined : { ...dayPiece(days[0]!, SURE.ambiguous, days), edtf: "", isAmbiguous: true };
}

/** 2020-07 is a month, 1914-18 are years, 2011-12 can be either. */
function readShort(year: number, number: number): Piece | undefined {
  const last = year - (year % CENTURY) + number;
  const month = number >= 1 && number <= 12 ? `${yearText(year)}-${pad(number)}` : undefined;
  const years = last > year ? `${yearText(year)}/${yearText(last)}` : undefined;
  if (month !== undefined && years !== undefined)
    return { ...pieceOf("", SURE.ambiguous, [month, years]), isAmbiguous: true };
  const text = month ?? years;
  return text === undefined ? undefined : pieceOf(text);
}

/** A day or a month by name; a year left out is that of the shift, or the nearest one. */
export function readDate(draft: Draft, context: Context): Piece | undefined {
  const calendar = calendarOf(draft, context.language);
  if (!calendar) return undefined;
  const now = context.today === undefined ? undefined : dateOf(calendar, context.today);
  const by = draft.shifts.month?.by ?? (draft.month === undefined ? draft.shifts.day?.by : undefined);
  if (draft.month === undefined) {
    if (!now || by === undefined) return undefined;
    const month = modulo(now.month - 1 + by, 12) + 1;
    return datePiece(calendar, now.year + Math.floor((now.month - 1 + by) / 12), month, draft);
  }
  const { month } = draft;
  const year = yearOf(draft, now);
  if (year !== undefined) return datePiece(calendar, year, month, draft);
  if (!now) return undefined;
  if (by !== undefined) {
    const turns = by < 0 ? (month < now.month ? 0 : -1) : by > 0 ? (month > now.month ? 0 : 1) : 0;
    const piece = datePiece(calendar, now.year + turns, month, draft);
    if (!piece || by === 0 || !draft.shifts.month?.isBefore) return piece;
    return withAlternative(piece, datePiece(calendar, now.year + turns + by, month, draft), SURE.looseShift);
  }
  const distance = (month - now.month) * 30 + (draft.day ?? 15) - now.day;
  const turns = distance > HALF_A_YEAR ? -1 : distance < -HALF_A_YEAR ? 1 : 0;
  const piece = datePiece(calendar, now.year + turns, month, draft);
  if (draft.relative !== undefined && piece?.day === context.today! + draft.relative) return piece;
  const other = turns - (Math.sign(distance + turns * 365) || -1);
  return withAlternative(piece, datePiece(calendar, now.year + other, month, draft), SURE.nearestYear);
}

function withAlternative(piece: Piece | undefined, other: Piece | undefined, confidence: number): Piece | undefined {
  return piece && { ...piece, confidence: piece.confidence * confidence, alternatives: other ? [other.edtf] : [] };
}

function datePiece(calendar: SourceCalendar, year: number, month: number, draft: Draft): Piece | undefined {
  if (draft.day === undefined) return monthPiece(calendar, year, month, draft);
  const day = dayOfDate(calendar, { year, month, day: draft.day });
  if (day === undefined) return undefined;
  const piece = calendar === "islamic" ? dayPiece(day, SURE.sighting, [day - 1, day + 1]) : dayPiece(day);
  return draft.isAbout ? { ...piece, ...pieceOf(`${piece.edtf}~`) } : piece;
}

/** A month; of another calendar, the choice of its days. */
export function monthPiece(calendar: SourceCalendar, year: number, month: number, draft: Draft): Piece | undefined {
  if (month < 1 || month > 12) return undefined;
  if (calendar === "gregory") return pieceOf(`${yearText(year)}-${pad(month)}${markOf(draft)}`);
  return between(
    calendar,
    { year, month, day: 1 },
    { year: year + (month === 12 ? 1 : 0), month: (month % 12) + 1, day: 1 },
    draft,
  );
}

/** The days from a date of another calendar to the day before another one. */
export function between(calendar: SourceCalendar, first: Civil, after: Civil, draft: Draft): Piece | undefined {
  const [start, end] = [dayOfDate(calendar, first), dayOfDate(calendar, after)];
  return start === undefined || end === undefined ? undefined : daysPiece(start, end - 1, markOf(draft));
}
