import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bin } from "../../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const EXAMPLE = "examples/astana-damascus.json";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mizwala-command-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the command as npm does, in a process of its own. */
function mizwala(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, bin.mizwala), ...words], { cwd: ROOT, encoding: "utf8" });
}

describe("The command of the package", () => {
  it("is a script for Node", () => {
    expect(readFileSync(join(ROOT, bin.mizwala), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it("draws the example to a file as it does to standard output", () => {
    const file = join(folder, "timeline.svg");
    expect(mizwala("render", EXAMPLE, "-o", file)).toMatchObject({ status: 0, stdout: "", stderr: "" });
    const printed = mizwala("render", EXAMPLE);
    expect(printed).toMatchObject({ status: 0, stderr: "" });
    expect(printed.stdout).toMatch(/^<svg [^]*<\/svg>\n$/);
    expect(readFileSync(file, "utf8")).toBe(printed.stdout);
  });

  it("takes width, language, direction and theme", () => {
    const flags = ["--width", "640", "--locale", "en", "--direction", "rtl", "--theme", "dark"];
    const { status, stdout } = mizwala("render", EXAMPLE, ...flags);
    expect(status).toBe(0);
    for (const part of [`width="640"`, `xml:lang="en"`, "Assad meets Bagheri", `fill="#15191e"`])
      expect(stdout).toContain(part);
  });

  it("exits with 1 and names the row of a date that is none, and with 2 after a wrong call", () => {
    const file = join(folder, "rows.json");
    const events = [
      { date: "2020-07-08", title: "Good" },
      { date: "2020-13-45", title: "Bad" },
    ];
    writeFileSync(file, JSON.stringify({ events }));
    const bad = mizwala("render", file);
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain(`events[1].date: found "2020-13-45"`);
    expect(bad.stdout).toContain("Good");
    expect(mizwala("render", EXAMPLE, "--theme", "pink")).toMatchObject({ status: 2, stdout: "" });
  });
});
