import { appendFileSync } from "node:fs";

/** Where a full run gathers its figures; a run on a commit has no such place. */
const FIGURES = process.env["FULL_FIGURES"];

/** Whether all is run, by `npm run test:full`: what some cases show on a commit, many show there. */
export const IS_FULL: boolean = FIGURES !== undefined;

/** Whether small faults are tried, by `npm run test:mutation`: each of them runs tests anew, and counts what the source does. */
const IS_MUTATED = process.env["MUTATION_TESTS"] !== undefined;

/** The one, and the other where small faults are tried: a fault that fewer show needs no more of them. */
export function unlessMutated<T>(many: T, fewer: T): T {
  return IS_MUTATED ? fewer : many;
}

/** How many times slower Chromium computes than the machine can, by the part `slow` of the full run. */
export const CPU_SLOWDOWN: number = Number(process.env["CPU_SLOWDOWN"] ?? 1);

/** So many on a commit, and so many in a full run. */
export function runs(few: number, many: number): number {
  return IS_FULL ? many : few;
}

/** Notes a figure of a full run for its record, `docs/full-run.md`. */
export function note(what: string, figure: string): void {
  if (FIGURES !== undefined) appendFileSync(FIGURES, `${JSON.stringify([what, figure])}\n`);
}
