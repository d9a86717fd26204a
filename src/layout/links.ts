import type { Columns } from "../store/columns.js";
import { linearScale } from "../time/scale.js";
import type { Domain } from "../view/view.js";
import { packTiers, type Stretch } from "./tiers.js";

/** From one tier of links to the next, and from the highest one to what stands above it, in pixels. */
const LINK_TIER = 8;
const AIR = 4;
/** From the axis to the lowest tier: over the dots, in pixels. */
const LOWEST = 16;
/** More tiers would be a thicket; what finds no room in them is left to the words. */
const MOST_TIERS = 4;
/** Marks nearer to each other than this, in pixels, have no line between them. */
const SHORTEST = 20;
/** How far out of view lines are still drawn, in pixels: as far as they bend. */
const BEYOND = 120;

/** What ties two events, as their places in the columns. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** `leads` from an event to what it led to, `part` from an event to the whole. */
  readonly kind: "leads" | "part";
}

/** Links, each with its tier above the axis. */
export interface LinkTiers {
  readonly links: readonly (readonly [link: Link, tier: number])[];
  /** What they take above the dots, in pixels. */
  readonly height: number;
}

/** The line of a link, cut to what can be seen. */
export interface LinkBox extends Link {
  /** Where it starts and where it ends; the end is the earlier one where it points back. */
  readonly start: number;
  readonly end: number;
  /** How high it rises above the axis, in pixels. */
  readonly across: number;
}

/** All links between events at different times. */
export function findLinks({ events, anchor, byId }: Columns): readonly Link[] {
  return events.flatMap(({ leadsTo, partOf }, from): Link[] => {
    const whole = byId.get(partOf ?? "");
    return [
      ...[...new Set(leadsTo)].map((id): Link => ({ from, to: byId.get(id)!, kind: "leads" })),
      ...(whole === undefined ? [] : [{ from, to: whole, kind: "part" } as const]),
    ].filter(({ to }) => anchor[from] !== anchor[to]);
  });
}

/** Whether a part stands on the bar of the whole, where all stand on one axis: then it needs no line. */
function isOnBar({ from: part, to: whole, kind }: Link, { anchor, from, to }: Columns): boolean {
  return kind === "part" && anchor[part]! >= from[whole]! && anchor[part]! <= to[whole]!;
}

/** Gives each link its tier, the shorter ones below, by time alone, so that no zooming or panning moves it to another. */
export function packLinks(columns: Columns): LinkTiers {
  const rows = findLinks(columns)
    .filter((link) => !isOnBar(link, columns))
    .map((link) => ({ link, ...stretchOf(link, columns) }))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const tiers = packTiers(rows, MOST_TIERS);
  const links = rows.flatMap(({ link }, i) => (tiers[i]! < MOST_TIERS ? [[link, tiers[i]!] as const] : []));
  const count = links.reduce((most, [, tier]) => Math.max(most, tier + 1), 0);
  return { links, height: count === 0 ? 0 : count * LINK_TIER + AIR };
}

function stretchOf({ from, to }: Link, { anchor }: Columns): Stretch {
  const [a, b] = [anchor[from]!, anchor[to]!];
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

/** Places the links that can be seen on `length` pixels. */
export function placeLinks(
  { links }: LinkTiers,
  { anchor }: Columns,
  domain: Domain,
  length: number,
): readonly LinkBox[] {
  const scale = linearScale(domain, [0, length]);
  const placeOf = (event: number): number => Math.max(-BEYOND, Math.min(length + BEYOND, scale.at(anchor[event]!)));
  return links.flatMap(([link, tier]): LinkBox[] => {
    const [start, end] = [placeOf(link.from), placeOf(link.to)];
    if (Math.abs(end - start) < SHORTEST) return [];
    return [{ ...link, start, end, across: LOWEST + tier * LINK_TIER }];
  });
}
