import { diagnose } from "../../model/diagnose.js";
import { resolveKinds } from "../../model/kinds.js";
import { canonicalTag } from "../../model/language.js";
import type { TimelineDocument } from "../../model/options.js";
import { fieldOf } from "../../model/parts.js";
import { isObject } from "../../model/rules.js";
import { parseDate } from "../../time/parse.js";
import { fieldIn, wordIn } from "../items.js";
import { listOf } from "../people.js";
import { checkEvents, titleOf, type Examined } from "./checks.js";
import { checkColours } from "./colours.js";
import type { Finding, Found } from "./finding.js";
import { sayFinding, type FindingLanguage } from "./messages.js";
import { repairOf, type RepairSetting } from "./repairs.js";

const EVENT = /^events\[(\d{1,9})\]/;

/** How a document is examined. */
export interface ExamineOptions {
  /**
   * The language of the messages.
   * @defaultValue "en"
   */
  readonly language?: FindingLanguage;
  /** The row of each event, as `read` gives them, for the findings to name. */
  readonly rows?: readonly number[];
}

/**
 * Looks for what is wrong or looks wrong in a document: all that `diagnose` finds, and besides: years of another calendar, an
 * end before its start, a month and a day the wrong way round, digits of two kinds in one text, the same event twice, missing
 * sources, titles that are too long, colours with too little contrast. Where a repair is sure enough, the finding has it; {@link mend} makes them. Never throws.
 *
 * @example
 * ```ts
 * const [finding] = examine({ events: [{ date: "2020-07-09/2020-07-07", title: "Visit", url: "https://example.org/" }] });
 * finding?.repair; // { field: "date", value: "2020-07-07/2020-07-09" }
 * ```
 *
 * @param document - Should be a document.
 * @param options - The language of the messages, and the rows of the events.
 */
export function examine(document: unknown, options: ExamineOptions = {}): readonly Finding[] {
  const given = wordIn(fieldIn(document, "locale")) ?? "en";
  const locale = canonicalTag(given) === undefined ? "en" : given;
  const events = listOf(fieldIn(document, "events"));
  const examined = events.flatMap((row, index): Examined[] => {
    if (!isObject(row)) return [];
    const parsed = parseDate(fieldOf(row, "date"));
    return [{ row, index, title: titleOf(row, locale), span: parsed.ok ? parsed.span : undefined }];
  });
  const setting: RepairSetting = {
    locale,
    kinds: [
      ...resolveKinds().keys(),
      ...listOf(fieldIn(document, "kinds")).flatMap((kind) => wordIn(fieldIn(kind, "kind")) ?? []),
    ],
    lanes: lanesIn(fieldIn(document, "lanes")),
    ids: examined.flatMap(({ row }) => wordIn(fieldOf(row, "id")) ?? []),
  };
  const found = [
    ...diagnose(document).map((issue) => withRepair(issue, events, setting)),
    ...checkEvents(examined, locale),
    ...checkColours(document),
  ];
  const language = options.language ?? "en";
  return found.map((each) => {
    const row = each.event === undefined ? undefined : options.rows?.[each.event];
    return { ...each, ...(row !== undefined && { row }), message: sayFinding(each, language) };
  });
}

function withRepair(issue: Found, events: readonly unknown[], setting: RepairSetting): Found {
  const index = EVENT.exec(issue.path)?.[1];
  const row = index === undefined ? undefined : events[Number(index)];
  if (index === undefined) return issue;
  const repair = isObject(row) ? repairOf(issue, row, setting) : undefined;
  return { ...issue, event: Number(index), ...(repair && { repair }) };
}

function lanesIn(lanes: unknown, depth = 0): readonly string[] {
  if (depth > 8) return [];
  return listOf(lanes).flatMap((lane) => [
    ...(wordIn(fieldIn(lane, "id")) === undefined ? [] : [wordIn(fieldIn(lane, "id"))!]),
    ...lanesIn(fieldIn(lane, "lanes"), depth + 1),
  ]);
}

/**
 * The same document with the repairs that findings have. Nothing of the input is changed.
 *
 * @param document - The document that was examined.
 * @param findings - What {@link examine} found; leave out those that are not to be mended.
 */
export function mend(document: TimelineDocument, findings: readonly Finding[]): TimelineDocument {
  const repairs = new Map<number, NonNullable<Finding["repair"]>[]>();
  for (const { event, repair } of findings)
    if (event !== undefined && repair) repairs.set(event, [...(repairs.get(event) ?? []), repair]);
  const events = listOf(document.events).flatMap((row, index) => {
    const own = repairs.get(index) ?? [];
    if (own.some(({ field }) => field === undefined)) return [];
    const changes = own.map(({ field, value }) => [field!, value] as const);
    return [changes.length === 0 ? row : { ...(row as object), ...Object.fromEntries(changes) }];
  });
  return { ...document, events: events as unknown as TimelineDocument["events"] };
}
