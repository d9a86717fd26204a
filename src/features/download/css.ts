/** The style of the forms to choose from, below their button. */
export const DOWNLOAD_CSS: string = `.mizwala-download { position: relative; }
.mizwala-download-forms { position: absolute; z-index: 4; inset-block-start: calc(100% + 6px); inset-inline-end: 0; display: grid; min-width: 144px; padding: 4px; border: 1px solid var(--mizwala-rule); border-radius: var(--mizwala-radius); background: var(--mizwala-paper); box-shadow: 0 4px 16px rgb(0 0 0 / 12%); }
.mizwala-download-forms[hidden] { display: none; }
.mizwala .mizwala-download-form { min-height: 36px; margin: 0; padding: 0 12px; border: 0; border-radius: min(4px, var(--mizwala-radius)); background: none; color: var(--mizwala-ink); font: inherit; font-size: 15px; text-align: start; white-space: nowrap; cursor: pointer; }
.mizwala .mizwala-download-form:hover { background: var(--mizwala-rule); }
.mizwala-download-note { max-width: 240px; margin: 0; padding: 4px 12px; color: var(--mizwala-hue-red); font-size: 14px; }
@media (pointer: coarse) { .mizwala .mizwala-download-form { min-height: 44px; } }
`;
