import { readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { adviceOf, isUpdate, jsonText } from "../support/committed.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMMITTED = new URL("sizes.json", import.meta.url);
const COMPARISON = new URL("../../docs/comparison.md", import.meta.url);
const GROWTH = 1.02;
const CORE_LIMIT = 102_000;
const PARSER_LIMIT = 3_000;
const FRAMES_LIMIT = 2_000;

/** The minified script of what a page pays, d3 included. */
const ENTRIES = {
  createTimeline: () => bundle(`export { createTimeline } from "mizwala";`),
  search: () => bundle(`export { createTimeline } from "mizwala"; export { search } from "mizwala/features";`),
  overview: () => bundle(`export { createTimeline } from "mizwala"; export { overview } from "mizwala/features";`),
  brush: () => bundle(`export { createTimeline } from "mizwala"; export { brush } from "mizwala/features";`),
  table: () => bundle(`export { createTimeline } from "mizwala"; export { table } from "mizwala/features";`),
  download: () => bundle(`export { createTimeline } from "mizwala"; export { download } from "mizwala/features";`),
  story: () => bundle(`export { createTimeline } from "mizwala"; export { story } from "mizwala/features";`),
  editing: () => bundle(`export { createTimeline } from "mizwala"; export { editing } from "mizwala/features";`),
  element: () => bundle(`export { defineTimelineElement } from "mizwala/element";`),
  react: () => bundle(`export { Timeline } from "mizwala/react";`, ["react"]),
  embed: () => readFile(`${ROOT}dist/embed.iife.js`),
  store: () => bundle(`export { buildStore, density } from "mizwala/store";`),
  storeWorker: () => readFile(`${ROOT}dist/store-worker.iife.js`),
  renderToHTML: () => bundle(`export { renderToHTML } from "mizwala/svg";`),
  renderToSVG: () => bundle(`export { renderToSVG } from "mizwala/svg";`),
  parseEDTF: () => bundle(`export { parseEDTF } from "mizwala/time";`),
  script: () => readFile(`${ROOT}dist/mizwala.iife.js`),
} satisfies Readonly<Record<string, () => Promise<Uint8Array>>>;

async function bundle(contents: string, external: string[] = []): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "browser",
    external,
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles[0]!.contents;
}

const measure = async (entry: keyof typeof ENTRIES): Promise<number> =>
  gzipSync(await ENTRIES[entry](), { level: 9 }).length;

const committed = (): Record<string, number> => JSON.parse(readFileSync(COMMITTED, "utf8")) as Record<string, number>;

describe("The size, minified and compressed by gzip,", () => {
  it.each(Object.keys(ENTRIES) as (keyof typeof ENTRIES)[])("of %s keeps to its committed figure", async (entry) => {
    const bytes = await measure(entry);
    console.log(`${entry}: ${bytes} bytes`);
    if (isUpdate("SIZES")) writeFileSync(COMMITTED, jsonText({ ...committed(), [entry]: bytes }));
    const before = committed()[entry] ?? 0;
    const hint = adviceOf("SIZES", `${entry} has ${bytes} bytes, ${before} are committed`);
    expect(bytes, hint).toBeLessThanOrEqual(Math.floor(before * GROWTH));
  });

  it(`of the whole interactive core stays within ${CORE_LIMIT} bytes`, async () => {
    expect(await measure("createTimeline")).toBeLessThanOrEqual(CORE_LIMIT);
  });

  it("of the whole interactive core is what the comparison says, to a kilobyte", async () => {
    const [, said] = /^\| \*\*Mizwala\*\* +\| \*\*(\d+)\*\*/m.exec(readFileSync(COMPARISON, "utf8")) ?? [];
    expect(Math.abs(Number(said) - (await measure("createTimeline")) / 1000)).toBeLessThanOrEqual(1);
  });

  it(`of the script around frames stays within ${FRAMES_LIMIT} bytes before compression`, async () => {
    expect((await ENTRIES.embed()).length).toBeLessThanOrEqual(FRAMES_LIMIT);
  });

  it(`of the reader of EDTF stays within ${PARSER_LIMIT} bytes`, async () => {
    expect(await measure("parseEDTF")).toBeLessThanOrEqual(PARSER_LIMIT);
  });

  it("of one function is that function, not the library", async () => {
    expect(await measure("parseEDTF")).toBeLessThan((await measure("createTimeline")) / 2);
  });
});
