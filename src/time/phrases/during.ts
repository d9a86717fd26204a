import { fold, type Folded } from "../../text/fold.js";
import { parseEDTF } from "../edtf.js";
import type { Language, Lexeme } from "./sense.js";

/** Words without a date of their own that mean a stretch of time that is known. */
export interface DuringWords {
  readonly edtf: string;
  /** Where they begin and end in the folded text. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads "during his visit" as the time of the visit: a word such as "during" and the one after it.
 *
 * @param edtf - When that was.
 */
export function readDuring(
  lexemes: readonly Lexeme[],
  { text }: Folded,
  { during }: Language,
  edtf: string | undefined,
): DuringWords | undefined {
  if (edtf === undefined || !parseEDTF(edtf).ok) return undefined;
  const words = new Set(fold(during).text.split("|"));
  const at = lexemes.findIndex(({ from, to }) => words.has(text.slice(from, to)));
  const noun = lexemes[at + 1];
  return at < 0 || !noun ? undefined : { edtf, from: lexemes[at]!.from, to: noun.to };
}
