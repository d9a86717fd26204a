const WORDS = ["ceasefire", "summit", "قمة", "زيارة", "توقيع اتفاق", "statement on water", "meeting of ministers"];
const KINDS = ["summit", "meeting", "visit", "statement", "vote"];

/** One of many events over 74 years; one title in ten has quotation marks and a comma. */
const eventAt = (i: number): Readonly<Record<string, string>> => ({
  id: `e${i}`,
  date: new Date(Date.UTC(1950, 0, 1 + ((i * 7919) % 27_000))).toISOString().slice(0, 10),
  title: `${WORDS[i % 7]} ${WORDS[(i * 3) % 5]} ${i}${i % 10 === 0 ? ', "again"' : ""}`,
  kind: KINDS[i % 5]!,
  lane: `lane ${i % 20}`,
});

const cell = (text: string): string => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text);

/** A table of so many events. */
export const tableOf = (count: number): string =>
  [
    "id,date,title,kind,lane",
    ...Array.from({ length: count }, (_, i) => Object.values(eventAt(i)).map(cell).join(",")),
  ].join("\n");

/** A document of so many events. */
export const jsonOf = (count: number): string =>
  JSON.stringify({ version: 1, events: Array.from({ length: count }, (_, i) => eventAt(i)) });
