import { PALETTES, type Palette } from "../scene/theme.js";
import { TYPE, type TextRole } from "../text/typography.js";

const colours = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--mizwala-${name}: ${value};`)
    .join(" ");

const types = Object.entries(TYPE)
  .map(
    ([role, { size, weight, line }]) =>
      `.mizwala .is-${role as TextRole} { font-size: ${size}px; font-weight: ${weight}; line-height: ${line}px; }`,
  )
  .join("\n");

/** The font families where the page names none: the system's, then those with good Arabic. */
export const FONT: string =
  'system-ui, "Noto Sans Arabic", "Noto Naskh Arabic", "Segoe UI", "SF Arabic", "Geeza Pro", sans-serif';

/** What shapes say by attributes, which rules of the page for all elements would take away. */
const DRAWN = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "transform",
  "d",
  "x",
  "y",
  "width",
  "height",
  "rx",
]
  .map((property) => `${property}: revert-layer;`)
  .join(" ");

/**
 * The style sheet. Colours and fonts are custom properties without specificity, so that a page overrides them with one
 * plain rule, which only what a reader asks of the system goes before; everything else hangs under `.mizwala`.
 */
export const CSS: string = `:where(.mizwala) { ${colours(PALETTES.light)} --mizwala-focus: var(--mizwala-hue-blue); --mizwala-font: ${FONT}; --mizwala-radius: 8px; color-scheme: light; }
@media (prefers-color-scheme: dark) {
  :where(.mizwala:not([data-theme="light"])) { ${colours(PALETTES.dark)} color-scheme: dark; }
}
:where(.mizwala[data-theme="dark"]) { ${colours(PALETTES.dark)} color-scheme: dark; }
@media (forced-colors: active) {
  :where(.mizwala), :where(.mizwala[data-theme]) {
    ${Object.keys(PALETTES.light)
      .map(
        (name) =>
          `--mizwala-${name}: ${name === "paper" ? "Canvas" : name === "rule" ? "GrayText" : "CanvasText"} !important;`,
      )
      .join(" ")}
    --mizwala-focus: Highlight !important;
  }
  .mizwala svg, .mizwala-event { forced-color-adjust: none; }
  .mizwala :is(.mizwala-legend, .mizwala-swatch) { display: none; }
}
@media (prefers-contrast: more) {
  :where(.mizwala) { --mizwala-muted: var(--mizwala-ink) !important; --mizwala-faint: var(--mizwala-ink) !important; --mizwala-rule: var(--mizwala-ink) !important; --mizwala-axis: var(--mizwala-ink) !important; }
}
.mizwala { position: relative; display: block; box-sizing: border-box; writing-mode: horizontal-tb; margin: 0; padding: 24px clamp(12px, 3%, 24px) 20px; background: var(--mizwala-paper); color: var(--mizwala-ink); font: 400 16px/1.5 var(--mizwala-font); font-variant-numeric: tabular-nums; letter-spacing: normal; word-spacing: normal; text-align: start; text-indent: 0; text-transform: none; white-space: normal; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
.mizwala *, .mizwala *::before, .mizwala *::after { box-sizing: border-box; text-align: inherit; }
.mizwala :not([dir]) { direction: inherit; }
.mizwala[dir="ltr"], .mizwala [dir="ltr"] { direction: ltr; }
.mizwala[dir="rtl"], .mizwala [dir="rtl"] { direction: rtl; }
:where(.mizwala) svg * { ${DRAWN} }
.mizwala [hidden] { display: none !important; }
.mizwala-texts, .mizwala-details-body { min-width: 0; overflow-wrap: anywhere; }
.mizwala-head { display: flex; gap: 16px; align-items: flex-start; justify-content: space-between; margin: 0 0 24px; padding: 0 8px; }
.mizwala-title, .mizwala-subtitle, .mizwala-source { margin: 0; padding: 0; }
${types}
.mizwala .mizwala-subtitle { color: var(--mizwala-muted); }
.mizwala .mizwala-source { margin-top: 8px; padding: 0 8px; color: var(--mizwala-faint); }
.mizwala-controls, .mizwala-tools { display: flex; flex: none; gap: 6px; }
.mizwala-tools { margin-inline-start: auto; }
.mizwala-tools:empty { display: none; }
.mizwala[data-layout="list"] .mizwala-controls { display: none; }
.mizwala button { min-width: 0; min-height: 0; }
.mizwala-button { display: grid; flex: none; place-items: center; width: 32px; height: 32px; margin: 0; padding: 0; border: 1px solid var(--mizwala-rule); border-radius: var(--mizwala-radius); background: var(--mizwala-paper); color: var(--mizwala-muted); font: inherit; cursor: pointer; }
.mizwala-button:hover { border-color: var(--mizwala-faint); color: var(--mizwala-ink); }
.mizwala-button svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; }
@media (pointer: coarse) { .mizwala-button { width: 44px; height: 44px; } }
.mizwala-plot { position: relative; isolation: isolate; height: var(--mizwala-height); direction: ltr; outline: none; cursor: grab; touch-action: pan-y; user-select: none; -webkit-user-select: none; -webkit-tap-highlight-color: transparent; }
.mizwala-plot:active { cursor: grabbing; }
.mizwala[data-layout="list"] .mizwala-plot { cursor: auto; touch-action: auto; user-select: auto; -webkit-user-select: auto; }
.mizwala-marks, .mizwala-labels, .mizwala-list { position: absolute; top: 0; left: 0; width: 100%; height: 100%; margin: 0; padding: 0; }
.mizwala-marks { display: block; max-width: none; overflow: hidden; direction: ltr; }
.mizwala-grip { position: absolute; touch-action: none; }
.mizwala-labels { z-index: 1; overflow: hidden; overflow: clip; pointer-events: none; }
.mizwala[data-layout="flags"][data-orientation="horizontal"] .mizwala-labels { -webkit-mask-image: linear-gradient(to right, transparent, #000 12px, #000 calc(100% - 12px), transparent); mask-image: linear-gradient(to right, transparent, #000 12px, #000 calc(100% - 12px), transparent); }
.mizwala-label, .mizwala-tick-label, .mizwala-gap, .mizwala-more, .mizwala-tip, .mizwala-era-name, .mizwala-now-word, .mizwala-lane, .mizwala-legend { position: absolute; top: 0; left: 0; width: max-content; margin: 0; padding: 0; border: 0; background: none; color: var(--mizwala-muted); font-family: inherit; letter-spacing: normal; pointer-events: none; }
.mizwala .is-left { text-align: left; }
.mizwala .is-middle { text-align: center; }
.mizwala .is-right { text-align: right; }
.mizwala-line { white-space: nowrap; unicode-bidi: isolate; }
[dir="rtl"].mizwala :not([dir="ltr"]), .mizwala [dir="rtl"], .mizwala [dir="rtl"] > b { letter-spacing: normal !important; }
.mizwala-line b { color: var(--mizwala-accent); font-weight: 700; }
.mizwala :is(.mizwala-line.is-title, .mizwala-line.is-compact) { color: var(--mizwala-ink); }
.mizwala .is-tickDetail, .mizwala .is-gap { color: var(--mizwala-faint); }
.mizwala-more { z-index: 3; pointer-events: auto; cursor: pointer; }
.mizwala-more::after { content: ""; position: absolute; inset: -3px -6px; border-radius: 12px; }
.mizwala-more:hover::after { border: 1px solid var(--mizwala-faint); }
.mizwala-label.is-selected :is(.mizwala-line.is-title, .mizwala-line.is-compact, .mizwala-line.is-bar) { text-decoration: underline 2px var(--mizwala-accent); text-underline-offset: 5px; }
.mizwala-mark.is-selected .mizwala-dot { stroke: var(--mizwala-ink); stroke-width: 2; }
.mizwala-mark.is-quiet { opacity: 0.3; }
.mizwala .mizwala-label.is-quiet :is(.mizwala-line, b) { color: var(--mizwala-faint); font-weight: 400; }
.mizwala-tip { z-index: 2; pointer-events: auto; padding: 4px 8px; border: 1px solid var(--mizwala-rule); border-radius: min(6px, var(--mizwala-radius)); background: var(--mizwala-paper); }
.mizwala-tip::after { content: ""; position: absolute; inset: 100% 0 -28px; }
.mizwala[data-layout="list"] .mizwala-labels { overflow: visible; }
.mizwala[data-layout="list"] .mizwala-event { scroll-margin-top: calc(var(--mizwala-sticky-top, 0px) + 44px); }
.mizwala-heading { position: absolute; left: 0; right: 0; }
.mizwala .mizwala-heading > .mizwala-line { position: sticky; z-index: 1; top: var(--mizwala-sticky-top, 0px); margin-inline-start: 32px; padding-inline: 6px 16px; overflow: hidden; background: var(--mizwala-paper); box-shadow: 0 4px 4px var(--mizwala-paper); color: var(--mizwala-ink); text-overflow: ellipsis; pointer-events: auto; }
.mizwala[data-layout="lanes"][data-orientation="horizontal"][data-time-direction="rtl"] .mizwala-labels { -webkit-mask-image: linear-gradient(to right, transparent, #000 12px); mask-image: linear-gradient(to right, transparent, #000 12px); }
.mizwala[data-layout="lanes"][data-orientation="horizontal"][data-time-direction="ltr"] .mizwala-labels { -webkit-mask-image: linear-gradient(to left, transparent, #000 12px); mask-image: linear-gradient(to left, transparent, #000 12px); }
.mizwala-fold { position: absolute; top: 0; left: 0; margin: 0; padding: 0; border: 0; border-radius: min(6px, var(--mizwala-radius)); background: none; font: inherit; cursor: pointer; }
.mizwala-list { list-style: none; pointer-events: none; }
.mizwala-list > li { height: 0; margin: 0; padding: 0; }
.mizwala-list > li::marker { content: ""; }
.mizwala-event { position: absolute; top: 0; left: 0; margin: 0; padding: 0; border: 0; border-radius: min(6px, var(--mizwala-radius)); background: none; color: inherit; font: inherit; pointer-events: auto; cursor: pointer; touch-action: inherit; }
.mizwala-event.is-bar { pointer-events: none; }
.mizwala-event.is-away { width: 1px; height: 1px; pointer-events: none; }
.mizwala .mizwala-hidden { position: absolute; width: 1px; height: 1px; margin: 0; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.mizwala :focus-visible { outline: 2px solid var(--mizwala-focus); outline-offset: 2px; box-shadow: 0 0 0 6px var(--mizwala-paper); }
.mizwala-plot:focus, .mizwala :is(.mizwala-plot, .mizwala-details-title):focus-visible { outline: none; box-shadow: none; }
.mizwala-keys { margin: 0 8px 24px; padding: 12px 16px; border: 1px solid var(--mizwala-rule); border-radius: var(--mizwala-radius); columns: 2 20em; list-style: none; color: var(--mizwala-muted); font-size: 14px; line-height: 24px; }
.mizwala-keys > li { margin: 0; padding: 0; break-inside: avoid; }
.mizwala-empty { margin: 0; padding: 48px 8px; color: var(--mizwala-muted); }
.mizwala-details { margin: 16px 8px 0; padding: 16px 0 8px; border-top: 1px solid var(--mizwala-rule); }
.mizwala-details-head { display: flex; gap: 16px; align-items: flex-start; justify-content: space-between; }
.mizwala-details-body { max-width: 44em; }
.mizwala-details-title { margin: 0; color: var(--mizwala-ink); font-size: 18px; font-weight: 700; line-height: 28px; }
.mizwala-details p { margin: 0 0 8px; font-size: 15px; line-height: 1.6; }
.mizwala .mizwala-details-meta { margin: 0; color: var(--mizwala-muted); font-size: 13px; line-height: 20px; }
.mizwala-details-meta b { color: var(--mizwala-accent); font-weight: 700; }
.mizwala-details-summary em { font-style: normal; font-weight: 700; }
.mizwala-details-fields { display: grid; grid-template-columns: minmax(0, max-content) minmax(0, 1fr); gap: 4px 16px; align-items: baseline; margin: 12px 0 0; padding: 0; font-size: 14px; line-height: 1.6; }
.mizwala-details-fields dt { margin: 0; color: var(--mizwala-muted); font-weight: 400; }
.mizwala-details-fields dd { margin: 0; }
.mizwala-details ul { margin: 0; padding: 0; list-style: none; }
.mizwala-details li { margin: 0; padding: 0; }
.mizwala-details a, .mizwala-details-link { color: var(--mizwala-hue-blue); text-decoration: underline; text-underline-offset: 3px; }
.mizwala-details-link { margin: 0; padding: 0; border: 0; background: none; font: inherit; text-align: start; cursor: pointer; }
.mizwala .mizwala-details-address { margin: 12px 0 0; font-size: 14px; }
.mizwala :is(.mizwala-details-fields, .mizwala-details-address) :is(a, .mizwala-details-link) { display: inline-block; min-height: 24px; }
@media (pointer: coarse) { .mizwala :is(.mizwala-details-fields, .mizwala-details-address) :is(a, .mizwala-details-link) { padding-block: 10px; } }
.mizwala[data-details="beside"] { display: grid; grid-template-columns: minmax(0, 1fr) minmax(280px, 28%); column-gap: 24px; }
.mizwala[data-details="beside"] > :not(.mizwala-details) { grid-column: 1; }
.mizwala[data-details="beside"] > .mizwala-head { grid-column: 1 / -1; }
.mizwala[data-details="beside"] > .mizwala-details { position: sticky; top: 16px; grid-row: 2 / span 12; grid-column: 2; align-self: start; max-height: calc(100vh - 32px); margin-top: 0; padding: 0 0 8px; padding-inline-start: 16px; overflow: auto; border-top: 0; border-inline-start: 1px solid var(--mizwala-rule); }
.mizwala[data-details="popover"] > .mizwala-details { position: absolute; z-index: 3; max-height: min(70vh, 480px); margin: 0; padding: 12px 16px; overflow: auto; border: 1px solid var(--mizwala-rule); border-radius: var(--mizwala-radius); background: var(--mizwala-paper); box-shadow: 0 4px 16px rgb(0 0 0 / 12%); }
.mizwala-media { margin: 0 0 8px; }
.mizwala-media img { display: block; max-width: 100%; max-height: 360px; margin: 0 0 4px; border-radius: 4px; }
@media screen {
  .mizwala-list > li > :not(.mizwala-event, .mizwala-hidden) { display: none; }
}
@media print {
  .mizwala-controls, .mizwala-tools, .mizwala-event, .mizwala-details .mizwala-button, .mizwala[data-layout="list"] .mizwala-list { display: none; }
  .mizwala-plot { height: auto; }
  .mizwala-marks, .mizwala-labels { height: var(--mizwala-height); }
  .mizwala-list { position: static; height: auto; padding: calc(var(--mizwala-height) + 16px) 8px 0; }
  .mizwala[dir="rtl"] .mizwala-list { direction: rtl; }
  .mizwala-list > li { height: auto; break-inside: avoid; }
  .mizwala-list time { margin-inline-start: 12px; color: var(--mizwala-muted); }
  .mizwala-details a[href]::after { content: " \\2066(" attr(href) ")\\2069"; }
  .mizwala[data-details="popover"] > .mizwala-details { position: static; width: auto !important; max-height: none; box-shadow: none; }
}
`;
