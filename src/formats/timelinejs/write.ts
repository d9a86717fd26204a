import { civilFromDay, dayOf } from "../../time/civil.js";
import { DAY, type Instant } from "../../time/instant.js";
import { isKnown, type KnownEdge, type Span } from "../../time/span.js";
import { parseDate } from "../../time/parse.js";
import type { TimelineDocument } from "../../model/options.js";
import { isObject } from "../../model/rules.js";
import { escapeHtml, escapeMarkup } from "../escape.js";
import { eventRows, loseOptions, loseOthers, noteDate, type EventRow } from "../event-rows.js";
import type { Writer, WriteSetting } from "../format.js";
import type { Notes, RowNotes } from "../notes.js";
import { wordIn } from "../items.js";
import { listOf, placeOf } from "../people.js";
import { notedText } from "../plain.js";

type Parts = Record<string, number | string>;

const HELD: ReadonlySet<string> = new Set([
  "id",
  "date",
  "title",
  "summary",
  "dateText",
  "lane",
  "place",
  "media",
  "url",
  "timeZone",
]);

/** The JSON of TimelineJS 3, whose texts are HTML: ours are escaped. */
export const write: Writer = (document, notes, setting) => {
  loseOptions(document, notes, ["title", "subtitle", "eras"]);
  const events = [...eventRows(document, notes, setting.locale)].flatMap((row) => {
    if (row.span) return slideOf(row, row.span, document, setting);
    noteDate(row);
    return [];
  });
  const title = notedText(document.title, setting.locale, notes.whole, "title");
  const subtitle = notedText(document.subtitle, setting.locale, notes.whole, "subtitle");
  const eras = erasOf(document, notes, setting);
  const data = {
    ...(title + subtitle !== "" && {
      title: { text: { headline: escapeMarkup(title), ...(subtitle !== "" && { text: escapeMarkup(subtitle) }) } },
    }),
    events,
    ...(eras.length > 0 && { eras }),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
};

function slideOf(row: EventRow, span: Span, document: TimelineDocument, { locale }: WriteSetting): object {
  const { of, note, text } = row;
  loseOthers(document, row, HELD);
  if (typeof of("timeZone") === "string") note.loss("timeZone", of("timeZone"), "dates have no zone there");
  const place = placeOf(of("place"), locale, note);
  const [picture, ...more] = listOf(of("media")).map((media) => (isObject(media) ? media : { url: media }));
  for (const { url } of more) note.loss("media", url, "a slide has room for one picture");
  const link = of("url");
  if (picture && link !== undefined) note.loss("url", link, "a slide has room for a picture or a page");
  const [alt, credit] = ["alt", "credit"].map((name) =>
    escapeMarkup(notedText(picture?.[name], locale, note, `media.${name}`)),
  );
  const media = picture
    ? { url: wordIn(picture["url"]) ?? "", ...(alt !== "" && { alt }), ...(credit !== "" && { credit }) }
    : typeof link === "string"
      ? { url: link }
      : undefined;
  const dateText = text("dateText");
  const summary = text("summary");
  return {
    ...datesOf(span, note),
    ...(dateText !== "" && { display_date: dateText }),
    text: { headline: html(text("title")), ...(summary !== "" && { text: html(summary) }) },
    ...(wordIn(of("lane")) !== undefined && { group: wordIn(of("lane")) }),
    ...(media && { media }),
    ...(place && {
      location: {
        name: place.name,
        ...(place.lat !== undefined && { lat: place.lat }),
        ...(place.lon !== undefined && { lon: place.lon }),
      },
    }),
    ...(wordIn(of("id")) !== undefined && { unique_id: wordIn(of("id")) }),
  };
}

/** Line breaks are `<br>` there. */
function html(text: string): string {
  return /\n|\r/.test(text) ? escapeHtml(text) : escapeMarkup(text);
}

function datesOf({ start, end, isInterval, text }: Span, note: RowNotes): object {
  const edge = (side: KnownEdge): Parts => {
    if (side.approximate || side.uncertain) note.loss("date", text, "dates are never approximate or uncertain there");
    if (["season", "decade", "century", "millennium"].includes(side.precision))
      note.loss("date", text, "the coarsest date there is a year");
    return partsOf(side.earliest, side.precision);
  };
  if (!isKnown(start) || !isKnown(end)) note.loss("date", text, "a slide has a start, and an end that is known");
  if (text.startsWith("[") || text.startsWith("{")) note.loss("date", text, "a choice or a set of dates");
  if (text.includes("[u-ca=")) note.loss("date", text, "dates are those of the Gregorian calendar there");
  if (text.split("/").some((part) => part.includes("T") && /(?:Z|[+-]\d\d:?\d\d)$/.test(part)))
    note.loss("date", text, "times have no zone there; they are those of the timeline's clock");
  const first = isKnown(start) ? start : (end as KnownEdge);
  return { start_date: edge(first), ...(isInterval && isKnown(end) && isKnown(start) && { end_date: edge(end) }) };
}

/** The parts of a date down to its precision; a year before the first is negative, and there is no year 0. */
function partsOf(at: Instant, precision: KnownEdge["precision"]): Parts {
  const day = dayOf(at);
  const { year, month, day: ofMonth } = civilFromDay(day);
  const time = Math.round(at - day * DAY);
  const parts: readonly (readonly [string, number])[] = [
    ["year", year <= 0 && year > -10_000 ? year - 1 : year],
    ["month", month],
    ["day", ofMonth],
    ["hour", Math.floor(time / 3_600_000)],
    ["minute", Math.floor(time / 60_000) % 60],
    ["second", Math.floor(time / 1000) % 60],
    ["millisecond", time % 1000],
  ];
  const counts: Partial<Record<KnownEdge["precision"], number>> = {
    month: 2,
    day: 3,
    hour: 4,
    minute: 5,
    second: 6,
    millisecond: 7,
  };
  return Object.fromEntries(parts.slice(0, counts[precision] ?? 1));
}

function erasOf({ eras }: TimelineDocument, notes: Notes, { locale }: WriteSetting): object[] {
  return listOf(eras).flatMap((era, i) => {
    const note = notes.at({ path: `eras[${i}]` });
    const fields = isObject(era) ? era : {};
    const parsed = parseDate(fields["date"]);
    if (!parsed.ok) {
      note.issue(parsed.fault.code, "date", fields["date"], parsed.fault.expected, "error");
      return [];
    }
    if (fields["hue"] !== undefined) note.loss("eras.hue", fields["hue"], "the form has no field for it");
    const dates = datesOf(parsed.span, note) as { start_date: Parts; end_date?: Parts };
    return {
      end_date: dates.start_date,
      ...dates,
      text: { headline: escapeMarkup(notedText(fields["title"], locale, note, "eras.title")) },
    };
  });
}
