/** So many are kept; a page has one for the timeline and one for each feature that has rules. */
const KEPT = 50;

/** The sheets of a window, by their rules: all shadow roots share them, and the next timeline too. */
const made = new WeakMap<typeof CSSStyleSheet, Map<string, CSSStyleSheet>>();
/** How many timelines use a sheet, in each document or shadow root. */
const users = new WeakMap<DocumentOrShadowRoot, WeakMap<CSSStyleSheet, number>>();

/**
 * Gives the document or shadow root a style sheet, once for all timelines in it, as a constructed sheet, which strict
 * content policies allow. Returns what takes it away again with the last of them.
 *
 * @param css - Its rules.
 */
export function adoptStyles(host: Element, css: string): () => void {
  const root = host.getRootNode() as Document | ShadowRoot;
  const Sheet = host.ownerDocument.defaultView?.CSSStyleSheet;
  if (!Sheet || !("adoptedStyleSheets" in root)) return () => undefined;
  const sheet = sheetOf(Sheet, css);
  const counts = users.get(root) ?? new WeakMap<CSSStyleSheet, number>();
  users.set(root, counts);
  const count = (by: 1 | -1): number => {
    const now = (counts.get(sheet) ?? 0) + by;
    counts.set(sheet, now);
    return now;
  };
  if (count(1) === 1) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    if (count(-1) === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** Making one takes as long as drawing a few events. */
function sheetOf(Sheet: typeof CSSStyleSheet, css: string): CSSStyleSheet {
  const sheets = made.get(Sheet) ?? new Map<string, CSSStyleSheet>();
  let sheet = sheets.get(css);
  if (sheet) return sheet;
  if (sheets.size >= KEPT) sheets.clear();
  sheet = new Sheet();
  sheet.replaceSync(css);
  made.set(Sheet, sheets.set(css, sheet));
  return sheet;
}
