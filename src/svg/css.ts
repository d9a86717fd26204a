/**
 * The style rules of a timeline that a server has sent and no script has taken over: the picture is as wide as its place, and
 * the list is read, not pressed. Where there is no script it stands below the picture, as on paper.
 */
export const CSS: string = `.mizwala[data-static] .mizwala-plot { height: auto; cursor: auto; touch-action: auto; user-select: auto; -webkit-user-select: auto; }
.mizwala[data-static] .mizwala-marks { position: static; height: auto; }
.mizwala[data-static] :is(.mizwala-event, .mizwala-keys) { display: none; }
.mizwala[data-static] .mizwala-list { overflow: hidden; clip-path: inset(50%); }
.mizwala[data-static] .mizwala-list > li { height: auto; }
.mizwala[data-static] .mizwala-list > li > :not(.mizwala-event) { display: inline; }
.mizwala[data-static] .mizwala-list time { margin-inline-start: 12px; color: var(--mizwala-muted); }
@media (scripting: none) {
  .mizwala[data-static] .mizwala-controls { display: none; }
  .mizwala[data-static] .mizwala-list { position: static; height: auto; padding: 16px 8px 0; clip-path: none; }
  .mizwala[data-static][dir="rtl"] .mizwala-list { direction: rtl; }
}
`;
