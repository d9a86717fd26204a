import { readdirSync, readFileSync } from "node:fs";
import { STATEMENTS, type Statement } from "./statements.js";

const TESTS = new URL("../../", import.meta.url);
/** The name of a test that begins with the numbers of what it proves: `A19, A30: …`. */
const NAME = /(["'`])((?:A\d{1,2}, )*A\d{1,2}): ([^\n]*?)\1[,)]/g;

/** The tests of each statement, by its number, as they stand in the sources. */
export function findProofs(): ReadonlyMap<string, readonly string[]> {
  const proofs = new Map<string, string[]>();
  const files = readdirSync(TESTS, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".test.ts"));
  for (const path of files.sort()) {
    const text = readFileSync(new URL(path, TESTS), "utf8");
    for (const [, , numbers = "", name = ""] of text.matchAll(NAME)) {
      for (const number of numbers.split(", ")) {
        proofs.set(number, [...(proofs.get(number) ?? []), `\`${path}\`: ${name}`]);
      }
    }
  }
  return proofs;
}

/** The statements with their numbers, by chapter. */
export function numbered(): readonly (readonly [chapter: string, rows: readonly (readonly [string, Statement])[]])[] {
  let count = 0;
  return Object.entries(STATEMENTS).map(([chapter, statements]) => [
    chapter,
    statements.map((statement) => [`A${++count}`, statement] as const),
  ]);
}

/** The table of a guide: each statement, and how it is known to hold. */
export function accessibilityTable(): string {
  const proofs = findProofs();
  return numbered()
    .map(([chapter, rows]) => {
      const lines = rows.map(([number, { says, byHand }]) => {
        const how = [...(proofs.get(number) ?? []), ...(byHand === undefined ? [] : [`**by hand**: ${byHand}`])];
        return `| ${number} | ${says} | ${how.map((one) => one.replaceAll("|", "\\|")).join("<br>")} |`;
      });
      return [`### ${chapter}`, "", "| | Statement | How it is known |", "| --- | --- | --- |", ...lines].join("\n");
    })
    .join("\n\n");
}
