import type { Instant } from "../time/instant.js";
import { piecesOf, zonesOf, type Zone } from "./now.js";
import { textsOf, type Placed } from "./patch.js";

/** A break of the axis, drawn through the parts of the plot where events are. */
export interface TearBox {
  /** When what is left out begins. */
  readonly instant: Instant;
  readonly along: number;
  /** Its pieces, from the top of the plot in pixels: it breaks off where a text stands on it. */
  readonly pieces: readonly Zone[];
}

/** Places the tears of the breaks in view. */
export function placeTears(placed: Placed & { readonly length: number }): readonly TearBox[] {
  const breaks = placed.axis?.breaks.filter(({ along }) => along >= 0 && along <= placed.length) ?? [];
  if (breaks.length === 0) return [];
  const texts = textsOf(placed);
  return breaks.map(({ instant, along }) => {
    return { instant, along, pieces: zonesOf(placed).flatMap((zone) => piecesOf(along, zone, texts)) };
  });
}
