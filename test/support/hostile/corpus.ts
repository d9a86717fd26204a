import { readFileSync } from "node:fs";

const FILES = ["own", "dompurify", "naughty-strings"] as const;

/** What the texts of the corpus call the address whose requests are counted. */
const CANARY = "{canary}";

const read = (name: (typeof FILES)[number]): readonly string[] =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/hostile/${name}.json`, import.meta.url), "utf8"),
  ) as readonly string[];

/**
 * Texts that became script or a request somewhere; see `test/fixtures/hostile.md`.
 *
 * @param canary - An address that nobody may ask for.
 */
export function hostileTexts(canary: string): readonly string[] {
  return FILES.flatMap(read).map((text) => text.replaceAll(CANARY, canary));
}

/** Whether a text holds a sign that means something to HTML, CSS, scripts or addresses. */
export const isMeaning = (text: string): boolean => /[<>"'&:={}\\]/.test(text);

/** Those that this project wrote. */
export function ownTexts(canary: string): readonly string[] {
  return read("own").map((text) => text.replaceAll(CANARY, canary));
}

/** Parts of a list, so long each. */
export function chunksOf<T>(list: readonly T[], length: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, i) => list.slice(i * length, (i + 1) * length));
}
