import { fileURLToPath } from "node:url";
import { access, textOf, type ReadValues } from "./document.js";
import type { Outside } from "./outside.js";
import { writePage } from "./page-text.js";
import { writeFrom } from "./render.js";

/** The options of `mizwala page`. */
export const PAGE_FLAGS = {
  output: { type: "string", short: "o" },
  locale: { type: "string" },
  direction: { type: "string" },
  theme: { type: "string" },
  image: { type: "string" },
} as const;

const BUNDLE = fileURLToPath(new URL("../../dist/mizwala.iife.js", import.meta.url));

/** Makes a page of its own of the document in a file. */
export async function pageFile(
  file: string,
  values: ReadValues & { readonly [Flag in keyof typeof PAGE_FLAGS]?: string | undefined },
  outside: Outside,
): Promise<number> {
  const { output, image, locale, direction, theme } = values;
  return writeFrom(file, values, { locale, direction, theme }, output, outside, async (document) => {
    return writePage(document, await access(textOf(outside.read(BUNDLE, true))), image);
  });
}
