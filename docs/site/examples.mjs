// The examples as pages that need no server: what they would fetch comes with them, as a script.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";

const ROOT = new URL("../../", import.meta.url);
const MODULE = /<script type="module" src="([\w-]+\.js)"><\/script>/;

/**
 * Pages from files may load scripts, but not fetch: the data of all examples, given out by the name that is asked for. A page
 * around an example learns how high it is.
 */
const filesScript = (files) => `{
  const files = ${JSON.stringify(files).replaceAll("<", "\\u003c")};
  const fetched = window.fetch;
  window.fetch = async (name, ...how) => {
    if (!Object.hasOwn(files, name)) return fetched(name, ...how);
    return new Response(files[name], { headers: { "content-type": name.endsWith(".json") ? "application/json" : "text/csv" } });
  };
  mizwala.tellHeight();
}
`;

/** The HTML of an example with its module inside, and the library beside the folder. */
async function selfContained(html, folder) {
  const [tag, name] = MODULE.exec(html) ?? [];
  const script = name && (await readFile(new URL(name, folder), "utf8"));
  const code = `\n${script}`;
  const hash = createHash("sha256").update(code).digest("base64");
  const inside = tag
    ? html
        .replace(tag, () => `<script type="module">${code}</script>`)
        .replace("script-src 'self';", `script-src 'self' 'sha256-${hash}';`)
    : html;
  return inside
    .replace(/(<script src="\.\.\/)dist\/(mizwala\.iife\.js"><\/script>)/, '$1$2\n  <script src="files.js"></script>')
    .replace(/"\.\.\/dist\/(formats|source)\.iife\.js"/, '"../$1.iife.js"');
}

/**
 * Writes all examples into a folder of the site; the library must be built.
 *
 * @param {URL} site - Ends with a slash.
 */
export async function buildExamples(site) {
  const folder = new URL("examples/", ROOT);
  const out = new URL("examples/", site);
  await mkdir(out, { recursive: true });
  const names = await readdir(folder);
  const files = {};
  for (const name of names) {
    if (/\.(json|csv)$/.test(name)) files[name] = await readFile(new URL(name, folder), "utf8");
    if (/\.(json|csv|css)$/.test(name)) await copyFile(new URL(name, folder), new URL(name, out));
    if (name.endsWith(".html"))
      await writeFile(new URL(name, out), await selfContained(await readFile(new URL(name, folder), "utf8"), folder));
  }
  await writeFile(new URL("files.js", out), filesScript(files));
  for (const name of ["mizwala", "embed", "formats", "source"])
    await copyFile(new URL(`dist/${name}.iife.js`, ROOT), new URL(`${name}.iife.js`, site));
}
