import { modulo } from "../../base/math.js";
import { dateOf } from "./source-calendar.js";
import { civilFromDay } from "../civil.js";
import { between, monthPiece } from "./calendar-date.js";
import { calendarOf, markOf, SURE, yearOf, type Context } from "./context.js";
import type { Draft } from "./draft.js";
import { pad, pieceOf, yearText, type Piece } from "./piece.js";

const CENTURY = 100;
/** The seasons of EDTF. */
const FIRST_SEASON = 21;
const WINTER = 24;
const MILLENNIUM = 1000;

/** "The 1990s", "the eighties of the 19th century". */
export function readDecade(draft: Draft, context: Context): Piece | undefined {
  const { decade, tens, counts, shifts, era } = draft;
  const mark = markOf(draft);
  const century = draft.units.has("century") ? centuryOf(draft, context) : undefined;
  if (draft.units.has("century") && century === undefined) return undefined;
  if (decade) {
    if (decade.year % 10 !== 0 || era === "bc") return undefined;
    const year = decade.isShort && decade.year < CENTURY ? 1900 + decade.year : decade.year;
    const calendar =
      decade.year < CENTURY && era === undefined
        ? context.language.calendar
        : calendarOf({ ...draft, year }, context.language);
    if (!calendar || (decade.isShort && calendar !== "gregory")) return undefined;
    if (calendar !== "gregory")
      return between(calendar, { year, month: 1, day: 1 }, { year: year + 10, month: 1, day: 1 }, draft);
    const isCentury = year % CENTURY === 0;
    const text = yearText(year).slice(0, 3);
    if (isCentury) return pieceOf(`${text.slice(0, 2)}XX${mark}`, SURE.noCentury, [`${text}X${mark}`]);
    return pieceOf(`${text}X${mark}`, decade.isShort ? SURE.noCentury : 1);
  }
  const nth = tens ?? (counts.decade === undefined ? undefined : counts.decade - 1);
  if (nth !== undefined) {
    if (era === "bc" || (tens === undefined && century === undefined)) return undefined;
    return pieceOf(`${pad(century ?? 19)}${nth}X${mark}`, century === undefined ? SURE.noCentury : 1);
  }
  if (context.today === undefined || shifts.decade === undefined) return undefined;
  const now = Math.floor(civilFromDay(context.today).year / 10) + shifts.decade.by;
  return pieceOf(`${pad(now, 3)}X${mark}`, SURE.looseShift);
}

/** Its first two digits: 17 for the eighteenth. */
function centuryOf({ counts, shifts }: Draft, { today }: Context): number | undefined {
  if (counts.century !== undefined) return counts.century - 1;
  if (today === undefined || shifts.century === undefined) return undefined;
  return Math.floor(civilFromDay(today).year / CENTURY) + shifts.century.by;
}

/** A century or a millennium. */
export function readAge(draft: Draft, context: Context, unit: "century" | "millennium"): Piece | undefined {
  if (draft.era !== undefined && draft.era !== "bc" && draft.era !== "gregory") return undefined;
  const years = unit === "century" ? CENTURY : MILLENNIUM;
  const count = draft.counts[unit];
  const age =
    count === undefined ? centuryOf(unit === "century" ? draft : { ...draft, shifts: {} }, context) : count - 1;
  if (age === undefined || age < 0 || age * years > 9999) return undefined;
  const digits = years === CENTURY ? `${pad(age)}XX` : `${age}XXX`;
  return pieceOf((draft.era === "bc" ? "-" : "") + digits + markOf(draft));
}

/** Seasons as in the north; a winter is named after the year in which it begins. */
export function readSeason(draft: Draft, { language, today }: Context): Piece | undefined {
  const { season = 0, shifts } = draft;
  const calendar = calendarOf(draft, language);
  const mark = markOf(draft);
  const year = yearOf(draft, today === undefined ? undefined : civilFromDay(today));
  if (calendar === "persian" && year !== undefined) {
    const month = (season - FIRST_SEASON) * 3 + 1;
    const after = { year: year + (season === WINTER ? 1 : 0), month: modulo(month + 2, 12) + 1, day: 1 };
    return between(calendar, { year, month, day: 1 }, after, draft);
  }
  if (calendar !== "gregory") return undefined;
  if (year !== undefined) {
    const text = `${yearText(year)}-${season}${mark}`;
    return season === WINTER ? pieceOf(text, SURE.winter, [`${yearText(year - 1)}-${WINTER}${mark}`]) : pieceOf(text);
  }
  const now = today === undefined ? undefined : civilFromDay(today);
  const by = shifts.season?.by;
  if (!now || by === undefined) return undefined;
  const started = now.month < 3 ? now.year - 1 : now.year;
  const current = now.month < 3 ? WINTER : 20 + Math.floor(now.month / 3);
  const turns = by < 0 ? (season < current ? 0 : -1) : by > 0 ? (season > current ? 0 : 1) : 0;
  const textOf = (turn: number): string => `${yearText(started + turn)}-${season}${mark}`;
  return shifts.season?.isBefore && by !== 0
    ? pieceOf(textOf(turns), SURE.looseShift, [textOf(turns + by)])
    : pieceOf(textOf(turns));
}

/** A quarter or a half of a year. */
export function readPart(
  draft: Draft,
  context: Context,
  unit: "quarter" | "half",
  base: number,
  most: number,
): Piece | undefined {
  const count = draft.counts[unit]!;
  if (calendarOf(draft, context.language) !== "gregory" || count > most) return undefined;
  const year = yearOf(draft, context.today === undefined ? undefined : civilFromDay(context.today));
  return year === undefined ? undefined : pieceOf(`${yearText(year)}-${base + count}${markOf(draft)}`);
}

/** A year; of another calendar, the choice of its days. */
export function readYear(draft: Draft, { language, today }: Context): Piece | undefined {
  const calendar =
    draft.year === undefined && draft.era === undefined ? language.calendar : calendarOf(draft, language);
  if (!calendar || draft.weekday !== undefined) return undefined;
  const year = yearOf(draft, today === undefined ? undefined : dateOf(calendar, today));
  if (year === undefined) return undefined;
  const confidence = draft.isYearMarked || draft.year === undefined ? 1 : SURE.bareYear;
  if (calendar === "gregory" || calendar === "julian") return pieceOf(yearText(year) + markOf(draft), confidence);
  const piece = between(calendar, { year, month: 1, day: 1 }, { year: year + 1, month: 1, day: 1 }, draft);
  return piece && { ...piece, confidence: confidence * (draft.era === undefined ? SURE.guessedCalendar : 1) };
}

/** "Last month", "the end of the month". */
export function readMonth(draft: Draft, { today, language }: Context): Piece | undefined {
  const by = draft.shifts.month?.by ?? (draft.hasPart ? 0 : undefined);
  if (today === undefined || by === undefined) return undefined;
  const now = dateOf(language.calendar, today);
  const month = now.month - 1 + by;
  return monthPiece(language.calendar, now.year + Math.floor(month / 12), modulo(month, 12) + 1, draft);
}
