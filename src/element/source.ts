import { isObject } from "../model/rules.js";
import type { TimelineEvent } from "../model/input.js";
import type { OptionChanges } from "../model/options.js";

/** A file that holds a timeline, or its events. */
interface SourceFile {
  readonly url: string;
  /** As the server says it; empty where it says nothing. */
  readonly type: string;
  readonly text: string;
}

/**
 * Fetches a file and reads it.
 *
 * @param url - Where it is, as the author wrote it.
 * @param base - What that is relative to.
 * @throws Error where it can't be had or read.
 */
export async function loadSource(
  window: Window,
  url: string,
  base: string,
  signal: AbortSignal,
): Promise<OptionChanges> {
  const address = new URL(url, base).href;
  const response = await window.fetch(address, { signal });
  if (!response.ok) throw new Error(`${url}: the server answers ${response.status}`);
  const type = response.headers.get("content-type") ?? "";
  return readSource({ url, type, text: await response.text() });
}

/** Reads the text of a file: a timeline document, or a list of events alone. Further formats have their place here. */
function readSource({ url, text }: SourceFile): OptionChanges {
  const found: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  if (Array.isArray(found)) return { events: found as readonly TimelineEvent[] };
  if (isObject(found)) return found;
  throw new Error(`${url}: found no timeline, expected an object with a list of events, or the list alone`);
}
