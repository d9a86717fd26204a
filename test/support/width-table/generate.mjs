/*
 * Makes src/text/width-table.ts from the fonts, and reference.json beside this file by shaping whole texts with them.
 * Run: node test/support/width-table/generate.mjs, then prettier over both.
 */
import { writeFileSync } from "node:fs";
import { corpus } from "./corpus.mjs";
import { fontOf, shape } from "./fonts.mjs";
import { FORMAT, fonts, lamAlefs, MARK, tableRows } from "./table.mjs";

/** As a page does: each character in the first font that has it, and pieces of one font shaped whole. */
function shapedWidth(text, weight) {
  const pieces = [];
  for (const character of text) {
    const isAttached = MARK.test(character) || FORMAT.test(character);
    const previous = pieces.at(-1);
    const font = isAttached && previous ? previous.font : fontOf(fonts.get(weight), character.codePointAt(0));
    if (previous && previous.font === font) previous.text += character;
    else pieces.push({ font, text: character });
  }
  if (pieces.some(({ font }) => font === undefined)) return undefined;
  return pieces.reduce((sum, piece) => sum + shape(piece.font, piece.text).width, 0);
}

function escaped(text) {
  return text.replace(/[^ !#-[\]-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const out = new URL("../../../src/text/width-table.ts", import.meta.url);
writeFileSync(
  out,
  `// Made by test/support/width-table/generate.mjs from Noto Sans 2.015 and Noto Sans Arabic 2.012 (SIL Open Font License 1.1).

/**
 * Advances in thousandths of an em, then the characters that have them. The first half of the numbers is regular, the
 * second bold; each half has one number for a character that never joins, two (alone, joined to the one before) for one
 * that joins only backwards, four (alone, before, after, both) for one that joins on both sides.
 */
export const WIDTHS: readonly string[] = [
${tableRows()
  .map(([widths, characters]) => `  "${widths}|${escaped(characters)}",`)
  .join("\n")}
];

/** Lam and alef in one: regular alone, regular joined to the one before, bold alone, bold joined. */
export const LAM_ALEF: readonly number[] = [${lamAlefs().join(", ")}];
`,
);

const references = corpus()
  .map(({ lang, text }) => ({ lang, text, regular: shapedWidth(text, 400), bold: shapedWidth(text, 700) }))
  .filter(({ regular }) => regular !== undefined);
writeFileSync(
  new URL("reference.json", import.meta.url),
  `[\n${references.map((reference) => JSON.stringify(reference)).join(",\n")}\n]\n`,
);
