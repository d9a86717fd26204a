import { dictionaryOf, type Dictionary } from "./dictionary.js";
import type { Language, Lexeme, Sense } from "./sense.js";

/** A run of letters, a run of digits, or one other sign. */
interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly is: "word" | "number" | "sign";
}

const TOKEN = /\p{L}+|\d+|\S/gu;
const ORDINAL = new Set(["st", "nd", "rd", "th"]);
/** Signs that carry no meaning between the words of a date. */
const QUIET = new Set(["(", ")", "/", "[", "]", '"', "«", "»", "“", "”"]);
const DATE_SIGNS = new Set(["/", "-", "."]);
/** Signs within a number, or beside one that counts something else. */
const FOREIGN = new Set([":", ".", ",", "٫", "٬", "%", "٪", "$", "€", "£", "#", "+", "/", "-"]);
/** Those of them that stand beside dates too, where no number follows. */
const MAY_END = new Set([".", "/"]);
/** Words up to this length are taken as abbreviations where a full stop follows. */
const ABBREVIATION = 4;

/** The folded text as words with a meaning. */
export function lex(text: string, language: Language): Lexeme[] {
  const tokens = tokenize(text);
  const dictionary = dictionaryOf(language);
  const lexemes: Lexeme[] = [];
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index]!;
    const read =
      token.is === "number"
        ? readNumber(tokens, index, dictionary)
        : token.is === "word"
          ? readWord(tokens, index, dictionary, language.prefixes)
          : { senses: [signAt(tokens, index, dictionary)], isWeak: false, next: index + 1 };
    const to = tokens[read.next - 1]!.to;
    for (const sense of read.senses) lexemes.push({ sense, isWeak: read.isWeak, from: token.from, to });
    index = read.next;
  }
  return lexemes;
}

interface Read {
  readonly senses: readonly Sense[];
  readonly isWeak: boolean;
  readonly next: number;
}

function tokenize(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: found, index }) => ({
    text: found,
    from: index,
    to: index + found.length,
    is: /\d/.test(found) ? "number" : /\p{L}/u.test(found) ? "word" : "sign",
  }));
}

function signAt(tokens: readonly Token[], index: number, dictionary: Dictionary): Sense {
  const sign = tokens[index]!.text;
  if (sign === "-" || isRange(tokens, index, dictionary)) return { is: "dash" };
  return { is: sign === "," ? "comma" : QUIET.has(sign) ? "link" : "other" };
}

/** Whether a slash stands between two years, or two days of a month: 2019/2020, 7/8 July, July 7/8. */
function isRange(tokens: readonly Token[], index: number, dictionary: Dictionary): boolean {
  const sides = [gluedAt(tokens, index, -1), gluedAt(tokens, index, 1)];
  if (tokens[index]!.text !== "/" || !sides.every((side) => side?.is === "number")) return false;
  const isMonth = (at: number): boolean =>
    tokens[at]?.is === "word" && longestEntry(tokens, at, tokens[at].text, dictionary)?.senses[0]?.is === "month";
  const most = isMonth(index - 2) || isMonth(index + 2) ? 2 : 0;
  return sides.every((side) => side!.text.length === 4) || sides.every((side) => side!.text.length <= most);
}

/** The longest entry that begins here, with or without something written before it. */
function readWord(tokens: readonly Token[], start: number, dictionary: Dictionary, prefixes: readonly string[]): Read {
  const word = tokens[start]!.text;
  for (const prefix of ["", ...prefixes]) {
    if (!word.startsWith(prefix) || word.length === prefix.length) continue;
    const first = word.slice(prefix.length);
    const found = longestEntry(tokens, start, first, dictionary);
    if (found) return prefix === prefixes[0] ? { ...found, senses: [{ is: "and" }, ...found.senses] } : found;
  }
  return { senses: [{ is: "other" }], isWeak: false, next: start + 1 };
}

function longestEntry(
  tokens: readonly Token[],
  start: number,
  first: string,
  dictionary: Dictionary,
): Read | undefined {
  let key = first;
  let next = start + 1;
  let found: Read | undefined;
  for (let words = dictionary.longest.get(first) ?? 0; words > 0; words--) {
    const sense = dictionary.senses.get(key);
    if (sense) found = { senses: [sense], isWeak: dictionary.weak.has(key), next: afterStop(tokens, next) };
    if (isJoint(tokens[next])) next++;
    const token = tokens[next];
    if (token?.is !== "word") break;
    key += ` ${token.text}`;
    next++;
  }
  return found;
}

function isJoint(token: Token | undefined): boolean {
  return token?.text === "." || token?.text === "-" || token?.text === "'";
}

function afterStop(tokens: readonly Token[], next: number): number {
  const word = tokens[next - 1]!;
  return tokens[next]?.text === "." && word.text.length <= ABBREVIATION && tokens[next].from === word.to
    ? next + 1
    : next;
}

function readNumber(tokens: readonly Token[], start: number, dictionary: Dictionary): Read {
  const sense = numericAt(tokens, start);
  if (sense) return { senses: [sense.sense], isWeak: false, next: sense.next };
  const token = tokens[start]!;
  const value = Number(token.text);
  const other: Read = { senses: [{ is: "other" }], isWeak: false, next: start + 1 };
  if (token.text.length > 4 || isForeign(tokens, start, -1, dictionary)) return other;
  const glued = gluedAt(tokens, start, 1);
  const hasApostrophe = glued?.text === "'";
  const suffix = hasApostrophe ? gluedAt(tokens, start + 1, 1) : glued;
  const next = start + (hasApostrophe ? 3 : 2);
  if (suffix?.text === "s" && value % 10 === 0) {
    const isShort = token.text.length === 2;
    const decade: Sense = { is: "decade", year: isShort ? 1900 + value : value, isShort };
    return isShort || token.text.length === 4 ? { senses: [decade], isWeak: false, next } : other;
  }
  const number: Sense = { is: "number", value, isCardinal: false };
  if (glued && ORDINAL.has(glued.text)) return { senses: [number], isWeak: false, next: start + 2 };
  return isForeign(tokens, start, 1, dictionary) ? other : { senses: [number], isWeak: false, next: start + 1 };
}

/** Two or three numbers with one sign between them, one of four digits at an end: 2020-07-09, 9.7.2020, 1914-18. */
function numericAt(tokens: readonly Token[], start: number): { sense: Sense; next: number } | undefined {
  const sign = gluedAt(tokens, start, 1)?.text ?? "";
  if (!DATE_SIGNS.has(sign) || gluedAt(tokens, start, -1)?.text === sign) return undefined;
  const numbers = [tokens[start]!.text];
  let next = start;
  while (gluedAt(tokens, next, 1)?.text === sign && gluedAt(tokens, next + 1, 1)?.is === "number") {
    next += 2;
    numbers.push(tokens[next]!.text);
  }
  const isYearFirst = numbers[0]!.length === 4;
  const [year, ...others] = isYearFirst ? numbers : [...numbers].reverse();
  const isDate = year?.length === 4 && others.every(({ length }) => length <= 2);
  if (!isDate || !(others.length === 2 || (others.length === 1 && sign !== "."))) return undefined;
  return { sense: { is: "numeric", numbers: numbers.map(Number), isYearFirst }, next: next + 1 };
}

/** Whether a number belongs to something beside it that is no date: 10:30, 7.5, 1,500, covid-19, F16, 20%. */
function isForeign(tokens: readonly Token[], index: number, step: 1 | -1, dictionary: Dictionary): boolean {
  const beside = gluedAt(tokens, index, step);
  if (!beside) return false;
  if (beside.is === "word") return !dictionary.senses.has(beside.text);
  if (!FOREIGN.has(beside.text) || isRange(tokens, index + step, dictionary)) return false;
  const beyond = gluedAt(tokens, index + step, step);
  if (beside.text === "-") return beyond?.is === "word" && !dictionary.senses.has(beyond.text);
  if (beside.text === ",") return beyond?.is === "number" && (step > 0 ? beyond : tokens[index]!).text.length === 3;
  return !MAY_END.has(beside.text) || beyond?.is === "number";
}

function gluedAt(tokens: readonly Token[], index: number, step: 1 | -1): Token | undefined {
  const [here, beside] = [tokens[index], tokens[index + step]];
  if (!here || !beside) return undefined;
  return step > 0 ? (here.to === beside.from ? beside : undefined) : beside.to === here.from ? beside : undefined;
}
