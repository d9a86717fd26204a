import { safeUrl } from "../base/url.js";
import type { ResolvedText } from "../model/model.js";
import { createRuns } from "../render/html/dom.js";
import { createLink } from "./link.js";
import { create } from "./page.js";

/** A text with its emphasis, its links and its lines. */
export function createSummary(document: Document, { runs, dir, lang }: ResolvedText): HTMLElement {
  const attributes = { dir, ...(lang === undefined ? {} : { lang }) };
  const content = runs.flatMap((run) => {
    const [words] = createRuns(document, [run]);
    const stressed = run.emphasis === true ? create(document, "em", "", {}, words) : words!;
    const url = run.href === undefined ? undefined : safeUrl(run.href);
    const whole = url ? createLink(document, url, stressed) : stressed;
    return run.newLine === true ? [create(document, "br", ""), whole] : [whole];
  });
  return create(document, "p", "mizwala-details-summary", attributes, ...content);
}
