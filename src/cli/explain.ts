import { MizwalaError, type Issue } from "../base/errors.js";
import type { labelStages } from "../layout/explain.js";
import { layoutInput } from "../layout/input.js";
import { createLayout, type Layout } from "../layout/layout.js";
import { prepare } from "../layout/prepare.js";
import { measureQuality } from "../layout/quality.js";
import { nearest } from "../model/nearest.js";
import { resolveOptions } from "../model/options.js";
import type { PictureOptions } from "../svg/index.js";
import { edgeOf, setSheet } from "../svg/sheet.js";
import { cachedMeasurer } from "../text/measure.js";
import { tableMeasurer } from "../text/widths.js";
import { readData, readWidth, type ReadValues } from "./document.js";
import { eventFacts, issuesOf, pictureFacts } from "./event-facts.js";
import { eventLines, pictureLines, rowLines } from "./fact-lines.js";
import { FileError, nameOf, readable, readableJSON, UsageError, type Outside } from "./outside.js";

/** The options of `mizwala explain`. */
export const EXPLAIN_FLAGS = {
  event: { type: "string" },
  width: { type: "string" },
  locale: { type: "string" },
  direction: { type: "string" },
  orientation: { type: "string" },
  layout: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  json: { type: "boolean" },
} as const;

type TextFlag = Exclude<keyof typeof EXPLAIN_FLAGS, "json">;

interface ExplainValues extends ReadValues, Partial<Readonly<Record<TextFlag, string | undefined>>> {
  readonly json?: boolean | undefined;
}

/** The options that come from flags, and the flags. */
const FLAGS: readonly (readonly [path: string, flag: string])[] = [
  ["options.domain.from", "--from"],
  ["options.domain.to", "--to"],
  ["options.domain", "--to"],
  ["options.layout", "--layout"],
  ["options.locale", "--locale"],
  ["options.direction", "--direction"],
  ["options.orientation", "--orientation"],
  ["options.width", "--width"],
];
const WIDTH = 1120;
const [NARROWEST, WIDEST] = [100, 20_000];

/** How many names are offered instead of one that nothing has. */
const OFFERED = 3;

/** Says what became of an event of the document in a file, and why; without one, how good the picture is. */
export async function explainFile(file: string, values: ExplainValues, outside: Outside): Promise<number> {
  try {
    const { document } = await readData(file, values, outside);
    const picture = layOutPicture(withFlags(document, values));
    const { facts, lines, hasErrors } =
      values.event === undefined ? aboutPicture(picture) : aboutEvent(picture, values.event);
    outside.print(`${values.json === true ? readableJSON(facts) : lines.map(readable).join("\n")}\n`);
    return hasErrors ? 1 : 0;
  } catch (error) {
    if (!(error instanceof MizwalaError || error instanceof FileError)) throw error;
    const [path, flag] = FLAGS.find(([path]) => error instanceof MizwalaError && error.path === path) ?? [];
    if (path !== undefined && values[flag!.slice(2) as keyof ExplainValues] !== undefined)
      throw new UsageError(error.message.replace(path, flag!));
    outside.warn(`${nameOf(file)}: ${readable(error.message)}\n`);
    return 1;
  }
}

/** What there is to say, as data and in words. */
interface Answer {
  readonly facts: unknown;
  readonly lines: readonly string[];
  readonly hasErrors: boolean;
}

/** A picture of a document, as a file or a page has it. */
interface Picture {
  readonly layOut: Parameters<typeof labelStages>[0];
  readonly layout: Layout;
  readonly rows: readonly unknown[];
  readonly issues: readonly Issue[];
  /** How far one may zoom in, in milliseconds. */
  readonly shortest: number;
}

function withFlags(
  document: PictureOptions,
  { width, locale, direction, orientation, layout, from, to }: ExplainValues,
): PictureOptions {
  if ((from === undefined) !== (to === undefined)) throw new UsageError("--from and --to go together");
  const given = {
    ...{ locale, direction, orientation, layout },
    width: width === undefined ? undefined : readWidth(width),
    domain: from === undefined ? undefined : { from, to },
  };
  return { ...document, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

function layOutPicture({ width = WIDTH, height = "auto", ...options }: PictureOptions): Picture {
  const expected = `a number of pixels from ${NARROWEST} to ${WIDEST}`;
  if (!(width >= NARROWEST && width <= WIDEST))
    throw new MizwalaError({ code: "option-value", path: "options.width", found: width, expected });
  const resolved = resolveOptions({ ...options, height });
  const measurer = cachedMeasurer(tableMeasurer());
  const prepared = prepare(resolved, measurer);
  const { extraHeight } = setSheet(prepared.frame, prepared.setting, width);
  const size = { width: width - 2 * edgeOf(width), height: height === "auto" ? height : height - extraHeight };
  const engine = createLayout();
  const layOut: Picture["layOut"] = (domain) => engine(layoutInput(resolved, prepared, { ...size, domain }));
  return {
    layOut,
    layout: layOut(resolved.domain),
    rows: Array.isArray(options.events) ? options.events : [],
    issues: prepared.issues,
    shortest: resolved.zoom.min,
  };
}

function aboutPicture({ layout, issues }: Picture): Answer {
  const [picture, quality] = [pictureFacts(layout), measureQuality(layout)];
  return { facts: { picture, quality }, lines: pictureLines(picture, quality), hasErrors: hasErrors(issues) };
}

function aboutEvent({ layOut, layout, rows, issues, shortest }: Picture, id: string): Answer {
  const { byId } = layout.columns;
  const event = byId.get(id);
  if (event !== undefined) {
    const facts = eventFacts(layOut, layout, event, issues, shortest);
    return { facts, lines: eventLines(facts), hasErrors: hasErrors(facts.issues) };
  }
  const index = rows.findIndex((row) => (row as { id?: unknown } | null)?.id === id);
  if (index < 0) throw new UsageError(`--event: found ${id}, expected ${offer(id, [...byId.keys()])}`);
  const facts = { id, input: rows[index], issues: issuesOf(index, issues), label: { fate: "left out" } };
  return { facts, lines: rowLines(facts), hasErrors: true };
}

function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}

/** The names that were probably meant, or else some that there are. */
function offer(id: string, ids: readonly string[]): string {
  if (ids.length === 0) return "the id of an event, but there is none";
  const left = new Set(ids);
  const near: string[] = [];
  for (let name = nearest(id, left); name !== undefined && near.length < OFFERED; name = nearest(id, left)) {
    near.push(name);
    left.delete(name);
  }
  return near.length > 0 ? near.join(" or ") : `the id of an event, such as ${ids.slice(0, OFFERED).join(", ")}`;
}
