import { foldText } from "../text/fold.js";

/** No longer text is looked for whatever its spelling, in UTF-16 units. */
export const LONGEST_SPELLING = 100;

/** Where letters stand that are written in several ways: Latin, Greek, Cyrillic, Arabic, and signs without width. */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x0009, 0x024f],
  [0x0300, 0x052f],
  [0x0600, 0x06ff],
  [0x0750, 0x077f],
  [0x1e00, 0x1eff],
  [0x2000, 0x202f],
  [0xfeff, 0xfeff],
];
const SPECIAL = /[\\^$.*+?()[\]{}|/]/;
/** What no text holds that readers see. */
const UNSEEN = /[\p{Cc}\p{Cs}]/gu;

interface Spellings {
  /** What a letter is folded to; empty for what writers leave out. */
  readonly folded: ReadonlyMap<string, string>;
  /** The class of the letters that are folded to one, where that is more than itself. */
  readonly classes: ReadonlyMap<string, string>;
  /** The class of signs that writers leave out. */
  readonly dropped: string;
}

let spellings: Spellings | undefined;

/**
 * A pattern that finds a text as readers write it, without regard to case, accents, diacritics and the forms of Arabic letters. It
 * is made of nothing but letters, classes of letters, and `*` behind a class, and so means the same in all engines.
 *
 * @returns Empty for a text without letters.
 */
export function spellingPattern(text: string): string {
  const { classes, dropped } = (spellings ??= findSpellings());
  return [...lettersOf(text)].map((letter) => classes.get(letter) ?? escape(letter)).join(`${dropped}*`);
}

/** What a text is looked for by: an engine has a pattern for it, and `spell` the same for a page. */
export function lettersOf(text: string): string {
  return foldText(text).replace(UNSEEN, "");
}

/** A text in which its letters are found that the pattern finds in it. */
export function spell(text: string): string {
  const { folded } = (spellings ??= findSpellings());
  return [...text].map((letter) => folded.get(letter) ?? letter).join("");
}

function findSpellings(): Spellings {
  const folded = new Map<string, string>();
  const written = new Map<string, number[]>();
  for (const [first, last] of RANGES)
    for (let code = first; code <= last; code++) {
      const letter = foldText(String.fromCharCode(code));
      if (letter.length > 1) continue;
      folded.set(String.fromCharCode(code), letter);
      written.set(letter, [...(written.get(letter) ?? []), code]);
    }
  const classes = new Map<string, string>();
  for (const [letter, codes] of written)
    if (letter !== "" && !SPECIAL.test(letter) && codes.length > 1) classes.set(letter, classOf(codes));
  return { folded, classes, dropped: classOf(written.get("")!) };
}

/** Codes in ascending order as a class; none of them means anything in one. */
function classOf(codes: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const parts = ranges.map(([first, last]) => {
    const [from, to] = [String.fromCharCode(first), String.fromCharCode(last)];
    return first === last ? from : `${from}-${to}`;
  });
  return `[${parts.join("")}]`;
}

function escape(letter: string): string {
  return SPECIAL.test(letter) ? `\\${letter}` : letter;
}
