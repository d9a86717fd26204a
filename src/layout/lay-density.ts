import { clamp } from "../base/math.js";
import { memo } from "../base/memo.js";
import type { DateFormat } from "../locale/dates.js";
import type { ResolvedText } from "../model/model.js";
import type { Columns } from "../store/columns.js";
import type { Crowd } from "../store/crowd.js";
import { siftColumns } from "../store/sift.js";
import type { TextMeasurer } from "../text/measure.js";
import { TYPE } from "../text/typography.js";
import type { Instant } from "../time/instant.js";
import { linearScale } from "../time/scale.js";
import type { Domain } from "../view/view.js";
import { placeAxis, type AxisBoxes } from "./axis.js";
import { cutBar, NARROWEST, placeBar } from "./bars.js";
import type { LabelBox, LaneBox, MarkBox } from "./boxes.js";
import { ABOVE, homeOf, laneCodes, strides, type Sample } from "./crowd.js";
import { stack, textLines, type Label } from "./label.js";
import { findKindHues, type KindHues } from "./kind-hues.js";
import { placeLegend } from "./legend.js";
import { arrangeLanes, setNames, type LaneNames, type LaneRow } from "./lanes.js";
import { huesOf } from "./lay-lanes.js";
import type { ModeBoxes, ModeInput, ModeLayout } from "./mode.js";

/** The height of a strip, and of one that has no or few others beside it; the least where a height is given; in pixels. */
const STRIP = 36;
const TALL_STRIP = 96;
const FEW_STRIPS = 144;
const LEAST_STRIP = 12;
/** Above the names of events, and from the lower edge of a lane to the line of its strip, in pixels. */
const ABOVE_NAMES = 4;
const BELOW = 14;
/** Between two names, in pixels, and how wide one may be. */
const GAP = 12;
const WIDEST = 220;
/** Pole and text stand so many pixels apart. */
export const NAME_INDENT = 6;

/**
 * Makes the layout of a crowd: in each lane a strip that says how many events begin in each pixel of time, and above it the
 * names of the most important ones. Its passes: `arrange` finds the lanes, `names` and `titles` set the texts, `choose` says
 * which events are named at a level of zoom; only what follows them runs while one pans.
 */
export function createDensityLayout(): ModeLayout {
  const densityArrange = memo(arrangeLanes);
  const densityNames = memo(setNames);
  const densitySetter = memo(createSetter);
  const densityTitles = memo(setTitles);
  const densityHues = memo(huesOf);
  const choose = memo(chooseNames);
  const counted = memo(countRows);
  const densityKinds = memo(kindsOf);
  const densityLegend = memo(placeLegend);
  const densityAxis = memo(placeAxis);
  const densityBoxes = memo(stackStrips);
  const densityStrips = memo(stripsOf);
  const densityListed = memo(listOf);

  const lay = (input: ModeInput): ModeBoxes => {
    const { columns, lanes, folded, setting, words, length: width } = input;
    const crowd = input.crowd!;
    const rows = densityArrange(columns, lanes, folded);
    const counts = counted(crowd, rows);
    const names = densityNames(rows, setting, words, width, counts.totals);
    const labels = densityTitles(columns, densitySetter(setting.measurer, setting.dates));
    const length = Math.max(width - names.inset, 1);
    // Levels are those of the whole width, and the axis is a little shorter.
    const named = choose(rows, columns, crowd, labels, (crowd.slot * length) / width);
    const kinds = densityKinds(crowd.behind ?? crowd, rows, counts.bands, setting.locale);
    const legend = densityLegend(kinds, length, setting);
    const below = legend.height;
    const boxes = densityBoxes(rows, names, input.breadth === "auto" ? input.breadth : input.breadth - below);
    const axisAt = boxes.reduce((sum, { height }) => sum + height, 0);
    const home = homeOf(crowd);
    const domain = input.domain ?? home;
    const axis = densityAxis(domain, length, setting, "along", input.warp);
    return {
      ...cut({ boxes, columns, crowd, labels, named, axis }, domain, length),
      breadth: axisAt + below,
      axisAt,
      inset: names.inset,
      lanes: boxes,
      legend: legend.boxes,
      listed: densityListed(columns, crowd, named, ...strides(domain, crowd)),
      strips: densityStrips(boxes, crowd, counts.bands, kinds, domain[0], domain[1], length),
      home,
      domain,
      axis,
      hueOf: densityHues(columns, lanes),
      fateOf: (event) => (named[event]! > 0 ? { is: "shown" } : { is: "unwanted" }),
      labelOf: (event) => labels[event]!,
    };
  };
  const passes = {
    ...{ densityArrange, densityNames, densitySetter, densityTitles, densityHues, densityBoxes, densityStrips },
    ...{ choose, counted, densityKinds, densityLegend, densityAxis, densityListed },
  };
  return { lay, passes };
}

/** Whether an event has a mark wherever it is in view. */
function isThere(event: number, { isWhole, level, levels, kept }: Sample, named: Uint8Array): boolean {
  return named[event] === 1 || isWhole || levels[event]! < level || kept[event]!;
}

/** Those that have a mark in a stretch of time, given in bins. */
function listOf(columns: Columns, crowd: Sample, named: Uint8Array, first: number, last: number): Columns {
  const { events, anchor, to } = columns;
  const [from, until] = [first * 2 ** crowd.level, last * 2 ** crowd.level];
  const isIn = (event: number): boolean => anchor[event]! <= until && Math.max(anchor[event]!, to[event]!) >= from;
  const listed = events.filter((_, event) => crowd.kept[event]! || (isIn(event) && isThere(event, crowd, named)));
  const own = siftColumns(columns, { ids: new Set(listed.map(({ id }) => id)), rest: "none" });
  return { ...own, ...(columns.among && { among: columns.among }) };
}

/** The lanes of the store that each row shows, and how many events they have. */
interface RowCounts {
  readonly bands: readonly (readonly number[])[];
  readonly totals: readonly number[];
}

function countRows(crowd: Crowd, rows: readonly LaneRow[]): RowCounts {
  const bands = rows.map((row) => laneCodes(crowd, row));
  return { bands, totals: bands.map((band) => band.reduce((sum, code) => sum + crowd.countLane(code), 0)) };
}

/** The colours of kinds, where no lane has a colour that would mean something else. */
function kindsOf(
  crowd: Crowd,
  rows: readonly LaneRow[],
  bands: RowCounts["bands"],
  locale: string,
): KindHues | undefined {
  return rows.some(({ lane }) => lane.hue !== undefined) ? undefined : findKindHues(crowd, bands.flat(), locale);
}

/** Sets the title of an event in one line. */
type Setter = (title: ResolvedText) => Label;

/** Makes a setter that sets each title once: one sample has most events of the one before. */
function createSetter(measurer: TextMeasurer, dates: DateFormat): Setter {
  const known = new WeakMap<ResolvedText, Label>();
  return (title) => {
    let label = known.get(title);
    if (!label) {
      const { lines, isShortened } = textLines("compact", title, WIDEST, 1, { measurer, dates });
      known.set(title, (label = stack(lines, isShortened)));
    }
    return label;
  };
}

function setTitles({ events }: Columns, set: Setter): readonly Label[] {
  return events.map(({ title }) => set(title));
}

/**
 * Which events are named, 1 for each that is. From the coarsest level to that of the view, the most important ones go first
 * where they do not come too near to names that are there already; distances are those of the widest view of a level, so
 * that a name is there in all of it, and at the next levels too. After the winners of a level come those that win nothing.
 */
function chooseNames(
  rows: readonly LaneRow[],
  columns: Columns,
  crowd: Sample,
  labels: readonly Label[],
  slot: number,
): Uint8Array {
  const { anchor, importance, events } = columns;
  const named = new Uint8Array(events.length);
  for (const { events: own } of rows) {
    const ranked = own.filter((event) => importance[event]! > 0).sort(byImportance(columns));
    const kept: number[] = [];
    for (let level = crowd.level + ABOVE; level >= crowd.level - 1; level--) {
      const pxPerMs = slot / 2 ** Math.max(level, crowd.level);
      const isFree = (event: number): boolean =>
        kept.every((other) => {
          const distance = (anchor[event]! - anchor[other]!) * pxPerMs;
          return distance >= labels[other]!.width + GAP || -distance >= labels[event]!.width + GAP;
        });
      for (const event of ranked) {
        if (named[event] || crowd.levels[event]! < level || !isFree(event)) continue;
        named[event] = 1;
        kept.push(event);
      }
    }
  }
  return named;
}

/** The most important first; of equal ones, those that come first in the data. */
function byImportance({ importance, events }: Columns): (a: number, b: number) => number {
  return (a, b) => importance[b]! - importance[a]! || events[a]!.index - events[b]!.index;
}

/** The lanes below each other, each as high as the others; where a height is given they share it. */
function stackStrips(
  rows: readonly LaneRow[],
  { names, isStacked }: LaneNames,
  height: number | "auto",
): readonly LaneBox[] {
  const nameOf = (index: number): number => (isStacked ? names[index]!.label.height : 0);
  const around = (index: number): number => nameOf(index) + ABOVE_NAMES + TYPE.compact.line + BELOW;
  const taken = rows.reduce((sum, _, i) => sum + around(i), 0);
  const count = Math.max(rows.length, 1);
  const own = clamp(FEW_STRIPS / count, STRIP, TALL_STRIP);
  const strip = height === "auto" ? own : Math.max(LEAST_STRIP, (height - taken) / count);
  const total = taken + rows.length * strip;
  let across = total;
  return rows.map(({ lane, isFolded, events }, i): LaneBox => {
    const { label: name, indent } = names[i]!;
    const own = around(i) + strip;
    const nameTop = isStacked ? 0 : Math.max(0, own - BELOW - strip / 2 - name.height / 2 - TYPE.compact.line / 2);
    const box = {
      lane,
      name,
      indent,
      isFolded,
      events,
      across,
      height: own,
      nameTop,
      rowsTop: own - BELOW,
      row: strip,
    };
    across -= own;
    return box;
  });
}

/** How many events begin in each pixel of each lane. */
function stripsOf(
  boxes: readonly LaneBox[],
  crowd: NonNullable<ModeInput["crowd"]>,
  bands: RowCounts["bands"],
  kinds: KindHues | undefined,
  from: Instant,
  to: Instant,
  length: number,
): NonNullable<ModeBoxes["strips"]> {
  const pixels = Math.max(1, Math.round(length));
  const { counts, most, byGroup } = crowd.strips(from, to, pixels, bands, kinds?.groups);
  const hues = kinds?.hues.map(({ hue }) => hue) ?? [];
  const behind = crowd.behind?.strips(from, to, pixels, bands);
  const top = roundUp(behind?.most ?? most);
  return boxes.map(({ lane, across, height, row }, i) => ({
    lane,
    across: across - height + BELOW,
    height: row,
    counts: counts.subarray(i * pixels, (i + 1) * pixels),
    byHue: byGroup && { hues, counts: byGroup.subarray(i * pixels * hues.length, (i + 1) * pixels * hues.length) },
    behind: behind?.counts.subarray(i * pixels, (i + 1) * pixels),
    most: top,
  }));
}

/** The next number of 1, 2 or 5 with zeros: so the height of a strip seldom changes while one pans. */
function roundUp(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(count, 1)));
  return Math.max(4, [1, 2, 5, 10].find((step) => step * power >= count)! * power);
}

/** What is placed, and which events have names. */
interface Named {
  readonly boxes: readonly LaneBox[];
  readonly columns: Columns;
  readonly crowd: Sample;
  readonly labels: readonly Label[];
  readonly named: Uint8Array;
  readonly axis: AxisBoxes;
}

/**
 * The names and marks in view. What began before it and goes on in it is a bar; the most important one of a lane keeps its
 * name at the edge, where there is room.
 */
function cut(
  { boxes, columns, crowd, labels, named, axis }: Named,
  domain: Domain,
  length: number,
): { readonly marks: readonly MarkBox[]; readonly labels: readonly LabelBox[] } {
  const { anchor, events } = columns;
  const scale = linearScale(domain, [0, length]);
  const compare = byImportance(columns);
  const marks: MarkBox[] = [];
  const shown: LabelBox[] = [];
  for (const { across: far, height, row, events: own } of boxes) {
    const base = far - height + BELOW;
    const across = base + row + TYPE.compact.line;
    let free = length;
    let held: number | undefined;
    for (const event of own) {
      const along = scale.at(anchor[event]!);
      const hasName = named[event] === 1;
      if (along > length || !isThere(event, crowd, named)) continue;
      const bar = placeBar(events[event]!.span, scale, length, axis.step);
      const isWide = bar !== undefined && bar.to - bar.from > NARROWEST;
      const { width } = labels[event]!;
      if (along < 0) {
        if (!isWide || bar.to <= 0) continue;
        if (bar.to >= width && (held === undefined || compare(event, held) < 0)) held = event;
      } else if (hasName && along + width + NAME_INDENT <= length) {
        shown.push({ event, along, across, base, label: labels[event]! });
        free = Math.min(free, along);
      }
      const seen = bar && cutBar(bar, length);
      if (hasName) marks.push({ event, along, across: base, bar: seen });
      else marks.push({ event, along, across: base, bar: isWide ? seen : undefined, form: "trace" });
    }
    if (held !== undefined && labels[held]!.width + GAP <= free)
      shown.push({ event: held, along: -NAME_INDENT, across, label: labels[held]! });
  }
  return { marks, labels: shown };
}
