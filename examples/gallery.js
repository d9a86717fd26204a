// Shows one of the documents here, by its name, its language and its orientation:
// gallery.html?doc=persian&lang=en&orientation=vertical
const DOCUMENTS = {
  "ibn-battuta": { ar: "ابن بطوطة", en: "Ibn Battuta" },
  "lanes-ibn-battuta": { ar: "ابن بطوطة في مسارات", en: "Ibn Battuta in lanes" },
  hijri: { ar: "شهور هجرية", en: "Months of the Hijra" },
  persian: { ar: "تقويم إيران", en: "The calendar of Iran" },
  "eras-space": { ar: "عصر الفضاء", en: "The space age" },
  "silence-moon": { ar: "الهبوط على القمر", en: "Landing on the Moon" },
  "deep-time": { ar: "من الانفجار العظيم", en: "From the Big Bang" },
};
const OTHER = { ar: { lang: "en", dir: "ltr", text: "English" }, en: { lang: "ar", dir: "rtl", text: "العربية" } };

const asked = new URL(document.URL).searchParams;
const name = Object.keys(DOCUMENTS).find((each) => each === asked.get("doc")) ?? "ibn-battuta";
const lang = asked.get("lang") === "en" ? "en" : "ar";

function link(doc, text, attributes) {
  const element = document.createElement("a");
  const href = `?doc=${doc}&lang=${attributes.lang ?? lang}`;
  Object.assign(element, { href, textContent: text }, attributes);
  if (doc === name && !attributes.lang) element.setAttribute("aria-current", "page");
  return element;
}

const response = await fetch(`${name}.json`);
const given = await response.json();
const own = asked.get("orientation") === "vertical" ? { ...given, orientation: "vertical" } : given;
const options = lang === "en" ? { ...own, locale: "en", monthNames: "auto", numerals: "auto" } : own;
const { text, ...other } = OTHER[lang];
document.documentElement.lang = lang;
document.documentElement.dir = lang === "en" ? "ltr" : "rtl";
document.title = DOCUMENTS[name][lang];
document
  .querySelector("nav")
  .append(...Object.entries(DOCUMENTS).map(([doc, names]) => link(doc, names[lang], {})), link(name, text, other));
window.timeline = mizwala.createTimeline(document.getElementById("timeline"), options);
