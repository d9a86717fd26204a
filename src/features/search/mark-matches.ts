import type { Page } from "../../component/page.js";
import type { Columns } from "../../store/columns.js";
import type { Highlighter } from "./highlight.js";
import type { Finder } from "./finder.js";
import { termsOf } from "./match.js";

/** The texts of the panel that are words of an event. */
const TEXTS = ".mizwala-details-title, .mizwala-details-summary, .mizwala-details dd";

/** Marks the words that were looked for in what is drawn of the matches, and the event that was stepped to. */
export function markMatches(
  { marks, labels, details }: Page,
  { events, byId }: Columns,
  highlighter: Highlighter,
  finder: Finder,
): void {
  const { isIdle, matches, now } = finder;
  for (const mark of marks.querySelectorAll<SVGElement>(".mizwala-mark")) {
    const isNow = now !== undefined && mark.dataset["event"] === now;
    if (isNow !== mark.hasAttribute("data-match")) mark.toggleAttribute("data-match");
  }
  const terms = isIdle ? [] : termsOf(finder.filter.text);
  if (terms.length === 0) {
    highlighter.clear();
    return;
  }
  const lines = [...labels.children].filter((label) => {
    const event = events[byId.get((label as HTMLElement).dataset["event"] ?? "") ?? -1];
    return event !== undefined && matches.has(event);
  });
  const linesOf = (isNow: boolean): Element[] =>
    lines
      .filter((label) => ((label as HTMLElement).dataset["event"] === now) === isNow)
      .flatMap((label) => [...label.children]);
  highlighter.mark(terms, { all: [...linesOf(false), ...details.querySelectorAll(TEXTS)], now: linesOf(true) });
}
