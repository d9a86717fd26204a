// Writes one page that needs nothing else: node examples/build-embed.mjs [DOCUMENT.json] [PAGE.html]
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const STYLE = `
body { margin: 0; background: #fffefb; color: #16181d; font: 16px/1.6 system-ui, "Noto Sans Arabic", "Segoe UI", sans-serif; }
article { padding: 16px; }
h1 { margin: 0; font-size: 22px; }
@media (prefers-color-scheme: dark) { body { background: #15191e; color: #f1f2f4; } }
`;

const START = `
const host = document.getElementById("timeline");
const base = host.firstElementChild;
mizwala.createTimeline(host, { headingLevel: 1, ...JSON.parse(document.getElementById("data").textContent) });
base.remove();
`;

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHTML = (text) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]);
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function tag(name, attributes, content) {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return `<${name}${given.map(([key, value]) => ` ${key}="${escapeHTML(value)}"`).join("")}>${content}</${name}>`;
}

const write = (name, text) => (text ? tag(name, { lang: text.lang, dir: text.dir }, escapeHTML(text.text)) : "");

/** The timeline as a document for readers without script: its texts, and its events in order of time. */
function writeBase({ columns, frame, setting, words }, describe) {
  const items = columns.events.map((event) => {
    const { title, datetime } = describe(event, setting.dates, words);
    const time = tag("time", { datetime }, escapeHTML(setting.dates.spoken(event.span)));
    return tag("li", {}, `${time}: ${write("bdi", title)}`);
  });
  const parts = [write("h1", frame.title), write("p", frame.subtitle), tag("ol", {}, items.join("\n"))];
  return tag("article", {}, [...parts, write("p", frame.source)].join("\n"));
}

/** A page without any request: document, style and script are inside, and its policy forbids everything else. */
export function buildEmbed(document, bundle, { resolveOptions, prepare, describe, estimateMeasurer }) {
  const data = { ...document, $schema: undefined };
  const options = resolveOptions(data);
  const prepared = prepare(options, estimateMeasurer);
  const script = `${bundle}${START}`.replace(/<(?=\/script|!--)/gi, "\\x3c");
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(STYLE)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escapeHTML(options.locale)}" dir="${options.direction}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHTML(prepared.frame.title?.text ?? prepared.words.say("timeline"))}</title>
<style>${STYLE}</style>
<main id="timeline">${writeBase(prepared, describe)}</main>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
<script>${script}</script>
</html>
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const here = (path) => fileURLToPath(new URL(path, import.meta.url));
  const [source = here("astana-damascus.json"), target = here("embed.html")] = process.argv.slice(2);
  const modules = ["model/options", "layout/prepare", "scene/describe", "text/measure"];
  const library = await Promise.all(modules.map((name) => import(`../dist/${name}.js`)));
  const bundle = await readFile(here("../dist/mizwala.iife.js"), "utf8");
  const document = JSON.parse(await readFile(source, "utf8"));
  await writeFile(target, buildEmbed(document, bundle, Object.assign({}, ...library)));
}
