import { memo } from "../base/memo.js";
import type { Hue } from "../model/kinds.js";
import type { ResolvedLane } from "../model/lanes.js";
import type { Columns } from "../store/columns.js";
import { DAY } from "../time/instant.js";
import { linearScale } from "../time/scale.js";
import type { Step } from "../time/steps.js";
import type { Domain } from "../view/view.js";
import { axisHeight, placeAxis } from "./axis.js";
import type { LabelFate } from "./boxes.js";
import { fitDomain } from "./fit.js";
import type { LabelSetting } from "./label.js";
import { shareRows, stackBoxes } from "./lane-boxes.js";
import { cutLanes } from "./lane-cut.js";
import { extentsAt, packLanes, setLaneLabel, type LaneLabel, type LanesPlacement } from "./lane-events.js";
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
 * Makes the layout of lanes. Its passes: `arrange` finds which lanes are shown; `names` and `titles` set the texts; `hues`
 * finds the colours; `fit` the home domain, and `share` the rows that each lane needs there; `stack` puts the lanes below
 * each other; `pack` gives each event its row for the scale; `laneAxis` places the ticks for the domain; `keep` what can be
 * seen. Panning runs the last two only.
 */
export function createLanesLayout(): ModeLayout {
  const arrange = memo(arrangeLanes);
  const names = memo(setNames);
  const titles = memo(setTitles);
  const hues = memo(huesOf);
  const fit = memo(fitHome);
  const share = memo(shareAtHome);
  const stack = memo(stackBoxes);
  const laneAxis = memo(placeAxis);
  const pack = memo(packLanes);
  const keep = memo(cutLanes);
  const lay = (input: ModeInput): ModeBoxes => {
    const { columns, onAxis, until, warp, lanes, folded, setting, words, width, height } = input;
    const below = axisHeight(setting);
    const above = height === "auto" ? height : Math.max(height - below, 0);
    const rows = arrange(columns, lanes, folded);
    const named = names(rows, setting, words, width);
    const length = Math.max(width - named.inset, 1);
    const labels = titles(columns, setting, length * LABEL_SHARE);
    const home = fit(onAxis, labels, length, setting);
    const counts = share(rows, onAxis, labels, home, length, setting, named, above);
    const { boxes, axisAt } = stack(rows, counts, named, above);
    const domain = input.domain ?? home;
    const axis = laneAxis(domain, length, setting, "along", warp);
    const placed = pack(rows, until, labels, zoomScale(domain, length), finenessOf(axis.step), counts);
    return {
      ...keep(boxes, placed, domain, length, words, setting),
      height: axisAt + below,
      axisAt,
      inset: named.inset,
      lanes: boxes,
      home,
      domain,
      axis,
      hueOf: hues(columns, lanes),
      fateOf: (event) => fateIn(placed, event),
      labelOf: (event) => labels[event]!,
    };
  };
  return { lay, passes: { arrange, names, titles, hues, fit, share, stack, laneAxis, pack, keep } };
}

function setTitles({ events }: Columns, setting: LabelSetting, maxWidth: number): readonly LaneLabel[] {
  return events.map((event) => setLaneLabel(event, maxWidth, setting));
}

function huesOf({ events }: Columns, lanes: readonly ResolvedLane[]): (event: number) => Hue | undefined {
  const hues = new Map<string, Hue | undefined>();
  const note = ({ id, hue, lanes }: ResolvedLane): void => {
    hues.set(id, hue);
    lanes.forEach(note);
  };
  lanes.forEach(note);
  const colours = events.map(({ lane = "" }) => hues.get(lane));
  return (event) => colours[event];
}

/** Days are the longest dates that can be dots; so panning, which may bring wider labels of years, changes nothing here. */
function finenessOf({ duration }: Step): number {
  return Math.min(duration, DAY);
}

/** The domain that shows all events, and all labels that stand beside their marks. */
function fitHome(columns: Columns, labels: readonly LaneLabel[], length: number, setting: LabelSetting): Domain {
  const { anchor, to } = columns;
  const ends = to.map((end, i) => (Number.isFinite(end) ? end : anchor[i]!));
  let home = fitDomain(columns, [], length);
  for (let round = 0; round < ROUNDS; round++) {
    const pxPerMs = zoomScale(home, length);
    const scale = linearScale([anchor[0] ?? 0, (anchor[0] ?? 0) + DAY], [0, pxPerMs * DAY]);
    const extents = extentsAt(columns, labels, pxPerMs, finenessOf(placeAxis(home, length, setting).step));
    const reaches = extents.map(({ end, inside = 0 }, i) => {
      const reach = Number.isFinite(end) ? end : inside + labels[i]!.width;
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
  const fineness = finenessOf(placeAxis(home, length, setting).step);
  const { counts } = packLanes(rows, columns, labels, zoomScale(home, length), fineness, most);
  return shareRows(rows, counts, names, height);
}

function fateIn({ columns, labels, hiddenBy }: LanesPlacement, event: number): LabelFate {
  if (!(columns.importance[event]! > 0)) return { is: "unwanted" };
  if (hiddenBy[event]! >= 0) return { is: "hidden", by: hiddenBy[event]! };
  return { is: labels[event]!.isShortened ? "shortened" : "shown" };
}
