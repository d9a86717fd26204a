import { createHash } from "node:crypto";
import type { ResolvedText } from "../model/model.js";
import { prepare, type Prepared } from "../layout/prepare.js";
import { resolveOptions, type TimelineDocument } from "../model/options.js";
import { escapeXML } from "../render/svg/string.js";
import { describe } from "../scene/describe.js";
import { estimateMeasurer } from "../text/measure.js";

const STYLE = `
body { margin: 0; background: #fffefb; color: #16181d; font: 16px/1.6 system-ui, "Noto Sans Arabic", "Segoe UI", sans-serif; }
article { padding: 16px; }
h1 { margin: 0; font-size: 22px; }
@media (prefers-color-scheme: dark) { body { background: #15191e; color: #f1f2f4; } }
`;

const START = `
mizwala.startPage(document.getElementById("timeline"), JSON.parse(document.getElementById("data").textContent));
`;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** JSON that ends no script element. */
const writeJSON = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/**
 * A page of its own for a timeline: document, style and script are inside. Without script it is a list; for search engines it
 * holds the events as data. Its policy allows its own script and style, and files of its own site, which its address may ask for.
 *
 * @param bundle - The script bundle of the library.
 * @param image - The address of a picture of it, for previews of links.
 */
export function writePage(document: TimelineDocument, bundle: string, image?: string): string {
  const data = { ...document, $schema: undefined };
  const options = resolveOptions(data);
  const prepared = prepare(options, estimateMeasurer);
  const { frame, words } = prepared;
  const title = frame.title?.text ?? words.say("timeline");
  const script = `${bundle}${START}`.replace(/<(?=\/script|!--)/gi, "\\x3c");
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(STYLE)}`,
    ...["connect-src 'self'", "base-uri 'none'", "form-action 'none'"],
  ];
  const preview = {
    "og:type": "article",
    "og:title": title,
    "og:description": frame.subtitle?.text,
    "og:image": image,
  };
  return `<!doctype html>
<html lang="${escapeXML(options.locale)}" dir="${options.direction}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXML(title)}</title>
${Object.entries(preview)
  .flatMap(([property, content]) => (content === undefined ? [] : tag("meta", { property, content })))
  .join("\n")}
<style>${STYLE}</style>
<main id="timeline">${writeBase(prepared)}</main>
<script type="application/ld+json">${writeJSON(linkedData(prepared, title))}</script>
<script type="application/json" id="data">${writeJSON(data)}</script>
<script>${script}</script>
</html>
`;
}

/** The timeline as a document for readers without script: its texts, and its events in order of time. */
function writeBase({ columns, frame, setting, words }: Prepared): string {
  const items = columns.events.map((event) => {
    const { title, datetime, date } = describe(event, setting.dates, words);
    return tag("li", {}, `${tag("time", { datetime }, escapeXML(date))}: ${write("bdi", title)}`);
  });
  const parts = [write("h1", frame.title), write("p", frame.subtitle), tag("ol", {}, items.join("\n"))];
  return tag("article", {}, [...parts, write("p", frame.source)].join("\n"));
}

/** The events in the words of schema.org; those whose date that can't write are left out. */
function linkedData({ columns, setting, words }: Prepared, name: string): object {
  const events = columns.events.flatMap((event) => {
    const { title, datetime } = describe(event, setting.dates, words);
    const description = event.summary?.text;
    return datetime === undefined ? [] : [{ "@type": "Event", name: title.text, startDate: datetime, description }];
  });
  const itemListElement = events.map((item, i) => ({ "@type": "ListItem", position: i + 1, item }));
  return { "@context": "https://schema.org", "@type": "ItemList", name, itemListElement };
}

const write = (name: string, text: ResolvedText | undefined): string =>
  text ? tag(name, { lang: text.lang, dir: text.dir }, escapeXML(text.text)) : "";

function tag(name: string, attributes: Readonly<Record<string, string | undefined>>, content?: string): string {
  const given = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? "" : ` ${key}="${escapeXML(value)}"`,
  );
  return `<${name}${given.join("")}>${content === undefined ? "" : `${content}</${name}>`}`;
}
