import type { Options } from "tsup";
import { ownExports, tightCSS, writeAssets } from "./bundling.js";

const shared = { target: "es2022", outDir: "dist", tsconfig: "tsconfig.json", esbuildPlugins: [tightCSS] };
const plugins: Options["plugins"] = [{ name: "own exports", renderChunk: (code) => ({ code: ownExports(code) }) }];
const script: Options = {
  ...shared,
  plugins,
  format: ["iife"],
  outExtension: () => ({ js: ".iife.js" }),
  noExternal: [/.*/],
  minify: true,
  platform: "browser",
};
const entries = {
  index: "src/index.ts",
  "svg/index": "src/svg/index.ts",
  "time/index": "src/time/index.ts",
  "features/index": "src/features/index.ts",
  "fonts/index": "src/fonts/index.ts",
  "formats/index": "src/formats/index.ts",
  "element/index": "src/element/index.ts",
  "react/index": "src/react/index.ts",
  "vue/index": "src/vue/index.ts",
  "svelte/index": "src/svelte/index.ts",
  "embed/index": "src/embed/index.ts",
  "store/index": "src/store/index.ts",
  "source/index": "src/source/index.ts",
  "source/sql/index": "src/source/sql/index.ts",
  "source/duckdb-wasm/index": "src/source/duckdb-wasm/index.ts",
};

const config: Options[] = [
  {
    // One file per source module: any bundler then drops what is not imported.
    ...shared,
    name: "modules",
    entry: ["src/**/*.ts", "!src/*script.ts"],
    format: ["esm"],
    bundle: false,
    onSuccess: () => writeAssets("dist"),
  },
  {
    // d3 has no CommonJS form: inside, so that require() works before Node 20.19 and in Jest.
    ...shared,
    name: "require",
    entry: entries,
    format: ["cjs"],
    noExternal: [/^(d3|internmap|delaunator|robust-predicates)/],
    splitting: true,
  },
  {
    ...shared,
    name: "types",
    entry: entries,
    format: ["esm", "cjs"],
    // tsup 8 injects baseUrl, which TypeScript 6 refuses unless told.
    dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0" } },
  },
  {
    ...script,
    name: "script",
    entry: { mizwala: "src/script.ts" },
    globalName: "mizwala",
  },
  { ...script, name: "embed", entry: { embed: "src/embed-script.ts" } },
  { ...script, name: "formats", entry: { formats: "src/formats/index.ts" }, globalName: "mizwalaFormats" },
  { ...script, name: "source", entry: { source: "src/source/index.ts" }, globalName: "mizwalaSource" },
  // In one file, so that a page can serve it from where it likes.
  { ...script, name: "worker", entry: { "store-worker": "src/store-worker-script.ts" } },
];
export default config;
