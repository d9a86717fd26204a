import { times } from "../base/times.js";
import type { ResolvedEvent, ResolvedText } from "../model/model.js";
import { plainText } from "../text/runs.js";
import { TYPE } from "../text/typography.js";
import { ELLIPSIS, FULL_ENOUGH } from "../text/wrap.js";
import { formsOf, META_LINES, stack, textLines, type Label, type LabelRoom, type LabelSetting } from "./label.js";

/** The widest title where there is no room for a whole one, in pixels. */
const SHORT = 100;
const TITLE_LINES = 2;
/** No title of more UTF-16 code units is measured in a crowd: it takes all the room there is. */
const LONGEST = 1_000;
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
  const sizes = times(count, (form) => ({
    widths: Float64Array.from(labels, (_, event) => labelOf(event, form).width),
    heights: Float64Array.from(labels, (_, event) => labelOf(event, form).height),
  }));
  return { sizes, labelOf };
}

/**
 * The same for a crowd, of which few are shown at a time: only titles are measured, and no text is broken before it is asked
 * for. A title takes the room that it is shortened to, and above a title alone each form takes what labels usually take, the
 * last one all that they can. The label is the largest that has room there.
 */
export function reserveForms(events: readonly ResolvedEvent[], maxWidth: number, setting: LabelSetting): LabelForms {
  const count = events.length;
  const widest = Math.ceil(maxWidth);
  const titles = Float64Array.from(events, ({ title }) => reachOf(title, widest, setting));
  const shorts = titles.map((width, event) => (width > SHORT ? reachOf(events[event]!.title, SHORT, setting) : width));
  const meta = META * Math.ceil(USUAL_META / maxWidth);
  const rooms = events.map(({ summary }, event) => {
    const lines = titles[event]! * GROWTH > maxWidth ? TITLE_LINES : 1;
    const more = summary ? SUMMARY : 0;
    return [
      meta + TITLE,
      meta + TITLE * lines,
      meta + TITLE * lines + more,
      META * META_LINES + TITLE * TITLE_LINES + more,
    ];
  });
  const heights = new Float64Array(count).fill(TYPE.compact.line);
  const widths = new Float64Array(count).fill(widest);
  const sizes: readonly LabelSizes[] = [
    { widths: shorts, heights },
    { widths: titles, heights },
    ...[0, 1, 2, 3].map((at) => ({ widths, heights: Float64Array.from(rooms, (room) => room[at]!) })),
  ];
  const room = roomOf(maxWidth);
  const titleOf = once(count, (event) => alone(events[event]!, Math.min(titles[event]!, maxWidth), setting));
  const shortOfTitle = once(count, (event) => alone(events[event]!, Math.min(shorts[event]!, maxWidth), setting));
  const formsOfEvent = once(count, (event) => formsOf(events[event]!, room, setting));
  return {
    sizes,
    labelOf: (event, form) => {
      if (form === 0) return shortOfTitle(event);
      const height = form === undefined ? Infinity : sizes[form]!.heights[event]!;
      const whole = form === 1 ? undefined : formsOfEvent(event).find((label) => label.height <= height);
      return whole ?? titleOf(event);
    },
  };
}

/** Makes what belongs to a place when it is first asked for. */
function once<Value>(count: number, make: (place: number) => Value): (place: number) => Value {
  const made = new Array<Value | undefined>(count);
  return (place) => (made[place] ??= make(place));
}

/**
 * How wide a title is in one line, in whole pixels: whole where there is room for it, else as far as its last word that has
 * room, or all the room where that would leave much of it empty.
 */
function reachOf({ runs }: ResolvedText, room: number, { measurer }: LabelSetting): number {
  const widthOf = (text: string): number => measurer.width(text, TYPE.compact);
  const text = plainText(runs).slice(0, LONGEST);
  const ends: number[] = [];
  let reach = 0;
  for (let from = 0; from < text.length && reach <= room; from = ends.at(-1)!) {
    ends.push(text.indexOf(" ", from) + 1 || text.length);
    reach += widthOf(text.slice(from, ends.at(-1)));
  }
  if (reach <= room && text.length < LONGEST) return Math.ceil(reach);
  for (let last = ends.length - 2; last >= 0; last--) {
    const width = Math.ceil(widthOf(`${text.slice(0, ends[last]).trimEnd()}${ELLIPSIS}`));
    if (width <= room) return width < room * FULL_ENOUGH ? room : width;
  }
  return room;
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
