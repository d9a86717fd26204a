import type { Direction } from "./direction.js";

/** A piece of text with one direction and one language; `TextRun[]` is a whole text in reading order. */
export interface TextRun {
  /** Plain text, never markup. */
  readonly text: string;
  /** Its direction, where it differs from the text around it. */
  readonly dir?: Direction;
  /** Its language as a BCP 47 tag, where it differs from the text around it. */
  readonly lang?: string;
  /** Whether it is stressed, where a text is read as a whole. */
  readonly emphasis?: boolean;
  /** Where it leads, where a text is read as a whole. */
  readonly href?: string;
  /** Whether it begins a line, where a text is read as a whole. */
  readonly newLine?: boolean;
}

/** The text of all runs, joined. */
export function plainText(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join("");
}

/** The runs between two offsets of their joined text; empty pieces are left out. */
export function sliceRuns<Run extends TextRun>(runs: readonly Run[], from: number, to: number): Run[] {
  const slices: Run[] = [];
  let offset = 0;
  for (const run of runs) {
    if (offset >= to) break;
    const text = run.text.slice(Math.max(0, from - offset), to - offset);
    if (text !== "") slices.push(text === run.text ? run : { ...run, text });
    offset += run.text.length;
  }
  return slices;
}

/** The runs with something put before the first and after the last of them. */
export function frameRuns<Run extends TextRun>(runs: readonly Run[], before: string, after: string): readonly Run[] {
  if (before === "" && after === "") return runs;
  const last = runs.length - 1;
  return runs.map((run, i) => ({ ...run, text: (i === 0 ? before : "") + run.text + (i === last ? after : "") }));
}
