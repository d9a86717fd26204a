import { readDate, readNumeric } from "./calendar-date.js";
import type { Context } from "./context.js";
import type { Draft } from "./draft.js";
import { readAge, readDecade, readMonth, readPart, readSeason, readYear } from "./period.js";
import type { Piece } from "./piece.js";
import { countedUnit, readCounted, readRelative, readWeek, readWeekday } from "./relative-date.js";

interface Form {
  readonly fits: (draft: Draft) => boolean;
  readonly read: (draft: Draft, context: Context) => Piece | undefined;
}

/** The forms that a date can have; the first that fits reads it. */
const FORMS: readonly Form[] = [
  { fits: ({ numeric }) => numeric !== undefined, read: readNumeric },
  { fits: ({ day, month }) => (day ?? month) !== undefined, read: readDate },
  { fits: ({ relative }) => relative !== undefined, read: readRelative },
  { fits: (draft) => countedUnit(draft) !== undefined, read: readCounted },
  {
    fits: ({ decade, tens, units }) => decade !== undefined || tens !== undefined || units.has("decade"),
    read: readDecade,
  },
  { fits: ({ units }) => units.has("century"), read: (draft, context) => readAge(draft, context, "century") },
  {
    fits: ({ units }) => units.has("millennium"),
    read: (draft, context) => readAge(draft, context, "millennium"),
  },
  { fits: ({ season }) => season !== undefined, read: readSeason },
  {
    fits: ({ counts }) => counts.quarter !== undefined,
    read: (draft, context) => readPart(draft, context, "quarter", 32, 4),
  },
  {
    fits: ({ counts }) => counts.half !== undefined,
    read: (draft, context) => readPart(draft, context, "half", 39, 2),
  },
  { fits: ({ year }) => year !== undefined, read: readYear },
  { fits: (draft) => draft.weekday !== undefined, read: readWeekday },
  { fits: ({ units }) => units.has("week"), read: readWeek },
  { fits: ({ units }) => units.has("month"), read: readMonth },
  { fits: ({ units }) => units.has("year"), read: readYear },
];

/** The date that a draft means, or `undefined` where it means none or needs to know more. */
export function resolve(draft: Draft, context: Context): Piece | undefined {
  const isCountMissing = draft.ago !== undefined && countedUnit(draft) === undefined;
  return isCountMissing ? undefined : FORMS.find((form) => form.fits(draft))?.read(draft, context);
}
