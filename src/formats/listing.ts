import { safeUrl } from "../base/url.js";
import { createDateFormat } from "../locale/dates.js";
import { findOptionFaults, type TimelineDocument } from "../model/options.js";
import { cleanText } from "../text/clean.js";
import { localeDirection } from "../text/direction.js";
import type { Instant } from "../time/instant.js";
import { isKnown } from "../time/span.js";
import { eventRows, loseOptions, loseOthers, noteDate } from "./event-rows.js";
import type { WriteSetting } from "./format.js";
import type { Notes } from "./notes.js";
import { notedText } from "./plain.js";

/** A document in words, for people to read. */
export interface Listing {
  readonly title: string;
  readonly subtitle: string;
  /** In order of time. */
  readonly rows: readonly {
    readonly date: string;
    readonly title: string;
    readonly summary: string;
    readonly url: string | undefined;
  }[];
}

const HELD: ReadonlySet<string> = new Set(["date", "title", "summary", "url", "lang", "dir"]);

/** A document in the words of a locale, one line for each text. */
export function spoken(document: TimelineDocument, notes: Notes, { locale }: WriteSetting): Listing {
  loseOptions(document, notes, ["title", "subtitle", "locale"]);
  const format = createDateFormat({ locale, ...lookOf(document) });
  const rows: { date: string; title: string; summary: string; url: string | undefined; at: Instant }[] = [];
  for (const row of eventRows(document, notes, locale)) {
    const { span, of, text } = row;
    if (!span) {
      noteDate(row);
      continue;
    }
    loseOthers(document, row, HELD);
    const at = isKnown(span.start) ? span.start.earliest : -Infinity;
    const url = of("url");
    const href = typeof url === "string" ? safeUrl(url)?.href : undefined;
    rows.push({
      date: format.span(span),
      title: cleanText(text("title")),
      summary: cleanText(text("summary")),
      url: href,
      at,
    });
  }
  rows.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  return {
    title: cleanText(notedText(document.title, locale, notes.whole, "title")),
    subtitle: cleanText(notedText(document.subtitle, locale, notes.whole, "subtitle")),
    rows,
  };
}

/** How the document writes dates, as far as it says so in words that are known. */
function lookOf(document: TimelineDocument): Pick<TimelineDocument, "numerals" | "monthNames" | "calendar"> {
  const faulty = new Set(findOptionFaults(document).map(({ option }) => option));
  const names = (["numerals", "monthNames", "calendar"] as const).filter(
    (name) => document[name] !== undefined && !faulty.has(name),
  );
  return Object.fromEntries(names.map((name) => [name, document[name]]));
}

/** Whether a locale is written from right to left. */
export function isArabicScript(locale: string): boolean {
  return localeDirection(locale) === "rtl" && locale.toLowerCase().startsWith("ar");
}
