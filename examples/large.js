// A hundred thousand invented events of ten years, clustered like news, or as many as the address says:
// large.html?lang=en&count=20000
const TEXTS = {
  ar: {
    heading: "مئة ألف حدث",
    hint: "أحداث مختلقة. كبّر حتى يظهر كل حدث باسمه، أو ابحث، أو اضغط موضعاً في أي مسار.",
    lanes: ["دبلوماسية", "عسكري", "اقتصاد", "إنساني"],
    titles: ["قمة", "بيان", "معركة", "اتفاق", "قانون", "إغلاق معبر", "قرار", "لقاء ثنائي"],
  },
  en: {
    heading: "A hundred thousand events",
    hint: "Invented events. Zoom in until each one has its name, search, or press any place in a lane.",
    lanes: ["Diplomacy", "Military", "Economy", "Relief"],
    titles: ["Summit", "Statement", "Battle", "Agreement", "Act", "Crossing closed", "Resolution", "Talks"],
  },
};
const DAY = 86_400_000;
const FROM = Date.UTC(2011, 0, 1);
const DAYS = 3653;
const MOST = 1_000_000;

const asked = new URL(document.URL).searchParams;
const lang = asked.get("lang") === "en" ? "en" : "ar";
const texts = TEXTS[lang];
const count = Math.min(Math.max(Math.floor(Number(asked.get("count") ?? 100_000)) || 0, 0), MOST);
document.documentElement.lang = lang;
document.documentElement.dir = lang === "en" ? "ltr" : "rtl";
document.title = texts.heading;
for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];

/** Numbers from 0 to below 1, the same ones each time (Park and Miller's minimal standard generator). */
let state = 20_200_709;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

const clusters = Array.from({ length: 60 }, () => [random() * DAYS, 10 + random() * 100, Math.floor(random() * 4)]);
const days = Array.from({ length: DAYS }, (_, day) => new Date(FROM + day * DAY).toISOString().slice(0, 10));
const events = Array.from({ length: count }, (_, i) => {
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

window.timeline = mizwala.createTimeline(document.getElementById("timeline"), {
  locale: lang === "ar" ? "ar-SY" : "en",
  headingLevel: 2,
  lanes: texts.lanes.map((id) => ({ id })),
  events,
  features: [mizwala.search(), mizwala.overview()],
});
