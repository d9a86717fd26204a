/** A text in which spellings of one word are alike, with the way back to the text it was. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, and for its end, where that stood before. */
  readonly at: readonly number[];
}

/** Marks, format characters such as ZWNJ, tatweel and the lone hamza: writers leave them out at will. */
const DROPPED = /[\p{Mn}\p{Cf}\u0621\u0640]/u;
const FROM = "أإآٱىیئؤةۀک–—‐‑−’‘،؛";
const TO = "اااايييوههك-----'',,";
/** Where the digits of Arabic and of Persian begin. */
const ZEROS = [0x0660, 0x06f0];

/** Folds letter case, hamza, diacritics, tatweel, the forms of ya, ta marbuta and kaf, dashes, quotes and digits. */
export function fold(text: string): Folded {
  const at: number[] = [];
  let folded = "";
  for (let index = 0; index < text.length; index++) {
    const unit = text[index]!;
    if (DROPPED.test(unit)) continue;
    folded += foldUnit(unit);
    at.push(index);
  }
  at.push(text.length);
  return { text: folded, at };
}

function foldUnit(unit: string): string {
  const place = FROM.indexOf(unit);
  if (place >= 0) return TO[place]!;
  const code = unit.charCodeAt(0);
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
