interface Adopted {
  readonly sheet: CSSStyleSheet;
  users: number;
}

/** By their rules, for each document or shadow root. */
const adopted = new WeakMap<DocumentOrShadowRoot, Map<string, Adopted>>();

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
  const sheets = adopted.get(root) ?? new Map<string, Adopted>();
  const entry = sheets.get(css) ?? { sheet: createSheet(Sheet, css), users: 0 };
  adopted.set(root, sheets.set(css, entry));
  if (entry.users++ === 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, entry.sheet];
  return () => {
    if (--entry.users > 0) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
    sheets.delete(css);
  };
}

function createSheet(Sheet: typeof CSSStyleSheet, css: string): CSSStyleSheet {
  const sheet = new Sheet();
  sheet.replaceSync(css);
  return sheet;
}
