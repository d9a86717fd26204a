import { isObject } from "../../model/rules.js";
import { fieldIn, wordIn } from "../items.js";

/** The JSON of version 1 (`timeline.date[]`, dates as `2012,1,26`) in the form of version 3; anything else as it is. */
export function modernOf(json: unknown): unknown {
  const timeline = fieldIn(json, "timeline");
  const rows = fieldIn(timeline, "date");
  if (!Array.isArray(rows)) return json;
  const eras = fieldIn(timeline, "era");
  return {
    title: {
      text: { headline: fieldIn(timeline, "headline"), text: fieldIn(timeline, "text") },
      media: mediaOf(timeline),
    },
    events: rows.map(slideOf),
    eras: Array.isArray(eras) ? eras.map(slideOf) : undefined,
  };
}

const KNOWN = "startDate endDate headline text tag asset classname type".split(" ");

function slideOf(row: unknown): unknown {
  if (!isObject(row)) return row;
  return {
    ...Object.fromEntries(Object.entries(row).filter(([name]) => !KNOWN.includes(name))),
    start_date: dateOf(fieldIn(row, "startDate")),
    end_date: dateOf(fieldIn(row, "endDate")),
    text: { headline: fieldIn(row, "headline"), text: fieldIn(row, "text") },
    media: mediaOf(row),
    group: fieldIn(row, "tag"),
  };
}

function mediaOf(row: unknown): unknown {
  const asset = fieldIn(row, "asset");
  if (asset === undefined) return undefined;
  return {
    url: fieldIn(asset, "media"),
    credit: fieldIn(asset, "credit"),
    caption: fieldIn(asset, "caption"),
    thumbnail: fieldIn(asset, "thumbnail"),
  };
}

/** Numbers with commas between them, or any other text. */
function dateOf(value: unknown): unknown {
  const text = wordIn(value);
  if (text === undefined || !/^-?\d{1,6}(?:,\d{0,4}){0,6}$/.test(text)) return text;
  const [year, month, day, hour, minute, second] = text.split(",");
  return { year, month, day, hour, minute, second };
}
