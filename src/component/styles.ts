import { CSS } from "../render/css.js";

interface Adopted {
  readonly sheet: CSSStyleSheet;
  users: number;
}

const adopted = new WeakMap<DocumentOrShadowRoot, Adopted>();

/**
 * Gives the document or shadow root the style sheet, once for all timelines in it, as a constructed sheet, which strict
 * content policies allow. Returns what takes it away again with the last of them.
 */
export function adoptStyles(host: Element): () => void {
  const root = host.getRootNode() as Document | ShadowRoot;
  const Sheet = host.ownerDocument.defaultView?.CSSStyleSheet;
  if (!Sheet || !("adoptedStyleSheets" in root)) return () => undefined;
  const entry = adopted.get(root) ?? { sheet: createSheet(Sheet), users: 0 };
  adopted.set(root, entry);
  if (entry.users++ === 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, entry.sheet];
  return () => {
    if (--entry.users > 0) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
    adopted.delete(root);
  };
}

function createSheet(Sheet: typeof CSSStyleSheet): CSSStyleSheet {
  const sheet = new Sheet();
  sheet.replaceSync(CSS);
  return sheet;
}
