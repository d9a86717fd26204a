import type { DateFormat } from "../locale/dates.js";
import type { Words } from "../locale/messages.js";
import type { ResolvedEra } from "../model/eras.js";
import { createText } from "./head.js";
import { create } from "./page.js";

/** Fills a list with the eras and their dates, for those who do not see their bands. */
export function fillEras(list: HTMLUListElement, eras: readonly ResolvedEra[], dates: DateFormat, words: Words): void {
  const document = list.ownerDocument;
  const items = eras.map(({ title, span }) =>
    create(document, "li", "", {}, createText(document, "bdi", "", title), words.separator, dates.spoken(span)),
  );
  list.setAttribute("aria-label", words.say("eras"));
  list.replaceChildren(...items);
  list.hidden = eras.length === 0;
}
