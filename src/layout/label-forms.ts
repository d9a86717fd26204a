import type { ResolvedEvent } from "../model/model.js";
import { TYPE } from "../text/typography.js";
import { formsOf, META_LINES, stack, textLines, type Label, type LabelRoom, type LabelSetting } from "./label.js";

/** The widest title where there is no room for a whole one, in pixels. */
const SHORT = 100;
const TITLE_LINES = 2;
/** Kind and date are seldom wider, in pixels. */
const USUAL_META = 260;
/** A title is about so much wider than the same title alone, which is set smaller: here a little more. */
const GROWTH = (1.05 * TYPE.title.size) / TYPE.compact.size;

const {
  meta: { line: META },
  title: { line: TITLE },
  summary: { line: SUMMARY },
} = TYPE;

/** All forms of all labels: what each takes, and each label itself once it is asked for. */
export interface LabelForms {
  /** For each form, the smallest first, what it takes of each event; one with fewer forms stays as large as it gets. */
  readonly sizes: readonly LabelSizes[];
  /** The label of an event in a form; no larger than that takes. Default: in the largest. */
  readonly labelOf: (event: number, form?: number) => Label;
}

/** A column of widths and a column of heights, in pixels. */
export interface LabelSizes {
  readonly widths: ArrayLike<number>;
  readonly heights: ArrayLike<number>;
}

/** The forms of each label: a short title alone, a whole one alone, then what `formsOf` gives. */
export function setForms(events: readonly ResolvedEvent[], maxWidth: number, setting: LabelSetting): LabelForms {
  const room = roomOf(maxWidth);
  const labels = events.map((event) => {
    const title = alone(event, maxWidth, setting);
    return [shortOf(event, title, setting), title, ...formsOf(event, room, setting).toReversed()];
  });
  const labelOf = (event: number, form = Infinity): Label => {
    const forms = labels[event]!;
    return forms[Math.min(form, forms.length - 1)]!;
  };
  const count = labels.reduce((most, forms) => Math.max(most, forms.length), 1);
  const sizes = Array.from({ length: count }, (_, form) => ({
    widths: Float64Array.from(labels, (_, event) => labelOf(event, form).width),
    heights: Float64Array.from(labels, (_, event) => labelOf(event, form).height),
  }));
  return { sizes, labelOf };
}

/**
 * The same for a crowd, of which few are shown at a time: only titles are measured, and above a title alone each form takes
 * what labels usually take, the last one all that they can. The label is the largest that has room there.
 */
export function reserveForms(events: readonly ResolvedEvent[], maxWidth: number, setting: LabelSetting): LabelForms {
  const titles = events.map((event) => alone(event, maxWidth, setting));
  const shorts = events.map((event, i) => shortOf(event, titles[i]!, setting));
  const meta = META * Math.ceil(USUAL_META / maxWidth);
  const rooms = events.map((event, i) => {
    const lines = titles[i]!.width * GROWTH > maxWidth ? TITLE_LINES : 1;
    const summary = event.summary ? SUMMARY : 0;
    return [
      meta + TITLE,
      meta + TITLE * lines,
      meta + TITLE * lines + summary,
      META * META_LINES + TITLE * TITLE_LINES + summary,
    ];
  });
  const sizesOf = (labels: readonly Label[]): LabelSizes => ({
    widths: Float64Array.from(labels, ({ width }) => width),
    heights: Float64Array.from(labels, ({ height }) => height),
  });
  const widths = new Float64Array(events.length).fill(Math.ceil(maxWidth));
  const reserved = [0, 1, 2, 3].map((at): LabelSizes => ({
    widths,
    heights: Float64Array.from(rooms, (heights) => heights[at]!),
  }));
  const sizes = [sizesOf(shorts), sizesOf(titles), ...reserved];
  const room = roomOf(maxWidth);
  const known = new Map<number, readonly Label[]>();
  const wholeOf = (event: number): readonly Label[] => {
    const forms = known.get(event) ?? formsOf(events[event]!, room, setting);
    known.set(event, forms);
    return forms;
  };
  return {
    sizes,
    labelOf: (event, form) => {
      if (form === 0) return shorts[event]!;
      const height = form === undefined ? Infinity : sizes[form]!.heights[event]!;
      const title = titles[event]!;
      return form === 1 ? title : (wholeOf(event).find((label) => label.height <= height) ?? title);
    },
  };
}

function roomOf(maxWidth: number): LabelRoom {
  return { maxWidth, titleLines: TITLE_LINES, summaryLines: 1 };
}

function alone(event: ResolvedEvent, width: number, setting: LabelSetting): Label {
  return stack(textLines("compact", event.title, width, 1, setting).lines, true);
}

function shortOf(event: ResolvedEvent, title: Label, setting: LabelSetting): Label {
  return title.width > SHORT ? alone(event, SHORT, setting) : title;
}
