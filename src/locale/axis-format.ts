import { isolate } from "../text/clean.js";
import { localeDirection } from "../text/direction.js";
import { calendarMath } from "../time/calendar-math.js";
import type { Instant } from "../time/instant.js";
import type { Precision } from "../time/span.js";
import type { StepOptions, StepUnit } from "../time/steps.js";
import { fieldsOf, timeOfDay, type EdgeSetting } from "./edges.js";
import { dateParts, joinParts, withoutEra, type Fields } from "./fields.js";
import type { Part } from "./gregorian-parts.js";
import { weekStart } from "./week.js";

/** The text of one tick of the axis. */
export interface TickText {
  readonly text: string;
  /** The weekday, below a day that has room for it. */
  readonly detail?: string;
}

type Say<Said> = (instant: Instant, unit: StepUnit, isBrief?: boolean) => Said;

/** The axis in one calendar: where its ticks fall and what they say. */
export interface AxisFormat {
  /** For `ticks`, `floorTo`, `nextOf` and `chooseStep`: the calendar and the first day of the week. */
  readonly steps: StepOptions;
  /** A tick of the axis, said as shortly as its unit allows; `isBrief` where even that is too long. */
  readonly tick: Say<TickText>;
  /** A tick of the slow tier of the axis: what the ticks above it leave out. */
  readonly slow: Say<string>;
  /** The era of a year, which a brief tick leaves out. */
  readonly era: (instant: Instant) => string;
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

/** What a brief tick shows of a time of day: ":48", "48.888". */
const SECONDS: Partial<Record<StepUnit, number>> = { second: 0, millisecond: 1 };

/** So many texts are kept of each tier, for panning says the same ones from picture to picture. */
const KEPT = 1_000;

function remembered<Said>(say: Say<Said>): Say<Said> {
  const known = new Map<string, Said>();
  return (instant, unit, isBrief = false) => {
    const key = `${unit} ${instant} ${isBrief}`;
    const last = known.get(key);
    if (last !== undefined) return last;
    const said = say(instant, unit, isBrief);
    if (known.size >= KEPT) known.clear();
    known.set(key, said);
    return said;
  };
}

/** The axis in the calendar of a setting. */
export function createAxisFormat(setting: EdgeSetting): AxisFormat {
  const brief: EdgeSetting = { ...setting, isBrief: true };
  const parts = (instant: Instant, fields: Fields, isBrief: boolean): readonly Part[] =>
    isBrief
      ? dateParts(instant, fields.month ? { ...fields, month: "short" } : fields, brief)
      : dateParts(instant, fields, setting);
  const date = (instant: Instant, fields: Fields, isBrief = false): string =>
    joinParts(parts(instant, fields, isBrief));
  return {
    steps: { calendar: calendarMath(setting.calendar), weekStart: weekStart(setting.locale) },
    tick: remembered((instant, unit, isBrief = false) => {
      const shown = TICKS[unit];
      if (typeof shown === "string") {
        const time = timeOfDay(instant, shown, setting);
        const skipped = isBrief ? SECONDS[unit] : undefined;
        const last = skipped === undefined ? undefined : time.slice(time.lastIndexOf(":") + skipped);
        // Digits would stand on the wrong side of a sign that is before them.
        return {
          text: last !== undefined && localeDirection(setting.locale) === "rtl" ? isolate(last, "ltr") : (last ?? time),
        };
      }
      if (isBrief) return { text: joinParts(withoutEra(parts(instant, shown, true))) };
      return unit === "day"
        ? { text: date(instant, shown), detail: date(instant, { weekday: "short" }) }
        : { text: date(instant, shown) };
    }),
    slow: remembered((instant, unit, isBrief = false) => {
      const precision = unit === "year" || unit === "month" ? unit : "day";
      const text = date(instant, fieldsOf(precision, { weekday: false, year: true }), isBrief);
      return isBrief && unit === "minute"
        ? setting.words.say("dateTime", { date: text, time: timeOfDay(instant, unit, setting) })
        : text;
    }),
    era: (instant) =>
      dateParts(instant, { year: "numeric", era: "short" }, setting).find(({ type }) => type === "era")?.value ?? "",
  };
}
