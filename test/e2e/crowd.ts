import type { TimelineEvent, TimelineOptions } from "../../src/index.js";

const DAY = 86_400_000;
const START = Date.UTC(2020, 0, 1);
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ar: [
    "قمة",
    "الرياض",
    "اجتماع",
    "وزراء",
    "الخارجية",
    "بيروت",
    "اتفاق",
    "التعاون",
    "الاقتصادي",
    "المشترك",
    "بيان",
    "لجنة",
  ],
  en: ["Summit", "of", "foreign", "ministers", "Beirut", "agreement", "on", "trade", "joint", "statement", "committee"],
};
const KINDS = ["summit", "meeting", "signing", "statement", "vote", "event"] as const;

/** Numbers from 0 up to 1, the same in each run (Park and Miller's minimal standard generator). */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** A timeline of many events over half a year, in heaps, the same in each run. */
export function crowd(count: number, language: "ar" | "en"): TimelineOptions {
  const next = chance(20_200_709);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const events = Array.from({ length: count }, (_, i): TimelineEvent => {
    const day = Math.floor(180 * next() ** (i % 2 === 0 ? 1 : 3));
    const title = Array.from({ length: 2 + Math.floor(next() * 4) }, () => pick(WORDS[language]!)).join(" ");
    const date = new Date(START + day * DAY).toISOString().slice(0, 10);
    const importance = Math.ceil(next() * 20) / 20;
    return { id: `event-${i}`, kind: pick(KINDS), date, title, importance } as TimelineEvent;
  });
  const title = { ar: "أربعون حدثاً", en: "Forty events" };
  return { locale: language === "ar" ? "ar-SY" : "en", numerals: "latn", title: title[language], events };
}
