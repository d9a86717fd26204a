import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const ROOT = new URL("../../../", import.meta.url);
const rows = readFileSync(new URL("docs/engines.md", ROOT), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (Engine|-)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

describe("Each fault of an engine that is known", () => {
  it("is one of the engines that the tests are run in, or of all", () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const [, engine = ""] of rows) expect(engine).toMatch(/^(all|(Chromium|Firefox|WebKit)(, \w+)*)$/);
  });

  it("has an address where it is told, or says that there is none", () => {
    for (const [, , fault, known] of rows)
      expect(known, fault).toMatch(/\]\(https:\/\/(github\.com|bugs\.webkit\.org)\/|^no report that we know of$/);
  });

  it("is shown by tests that exist", () => {
    for (const [, , fault, , , shown = ""] of rows) {
      const paths = [...shown.matchAll(/`([\w/-]+\.test\.ts)`/g)].map(([, path]) => path);
      expect(paths, fault).not.toEqual([]);
      for (const path of paths) expect(existsSync(new URL(`test/${path}`, ROOT)), path).toBe(true);
    }
  });
});
