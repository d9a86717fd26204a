/** The style rules of the editing. */
export const EDITING_CSS = `.mizwala-editing { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin: 0 8px 16px; }
.mizwala-editing-group { display: flex; flex: none; gap: 4px; }
.mizwala-editing-target { min-width: 0; overflow: hidden; color: var(--mizwala-muted); font-size: 14px; line-height: 24px; text-overflow: ellipsis; white-space: nowrap; }
.mizwala-editing .mizwala-button[aria-disabled="true"] { border-color: var(--mizwala-rule); color: var(--mizwala-faint); opacity: 0.5; cursor: default; }
.mizwala-editing [data-time="rtl"] svg { transform: scaleX(-1); }
.mizwala-editing [data-time="down"] svg { transform: rotate(90deg); }
.mizwala[dir="rtl"] .mizwala-editing :is([data-tool="undo"], [data-tool="redo"]) svg { transform: scaleX(-1); }
.mizwala-editing [data-lanes="ltr"] svg { transform: rotate(-90deg); }
.mizwala-editing [data-lanes="rtl"] svg { transform: rotate(90deg); }
.mizwala .mizwala-draft-date { z-index: 3; pointer-events: none; background: var(--mizwala-ink); border-color: var(--mizwala-ink); }
.mizwala .mizwala-draft-date :is(.mizwala-line, b) { color: var(--mizwala-paper); }
.mizwala-draft.is-edge { stroke-width: 2; }
.mizwala[data-editing] .mizwala-event { cursor: move; }
.mizwala[data-editing] :is(.mizwala-event[aria-current="true"], .mizwala-mark.is-selected) { touch-action: none; }
.mizwala[data-grip="along"] :is(.mizwala-plot, .mizwala-event, .mizwala-mark) { cursor: ew-resize; }
.mizwala[data-grip="down"] :is(.mizwala-plot, .mizwala-event, .mizwala-mark) { cursor: ns-resize; }
.mizwala[data-layout="list"] .mizwala-event { cursor: pointer; }
.mizwala-rename { position: absolute; z-index: 4; top: 0; left: 0; height: 28px; margin: 0; padding: 0 8px; border: 2px solid var(--mizwala-focus); border-radius: min(6px, var(--mizwala-radius)); background: var(--mizwala-paper); color: var(--mizwala-ink); font: 700 16px/1.5 var(--mizwala-font); user-select: text; -webkit-user-select: text; }
.mizwala .mizwala-rename:focus-visible { outline: none; box-shadow: none; }
@media (forced-colors: active) { .mizwala .mizwala-draft-date { forced-color-adjust: none; } .mizwala-editing .mizwala-button[aria-disabled="true"] { border-color: GrayText; color: GrayText; opacity: 1; } }
@media (pointer: coarse) { .mizwala-rename { height: 44px; } }
@media print { .mizwala-editing { display: none; } }
`;
