import type ICAL from "ical.js";
import type { RowNotes } from "../notes.js";
import type { Component } from "./components.js";
import type { ToUTC } from "./zone-rules.js";

/** A property of a component. */
export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** `text`, `date`, `date-time`, `duration`, `recur` and so on. */
  readonly type: string;
  readonly values: readonly unknown[];
  /** The line as it stands, for messages. */
  readonly line: string;
  /** The clock of its zone, where the calendar describes one that has no name of IANA. */
  readonly toUTC?: ToUTC | undefined;
}

/** A value that is a text or a number, as text. */
export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

/** The parser does not know the type of a property that is not in the standard: nearly all are texts. */
function unescaped(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
}

/** A rule with blanks in it, `BYDAY=MO, TU`, which the parser refuses. */
function tidy(line: string): string {
  return /^RRULE[:;]/i.test(line) ? line.replace(/[ \t]+/g, "") : line;
}

/** So many letters of a line are looked through for parameters: the work of the parser grows with their square. */
const LONGEST_PARAMETERS = 10_000;

/** A line with no more parameters than the parser reads in good time; its value is kept. */
function bounded(line: string, note: RowNotes): string {
  if (line.length <= LONGEST_PARAMETERS) return line;
  let [kept, value] = [0, line.length];
  for (const { 0: sign, index } of line.matchAll(/[:;]|"[^"]*"/g)) {
    if (sign === ":") {
      value = index;
      break;
    }
    if (sign === ";" && index <= LONGEST_PARAMETERS) kept = index;
  }
  if (value <= LONGEST_PARAMETERS) return line;
  note.loss(nameOf(line), line, `only the first ${LONGEST_PARAMETERS} letters are looked through for parameters`);
  return line.slice(0, kept) + line.slice(value);
}

/** The name of the property of a line, which may be none, for messages. */
function nameOf(line: string): string {
  return /^[\w-]{0,40}/.exec(line)?.[0] ?? "";
}

/** What reading properties needs: the parser of ical.js, and the zones that the calendar describes. */
export interface PropertyReader {
  readonly parser: typeof ICAL;
  readonly zones: ReadonlyMap<string, ToUTC>;
}

/** The properties of a component, read one by one; one that the parser refuses is an issue. */
export function propertiesOf(
  { parser, zones }: PropertyReader,
  { name, lines: all }: Component,
  note: RowNotes,
): readonly Property[] {
  const lines = all.map((line) => bounded(line, note));
  const parse = (some: readonly string[]): readonly Property[] => {
    const [, properties] = parser.parse(
      `BEGIN:${name}\r\n${some.map(tidy).join("\r\n")}\r\nEND:${name}\r\n`,
    ) as unknown as [string, readonly [string, Record<string, unknown>, string, ...unknown[]][]];
    const isByLine = properties.length === some.length;
    return properties.map(([property, parameters, type, ...values], i) => {
      return {
        name: property,
        parameters,
        type,
        values: type === "unknown" ? values.map(unescaped) : values,
        toUTC: typeof parameters["tzid"] === "string" ? zones.get(parameters["tzid"].trim()) : undefined,
        line: isByLine ? some[i]! : "",
      };
    });
  };
  try {
    return parse(lines);
  } catch {
    return lines.flatMap((line) => {
      try {
        return parse([line]);
      } catch {
        note.issue("property-unreadable", nameOf(line), line, "a property of iCalendar", "error");
        return [];
      }
    });
  }
}
