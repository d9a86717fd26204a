import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { afterAll, describe, expect, it } from "vitest";
import { audit, dependencies, licenceIn, licenceList, sbom } from "../../.ci/supply.mjs";
import { writeAssets } from "../../bundling.js";
import { dependencies as own, name, version } from "../../package.json" with { type: "json" };
import config from "../../tsup.config.js";
import { listen } from "../../examples/serve.mjs";
import { IS_FULL } from "../support/full.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = `${ROOT}dist`;
/** What may be installed beside a package under MIT. */
const LICENCES = ["BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0", "Unlicense"];
/** What may be used to make and test it, and is no part of it. */
const LICENCES_OF_TOOLS = [
  ...LICENCES,
  ...["0BSD", "Apache-2.0", "BlueOak-1.0.0", "CC-BY-3.0", "CC-BY-4.0", "CC0-1.0", "LGPL-3.0-or-later", "MIT-0"],
  ...["OFL-1.1", "Python-2.0", "Zlib"],
];

const namesIn = (licence = "none"): string[] => licence.split(/ (?:AND|OR) |[()]/).filter(Boolean);
const refOf = (part: { readonly name: string; readonly version: string }): string => `${part.name}@${part.version}`;

describe("What is published", () => {
  const folder = mkdtempSync(join(tmpdir(), "mizwala-again-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("is made of the same bytes when it is built again, elsewhere", async () => {
    // Declarations take a minute.
    const parts = IS_FULL ? config : config.filter(({ dts }) => !dts);
    for (const part of parts)
      await build({ ...part, outDir: folder, onSuccess: () => Promise.resolve(), silent: true, config: false });
    await writeAssets(folder);
    const filesOf = (place: string): string[] =>
      readdirSync(place, { recursive: true, encoding: "utf8" })
        .filter((file) => statSync(join(place, file)).isFile())
        .filter((file) => IS_FULL || file === "style.css.d.ts" || !/\.d\.c?ts$/.test(file))
        .sort();
    const files = filesOf(folder);
    expect(files).toEqual(filesOf(DIST));
    expect(files).toEqual(expect.arrayContaining(["index.cjs", "schema.json", "style.css", "themes/quiet.css"]));
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => !readFileSync(join(folder, file)).equals(readFileSync(join(DIST, file))))).toEqual(
      [],
    );
  });
});

describe("The list of parts beside a release", () => {
  const list = sbom();
  const { components } = list;
  const shipped = dependencies().filter(({ isShipped }) => isShipped);

  it("is a document of CycloneDX about this version", () => {
    expect(list).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5" });
    expect(list.serialNumber).toMatch(/^urn:uuid:[\da-f-]{36}$/);
    expect(Date.parse(list.metadata.timestamp)).toBeGreaterThan(0);
    expect(list.metadata.component).toMatchObject({ name, version, purl: `pkg:npm/${name}@${version}` });
  });

  it("names all that is installed with the package and nothing else, each with its licence, address and hash", () => {
    expect(components.map(refOf).sort()).toEqual([...new Set(shipped.map(refOf))].sort());
    expect(components.map((part) => part.name)).toEqual(expect.arrayContaining(Object.keys(own)));
    for (const part of components) {
      expect(part.purl, part.name).toBe(`pkg:npm/${refOf(part)}`);
      expect(part.hashes, part.name).toEqual([
        { alg: "SHA-512", content: expect.stringMatching(/^[\da-f]{128}$/) as string },
      ]);
      expect(LICENCES, part.name).toContain(part.licenses?.[0]?.license?.id);
    }
  });

  it("tells which part needs which", () => {
    const refs = components.map((part) => part["bom-ref"]);
    expect(list.dependencies.map(({ ref }) => ref).sort()).toEqual([...refs, `${name}@${version}`].sort());
    const [root] = list.dependencies.filter(({ ref }) => ref === `${name}@${version}`);
    expect(root!.dependsOn).toHaveLength(Object.keys(own).length);
    expect(list.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.includes(ref))).toEqual([]);
  });
});

describe("All that is installed, also to make and test it,", () => {
  const all = dependencies();

  it("has a licence that may be used, and says it itself as the lock file does", () => {
    expect(all.length).toBeGreaterThan(500);
    const refused = all.filter(({ licence, isShipped }) =>
      namesIn(licence).some((each) => !(isShipped ? LICENCES : LICENCES_OF_TOOLS).includes(each)),
    );
    expect(refused).toEqual([]);
    const installed = all.filter(({ path }) => existsSync(`${ROOT}${path}/package.json`));
    expect(installed.length).toBeGreaterThan(400);
    const saysElse = installed.filter(
      ({ path, licence }) =>
        licenceIn(JSON.parse(readFileSync(`${ROOT}${path}/package.json`, "utf8")) as object) !== licence,
    );
    expect(saysElse).toEqual([]);
  });

  it("is known by its content, from any registry", () => {
    expect(all.filter(({ integrity, from }) => !integrity?.startsWith("sha512-") || from !== undefined)).toEqual([]);
  });

  it("comes with the package only by what was approved", () => {
    expect(Object.keys(own)).toEqual(["d3", "htmlparser2", "ical.js"]);
  });

  it("stands in the list of licences beside a release", () => {
    const lines = licenceList().split("\n");
    const lineOf = (each: (typeof all)[number]): string => `${each.name} ${each.version}: ${each.licence}`;
    expect(all.filter((each) => !lines.includes(lineOf(each)))).toEqual([]);
    const others = lines.indexOf("For its development, or where it is asked for:");
    expect(lines.findIndex((line) => line.startsWith("d3 "))).toBeLessThan(others);
    expect(lines.findIndex((line) => line.startsWith("vitest "))).toBeGreaterThan(others);
  });
});

describe("Faults that are known of what is installed with the package", () => {
  /** What a registry answers that knows of these faults. */
  async function askedOf(status: number, faults: object): Promise<{ found: readonly string[]; reason?: string }> {
    const server = await listen((request, response) => {
      const body = request.url?.endsWith("/advisories/bulk") ? faults : { name: "d3", versions: {} };
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      return Promise.resolve();
    }, 0);
    try {
      return await audit(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    } finally {
      server.close();
    }
  }

  it("are none, where the registry can be asked", async () => {
    const { found, reason } = await audit();
    if (reason !== undefined) console.log(`The registry can't be asked: ${reason}`);
    expect(found).toEqual([]);
  });

  it("are told as the registry tells them", async () => {
    const fault = { id: 1, title: "A fault", severity: "high", url: "https://example.org/", vulnerable_versions: "*" };
    expect(await askedOf(200, { d3: [fault] })).toEqual({ found: ["d3: high"] });
    expect(await askedOf(200, {})).toEqual({ found: [] });
  });

  it("are not taken for none where there is no answer", async () => {
    expect(await askedOf(405, {})).toEqual({ found: [], reason: "405 Method Not Allowed" });
  });
});
