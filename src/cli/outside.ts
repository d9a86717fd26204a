/** What the command line may do to the outside. */
export interface Outside {
  /**
   * The octets of a file, or of an address that begins with `https:` or `http:` and may lead into a private network or not; `-`
   * is standard input.
   */
  readonly read: (path: string, isPrivateAllowed: boolean) => AsyncIterable<Uint8Array>;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** To standard output. */
  readonly print: (text: string) => void;
  /** To standard error. */
  readonly warn: (text: string) => void;
  /** Until somebody asks the program to end. Default: at once. */
  readonly untilStopped?: () => Promise<void>;
}

/** A fault of the call itself, with what to do about it. */
export class UsageError extends Error {}

/** A fault of a file, or of what is in it. */
export class FileError extends Error {}

/** The name of a file for a terminal; that of an address is without its password. */
export function nameOf(path: string): string {
  return readable(path.replace(/^(https?:\/\/)[^/?#]*@/i, "$1"));
}

/** A value as JSON for a terminal or a program: the same characters as escapes, which mean the same to who reads it. */
export function readableJSON(value: unknown): string {
  const escape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, null, 2).replace(/[\p{Cc}\p{Cf}]/gu, (character) =>
    character === "\n" ? character : character.replace(/[^]/g, escape),
  );
}

/** Text from outside for a terminal: control and format characters are spelled out, so that none acts on it. */
export function readable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) =>
    character === "\n" ? character : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
