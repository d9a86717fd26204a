import { clamp } from "../base/math.js";
import type { ResolvedOptions } from "../model/options.js";
import type { Hit } from "../scene/hit.js";
import type { Page } from "./page.js";

/** Where the panel of details stands. */
export type PanelPlace = Exclude<ResolvedOptions["detailsPlacement"], "auto">;

/** A panel beside the plot leaves it more than the width of a list: with less room it stands below. */
const ROOM_BESIDE = 960;
/** Below a plot that takes more of the window than this, the panel would be out of sight. */
const MOST_OF_WINDOW = 0.75;
/** The widest popover, its distance from what it belongs to and from the edges, in pixels. */
const WIDEST = 420;
const AIR = 8;

/** Chooses the place: what is asked for where there is room, else below the plot, or at the event where that is far away. */
export function choosePlace(
  wanted: ResolvedOptions["detailsPlacement"],
  room: { readonly width: number; readonly height: number; readonly window: number },
): PanelPlace {
  if (wanted === "beside") return room.width < ROOM_BESIDE ? "below" : wanted;
  if (wanted !== "auto") return wanted;
  return room.height > room.window * MOST_OF_WINDOW ? "popover" : "below";
}

/** Puts the panel where it belongs; `hit` is the event's own place in the plot. */
export function placePanel(
  { root, plot, details }: Pick<Page, "root" | "plot" | "details">,
  wanted: ResolvedOptions["detailsPlacement"],
  height: number,
  hit: Hit | undefined,
): void {
  if (details.hidden) {
    delete root.dataset["details"];
    return;
  }
  const window = root.ownerDocument.defaultView!.innerHeight;
  const place = choosePlace(wanted, { width: root.clientWidth, height, window });
  const isAtEvent = place === "popover" && hit !== undefined;
  if (root.dataset["details"] !== place) root.dataset["details"] = place;
  for (const side of ["left", "top", "width"]) if (!isAtEvent) details.style.removeProperty(side);
  if (!isAtEvent) return;
  const width = Math.min(WIDEST, plot.clientWidth);
  const left = clamp(hit.x + hit.width / 2 - width / 2, 0, plot.clientWidth - width);
  details.style.width = `${width}px`;
  details.style.left = `${plot.offsetLeft + left}px`;
  const below = hit.y + hit.height + AIR;
  const above = hit.y - AIR - details.offsetHeight;
  const isCut = below + details.offsetHeight > plot.clientHeight && above >= 0;
  details.style.top = `${plot.offsetTop + (isCut ? above : below)}px`;
}
