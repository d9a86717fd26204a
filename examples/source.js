// Events that stay where they are: a timeline asks a source for what it shows. Here the source is a list of invented events;
// with source.html?source=/v1/events it is a server of the same site, such as `npx mizwala serve`.
const TEXTS = {
  ar: {
    heading: "مئتا ألف حدث، حسب الطلب",
    hint: "لا يُجلَب إلا ما تحتاجه الصورة: كبّر حتى يظهر كل حدث باسمه، أو ابحث بين الأحداث كلها.",
    lanes: ["دبلوماسية", "عسكري", "اقتصاد", "إنساني"],
    titles: ["قمة", "بيان", "معركة", "اتفاق", "قانون", "إغلاق معبر", "قرار", "لقاء ثنائي"],
  },
  en: {
    heading: "Two hundred thousand events, on demand",
    hint: "Only what the picture needs is fetched: zoom in until each event has its name, or search among all of them.",
    lanes: ["Diplomacy", "Military", "Economy", "Relief"],
    titles: ["Summit", "Statement", "Battle", "Agreement", "Act", "Crossing closed", "Resolution", "Talks"],
  },
};
const DAY = 86_400_000;
const FROM = Date.UTC(2011, 0, 1);
const DAYS = 3653;
const COUNT = 200_000;

const asked = new URL(document.URL).searchParams;
const lang = asked.get("lang") === "en" ? "en" : "ar";
const texts = TEXTS[lang];
document.documentElement.lang = lang;
document.documentElement.dir = lang === "en" ? "ltr" : "rtl";
document.title = texts.heading;
for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];

/** Invented events, clustered like news, the same ones each time. */
function invented() {
  let state = 20_200_709;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const clusters = Array.from({ length: 60 }, () => [random() * DAYS, 10 + random() * 100, Math.floor(random() * 4)]);
  const days = Array.from({ length: DAYS }, (_, day) => new Date(FROM + day * DAY).toISOString().slice(0, 10));
  return Array.from({ length: COUNT }, (_, i) => {
    const [middle, width, lane] = clusters[Math.floor(random() * clusters.length)];
    const near = Math.floor(middle + (random() + random() + random() - 1.5) * width);
    const isNear = random() < 0.7 && near >= 0 && near < DAYS;
    return {
      date: days[isNear ? near : Math.floor(random() * DAYS)],
      title: `${texts.titles[Math.floor(random() * texts.titles.length)]} ${i + 1}`,
      lane: texts.lanes[isNear ? lane : Math.floor(random() * 4)],
      importance: random() ** 6,
    };
  });
}

const { arraySource, fromSource, httpSource } = mizwalaSource;
const path = asked.get("source");
const source = path?.startsWith("/") ? httpSource(new URL(path, document.URL)) : arraySource(invented());
window.feed = fromSource(source);
window.timeline = mizwala.createTimeline(document.getElementById("timeline"), {
  locale: lang === "ar" ? "ar-SY" : "en",
  headingLevel: 2,
  hash: true,
  features: [mizwala.search(), mizwala.overview()],
  events: window.feed,
});
