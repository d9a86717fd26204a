import type { DateFormat } from "../locale/dates.js";
import type { Words } from "../locale/messages.js";
import { breaksOf, type Warp } from "../time/warp.js";
import { create } from "./page.js";

/** Fills a list with what the axis leaves out, for those who do not see where it is broken. A list of events has no axis. */
export function fillBreaks(
  list: HTMLUListElement,
  warp: Warp,
  dates: DateFormat,
  words: Words,
  hasAxis: boolean,
): void {
  const items = breaksOf(warp).map((one) => create(list.ownerDocument, "li", "", {}, dates.skip(one).spoken));
  list.setAttribute("aria-label", words.say("breaks"));
  list.replaceChildren(...items);
  list.hidden = items.length === 0 || !hasAxis;
}
