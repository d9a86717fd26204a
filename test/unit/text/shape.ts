import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as harfbuzz from "harfbuzzjs";

const FILE = "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf";
const face = new harfbuzz.Face(new harfbuzz.Blob(readFileSync(createRequire(import.meta.url).resolve(FILE))));
const font = new harfbuzz.Font(face);
/** The code points that Noto Sans Arabic has. */
export const characters: ReadonlySet<number> = new Set(face.collectUnicodes());
const joiner = shape("\u200d")[0];

/** The glyphs of Arabic letters in reading order, as HarfBuzz shapes them; joiners leave none. */
export function glyphsOf(text: string): number[] {
  return shape(text)
    .reverse()
    .filter((glyph) => glyph !== joiner);
}

function shape(text: string): number[] {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  harfbuzz.shape(font, buffer);
  return buffer.getGlyphInfos().map(({ codepoint }) => codepoint);
}
