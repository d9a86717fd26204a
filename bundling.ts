import { copyFile, cp, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
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

/** Writes what is no code beside the modules in a folder: style sheets, themes, schema. */
export async function writeAssets(folder: string): Promise<void> {
  const rules = ["render", "features", "svg", "feed"].map(async (part) => {
    const module = pathToFileURL(resolve(folder, part, "css.js"));
    return ((await import(module.href)) as { CSS: string }).CSS;
  });
  await writeFile(join(folder, "style.css"), (await Promise.all(rules)).join(""));
  await writeFile(join(folder, "style.css.d.ts"), "export {};\n");
  await copyFile("src/model/schema.json", join(folder, "schema.json"));
  await cp("src/themes", join(folder, "themes"), { recursive: true });
}
