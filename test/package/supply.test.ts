import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { afterAll, describe, expect, it } from "vitest";
import config from "../../tsup.config.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What may be installed beside a package under MIT. */
const LICENCES = ["BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0", "Unlicense"];

interface Part {
  readonly name: string;
  readonly licenses?: readonly { readonly license: { readonly id?: string; readonly name?: string } }[];
}

describe("What is published", () => {
  const folder = mkdtempSync(join(tmpdir(), "mizwala-again-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("is made of the same bytes when it is built again, elsewhere", async () => {
    for (const { dts, ...part } of config)
      if (!dts)
        await build({ ...part, outDir: folder, onSuccess: () => Promise.resolve(), silent: true, config: false });
    const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.c?js$/.test(name));
    expect(scripts.length).toBeGreaterThan(300);
    const read = (from: string, name: string): string => readFileSync(join(from, name), "utf8");
    expect(scripts.filter((name) => read(folder, name) !== read(`${ROOT}dist`, name))).toEqual([]);
  });

  it("lists its parts, each with a licence that goes with its own, such as the release has beside it", () => {
    const list = ["sbom", "--omit=dev", "--sbom-format=cyclonedx", "--sbom-type=library"];
    const { components } = JSON.parse(execFileSync("npm", list, { cwd: ROOT, encoding: "utf8" })) as {
      readonly components: readonly Part[];
    };
    const licences = components.flatMap(({ licenses = [] }) =>
      licenses.map(({ license }) => license.id ?? license.name),
    );
    expect(components.map(({ name }) => name)).toContain("d3");
    expect(licences).toHaveLength(components.length);
    expect([...new Set(licences)].filter((licence) => !LICENCES.includes(licence!))).toEqual([]);
  });
});
