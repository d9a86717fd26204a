import type { ResolvedEra } from "../model/eras.js";
import type { Columns } from "../store/columns.js";
import { isKnown, type Edge, type Span } from "../time/span.js";
import { NO_BREAKS, type Warp } from "../time/warp.js";

/** The same events as they lie on the axis, to be placed and not to be read; the same columns where it has no breaks. */
export function columnsOnAxis(columns: Columns, warp: Warp): Columns {
  if (warp === NO_BREAKS) return columns;
  const { onAxis } = warp;
  return {
    ...columns,
    events: columns.events.map((event) => ({ ...event, span: spanOnAxis(event.span, warp) })),
    anchor: columns.anchor.map(onAxis),
    from: columns.from.map(onAxis),
    to: columns.to.map(onAxis),
  };
}

/** The same eras as they lie on the axis; the same list where it has no breaks. */
export function erasOnAxis(eras: readonly ResolvedEra[], warp: Warp): readonly ResolvedEra[] {
  return warp === NO_BREAKS ? eras : eras.map((era) => ({ ...era, span: spanOnAxis(era.span, warp) }));
}

function spanOnAxis(span: Span, warp: Warp): Span {
  return { ...span, start: edgeOnAxis(span.start, warp), end: edgeOnAxis(span.end, warp) };
}

function edgeOnAxis(edge: Edge, { onAxis }: Warp): Edge {
  return isKnown(edge) ? { ...edge, earliest: onAxis(edge.earliest), latest: onAxis(edge.latest) } : edge;
}
