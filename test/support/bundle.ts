import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ownExports } from "../../bundling.js";

const bundles = new Map<string, Promise<string>>();

/** The library, or another entry, as one classic script with the global `mizwala`, made from the sources as they are now. */
export function bundle(entry = "src/script.ts"): Promise<string> {
  const made = bundles.get(entry) ?? make(entry);
  bundles.set(entry, made);
  return made;
}

async function make(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../${entry}`, import.meta.url))],
    bundle: true,
    format: "iife",
    globalName: "mizwala",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
    logLevel: "error",
  });
  return ownExports(outputFiles[0]!.text);
}
