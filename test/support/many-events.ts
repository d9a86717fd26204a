import type { EventBase } from "../../src/model/input.js";

const DAY = 86_400_000;
const FROM = Date.UTC(2011, 0, 1);
const DAYS = 3653;
const CLUSTERS = 40;
const WORDS = {
  ar: {
    lanes: ["دبلوماسية", "عسكري", "اقتصاد", "إنساني"],
    titles: ["قمة في أستانا", "بيان جنيف", "معركة حلب", "اتفاق خفض التصعيد", "قانون قيصر", "إغلاق معبر", "لقاء ثنائي"],
  },
  en: {
    lanes: ["Diplomacy", "Military", "Economy", "Relief"],
    titles: [
      "Summit in Astana",
      "Geneva statement",
      "Battle of Aleppo",
      "De-escalation",
      "Caesar act",
      "Crossing closed",
      "Talks",
    ],
  },
} as const;

/** Invented events of ten years, clustered like news, the same ones at each call. */
export function manyEvents(count: number, language: keyof typeof WORDS = "en"): EventBase[] {
  const random = randomFrom(20200709);
  const { lanes, titles } = WORDS[language];
  const clusters = Array.from(
    { length: CLUSTERS },
    () => [random() * DAYS, 20 + random() * 120, random() * 4] as const,
  );
  return Array.from({ length: count }, (_, i) => {
    const [middle, width, lane] = clusters[Math.floor(random() * CLUSTERS)]!;
    const near = middle + (random() + random() + random() - 1.5) * width;
    const isNear = random() < 0.7 && near >= 0 && near < DAYS;
    const day = Math.floor(isNear ? near : random() * DAYS);
    return {
      date: new Date(FROM + day * DAY).toISOString().slice(0, 10),
      title: `${titles[Math.floor(random() * titles.length)]!} ${i}`,
      lane: lanes[Math.floor(isNear ? lane : random() * 4)]!,
      importance: random() ** 6,
    };
  });
}

/** Numbers from 0 to below 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
