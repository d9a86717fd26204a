import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { measureChanges } from "../../../src/layout/changes.js";
import { layoutInput } from "../../../src/layout/input.js";
import { createLayout, type Layout } from "../../../src/layout/layout.js";
import { prepare, type Prepared } from "../../../src/layout/prepare.js";
import { measureQuality } from "../../../src/layout/quality.js";
import type { EventBase } from "../../../src/model/input.js";
import { resolveOptions, type TimelineOptions } from "../../../src/model/options.js";
import { cachedMeasurer } from "../../../src/text/measure.js";
import { tableMeasurer } from "../../../src/text/widths.js";
import type { Domain } from "../../../src/view/view.js";
import { adviceOf, isUpdate, jsonText } from "../../support/committed.js";
import { runs, unlessMutated } from "../../support/full.js";
import { stories } from "../../support/stories.js";
import { anyEvents } from "./laid-out.js";

const FIXTURE = new URL("../../fixtures/quality.json", import.meta.url);
const EXAMPLES = new URL("../../../examples/", import.meta.url);
const WIDTHS = [360, 800, 1280];
const COUNTS = [10, 100, ...unlessMutated([1000, 5000], [])];
const MODES = {
  "one side": { layout: "flags", sides: "one" },
  "both sides": { layout: "flags", sides: "both" },
  lanes: { layout: "lanes" },
  "flags down": { layout: "flags", orientation: "vertical" },
  "lanes down": { layout: "lanes", orientation: "vertical" },
  list: { layout: "list" },
} as const;
/** The pictures of a pan through all of time, and of a zoom from all of time to a thousandth of it, four to a doubling. */
const FRAMES = runs(120, 600);
const STEPS = 40;
/** Each so many pictures of a pan are looked at for what must not be in any. */
const EACH = 10;

type Mode = keyof typeof MODES;
type Document = Partial<TimelineOptions<EventBase>>;
type Figures = Readonly<Record<string, number>>;

const measurer = cachedMeasurer(tableMeasurer());

const prepared = new WeakMap<Document, Prepared>();

/** The pictures of a document at a width, in any part of time. */
function picturesOf(document: Document, mode: Mode, width: number): (domain?: Domain) => Layout {
  const options = resolveOptions<EventBase>({ ...document, ...MODES[mode], domain: undefined });
  const events = prepared.get(document) ?? prepare(options, measurer);
  prepared.set(document, events);
  const engine = createLayout();
  return (domain) => engine(layoutInput(options, events, { width, height: "auto", domain }));
}

function panned(at: (domain?: Domain) => Layout): readonly Domain[] {
  const { home, warp } = at();
  const length = home[1] - home[0];
  return Array.from({ length: FRAMES }, (_, i) => {
    const start = home[0] + (length * 0.8 * i) / FRAMES;
    return warp.domainInTime([start, start + length / 5]);
  });
}

/** About one event, so that it keeps its place. */
function zoomed(at: (domain?: Domain) => Layout): readonly Domain[] {
  const { home, columns, onAxis, warp } = at();
  const anchor = onAxis.anchor[Math.floor(columns.events.length / 3)]!;
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const zoom = 2 ** (i / 4 - 1);
    return warp.domainInTime([anchor + (home[0] - anchor) / zoom, anchor + (home[1] - anchor) / zoom]);
  });
}

const documents: Readonly<Record<string, Document>> = {
  ...Object.fromEntries(
    readdirSync(EXAMPLES)
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name, JSON.parse(readFileSync(new URL(name, EXAMPLES), "utf8")) as Document] as const)
      // The chapters of a story are no document.
      .filter(([, document]) => "events" in document),
  ),
  ...Object.fromEntries(COUNTS.map((count) => [`${count} events`, { locale: "ar", events: stories(count) }])),
};

const NO_FAULTS = { overlaps: 0, crossings: 0, lost: 0 };

/** What must be 0 in each picture, whatever is drawn. */
function faultsOf(layout: Layout): Figures {
  const { overlaps, crossings, lost } = measureQuality(layout);
  return { overlaps, crossings, lost };
}

/** One picture after the other, so that none is kept; `each` so many are without faults. */
function* drawn(domains: readonly Domain[], at: (domain: Domain) => Layout, each: number): Generator<Layout> {
  for (const [i, domain] of domains.entries()) {
    const layout = at(domain);
    if (i % each === 0) expect(faultsOf(layout)).toEqual(NO_FAULTS);
    yield layout;
  }
}

describe("The committed quality", () => {
  const isRewritten = isUpdate("QUALITY");
  const committed = JSON.parse(readFileSync(FIXTURE, "utf8")) as Readonly<Record<string, Figures>>;
  const measured: Record<string, Figures> = {};
  // Each document moves at one of the widths in each layout: all together would take minutes.
  const cases = Object.keys(documents).flatMap((name, i) =>
    (Object.keys(MODES) as Mode[]).map((mode, j) => ({ name, mode, moving: WIDTHS[(i + j) % WIDTHS.length]! })),
  );
  /** Compares figures with those that are committed; there, what is 0 is left out. */
  const check = (key: string, all: Figures): void => {
    const figures = Object.fromEntries(Object.entries(all).filter(([, figure]) => figure !== 0));
    measured[key] = figures;
    if (!isRewritten)
      expect(figures, adviceOf("QUALITY", `${key}: the figures differ from what is committed`)).toEqual(committed[key]);
  };

  afterAll(() => {
    if (isRewritten) writeFileSync(FIXTURE, jsonText(measured));
  });

  it.each(cases)("holds for $name, $mode, at rest.", ({ name, mode }) => {
    for (const width of WIDTHS) {
      const layout = picturesOf(documents[name]!, mode, width)();
      const { importance, ...quality } = measureQuality(layout);
      check(`${name}, ${mode}, ${width}`, { ...quality, importance: Math.round(importance * 1000) / 1000 });
      expect(faultsOf(layout)).toEqual(NO_FAULTS);
    }
  });

  it.each(cases.filter(({ mode }) => mode !== "list"))(
    "holds for $name, $mode, while one pans and zooms at $moving pixels.",
    ({ name, mode, moving }) => {
      const at = picturesOf(documents[name]!, mode, moving);
      const { labels, rows } = measureChanges(drawn(panned(at), at, EACH));
      const zoom = [...drawn(zoomed(at), at, 1)];
      const { removed, added } = measureChanges([...zoom, ...zoom.toReversed()]);
      check(`${name}, ${mode}, ${moving}, moving`, { labels, rows, removed, added });
      expect({ labels, rows }).toEqual({ labels: 0, rows: 0 });
      if (!mode.startsWith("lanes")) expect({ removed, added }).toEqual({ removed: 0, added: 0 });
    },
  );
});

describe("Any timeline", () => {
  const anyView = fc.record({
    mode: fc.constantFrom(...(Object.keys(MODES) as Mode[])),
    width: fc.integer({ min: 240, max: 1600 }),
    zoom: fc.double({ min: -1, max: 12, noNaN: true }).map((doublings) => 2 ** doublings),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it("drops no event in view without a mark or a count, and lays no text or pole upon a text.", () => {
    fc.assert(
      fc.property(anyEvents, anyView, (events, { mode, width, zoom, share }) => {
        const at = picturesOf({ events, locale: "ar" }, mode, width);
        const [from, to] = at().home;
        const length = (to - from) / zoom;
        const start = from + share * (to - from - length);
        for (const layout of [at(), at([start, start + length])]) expect(faultsOf(layout)).toEqual(NO_FAULTS);
      }),
      { seed: 20_200_709, numRuns: runs(100, 2_000) },
    );
  });
});

describe("measureQuality", () => {
  const at = picturesOf({ events: stories(60) }, "one side", 1280);
  const layout = at();
  const [first, second] = [layout.labels[3]!, layout.labels[4]!];

  it("finds nothing wrong with a picture that is laid out.", () => {
    expect(measureQuality(layout)).toMatchObject({ ...NO_FAULTS, outside: 0 });
  });

  it("tells every event in view that is wanted as shown, shortened or hidden.", () => {
    const { shown, shortened, hidden, counted } = measureQuality(layout);
    expect(shown + shortened).toBe(layout.labels.length);
    expect(shown + shortened + hidden).toBe(layout.columns.importance.filter((importance) => importance > 0).length);
    expect(counted).toBe(hidden);
  });

  it.each<[string, keyof ReturnType<typeof measureQuality>, Partial<Layout>]>([
    ["a label upon another", "overlaps", { labels: [...layout.labels, { ...first, event: second.event }] }],
    [
      "a label too near to another",
      "overlaps",
      { labels: [first, { ...first, event: second.event, along: first.along + first.label.width + 7 }] },
    ],
    [
      "a count upon a label",
      "overlaps",
      { more: [{ along: first.along + 20, across: first.across, width: 20, text: "+1", events: [0] }] },
    ],
    [
      "a name of a tick upon another",
      "overlaps",
      { axis: { ...layout.axis!, ticks: [...layout.axis!.ticks, ...layout.axis!.ticks] } },
    ],
    [
      "a pole through a label",
      "crossings",
      { labels: [first, { ...first, event: second.event, along: first.along + 30, across: first.across + 200 }] },
    ],
    ["a label beyond the top", "outside", { labels: [{ ...first, across: layout.axisAt + 1 }] }],
    ["a label beyond the end", "outside", { labels: [{ ...first, along: layout.length - first.label.width }] }],
    ["an event that is nowhere", "lost", { labels: [], marks: layout.marks.slice(1), more: [] }],
  ])("finds %s.", (_what, figure, change) => {
    expect(measureQuality({ ...layout, ...change })[figure]).toBeGreaterThan(0);
  });

  it("weighs the labels that are shown by their importance.", () => {
    const all = layout.columns.importance.reduce((sum, importance) => sum + importance, 0);
    const share = layout.columns.importance[first.event]! / all;
    expect(measureQuality({ ...layout, labels: [first] }).importance).toBeCloseTo(share);
    expect(measureQuality({ ...layout, labels: [] }).importance).toBe(0);
  });
});

describe("measureChanges", () => {
  const at = picturesOf({ events: stories(60) }, "one side", 1280);
  const layout = at();
  const [from, to] = layout.domain;
  const moved = at([from + (to - from) / 100, to + (to - from) / 100]);
  const closer = at([from, from + (to - from) * 0.9]);
  const isStable = { labels: 0, rows: 0, removed: 0, added: 0 };
  const without = (picture: Layout, event: number): Layout => ({
    ...picture,
    labels: picture.labels.filter((box) => box.event !== event),
    fateOf: (other) => (other === event ? { is: "hidden", by: 0 } : picture.fateOf(other)),
  });
  const { event, label } = moved.labels.find(({ along }) => along > 300)!;

  it("finds nothing where one pans or zooms.", () => {
    expect(measureChanges([layout, moved, layout])).toEqual(isStable);
    expect(measureChanges([layout, closer, layout])).toEqual(isStable);
  });

  it("finds a label that goes, comes, moves or reads differently by panning.", () => {
    const change = (replaced: Partial<Layout["labels"][number]>): Layout => ({
      ...moved,
      labels: moved.labels.map((box) => (box.event === event ? { ...box, ...replaced } : box)),
    });
    for (const other of [
      without(moved, event),
      change({ along: 301 }),
      change({ across: 1 }),
      change({ label: { ...label, lines: label.lines.slice(1) } }),
    ]) {
      expect(measureChanges([layout, other]).labels).toBe(1);
      expect(measureChanges([other, layout]).labels).toBe(1);
    }
  });

  it("finds a count that changes by panning.", () => {
    const box = moved.more.find(({ along }) => along > 20 && along < 1200);
    const more = moved.more.filter((other) => other !== box);
    expect(more.length).toBeLessThan(moved.more.length);
    expect(measureChanges([layout, { ...moved, more }]).labels).toBe(1);
  });

  it("finds a mark in another row.", () => {
    const marks = moved.marks.map((mark) => (mark.event === event ? { ...mark, across: 32 } : mark));
    expect(measureChanges([layout, { ...moved, marks }]).rows).toBe(1);
  });

  it("finds a label that zooming in takes away, and one that zooming out adds.", () => {
    const { event } = closer.labels.find((box) => layout.labels.some((other) => other.event === box.event))!;
    expect(measureChanges([layout, without(closer, event)])).toEqual({ ...isStable, removed: 1 });
    expect(measureChanges([without(closer, event), layout])).toEqual({ ...isStable, added: 1 });
  });

  it("finds a line that zooming in takes away.", () => {
    const [box] = closer.labels.filter((box) => layout.labels.some((other) => other.event === box.event));
    const short = { ...box!, label: { ...box!.label, lines: [] } };
    const labels = closer.labels.map((other) => (other === box ? short : other));
    expect(measureChanges([layout, { ...closer, labels }]).removed).toBe(1);
  });
});
