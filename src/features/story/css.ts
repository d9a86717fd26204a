/** The style rules of a story. */
export const STORY_CSS = `
.mizwala-story { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px 24px; align-items: end; margin: 16px 8px 0; padding: 16px 0; border-block-start: 1px solid var(--mizwala-rule); background: var(--mizwala-paper); touch-action: pan-y; }
.mizwala-story.is-held { position: sticky; z-index: 3; inset-block-end: 0; }
.mizwala-story-body { min-height: 108px; max-width: 44em; align-self: start; overflow-wrap: anywhere; }
.mizwala .mizwala-story-date { margin: 0; color: var(--mizwala-muted); font-size: 13px; line-height: 20px; }
.mizwala-story-title { margin: 0 0 4px; color: var(--mizwala-ink); font-size: 18px; font-weight: 700; line-height: 28px; }
.mizwala .mizwala-story-text { margin: 0; text-wrap: pretty; font-size: 15px; line-height: 1.6; }
.mizwala-story-bar, .mizwala-story-walk { display: flex; gap: 6px; align-items: center; }
.mizwala-story-count { min-width: 5.5em; color: var(--mizwala-muted); font-size: 13px; line-height: 20px; text-align: center; }
.mizwala-story [dir="rtl"] > .mizwala-button svg { transform: scaleX(-1); }
.mizwala-story .mizwala-button[aria-disabled="true"] { border-color: var(--mizwala-rule); color: var(--mizwala-muted); cursor: default; }
.mizwala-story .mizwala-button[aria-disabled="true"] svg { opacity: 0.4; }
.mizwala-tools .mizwala-story-open { width: auto; padding: 0 12px; font-size: 14px; }
.mizwala-label.is-told :is(.mizwala-line.is-title, .mizwala-line.is-compact, .mizwala-line.is-bar) { text-decoration: underline 2px var(--mizwala-accent); text-underline-offset: 5px; }
.mizwala-mark.is-told .mizwala-dot { stroke: var(--mizwala-ink); stroke-width: 2; }
.mizwala[data-story="panel"] .mizwala-event { scroll-margin-block-end: 240px; }
.mizwala-plot.is-held { position: sticky; z-index: 2; top: var(--mizwala-sticky-top, 0px); background: var(--mizwala-paper); }
.mizwala-story.is-column { display: block; margin-block-start: 0; padding: 0; border: 0; }
.mizwala-story-chapter { min-height: 60vh; max-width: 44em; margin: 0; padding: 16px; border-inline-start: 3px solid var(--mizwala-rule); overflow-wrap: anywhere; }
.mizwala-story-chapter.is-told { border-color: var(--mizwala-hue-blue); }
@media (max-width: 640px) {
  .mizwala-story { grid-template-columns: minmax(0, 1fr); }
  .mizwala-story-bar { justify-content: space-between; }
}
@media (forced-colors: active) {
  .mizwala-story .mizwala-button[aria-disabled="true"] { border-color: GrayText; color: GrayText; }
  .mizwala-story .mizwala-button[aria-disabled="true"] svg { opacity: 1; }
}
@media print { .mizwala-story-bar, .mizwala-story-open { display: none; } :is(.mizwala-story, .mizwala-plot).is-held { position: static; } .mizwala-story-chapter { min-height: 0; } }
`;
