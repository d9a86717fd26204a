import { readParts } from "../date-parts.js";
import type { DateReader, DateReading } from "../dates.js";
import { latinDigits } from "../numbers.js";
import type { Column } from "./columns.js";
import type { Cells } from "./cells.js";

type Side = "start" | "end";
type PartColumn = "year" | "month" | "day" | "time" | "endYear" | "endMonth" | "endDay" | "endTime";

/** The columns that hold a date in parts. */
export const PART_COLUMNS: readonly Column[] = ["year", "endYear"];

const COLUMNS: Readonly<Record<Side, readonly [PartColumn, PartColumn, PartColumn, PartColumn]>> = {
  start: ["year", "month", "day", "time"],
  end: ["endYear", "endMonth", "endDay", "endTime"],
};
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([ap])\.?m\.?)?$/i;

/** A date whose year, month, day and time stand in columns of their own; a negative year is BC. */
export function dateFromParts({ of, name, note }: Cells, side: Side, dates: DateReader): DateReading | undefined {
  const [year, month, day, time] = COLUMNS[side];
  if (of(year) === "") {
    for (const part of [month, day, time]) if (of(part) !== "") note.issue("date-missing", name(year), "", "a year");
    return undefined;
  }
  return readParts(
    { year: of(year), month: of(month), day: of(day), time: timeText(of(time)) },
    dates,
    note,
    name(year),
  );
}

function timeText(cell: string): string {
  const [, hour, minute, second, half] = TIME.exec(latinDigits(cell)) ?? [];
  if (hour === undefined) return cell;
  const of24 = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${String(of24).padStart(2, "0")}:${minute}${second === undefined ? "" : `:${second}`}`;
}
