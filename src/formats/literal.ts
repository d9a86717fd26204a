/** Deeper data are given up, as nobody writes them by hand. */
const DEEPEST = 200;
const SPACE = /(?:\s|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y;
const BEGINNING = /(?:(?:var|let|const)\s+)?[\w$.]{1,100}\s*=/y;
const NAME = /[\p{L}_$][\p{L}\p{N}_$.]{0,200}/uy;
const NUMBER = /[+-]?(?:0x[\da-f]{1,12}|\d{1,400}(?:\.\d{0,400})?(?:e[+-]?\d{1,3})?)/iy;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["undefined", undefined],
]);
const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([^]))/iy;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", "\n": "" };

/** Where a text is no literal. */
class NoLiteral extends Error {}

/**
 * The value of a literal of JavaScript, as the data of older timelines are written by hand: with names without quotes, single
 * quotes, comments, commas at the end, texts put together by `+`, `new Date(…)`, lists in `new vis.DataSet(…)`, behind
 * `var data =`. Nothing is ever run. `undefined` for anything else.
 */
export function parseLiteral(text: string): unknown {
  return literalIn(text, 0, true)?.value;
}

/** A literal within a text, and the place behind it. */
interface Literal {
  readonly value: unknown;
  readonly end: number;
}

/** The literal that begins at a place in a text; `undefined` where there is none. */
export function literalAt(text: string, from: number): Literal | undefined {
  return literalIn(text, from, false);
}

function literalIn(text: string, from: number, isWhole: boolean): Literal | undefined {
  let at = from;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (): string => {
    match(SPACE);
    return text[at] ?? "";
  };
  const take = (sign: string): void => {
    if (skip() !== sign) throw new NoLiteral();
    at++;
  };
  /** What stands between two signs, with commas. */
  const list = <Entry>(close: string, entry: () => Entry): Entry[] => {
    const entries: Entry[] = [];
    at++;
    while (skip() !== close) {
      entries.push(entry());
      if (skip() === ",") at++;
      else if (text[at] !== close) throw new NoLiteral();
    }
    at++;
    return entries;
  };
  const quoted = (quote: string): string => {
    let words = "";
    for (let from = ++at; ; at++) {
      const sign = text[at];
      if (sign === undefined || (sign === "$" && quote === "`" && text[at + 1] === "{")) throw new NoLiteral();
      if (sign === quote) {
        words += text.slice(from, at++);
        return words;
      }
      if (sign !== "\\") continue;
      words += text.slice(from, at);
      ESCAPE.lastIndex = at;
      const [whole, long, short, byte, other] = ESCAPE.exec(text) ?? [];
      const point = Number.parseInt(long ?? short ?? byte ?? "", 16);
      if (whole === undefined || point > 0x10ffff) throw new NoLiteral();
      words += other === undefined ? String.fromCodePoint(point) : (ESCAPES[other] ?? other);
      from = at + whole.length;
      at = from - 1;
    }
  };
  const made = (depth: number): unknown => {
    skip();
    const name = match(NAME);
    if (skip() !== "(") throw new NoLiteral();
    const given = list(")", () => value(depth));
    return name === "Date" ? dateOf(given) : given[0];
  };
  const single = (depth: number): unknown => {
    const sign = skip();
    if (depth > DEEPEST) throw new NoLiteral();
    if (sign === "[") return list("]", () => value(depth + 1));
    if (sign === "{") return Object.fromEntries(list("}", () => [key(), value(depth + 1)] as const));
    if (sign === '"' || sign === "'" || sign === "`") return quoted(sign);
    const number = match(NUMBER);
    if (number !== undefined) return Number(number);
    const word = match(NAME);
    if (word === "new") return made(depth + 1);
    if (word === undefined || !WORDS.has(word)) throw new NoLiteral();
    return WORDS.get(word);
  };
  const value = (depth: number): unknown => {
    let whole = single(depth);
    while (skip() === "+" && typeof whole === "string") {
      at++;
      const more = single(depth);
      if (typeof more !== "string" && typeof more !== "number") throw new NoLiteral();
      whole = `${whole}${more}`;
    }
    return whole;
  };
  const key = (): string => {
    const sign = skip();
    const name = sign === '"' || sign === "'" ? quoted(sign) : (match(NAME) ?? match(NUMBER));
    if (name === undefined) throw new NoLiteral();
    take(":");
    return name;
  };
  try {
    skip();
    match(BEGINNING);
    const whole = value(0);
    const end = at;
    if (isWhole && skip() === ";") at++;
    if (isWhole && skip() !== "") return undefined;
    return { value: whole, end };
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}

/** `new Date("2020-07-09")` is its text; of `new Date(2020, 6, 9)` the month counts from 0. */
function dateOf(given: readonly unknown[]): unknown {
  if (given.length < 2) return given[0];
  const [year = 0, month = 0, day = 1, hour, minute = 0] = given.map(Number) as (number | undefined)[];
  const two = (number: number): string => String(number).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month + 1)}-${two(day)}`;
  return hour === undefined ? date : `${date}T${two(hour)}:${two(minute)}`;
}
