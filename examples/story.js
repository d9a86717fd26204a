// Tells the example as a story, in one of two languages, step by step or by scrolling: story.html?lang=en&scroll
const asked = new URL(document.URL).searchParams;
const isEnglish = asked.get("lang") === "en";
const scroll = asked.has("scroll");

const read = async (name) => (await fetch(name)).json();
const [data, { chapters }] = await Promise.all([read("astana-background.json"), read("story.json")]);

document.documentElement.lang = isEnglish ? "en" : "ar";
document.documentElement.dir = isEnglish ? "ltr" : "rtl";
if (isEnglish) document.title = "From Astana to Damascus: the story";

function link(text, query, lang) {
  const element = document.createElement("a");
  Object.assign(element, { textContent: text, href: `?${query}`, lang, dir: lang === "ar" ? "rtl" : "ltr" });
  return element;
}
document
  .querySelector("nav")
  .append(
    isEnglish
      ? link("العربية", scroll ? "scroll" : "", "ar")
      : link("English", scroll ? "lang=en&scroll" : "lang=en", "en"),
    isEnglish
      ? link(scroll ? "Step by step" : "By scrolling", scroll ? "lang=en" : "lang=en&scroll", "en")
      : link(scroll ? "خطوة خطوة" : "بالتمرير", scroll ? "" : "scroll", "ar"),
  );

window.story = mizwala.story({ chapters, scroll });
window.timeline = mizwala.createTimeline(document.getElementById("timeline"), {
  ...data,
  ...(isEnglish ? { locale: "en", monthNames: "auto", numerals: "auto" } : {}),
  headingLevel: 1,
  hash: true,
  // On a phone the picture stays in sight above the chapters, with time running down.
  ...(scroll && window.innerWidth < 600 ? { layout: "flags", orientation: "vertical" } : {}),
  features: [window.story],
});
