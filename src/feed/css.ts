/** The style of the line that says what a source does. Its place is kept, so that nothing jumps. */
export const CSS: string = `.mizwala-feed { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; min-height: 28px; margin-top: 4px; font-size: 13px; line-height: 20px; color: var(--mizwala-muted); }
.mizwala-feed[data-state="ready"] { visibility: hidden; }
.mizwala-feed[data-state="failed"] { color: var(--mizwala-ink); }
.mizwala .mizwala-feed-retry { box-sizing: border-box; min-height: 24px; padding: 1px 10px; border: 1px solid var(--mizwala-rule); border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer; }
@media (pointer: coarse) {
  .mizwala-feed, .mizwala .mizwala-feed-retry { min-height: 44px; }
}
@media print { .mizwala-feed { display: none; } }
`;
