import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packEras, placeEras, type EraBox } from "../../../src/layout/eras.js";
import { resolveEras, type EraInput, type ResolvedEra } from "../../../src/model/eras.js";
import { resolveKinds } from "../../../src/model/kinds.js";
import type { Domain } from "../../../src/view/view.js";
import { panBy } from "../../../src/view/zoom.js";
import { anyDate, anyEvents, eightPixels, laidOut } from "./laid-out.js";

const parameters = { seed: 20200709, numRuns: 300 };
const LENGTH = 1000;
const ALL: Domain = [Date.UTC(2018, 0, 1), Date.UTC(2023, 0, 1)];

const resolve = (eras: readonly EraInput[]): readonly ResolvedEra[] =>
  resolveEras(eras, {
    locale: "en",
    direction: "ltr",
    timeZone: "UTC",
    kinds: resolveKinds(),
    report: () => undefined,
  });
const place = (eras: readonly EraInput[], domain: Domain = ALL): readonly EraBox[] =>
  placeEras(packEras(resolve(eras)), domain, LENGTH, { measurer: eightPixels });
const nameOf = (box: EraBox | undefined): string | undefined => box?.name?.line.runs.map(({ text }) => text).join("");

const anyEras = fc.array(
  fc.record({
    date: anyDate,
    title: fc.constantFrom("A", "The war", "الحرب الباردة", "A period with a name that is rather long"),
  }),
  { minLength: 1, maxLength: 12 },
);
const anyDomain = fc
  .tuple(fc.double({ min: 0.01, max: 3, noNaN: true }), fc.double({ min: -0.8, max: 0.8, noNaN: true }))
  .map(([factor, share]): Domain => panBy([ALL[0], ALL[0] + (ALL[1] - ALL[0]) * factor], share));

describe("Eras", () => {
  it("stand in the tiers that they need, the earlier and the longer above.", () => {
    const tiers = packEras(
      resolve([
        { title: "Race", date: "1957-10-04/1975-07-17" },
        { title: "War", date: "1947/1991" },
        { title: "After", date: "1992/.." },
      ]),
    );
    expect(tiers.eras.map(([era, tier]) => [era.title.text, tier])).toEqual([
      ["War", 0],
      ["Race", 1],
      ["After", 0],
    ]);
    expect(tiers.count).toBe(2);
    expect(packEras([]).count).toBe(0);
  });

  it("have names inside of their bands and of the plot, none over another, at any zoom.", () => {
    fc.assert(
      fc.property(anyEras, anyDomain, (eras, domain) => {
        const named = place(eras, domain).flatMap(({ name, ...box }) => (name ? [{ ...box, name }] : []));
        for (const { from, to, name, tier } of named) {
          const end = name.along + name.line.width;
          expect(name.along).toBeGreaterThanOrEqual(Math.max(from, 0));
          expect(end).toBeLessThanOrEqual(Math.min(to, LENGTH));
          for (const other of named) {
            if (other.name === name || other.tier !== tier) continue;
            expect(end <= other.name.along || other.name.along + other.name.line.width <= name.along).toBe(true);
          }
        }
      }),
      parameters,
    );
  });

  it("have the same tiers and the same height at any zoom, and begin at the same time.", () => {
    fc.assert(
      fc.property(anyEras, anyDomain, (eras, domain) => {
        const whole = new Map(place(eras).map((box) => [box.era.id, box]));
        const pxPerMs = LENGTH / (domain[1] - domain[0]);
        for (const { era, tier, from } of place(eras, domain)) {
          const before = whole.get(era.id);
          if (!before) continue;
          expect(tier).toBe(before.tier);
          const { start } = era.span;
          if (start === "open" || start === "unknown") continue;
          const instant = start.earliest - (start.approximate ? (start.latest - start.earliest) / 2 : 0);
          expect(from).toBeCloseTo((instant - domain[0]) * pxPerMs, 3);
        }
      }),
      parameters,
    );
  });

  it("move by the same way while panning, and so do names that do not stick.", () => {
    const eras = [{ title: "The war", date: "2019-07/2021-06" }];
    const [before, after] = [place(eras)[0]!, place(eras, panBy(ALL, 0.1))[0]!];
    expect(after.from).toBeCloseTo(before.from - 100, 6);
    expect(after.name!.along).toBeCloseTo(before.name!.along - 100, 6);
    expect(after.name!.line).toEqual(before.name!.line);
  });

  it("keep their name in view as long as it fits into what is seen of them, shorten it, and then leave it out.", () => {
    const eras = [{ title: "The long war", date: "2018/2019" }];
    const seen = [0, 0.1, 0.28, 0.35, 0.38].map((share) => place(eras, panBy(ALL, share))[0]);
    expect(seen.map((box) => box?.name?.along)).toEqual([24, 24, 24, undefined, undefined]);
    expect(seen.map(nameOf)).toEqual(["The long war", "The long war", "The long…", undefined, undefined]);
  });

  it("fade at ends that are open, unknown, approximate or in doubt, and only there.", () => {
    const edges = (date: string): readonly [start: boolean, end: boolean] => {
      const box = place([{ title: "A", date }])[0]!;
      return [box.coreFrom > box.from, box.to > box.coreTo];
    };
    expect(edges("2019-01-01/2020-01-01")).toEqual([false, false]);
    expect(edges("2019-01-01~/2020-01-01")).toEqual([true, false]);
    expect(edges("2019-01-01/2020-01-01?")).toEqual([false, true]);
    expect(edges("../2020-01-01")).toEqual([true, false]);
    expect(edges("2019-01-01/")).toEqual([false, true]);
    expect(edges("2019/2021")).toEqual([true, true]);
  });

  it("have no name in a fifth tier, but a band.", () => {
    const boxes = place(Array.from({ length: 5 }, () => ({ title: "Same", date: "2019/2021" })));
    expect(boxes.map(nameOf)).toEqual(["Same", "Same", "Same", "Same", undefined]);
  });

  it("run down a list from their name to the end of their last event, with no text upon another.", () => {
    fc.assert(
      fc.property(anyEvents, anyEras, fc.constantFrom("auto", "year"), (events, eras, listGroups) => {
        const layout = laidOut({ events, eras, layout: "list", listGroups }).at({ width: 360 });
        const { labels, headings, gaps, columns } = layout;
        for (const { era, from, to } of layout.eras) {
          const start = typeof era.span.start === "object" ? era.span.start.earliest : -Infinity;
          const end = typeof era.span.end === "object" ? era.span.end.latest : Infinity;
          for (const { event, across, label } of labels) {
            const isCovered = columns.anchor[event]! >= start && columns.anchor[event]! < end;
            expect(across >= from && across + label.height <= to).toBe(isCovered);
          }
        }
        const lines = [
          ...labels.map(({ across, label }) => [across, across + label.height]),
          ...layout.eras.flatMap(({ from, name }) => (name ? [[from, from + layout.strip]] : [])),
          ...headings.map(({ across }) => [across, across + 28]),
          ...gaps.map(({ across, length }) => [across + (length - 18) / 2, across + (length + 18) / 2]),
        ].sort((a, b) => a[0]! - b[0]!);
        lines.slice(1).forEach(([top], i) => {
          expect(top).toBeGreaterThanOrEqual(lines[i]![1]!);
        });
      }),
      { ...parameters, numRuns: 60 },
    );
  });
});
