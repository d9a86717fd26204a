// What the table of widths is made of: the widths of all its characters in their forms, as the fonts have them.
import { fontOf, loadFonts, shape } from "./fonts.mjs";

const WEIGHTS = [400, 700];
const BLOCKS = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x2000, 0x2026],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2122],
  [0xfd3e, 0xfd3f],
  [0xfdf2, 0xfdf2],
  [0xfdfa, 0xfdfa],
];
const JOINER = "\u200d";
const TATWEEL = "\u0640";
const LAM = "\u0644";
const ALEFS = "\u0627\u0622\u0623\u0625";
export const MARK = /\p{M}/u;
export const FORMAT = /\p{Cf}/u;
const JOINING = /(?=\p{Script=Arabic})\p{L}/u;
/** Widths that differ by less than this, in thousandths of an em, are written as one: less than an eighth of a pixel. */
const GRAIN = 4;

export const fonts = new Map(WEIGHTS.map((weight) => [weight, loadFonts(weight)]));

function round(width) {
  return GRAIN * Math.round(width / GRAIN);
}

/** A letter that joins to none after it. What stands alone is measured behind it: a heh on its own line is another glyph. */
const DAL = "\u062f";

/** The texts in which a character takes its forms: isolated, final, initial, medial; as many as it has. */
function formsOf(character, font) {
  if (character === TATWEEL) return [character, character, character, character];
  if (!JOINING.test(character)) return [character];
  const glyphs = (text) => shape(font, text).glyphs;
  const joiner = glyphs(JOINER)[0];
  const own = glyphs(character).join();
  const changes = (text) =>
    own !==
    glyphs(text)
      .filter((glyph) => glyph !== joiner)
      .join();
  const forms = [DAL + character];
  if (changes(JOINER + character)) forms.push(JOINER + character);
  if (changes(character + JOINER)) forms.push(character + JOINER, JOINER + character + JOINER);
  return forms;
}

function widthOf(font, text) {
  const width = shape(font, text).width;
  return text.startsWith(DAL) && text !== DAL ? width - shape(font, DAL).width : width;
}

/** Widths, and the characters that have them. */
export function tableRows() {
  const rows = new Map();
  for (const [first, last] of BLOCKS) {
    for (let codePoint = first; codePoint <= last; codePoint++) {
      const character = String.fromCodePoint(codePoint);
      if (MARK.test(character) || FORMAT.test(character) || !fontOf(fonts.get(400), codePoint)) continue;
      const widths = WEIGHTS.flatMap((weight) => {
        const font = fontOf(fonts.get(weight), codePoint);
        return formsOf(character, font).map((text) => round(widthOf(font, text)));
      });
      const key = widths.join(" ");
      rows.set(key, (rows.get(key) ?? "") + character);
    }
  }
  return [...rows].sort(([, a], [, b]) => (a < b ? -1 : 1));
}

/** The widths of lam and alef in one. */
export function lamAlefs() {
  return WEIGHTS.flatMap((weight) => {
    const font = fontOf(fonts.get(weight), LAM.codePointAt(0));
    return ["", JOINER].map((before) => {
      const widths = [...ALEFS].map((alef) => shape(font, before + LAM + alef).width);
      return round(widths.reduce((sum, width) => sum + width, 0) / widths.length);
    });
  });
}
