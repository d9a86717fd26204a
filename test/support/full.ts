import { appendFileSync } from "node:fs";

/** Where a full run gathers its figures; a run on a commit has no such place. */
const FIGURES = process.env["FULL_FIGURES"];

/** Whether all is run, by `npm run test:full`: what some cases show on a commit, many show there. */
export const IS_FULL: boolean = FIGURES !== undefined;

/** So many on a commit, and so many in a full run. */
export function runs(few: number, many: number): number {
  return IS_FULL ? many : few;
}

/** Notes a figure of a full run for its record, `docs/full-run.md`. */
export function note(what: string, figure: string): void {
  if (FIGURES !== undefined) appendFileSync(FIGURES, `${JSON.stringify([what, figure])}\n`);
}
