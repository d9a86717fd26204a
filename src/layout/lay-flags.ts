import { clamp } from "../base/math.js";
import { memo } from "../base/memo.js";
import type { Words } from "../locale/messages.js";
import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import { linearScale, type LinearScale } from "../time/scale.js";
import type { Domain } from "../view/view.js";
import { placeAxis, type AxisBoxes } from "./axis.js";
import { placeBar } from "./bars.js";
import type { LabelBox, LabelFate, MarkBox, MoreBox } from "./boxes.js";
import { fitDomain } from "./fit.js";
import { placeFlags, type FlagsPlacement } from "./flags.js";
import { setLabel, withoutSummary, type Label, type LabelSetting } from "./label.js";
import type { LayoutInput } from "./input.js";
import type { ModeBoxes, ModeLayout } from "./mode.js";
import { countHidden } from "./more.js";

/** From a pole to the text of its flag, in pixels. */
export const FLAG_INDENT = 10;
const GAP_ALONG = 12;
const GAP_ACROSS = 20;
/** From the axis to the lowest flag, in pixels: room for counts. */
const FLOOR = 44;
const TOP = 8;
/** The room that the axis takes below its line, in pixels, and that of a second calendar below that. */
const AXIS = 72;
const SECOND = 28;

/** Flags at one scale, with poles in pixels from the first event; the same wherever one pans to. */
interface Staircase extends FlagsPlacement {
  readonly labels: readonly Label[];
  readonly more: readonly MoreBox[];
}

/**
 * Makes the layout of flags. Its passes: `set` breaks and measures the labels; `settle` fits the home domain to them; `flags`
 * places them for the scale; `axis` places the ticks for the domain; `cut` keeps what can be seen. Panning runs the last two
 * only.
 */
export function createFlagsLayout(): ModeLayout {
  const set = memo(setLabels);
  const settle = memo(settleFlags);
  const flags = memo(placeStaircase);
  const axis = memo(placeAxis);
  const cut = memo(cutToView);
  const lay = ({ columns, setting, words, width, height, domain }: LayoutInput): ModeBoxes => {
    const texts = set(columns, setting, clamp(width * 0.36, 200, 300));
    const { labels, home, capacity } = settle(columns, texts, setting, words, width, height);
    const inView = domain ?? home;
    const placed = flags(columns, labels, scaleOf(inView, width), capacity, words, setting);
    const axisBoxes = axis(inView, width, setting);
    return {
      ...cut(columns, placed, inView, width, axisBoxes),
      height: TOP + capacity + FLOOR + axisHeight(setting),
      axisAt: TOP + capacity + FLOOR,
      home,
      domain: inView,
      axis: axisBoxes,
      fateOf: (event) => fateIn(placed, columns, event),
      labelOf: (event) => labels[event]!,
    };
  };
  return { lay, passes: { set, settle, flags, axis, cut } };
}

/** What stays the same at every zoom: the text of the labels, the domain that shows all, the height of the staircase. */
interface Settled {
  readonly labels: readonly Label[];
  readonly home: Domain;
  readonly capacity: number;
}

/** Labels go without their summaries where not all flags fit with them. */
function settleFlags(
  columns: Columns,
  labels: readonly Label[],
  setting: LabelSetting,
  words: Words,
  width: number,
  height: number | "auto",
): Settled {
  const most =
    height === "auto" ? clamp(width * 0.4, 172, 424) : Math.max(height - TOP - FLOOR - axisHeight(setting), 0);
  const attempt = (texts: readonly Label[]): Settled & { isFull: boolean } => {
    const home = fitHome(columns, texts, width);
    const staircase = placeStaircase(columns, texts, scaleOf(home, width), most, words, setting);
    const capacity = height === "auto" ? heightOf(staircase) : most;
    return { labels: texts, home, capacity, isFull: staircase.more.length > 0 };
  };
  const whole = attempt(labels);
  return whole.isFull ? attempt(labels.map(withoutSummary)) : whole;
}

function axisHeight({ dates }: LabelSetting): number {
  return dates.second ? AXIS + SECOND : AXIS;
}

function setLabels(columns: Columns, setting: LabelSetting, maxWidth: number): readonly Label[] {
  const room = { maxWidth, titleLines: 2, summaryLines: 1 };
  return columns.events.map((event) => setLabel(event, room, setting));
}

/** Pixels a millisecond, rounded so that panning, which shifts a domain by fractions, never counts as zooming. */
function scaleOf(domain: Domain, width: number): number {
  return Number((width / (domain[1] - domain[0])).toPrecision(10));
}

function fitHome(columns: Columns, labels: readonly Label[], width: number): Domain {
  return fitDomain(
    columns,
    columns.events.map((event, i) => (event.importance > 0 ? FLAG_INDENT + (labels[i]?.width ?? 0) : 0)),
    width,
  );
}

function placeStaircase(
  columns: Columns,
  labels: readonly Label[],
  pxPerMs: number,
  capacity: number,
  words: Words,
  { measurer }: LabelSetting,
): Staircase {
  const { anchor, importance } = columns;
  const poles = Float64Array.from(anchor, (instant) => (instant - anchor[0]!) * pxPerMs);
  const placement = placeFlags({
    poles,
    widths: labels.map((label) => FLAG_INDENT + label.width),
    heights: labels.map((label) => label.height),
    importance,
    capacity,
    gapAlong: GAP_ALONG,
    gapAcross: GAP_ACROSS,
  });
  const hidden = [...importance.keys()].filter((i) => importance[i]! > 0 && Number.isNaN(placement.bottoms[i]!));
  const more = countHidden(hidden, placement.shown, poles, (count) => {
    const text = words.say("more", { n: count });
    return { text, width: measurer.width(text, TYPE.more) };
  });
  return { ...placement, labels, more };
}

function heightOf({ shown, bottoms, labels }: Staircase): number {
  return shown.reduce((height, i) => Math.max(height, bottoms[i]! + labels[i]!.height), TYPE.title.line);
}

function cutToView(
  columns: Columns,
  placed: Staircase,
  domain: Domain,
  width: number,
  { step }: AxisBoxes,
): Pick<ModeBoxes, "marks" | "labels" | "more"> {
  const scale = linearScale(domain, [0, width]);
  const alongOf = (i: number): number => scale.at(columns.anchor[i]!);
  const isInView = (from: number, to: number): boolean => to >= 0 && from <= width;
  const labels = placed.shown.flatMap((i): LabelBox[] => {
    const label = placed.labels[i]!;
    const along = alongOf(i);
    const across = FLOOR + placed.bottoms[i]! + label.height;
    return isInView(along, along + FLAG_INDENT + label.width) ? [{ event: i, along, across, label }] : [];
  });
  const origin = scale.at(columns.anchor[0] ?? 0);
  const more = placed.more
    .map((box) => ({ ...box, along: origin + box.along }))
    .filter((box) => isInView(box.along, box.along + box.width));
  return { marks: placeMarks(columns, scale, width, step), labels, more };
}

function placeMarks(columns: Columns, scale: LinearScale, width: number, step: AxisBoxes["step"]): MarkBox[] {
  const air = 12;
  return columns.events.flatMap((event, i): MarkBox[] => {
    const bar = placeBar(event.span, scale, width, step);
    const along = scale.at(columns.anchor[i]!);
    const [from, to] = bar ? [bar.from, bar.to] : [along - air, along + air];
    return to >= 0 && from <= width ? [{ event: i, along, across: 0, bar }] : [];
  });
}

function fateIn(placed: Staircase, columns: Columns, event: number): LabelFate {
  if (!(columns.importance[event]! > 0)) return { is: "unwanted" };
  if (Number.isNaN(placed.bottoms[event]!)) return { is: "hidden", by: placed.hiddenBy[event]! };
  return { is: placed.labels[event]!.isShortened ? "shortened" : "shown" };
}
