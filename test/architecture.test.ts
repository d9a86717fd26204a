import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findViolations, type Sources } from "./support/architecture.js";

const SRC = new URL("../src/", import.meta.url);

function readSources(): Sources {
  const paths = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, SRC), "utf8")]));
}

describe("The source", () => {
  it("keeps to the layers, doors and names of the architecture", () => {
    const sources = readSources();
    expect(sources.size).toBeGreaterThan(0);
    expect(findViolations(sources)).toEqual([]);
  });
});

const check = (path: string, text: string): string[] => findViolations(new Map([[path, text]]));

describe("The architecture check", () => {
  it.each([
    ["an import from above", "time/a.ts", `import { x } from "../layout/x.js";`, "time may import text, base"],
    ["a re-export from above", "time/a.ts", `export { x } from "../layout/x.js";`, "time may import text, base"],
    ["a value where types are allowed", "scene/a.ts", `import { x } from "../view/x.js";`, "scene may import"],
    ["a dynamic import from above", "base/a.ts", `await import("../text/x.js");`, "base may import nothing"],
    ["a package at a wrong door", "layout/a.ts", `import { scaleTime } from "d3";`, "not a door"],
    ["a package without a door", "component/a.ts", `import x from "left-pad";`, "not a door"],
    ["Node outside of the command line", "model/a.ts", `import "node:fs";`, "not a door"],
    [
      "a page that pays for what measures pictures",
      "component/a.ts",
      `import { measureQuality } from "../layout/quality.js";`,
      "component may import",
    ],
    ["a layout that measures itself", "layout/a.ts", `import { x } from "./quality.js";`, "layout may import"],
    ["an unknown folder", "stuff/a.ts", `import "../base/x.js";`, "no layer"],
    ["a global page", "component/a.ts", `document.createElement("p");`, "never by a global"],
    [
      "a global class",
      "render/svg/dom.ts",
      `const is = (x: unknown) => x instanceof HTMLElement;`,
      "never by a global",
    ],
    [
      "a page below the component",
      "layout/a.ts",
      `export const d = (e: Element) => e.ownerDocument;`,
      "touch the page",
    ],
    ["a page taken apart", "layout/a.ts", `const { ownerDocument: d } = host;`, "touch the page"],
    ["a clock", "view/a.ts", `export const t = Date.now();`, "no clock"],
    ["a new Date of now", "view/a.ts", `export const t = new Date();`, "no clock"],
    ["a random number", "scene/a.ts", `export const t = Math.random();`, "no chance"],
    ["a timer", "layout/a.ts", `setTimeout(() => {}, 1);`, "no timer"],
    ["a date read by Date", "time/a.ts", `new Date("2020-07-09");`, "never read by Date"],
    ["a local getter", "time/a.ts", `export const y = (d: Date) => d.getFullYear();`, "depend on the machine"],
    ["markup from text", "component/a.ts", `host.innerHTML = text;`, "never becomes markup"],
    ["markup from text by brackets", "component/a.ts", `host["innerHTML"] = text;`, "never becomes markup"],
    ["a style attribute", "component/a.ts", `host.setAttribute("style", text);`, "security policy"],
    ["a request", "component/a.ts", `fetch("/x");`, "nothing is fetched"],
    ["a print", "layout/a.ts", `console.log(1);`, "only the command line prints"],
    ["a vague name", "layout/date-utils.ts", ``, "says nothing"],
    ["a name in camel case", "layout/dateThing.ts", ``, "kebab-case"],
    ["an index that does something", "time/index.ts", `export const x = 1;`, "more than re-export"],
  ])("finds %s", (_what, path, text, why) => {
    expect(check(path, text)).toEqual([expect.stringContaining(why)]);
  });

  it("finds a ring of imports, even of types", () => {
    const ring = new Map([
      ["time/a.ts", `import { b } from "./b.js";`],
      ["time/b.ts", `import { c } from "./c.js";`],
      ["time/c.ts", `import type { A } from "./a.js";`],
    ]);
    expect(findViolations(ring)).toEqual(["time/a.ts -> time/b.ts -> time/c.ts -> time/a.ts is a ring of imports"]);
  });

  it.each([
    ["a downward import", "layout/a.ts", `import { x } from "../time/x.js";`],
    ["types where types are allowed", "scene/a.ts", `import type { X } from "../view/x.js";`],
    ["inline types where types are allowed", "scene/a.ts", `import { type X } from "../view/x.js";`],
    ["d3 at its doors", "render/html/dom.ts", `import { select } from "d3";`],
    ["a page's types anywhere", "model/a.ts", `export type Draw = (host: HTMLElement) => Node | null;`],
    ["a page through its host", "component/a.ts", `const { document } = view; document.createElement("p");`],
    ["a member of that name", "layout/a.ts", `export const d = store.document; export const o = { window: 1 };`],
    ["a clock in the component", "component/a.ts", `Date.now();`],
    ["a Date of a number", "time/a.ts", `new Date(0).getUTCDate();`],
    ["Node in the command line", "cli/main.ts", `import { argv } from "node:process"; console.log(argv);`],
  ])("allows %s", (_what, path, text) => {
    expect(check(path, text)).toEqual([]);
  });
});
