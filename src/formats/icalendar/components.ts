import { linesOf } from "../lines.js";

/** A component of a calendar: the text of its own lines, and where it begins. */
export interface Component {
  readonly name: string;
  /** Unfolded, without the components in it. */
  readonly lines: readonly string[];
  /** The number of its first line. */
  readonly number: number;
  /** Lines without a colon, which say nothing. */
  readonly broken: readonly string[];
  /** Whether its end is missing. */
  readonly isOpen: boolean;
}

/** The components that hold something; parts of others, such as alarms, are left out with their lines. */
const WANTED = new Set(["VEVENT", "VTODO", "VJOURNAL"]);

/**
 * The components of a calendar one by one, so that a broken one takes no other with it; the properties of the calendar itself
 * come last, as a component called VCALENDAR.
 */
export function* componentsOf(text: string): Generator<Component> {
  const calendar: string[] = [];
  let open: { name: string; lines: string[]; broken: string[]; number: number } | undefined;
  let inner = 0;
  for (const { text: line, number } of unfolded(text)) {
    const [, edge, of = ""] = /^(BEGIN|END):[ \t]*([A-Z0-9-]{1,40})[ \t]*$/i.exec(line) ?? [];
    const name = of.toUpperCase();
    if (edge === undefined) {
      const lines = open ? (inner > 0 ? [] : line.includes(":") ? open.lines : open.broken) : calendar;
      if (line.trim() !== "") lines.push(line);
    } else if (edge.toUpperCase() === "BEGIN") {
      if (open && WANTED.has(name)) {
        yield { ...open, isOpen: true };
        open = undefined;
      }
      if (open) inner++;
      else if (WANTED.has(name)) [open, inner] = [{ name, lines: [], broken: [], number }, 0];
    } else if (open?.name === name) {
      yield { ...open, isOpen: false };
      open = undefined;
    } else inner = Math.max(0, inner - 1);
  }
  if (open) yield { ...open, isOpen: true };
  yield {
    name: "VCALENDAR",
    lines: calendar.filter((line) => line.includes(":")),
    broken: [],
    number: 1,
    isOpen: false,
  };
}

/** Lines that begin with a blank go on the line before; some old calendars leave an empty line between them. */
export function* unfolded(text: string): Generator<{ text: string; number: number }> {
  let parts: string[] = [];
  let first = 1;
  for (const { text: line, number } of linesOf(text)) {
    if (line === "") continue;
    if (/^[ \t]/.test(line) && parts.length > 0) parts.push(line.slice(1));
    else {
      if (parts.length > 0) yield { text: parts.join(""), number: first };
      [parts, first] = [[line], number];
    }
  }
  yield { text: parts.join(""), number: first };
}
