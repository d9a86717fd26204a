import { importPeer } from "../base/peer.js";
import type { FontSet } from "../text/measure.js";
import { embedFonts } from "./embed.js";
import { readFontFile } from "./font-file.js";
import { shapingMeasurer } from "./measurer.js";

/** Fonts from files. */
export interface LoadedFonts extends FontSet {
  /**
   * Puts the fonts into a picture that `renderToSVG` has written, each with only the characters that the picture needs, so
   * that it looks the same wherever it is opened. Needs Node and the package `subset-font`.
   *
   * @param svg - The picture.
   * @returns The picture with the fonts inside.
   * @throws MizwalaError where the package is not installed.
   */
  readonly embedIn: (svg: string) => Promise<string>;
}

/**
 * Loads font files, so that texts of pictures are as wide as they will be, to a fiftieth of a percent, instead of by the
 * built-in table. Needs the package `harfbuzzjs`.
 *
 * @example
 * ```ts
 * async function draw(files: readonly Uint8Array[]): Promise<string> {
 *   const fonts = await loadFonts(files);
 *   return fonts.embedIn(renderToSVG({ ...options, fonts }));
 * }
 * ```
 *
 * @param files - The bytes of TrueType or OpenType files, in the order in which they are asked for a character; regular and
 * bold, or one file with all weights.
 * @returns The fonts, for the option `fonts` of `renderToSVG` and `renderToHTML`.
 * @throws MizwalaError where a file is no such font, or the package is not installed.
 */
export async function loadFonts(files: readonly Uint8Array[]): Promise<LoadedFonts> {
  const harfbuzz = await importPeer("harfbuzzjs", () => import("harfbuzzjs"));
  const fonts = files.map((data, i) => readFontFile(harfbuzz, data, `files[${i}]`));
  return {
    family: [...new Set(fonts.map(({ family }) => `"${family}"`)), "sans-serif"].join(", "),
    measurer: shapingMeasurer(harfbuzz, fonts),
    embedIn: (svg) => embedFonts(svg, fonts),
  };
}
