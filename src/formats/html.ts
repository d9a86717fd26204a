import type { TextPart } from "../model/input.js";
import { safeUrl } from "../base/url.js";
import { cleanText } from "../text/clean.js";
import { addSource, type EventDraft } from "./draft.js";
import { MARKUP } from "./escape.js";
import { loadMarkup, type MarkupWalker } from "./markup.js";
import type { RowNotes } from "./notes.js";
import { watchAddress } from "./providers.js";

/** What a text in HTML says. */
interface HtmlText {
  readonly text: string;
  /** Where in it emphasis and links change, in order; the first at its beginning. */
  readonly turns: readonly Turn[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
  readonly pictures: readonly { readonly url: string; readonly alt: string | undefined }[];
  readonly frames: readonly string[];
  /** The elements whose look is lost. */
  readonly styled: ReadonlySet<string>;
}

/** How the words are from a place in a text on. */
interface Turn {
  readonly at: number;
  readonly emphasis: boolean;
  readonly url: string | undefined;
}

type ReadField<Text> = (value: unknown, event: EventDraft, note: RowNotes, field: string) => Text | undefined;

/** Reads a field that may hold HTML into an event: its text, its links as sources, its pictures as media. */
export interface HtmlReader extends ReadField<string> {
  /** The same for a summary, which keeps emphasis, links and lines. */
  readonly rich: ReadField<string | readonly TextPart[]>;
}

/** More of one field is not looked at, in UTF-16 units. */
const LONGEST = 50_000;
const BLOCKS = new Set(
  "p div li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section article figure dd dt hr".split(" "),
);
const SILENT = new Set("script style template noscript head title object svg math select textarea".split(" "));
const EMPHASIS = new Set("b strong em i".split(" "));
const STYLED = new Set([
  ...EMPHASIS,
  ..."u s mark sup sub small big font code h1 h2 h3 h4 h5 h6 table blockquote".split(" "),
]);
/** What else is an element; anything else in angle brackets is a text that happens to look so. */
const KNOWN: ReadonlySet<string> = new Set([
  ..."a abbr acronym address area aside audio base bdi bdo body button canvas caption center cite col colgroup data dd del".split(
    " ",
  ),
  ..."details dfn dialog dl dt embed fieldset figcaption footer form frame frameset header hgroup html iframe img input".split(
    " ",
  ),
  ..."ins kbd label legend link main map menu meta meter nav o:p object output param picture pre progress q rp rt ruby".split(
    " ",
  ),
  ..."s samp slot source span strike summary tbody td tfoot th thead time track tt var video wbr html-blob br".split(
    " ",
  ),
  ...[...BLOCKS, ...SILENT, ...STYLED],
]);
const BLANKS = /[ \t\r\n\f]+/g;

/** Reads fields with HTML; the parser is loaded only where something in the data looks like HTML, or where they are to come. */
export async function createHtmlReader(data?: string): Promise<HtmlReader> {
  const walk = data === undefined || mayHaveMarkup(data) ? await loadMarkup() : undefined;
  const reader =
    <Text>(textOf: (read: HtmlText) => Text, isLost: (name: string) => boolean): ReadField<string | Text> =>
    (value, event, note, field) => {
      if (typeof value === "number") return String(value);
      if (value === undefined || value === null) return undefined;
      if (typeof value !== "string") {
        note.issue("text-unreadable", field, value, "a text");
        return undefined;
      }
      if (!walk || !MARKUP.test(value)) return value.trim();
      const read = readHtml(value, walk);
      keepParts(read, [...read.styled].filter(isLost), event, note, field);
      if (value.length > LONGEST) note.loss(field, value, `only the first ${LONGEST} characters are read`);
      return textOf(read);
    };
  const plain = reader(
    ({ text }) => text,
    () => true,
  );
  return Object.assign(plain, { rich: reader(piecesOf, (name) => !EMPHASIS.has(name)) });
}

/** Looks for the letters first, which is many times faster in a long text. */
function mayHaveMarkup(data: string): boolean {
  return (data.includes("<") || data.includes("&")) && MARKUP.test(data);
}

/** The text in pieces, where any of it is more than words and lines. */
function piecesOf({ text, turns }: HtmlText): string | readonly TextPart[] {
  const parts = turns.map(({ at, emphasis, url }, i): TextPart => {
    const words = text.slice(at, turns[i + 1]?.at);
    const look = { ...(emphasis && { emphasis }), ...(url !== undefined && safeUrl(url) && { url }) };
    return Object.keys(look).length === 0 ? words : { text: words, ...look };
  });
  const pieces = parts.filter((part) => (typeof part === "string" ? part : part.text) !== "");
  return pieces.some((part) => typeof part !== "string") ? pieces : text;
}

function readHtml(html: string, walk: MarkupWalker): HtmlText {
  const links: { text: string; url: string }[] = [];
  const pictures: { url: string; alt: string | undefined }[] = [];
  const frames: string[] = [];
  const styled = new Set<string>();
  let text = "";
  let silent = 0;
  let link: { from: number; url: string } | undefined;
  let stress = 0;
  const turns: Turn[] = [{ at: 0, emphasis: false, url: undefined }];
  const turn = (): void => {
    turns.push({ at: text.length, emphasis: stress > 0, url: link?.url });
  };
  const breakLine = (): void => {
    text = text.replace(/ $/, "");
    if (text !== "" && !text.endsWith("\n")) text += "\n";
  };
  walk(html.slice(0, LONGEST), "html", {
    open: (name, attributes) => {
      if (SILENT.has(name)) silent++;
      else if (!KNOWN.has(name) && silent === 0) text += `<${name}>`;
      if (STYLED.has(name)) styled.add(name);
      if (name === "br" || BLOCKS.has(name)) breakLine();
      if ((name === "td" || name === "th") && !/(?:^|\s)$/.test(text)) text += " ";
      const { href, src, alt } = attributes;
      if (name === "a" && href !== undefined) link = { from: text.length, url: href };
      if (EMPHASIS.has(name)) stress++;
      if (EMPHASIS.has(name) || name === "a") turn();
      if (name === "img" && src !== undefined) pictures.push({ url: src, alt: alt?.trim() });
      if ((name === "iframe" || name === "video" || name === "audio" || name === "embed") && src !== undefined)
        frames.push(src);
    },
    text: (piece) => {
      if (silent > 0) return;
      const words = piece.replace(BLANKS, " ");
      text += text === "" || /\s$/.test(text) ? words.replace(/^ /, "") : words;
    },
    close: (name) => {
      if (SILENT.has(name)) silent--;
      if (EMPHASIS.has(name)) {
        stress--;
        turn();
      }
      if (BLOCKS.has(name)) breakLine();
      if (name !== "a" || !link) return;
      links.push({ text: text.slice(link.from).trim(), url: link.url });
      link = undefined;
      turn();
    },
  });
  return { text: text.trim(), turns, links, pictures, frames, styled };
}

function keepParts(
  { links, pictures, frames }: HtmlText,
  styled: readonly string[],
  event: EventDraft,
  note: RowNotes,
  field: string,
): void {
  for (const { text, url } of links) {
    if (safeUrl(url)) addSource(event, { ...(text !== "" && text !== url && { title: text }), url });
    else note.loss(field, url, "a link that may not be followed; its words are kept");
  }
  for (const { url, alt } of pictures) {
    if (safeUrl(url)) event.media = [...(event.media ?? []), { url, ...(alt !== undefined && alt !== "" && { alt }) }];
    else note.loss(field, url, "the address of a picture that may not be loaded");
  }
  for (const frame of frames) {
    const url = watchAddress(frame);
    if (url !== undefined) addSource(event, { url });
    else note.loss(field, frame, "a frame of a site that is not known for films, sound or maps");
  }
  if (styled.length > 0)
    note.loss(field, cleanText(styled.join(", "), 80), "the look of words in HTML; the words are kept");
}
