import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { expectCommitted } from "../support/committed.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const APPROVED = new URL("approved-files.txt", import.meta.url);

/** Hosts that may be named in a published file: namespaces, reserved names, and pages that links lead to; never what is loaded. */
const HOSTS = /^((www\.w3|json-schema|schema|www\.wikidata)\.org|(www\.youtube|vimeo)\.com|.*\.invalid)$/;

/** What the bundler adds to the names of parts that entries share. */
const HASH = /(?<=^dist\/[\w-]+)-[\w-]{8}(?=\.(cjs|d\.c?ts)$)/;

function packedFiles(): string[] {
  const output = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [pack] = JSON.parse(output) as [{ files: { path: string }[] }];
  return pack.files.map(({ path }) => path).sort();
}

const files = packedFiles();
const read = (path: string): string => readFileSync(`${ROOT}${path}`, "utf8");

describe("The published package", () => {
  it("holds the approved files and no other", () => {
    const names = [...new Set(files.map((path) => path.replace(HASH, "-HASH")))].sort();
    expectCommitted("APPROVED", APPROVED, `${names.join("\n")}\n`);
  });

  it("carries its licence and its readme", () => {
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
  });

  it("names no path and no host of the machine that built it", () => {
    const own = [ROOT, homedir(), hostname()].filter((name) => name.length > 5);
    const secrets = [...own, "file://", "sourceMappingURL"];
    const found = files.flatMap((path) =>
      secrets.filter((secret) => read(path).includes(secret)).map((s) => [path, s]),
    );
    expect(found).toEqual([]);
  });

  it("names no host but those of standards in its code", () => {
    const code = files.filter((path) => path.startsWith("dist/") && /\.(c?js|json|css)$/.test(path));
    const hosts = code.flatMap((path) => read(path).match(/(?<=https?:\/\/)[\w.-]+\.\w+/g) ?? []);
    expect([...new Set(hosts)].filter((host) => !HOSTS.test(host))).toEqual([]);
  });
});
