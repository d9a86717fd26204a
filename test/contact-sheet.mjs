// All pictures of the tests on one page, to look through: `npm run test:pictures`, then open test/screenshots/sheet.html.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const PICTURES = new URL("screenshots/", import.meta.url);
const FAILED = ".failed/";

/** Which way the text of a picture goes, as its name tells. */
const directionOf = (name) =>
  /-(en|few-en)(-|$)/.test(name) ? "ltr" : /(^|-)(ar|persian|hijri|moon-rtl)(-|$)/.test(name) ? "rtl" : "other";

/** Width and height of a PNG, from its head. */
function sizeOf(path) {
  const head = readFileSync(new URL(path, PICTURES)).subarray(16, 24);
  return [head.readUInt32BE(0), head.readUInt32BE(4)];
}

const figure = (engine, name) => {
  const path = `${engine}/${name}.png`;
  const [width, height] = sizeOf(path);
  const image = (source) =>
    `<a href="${source}"><img loading="lazy" src="${source}" width="${width}" height="${height}" alt=""></a>`;
  const changed = [".png", ".diff.png"].map((end) => `${FAILED}${engine}/${name}${end}`);
  const isChanged = existsSync(new URL(changed[0], PICTURES));
  const shown = [path, ...(isChanged ? changed.filter((other) => existsSync(new URL(other, PICTURES))) : [])];
  const words = [engine, name, directionOf(name), isChanged ? "changed" : ""].join(" ");
  return `<figure data-words="${words}" class="${isChanged ? "is-changed" : ""}">${shown.map(image).join("")}
<figcaption>${name} <small>${engine}, ${width} × ${height}${isChanged ? ", changed" : ""}</small></figcaption></figure>`;
};

const figures = ["chromium", "firefox", "webkit"].flatMap((engine) =>
  readdirSync(new URL(`${engine}/`, PICTURES))
    .filter((file) => file.endsWith(".png"))
    .sort()
    .map((file) => figure(engine, file.slice(0, -".png".length))),
);

const SCRIPT = `
const [field, count, figures] = [document.querySelector("input"), document.querySelector("output"), [...document.querySelectorAll("figure")]];
const look = () => {
  const wanted = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const figure of figures) figure.hidden = !wanted.every((word) => figure.dataset.words.includes(word));
  count.value = figures.filter(({ hidden }) => !hidden).length + " of " + figures.length;
  history.replaceState(null, "", "#" + encodeURIComponent(field.value));
};
for (const button of document.querySelectorAll("button"))
  button.addEventListener("click", () => { field.value = button.value; look(); });
field.addEventListener("input", look);
field.value = decodeURIComponent(location.hash.slice(1));
look();`;

const buttons = ["", "rtl", "ltr", "dark", "390", "1280", "firefox", "webkit", "changed"].map(
  (words) => `<button value="${words}">${words || "all"}</button>`,
);
const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pictures</title>
<style>
  body { margin: 0; font: 14px/1.4 system-ui, sans-serif; background: #f2f3f5; color: #1c1e21; }
  header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 12px 16px; background: #fff; border-bottom: 1px solid #d5d8dc; }
  input, button { min-height: 32px; padding: 0 10px; font: inherit; border: 1px solid #9aa0a6; border-radius: 6px; background: #fff; color: inherit; }
  input { flex: 1 1 240px; }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 16px; padding: 16px; align-items: start; }
  figure { margin: 0; padding: 8px; background: #fff; border: 1px solid #d5d8dc; border-radius: 8px; }
  figure[hidden] { display: none; }
  figure.is-changed { border: 2px solid #b3261e; grid-column: 1 / -1; }
  figure.is-changed a { display: inline-block; width: 33%; }
  img { display: block; width: 100%; height: auto; max-height: 480px; object-fit: contain; background: #e6e8eb; }
  figcaption { padding-top: 8px; overflow-wrap: anywhere; }
  small { color: #5f6368; }
</style>
<header><input type="search" aria-label="Words of the names" placeholder="Words of the names, such as: lanes ar dark">
${buttons.join("\n")}<output></output></header>
<main>
${figures.join("\n")}
</main>
<script>${SCRIPT}</script>
</html>
`;
writeFileSync(new URL("sheet.html", PICTURES), page);
console.log(`test/screenshots/sheet.html: ${figures.length} pictures`);
