import { placeBar } from "../../../src/layout/bars.js";
import { createDateFormat, type DateFormat } from "../../../src/locale/dates.js";
import { DAY } from "../../../src/time/instant.js";
import { parseDate } from "../../../src/time/parse.js";
import { linearScale } from "../../../src/time/scale.js";
import { isKnown, type Span } from "../../../src/time/span.js";
import { STEPS } from "../../../src/time/steps.js";

const DATES = [
  "2020-07-09",
  "2020-07-09T10:30",
  "2020-07",
  "2020",
  "201X",
  "20XX",
  "2020-21",
  "2020-33",
  "-0043-03-15",
  "2020-03-05~",
  "2020-03-05?",
  "2020-03~",
  "2020-03?",
  "2020-07-07/2020-07-09",
  "2020-07-07~/2020-07-09",
  "2011-03-15/..",
  "../1918-11-11",
  "2011-03-15/",
  "[1667,1668]",
  "{1960,1961-12}",
  "1950S2",
  "2004-06-~15",
  "Y-65999999~",
  "Y-138E8S3",
  "1441-11-18[u-ca=islamic-umalqura]",
  "1399-04[u-ca=persian]",
];

/** How dates of each form are printed and drawn, as a table of a guide. */
export function dateTable(): string {
  const english = createDateFormat({ locale: "en" });
  const arabic = createDateFormat({ locale: "ar-SY", numerals: "latn", monthNames: "dual" });
  const rows = DATES.map((text) => rowOf(text, [english, arabic]));
  return [["Date", "In English", "In Arabic", "Drawn as"], ["---", "---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function rowOf(text: string, formats: readonly DateFormat[]): string[] {
  const parsed = parseDate(text);
  if (!parsed.ok) throw new Error(`${text} can't be read`);
  return [`\`${text}\``, ...formats.map((format) => format.span(parsed.span)), drawing(parsed.span)];
}

/** At a scale at which a day is a few pixels wide and everything else a bar. */
function drawing(span: Span): string {
  const known = [span.start, span.end].filter(isKnown);
  const from = Math.min(...known.map(({ earliest }) => earliest));
  const to = Math.max(...known.map(({ latest }) => latest));
  const domain = [from - 40 * DAY, to + 40 * DAY] as const;
  const days = (domain[1] - domain[0]) / DAY;
  const bar = placeBar(
    span,
    linearScale(domain, [0, days * 10]),
    days * 10,
    STEPS.find(({ unit }) => unit === "day")!,
  );
  if (!bar) {
    const { approximate, uncertain } = known[0]!;
    return uncertain ? "a dashed dot" : approximate ? "a soft dot" : "a dot";
  }
  const ends = bar.start === bar.end ? `${bar.start} ends` : `a start that is ${bar.start}, an end that is ${bar.end}`;
  return `a bar, ${ends}${bar.isUncertain ? ", a dashed outline" : ""}`;
}
