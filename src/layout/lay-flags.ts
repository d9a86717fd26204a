import { clamp, lowerBound } from "../base/math.js";
import { memo } from "../base/memo.js";
import type { Words } from "../locale/messages.js";
import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import { linearScale, type LinearScale } from "../time/scale.js";
import type { Domain } from "../view/view.js";
import { axisHeight, placeAxis, type AxisBoxes } from "./axis.js";
import { columnBreadth, columnOf, placeColumn } from "./axis-column.js";
import { fadedTime, MARK_REACH, placeBar } from "./bars.js";
import type { LabelBox, LabelFate, MarkBox, MoreBox } from "./boxes.js";
import { fitDomain } from "./fit.js";
import { reserveForms, setForms, type LabelForms } from "./label-forms.js";
import type { Label, LabelSetting } from "./label.js";
import type { ModeBoxes, ModeInput, ModeLayout } from "./mode.js";
import { countHidden, MORE_RISE, type PlainCount } from "./more.js";
import {
  AIR,
  chooseSides,
  lieOf,
  MANY,
  wantedEvents,
  worthOf,
  type FlagLie,
  type FlagSide,
  type FlagSides,
} from "./sides.js";
import { zoomScale } from "./zoom-scale.js";

/** More than a sum of importance is inexact by. */
const SLACK = 1e-9;
/** From a mark to its edge, in pixels. */
const MARK = 12;

/**
 * Makes the layout of flags. Its passes: `set` breaks and measures the labels; `settle` fits the home domain to them and
 * chooses the flags for every zoom; `flags` hangs them for the scale; `axis` places the ticks for the domain; `cut` keeps what
 * can be seen. Panning runs the last two only, zooming the last three.
 */
export function createFlagsLayout(): ModeLayout {
  const set = memo(setLabels);
  const settle = memo(settleFlags);
  const flags = memo(hangSides);
  const axis = memo(placeAxis);
  const column = memo(columnOf);
  const columnAxis = memo(placeColumn);
  const faded = memo(fadedTime);
  const cut = memo(cutToView);
  const lay = (input: ModeInput): ModeBoxes => {
    const { columns, onAxis, until, warp, setting, words, length, breadth, isUpright, domain, floor } = input;
    const lie = lieOf(isUpright);
    const rise = lie.floor + floor;
    const beside = breadth === "auto" || !isUpright ? undefined : column(onAxis, length, breadth, setting, warp);
    const below = beside ? columnBreadth(beside) : axisHeight(setting);
    const free = breadth === "auto" ? breadth : Math.max(breadth - AIR - rise - below, 0);
    // Beside an upright axis both sides share the breadth, so that two rarely show more.
    const sides = isUpright && input.sides === "auto" ? "one" : input.sides;
    const labels = set(columns, setting, widestIn(free, length, sides, isUpright));
    const settled = settle(onAxis, labels, length, free, sides, lie);
    const inView = domain ?? settled.home;
    const hung = flags(onAxis, labels, settled, zoomScale(inView, length), words, setting, lie);
    const axisBoxes = beside
      ? columnAxis(inView, length, beside, setting, warp)
      : axis(inView, length, setting, "along", warp);
    const top = AIR + settled.above.capacity + rise;
    return {
      ...cut(until, faded(until), hung, inView, length, axisBoxes, rise, below, lie),
      breadth: top + below + (settled.below ? lie.floor + settled.below.capacity + AIR : 0),
      axisAt: top,
      ...(settled.below && { lower: below }),
      home: settled.home,
      domain: inView,
      axis: axisBoxes,
      shownFrom: (event) => shownFrom(settled, event),
      fateOf: (event) => hung.fates.get(event) ?? { is: "unwanted" },
      labelOf: labels.labelOf,
    };
  };
  return { lay, passes: { set, settle, flags, axis, column, columnAxis, faded, cut } };
}

/** The widest label, in pixels: so that beside an upright axis two have room beside each other where that can be. */
function widestIn(free: number | "auto", length: number, sides: FlagSides, isUpright: boolean): number {
  if (!isUpright || free === "auto") return Math.min(clamp(length * 0.36, 200, 300), length * 0.42);
  const room = sides === "both" ? free / 2 - lieOf(true).floor : free;
  return Math.max(Math.min(clamp(room * 0.45, 200, 300), room), 0);
}

function setLabels(columns: Columns, setting: LabelSetting, maxWidth: number): LabelForms {
  const isCrowd = wantedEvents(columns).length > MANY;
  return (isCrowd ? reserveForms : setForms)(columns.events, maxWidth, setting);
}

/** What stays the same at every zoom. */
interface Settled {
  readonly home: Domain;
  readonly above: FlagSide;
  readonly below: FlagSide | undefined;
}

function settleFlags(
  columns: Columns,
  labels: LabelForms,
  length: number,
  breadth: number | "auto",
  sides: FlagSides,
  lie: FlagLie,
): Settled {
  const wanted = wantedEvents(columns);
  const settle = (form: number): Settled & { readonly worth: number } => {
    const { widths, heights } = labels.sizes.at(form)!;
    const reaches = new Float64Array(columns.events.length);
    for (const event of wanted)
      reaches[event] = lie.indent + lie.extentOf({ width: widths[event]!, height: heights[event]! }).length;
    const home = fitDomain(columns, reaches, length);
    const [above, below] = chooseSides(columns, labels, { home, length, breadth, sides, lie });
    return { home, above: above!, below, worth: above!.worth + (below?.worth ?? 0) };
  };
  // In a crowd, the room that the last labels would take whole is better used by all.
  const [whole, short] = [-1, 0];
  if (wanted.length > MANY) return settle(short);
  const calm = settle(whole);
  if (calm.worth + SLACK >= worthOf(columns, wanted)) return calm;
  const crowded = settle(short);
  return crowded.worth > calm.worth + SLACK ? crowded : calm;
}

function shownFrom({ above, below }: Settled, event: number): number {
  for (const { events, ranges } of below ? [above, below] : [above]) {
    const place = lowerBound(events.length, (i) => events[i]! >= event);
    if (events[place] === event) return ranges.scaleFrom(place);
  }
  return Infinity;
}

/** The flags of all sides at one scale, along from the first event; the same wherever one pans to. */
interface Hung {
  readonly labels: readonly HungLabel[];
  readonly more: readonly HungCount[];
  readonly fates: ReadonlyMap<number, LabelFate>;
  readonly isBelow: (event: number) => boolean;
}

interface HungLabel {
  readonly event: number;
  readonly label: Label;
  readonly bottom: number;
}

type HungCount = PlainCount & { readonly isBelow: boolean };

function hangSides(
  columns: Columns,
  labels: LabelForms,
  { above, below }: Settled,
  pxPerMs: number,
  words: Words,
  { measurer }: LabelSetting,
  { extentOf }: FlagLie,
): Hung {
  const poles = Float64Array.from(columns.anchor, (instant) => (instant - columns.anchor[0]!) * pxPerMs);
  const hung: HungLabel[] = [];
  const more: HungCount[] = [];
  const fates = new Map<number, LabelFate>();
  for (const { events, isBelow, hang, ranges } of below ? [above, below] : [above]) {
    const { shown, forms, bottoms } = hang(pxPerMs);
    for (const place of shown) {
      const event = events[place]!;
      const label = labels.labelOf(event, forms[place]);
      hung.push({ event, label, bottom: bottoms[place]! });
      fates.set(event, { is: label.isShortened ? "shortened" : "shown" });
    }
    const hidden = events.filter((_, place) => Number.isNaN(bottoms[place]!));
    events.forEach((event, place) => {
      if (!Number.isNaN(bottoms[place]!)) return;
      let by = ranges.hiddenBy[place]!;
      while (by >= 0 && Number.isNaN(bottoms[by]!)) by = ranges.hiddenBy[by]!;
      fates.set(event, { is: "hidden", by: events[by] ?? -1 });
    });
    const counted = countHidden(
      hidden,
      shown.map((place) => events[place]!),
      poles,
      (count) => {
        const text = words.say("more", { n: count });
        const width = measurer.width(text, TYPE.more);
        return { text, width, length: extentOf({ width, height: TYPE.more.line }).length };
      },
    );
    more.push(...counted.map((box) => ({ ...box, isBelow })));
  }
  const lower = new Set(below?.events);
  return { labels: hung.sort((a, b) => a.event - b.event), more, fates, isBelow: (event) => lower.has(event) };
}

function cutToView(
  columns: Columns,
  faded: ReturnType<typeof fadedTime>,
  { labels, more, isBelow }: Hung,
  domain: Domain,
  length: number,
  { step }: AxisBoxes,
  rise: number,
  below: number,
  { indent, floor, extentOf }: FlagLie,
): Pick<ModeBoxes, "marks" | "labels" | "more"> {
  const scale = linearScale(domain, [0, length]);
  const isInView = (from: number, to: number): boolean => to >= 0 && from <= length;
  const baseOf = (event: number): number => (isBelow(event) ? -below : 0);
  const origin = scale.at(columns.anchor[0] ?? 0);
  return {
    marks: placeMarks(columns, faded, scale, length, step, baseOf),
    labels: labels.flatMap(({ event, label, bottom }): LabelBox[] => {
      const along = scale.at(columns.anchor[event]!);
      const extent = extentOf(label);
      if (!isInView(along, along + indent + extent.length)) return [];
      const base = baseOf(event);
      return [{ event, along, across: base < 0 ? base - floor - bottom : rise + bottom + extent.breadth, base, label }];
    }),
    more: more.flatMap((box): MoreBox[] => {
      const extent = extentOf({ width: box.width, height: TYPE.more.line });
      const along = origin + box.along;
      const across = box.isBelow ? -below - MORE_RISE : rise - floor + MORE_RISE + extent.breadth;
      return isInView(along, along + extent.length) ? [{ ...box, along, across }] : [];
    }),
  };
}

function placeMarks(
  { events, anchor }: Columns,
  { from, to }: ReturnType<typeof fadedTime>,
  scale: LinearScale,
  length: number,
  step: AxisBoxes["step"],
  baseOf: (event: number) => number,
): MarkBox[] {
  const marks: MarkBox[] = [];
  for (let event = 0; event < events.length; event++) {
    if (scale.at(to[event]!) < -MARK_REACH || scale.at(from[event]!) > length + MARK_REACH) continue;
    const bar = placeBar(events[event]!.span, scale, length, step);
    const along = scale.at(anchor[event]!);
    const [start, end] = bar ? [bar.from, bar.to] : [along - MARK, along + MARK];
    if (end >= 0 && start <= length) marks.push({ event, along, across: baseOf(event), bar });
  }
  return marks;
}
