import { readdirSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const SRC = new URL("../../src/", import.meta.url);

interface Expression {
  readonly source: string;
  readonly flags: string;
}

/** The regular expressions of a module: literals, and those that `new RegExp` makes of its own constant texts. */
function expressionsIn(path: string, code: string): Expression[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const constants = new Map<string, ts.Expression>();
  const found: Expression[] = [];
  const textOf = (node: ts.Expression | undefined): string => {
    if (node && ts.isStringLiteralLike(node)) return node.text;
    if (node && ts.isIdentifier(node) && constants.has(node.text)) return textOf(constants.get(node.text));
    if (node && ts.isTemplateExpression(node))
      return node.head.text + node.templateSpans.map((span) => textOf(span.expression) + span.literal.text).join("");
    throw new Error(`${path}: cannot tell what ${node?.getText() ?? "nothing"} is`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer);
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") {
      const [source, flags] = node.arguments ?? [];
      found.push({ source: textOf(source), flags: flags ? textOf(flags) : "" });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const all = new Map(
  readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => expressionsIn(path, readFileSync(new URL(path, SRC), "utf8")))
    .map((expression) => [`/${expression.source}/${expression.flags}`, expression]),
);

/** Steps alone limit the search, not the clock, so that the answer is the same on a busy machine. */
const PATIENT = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null } as const;
const PATIENCE = 300_000;

const statusOf = ({ source, flags }: Expression): string => checkSync(source, flags, PATIENT).status;

describe("No text makes a regular expression of the source slow", () => {
  it("of which there are many", () => {
    expect(all.size).toBeGreaterThan(40);
  });

  it.each([...all.keys()])("%s", { timeout: PATIENCE }, (name) => {
    expect(statusOf(all.get(name)!)).toBe("safe");
  });
});

describe("The check", () => {
  it.each([
    ["a literal", String.raw`const at = /\d+E/;`],
    ["a literal with flags", String.raw`text.replaceAll(/(a|b|ab)*c/gu, "");`],
    ["an expression of constant texts", "const PART = '(a+)'; const ALL = new RegExp(`^${PART}+$`, 'u');"],
  ])("finds %s that is slow", (_what, code) => {
    expect(expressionsIn("a.ts", code).map(statusOf)).toEqual(["vulnerable"]);
  });

  it("refuses an expression of which it cannot tell the text", () => {
    expect(() => expressionsIn("a.ts", "new RegExp(given)")).toThrow("cannot tell what given is");
  });
});
