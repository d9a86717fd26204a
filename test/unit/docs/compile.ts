import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import type { Block } from "./blocks.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const ENTRIES = {
  "mizwala/element": `${ROOT}src/element/index.ts`,
  "mizwala/embed": `${ROOT}src/embed/index.ts`,
  "mizwala/fonts": `${ROOT}src/fonts/index.ts`,
  "mizwala/formats": `${ROOT}src/formats/index.ts`,
  "mizwala/features": `${ROOT}src/features/index.ts`,
  "mizwala/react": `${ROOT}src/react/index.ts`,
  "mizwala/svelte": `${ROOT}src/svelte/index.ts`,
  "mizwala/vue": `${ROOT}src/vue/index.ts`,
  "mizwala/source": `${ROOT}src/source/index.ts`,
  "mizwala/source/sql": `${ROOT}src/source/sql/index.ts`,
  "mizwala/source/duckdb-wasm": `${ROOT}src/source/duckdb-wasm/index.ts`,
  "mizwala/store": `${ROOT}src/store/index.ts`,
  "mizwala/svg": `${ROOT}src/svg/index.ts`,
  "mizwala/time": `${ROOT}src/time/index.ts`,
  mizwala: `${ROOT}src/index.ts`,
};

/** What the type checker of the project says about blocks of code, each a module of its own. */
export function findTypeErrors(blocks: readonly Block[]): string[] {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, (path) => ts.sys.readFile(path)) as { config: object };
  const paths = Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, [path]]));
  const options = { ...ts.parseJsonConfigFileContent(config, ts.sys, ROOT).options, paths };
  const files = new Map(blocks.map((block, i) => [`${ROOT}block-${i}.ts`, block]));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path)?.code ?? disk.readFile(path),
    getSourceFile: (path, languageVersion, ...rest) => {
      const block = files.get(path);
      if (block) return ts.createSourceFile(path, block.code, languageVersion);
      return disk.getSourceFile(path, languageVersion, ...rest);
    },
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([path, { name }]) => {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  });
}

/** Blocks by their names, each as a classic script with all that it imports. */
export async function bundleBlocks(blocks: readonly Block[]): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: blocks.map((_, i) => ({ in: `block:${i}`, out: String(i) })),
    outdir: "/",
    plugins: [
      {
        name: "blocks",
        setup(bundler) {
          bundler.onResolve({ filter: /^block:/ }, ({ path }) => ({
            path: path.slice("block:".length),
            namespace: "block",
          }));
          bundler.onLoad({ filter: /./, namespace: "block" }, ({ path }) => ({
            contents: blocks[Number(path)]!.code,
            loader: "ts",
            resolveDir: ROOT,
          }));
        },
      },
    ],
    alias: ENTRIES,
    external: ["@duckdb/duckdb-wasm", "@duckdb/node-api", "harfbuzzjs", "pg", "subset-font"],
    bundle: true,
    format: "iife",
    write: false,
    logLevel: "silent",
  });
  return new Map(outputFiles.map(({ path, text }) => [blocks[parseInt(path.slice(1))]!.name, text]));
}
