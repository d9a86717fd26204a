import { lowerBound } from "../base/math.js";
import type { ResolvedEra } from "../model/eras.js";
import type { Columns } from "../store/columns.js";
import { TYPE } from "../text/typography.js";
import { wrapText } from "../text/wrap.js";
import type { Instant } from "../time/instant.js";
import { linearScale, type LinearScale } from "../time/scale.js";
import { isKnown, type Edge } from "../time/span.js";
import type { Domain } from "../view/view.js";
import { barEdge, type BarEdge } from "./bars.js";
import type { LabelLine, LabelSetting } from "./label.js";
import { packTiers, type Stretch } from "./tiers.js";

/** One tier of names at the top of the plot, in pixels. */
const STRIP = 24;
/** Where time runs down the page: the widest tier, as a share of the width, but no narrower than so many pixels. */
const STRIP_SHARE = 0.16;
const STRIP_LEAST = 72;
/** All tiers take no more than this share of the width; without room for names they are so wide, in pixels. */
const STRIPS_SHARE = 0.24;
const STRIP_BARE = 12;
/** No more than so many tiers have names. */
const MOST_TIERS = 4;
/** Between a name and the ends of its band, and the edge of the plot where it sticks there, in pixels. */
const AIR = 8;
const EDGE = 24;
/** A name that is cut shorter than this is left out, in pixels. */
const NARROWEST = 40;
/** How far an end fades that is open, and one that the source doubts, in pixels. */
const OPEN_FADE = 96;
const DOUBT_FADE = 24;

/** Eras, each with its tier of names; eras that overlap have different ones. */
export interface EraTiers {
  readonly eras: readonly (readonly [era: ResolvedEra, tier: number])[];
  /** How many tiers have names. */
  readonly count: number;
}

/**
 * The band of an era, along the axis, or down a list. It is full between `coreFrom` and `coreTo`, and fades from there to
 * `from` and `to`.
 */
export interface EraBox {
  readonly era: ResolvedEra;
  readonly tier: number;
  readonly from: number;
  readonly coreFrom: number;
  readonly coreTo: number;
  readonly to: number;
  /** Its name, as far as it has room, and where that starts. */
  readonly name: { readonly along: number; readonly line: LabelLine } | undefined;
}

/** The events of a list that an era covers, from `first` up to, not including, `end`. */
export interface EraRun {
  readonly era: ResolvedEra;
  readonly tier: number;
  readonly first: number;
  readonly end: number;
}

/** Gives each era its tier, by time alone, so that no zooming or panning moves a name to another one. */
export function packEras(eras: readonly ResolvedEra[]): EraTiers {
  const rows = eras
    .map((era) => ({ era, ...stretchOf(era) }))
    .sort((a, b) => (a.from === b.from ? 0 : a.from - b.from) || (a.to === b.to ? 0 : b.to - a.to));
  const tiers = packTiers(rows, MOST_TIERS);
  const count = tiers.reduce((most, tier) => Math.max(most, tier + 1), 0);
  return { eras: rows.map(({ era }, i) => [era, tiers[i]!]), count: Math.min(count, MOST_TIERS) };
}

/** What one tier of names takes: the height of a line, or on an upright plot of some width, that of the widest name. */
export function stripOf(
  { eras, count }: EraTiers,
  width: number | undefined,
  { measurer }: Pick<LabelSetting, "measurer">,
): number {
  if (width === undefined) return STRIP;
  const widest = eras.reduce((most, [era]) => Math.max(most, measurer.width(era.title.text, TYPE.meta)), 0);
  const strip = Math.min(widest + AIR, Math.max(width * STRIP_SHARE, STRIP_LEAST), (width * STRIPS_SHARE) / count);
  return strip < NARROWEST + AIR && strip < widest + AIR ? STRIP_BARE : Math.ceil(strip);
}

/** Nobody knows how far an era reaches whose end is open or unknown. */
function stretchOf({ span: { start, end } }: ResolvedEra): Stretch {
  return { from: isKnown(start) ? start.earliest : -Infinity, to: isKnown(end) ? end.latest : Infinity };
}

/** Which events begin in which era; one whose end nobody knows can't be said to hold any. */
export function findRuns({ eras }: EraTiers, { anchor }: Columns): readonly EraRun[] {
  const placeOf = (instant: Instant): number => lowerBound(anchor.length, (i) => anchor[i]! >= instant);
  return eras.flatMap(([era, tier]): EraRun[] => {
    const { start, end } = era.span;
    const { from, to } = stretchOf(era);
    const run = { era, tier, first: placeOf(from), end: placeOf(to) };
    return run.first < run.end && start !== "unknown" && end !== "unknown" ? [run] : [];
  });
}

/**
 * Places the bands that can be seen on `length` pixels, and their names: at the start, or where the band comes into view.
 *
 * @param strip - How long a name may be across the axis; without it, names lie along the axis.
 */
export function placeEras(
  { eras }: EraTiers,
  domain: Domain,
  length: number,
  { measurer }: Pick<LabelSetting, "measurer">,
  strip?: number,
): readonly EraBox[] {
  const scale = linearScale(domain, [0, length]);
  return eras.flatMap(([era, tier]): EraBox[] => {
    const start = bandEnd(era, "start", scale, length);
    const end = bandEnd(era, "end", scale, length);
    if (end.outer <= 0 || start.outer >= length) return [];
    const isFull = start.core <= end.core;
    const middle = (start.outer + end.outer) / 2;
    const coreFrom = isFull ? Math.min(start.core + start.fade, end.core) : middle;
    const coreTo = isFull ? Math.max(end.core - end.fade, coreFrom) : middle;
    const [air, edge] = strip === undefined ? [AIR, EDGE] : [AIR / 2, 0];
    const along = Math.max(start.name + air, edge);
    const free = Math.min(end.name - air, length - edge) - along;
    const room = strip === undefined ? free : free >= TYPE.meta.line ? strip - AIR : 0;
    const line = tier < MOST_TIERS ? nameLine(era, room, measurer) : undefined;
    return [{ era, tier, from: start.outer, coreFrom, coreTo, to: end.outer, name: line && { along, line } }];
  });
}

/** One end of a band. */
interface BandEnd extends Omit<BarEdge, "look"> {
  /** How far it fades inside of what it covers, in pixels. */
  readonly fade: number;
  /** How far a name may reach: what is approximate may be a neighbour's. */
  readonly name: number;
}

function bandEnd({ span }: ResolvedEra, end: "start" | "end", scale: LinearScale, length: number): BandEnd {
  const edge = span[end];
  const { outer, core } = end === "start" ? barEdge(edge, -1, span, scale, 0) : barEdge(edge, 1, span, scale, length);
  return { outer, core, fade: fadeInside(edge), name: isKnown(edge) && edge.approximate ? core : outer };
}

function fadeInside(edge: Edge): number {
  if (edge === "open") return OPEN_FADE;
  return isKnown(edge) && edge.uncertain && !edge.approximate ? DOUBT_FADE : 0;
}

/** The name of an era in so many pixels; `undefined` where too little of it would be left. */
export function nameLine(
  { title: { runs, dir, lang } }: ResolvedEra,
  room: number,
  measurer: LabelSetting["measurer"],
): LabelLine | undefined {
  const measure = (text: string): number => measurer.width(text, TYPE.meta);
  const { lines, widths, isShortened } = wrapText(runs, { measure, maxWidth: Math.max(room, 0), maxLines: 1 });
  const width = widths[0] ?? Infinity;
  if (width > room || (isShortened && room < NARROWEST)) return undefined;
  return { role: "meta", runs: lines[0]!, dir, lang, width, top: 0 };
}
