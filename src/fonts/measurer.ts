import { textDirection, type Direction } from "../text/direction.js";
import type { TextMeasurer, TextStyle } from "../text/measure.js";
import { tableMeasurer } from "../text/widths.js";
import type { FontFile, HarfBuzz } from "./font-file.js";

const LETTER = /\p{L}/u;
/** What stays with the character before it: marks, joiners, selectors. */
const ATTACHED = /[\p{M}\p{Cf}]/u;

/** A part of a text that one font sets in one direction. */
interface Piece {
  readonly file: FontFile | undefined;
  readonly direction: Direction | undefined;
  readonly text: string;
}

/**
 * Measures by shaping with HarfBuzz, as browsers do: each character in the first font that has it, texts of each direction
 * apart. What no font has is taken from the built-in table.
 *
 * @param files - In the order in which a page falls back.
 */
export function shapingMeasurer(harfbuzz: HarfBuzz, files: readonly FontFile[]): TextMeasurer {
  const table = tableMeasurer();
  const ofWeight = ({ weight }: TextStyle): readonly FontFile[] => {
    const fitting = files.filter(({ weights }) => weights.includes(weight));
    return [...fitting, ...files.filter((file) => !fitting.includes(file))];
  };
  const widthOf = ({ file, text }: Piece, style: TextStyle): number => {
    if (!file) return table.width(text, style);
    const buffer = new harfbuzz.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    const font = file.fontOf(style.weight);
    harfbuzz.shape(font, buffer);
    const units = buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    return (units / font.face.upem) * style.size;
  };
  return {
    width: (text, style) => piecesOf(text, ofWeight(style)).reduce((width, piece) => width + widthOf(piece, style), 0),
  };
}

function piecesOf(text: string, files: readonly FontFile[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    const code = character.codePointAt(0)!;
    const isAttached = ATTACHED.test(character) && last !== undefined;
    const file = isAttached ? last.file : files.find(({ characters }) => characters.has(code));
    const direction = LETTER.test(character) ? textDirection(character, "ltr") : last?.direction;
    const isSame = last?.file === file && (last?.direction ?? direction) === direction;
    if (last && isSame) pieces[pieces.length - 1] = { file, direction, text: last.text + character };
    else pieces.push({ file, direction, text: character });
  }
  return pieces;
}
