import type { Opener, ReadableFormat, Reader, WritableFormat, Writer } from "./format.js";

/** Where the reader of each form is; it is loaded when it is used. */
export const READERS: Readonly<Record<ReadableFormat, () => Promise<{ readonly read: Reader }>>> = {
  mizwala: () => import("./read-document.js"),
  ndjson: () => import("./read-ndjson.js"),
  csv: () => import("./csv/read.js"),
  timelinejs: () => import("./timelinejs/read.js"),
  "vis-timeline": () => import("./read-vis-timeline.js"),
  eventdrops: () => import("./read-eventdrops.js"),
  "timelines-chart": () => import("./read-timelines-chart.js"),
  simile: () => import("./simile/read.js"),
  markwhen: () => import("./markwhen/read.js"),
  icalendar: () => import("./icalendar/read.js"),
  "json-ld": () => import("./json-ld/read.js"),
  wikidata: () => import("./read-wikidata.js"),
  mermaid: () => import("./read-mermaid.js"),
  geojson: () => import("./read-geojson.js"),
};

/** The forms that can be read piece by piece, and where their readers are. */
export const STREAMS: Readonly<Partial<Record<ReadableFormat, () => Promise<{ readonly open: Opener }>>>> = {
  csv: () => import("./csv/read.js"),
  ndjson: () => import("./read-ndjson.js"),
};

/** Where the writer of each form is. */
export const WRITERS: Readonly<Record<WritableFormat, () => Promise<{ readonly write: Writer }>>> = {
  mizwala: () => import("./write-document.js"),
  ndjson: () => import("./write-ndjson.js"),
  csv: () => import("./csv/write.js"),
  timelinejs: () => import("./timelinejs/write.js"),
  icalendar: () => import("./icalendar/write.js"),
  "json-ld": () => import("./json-ld/write.js"),
  markdown: () => import("./write-markdown.js"),
  text: () => import("./write-text.js"),
};
