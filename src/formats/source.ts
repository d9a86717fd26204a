/** Data as they came in. */
export interface Source {
  readonly text: string;
  /** The beginning, for telling the form. */
  readonly head: string;
  /** The value of a text in JSON; `undefined` where it is none. */
  readonly json: unknown;
}

/** So much of a text is looked at to tell its form, in UTF-16 units. */
const HEAD = 20_000;
/** No text has it. */
const BINARY = "\0";

/** Data as text, with their value where they are JSON. */
export function sourceOf(input: string | Uint8Array | ArrayBuffer): Source {
  const text = (typeof input === "string" ? input : decode(new Uint8Array(input))).replace(/^\uFEFF/, "");
  const head = text.slice(0, HEAD);
  const isJSON = /^\s*[[{]/.test(head);
  return { text, head, json: isJSON ? parseJSON(text) : undefined };
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

/** UTF-16 by its mark or its many zeros, else UTF-8, else the code page of Arabic Windows, which knows each byte. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const sample = bytes.subarray(0, 1000);
  const zeros = (from: number): number => sample.filter((byte, i) => byte === 0 && i % 2 === from).length;
  if (zeros(1) * 4 > sample.length) return new TextDecoder("utf-16le").decode(bytes);
  if (zeros(0) * 4 > sample.length) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1256").decode(bytes);
  }
}
