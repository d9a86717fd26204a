import type { Instant } from "../../time/instant.js";
import type { Domain } from "../../view/view.js";
import type { Slide } from "../slider.js";
import { moveWindow, resizeWindow, type WindowLimits } from "./window.js";

/** What a key moves: the window, or its first or its last edge. */
export type Handle = "from" | "part" | "to";

/** A page of the window and of an edge, as shares of the window. */
const PAGE = 0.8;
const EDGE_PAGE = 0.2;

/**
 * The window after a key.
 *
 * @param beside - The next tick of the axis in the direction of the key: edges come to stand on round dates.
 */
export function slideWindow(
  window: Domain,
  handle: Handle,
  { by, towards }: Slide,
  limits: WindowLimits,
  beside: (at: Instant) => Instant,
): Domain {
  const length = window[1] - window[0];
  const { whole } = limits;
  const end = towards === 1 ? whole[1] : whole[0];
  if (handle === "part") {
    const shifts = {
      step: () => beside(window[0]) - window[0],
      page: () => towards * PAGE * length,
      end: () => end - window[towards === 1 ? 1 : 0],
    };
    return moveWindow(window, shifts[by](), limits);
  }
  const edge = handle === "from" ? 0 : 1;
  const places = {
    step: () => beside(window[edge]),
    page: () => window[edge] + towards * EDGE_PAGE * length,
    end: () => end,
  };
  return resizeWindow(window, edge, places[by](), limits);
}
