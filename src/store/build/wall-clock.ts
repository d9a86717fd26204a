import { DAY, type Instant } from "../../time/instant.js";
import { LAST_EPOCH, wallClock } from "../../time/zone.js";

/** So many days are remembered. */
const MOST = 2 ** 14;

/** Tells what the clocks of a zone show at many moments; days on which they are not changed are asked for only once. */
export function createWallClock(timeZone: string): (epochMs: number) => Instant {
  if (timeZone === "UTC") return (epochMs) => epochMs;
  const offsets = new Map<number, number>();
  const offsetOn = (day: number): number => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const [first, last] = [day * DAY, (day + 1) * DAY].map((epochMs) => wallClock(epochMs, timeZone) - epochMs);
    const offset = first === last ? first! : NaN;
    if (offsets.size === MOST) offsets.clear();
    offsets.set(day, offset);
    return offset;
  };
  return (epochMs) => {
    if (!(Math.abs(epochMs) < LAST_EPOCH - DAY)) return wallClock(epochMs, timeZone);
    const offset = offsetOn(Math.floor(epochMs / DAY));
    return Number.isNaN(offset) ? wallClock(epochMs, timeZone) : epochMs + offset;
  };
}
