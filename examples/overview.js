// A timeline with a strip that shows all of time, and a brush that selects a range of it.
const TEXTS = {
  ar: {
    heading: "الزمن كله، ومدى منه",
    hint: "اسحب النافذة في الشريط الذي تحت المحور. ولاختيار مدى اسحب مع Shift، أو اضغط الزر الذي في الأعلى.",
  },
  en: {
    heading: "All of time, and a range of it",
    hint: "Drag the window in the strip below the axis. To select a range, drag with Shift, or press the button at the top.",
  },
};

const lang = new URL(document.URL).searchParams.get("lang") === "en" ? "en" : "ar";
const texts = TEXTS[lang];
document.documentElement.lang = lang;
document.documentElement.dir = lang === "en" ? "ltr" : "rtl";
document.title = texts.heading;
for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];

const select = mizwala.brush();
const given = await (await fetch("astana-background.json")).json();
const options = lang === "en" ? { ...given, locale: "en", monthNames: "auto" } : given;
window.timeline = mizwala.createTimeline(document.getElementById("timeline"), {
  ...options,
  layout: "flags",
  domain: { from: "2020-06-28", to: "2020-07-12" },
  features: [mizwala.overview(), select],
});

const show = () => {
  const ends = select.range && Object.values(select.range).map((ms) => new Date(ms).toISOString());
  document.getElementById("range").textContent = `select.range // ${ends ? ends.join(" / ") : "undefined"}`;
};
window.timeline.on("range", show);
show();
