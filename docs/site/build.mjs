// The documentation as one static site: guides and reference by TypeDoc, the examples live, the gallery. Works from files.
import { spawnSync } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildExamples } from "./examples.mjs";
import { buildGallery } from "./gallery.mjs";
import { followLinks } from "./links.mjs";

const ROOT = new URL("../../", import.meta.url);
const SITE = new URL("site/", ROOT);

const { status } = spawnSync(process.execPath, [fileURLToPath(new URL("node_modules/typedoc/bin/typedoc", ROOT))], {
  cwd: fileURLToPath(ROOT),
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);
await buildExamples(SITE);
await buildGallery(SITE);

/** TypeDoc copies what guides point to; the examples are there already. */
const examples = new Set(await readdir(new URL("examples/", SITE)));
for (const entry of await readdir(SITE, { recursive: true, withFileTypes: true })) {
  if (!entry.name.endsWith(".html") || entry.parentPath.endsWith("examples")) continue;
  const file = join(entry.parentPath, entry.name);
  const up = "../".repeat(file.slice(fileURLToPath(SITE).length).split("/").length - 1);
  const html = await readFile(file, "utf8");
  const linked = html
    .replaceAll(/"(?:\.\.\/)*media\/([\w-]+\.\w+)((?:\?[^"#]*)?(?:#[^"]*)?)"/g, (whole, name, rest) =>
      examples.has(name) ? `"${up}examples/${name}${rest}"` : whole,
    )
    .replaceAll('href="gallery.html"', `href="${up}gallery.html"`);
  if (linked !== html) await writeFile(file, linked);
}
for (const name of examples) await rm(new URL(`media/${name}`, SITE), { force: true });

const { count, faults } = await followLinks(SITE);
for (const fault of faults) console.error(fault);
console.log(`${count} links followed, ${faults.length} dead`);
process.exitCode = faults.length > 0 ? 1 : 0;
