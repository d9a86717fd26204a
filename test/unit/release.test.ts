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
  /** Where more than reading is needed, and for what. */
  const MAY_WRITE: Readonly<Record<string, readonly string[]>> = {
    "codeql.yml": ["security-events"],
    "publish.yml": ["id-token"],
    "scorecard.yml": ["id-token", "security-events"],
  };

  it.each(workflows)("take actions by their content, may read alone, and leave no token behind: %s", (name, text) => {
    const uses = [...text.matchAll(/uses: (.+)/g)].map(([, action]) => action!);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+){2}$/.test(action))).toEqual([]);
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?=\S)/m);
    expect([...text.matchAll(/([\w-]+): write/g)].map(([, what]) => what).sort()).toEqual(MAY_WRITE[name] ?? []);
    expect(text).not.toMatch(/write-all|pull_request_target/);
    const checkouts = text.match(/actions\/checkout@/g) ?? [];
    expect(text.match(/persist-credentials: false/g)).toHaveLength(checkouts.length);
    const jobs = text.slice(text.indexOf("\njobs:")).match(/^ {2}[\w-]+:$/gm) ?? [];
    expect(text.match(/timeout-minutes: \d/g)).toHaveLength(jobs.length);
  });

  it("take one action at one version", () => {
    const versions = new Map<string, Set<string>>();
    for (const [, text] of workflows)
      for (const [, action, version] of text.matchAll(/uses: ([\w-]+\/[\w-]+)\S*?@(.+)/g))
        versions.set(action!, (versions.get(action!) ?? new Set()).add(version!));
    expect([...versions].filter(([, found]) => found.size > 1)).toEqual([]);
  });

  it("ask for known faults of dependencies on each change and before what is published", () => {
    const asking = workflows.filter(([, text]) => text.includes("npm run audit")).map(([name]) => name);
    expect(asking.sort()).toEqual(["publish.yml", "test.yml"]);
  });

  it("run every part of the full run each night", () => {
    const parts = /^const PARTS = \{\n([^]*?)^\};/m.exec(readFileSync(new URL("test/run-full.mjs", ROOT), "utf8"))![1]!;
    const names = [...parts.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    const full = readFileSync(new URL("full.yml", folder), "utf8");
    expect(names).toContain("sequences");
    expect(full).toContain(`part: [${names.join(", ")}]`);
    expect(full).toMatch(/cron: "\d+ \d+ \* \* \*"/);
  });

  it("are kept up to date, as the dependencies are", () => {
    const text = readFileSync(new URL(".github/dependabot.yml", ROOT), "utf8");
    const kinds = [...text.matchAll(/package-ecosystem: (\S+)\n {4}directory: \//g)].map(([, kind]) => kind);
    expect(kinds).toEqual(["npm", "github-actions"]);
  });
});

describe("SECURITY.md", () => {
  const text = readFileSync(new URL("SECURITY.md", ROOT), "utf8");

  it.each([
    ["how to report", /report privately/],
    ["when one is answered", /within\s+five working days/],
    ["which versions are mended", /## What is supported/],
    ["what counts as a vulnerability", /## What Mizwala promises/],
    ["that valid JSON is safe", /JSON/],
  ])("says %s", (_, words) => {
    expect(text).toMatch(words);
  });
});
