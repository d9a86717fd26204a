import { formatBetween } from "../../../src/time/index.js";

const PAIRS = [
  ["2020-07-01", "2020-07-07"],
  ["2020-07-03", "2020-07-01"],
  ["2020-07-09", "2020-07-09T10:30"],
  ["2020-03", "2020-07-09"],
  ["2011~", "2020"],
  ["18XX", "2020"],
  ["2020-07-01", "2020-07-12?"],
] as const;
const LOCALES = ["en", "ar", "fa", "de"];

/** How long after one date another is said to be, as a table of a guide. */
export function betweenTable(): string {
  const rows = PAIRS.map(([from, to]) => [
    `\`${from}\``,
    `\`${to}\``,
    ...LOCALES.map((locale) => formatBetween(from, to, { locale })),
  ]);
  return [
    ["From", "To", ...LOCALES.map((locale) => `\`${locale}\``)],
    ["---", "---", ...LOCALES.map(() => "---")],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
