import type { DateFormat } from "../locale/dates.js";
import type { ResolvedEvent } from "../model/model.js";
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

/** Breaks and measures the text of one event. */
export function setLabel(event: ResolvedEvent, room: LabelRoom, setting: LabelSetting): Label {
  const lines: LabelLine[] = [];
  let top = 0;
  let isShortened = false;
  const add = (line: Omit<LabelLine, "top">): void => {
    lines.push({ ...line, top });
    top += TYPE[line.role].line;
  };

  metaLines(event, room, setting).forEach(add);
  for (const [role, text, maxLines] of [
    ["title", event.title, room.titleLines],
    ["summary", event.summary, room.summaryLines],
  ] as const) {
    if (!text || maxLines === 0) continue;
    const wrapped = wrapText(text.runs, {
      measure: (piece) => setting.measurer.width(piece, TYPE[role]),
      maxWidth: room.maxWidth,
      maxLines,
      isGlued: setting.dates.isGlued,
    });
    isShortened ||= wrapped.isShortened;
    wrapped.lines.forEach((runs, i) => {
      add({ role, runs, dir: text.dir, lang: text.lang, width: wrapped.widths[i]! });
    });
  }
  return { ...sizeOf(lines), lines, isShortened };
}

/** The same label without its summary. */
export function withoutSummary(label: Label): Label {
  const lines = label.lines.filter(({ role }) => role !== "summary");
  return lines.length === label.lines.length ? label : { ...sizeOf(lines), lines, isShortened: true };
}

function sizeOf(lines: readonly LabelLine[]): Pick<Label, "width" | "height"> {
  return {
    width: Math.ceil(Math.max(...lines.map(({ width }) => width))),
    height: lines.reduce((height, { role }) => height + TYPE[role].line, 0),
  };
}

/** A name in another direction than the line around it says its own. */
function kindRun(text: string, direction: Direction): LabelRun {
  const dir = textDirection(text, direction);
  return { text, isEmphasized: true, ...(dir === direction ? {} : { dir }) };
}

/** Kind and date are never shortened: that many lines hold them in the narrowest room. */
const META_LINES = 4;

function metaLines(event: ResolvedEvent, room: LabelRoom, setting: LabelSetting): Omit<LabelLine, "top">[] {
  const { dates, measurer, direction, locale, hasYear } = setting;
  const bold = emphasized(TYPE.meta);
  const date = dates.span(event.span, { weekday: true, year: hasYear });
  const whole: LabelRun[] = [kindRun(event.kindLabel, direction), { text: `${setting.separator}${date}` }];
  const { lines } = wrapText(whole, {
    measure: (piece) => measurer.width(piece, bold),
    maxWidth: room.maxWidth,
    maxLines: META_LINES,
    isGlued: dates.isGlued,
  });
  return lines.map((runs: readonly LabelRun[]) => {
    const widths = runs.map((run) => measurer.width(run.text, run.isEmphasized === true ? bold : TYPE.meta));
    return { role: "meta", runs, dir: direction, lang: locale, width: widths.reduce((sum, width) => sum + width, 0) };
  });
}
