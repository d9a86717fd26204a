/** What is repeated, and what stands before and behind: texts that make readers look again and again. */
const SHAPES: Readonly<Record<string, readonly [repeated: string, before?: string, behind?: string]>> = {
  digits: ["9"],
  "digits, then a letter": ["9", "", "a"],
  "digits and letters": ["a1"],
  "a long year": ["9", "Y-", "E9"],
  "unspecified digits": ["X"],
  "digits and dashes": ["9-"],
  "digits and slashes in Arabic": ["\u0669/"],
  dates: ["2020-07-09T"],
  "open brackets": ["["],
  "brackets around members": ["2020,", "[", "2021]"],
  "brackets around dots": ["..", "[", "]"],
  "open braces": ["{"],
  "braces around braces": ["{", "{", "}"],
  tildes: ["~"],
  slashes: ["/"],
  "calendars in brackets": ["[u-ca="],
  blanks: [" "],
  "blanks between letters": [" ", "a", "a"],
  "line breaks": ["\n", "a", "a"],
  words: ["about "],
  "Arabic words": ["\u064a\u0648\u0644\u064a\u0648 "],
  "Arabic marks": ["\u064b"],
  "Arabic letters with marks": ["\u0633\u064b\u0651"],
  joiners: ["\u200d"],
  "joined pictures": ["\u{1f468}\u200d"],
  "first halves of pairs": ["\ud800"],
  "second halves of pairs": ["\udc00"],
  isolates: ["\u2066"],
  "isolates closed": ["\u2069", "\u2066"],
  embeddings: ["\u202b\u2066"],
  "subtags of a language": ["-abcdefgh", "ar"],
  hosts: ["a.", "https://", "/"],
  users: ["@", "https://"],
  escapes: ["%41", "https://example.org/"],
  protocols: ["a:"],
};

export const SHAPE_NAMES: readonly string[] = Object.keys(SHAPES);

/** A text of a shape, `length` UTF-16 units long. */
export function shaped(name: string, length: number): string {
  const [repeated, before = "", behind = ""] = SHAPES[name]!;
  const room = Math.max(0, length - before.length - behind.length);
  return before + repeated.repeat(Math.ceil(room / repeated.length)).slice(0, room) + behind;
}
