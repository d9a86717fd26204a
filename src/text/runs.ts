import type { Direction } from "./direction.js";

/** A piece of text with one direction and one language; `TextRun[]` is a whole text in reading order. */
export interface TextRun {
  /** Plain text, never markup. */
  readonly text: string;
  /** Its direction, where it differs from the text around it. */
  readonly dir?: Direction;
  /** Its language as a BCP 47 tag, where it differs from the text around it. */
  readonly lang?: string;
}

/** The text of all runs, joined. */
export function plainText(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join("");
}

/** The runs between two offsets of their joined text; empty pieces are left out. */
export function sliceRuns(runs: readonly TextRun[], from: number, to: number): TextRun[] {
  const slices: TextRun[] = [];
  let offset = 0;
  for (const run of runs) {
    if (offset >= to) break;
    const text = run.text.slice(Math.max(0, from - offset), to - offset);
    if (text !== "") slices.push(text === run.text ? run : { ...run, text });
    offset += run.text.length;
  }
  return slices;
}
