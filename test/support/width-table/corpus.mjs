import { readFileSync } from "node:fs";

const LANGUAGES = ["ar", "fa", "ur", "en"];

/** Every third country and territory, as each language calls it: names that no one chose for this test. */
function regionNames(language) {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const codes = Array.from({ length: 26 * 26 }, (_, i) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)));
  return codes.map((code) => names.of(code)).filter((name, i) => name !== codes[i] && i % 3 === 0);
}

function dates(language) {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-${language === "fa" ? "arabext" : "latn"}`, {
    dateStyle: "full",
    timeZone: "UTC",
  });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2020, month, 3 * month + 1)));
}

const SENTENCES = {
  ar: [
    "من أستانا إلى دمشق",
    "قمة أستانا الثلاثية عبر الفيديو",
    "بوتين وأردوغان وروحاني يبحثون الملف السوري",
    "وصول باقري إلى دمشق",
    "على رأس وفد عسكري رفيع",
    "توقيع الاتفاقية العسكرية",
    "تعاون شامل يشمل الدفاع الجوي",
    "لقاء الأسد وباقري",
    "بحث العلاقات الثنائية والاتفاقية",
    "مُحَمَّدٌ رَسُولُ اللهِ",
    "اجتماع اللجنة الدستورية في جنيف بحضور المبعوث الأممي",
    "٢٩ حزيران – ٩ تموز ٢٠٢٠",
    "انتهى الحوار بلا نتائج، ولا موعد للجولة التالية",
  ],
  fa: [
    "می‌خواهم به تهران بروم",
    "توافق‌نامهٔ همکاری نظامی ایران و سوریه",
    "کنفرانس گفت‌وگوهای آستانه",
    "۷ تا ۹ ژوئیهٔ ۲۰۲۰",
  ],
  ur: ["آستانہ میں سہ فریقی سربراہی اجلاس", "دمشق میں ایرانی وفد کی آمد", "فوجی تعاون کے معاہدے پر دستخط"],
  en: [
    "From Astana to Damascus",
    "Bagheri arrives in Damascus",
    "Iran and Syria sign a military agreement",
    "Putin, Erdoğan and Rouhani meet by video to discuss Syria",
    "AVATAR: Type, Wave, To & Yo-yo (1999–2009)",
  ],
};

/** Texts of the kinds that stand on a timeline, with their languages; none of them took part in making the table. */
export function corpus() {
  const fixtures = JSON.parse(readFileSync(new URL("../../fixtures/bidi.json", import.meta.url), "utf8"));
  return [
    ...LANGUAGES.flatMap((lang) =>
      [...regionNames(lang), ...dates(lang), ...SENTENCES[lang]].map((text) => ({ lang, text })),
    ),
    ...fixtures.plain.filter(({ lang }) => LANGUAGES.includes(lang)).map(({ lang, text }) => ({ lang, text })),
  ];
}
