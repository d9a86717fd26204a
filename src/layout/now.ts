import { TYPE } from "../text/typography.js";
import { linearScale } from "../time/scale.js";
import type { LayoutInput } from "./input.js";
import type { ModeBoxes } from "./mode.js";
import { marksOf, textsOf, type Patch, type Placed } from "./patch.js";

/** A part of the plot across, in pixels from its far edge. */
export type Zone = readonly [top: number, bottom: number];

/** The line of the present moment. */
export interface NowBox {
  readonly along: number;
  /** Its pieces, from the far edge of the plot in pixels: it breaks off where a text stands on it. */
  readonly pieces: readonly Zone[];
  /** Its word, at the start of `along` and at the highest place that is free. */
  readonly word:
    { readonly along: number; readonly top: number; readonly width: number; readonly text: string } | undefined;
}

/** Between the word or the line and a text above or below it, and between texts beside each other, in pixels. */
const AIR = 4;
const AIR_ALONG = 8;
/** From the edge of the plot to the word, where labels are not faded, in pixels. */
const EDGE = 12;
/** What dots and bars take above the axis, in pixels. */
const DOTS = 12;
/** A shorter piece of the line would look like a speck, in pixels. */
const SHORTEST = 12;

/** Places the line of now where there is an axis and now is in view. */
export function placeNow(
  place: Placed & { readonly length: number; readonly floor: number },
  { now, words, setting }: Pick<LayoutInput, "now" | "words" | "setting">,
): NowBox | undefined {
  const { axis, axisAt, domain, length, floor, orientation } = place;
  const along = axis && now !== undefined ? linearScale(domain, [0, length]).at(now) : -1;
  if (along < 0 || along > length) return undefined;
  const text = words.say("now");
  const width = setting.measurer.width(text, TYPE.more);
  const extent = orientation.extentOf({ width, height: TYPE.more.line });
  const edge = orientation.isUpright ? 0 : EDGE;
  const from = Math.max(edge, Math.min(along - extent.length / 2, length - edge - extent.length));
  const texts = textsOf(place);
  const [air, beside] = orientation.isUpright ? [AIR_ALONG, AIR] : [AIR, AIR_ALONG];
  const top = freeTop({ from: from - beside, to: from + extent.length + beside }, extent.breadth, air, [
    ...texts,
    ...marksOf(place),
  ]);
  const bottom = top + extent.breadth;
  const word = bottom <= axisAt - floor - DOTS ? { along: from, top, width, text } : undefined;
  const stops = word ? [...texts, { from: along, to: along, top, bottom }] : texts;
  return { along, word, pieces: zonesOf(place).flatMap((zone) => piecesOf(along, zone, stops)) };
}

/** The place nearest to the far edge where a word of some breadth lies on nothing. */
function freeTop(
  { from, to }: Pick<Patch, "from" | "to">,
  breadth: number,
  air: number,
  obstacles: readonly Patch[],
): number {
  const beside = obstacles.filter((box) => box.from < to && box.to > from).sort((a, b) => a.top - b.top);
  let top = 0;
  for (const box of beside) {
    if (box.top - air >= top + breadth) break;
    top = Math.max(top, box.bottom + air);
  }
  return top;
}

/** Where events stand: above the axis, and below what it says where flags hang there too; from the far edge of the plot. */
export function zonesOf({ axisAt, lower, breadth }: Pick<ModeBoxes, "axisAt" | "lower" | "breadth">): readonly Zone[] {
  return [[0, axisAt], ...(lower === undefined ? [] : [[axisAt + lower, breadth] as const])];
}

/** The pieces of an upright line that lie on no text. */
export function piecesOf(along: number, [from, to]: Zone, texts: readonly Patch[]): Zone[] {
  const stops = texts.filter((box) => box.from - AIR < along && box.to + AIR > along).sort((a, b) => a.top - b.top);
  const pieces: Zone[] = [];
  let top = from;
  for (const stop of [...stops, { top: Infinity, bottom: Infinity }]) {
    const bottom = Math.min(stop.top - AIR, to);
    if (bottom - top >= SHORTEST) pieces.push([top, bottom]);
    top = Math.max(top, stop.bottom + AIR);
  }
  return pieces;
}
