/** What our readers take for HTML. */
export const MARKUP: RegExp = /<[a-z/!]|&[a-z#]/i;

/** A text in which nothing is HTML, for fields that are read as HTML; one without signs of it stays as it is. */
export function escapeMarkup(text: string): string {
  return MARKUP.test(text) ? escapeHtml(text) : text;
}

/** A text as HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\r\n|\n|\r/g, "<br>");
}
