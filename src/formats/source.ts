import { encodingOf } from "./bytes.js";
import { parseLiteral } from "./literal.js";

/** Data as they came in. */
export interface Source {
  readonly text: string;
  /** The beginning, for telling the form. */
  readonly head: string;
  /** The value of a text in JSON; `undefined` where it is none. */
  readonly json: unknown;
}

/** So much of a text is looked at to tell its form, in UTF-16 units. */
export const HEAD = 20_000;
/** No text has it. */
const BINARY = "\0";

/** Data as text, with their value where they are JSON. */
export function sourceOf(input: string | Uint8Array | ArrayBuffer): Source {
  const text = withoutMark(typeof input === "string" ? input : decode(new Uint8Array(input)));
  const head = text.slice(0, HEAD);
  const isJSON = /^\s*[[{]/.test(head);
  const isLiteral = isJSON || /^\s*(?:\/[/*]|(?:var|let|const)\s)/.test(head);
  return { text, head, json: (isJSON ? parseJSON(text) : undefined) ?? (isLiteral ? parseLiteral(text) : undefined) };
}

/** Whether it is text at all, rather than a spreadsheet or a picture. */
export function isText({ head }: Source): boolean {
  return !head.includes(BINARY);
}

/** A value in JSON, or `undefined`. */
export function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A text without the mark of Unicode at its beginning. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}
