import { randomFrom } from "./many-events.js";

const DAY = 86_400_000;
const YEAR = 365 * DAY;
const TITLES = [
  "قمة في أستانا",
  "Battle of Aleppo",
  "ÉTÉ à Genève",
  'it\'s a "title"; -- DROP TABLE events',
  "x' OR '1'='1",
  "100%_sure\\",
  "Ünïcode ЖИЗНЬ",
  "",
];
const PLACES = ["دمشق", "", "Genève", "it's", "a\tb\nc", "😀", "__proto__", "%"];
const KINDS = ["event", "note", "milestone"];

/** An event as authors write it, with times of all sorts. */
export interface SourceEvent {
  readonly date: number | { readonly start: number; readonly end: number };
  readonly title: string;
  readonly kind?: string;
  readonly lane?: string;
  readonly importance?: number;
  readonly weight?: number;
  readonly place?: string;
  readonly ground?: string;
  readonly desk: string;
  readonly slug: string;
}

/**
 * Invented events that sources must agree on: many at once, before 1970 and far from it, on the edges of stretches, some
 * important alike, with and without lanes and fields.
 */
export function sourceEvents(count: number): readonly SourceEvent[] {
  const random = randomFrom(9);
  const whole = (below: number): number => Math.floor(random() * below);
  // By products alone: engines round other powers in ways of their own.
  const square = (number: number): number => number * number;
  const few = (number: number): number => square(number) * square(number) * square(number);
  return Array.from({ length: count }, (_, i): SourceEvent => {
    const part = random();
    const start =
      part < 0.5
        ? whole(20 * YEAR) - 10 * YEAR
        : part < 0.7
          ? whole(64) * 2 ** 30 - 2 ** 35
          : part < 0.9
            ? 2 ** 40 + whole(5_000)
            : part < 0.99
              ? whole(40) * 2 ** 24 - whole(2)
              : whole(2 ** 52) - 2 ** 51;
    const length = random() < 0.3 ? 0 : whole(2 ** (8 + whole(25)));
    return {
      date: length === 0 ? start : { start, end: start + length },
      title: `${TITLES[whole(TITLES.length)]!}${random() < 0.5 ? ` ${whole(100)}` : ""}`,
      ...(random() < 0.8 && { kind: KINDS[whole(KINDS.length)]! }),
      ...(random() < 0.9 && { lane: `lane ${Math.floor(square(random()) * 12)}` }),
      ...(random() < 0.7 && { importance: random() < 0.2 ? 0.5 : few(random()) }),
      ...(random() < 0.5 && { weight: random() < 0.5 ? whole(10) - 5 : random() * 100 - 50 }),
      ...(i % 5 !== 0 && { place: PLACES[i % 8]! }),
      // The most different values that are told, one more, and one that is too long.
      ...(i % 2 === 0 && { ground: `ground ${i % 128}` }),
      desk: `desk ${i % 65}`,
      slug: i % 3 === 0 ? "short" : i % 3 === 1 ? "ب".repeat(100) : "ب".repeat(i > 40 ? 100 : 101),
    };
  });
}

/** The fields of these events that filters ask for. */
export const SOURCE_FIELDS = {
  title: "text",
  kind: "text",
  importance: "number",
  weight: "number",
  place: "text",
  ground: "text",
  desk: "text",
  slug: "text",
  absent: "text",
} as const;
