import { readdirSync, readFileSync } from "node:fs";

const ROOT = new URL("../../../", import.meta.url);

/** A block of code in a guide or in a comment. */
export interface Block {
  /** Where it stands, for messages: `README.md:42`. */
  readonly name: string;
  readonly language: string;
  readonly code: string;
}

const FENCE = /^```(\w+)\n([^]*?)^```$/gm;
const COMMENT = /^( *)\/\*\*\n[^]*?\*\/$/gm;

/** The text of a file of the project. */
export function readText(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** The readme and the guides. */
export const GUIDES: readonly string[] = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...listFiles("docs", ".md"),
];

/** The blocks of all guides in these languages. */
export function guideBlocks(...languages: readonly string[]): Block[] {
  return GUIDES.flatMap((path) => fencesOf(path, readText(path))).filter(({ language }) =>
    languages.includes(language),
  );
}

/** The examples in the comments of the sources. */
export function commentBlocks(): Block[] {
  return listFiles("src", ".ts").flatMap((path) => {
    const text = readText(path);
    return [...text.matchAll(COMMENT)].flatMap(({ 0: comment, index }) =>
      fencesOf(path, comment.replace(/^ *\* ?/gm, ""), lineAt(text, index) - 1),
    );
  });
}

function fencesOf(path: string, text: string, linesBefore = 0): Block[] {
  return [...text.matchAll(FENCE)].map(({ 1: language = "", 2: code = "", index }) => ({
    name: `${path}:${linesBefore + lineAt(text, index)}`,
    language,
    code,
  }));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function listFiles(folder: string, end: string): string[] {
  const names = readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(end)).map((name) => `${folder}/${name}`);
}
