import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutInput } from "../../../src/layout/input.js";
import { findKindHues } from "../../../src/layout/kind-hues.js";
import { createLayout, type Layout } from "../../../src/layout/layout.js";
import { prepare } from "../../../src/layout/prepare.js";
import type { EventBase } from "../../../src/model/input.js";
import { resolveOptions, type TimelineOptions } from "../../../src/model/options.js";
import { buildScene } from "../../../src/scene/build.js";
import type { PathNode, Scene } from "../../../src/scene/scene.js";
import type { Crowd } from "../../../src/store/crowd.js";
import { eightPixels } from "../layout/laid-out.js";

const DAY = 864e5;
const KINDS = ["conflict", "disaster", "meeting", "signing", "statement", "event"];

function draw(options: Partial<TimelineOptions<EventBase>>, width = 400): { layout: Layout; scene: Scene } {
  const resolved = resolveOptions<EventBase>({ layout: "density", events: [], ...options });
  const prepared = prepare(resolved, eightPixels, { width });
  const layout = createLayout()(layoutInput(resolved, prepared, { width, height: resolved.height, domain: undefined }));
  const { direction: dir, locale: lang } = resolved;
  return { layout, scene: buildScene(layout, { dir, lang, selected: undefined, hinted: undefined }) };
}

const stripsOf = ({ shapes }: Scene): PathNode[] =>
  shapes.filter((node): node is PathNode => node.className === "mizwala-strip");

/** The stretch that an area covers at each whole pixel of the width: how far its edges are above the foot. */
function areaOf({ d }: PathNode, width: number): (readonly [bottom: number, top: number])[] {
  const [start, ...steps] = d.match(/[Mhv][^hv]*/g)!;
  let [x, y] = start.slice(1).split(",").map(Number) as [number, number];
  const foot = y;
  const edges = Array.from({ length: width }, (): number[] => []);
  for (const step of steps) {
    const by = Number(step.slice(1));
    if (step.startsWith("v")) y += by;
    else {
      for (let at = Math.min(x, x + by); at < Math.max(x, x + by); at++) edges[at]?.push(foot - y);
      x += by;
    }
  }
  return edges.map((own) => [own.length < 2 ? 0 : Math.min(...own), Math.max(0, ...own)]);
}

/** Days of few events and of many, of which some kinds are a small part. */
const anyCrowd = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 40 }),
      kind: fc.constantFrom(...KINDS),
      count: fc.constantFrom(1, 1, 3, 20, 300),
    }),
    { minLength: 5, maxLength: 40 },
  )
  .map((days) =>
    days.flatMap(({ day, kind, count }) =>
      Array.from({ length: count }, () => ({ date: Date.UTC(2020, 0, 1) + day * DAY, title: "A", kind })),
    ),
  );

describe("The colours of a crowd without lanes", () => {
  it("part each pixel among the kinds that begin there, with a pixel at least for each and no other", () => {
    fc.assert(
      fc.property(anyCrowd, (events) => {
        const { layout, scene } = draw({ events, timeDirection: "ltr", locale: "en" });
        const [strip] = layout.strips!;
        if (!strip!.byHue) return;
        const { hues, counts } = strip!.byHue;
        const areas = stripsOf(scene).map((path) => areaOf(path, layout.width));
        expect(areas).toHaveLength(hues.length);
        strip!.counts.forEach((count, pixel) => {
          if (count === 0) return;
          const own = [...counts.subarray(pixel * hues.length, (pixel + 1) * hues.length)];
          expect(own.reduce((sum, many) => sum + many, 0)).toBe(count);
          const at = Math.round(layout.inset! + pixel);
          const heights = areas.map((area) => area[at]![1] - area[at]![0]);
          const total = Math.max(...areas.map((area) => area[at]![1]));
          expect(heights.reduce((sum, height) => sum + height, 0)).toBe(total);
          own.forEach((many, hue) => {
            if (many === 0) expect(heights[hue]).toBe(0);
            else {
              expect(heights[hue]).toBeGreaterThanOrEqual(1);
              expect(Math.abs(heights[hue]! - (total * many) / count)).toBeLessThanOrEqual(hues.length);
            }
          });
        });
      }),
    );
  });

  const events = KINDS.flatMap((kind, i) =>
    Array.from({ length: 11 * (i + 1) + (i % 2) }, (_, n) => ({
      date: Date.UTC(2020, 0, 1) + n * DAY,
      title: "A",
      kind,
    })),
  );

  it("are said below the axis, the most frequent first, with all kinds of a colour", () => {
    const { scene } = draw({ events, locale: "en" }, 900);
    const words = scene.labels.filter(({ className }) => className === "mizwala-legend");
    expect(words.map(({ lines }) => lines[0]!.runs.map(({ text }) => text).join(""))).toEqual([
      "Event",
      "Statement",
      "Signing",
      "Disaster · Conflict",
      "Meeting",
    ]);
    const swatches = scene.shapes.filter(({ className }) => className === "mizwala-swatch");
    expect(swatches.map(({ key }) => key)).toEqual(words.map(({ key }) => key));
  });

  it("stand within the plot in as many lines as they need, from the start of time on", () => {
    for (const timeDirection of ["ltr", "rtl"] as const) {
      const { layout, scene } = draw({ events, locale: "ar", timeDirection }, 260);
      const boxes = layout.legend!;
      expect(new Set(boxes.map(({ across }) => across)).size).toBeGreaterThan(1);
      for (const { along, label } of boxes) expect(along + 16 + label.width).toBeLessThanOrEqual(layout.length);
      const first = scene.shapes.find(({ className }) => className === "mizwala-swatch") as { x: number } | undefined;
      expect(first!.x > scene.width / 2).toBe(timeDirection === "rtl");
      const lowest = Math.max(
        ...scene.labels.filter(({ className }) => className === "mizwala-legend").map(({ y }) => y),
      );
      expect(lowest + 20).toBeLessThanOrEqual(scene.height);
    }
  });

  it("are not told apart where lanes have colours, and where all events are plain", () => {
    const inLanes = events.map((event, i) => ({ ...event, lane: `lane ${i % 3}` }));
    const plain = events.map((event) => ({ ...event, kind: "event" }));
    for (const own of [inLanes, plain]) {
      const { layout, scene } = draw({ events: own, locale: "en" });
      expect(layout.legend).toEqual([]);
      expect(stripsOf(scene)).toHaveLength(layout.strips!.length);
    }
  });

  it("are not told apart where kinds are not known, and where no date is", () => {
    const crowdOf = (own: readonly EventBase[]): Crowd =>
      prepare(resolveOptions<EventBase>({ layout: "density", events: own }), eightPixels).crowd!;
    const known = crowdOf(events);
    expect(findKindHues(known, [0], "en")!.hues.length).toBeGreaterThan(1);
    const others = Object.entries(known).filter(([name]) => name !== "kinds");
    expect(findKindHues(Object.fromEntries(others) as unknown as Crowd, [0], "en")).toBeUndefined();
    expect(findKindHues(crowdOf([{ title: "A", kind: "meeting", date: "never" }]), [0], "en")).toBeUndefined();
  });
});
