import { MizwalaError } from "../base/errors.js";
import { canonicalTag } from "../model/language.js";
import { findFaults, isObject, objectOf, oneOf, text, type Rule, type Rules } from "../model/rules.js";
import type { TimelineDocument } from "../model/options.js";
import { parseEDTF } from "../time/edtf.js";
import { detectFormat } from "./detect.js";
import type { ReadableFormat, ReadOptions, ReadResult, ReadSetting } from "./format.js";
import { createNotes } from "./notes.js";
import { sourceOf } from "./source.js";
import { READERS } from "./table.js";

/** No more events are made, whatever is asked for. */
export const MOST_EVENTS = 10_000_000;
const USUAL_EVENTS = 100_000;
/** More than this is not read at once, in octets or UTF-16 units: no program can hold a text that is twice as long. */
export const MOST_AT_ONCE = 256_000_000;

const RULES: Rules = {
  format: oneOf("auto", ...Object.keys(READERS)),
  map: objectOf(text("the name of a column")),
  locale: text("a BCP 47 language tag such as ar-SY", (tag) => canonicalTag(tag) !== undefined),
  publishedOn: text("a date in EDTF", (date) => parseEDTF(date).ok),
  dateOrder: oneOf("auto", "day-month", "month-day"),
  maxEvents: {
    expected: `a whole number from 1 to ${MOST_EVENTS}`,
    isValid: (value: unknown) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_EVENTS,
  },
} satisfies Record<keyof ReadOptions, Rule>;

/** The options of reading, checked and filled in. */
export function settingOf(options: ReadOptions): ReadSetting & { readonly format: ReadableFormat | "auto" } {
  const [fault] = findFaults(options, RULES, { path: "options" });
  if (fault) throw new MizwalaError(fault);
  const { format = "auto", map = {}, locale, publishedOn, dateOrder = "auto", maxEvents = USUAL_EVENTS } = options;
  return { format, map: new Map(Object.entries(map)), locale, publishedOn, dateOrder, maxEvents };
}

/**
 * Makes a document of data in any form that is known: tables, calendars, the data of other timelines. What is wrong with the
 * data is an issue, and what the document can't hold is a loss; neither ever throws. Nothing is fetched, and HTML in the data
 * becomes text.
 *
 * @example
 * ```ts
 * void read("Date,Title\n2020-07-09,Assad meets Bagheri").then(({ document }) => createTimeline(host, document));
 * ```
 *
 * @param data - A text, or the bytes of a file in UTF-8, UTF-16 or Windows-1256.
 * @param options - The form, if it is known, and how to read it.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export async function read(data: string | Uint8Array | ArrayBuffer, options: ReadOptions = {}): Promise<ReadResult> {
  const { format, ...setting } = settingOf(options);
  const notes = createNotes();
  if (sizeOf(data) > MOST_AT_ONCE) return tooLarge(sizeOf(data));
  const source = sourceOf(data);
  const { format: found, reason } = format === "auto" ? detectFormat(source) : { format, reason: "it was asked for" };
  if (found === undefined) {
    notes.whole.issue(
      "format-unknown",
      "",
      source.text.slice(0, 100),
      `data in a form that is known; ${reason}`,
      "error",
    );
    return { document: { events: [] }, issues: notes.issues(), losses: [], format: undefined, reason };
  }
  const { read: readFormat } = await READERS[found]();
  const document = await readFormat(source, notes, setting);
  return {
    document: inLanguage(document, setting.locale),
    issues: notes.issues(),
    losses: notes.losses(),
    ...(notes.rows.length > 0 && { rows: notes.rows }),
    format: found,
    reason,
  };
}

function sizeOf(data: string | Uint8Array | ArrayBuffer): number {
  return typeof data === "string" ? data.length : data.byteLength;
}

/** Nothing is read of data that are too large to be read at once. */
export function tooLarge(size: number): ReadResult {
  const notes = createNotes();
  const reason = `it is larger than ${MOST_AT_ONCE / 1e6} MB and not a table or lines of JSON that come piece by piece`;
  notes.whole.issue(
    "data-large",
    "",
    `${Math.round(size / 1e6)} MB or more`,
    `at most ${MOST_AT_ONCE / 1e6} MB`,
    "error",
  );
  return { document: { events: [] }, issues: notes.issues(), losses: [], format: undefined, reason };
}

/** The document, in the language that was asked for. */
export function inLanguage(document: TimelineDocument, locale: string | undefined): TimelineDocument {
  return locale !== undefined && isObject(document) ? { ...document, locale } : document;
}
