/**
 * Letters that join the next one: of the Arabic blocks, those whose Joining_Type is Dual_Joining or Join_Causing (Unicode
 * 15.1, ArabicShaping.txt).
 */
const JOINS_NEXT =
  /[\u0620\u0626\u0628\u062a-\u062e\u0633-\u0647\u0649\u064a\u066e\u066f\u0678-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce\u06d0\u06d1\u06fa-\u06fc\u06ff\u0750-\u0758\u075c-\u076a\u076d-\u0770\u0772\u0775-\u0777\u077a-\u077f\u0883-\u0886\u0889-\u088d\u08a0-\u08a9\u08af\u08b0\u08b3-\u08b8\u08ba-\u08c8]/;
/** Those and the ones of type Right_Joining: letters that let the one before join them. */
const IS_JOINED =
  /[\u0620\u0622-\u064a\u066e-\u0673\u0675-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u0870-\u0886\u0889-\u088e\u08a0-\u08ac\u08ae-\u08c8]/;
const MARK = /\p{M}/u;
const LAM = "\u0644";
const ALEF = /[\u0622\u0623\u0625\u0627]/;

/** Marks that may stand between two letters; more are no Arabic. */
const MOST_MARKS = 8;

/**
 * Whether the letters on both sides of an offset are joined, in the Arabic script. An engine shapes across the lines of one
 * text, but not across two elements: cut there, both pieces need a zero width joiner (U+200D) to look as they do together.
 * At the end of a piece it works everywhere; at its start, Firefox and WebKit look for it in the first font of the list,
 * and it works only if that is the one of the letters.
 */
export function isJoinedAt(text: string, at: number): boolean {
  return IS_JOINED.test(text.charAt(at)) && JOINS_NEXT.test(letterBefore(text, at));
}

/** Whether an offset is inside lam-alef, two letters that are written as one sign. */
export function isInLamAlef(text: string, at: number): boolean {
  return ALEF.test(text.charAt(at)) && letterBefore(text, at) === LAM;
}

/** The last character before an offset that is no mark on another one. */
function letterBefore(text: string, at: number): string {
  let before = at - 1;
  while (before > at - MOST_MARKS && MARK.test(text.charAt(before))) before--;
  return text.charAt(before);
}
