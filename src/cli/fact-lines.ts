import type { Quality } from "../layout/quality.js";
import type { TextRole } from "../text/typography.js";
import { sentenceOf } from "./document.js";
import type { EdgeFacts, EventFacts, LabelFacts, PictureFacts, RowFacts } from "./event-facts.js";

/** What the lines of a label say, in their order. */
const SAID: readonly (readonly [role: TextRole, what: string])[] = [
  ["meta", "kind and date"],
  ["compact", "title in small type"],
  ["bar", "title and date"],
  ["title", "title"],
  ["summary", "summary"],
];
/** So many digits of a zoom are told. */
const DIGITS = 2;

/** The facts about an event as lines of plain English. */
export function eventLines(facts: EventFacts): readonly string[] {
  const { id, title, time, kind, importance, picture, stages } = facts;
  return [
    `${id}: ${title}`,
    ...givenLines(facts),
    "",
    `Time: ${time.text}`,
    ...[edgeLine("start", time.start), edgeLine("end", time.end)].map(indented),
    `Kind: ${kind}`,
    `Importance: ${importance}`,
    "",
    pictureLine(picture),
    ...fateLines(facts).map(indented),
    ...(stages.length === 0 ? [] : ["", "At every zoom, in times of the one that shows everything:"]),
    ...stages.map(stageLine).map(indented),
  ];
}

/** What is known of a row that is left out. */
export function rowLines(row: RowFacts): readonly string[] {
  return [row.id, ...givenLines(row), "", "It is left out."];
}

function givenLines({ input, issues }: Pick<RowFacts, "input" | "issues">): readonly string[] {
  return [
    "",
    "As written:",
    ...JSON.stringify(input, null, 2).split("\n").map(indented),
    "",
    issues.length === 0 ? "Issues: none" : "Issues:",
    ...issues.map((issue) => indented(sentenceOf(issue))),
  ];
}

/** How good a picture is, as lines of plain English. */
export function pictureLines(picture: PictureFacts, quality: Quality): readonly string[] {
  const { shown, shortened, hidden, counted, importance, overlaps, crossings, lost } = quality;
  return [
    pictureLine(picture),
    ...[
      `labels: ${shown} whole, ${shortened} shortened, ${hidden} hidden, of which ${counted} are counted`,
      `importance shown: ${Math.round(importance * 100)}%`,
      `faults: ${overlaps} texts too near to another, ${crossings} poles through a label, ${lost} events without a trace`,
    ].map(indented),
  ];
}

function indented(line: string): string {
  return `  ${line}`;
}

function pictureLine({ layout, width, from, to, zoom }: PictureFacts): string {
  const place = layout === "list" ? [] : [`from ${from} to ${to}`, `zoom ${rounded(zoom)}`];
  return `Picture: ${[layout, `${width} pixels wide`, ...place].join(", ")}`;
}

function edgeLine(name: string, edge: EdgeFacts): string {
  if (typeof edge === "string") return `${name}: ${edge}`;
  return `${name}: from ${edge.earliest} to before ${edge.latest}, known to the ${edge.precision}`;
}

function fateLines({ label, isInView, countedWith, stages }: EventFacts): readonly string[] {
  const first = stages.find(({ fate }) => fate === "shown" || fate === "shortened");
  return [
    FATES[label.fate](label),
    ...(isInView ? [] : ["Nothing of it is in view here."]),
    ...(countedWith.length > 1 ? [`It is one of ${countedWith.length} events that are counted together.`] : []),
    ...(label.fate !== "hidden" || stages.length === 0
      ? []
      : [first ? `It is shown ${fromZoom(first)} times the zoom that shows everything.` : "It is shown at no zoom."]),
  ];
}

const FATES: Readonly<Record<LabelFacts["fate"], (label: LabelFacts) => string>> = {
  shown: (label) => `The label is shown as a whole: ${wordsFor(label)}.`,
  shortened: (label) => `The label is shortened: ${wordsFor(label)}.`,
  hidden: (label) => `The label is ${wordsFor(label)}.`,
  unwanted: () => "There is no label, only a mark: its importance is 0.",
};

/** What is shown of a label, or what hides it. */
function wordsFor({ fate, by, lines }: LabelFacts): string {
  if (fate === "unwanted") return "no label";
  if (fate === "hidden")
    return by
      ? `hidden: "${by.title}" (${by.id}, importance ${by.importance}) leaves no room for it`
      : "hidden: it alone takes more room than there is";
  return SAID.flatMap(([role, what]) => {
    const count = lines[role] ?? 0;
    return count === 0 ? [] : count === 1 ? what : `${what} in ${count} lines`;
  }).join(", ");
}

function stageLine(stage: EventFacts["stages"][number]): string {
  return `${fromZoom(stage)}: ${wordsFor(stage)}`;
}

/** Zooms are rounded up: from there on it is certainly so. */
function fromZoom({ zoom }: { readonly zoom: number }): string {
  return `from ${rounded(zoom, Math.ceil)}`;
}

function rounded(value: number, round = Math.round): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - DIGITS + 1);
  return Number((round(Number((value / unit).toFixed(6))) * unit).toPrecision(DIGITS));
}
