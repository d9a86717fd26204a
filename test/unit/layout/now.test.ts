import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutInput } from "../../../src/layout/input.js";
import type { Layout } from "../../../src/layout/layout.js";
import { lieOf } from "../../../src/layout/sides.js";
import type { EventBase } from "../../../src/model/input.js";
import { resolveOptions, type TimelineOptions } from "../../../src/model/options.js";
import { TYPE } from "../../../src/text/typography.js";
import { anyEvents, laidOut, type LaidOut } from "./laid-out.js";

const parameters = { seed: 20200709, numRuns: 40 };
const events: EventBase[] = [
  { date: "2020-07-01", title: "Astana summit" },
  { date: "2020-07-08", title: "Military agreement signed" },
];
/** A plot of 1,000 pixels at any moment, by one engine. */
function moving(options: Partial<TimelineOptions<EventBase>>): { laid: LaidOut; layAt: (now?: number) => Layout } {
  const laid = laidOut(options);
  const resolved = resolveOptions<EventBase>({ layout: "flags", ...options });
  const view = { width: 1000, height: "auto", domain: resolved.domain } as const;
  return { laid, layAt: (now) => laid.engine(layoutInput(resolved, laid, { ...view, now })) };
}
const at = (options: Partial<TimelineOptions<EventBase>>, width = 1000): Layout =>
  laidOut({ events, ...options }).at({ width });

interface Patch {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The texts of events, counts and eras, in pixels from the start and the top of the plot. */
function textsOf({ axisAt, labels, more, eras, mode }: Layout): Patch[] {
  const patch = (left: number, width: number, top: number, height: number): Patch => {
    return { left, right: left + width, top, bottom: top + height };
  };
  const indent = mode === "flags" ? lieOf(false).indent : 0;
  return [
    ...labels.map(({ along, across, label }) => patch(along + indent, label.width, axisAt - across, label.height)),
    ...more.map(({ along, across, width }) => patch(along, width, axisAt - across, TYPE.more.line)),
    ...eras.flatMap(({ name, tier }) => (name ? [patch(name.along, name.line.width, 24 * tier + 2, 20)] : [])),
  ];
}

const crossing = (a: Patch, b: Patch): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe("The line of now", () => {
  it("stands at its own time, from the top to the axis, with its word above.", () => {
    const { now, axisAt, domain } = at({ now: "2020-07-04" });
    const share = (Date.UTC(2020, 6, 4) - domain[0]) / (domain[1] - domain[0]);
    expect(now!.along).toBeCloseTo(1000 * share, 6);
    expect(now!.word).toMatchObject({ top: 0, text: "Now" });
    expect(now!.pieces.at(-1)![1]).toBe(axisAt);
  });

  it("is not there where it is out of view, where there is none, and in a list.", () => {
    expect(at({ now: "2021-07-04" }).now).toBeUndefined();
    expect(at({}).now).toBeUndefined();
    expect(at({ now: "2020-07-04", layout: "list" }).now).toBeUndefined();
  });

  it("crosses no text, and its word lies on none and within the plot, in flags and in lanes.", () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.constantFrom("2018-06", "2020-01-01", "2020-07-08", "2021-11"),
        fc.constantFrom("flags", "lanes"),
        fc.integer({ min: 320, max: 1400 }),
        (events, now, layout, width) => {
          const eras = [
            { title: "A period of time", date: "2018-05/2020-02" },
            { title: "Another one", date: "2019/.." },
          ];
          const laid = at({ events, now, layout, eras }, width);
          if (!laid.now) return;
          const { along, pieces, word } = laid.now;
          const drawn = pieces.map(([top, bottom]): Patch => ({ left: along, right: along + 0.5, top, bottom }));
          const box = word && {
            left: word.along,
            right: word.along + word.width,
            top: word.top,
            bottom: word.top + 18,
          };
          for (const text of textsOf(laid)) {
            for (const part of [...drawn, ...(box ? [box] : [])]) expect(crossing(part, text)).toBe(false);
          }
          for (const [top, bottom] of pieces) {
            expect(top).toBeLessThan(bottom);
            expect(bottom).toBeLessThanOrEqual(laid.height);
          }
          if (!box) return;
          expect(box.left).toBeGreaterThanOrEqual(Math.min(12, laid.length - 12 - word.width));
          expect(box.right).toBeLessThanOrEqual(laid.length);
        },
      ),
      parameters,
    );
  });

  it("ends the bars and the eras that go on, and carries them along without hanging a flag anew.", () => {
    const options = {
      events: [...events, { date: { start: "2020-07-05", end: "now" }, title: "Goes on" }],
      eras: [{ title: "Going on", date: { start: "2020-07-02", end: "now" } }],
      now: "2020-07-06",
      domain: { from: "2020-07-01", to: "2020-07-10" },
    };
    const { laid, layAt } = moving(options);
    const ends = (layout: Layout): readonly number[] => [
      layout.marks.find(({ event }) => layout.columns.events[event]!.title.text === "Goes on")!.bar!.to,
      layout.eras[0]!.to,
      layout.now!.along,
    ];
    const before = layAt();
    const runs = laid.engine.runs();
    const after = layAt(Date.UTC(2020, 6, 8));
    const again = ["until", "erasUntil", "erasOnAxis", "eraTiers", "eraStrip", "eraBands", "faded", "cut"].map(
      (pass) => [pass, runs[pass]! + 1],
    );
    expect(laid.engine.runs()).toEqual({ ...runs, ...Object.fromEntries(again) });
    expect(before.columns).toBe(laid.columns);
    expect(ends(before).map(Math.round)).toEqual([500, 500, 500]);
    expect(ends(after).map(Math.round)).toEqual([700, 700, 700]);
    expect(after.columns).toBe(laid.columns);
  });

  it("leaves everything as it was while it moves, where nothing goes on.", () => {
    const { laid, layAt } = moving({ events, now: "2020-07-04" });
    const before = layAt();
    const runs = laid.engine.runs();
    const after = layAt(Date.UTC(2020, 6, 5));
    const looks = ["until", "erasUntil"].map((pass) => [pass, runs[pass]! + 1]);
    expect(laid.engine.runs()).toEqual({ ...runs, ...Object.fromEntries(looks) });
    expect(after.columns).toBe(before.columns);
    expect(after.now!.along).toBeGreaterThan(before.now!.along);
  });
});
