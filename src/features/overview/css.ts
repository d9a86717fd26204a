/**
 * The style of an overview. The window is never narrower than its edges need; what is really in view is tinted inside it.
 * Its place and its length along the strip are custom properties, so that a frame changes nothing else.
 */
export const OVERVIEW_CSS: string = `.mizwala-overview { margin: 8px 0 0; forced-color-adjust: none; }
.mizwala-overview-strip { --mizwala-window-least: 48px; position: relative; height: 32px; direction: ltr; cursor: crosshair; touch-action: pan-y; user-select: none; -webkit-user-select: none; -webkit-tap-highlight-color: transparent; }
.mizwala-overview-strip::before { content: ""; position: absolute; inset: 0; border-radius: 4px; background: var(--mizwala-rule); opacity: 0.4; }
.mizwala-overview-picture, .mizwala-overview-labels { position: absolute; top: 0; left: 0; width: 100%; height: 100%; overflow: hidden; border-radius: 4px; pointer-events: none; }
.mizwala-overview-mark.is-quiet { opacity: 0.3; }
.mizwala-overview-part { position: absolute; top: 0; bottom: 0; left: var(--mizwala-window-at, 0px); width: var(--mizwala-window-length, 100%); background: var(--mizwala-hue-blue); opacity: 0.14; pointer-events: none; }
.mizwala-overview-strip[data-whole] .mizwala-overview-part { opacity: 0; }
.mizwala-overview-window { --mizwala-window-width: max(var(--mizwala-window-length, 100%), var(--mizwala-window-least)); position: absolute; top: -2px; bottom: -2px; left: clamp(0px, var(--mizwala-window-at, 0px) + (var(--mizwala-window-length, 100%) - var(--mizwala-window-width)) / 2, 100% - var(--mizwala-window-width)); width: var(--mizwala-window-width); }
.mizwala-overview-frame { position: absolute; inset: 0; border: 2px solid var(--mizwala-hue-blue); border-radius: min(6px, var(--mizwala-radius)); cursor: grab; }
.mizwala-overview-strip:active, .mizwala-overview-strip:active .mizwala-overview-frame { cursor: grabbing; }
.mizwala-overview-strip[data-whole] .mizwala-overview-frame { cursor: crosshair; }
.mizwala .mizwala-overview-edge { position: absolute; z-index: 1; top: 0; bottom: 0; width: 24px; border-radius: 4px; cursor: ew-resize; }
.mizwala-overview-edge.is-left { left: -12px; }
.mizwala-overview-edge.is-right { right: -12px; }
.mizwala-overview-edge::after { content: ""; position: absolute; top: calc(50% - 8px); width: 6px; height: 16px; border-radius: 3px; background: var(--mizwala-hue-blue); }
.mizwala-overview-edge.is-left::after { left: 10px; }
.mizwala-overview-edge.is-right::after { right: 10px; }
.mizwala-overview-axis { position: relative; height: 20px; overflow: hidden; overflow: clip; direction: ltr; }
.mizwala-overview-axis .mizwala-tick-label { color: var(--mizwala-faint); }
@media (pointer: coarse) {
  .mizwala-overview-strip { --mizwala-window-least: 88px; height: 44px; }
  .mizwala .mizwala-overview-edge { width: 44px; }
}
@media print { .mizwala-overview { display: none; } }
`;
