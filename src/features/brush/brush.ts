import { MizwalaError } from "../../base/errors.js";
import type { Feature } from "../../component/feature.js";
import type { TimelineFeature } from "../../model/options.js";
import { findFaults, object, oneOf, type Rule, type Rules } from "../../model/rules.js";
import { BRUSH_CSS } from "./css.js";
import type { RangeInput } from "../../model/filter.js";
import { checkRange, type Range } from "./range.js";
import type { BrushSnap } from "./ruler.js";
import { startBrush, type BrushRun } from "./run.js";
import type { BrushMessages } from "./words.js";

/** How a {@link brush} is. */
export interface BrushOptions {
  /**
   * Where a range that a reader selects begins and ends: at units of the axis (`axis`), or at whole years, months, days and
   * so on. `auto` is the coarsest unit that a hand does not feel, but no finer than the dates of the events.
   * @defaultValue "auto"
   */
  readonly snap?: BrushSnap;
  /** Messages that replace those of the brush, by key. */
  readonly messages?: Partial<BrushMessages>;
}

/** A brush in a timeline, also by code. */
export interface Brush extends TimelineFeature {
  /** The range that is selected. */
  readonly range: Range | undefined;
  /**
   * Selects a range.
   *
   * @param range - Its start and its end.
   * @throws MizwalaError where an end can't be read, or nothing lies between the two; then nothing changes.
   */
  select(range: Required<RangeInput>): void;
  /** Selects nothing. */
  clear(): void;
}

const RULES: Rules = {
  snap: oneOf("auto", "axis", "millisecond", "second", "minute", "hour", "day", "week", "month", "year"),
  messages: object,
} satisfies Record<keyof BrushOptions, Rule>;

/**
 * Selects a range of time: by dragging with Shift, by a button and a drag or two presses, or by keys, with Shift and an
 * arrow. Listeners to `range` get its earlier and its later end, in this order in both directions of time.
 *
 * @example
 * ```ts
 * const select = brush({ snap: "day" });
 * const timeline = createTimeline(host, { events, features: [select] });
 * timeline.on("range", (range) => console.log(range?.from, range?.to));
 * select.select({ from: "2020-07-01", to: "2020-07-09" });
 * select.clear();
 * ```
 *
 * @param options - How it is.
 * @returns A value for the option `features` of one timeline.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export function brush(options: BrushOptions = {}): Brush {
  const [fault] = findFaults(options, RULES, { path: "brush" });
  if (fault) throw new MizwalaError(fault);
  const { snap = "auto", messages = {} } = options;
  let run: BrushRun | undefined;
  let timeZone = (): string => "UTC";
  /** What is to be selected once there is a picture. */
  let wanted: Required<RangeInput> | undefined;

  const feature: Brush & Feature = {
    name: "brush",
    css: BRUSH_CSS,
    get range() {
      const range = wanted ? checkRange(wanted, timeZone()) : run?.range();
      return range && { from: range[0], to: range[1] };
    },
    select(range) {
      const resolved = checkRange(range, timeZone());
      if (run) run.set(resolved);
      else wanted = range;
    },
    clear() {
      wanted = undefined;
      run?.set(undefined);
    },
    start(door) {
      const started = startBrush(door, snap, messages);
      return {
        ...started,
        drawn(shown) {
          timeZone = () => door.shown().options.timeZone;
          run = started;
          const range = wanted && checkRange(wanted, timeZone());
          wanted = undefined;
          if (range) started.set(range);
          started.drawn?.(shown);
        },
        stop() {
          const { range } = feature;
          run = undefined;
          wanted = range;
          started.stop?.();
        },
      };
    },
  };
  return feature;
}
