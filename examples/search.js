// A timeline that is searched by its readers, and by the buttons of the page.
const TEXTS = {
  ar: {
    heading: "ابحث في الأحداث",
    samples: {
      "باقرى، بياء بلا نقطتين": { text: "باقرى" },
      "اتفاقات وقمم": { kinds: ["signing", "summit"] },
      "بعد ٥ تموز": { range: { from: "2020-07-05" } },
      الكل: {},
    },
  },
  en: {
    heading: "Search the events",
    samples: {
      "Bagheri, in Arabic without the dots": { text: "باقرى" },
      "Agreements and summits": { kinds: ["signing", "summit"] },
      "After 5 July": { range: { from: "2020-07-05" } },
      Everything: {},
    },
  },
};

const lang = new URL(document.URL).searchParams.get("lang") === "en" ? "en" : "ar";
const texts = TEXTS[lang];
document.documentElement.lang = lang;
document.documentElement.dir = lang === "en" ? "ltr" : "rtl";
document.title = texts.heading;
document.querySelector("[data-text=heading]").textContent = texts.heading;

const find = mizwala.search({ filter: texts.samples[Object.keys(texts.samples)[0]] });
const given = await (await fetch("astana-background.json")).json();
const options = lang === "en" ? { ...given, locale: "en", monthNames: "auto" } : given;
window.timeline = mizwala.createTimeline(document.getElementById("timeline"), { ...options, features: [find] });

const show = () => {
  document.getElementById("filter").textContent = `find.set(${JSON.stringify(find.filter)}) // ${find.matches.length}`;
};
window.timeline.on("filter", show);
show();
for (const [name, filter] of Object.entries(texts.samples)) {
  const button = document.createElement("button");
  button.textContent = name;
  button.addEventListener("click", () => find.set(filter));
  document.getElementById("samples").append(button, " ");
}
