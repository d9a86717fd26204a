import { safeUrl } from "../base/url.js";
import type { EventDraft } from "./draft.js";
import { addSource } from "./draft.js";
import type { RowNotes } from "./notes.js";
import { watchAddress } from "./providers.js";

/** What goes with an event in the data of other timelines: a picture, a film, a page, or code to paste into a page. */
export interface Attachment {
  readonly url: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

const PICTURE = /\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?)$/i;
const SRC = /\bsrc=["']([^"'<>]{1,2000})["']/i;

/** Whether an address is that of a picture, by its end. */
export function isPicture(url: string): boolean {
  return PICTURE.test(url.split(/[?#]/, 1)[0] ?? "");
}

/** Adds a picture to an event; what is no picture becomes a link, and pasted code the page that it shows. */
export function attach(
  event: EventDraft,
  { url, alt, caption, credit }: Attachment,
  note: RowNotes,
  field: string,
): void {
  const given = url.trim();
  if (given === "") return;
  const framed = given.startsWith("<") ? frameOf(given) : undefined;
  const address = given.startsWith("<") ? framed && watchAddress(framed) : given;
  if (address === undefined || address === "" || !safeUrl(address)) {
    note.loss(field, given, "not an address of a picture or of a page that is known; pasted code is never run");
    return;
  }
  if (isPicture(address)) {
    const words = alt === undefined || alt === "" ? caption : alt;
    event.media = [...(event.media ?? []), { url: address, ...(words && { alt: words }), ...(credit && { credit }) }];
    if (alt && caption) note.loss(`${field} caption`, caption, "a picture has a description and a credit, no caption");
    return;
  }
  if (event.url === undefined) event.url = address;
  else addSource(event, { url: address });
  const words = [caption, alt].find((text) => text !== undefined && text !== "");
  if (words !== undefined) note.loss(`${field} caption`, words, "what is no picture becomes a link, without words");
  if (credit) note.loss(`${field} credit`, credit, "what is no picture becomes a link, without words");
}

/** The address that a pasted frame shows. */
function frameOf(code: string): string | undefined {
  const at = code.slice(0, 5000).toLowerCase().indexOf("<iframe");
  return at < 0 ? undefined : SRC.exec(code.slice(at, at + 3000))?.[1];
}
