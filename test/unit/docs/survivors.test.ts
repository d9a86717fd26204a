import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import survivors from "../../mutation/survivors.json" with { type: "json" };

const linesOf = (file: string): string[] =>
  readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8")
    .split("\n")
    .map((line) => line.trim());

describe("The faults in the source that no test can find", () => {
  it("are faults of lines that are there, each with its reason", () => {
    for (const { file, line, text, replacement, reason } of survivors) {
      expect(linesOf(file)).toContain(line);
      expect(line).toContain(text);
      expect(replacement).not.toBe(text);
      expect(reason.split(" ").length).toBeGreaterThan(4);
    }
  });

  it("are listed once", () => {
    const keys = survivors.map(({ file, line, text, replacement }) => [file, line, text, replacement].join("\n"));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
