import { readText } from "./blocks.js";

interface Case {
  readonly text: string;
  readonly publishedOn?: string;
  readonly edtf: string | null;
  readonly ambiguous?: readonly string[];
  readonly reason?: string;
}

const LANGUAGES = ["ar", "en", "fa"] as const;

/** What the guide shows of all that is read: cases of the fixtures, by their texts. */
const SHOWN: ReadonlySet<string> = new Set([
  "مطلع شهر آذار/ مارس الماضي",
  "يوم الثلاثاء الفائت",
  "يوم أمس الأربعاء",
  "من 7 إلى 9 تموز 2020",
  "18 ذو القعدة 1441 هـ",
  "ثمانينيات القرن الماضي",
  "15 آذار 44 ق.م",
  "July 7–9, 2020",
  "ca. 1348",
  "since early 2020",
  "5th century BC",
  "09/07/2020",
  "۱۱ سپتامبر ۲۰۰۱",
  "زمستان ۱۳۹۸",
  "اواخر قرن نوزدهم",
]);

/** Phrases and what is read in them, as tables of a guide. */
export function phraseTables(): Readonly<Record<string, string>> {
  const all = LANGUAGES.flatMap((language) => JSON.parse(readText(`test/fixtures/phrases/${language}.json`)) as Case[]);
  const cases = all.filter(
    ({ text, edtf }, i) => i === all.findIndex((other) => other.text === text && other.edtf === edtf),
  );
  const isRead = ({ text, publishedOn }: Case): boolean => publishedOn !== undefined && SHOWN.has(text);
  const read = cases.filter(isRead).map(({ text, edtf, ambiguous }) => [text, codeOf(edtf, ambiguous)]);
  const reasons = new Set(cases.flatMap(({ reason }) => reason ?? []));
  const refused = [...reasons].map((why) => [textsOf(cases, why), why]);
  return {
    phrases: table(["The text", "What is read"], read),
    "phrases-refused": table(["The text", "Why nothing is read"], refused),
  };
}

function textsOf(cases: readonly Case[], why: string): string {
  return cases
    .filter(({ reason }) => reason === why)
    .map(({ text }) => text)
    .join(" · ");
}

function codeOf(edtf: string | null, ambiguous: readonly string[] | undefined): string {
  return ambiguous ? ambiguous.map((each) => `\`${each}\``).join(" or ") : `\`${edtf}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
