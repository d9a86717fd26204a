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

/** What reading properties needs: the parser of ical.js, and the zones that the calendar describes. */
export interface PropertyReader {
  readonly parser: typeof ICAL;
  readonly zones: ReadonlyMap<string, ToUTC>;
}

/** The properties of a component, read one by one; one that the parser refuses is an issue. */
export function propertiesOf(
  { parser, zones }: PropertyReader,
  { name, lines }: Component,
  note: RowNotes,
): readonly Property[] {
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
        note.issue(
          "property-unreadable",
          /^[\w-]{0,40}/.exec(line)?.[0] ?? "",
          line,
          "a property of iCalendar",
          "error",
        );
        return [];
      }
    });
  }
}
