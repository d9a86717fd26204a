import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/** The parts of what is committed, each with a variable `UPDATE_` and its name. */
export type CommittedName =
  | "API"
  | "APPROVED"
  | "DOCS"
  | "FORMATS"
  | "ISSUES"
  | "QUALITY"
  | "RATIOS"
  | "SCHEMA"
  | "SCREENSHOTS"
  | "SIZES"
  | "TRANSCRIPTS";

interface Kept {
  /** What is committed. */
  readonly what: string;
  /** The test that compares it, and writes it down when `UPDATE_` and its name are set. */
  readonly command: string;
  /** When the new is right, after "if". */
  readonly when: string;
}

/** Everything that is made by a test, committed, and compared. */
export const COMMITTED: Readonly<Record<CommittedName, Kept>> = {
  API: {
    what: "the public names and their types, in `test/package/api`",
    command: "npm run test:package test/package/api.test.ts",
    when: "the public API is to change, and `CHANGELOG.md` says how",
  },
  APPROVED: {
    what: "the list of published files",
    command: "npm run test:package test/package/files.test.ts",
    when: "each file that came is to be published, and none that went is missed",
  },
  DOCS: {
    what: "tables and values in the guides",
    command: "npm run test:unit test/unit/docs test/unit/cli/explain.test.ts",
    when: "the library is to make what is now printed",
  },
  FORMATS: {
    what: "what is read of the files in `test/fixtures/formats`",
    command: "npm run test:unit test/unit/formats/fixtures.test.ts",
    when: "each file says what is now read of it",
  },
  ISSUES: {
    what: "what readers are told of each fault, in `test/fixtures/issues.txt`",
    command: "npm run test:unit test/unit/formats/issues.test.ts",
    when: "the new words say better what is wrong, in both languages",
  },
  QUALITY: {
    what: "how good pictures are, in `test/fixtures/quality.json`",
    command: "npm run test:unit test/unit/layout/quality.test.ts",
    when: "labels are better shown in all, or it was decided to give up what got worse",
  },
  RATIOS: {
    what: "speed, in `test/bench/*-ratios.json`",
    command: "npm run bench",
    when: "it is the same on a machine that does nothing else, and what is slower now is worth it; or it is faster",
  },
  SCHEMA: {
    what: "the JSON schema, in `src/model/schema.json`",
    command: "npm run test:unit test/unit/model/schema.test.ts",
    when: "the types of documents are to change, and documents that were right still are",
  },
  SCREENSHOTS: {
    what: "pictures in `test/screenshots`",
    command: "npm run test:browser",
    when: "the new pictures were looked at, and are as they should be",
  },
  SIZES: {
    what: "sizes, in `test/package/sizes.json` (may grow by 2 % without a word)",
    command: "npm run size",
    when: "what came in is worth its bytes to each page",
  },
  TRANSCRIPTS: {
    what: "what screen readers are told, in `test/fixtures/transcripts`",
    command: "npm run test:browser test/e2e/accessibility-transcripts.test.ts",
    when: "a listener is told as much, in the right order",
  },
};

/** Whether a part is to be written down anew. */
export const isUpdate = (name: CommittedName): boolean => Boolean(process.env[`UPDATE_${name}`]);

/** The command that writes a part down anew. */
export const updateOf = (name: CommittedName): string => `UPDATE_${name}=1 ${COMMITTED[name].command}`;

/** What differs from what is committed, and what to do then. */
export function adviceOf(name: CommittedName, difference: string): string {
  const { what, when } = COMMITTED[name];
  return `${difference} (${what}). Look at it. Only if ${when}, write it down: ${updateOf(name)}`;
}

/** Compares a text with a committed file; writes it there instead when told to. */
export function expectCommitted(name: CommittedName, file: URL, text: string): void {
  if (isUpdate(name)) {
    mkdirSync(new URL(".", file), { recursive: true });
    writeFileSync(file, text);
  }
  const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
  const path = fileURLToPath(file).slice(fileURLToPath(new URL("../../", import.meta.url)).length);
  expect(text, adviceOf(name, `${path} differs from what is committed`)).toBe(committed);
}

/** JSON as it is committed. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
