/** The style of a range: a band over the plot, a grip at the top of each edge, and a line of text below the plot. */
export const BRUSH_CSS: string = `.mizwala-plot.is-brushing, .mizwala-plot.is-brushing * { cursor: crosshair; }
.mizwala-button[aria-pressed="true"] { border-color: var(--mizwala-hue-blue); background: var(--mizwala-hue-blue); color: var(--mizwala-paper); }
.mizwala-range { position: absolute; z-index: 1; top: 0; left: 0; width: 100%; height: 100%; pointer-events: none; forced-color-adjust: none; }
.mizwala-range-band { position: absolute; top: 0; left: 0; border: 0 solid var(--mizwala-hue-blue); box-sizing: border-box; pointer-events: none; forced-color-adjust: none; }
.mizwala-range-band::before { content: ""; position: absolute; inset: 0; background: var(--mizwala-hue-blue); opacity: 0.1; }
.mizwala-range-band.is-at-left { border-left-width: 1px; }
.mizwala-range-band.is-at-right { border-right-width: 1px; }
.mizwala-range-band.is-at-top { border-top-width: 1px; }
.mizwala-range-band.is-at-bottom { border-bottom-width: 1px; }
.mizwala .mizwala-range-edge { position: absolute; top: 0; left: 0; width: 24px; height: 24px; margin-top: -18px; border-radius: 4px; pointer-events: auto; cursor: ew-resize; touch-action: pan-y; }
.mizwala-range-edge.is-left { margin-left: -18px; }
.mizwala-range-edge.is-right { margin-left: -6px; }
.mizwala-range-edge::after { content: ""; position: absolute; bottom: 2px; width: 8px; height: 16px; border: 2px solid var(--mizwala-paper); border-radius: 4px; background: var(--mizwala-hue-blue); box-sizing: content-box; }
.mizwala-range-edge.is-left::after { right: 0; }
.mizwala-range-edge.is-right::after { left: 0; }
.mizwala .mizwala-range-edge.is-top, .mizwala .mizwala-range-edge.is-bottom { width: 44px; cursor: ns-resize; }
.mizwala-range-edge.is-bottom { margin-top: -6px; }
.mizwala-range-edge.is-top::after, .mizwala-range-edge.is-bottom::after { left: 12px; width: 16px; height: 8px; }
.mizwala-range-edge.is-bottom::after { top: 0; }
.mizwala-range-edge.is-away { opacity: 0; pointer-events: none; }
.mizwala-range-bar { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; margin: 8px 8px 0; color: var(--mizwala-muted); font-size: 14px; line-height: 24px; }
.mizwala-range-dates { color: var(--mizwala-ink); font-weight: 700; }
.mizwala-range-buttons { display: flex; gap: 6px; margin-inline-start: auto; }
@media (pointer: coarse) {
  .mizwala .mizwala-range-edge { width: 44px; height: 44px; margin-top: -38px; }
  .mizwala-range-edge.is-left { margin-left: -38px; }
  .mizwala .mizwala-range-edge.is-bottom { margin-top: -6px; }
}
@media print { .mizwala-range-edge, .mizwala-range-buttons, .mizwala-brush { display: none; } }
`;
