// A timeline that readers can take away: its events as a table, and what they see as a picture.
const TEXTS = {
  ar: {
    heading: "جدول وتنزيل",
    hint: "في الأعلى زران: أحدهما يعرض الأحداث كلها في جدول، والآخر يحفظ ما تراه صورةً أو جدولاً.",
  },
  en: {
    heading: "A table, and files to take away",
    hint: "Of the buttons at the top, one shows all events as a table, and one saves what you see as a picture or a table.",
  },
};

const lang = new URL(document.URL).searchParams.get("lang") === "en" ? "en" : "ar";
const texts = TEXTS[lang];
document.documentElement.lang = lang;
document.documentElement.dir = lang === "en" ? "ltr" : "rtl";
document.title = texts.heading;
for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];

const given = await (await fetch("astana-damascus.json")).json();
const options = lang === "en" ? { ...given, locale: "en", monthNames: "auto" } : given;
const rows = mizwala.table();
window.timeline = mizwala.createTimeline(document.getElementById("timeline"), {
  ...options,
  features: [mizwala.download(), rows],
});
rows.open();
