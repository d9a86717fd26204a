// Writes the lines that show a timeline in another page, and shows what they do: snippet.html?lang=en
const TEXTS = {
  ar: {
    heading: "ضمّن الخط الزمني في صفحتك",
    title: "اسم الإطار لقارئات الشاشة",
    locale: "اللغة",
    layout: "الشكل",
    theme: "الألوان",
    from: "من",
    to: "إلى",
    height: "الارتفاع إلى أن يُعرف",
    code: "انسخ هذين السطرين",
    copy: "انسخ",
    copied: "نُسخ",
    preview: "هكذا يبدو",
    auto: "تلقائي",
    flags: "رايات",
    lanes: "مسارات",
    list: "قائمة",
    light: "فاتح",
    dark: "داكن",
  },
  en: {
    heading: "Embed the timeline in a page",
    title: "Name of the frame for screen readers",
    locale: "Language",
    layout: "Layout",
    theme: "Colours",
    from: "From",
    to: "To",
    height: "Height until it is known",
    code: "Copy these two lines",
    copy: "Copy",
    copied: "Copied",
    preview: "What it looks like",
    auto: "automatic",
    flags: "flags",
    lanes: "lanes",
    list: "list",
    light: "light",
    dark: "dark",
  },
};
const LOCALES = { "ar-SY": "العربية", en: "English", fa: "فارسی" };
const TITLES = { ar: "من أستانا إلى دمشق", en: "From Astana to Damascus" };

const language = new URL(window.location.href).searchParams.get("lang") === "en" ? "en" : "ar";
const texts = TEXTS[language];
const find = (id) => document.getElementById(id);

document.documentElement.lang = language;
document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];
document.title = texts.heading;
for (const link of document.querySelectorAll("nav a"))
  if (link.lang === language) link.setAttribute("aria-current", "page");

const fill = (id, entries) => {
  const options = entries.map(([value, text]) =>
    Object.assign(document.createElement("option"), { value, textContent: text }),
  );
  find(id).replaceChildren(...options);
};
fill("locale", Object.entries(LOCALES));
for (const [id, values] of [
  ["layout", ["auto", "flags", "list"]],
  ["theme", ["auto", "light", "dark"]],
])
  fill(
    id,
    values.map((value) => [value === "auto" ? "" : value, texts[value]]),
  );
find("title").value = TITLES[language];
find("locale").value = language === "ar" ? "ar-SY" : "en";

const address = (name) => new URL(name, document.baseURI).href;

/** What is asked for now; what is left empty is left out. */
function request() {
  const [from, to] = [find("from").value.trim(), find("to").value.trim()];
  const given = { locale: find("locale").value, layout: find("layout").value, theme: find("theme").value };
  const domain = from && to ? { domain: `${from}/${to}` } : {};
  return { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")), ...domain };
}

/** The frame as an element, as the snippet has it as text. */
function frameOf({ src, title, height, request }) {
  const frame = document.createElement("iframe");
  const url = new URL(src);
  for (const [name, value] of Object.entries(request)) url.searchParams.set(name, value);
  Object.assign(frame, { src: url.href, title, height: String(height), width: "100%" });
  frame.setAttribute("sandbox", "allow-scripts");
  frame.style.border = "0";
  frame.dataset.mizwala = "";
  return frame;
}

function show() {
  const height = Math.min(Math.max(Number(find("height").value) || 640, 120), 8000);
  const options = { src: address("embed.html"), title: find("title").value, height, request: request() };
  find("code").textContent = mizwala.embedSnippet({ ...options, script: address("../dist/embed.iife.js") });
  find("copied").textContent = "";
  find("preview").replaceChildren(frameOf(options));
}

document.querySelector("form").addEventListener("change", show);
document.querySelector("form").addEventListener("submit", (domEvent) => domEvent.preventDefault());
find("copy").addEventListener("click", async () => {
  const selection = window.getSelection();
  selection.selectAllChildren(find("code"));
  await window.navigator.clipboard?.writeText(find("code").textContent).catch(() => undefined);
  find("copied").textContent = texts.copied;
});
mizwala.followFrames();
show();
