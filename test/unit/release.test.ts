import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nextVersion, releaseChangelog } from "../../.ci/changelog.mjs";

const ROOT = new URL("../../", import.meta.url);
const CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing.\n\n## [0.1.0] - 2026-01-02\n\n- Before.\n";

describe("A release", () => {
  it.each([
    ["0.1.9", "patch", "0.1.10"],
    ["0.1.9", "minor", "0.2.0"],
    ["0.1.9", "major", "1.0.0"],
    ["0.1.0", "0.1.0", "0.1.0"],
    ["0.1.0", "0.10.2", "0.10.2"],
  ])("of %s by %s is %s", (current, asked, next) => {
    expect(nextVersion(current, asked)).toBe(next);
  });

  it.each([
    ["0.2.0", "0.1.9", "is before"],
    ["1.0.0", "0.9.0", "is before"],
    ["0.1.0", "next", "is no version"],
    ["0.1.0", "1.0", "is no version"],
    ["0.1.0", "toString", "is no version"],
  ])("of %s by %s is refused: it %s", (current, asked, reason) => {
    expect(() => nextVersion(current, asked)).toThrow(reason);
  });

  it("makes a version of what is unreleased, and leaves room for what comes", () => {
    const { changelog, notes } = releaseChangelog(CHANGELOG, "0.2.0", "2026-11-27");
    expect(notes).toBe("### Added\n\n- A thing.");
    expect(changelog).toBe(CHANGELOG.replace("## [Unreleased]\n", "## [Unreleased]\n\n## [0.2.0] - 2026-11-27\n"));
    expect(() => releaseChangelog(changelog, "0.3.0", "2026-11-28")).toThrow("says nothing of what is new");
  });

  it("can be made of the changelog as it is", () => {
    const { notes } = releaseChangelog(readFileSync(new URL("CHANGELOG.md", ROOT), "utf8"), "9.0.0", "2026-11-27");
    expect(notes).toContain("### Added");
  });
});

describe("The workflows", () => {
  const folder = new URL(".github/workflows/", ROOT);
  const workflows = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const);

  it.each(workflows)("take actions by their content, may read alone, and leave no token behind: %s", (_, text) => {
    const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action!);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?=\S)/m);
    expect(text).not.toMatch(/: write(?<!id-token: write)/);
    expect(text).toContain("persist-credentials: false");
  });
});
