// The gallery: each example live, with its code and its data, in two languages.
import { readFile, writeFile } from "node:fs/promises";

const ROOT = new URL("../../", import.meta.url);
const WORDS = {
  en: { dir: "ltr", title: "Gallery", code: "Code", data: "Data", alone: "By itself", home: "Documentation" },
  ar: { dir: "rtl", title: "معرض الأمثلة", code: "الشيفرة", data: "البيانات", alone: "في صفحة وحده", home: "الوثائق" },
};
const NAMES = { en: "English", ar: "العربية" };
const PAGES = { en: "gallery.html", ar: "gallery-ar.html" };

/** What is shown: a document by the page that shows any, or a page of its own with the file of its script. */
const EXAMPLES = [
  {
    doc: "astana-damascus",
    en: "From Astana to Damascus",
    ar: "من أستانا إلى دمشق",
    page: { ar: "index.html", en: "en.html" },
  },
  { doc: "ibn-battuta", en: "Ibn Battuta", ar: "ابن بطوطة" },
  { doc: "lanes-ibn-battuta", en: "Lanes", ar: "مسارات" },
  { doc: "hijri", en: "Months of the Hijra", ar: "شهور هجرية" },
  { doc: "persian", en: "The calendar of Iran", ar: "تقويم إيران" },
  { doc: "eras-space", en: "Eras and causes", ar: "عصور وأسباب" },
  { doc: "silence-moon", en: "Long silences left out", ar: "فترات صمت طويلة" },
  { doc: "deep-time", en: "From the Big Bang", ar: "من الانفجار العظيم" },
  { doc: "astana-background", script: "search", en: "Search and filter", ar: "البحث والتصفية" },
  { doc: "astana-background", script: "overview", en: "Overview and brush", ar: "النظرة العامة والتحديد" },
  { doc: "story", script: "story", en: "A story in steps", ar: "القصة خطوة خطوة" },
  { doc: "lanes-ibn-battuta", script: "editing", en: "Editing", ar: "التحرير" },
  { doc: "astana-damascus", script: "download", en: "A table, and files", ar: "جدول وتنزيل" },
  { script: "large", en: "Many events", ar: "أحداث كثيرة" },
  { script: "source", en: "Events on demand", ar: "أحداث حسب الطلب" },
  { script: "dates", en: "Dates in words", ar: "تواريخ بالكلمات" },
  { script: "snippet", en: "A snippet to embed", ar: "سطر التضمين" },
];

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const codeOf = (doc, lang) => `import { createTimeline } from "mizwala";

const response = await fetch("${doc}.json");
const options = await response.json();
createTimeline(document.querySelector("#timeline"), ${
  lang === "en" ? '{ ...options, locale: "en", monthNames: "auto", numerals: "auto" }' : "options"
});
`;

async function section({ doc, script, page, ...title }, lang) {
  const words = WORDS[lang];
  const read = (name) => readFile(new URL(`examples/${name}`, ROOT), "utf8");
  const src = page?.[lang] ?? (script ? `${script}.html?lang=${lang}` : `gallery.html?doc=${doc}&lang=${lang}`);
  const shown = (name, text) =>
    `<details><summary>${name}</summary><pre dir="ltr" tabindex="0"><code>${escape(text)}</code></pre></details>`;
  return `<section id="${script ?? doc}">
  <h2>${title[lang]}</h2>
  <iframe src="examples/${escape(src)}" title="${title[lang]}" loading="lazy" data-mizwala></iframe>
  <p><a href="examples/${escape(src)}">${words.alone}</a></p>
  ${shown(words.code, script ? await read(`${script}.js`) : codeOf(doc, lang))}
  ${doc ? shown(`${words.data}: ${doc}.json`, await read(`${doc}.json`)) : ""}
</section>`;
}

async function galleryPage(lang) {
  const words = WORDS[lang];
  const other = lang === "en" ? "ar" : "en";
  const sections = await Promise.all(EXAMPLES.map((example) => section(example, lang)));
  const index = EXAMPLES.map((each) => `<a href="#${each.script ?? each.doc}">${each[lang]}</a>`);
  return `<!doctype html>
<html lang="${lang}" dir="${words.dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} · Mizwala</title>
<link rel="stylesheet" href="examples/page.css">
<link rel="stylesheet" href="gallery.css">
<main>
<article>
<p><a href="index.html">${words.home}</a> · <a href="${PAGES[other]}" lang="${other}" dir="${WORDS[other].dir}">${NAMES[other]}</a></p>
<h1>${words.title}</h1>
<p class="index">${index.join(" ")}</p>
${sections.join("\n")}
</article>
</main>
<script src="embed.iife.js"></script>
</html>
`;
}

/**
 * Writes the gallery in both languages.
 *
 * @param {URL} site - Ends with a slash.
 */
export async function buildGallery(site) {
  await writeFile(new URL("gallery.css", site), await readFile(new URL("gallery.css", import.meta.url)));
  for (const [lang, name] of Object.entries(PAGES)) await writeFile(new URL(name, site), await galleryPage(lang));
}
