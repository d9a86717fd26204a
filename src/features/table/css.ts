/** The style of the table below the plot. */
export const TABLE_CSS: string = `.mizwala-table { margin: 16px 8px 0; overflow-x: auto; outline: none; color: var(--mizwala-ink); font-size: 15px; line-height: 24px; }
.mizwala-table table { width: 100%; margin: 0; border: 0; border-collapse: collapse; font: inherit; }
.mizwala-table caption { caption-side: top; padding: 0 0 8px; color: var(--mizwala-muted); }
.mizwala-table :is(th, td) { padding: 6px 0; padding-inline-end: 16px; border: 0; border-top: 1px solid var(--mizwala-rule); background: none; vertical-align: top; overflow-wrap: break-word; }
.mizwala-table thead th { border-top: 0; color: var(--mizwala-muted); font-size: 13px; font-weight: 400; }
.mizwala-table tbody th { font-weight: 700; }
.mizwala .mizwala-table .mizwala-details-link { min-height: 24px; vertical-align: top; color: var(--mizwala-ink); font-weight: 700; }
.mizwala-table-foot { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin: 12px 0 0; color: var(--mizwala-muted); font-size: 14px; }
.mizwala-table-foot .mizwala-button:disabled { opacity: 0.4; cursor: default; }
.mizwala[dir="rtl"] .mizwala-table-turn svg { transform: scaleX(-1); }
.mizwala-table-save { margin-inline-start: auto; }
@media (pointer: coarse) { .mizwala .mizwala-table .mizwala-details-link { min-height: 44px; } }
@media print { .mizwala-table-foot { display: none; } }
`;
