import type { DateFormat } from "../locale/dates.js";
import type { ResolvedEvent, ResolvedText } from "../model/model.js";
import { STEERING } from "../text/clean.js";
import { textDirection, type Direction } from "../text/direction.js";
import type { TextMeasurer } from "../text/measure.js";
import type { TextRun } from "../text/runs.js";
import { emphasized, TYPE, type TextRole } from "../text/typography.js";
import { wrapText } from "../text/wrap.js";

/** A piece of a line; the emphasised piece is set bold in the colour of the event. */
export interface LabelRun extends TextRun {
  readonly isEmphasized?: boolean;
}

/** One line of a label, broken and measured. */
export interface LabelLine {
  readonly role: TextRole;
  readonly runs: readonly LabelRun[];
  readonly dir: Direction;
  readonly lang: string | undefined;
  /** In pixels, by the measurer of the layout. */
  readonly width: number;
  /** From the top of the label, in pixels. */
  readonly top: number;
}

/** The text of one event, ready to be hung up: a kind and date line, the title, the summary. */
export interface Label {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
  /** Whether something of the text had to be left out. */
  readonly isShortened: boolean;
}

/** How much room a label may take. */
export interface LabelRoom {
  readonly maxWidth: number;
  readonly titleLines: number;
  readonly summaryLines: number;
}

/** Everything that decides how labels read, apart from the room. */
export interface LabelSetting {
  readonly dates: DateFormat;
  readonly measurer: TextMeasurer;
  readonly direction: Direction;
  readonly locale: string;
  /** Between the kind and the date. */
  readonly separator: string;
  /** Whether dates say their year, because not all events fall in the same one. */
  readonly hasYear: boolean;
}

/** A line that has no place yet. */
export type LooseLine = Omit<LabelLine, "top">;

/** Breaks and measures the text of one event. */
export function setLabel(event: ResolvedEvent, room: LabelRoom, setting: LabelSetting): Label {
  const title = textLines("title", event.title, room.maxWidth, room.titleLines, setting);
  const summary = event.summary && textLines("summary", event.summary, room.maxWidth, room.summaryLines, setting);
  return stack(
    [...metaLines(event, room, setting), ...title.lines, ...(summary?.lines ?? [])],
    title.isShortened || summary?.isShortened === true,
  );
}

/** The same label without its summary. */
export function withoutSummary(label: Label): Label {
  const lines = label.lines.filter(({ role }) => role !== "summary");
  return lines.length === label.lines.length ? label : stack(lines, true);
}

/**
 * The next smaller form of a label: without its summary, then with its title in one line; `undefined` where there is
 * none. Lines that stay are neither broken nor measured again.
 *
 * @param label - What `setLabel` or this function gave for the same event, room and setting.
 */
export function degrade(label: Label, event: ResolvedEvent, room: LabelRoom, setting: LabelSetting): Label | undefined {
  const smaller = withoutSummary(label);
  if (smaller !== label) return smaller;
  const meta = label.lines.filter(({ role }) => role === "meta");
  if (label.lines.length <= meta.length + 1) return undefined;
  return stack([...meta, ...textLines("title", event.title, room.maxWidth, 1, setting).lines], true);
}

/** All forms of a label, from the largest to the smallest; each is smaller than the one before. */
export function formsOf(event: ResolvedEvent, room: LabelRoom, setting: LabelSetting): readonly Label[] {
  const forms: Label[] = [];
  let form: Label | undefined = setLabel(event, room, setting);
  for (; form; form = degrade(form, event, room, setting)) forms.push(form);
  return forms;
}

/** Lines below each other. */
export function stack(lines: readonly LooseLine[], isShortened = false): Label {
  let [width, height] = [0, 0];
  const placed = lines.map((line): LabelLine => {
    const top = height;
    width = Math.max(width, line.width);
    height += TYPE[line.role].line;
    return { ...line, top };
  });
  return { lines: placed, width: Math.ceil(width), height, isShortened };
}

/** Breaks and measures a text for a width and a number of lines. */
export function textLines(
  role: TextRole,
  { runs, dir, lang }: ResolvedText,
  maxWidth: number,
  maxLines: number,
  { measurer, dates }: Pick<LabelSetting, "measurer" | "dates">,
): { lines: LooseLine[]; isShortened: boolean } {
  const style = TYPE[role];
  const measure = (text: string): number => measurer.width(text, style);
  const { lines, widths, isShortened } = wrapText(runs, { measure, maxWidth, maxLines, isGlued: dates.isGlued });
  return { lines: lines.map((runs, i) => ({ role, runs, dir, lang, width: widths[i]! })), isShortened };
}

/** A name that could turn the date behind it says its own direction. */
function kindRun(text: string, direction: Direction): LabelRun {
  const dir = textDirection(text, direction);
  return {
    text,
    isEmphasized: true,
    ...(dir === direction && !(dir === "rtl" ? /[a-z\p{Bidi_C}]/iu : STEERING).test(text) ? {} : { dir }),
  };
}

/** Kind and date are never shortened: that many lines hold them in the narrowest room. */
export const META_LINES = 4;
const BOLD = emphasized(TYPE.meta);

function metaLines(event: ResolvedEvent, { maxWidth }: LabelRoom, setting: LabelSetting): LooseLine[] {
  const { dates, measurer, direction, locale, hasYear } = setting;
  const date = dates.span(event.span, { weekday: true, year: hasYear });
  const whole: LabelRun[] = [kindRun(event.kindLabel, direction), { text: `${setting.separator}${date}` }];
  const { lines, widths } = wrapText(whole, {
    measure: (text, { isEmphasized }) => measurer.width(text, isEmphasized === true ? BOLD : TYPE.meta),
    maxWidth,
    maxLines: META_LINES,
    isGlued: dates.isGlued,
  });
  return lines.map((runs, i) => ({ role: "meta", runs, dir: direction, lang: locale, width: widths[i]! }));
}
