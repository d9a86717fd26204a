import { calendarMath } from "../time/calendar-math.js";
import type { Instant } from "../time/instant.js";
import type { Precision } from "../time/span.js";
import type { StepOptions, StepUnit } from "../time/steps.js";
import { fieldsOf, timeOfDay } from "./edges.js";
import { dateParts, joinParts, type Fields, type FieldSetting } from "./fields.js";
import { weekStart } from "./week.js";

/** The text of one tick of the axis. */
export interface TickText {
  readonly text: string;
  /** The weekday, below a day that has room for it. */
  readonly detail?: string;
}

/** The axis in one calendar: where its ticks fall and what they say. */
export interface AxisFormat {
  /** For `ticks`, `floorTo`, `nextOf` and `chooseStep`: the calendar and the first day of the week. */
  readonly steps: StepOptions;
  /** A tick of the axis, said as shortly as its unit allows. */
  readonly tick: (instant: Instant, unit: StepUnit) => TickText;
  /** A tick of the slow tier of the axis: what the ticks above it leave out. */
  readonly slow: (instant: Instant, unit: StepUnit) => string;
}

/** What a tick of each unit shows: fields of its date, or its time of day as finely as that. */
const TICKS: Readonly<Record<StepUnit, Fields | Precision>> = {
  millisecond: "millisecond",
  second: "second",
  minute: "minute",
  hour: "minute",
  day: { day: "numeric" },
  week: { day: "numeric" },
  month: { month: "long" },
  year: { year: "numeric" },
};

/** The axis in the calendar of a setting. */
export function createAxisFormat(setting: FieldSetting): AxisFormat {
  const date = (instant: Instant, fields: Fields): string => joinParts(dateParts(instant, fields, setting));
  return {
    steps: { calendar: calendarMath(setting.calendar), weekStart: weekStart(setting.locale) },
    tick: (instant, unit) => {
      const shown = TICKS[unit];
      const text = typeof shown === "string" ? timeOfDay(instant, shown, setting) : date(instant, shown);
      return unit === "day" ? { text, detail: date(instant, { weekday: "short" }) } : { text };
    },
    slow: (instant, unit) =>
      date(instant, fieldsOf(unit === "year" || unit === "month" ? unit : "day", { weekday: false, year: true })),
  };
}
