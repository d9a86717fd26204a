/** A text in which spellings of one word are alike, with the way back to the text it was. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, and for its end, where that stood before. */
  readonly at: readonly number[];
}

/** Marks, format characters such as ZWNJ, tatweel, hamza on no letter, half rings: writers leave them out at will. */
const DROPPED = /[\p{Mn}\p{Me}\p{Cf}\u0621\u0640\u0674\u06e5\u06e6\u02bc\u02be\u02bf]/gu;
/** After compatibility decomposition, which takes hamza and accents off their letters and ligatures apart. */
const FROM = "ٱٲٳىیېۍےکڪگةەہھۃپچژڤøłđðħıς–—‐−’‘،؛";
const TO = "ااايييييكككهههههبجزفolddhiσ----'',,";
const LONGER: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", þ: "th" };
/** Where the digits of Arabic and of Persian begin. */
const ZEROS = [0x0660, 0x06f0];

/** Characters that were folded before; there are more in Unicode than are worth remembering. */
const known = new Map<string, string>();
const MOST = 4096;

/**
 * Folds what readers and writers treat alike: letter case and accents; diacritics, tatweel and characters without width;
 * the forms of alef, ya and kaf, ta marbuta and ha, hamza and what it sits on; Persian letters that Arabic keyboards
 * lack; presentation forms and ligatures; blanks, dashes, quotes, and Arabic and Persian digits.
 */
export function fold(text: string): Folded {
  const at: number[] = [];
  let folded = "";
  let index = 0;
  for (const character of text) {
    const piece = foldCharacter(character);
    while (at.length < folded.length + piece.length) at.push(index);
    folded += piece;
    index += character.length;
  }
  at.push(index);
  return { text: folded, at };
}

/** The text of {@link fold} alone, where no way back is needed. */
export function foldText(text: string): string {
  let folded = "";
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** The stretch of the text before folding that became `[from, to)`: whole characters, with the marks that follow them. */
export function unfold({ at }: Folded, from: number, to: number): readonly [from: number, to: number] {
  let end = to;
  while (end < at.length - 1 && at[end] === at[to - 1]) end++;
  return [at[from]!, at[end]!];
}

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const letters = character.toLowerCase().normalize("NFKD").toLowerCase().replace(DROPPED, "");
  const folded = [...letters].map(foldLetter).join("");
  if (known.size < MOST) known.set(character, folded);
  return folded;
}

function foldLetter(letter: string): string {
  const place = FROM.indexOf(letter);
  if (place >= 0) return TO[place]!;
  const code = letter.charCodeAt(0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  return /\s/.test(letter) ? " " : (LONGER[letter] ?? letter);
}
