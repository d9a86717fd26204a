import { MizwalaError } from "../../base/errors.js";
import { readSide } from "../../model/domain.js";
import type { DateInput } from "../../model/input.js";
import type { RangeInput } from "../../model/filter.js";
import { isObject } from "../../model/rules.js";
import { floorTo, nextOf, type Step, type StepOptions } from "../../time/steps.js";
import type { Instant } from "../../time/instant.js";
import type { Domain } from "../../view/view.js";
import type { Slide } from "../slider.js";
import { besideOf, nearestOf } from "../units.js";
import type { RangeEdge } from "./band.js";

/** A range of time that is selected, the earlier end first. */
export interface Range {
  /** Its start in milliseconds since 1970 on the timeline's clock. */
  readonly from: number;
  /** Its end in the same, always after the start. */
  readonly to: number;
}

/** A page of an edge, in steps. */
const PAGE = 5;

/**
 * Reads a range that the author names.
 *
 * @throws MizwalaError where an end can't be read, or nothing lies between the two.
 */
export function checkRange(input: Required<RangeInput>, timeZone: string): Domain {
  const { from, to }: Partial<RangeInput> = isObject(input) ? input : {};
  const start = readEnd(from, "start", timeZone);
  const end = readEnd(to, "end", timeZone);
  const fault = (at: string, found: unknown, expected: string): MizwalaError =>
    new MizwalaError({ code: "option-value", path: `range${at}`, found, expected });
  if (start === undefined) throw fault(".from", from, "a date that can be read");
  if (end === undefined) throw fault(".to", to, "a date that can be read");
  if (start >= end) throw fault("", input, "a start before the end");
  return [start, end];
}

/** A range that was saved; `undefined` for anything else. */
export function readRange(state: unknown): Domain | undefined {
  if (!isObject(state)) return undefined;
  const { from, to } = state;
  const isRange = Number.isFinite(from) && Number.isFinite(to) && (from as number) < (to as number);
  return isRange ? [from as number, to as number] : undefined;
}

/** The range with one edge at the tick nearest to an instant, at least a step from the other edge. */
export function moveEdge(
  [from, to]: Domain,
  edge: RangeEdge,
  instant: Instant,
  step: Step,
  steps: StepOptions,
): Domain {
  const tick = nearestOf(step, instant, steps);
  return edge === "from"
    ? [Math.min(tick, besideOf(step, to, -1, steps)), to]
    : [from, Math.max(tick, besideOf(step, from, 1, steps))];
}

/** The range after a key moved one of its edges, within the whole of time. */
export function slideEdge(
  range: Domain,
  edge: RangeEdge,
  { by, towards }: Slide,
  { step, steps, whole }: { readonly step: Step; readonly steps: StepOptions; readonly whole: Domain },
): Domain {
  const bounds = [floorTo(step, whole[0], steps), nextOf(step, whole[1], steps)] as const;
  let instant = by === "end" ? bounds[towards === 1 ? 1 : 0] : range[edge === "from" ? 0 : 1];
  const count = { step: 1, page: PAGE, end: 0 }[by];
  for (let i = 0; i < count; i++) instant = besideOf(step, instant, towards, steps);
  return moveEdge(range, edge, Math.min(Math.max(instant, bounds[0]), bounds[1]), step, steps);
}

function readEnd(date: DateInput | undefined, side: "start" | "end", timeZone: string): Instant | undefined {
  if (typeof date === "number") return Number.isFinite(date) ? date : undefined;
  return date === undefined ? undefined : readSide(date, side, timeZone);
}
