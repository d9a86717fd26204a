import { HIGHLIGHTS } from "./highlight.js";

const LIGHT = "--mizwala-match: #f8cf4980; --mizwala-match-now: #f09e1fb3; --mizwala-match-ink: #16181d;";
const DARK = "--mizwala-match: #c99a1080; --mizwala-match-now: #d88a00b3; --mizwala-match-ink: #ffffff;";

const highlight = (name: keyof typeof HIGHLIGHTS, paint: string): string =>
  `.mizwala ::highlight(${HIGHLIGHTS[name]}) { ${paint} }`;

/**
 * The style rules of the search. Colours let the letters of other lines shine through, which Arabic fonts are high enough to
 * reach. WebKit misplaces highlights in what can't be selected.
 */
export const SEARCH_CSS: string = `:where(.mizwala) { ${LIGHT} }
@media (prefers-color-scheme: dark) {
  :where(.mizwala:not([data-theme="light"])) { ${DARK} }
}
:where(.mizwala[data-theme="dark"]) { ${DARK} }
${highlight("all", "background-color: var(--mizwala-match); color: var(--mizwala-match-ink);")}
${highlight("now", "background-color: var(--mizwala-match-now); color: var(--mizwala-match-ink);")}
.mizwala .mizwala-label { -webkit-user-select: text; user-select: text; }
.mizwala [data-match="all"], .mizwala [data-match="now"] { text-decoration: underline 2px var(--mizwala-match-now); text-underline-offset: 4px; }
.mizwala-mark[data-match] :is(.mizwala-halo, .mizwala-dot:first-child) { paint-order: stroke; stroke: var(--mizwala-match-now); stroke-width: 8; }
.mizwala-mark[data-match] :is(.mizwala-bar, .mizwala-arrow) { fill: var(--mizwala-match-now); }
.mizwala-search { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: -8px 0 16px; padding: 0 8px; font-size: 14px; line-height: 20px; }
.mizwala-search-field { display: flex; flex: 1 1 220px; align-items: center; max-width: 420px; min-width: 0; height: 36px; padding-inline-start: 10px; border: 1px solid var(--mizwala-faint); border-radius: var(--mizwala-radius); background: var(--mizwala-paper); color: var(--mizwala-muted); }
.mizwala-search-field:focus-within { outline: 2px solid var(--mizwala-focus); outline-offset: 1px; }
.mizwala-search-field > svg { flex: none; width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; }
.mizwala .mizwala-search-input { flex: 1; min-width: 0; height: 100%; margin: 0; padding: 0 8px; border: 0; outline: none; background: none; color: var(--mizwala-ink); font: inherit; font-size: 16px; -webkit-appearance: none; appearance: none; }
.mizwala .mizwala-search-input:focus-visible { outline: none; box-shadow: none; }
.mizwala .mizwala-search-input::placeholder { color: var(--mizwala-faint); opacity: 1; }
.mizwala-search-input::-webkit-search-cancel-button, .mizwala-search-input::-webkit-search-decoration { display: none; }
.mizwala-search-field .mizwala-button { width: 32px; height: 32px; border: 0; }
.mizwala-search-found { display: flex; flex: 1 1 auto; gap: 8px; align-items: center; }
.mizwala-search-count { flex: 1; padding: 0 4px; color: var(--mizwala-muted); }
.mizwala-search .mizwala-button[aria-disabled="true"] { opacity: 0.5; cursor: default; }
.mizwala .mizwala-search-text { min-height: 32px; margin: 0; padding: 0 12px; border: 1px solid var(--mizwala-rule); border-radius: var(--mizwala-radius); background: var(--mizwala-paper); color: var(--mizwala-muted); font: inherit; cursor: pointer; }
.mizwala-search-text:hover { border-color: var(--mizwala-faint); color: var(--mizwala-ink); }
.mizwala-search-text[aria-expanded="true"] { border-color: var(--mizwala-faint); color: var(--mizwala-ink); }
.mizwala-search-choices { flex: 1 0 100%; min-width: 0; padding: 12px 0 4px; border-top: 1px solid var(--mizwala-rule); }
.mizwala-choice-group { display: flex; flex-wrap: wrap; gap: 0 16px; margin: 0 0 8px; }
.mizwala-choice-heading { flex: 0 0 88px; padding: 6px 0; color: var(--mizwala-muted); font-weight: 700; }
.mizwala-choice-list { display: flex; flex: 1 1 280px; flex-wrap: wrap; gap: 0 20px; min-width: 0; max-height: 144px; overflow-y: auto; overflow-wrap: anywhere; }
.mizwala .mizwala-choice { flex: 0 1 auto; display: inline-flex; gap: 6px; align-items: center; min-height: 32px; color: var(--mizwala-ink); cursor: pointer; }
.mizwala-choice input[type="checkbox"] { flex: none; width: 16px; height: 16px; margin: 2px; accent-color: var(--mizwala-hue-blue); cursor: inherit; }
.mizwala-choice-dot { flex: none; width: 8px; height: 8px; border-radius: 50%; }
.mizwala-choice-count { color: var(--mizwala-faint); }
.mizwala .mizwala-choice-date { width: 9em; height: 32px; margin: 4px 0; padding: 0 8px; border: 1px solid var(--mizwala-faint); border-radius: min(6px, var(--mizwala-radius)); background: var(--mizwala-paper); color: var(--mizwala-ink); font: inherit; font-size: 16px; }
.mizwala .mizwala-choice-date[aria-invalid="true"] { border-color: var(--mizwala-hue-red); outline: 1px solid var(--mizwala-hue-red); }
@media (pointer: coarse) {
  .mizwala-search-field { height: 46px; }
  .mizwala-search-field .mizwala-button { width: 44px; height: 44px; }
  .mizwala .mizwala-search-text, .mizwala-choice, .mizwala .mizwala-choice-date { min-height: 44px; }
}
@media (forced-colors: active) {
  ${highlight("all", "background-color: Mark; color: MarkText;")}
  ${highlight("now", "background-color: Highlight; color: HighlightText;")}
  :where(.mizwala), :where(.mizwala[data-theme]) { --mizwala-match-now: Highlight; }
  .mizwala-choice-dot { forced-color-adjust: none; }
}
@media print { .mizwala-search, .mizwala-search-tool { display: none; } }
`;
