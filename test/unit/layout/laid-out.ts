import fc from "fast-check";
import { layoutInput } from "../../../src/layout/input.js";
import { createLayout, type Layout, type LayoutEngine } from "../../../src/layout/layout.js";
import { prepare, type Prepared } from "../../../src/layout/prepare.js";
import type { EventBase } from "../../../src/model/input.js";
import { resolveOptions, type TimelineOptions } from "../../../src/model/options.js";
import { buildScene } from "../../../src/scene/build.js";
import type { SceneSetting } from "../../../src/scene/events.js";
import type { Scene } from "../../../src/scene/scene.js";
import type { TextMeasurer } from "../../../src/text/measure.js";
import type { Domain } from "../../../src/view/view.js";

/** Every character is 8 pixels wide. */
export const eightPixels: TextMeasurer = { width: (text) => 8 * text.length };

export interface LaidOut extends Prepared {
  readonly engine: LayoutEngine;
  readonly at: (view?: { width?: number; domain?: Domain | undefined }) => Layout;
  readonly sceneOf: (layout: Layout, view?: Partial<SceneSetting>) => Scene;
}

/** A timeline on a plot of any size, without a page. */
export function laidOut(options: Partial<TimelineOptions<EventBase>>): LaidOut {
  const resolved = resolveOptions<EventBase>({ layout: "flags", ...options });
  const prepared = prepare(resolved, eightPixels);
  const engine = createLayout();
  return {
    ...prepared,
    engine,
    at: ({ width = 1072, domain = resolved.domain } = {}) =>
      engine(layoutInput(resolved, prepared, { width, height: resolved.height, domain })),
    sceneOf: (layout, view = {}) =>
      buildScene(layout, {
        dir: resolved.direction,
        lang: resolved.locale,
        selected: undefined,
        hinted: undefined,
        ...view,
      }),
  };
}

const two = (value: number): string => String(value).padStart(2, "0");
const day = fc
  .record({
    year: fc.integer({ min: 2018, max: 2022 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((date) => `${date.year}-${two(date.month)}-${two(date.day)}`);
const month = day.map((date) => date.slice(0, 7));
const year = day.map((date) => date.slice(0, 4));
const doubt = fc.constantFrom("~", "?", "%");
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((words) => words.join(""));
const fixed = fc.constantFrom;

/** Dates of every precision, with doubts, lengths, and ends that are open or unknown, from 2018 to 2022. */
export const anyDate: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: day, weight: 6 },
  month,
  year,
  joined(day, fixed("T09:30", "T23:59:59")),
  joined(fc.oneof(day, month, year), doubt),
  fc.tuple(fc.oneof(day, month), fc.oneof(day, month)).map((ends) => ends.sort().join("/")),
  joined(fc.oneof(day, month, year), fixed("/..", "/")),
  joined(fixed("../", "/"), fc.oneof(day, month, year)),
);

/** Events with titles in both scripts, of any length and any importance. */
const anyEvent: fc.Arbitrary<EventBase> = fc.record({
  kind: fixed("event", "birth", "founding"),
  date: anyDate,
  title: fc
    .array(fixed("قمة", "أستانا", "Summit", "COVID-19", "in", "Damascus", "2020", "اتفاقية"), {
      minLength: 1,
      maxLength: 9,
    })
    .map((words) => words.join(" ")),
  importance: fixed(0, 0.2, 0.5, 0.5, 0.5, 0.9, 1),
});

export const anyEvents: fc.Arbitrary<EventBase[]> = fc.array(anyEvent, {
  minLength: 1,
  maxLength: 40,
  size: "max",
});
