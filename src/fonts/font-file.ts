import type * as harfbuzzjs from "harfbuzzjs";
import type { Face, Font } from "harfbuzzjs";
import { MizwalaError } from "../base/errors.js";

/** HarfBuzz, loaded. */
export type HarfBuzz = typeof harfbuzzjs;

/** The two weights in which a timeline sets its texts. */
export type Weight = 400 | 700;

/** A font file, ready to shape. */
export interface FontFile {
  readonly data: Uint8Array;
  readonly family: string;
  /** Both, where the file holds all weights. */
  readonly weights: readonly Weight[];
  /** The characters that it can set, as code points. */
  readonly characters: ReadonlySet<number>;
  fontOf(weight: Weight): Font;
}

/** The first bytes of TrueType and OpenType. */
const SIGNATURES = new Set(["\0\u0001\0\0", "OTTO", "true"]);
/** In the table of names: the family, and the family where names of styles don't fit the four old ones. */
const [FAMILY, WHOLE_FAMILY] = [1, 16];
/** In the table OS/2: where the weight stands. */
const WEIGHT_AT = 4;
/** From this weight on, a font is bold. */
const BOLD = 600;

/**
 * Reads a font file.
 *
 * @throws MizwalaError where it is none.
 */
export function readFontFile(harfbuzz: HarfBuzz, data: Uint8Array, path: string): FontFile {
  const signature = String.fromCharCode(...data.slice(0, 4));
  const face = SIGNATURES.has(signature) ? new harfbuzz.Face(new harfbuzz.Blob(data)) : undefined;
  const characters = new Set(face?.collectUnicodes());
  if (!face || characters.size === 0) {
    const found = signature.startsWith("wOF") ? "a font compressed for the web" : `${data.length} bytes`;
    throw new MizwalaError({ code: "font-unreadable", path, found, expected: "a TrueType or OpenType font" });
  }
  const isVariable = "wght" in face.getAxisInfos();
  const fonts = new Map<Weight, Font>();
  return {
    data,
    family: familyOf(face),
    weights: isVariable ? [400, 700] : [weightOf(face) < BOLD ? 400 : 700],
    characters,
    fontOf(weight) {
      const known = fonts.get(weight);
      if (known) return known;
      const font = new harfbuzz.Font(face);
      if (isVariable) font.setVariations([new harfbuzz.Variation("wght", weight)]);
      fonts.set(weight, font);
      return font;
    },
  };
}

/** As CSS and XML can say it without quotes of their own. */
function familyOf(face: Face): string {
  const name = face.getName(WHOLE_FAMILY, "en") || face.getName(FAMILY, "en");
  return name.replaceAll(/[^\p{L}\p{N} _-]/gu, "").trim() || "Untitled";
}

function weightOf(face: Face): number {
  const table = face.referenceTable("OS/2");
  return table ? new DataView(table.buffer, table.byteOffset).getUint16(WEIGHT_AT) : 400;
}
