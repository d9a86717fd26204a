import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const ROOT = new URL("../../", import.meta.url);

/** What each subpath must offer; the rest of the public face is guarded by the types. */
const SUBPATHS: readonly (readonly [path: string, name: string])[] = [
  ["mizwala", "createTimeline"],
  ["mizwala/svg", "renderToSVG"],
  ["mizwala/time", "parseEDTF"],
  ["mizwala/features", "search"],
  ["mizwala/element", "defineTimelineElement"],
  ["mizwala/embed", "followFrames"],
  ["mizwala/svelte", "timeline"],
  ["mizwala/fonts", "loadFonts"],
  ["mizwala/formats", "read"],
  ["mizwala/store", "buildStore"],
  ["mizwala/source", "httpSource"],
  ["mizwala/source/sql", "sqlSource"],
  ["mizwala/source/duckdb-wasm", "importInPage"],
];

/** Frameworks may do to their globals what they like. */
const FRAMEWORKS: typeof SUBPATHS = [
  ["mizwala/react", "Timeline"],
  ["mizwala/vue", "Timeline"],
];

/** A script in one file can't load a format when it is used: it has none; nor has it what only large data or files need. */
const OWN_FILES: ReadonlySet<string> = new Set([
  "mizwala/formats",
  "mizwala/fonts",
  "mizwala/store",
  "mizwala/source",
  "mizwala/source/sql",
  "mizwala/source/duckdb-wasm",
]);
const IN_SCRIPT = SUBPATHS.filter(([path]) => !OWN_FILES.has(path));

const WATCH = `
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  const touched = [];
  for (const name of ["document", "customElements", "localStorage", "matchMedia", "HTMLElement", "location"])
    Object.defineProperty(globalThis, name, { configurable: true, enumerable: false, get() { touched.push(name); } });
  const watched = new Set(Object.getOwnPropertyNames(globalThis));
  const report = (module) => {
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !watched.has(name));
    const names = Object.keys(module).filter((name) => name !== "default").sort();
    console.log(JSON.stringify({ added, touched, names }));
  };`;

interface Report {
  readonly added: string[];
  readonly touched: string[];
  readonly names: string[];
}

type Kind = "module" | "commonjs";

/** What a script prints, run by a Node of its own in the folder of the package. */
function runScript<T>(kind: Kind, script: string): T {
  const options = [`--input-type=${kind}`, "--eval", script];
  return JSON.parse(execFileSync(process.execPath, options, { cwd: ROOT, encoding: "utf8" })) as T;
}

const load = (kind: Kind, expression: string): Report => runScript(kind, `${WATCH}\nreport(${expression});`);

describe.each([...SUBPATHS, ...FRAMEWORKS])("The package at %s", (path, name) => {
  it("is imported and required in plain Node with the same names", () => {
    const { names } = load("module", `await import("${path}")`);
    expect(names).toContain(name);
    expect(load("commonjs", `require("${path}")`).names).toEqual(names);
  });
});

describe.each(SUBPATHS)("The package at %s", (path) => {
  it("touches no global and leaves none", () => {
    for (const { added, touched } of [
      load("module", `await import("${path}")`),
      load("commonjs", `require("${path}")`),
    ])
      expect({ added, touched }).toEqual({ added: [], touched: [] });
  });
});

describe("The package", () => {
  it.each(["style.css", "schema.json", "store-worker", "package.json"])("offers %s as a file", (file) => {
    const script = `console.log(require("fs").statSync(require.resolve("mizwala/${file}")).size)`;
    const size = runScript<number>("commonjs", script);
    expect(size).toBeGreaterThan(0);
  });

  it("hides its inner modules", () => {
    expect(() => load("module", `await import("mizwala/dist/time/edtf.js")`)).toThrow("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  it("runs as a script that leaves one global name", () => {
    const script = `
      const { createContext, runInContext } = require("vm");
      const world = createContext({});
      runInContext(require("fs").readFileSync("dist/mizwala.iife.js", "utf8"), world);
      console.log(JSON.stringify({ added: Object.keys(world), names: Object.keys(world.mizwala) }));`;
    const { added, names } = runScript<Omit<Report, "touched">>("commonjs", script);
    expect(added).toEqual(["mizwala"]);
    expect(names).toEqual(expect.arrayContaining(IN_SCRIPT.map(([, name]) => name)));
  });
});
