import type { Hue } from "../../model/kinds.js";
import { flatLanes, type ResolvedLane } from "../../model/lanes.js";
import type { ShapeNode } from "../../scene/scene.js";
import type { Paint } from "../../scene/theme.js";
import type { Crowd } from "../../store/crowd.js";
import type { Canvas, CrowdChoice, Extent, PictureInput } from "./input.js";

/** The width of one step of the silhouette, in pixels. */
const BIN = 2;
/** Above the highest step, in pixels. */
const TOP = 3;
/** A single event can be seen, in pixels. */
const LOWEST = 2;
/** How much colour a layer has. */
const FULL = 0.7;
const QUIET = 0.3;

/** The layers of a silhouette: the colours of wanted events, those of lanes without one, and all others. */
type Layer = Hue | "muted" | "quiet";
/** How many events of each layer there are in each bin. */
export type Layers = ReadonlyMap<Layer, Float64Array>;

/** A silhouette of how many events there are where, in layers by their colours; high steps are drawn lower than they are. */
export function buildDensity(counted: Layers, input: Canvas): readonly ShapeNode[] {
  const { length, height } = input;
  // What is wanted stands on the ground.
  const layers = [...counted].sort(
    ([one, a], [other, b]) => Number(one === "quiet") - Number(other === "quiet") || sum(b) - sum(a),
  );
  const bins = Math.max(Math.ceil(length / BIN), 1);
  const totals = new Float64Array(bins);
  for (const [, counts] of layers) counts.forEach((count, bin) => (totals[bin]! += count));
  const most = Math.max(...totals, 1);
  const below = new Float64Array(bins);
  return layers.map(([layer, counts]): ShapeNode => {
    const heightAt = (count: number, bin: number): number => {
      const total = totals[bin]!;
      if (total === 0) return 0;
      return (Math.max((height - TOP) * Math.sqrt(total / most), LOWEST) * count) / total;
    };
    const lower = below.slice();
    counts.forEach((_, bin) => (below[bin]! += counts[bin]!));
    const d = silhouette(
      (bin) => heightAt(lower[bin]!, bin),
      (bin) => heightAt(below[bin]!, bin),
      bins,
      input,
    );
    const fill: Paint = layer === "quiet" ? "faint" : layer === "muted" ? layer : `hue-${layer}`;
    const opacity = layer === "quiet" ? QUIET : FULL;
    return { kind: "path", key: `density:${layer}`, className: "mizwala-overview-density", d, fill, opacity };
  });
}

/** The layers of events that are there one by one. Each costs the same, however long it lasts. */
export function countLayers(extents: readonly Extent[], { columns, hueOf, length }: PictureInput): Layers {
  const bins = Math.max(Math.ceil(length / BIN), 1);
  const layers = new Map<Layer, Float64Array>();
  const binOf = (along: number): number => Math.min(Math.floor(along / BIN), bins - 1);
  extents.forEach(({ from, to }, event) => {
    const layer = columns.isQuiet?.[event] ? "quiet" : hueOf(event);
    const changes = layers.get(layer) ?? new Float64Array(bins + 1);
    layers.set(layer, changes);
    changes[binOf(from)]! += 1;
    changes[binOf(Math.max(to - 1e-6, from)) + 1]! -= 1;
  });
  for (const [layer, changes] of layers) {
    for (let bin = 1; bin < bins; bin++) changes[bin]! += changes[bin - 1]!;
    layers.set(layer, changes.subarray(0, bins));
  }
  return layers;
}

/** The layers of a crowd, by the starts of its events in lanes of one colour. */
export function countCrowd({ wanted, behind }: CrowdChoice, lanes: readonly ResolvedLane[], input: Canvas): Layers {
  const [from, to] = input.domain;
  const bins = Math.max(Math.ceil(input.length / BIN), 1);
  const end = from + ((to - from) * bins * BIN) / input.length;
  const hues = new Map(flatLanes(lanes).map(({ id, hue }) => [id, hue] as const));
  const bands = new Map<Layer, number[]>();
  wanted.lanes.forEach((id, code) => {
    const hue = hues.get(id) ?? "muted";
    bands.set(hue, [...(bands.get(hue) ?? []), code]);
  });
  const count = (crowd: Crowd, of: readonly (readonly number[])[]): Uint32Array =>
    (crowd.aside ?? crowd.strips)(from, end, bins, of).counts;
  const counts = count(wanted, [...bands.values()]);
  const layers = new Map<Layer, Float64Array>();
  [...bands.keys()].forEach((hue, i) => layers.set(hue, Float64Array.from(counts.subarray(i * bins, (i + 1) * bins))));
  if (behind) {
    const all = Float64Array.from(count(behind, [[...behind.lanes.keys()]]));
    for (const own of layers.values()) own.forEach((n, bin) => (all[bin]! -= n));
    layers.set("quiet", all);
  }
  return layers;
}

/** The outline between two staircases, from the bottom of the strip up. */
function silhouette(
  lower: (bin: number) => number,
  upper: (bin: number) => number,
  bins: number,
  { length, height, orientation }: Canvas,
): string {
  const x = (bin: number): string => round(orientation.point(Math.min(bin * BIN, length), 0)[0]);
  const y = (up: number): string => round(height - up);
  const pieces: string[] = [];
  let bin = 0;
  while (bin < bins) {
    const start = bin;
    while (bin < bins && upper(bin) > lower(bin)) bin++;
    if (bin > start) {
      const there: string[] = [];
      const back: string[] = [];
      for (let i = start; i < bin; i++) {
        there.push(`V${y(upper(i))}H${x(i + 1)}`);
        back.push(`V${y(lower(i))}H${x(i)}`);
      }
      pieces.push(`M${x(start)},${y(lower(start))}${there.join("")}${back.reverse().join("")}Z`);
    } else bin++;
  }
  return pieces.join("");
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

function sum(counts: Float64Array): number {
  return counts.reduce((total, count) => total + count, 0);
}
