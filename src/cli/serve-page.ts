import { languageDirection } from "../model/language.js";
import { escapeXML } from "../render/svg/string.js";

/** What the page of `mizwala serve` says. */
export interface ServedPage {
  readonly title: string;
  readonly locale: string;
}

/** Nothing comes from elsewhere, and nothing of this page is code but its own files. */
export const PAGE_POLICY: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors *",
].join("; ");

/** The page that shows a source. */
export function servedPage({ title, locale }: ServedPage): string {
  const direction = languageDirection(locale) ?? "ltr";
  return `<!doctype html>
<html lang="${escapeXML(locale)}" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXML(title)}</title>
<link rel="stylesheet" href="page.css">
<main id="timeline"></main>
<script src="mizwala.js"></script>
<script src="source.js"></script>
<script src="page.js"></script>
</html>
`;
}

/** The script of the page. */
export const PAGE_SCRIPT: string = `const { title, documentElement } = document;
window.timeline = mizwala.createTimeline(document.getElementById("timeline"), {
  title,
  locale: documentElement.lang,
  hash: true,
  features: [mizwala.search(), mizwala.overview()],
  events: mizwalaSource.fromSource(mizwalaSource.httpSource(new URL("v1/events", document.baseURI))),
});
`;

/** The style of the page. */
export const PAGE_STYLE: string = `:root { color-scheme: light dark; }
body { margin: 0; background: #fffefb; color: #16181d; font: 16px/1.6 system-ui, "Noto Sans Arabic", "Segoe UI", sans-serif; }
main { padding: 16px; }
@media (prefers-color-scheme: dark) { body { background: #15191e; color: #f1f2f4; } }
`;
