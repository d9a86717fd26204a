import type { ResolvedEra } from "../model/eras.js";
import type { Columns } from "../store/columns.js";
import type { Instant } from "../time/instant.js";
import { isKnown, type KnownEdge, type Span } from "../time/span.js";

/** The same events, of which those that go on reach to now; the same columns where nothing changes. */
export function columnsUntil(columns: Columns, now: Instant | undefined): Columns {
  if (now === undefined) return columns;
  const grown = [...columns.to.keys()].filter((i) => goesOn(columns.events[i]!, now) && columns.to[i] !== now);
  if (grown.length === 0) return columns;
  const events = [...columns.events];
  const to = columns.to.slice();
  for (const i of grown) {
    events[i] = endingAt(events[i]!, now);
    to[i] = now;
  }
  return { ...columns, events, to };
}

/** The same eras, of which those that go on reach to now; the same list where none does. */
export function erasUntil(eras: readonly ResolvedEra[], now: Instant | undefined): readonly ResolvedEra[] {
  if (now === undefined || !eras.some((era) => goesOn(era, now))) return eras;
  return eras.map((era) => (goesOn(era, now) ? endingAt(era, now) : era));
}

function goesOn({ span: { isOngoing, start } }: { readonly span: Span }, now: Instant): boolean {
  return isOngoing === true && isKnown(start) && start.earliest <= now;
}

function endingAt<Row extends { readonly span: Span }>(row: Row, now: Instant): Row {
  const end: KnownEdge = { earliest: now, latest: now, precision: "minute", approximate: false, uncertain: false };
  return { ...row, span: { ...row.span, end } };
}
