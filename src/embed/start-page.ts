import type { Timeline } from "../component/handle.js";
import { createTimeline } from "../component/timeline.js";
import type { TimelineDocument } from "../model/options.js";
import { readAddress } from "./read-address.js";
import { tellHeight } from "./tell-height.js";

/**
 * Starts a page that shows one timeline, such as the one that `npx mizwala page` writes: draws the document, or the file
 * that the address of the page asks for, in the place of what stands in the host, and tells a page around it the height.
 * What stands there stays where nothing can be drawn.
 *
 * @param host - What to draw into.
 * @param document - The timeline of the page.
 * @returns The timeline, once it is drawn.
 */
export async function startPage(host: HTMLElement, document: TimelineDocument): Promise<Timeline> {
  const window = host.ownerDocument.defaultView!;
  const { src, options, select } = readAddress(window.location.href);
  const base = [...host.children];
  const other = src === undefined ? undefined : await fetchDocument(window, src);
  const timeline = createTimeline(host, { headingLevel: 1, ...(other ?? document), ...options } as TimelineDocument);
  for (const element of base) element.remove();
  if (select !== undefined) timeline.select(select);
  tellHeight(window);
  return timeline;
}

/** A document of the same site; without it, the page shows its own. */
async function fetchDocument(window: Window, address: string): Promise<TimelineDocument | undefined> {
  try {
    const found = (await (await window.fetch(address)).json()) as TimelineDocument | TimelineDocument["events"];
    return "length" in found ? { events: found } : found;
  } catch {
    return undefined;
  }
}
