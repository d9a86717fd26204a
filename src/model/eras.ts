import { parseDate } from "../time/parse.js";
import type { Span } from "../time/span.js";
import type { EventSetting } from "./event.js";
import { assignIds } from "./identity.js";
import type { DateInput, TextInput } from "./input.js";
import { HUES, type Hue } from "./kinds.js";
import type { ResolvedText } from "./model.js";
import { fieldOf, fieldReader, resolveWord, wordOf } from "./parts.js";
import { isObject } from "./rules.js";
import { requireText } from "./text.js";

/** A stretch of time in the background, such as a war or a term of office. */
export interface EraInput {
  /** Its name, one per timeline. Default: its date. */
  readonly id?: string;
  /** What it is called, in a word or two. */
  readonly title: TextInput;
  /** When it was, as for an event: open, unknown and approximate ends fade. */
  readonly date: DateInput;
  /**
   * Colour of the band.
   * @defaultValue "slate"
   */
  readonly hue?: Hue;
}

/** An era that is ready to be laid out. */
export interface ResolvedEra {
  /** Its name, different from those of all other eras of the timeline. */
  readonly id: string;
  readonly title: ResolvedText;
  readonly span: Span;
  readonly hue: Hue;
}

/** An era with the id that it was given, if any. */
type Draft = Omit<ResolvedEra, "id"> & { readonly index: number; readonly given: string | undefined };

const resolveHue = wordOf(...HUES);

/**
 * Reads the author's eras. One without a readable date or without a title is left out, and each fault is one issue.
 *
 * @param eras - Should be an array of eras.
 */
export function resolveEras(eras: unknown, setting: EventSetting): readonly ResolvedEra[] {
  const isList = Array.isArray(eras);
  if (!isList) setting.report("eras-unreadable", "eras", eras, "an array of eras", "error");
  const drafts = (isList ? eras : []).flatMap((row: unknown, index) => readEra(row, index, setting) ?? []);
  const names = drafts.map(({ index, given, span }) => ({ index, id: given, fallbacks: [span.text] as const }));
  const ids = assignIds(names, setting.report, "eras");
  return drafts.map(({ title, span, hue }, i) => ({ id: ids[i]!, title, span, hue }));
}

function readEra(row: unknown, index: number, setting: EventSetting): Draft | undefined {
  const path = `eras[${index}]`;
  const { report } = setting;
  if (isObject(row)) {
    try {
      return readFields(row, index, path, setting);
    } catch {
      report("era-unreadable", path, "an object that throws", "an object that can be read", "error");
    }
  } else report("era-unreadable", path, row, "an object with a date and a title", "error");
  return undefined;
}

function readFields(row: object, index: number, path: string, setting: EventSetting): Draft | undefined {
  const { report, timeZone, now } = setting;
  const read = fieldReader(row, path, setting);
  const date = fieldOf(row, "date");
  const parsed = parseDate(date, { timeZone, now });
  if (!parsed.ok) report(parsed.fault.code, `${path}.date`, date, parsed.fault.expected, "error");
  const title = read("title", requireText);
  const hue = read("hue", resolveHue) ?? "slate";
  return parsed.ok && title ? { index, given: read("id", resolveWord), title, span: parsed.span, hue } : undefined;
}
