import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as harfbuzz from "harfbuzzjs";

/** @typedef {{ face: harfbuzz.Face, font: harfbuzz.Font, characters: Set<number> }} Font */

const require = createRequire(import.meta.url);
const FILES = {
  latin: {
    400: "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
    700: "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  },
  arabic: {
    400: "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
    700: "@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
  },
};

function load(path) {
  const face = new harfbuzz.Face(new harfbuzz.Blob(readFileSync(require.resolve(path))));
  return { font: new harfbuzz.Font(face), characters: new Set(face.collectUnicodes()) };
}

/** The fonts of one weight, in the order in which a page falls back: the first that has a character sets it. */
export function loadFonts(weight) {
  return [load(FILES.latin[weight]), load(FILES.arabic[weight])];
}

/** The font that sets a character, by its code point. */
export function fontOf(fonts, codePoint) {
  return fonts.find(({ characters }) => characters.has(codePoint));
}

/** Glyphs and advance of a text in one font, in thousandths of an em. */
export function shape({ font }, text) {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  harfbuzz.shape(font, buffer);
  return {
    glyphs: buffer.getGlyphInfos().map(({ codepoint }) => codepoint),
    width: buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0),
  };
}
