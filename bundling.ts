import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** How esbuild exports names: by a loop that also runs over what a page has put into `Object.prototype`, and then fails. */
const EXPORTS = /for\s?\(var (\w+) in (\w+)\)(?=\s*\w+\(\w+, ?\1, ?\{ ?get: ?\2\[\1\])/;

/** The code of a bundle that exports its own names alone. */
export const ownExports = (code: string): string => code.replace(EXPORTS, "for(var $1 of Object.keys($2))");

/** Takes the blanks out of the rules of a style sheet that a page does not need. */
export const tightRules = (rules: string): string =>
  rules
    .replace(/\n\s*/g, "\n")
    .replace(/; /g, ";")
    .replace(/ \{ /g, "{")
    .replace(/(?<=[a-z]): (?=[a-z0-9#-])/g, ":")
    .replace(/;? \}/g, "}");

/** Lets the core carry its rules without blanks. */
export const tightCSS: Plugin = {
  name: "tight css",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]render[\\/]css\.ts$/ }, async ({ path }) => {
      const [code = "", rules = ""] = (await readFile(path, "utf8")).split(/(?<=^export const CSS: string = )/m);
      if (rules === "") throw new Error(`no rules in ${path}`);
      return { contents: code + tightRules(rules), loader: "ts" };
    });
  },
};
