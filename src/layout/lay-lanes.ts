import { memo } from "../base/memo.js";
import type { Hue } from "../model/kinds.js";
import { flatLanes, type ResolvedLane } from "../model/lanes.js";
import type { Columns } from "../store/columns.js";
import { DAY } from "../time/instant.js";
import { linearScale } from "../time/scale.js";
import type { Step } from "../time/steps.js";
import type { Domain } from "../view/view.js";
import { axisHeight, placeAxis, type AxisBoxes } from "./axis.js";
import { columnBreadth, columnOf, placeColumn } from "./axis-column.js";
import type { LabelFate, LaneBox } from "./boxes.js";
import { fitDomain } from "./fit.js";
import type { LabelSetting } from "./label.js";
import { shareRows, stackBoxes } from "./lane-boxes.js";
import { fitColumns, nameStrip, standBoxes, type LaneColumns } from "./lane-columns.js";
import { cutLanes } from "./lane-cut.js";
import {
  extentsAt,
  LONGEST,
  packLanes,
  setLaneTitle,
  type LaneLabel,
  type LanesPlacement,
  type LaneTitle,
} from "./lane-events.js";
import { arrangeLanes, setNames, type LaneNames, type LaneRow } from "./lanes.js";
import type { ModeBoxes, ModeInput, ModeLayout } from "./mode.js";
import { zoomScale } from "./zoom-scale.js";

/** The label of an event takes no more than this share of the axis, so that it fits beside the last event. */
const LABEL_SHARE = 0.42;
/** The label and the end of the mark before it, which may fade out, take no more than this share together. */
const REACH_SHARE = 0.75;
/** The home domain is found in so many steps: the wider it is, the more labels stand beside their bars. */
const ROUNDS = 3;

/**
 * Makes the layout of lanes. Its passes: `arrange` finds which lanes are shown; `names` and `titles` set the texts, and
 * `dated` leaves out dates for which there is no room; `hues` finds the colours; `fit` the home domain, and `share` the
 * rows that each lane needs there; `stack` puts the lanes below each other; `pack` gives each event its row for the scale;
 * `laneAxis` places the ticks for the domain; `keep` what can be seen. Panning runs the last two only.
 */
export function createLanesLayout(): ModeLayout {
  const arrange = memo(arrangeLanes);
  const names = memo(setNames);
  const titles = memo(setTitles);
  const dated = memo(fitLabels);
  const hues = memo(huesOf);
  const fit = memo(fitHome);
  const share = memo(shareAtHome);
  const stack = memo(stackBoxes);
  const laneAxis = memo(placeAxis);
  const pack = memo(packLanes);
  const keep = memo(cutLanes);
  const laneColumn = memo(columnOf);
  const fitDown = memo(fitAtHome);
  const stand = memo(standBoxes);
  const laneColumnAxis = memo(placeColumn);

  /** The lanes below each other, and what is the same in any part of time. */
  const layLevel = (input: ModeInput, rows: readonly LaneRow[]): Plan => {
    const { columns, onAxis, warp, setting, words, length: width, breadth } = input;
    const below = axisHeight(setting);
    const above = breadth === "auto" ? breadth : Math.max(breadth - below, 0);
    const named = names(rows, setting, words, width);
    const length = Math.max(width - named.inset, 1);
    const room = length * LABEL_SHARE;
    const labels = dated(titles(columns, setting, Math.min(room, LONGEST)), room);
    const home = fit(onAxis, labels, length, setting, false);
    const counts = share(rows, onAxis, labels, home, length, setting, named, above);
    const axisIn = (domain: Domain): AxisBoxes => laneAxis(domain, length, setting, "along", warp);
    const { inset } = named;
    return { ...stack(rows, counts, named, above), below, inset, length, labels, home, counts, axisIn };
  };

  /** The same where time runs down the page: the lanes stand beside each other. */
  const layDown = ({ onAxis, warp, setting, words, ...input }: ModeInput, rows: readonly LaneRow[]): Plan => {
    const breadth = input.breadth as number;
    const inset = nameStrip(rows, setting);
    const length = Math.max(input.length - inset, 1);
    const beside = laneColumn(onAxis, length, breadth, setting, warp);
    const below = columnBreadth(beside);
    const axisAt = Math.max(breadth - below, 0);
    const fitted = fitDown(rows, onAxis, length, axisAt, setting);
    const boxes = stand(rows, fitted, axisAt, setting, words);
    const axisIn = (domain: Domain): AxisBoxes => laneColumnAxis(domain, length, beside, setting, warp);
    return { ...fitted, boxes, axisAt, below, inset, length, axisIn };
  };

  const lay = (input: ModeInput): ModeBoxes => {
    const { columns, until, lanes, folded, setting, words, isUpright } = input;
    const rows = arrange(columns, lanes, folded);
    const plan = isUpright ? layDown(input, rows) : layLevel(input, rows);
    const { boxes, labels, home, length, axisAt } = plan;
    const domain = input.domain ?? home;
    const axis = plan.axisIn(domain);
    const scale = zoomScale(domain, length);
    const placed = pack(rows, until, labels, scale, finenessOf(axis.step), plan.counts, isUpright);
    return {
      ...keep(boxes, placed, domain, length, words, setting),
      breadth: axisAt + plan.below,
      axisAt,
      inset: plan.inset,
      lanes: boxes,
      home,
      domain,
      axis,
      hueOf: hues(columns, lanes),
      fateOf: (event) => fateIn(placed, event),
      labelOf: (event) => labels[event]!,
    };
  };
  const level = { names, titles, dated, fit, share, stack, laneAxis };
  return { lay, passes: { arrange, hues, ...level, laneColumn, fitDown, stand, laneColumnAxis, pack, keep } };
}

/** What is the same in any part of time. */
interface Plan {
  readonly boxes: readonly LaneBox[];
  readonly axisAt: number;
  /** What the axis takes beside its line, in pixels. */
  readonly below: number;
  readonly inset: number;
  readonly length: number;
  readonly labels: readonly LaneLabel[];
  readonly home: Domain;
  readonly counts: readonly number[];
  readonly axisIn: (domain: Domain) => AxisBoxes;
}

function setTitles({ events }: Columns, setting: LabelSetting, maxWidth: number): readonly LaneTitle[] {
  return events.map((event) => setLaneTitle(event, maxWidth, setting));
}

function fitLabels(titles: readonly LaneTitle[], maxWidth: number): readonly LaneLabel[] {
  return titles.map(({ full, short }) => ({ ...(full.width > maxWidth ? short : full), short }));
}

/** The colour of an event by its lane, where lanes have colours. */
export function huesOf({ events }: Columns, lanes: readonly ResolvedLane[]): (event: number) => Hue | undefined {
  const hues = new Map(flatLanes(lanes).map(({ id, hue }) => [id, hue] as const));
  const colours = events.map(({ lane = "" }) => hues.get(lane));
  return (event) => colours[event];
}

/** Days are the longest dates that can be dots; so panning, which may bring wider labels of years, changes nothing here. */
function finenessOf({ duration }: Step): number {
  return Math.min(duration, DAY);
}

/** The domain that shows all events, and all labels that stand beside their marks. */
function fitHome(
  columns: Columns,
  labels: readonly LaneLabel[],
  length: number,
  setting: LabelSetting,
  isUpright: boolean,
): Domain {
  const { anchor, to } = columns;
  const ends = to.map((end, i) => (Number.isFinite(end) ? end : anchor[i]!));
  let home = fitDomain(columns, [], length);
  for (let round = 0; round < ROUNDS; round++) {
    const pxPerMs = zoomScale(home, length);
    const scale = linearScale([anchor[0] ?? 0, (anchor[0] ?? 0) + DAY], [0, pxPerMs * DAY]);
    const fineness = finenessAt(home, length, setting, isUpright);
    const extents = extentsAt(columns, labels, pxPerMs, fineness, isUpright);
    const reaches = extents.map(({ end, inside = 0 }, i) => {
      const reach = Number.isFinite(end) ? end : inside + (isUpright ? labels[i]!.height : labels[i]!.width);
      return Number.isFinite(reach) ? reach - scale.at(ends[i]!) : 0;
    });
    home = fitDomain(columns, reaches, length, ends, REACH_SHARE);
  }
  return home;
}

/** How many rows each lane has, at every scale: those that it needs where everything is in view. */
function shareAtHome(
  rows: readonly LaneRow[],
  columns: Columns,
  labels: readonly LaneLabel[],
  home: Domain,
  length: number,
  setting: LabelSetting,
  names: LaneNames,
  height: number | "auto",
): readonly number[] {
  const most = rows.map(({ lane }) => lane.maxRows);
  const fineness = finenessAt(home, length, setting, false);
  const { counts } = packLanes(rows, columns, labels, zoomScale(home, length), fineness, most, false);
  return shareRows(rows, counts, names, height);
}

function finenessAt(home: Domain, length: number, setting: LabelSetting, isUpright: boolean): number {
  return finenessOf(placeAxis(home, length, setting, isUpright ? "across" : "along").step);
}

/** How the lanes stand beside each other, at every scale: as they need where everything is in view. */
function fitAtHome(
  rows: readonly LaneRow[],
  columns: Columns,
  length: number,
  breadth: number,
  setting: LabelSetting,
): LaneColumns {
  const most = rows.map(({ lane }) => lane.maxRows);
  return fitColumns(rows, columns, breadth, setting, (labels) => {
    const home = fitHome(columns, labels, length, setting, true);
    const fineness = finenessAt(home, length, setting, true);
    return { home, needs: packLanes(rows, columns, labels, zoomScale(home, length), fineness, most, true).counts };
  });
}

function fateIn({ columns, labels, hiddenBy }: LanesPlacement, event: number): LabelFate {
  if (!(columns.importance[event]! > 0)) return { is: "unwanted" };
  if (hiddenBy[event]! >= 0) return { is: "hidden", by: hiddenBy[event]! };
  return { is: labels[event]!.isShortened ? "shortened" : "shown" };
}
