import type { prepare } from "../src/layout/prepare.js";
import type { TimelineDocument, resolveOptions } from "../src/model/options.js";
import type { describe } from "../src/scene/describe.js";
import type { estimateMeasurer } from "../src/text/measure.js";

/** The parts of the library that write the base document. */
export interface EmbedLibrary {
  readonly resolveOptions: typeof resolveOptions;
  readonly prepare: typeof prepare;
  readonly describe: typeof describe;
  readonly estimateMeasurer: typeof estimateMeasurer;
}

/** A page without any request: document, style and script are inside, and its policy forbids everything else. */
export function buildEmbed(document: TimelineDocument, bundle: string, library: EmbedLibrary): string;
