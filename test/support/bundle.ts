import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The library, or another entry, as one classic script with the global `mizwala`, made from the sources as they are now. */
export async function bundle(entry = "src/script.ts"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../${entry}`, import.meta.url))],
    bundle: true,
    format: "iife",
    globalName: "mizwala",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}
