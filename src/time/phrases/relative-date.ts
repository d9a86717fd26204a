import { modulo } from "../../base/math.js";
import { civilFromDay, weekday } from "../civil.js";
import type { Day } from "../instant.js";
import { markOf, SURE, type Context } from "./context.js";
import type { Draft } from "./draft.js";
import { dayPiece, daysPiece, pad, pieceOf, yearText, type Piece } from "./piece.js";
import type { Language, Unit } from "./sense.js";

const WEEK = 7;
const CENTURY = 100;

/** Yesterday, today, tomorrow. */
export function readRelative({ relative = 0 }: Draft, { today }: Context): Piece | undefined {
  return today === undefined ? undefined : dayPiece(today + relative);
}

/** The unit of "three days ago"; in some languages "last" says "ago". */
export function countedUnit({ counts, ago, shifts }: Draft): Unit | undefined {
  return (["day", "week", "month", "year", "decade", "century"] as const).find(
    (unit) =>
      counts[unit] !== undefined &&
      (ago ?? (unit === "decade" || unit === "century" ? undefined : shifts[unit])) !== undefined,
  );
}

/** "Three days ago": exact in days, about in all else. */
export function readCounted(draft: Draft, { today }: Context): Piece | undefined {
  const unit = countedUnit(draft)!;
  const by = draft.ago ?? draft.shifts[unit]?.by ?? 0;
  if (today === undefined || by === 0) return undefined;
  const distance = draft.counts[unit]! * by;
  const { year, month } = civilFromDay(today);
  const months = month - 1 + distance;
  const texts: Readonly<Partial<Record<Unit, () => Piece>>> = {
    day: () => dayPiece(today + distance),
    week: () => pieceOf(`${dayPiece(today + distance * WEEK).edtf}~`, SURE.countedBack),
    month: () =>
      pieceOf(`${yearText(year + Math.floor(months / 12))}-${pad(modulo(months, 12) + 1)}~`, SURE.countedBack),
    year: () => pieceOf(`${yearText(year + distance)}~`, SURE.countedBack),
    decade: () => pieceOf(`${yearText(year + distance * 10)}~`, SURE.countedBack),
    century: () => pieceOf(`${yearText(year + distance * CENTURY)}~`, SURE.countedBack),
  };
  return texts[unit]?.();
}

/** A weekday, counted from the day of publishing. */
export function readWeekday(
  { weekday: wanted = 0, shifts, units }: Draft,
  { today, language }: Context,
): Piece | undefined {
  if (today === undefined) return undefined;
  const back = modulo(weekday(today) - wanted, WEEK);
  if (units.has("week") && shifts.week) {
    const start = weekStart(today, language) + shifts.week.by * WEEK;
    return dayPiece(start + modulo(wanted - language.weekStart, WEEK), SURE.week);
  }
  const shift = shifts.weekday;
  if (!shift) return dayPiece(today - back, SURE.bareWeekday, [today - back + WEEK]);
  if (shift.by === 0) return dayPiece(back > 3 ? today - back + WEEK : today - back, SURE.looseShift);
  const day = shift.by < 0 ? today - (back || WEEK) : today - back + WEEK;
  return shift.isBefore ? dayPiece(day, SURE.looseShift, [day + shift.by * WEEK]) : dayPiece(day);
}

/** The choice of the days of a week. */
export function readWeek(draft: Draft, { today, language }: Context): Piece | undefined {
  const by = draft.shifts.week?.by ?? (draft.hasPart ? 0 : undefined);
  if (today === undefined || by === undefined) return undefined;
  const start = weekStart(today, language) + by * WEEK;
  return daysPiece(start, start + WEEK - 1, markOf(draft), SURE.week);
}

function weekStart(today: Day, { weekStart: first }: Language): Day {
  return today - modulo(weekday(today) - first, WEEK);
}
