import { group } from "d3";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { LabelBox } from "../../../src/layout/boxes.js";
import { eventNear, walkCrowd } from "../../../src/layout/crowd-walk.js";
import { indexEvents } from "../../../src/store/build/build-store.js";
import { readList } from "../../../src/store/build/read-list.js";
import { finish } from "../../../src/store/slices.js";
import { buildStore } from "../../../src/component/build-store.js";
import { layoutInput } from "../../../src/layout/input.js";
import { createLayout, type Layout } from "../../../src/layout/layout.js";
import { createPreparer, type Prepared } from "../../../src/layout/prepare.js";
import { diagnose } from "../../../src/model/diagnose.js";
import type { EventBase } from "../../../src/model/input.js";
import { resolveOptions, type TimelineOptions } from "../../../src/model/options.js";
import { buildColumns } from "../../../src/store/columns.js";
import { normalize } from "../../../src/model/normalize.js";
import { appendRows } from "../../../src/store/rows.js";
import type { Filter } from "../../../src/store/sift.js";
import { keepEvents } from "../../../src/store/query/keep.js";
import { countOf, readEvent } from "../../../src/store/event-store.js";
import type { Domain } from "../../../src/view/view.js";
import { panBy, zoomAround } from "../../../src/view/zoom.js";
import { manyEvents } from "../../support/many-events.js";
import { anyEvents, eightPixels } from "./laid-out.js";

const WIDTH = 1072;
const GAP = 12;

interface Shown {
  readonly prepared: Prepared;
  readonly layout: Layout;
}

/** A crowd that is looked at from anywhere, without a page. */
function looking(options: Partial<TimelineOptions<EventBase>>): (domain?: Domain, kept?: readonly string[]) => Shown {
  const resolved = resolveOptions<EventBase>({ layout: "density", events: [], ...options });
  const preparing = createPreparer<EventBase>();
  const engine = createLayout();
  return (domain, kept = []) => {
    const prepared = preparing(resolved, eightPixels, { domain, width: WIDTH, kept });
    const layout = engine(layoutInput(resolved, prepared, { width: WIDTH, height: resolved.height, domain }));
    return { prepared, layout };
  };
}

/** The events with names whose names lie well inside the plot. */
function namesIn({ layout }: Shown, margin: number): string[] {
  return layout.labels
    .filter(({ along, label }) => along >= margin && along + label.width <= layout.length - margin)
    .map(({ event }) => layout.columns.events[event]!.id);
}

const crowd = manyEvents(20_000);
const look = looking({ events: crowd });
const lookInLanes = looking({ events: crowd.map((event, i) => ({ ...event, lane: `lane ${(i * 7919) % 100}` })) });

describe("A crowd of events", () => {
  it("is what a timeline from a thousand events on is, later where another layout is asked for, earlier where this one is", () => {
    const modeOf = (
      count: number,
      layout: "auto" | "density" | "flags",
      more: Partial<TimelineOptions<EventBase>> = {},
    ): string => looking({ events: crowd.slice(0, count), layout, ...more })().layout.mode;
    expect(modeOf(1_000, "auto")).toBe("density");
    expect(modeOf(999, "auto")).not.toBe("density");
    expect(modeOf(5_000, "flags")).toBe("flags");
    expect(modeOf(5_001, "flags")).toBe("density");
    expect(modeOf(1_000, "auto", { orientation: "vertical" })).toBe("lanes");
    expect(modeOf(20_000, "density")).toBe("density");
    expect(modeOf(100, "density")).toBe("density");
  });

  it("takes the store that was built of the same events, in slices, and draws the same", async () => {
    const events = crowd.slice(0, 6_000);
    const kinds = [{ kind: "report", label: "Report" }];
    const given = { events, kinds, timeZone: "Asia/Damascus" } as const;
    const store = await buildStore(events, { kinds, timeZone: "Asia/Damascus" });
    const [read, built] = [looking(given)(), looking({ ...given, store })()];
    expect(built.prepared.crowd!.lanes).toBe(store.lanes);
    const picture = ({ labels, strips, marks }: Layout): unknown => [
      labels,
      strips!.map(({ counts }) => counts),
      marks,
    ];
    expect(picture(built.layout)).toEqual(picture(read.layout));
    expect(built.prepared.columns.events.map(({ id, datum }) => [id, datum])).toEqual(
      read.prepared.columns.events.map(({ id, datum }) => [id, datum]),
    );
  });

  it("takes what is put behind its events without reading them again, and is as if it had read them all", () => {
    const preparing = createPreparer<EventBase>();
    const resolved = resolveOptions<EventBase>({ events: [], layout: "density" });
    const prepareAll = (events: readonly EventBase[], prepared = preparing): Prepared =>
      prepared({ ...resolved, events }, eightPixels, { width: WIDTH });
    const whole = manyEvents(9_000);
    const late = whole
      .slice(6_000)
      .map((row, i) => ({ ...row, ...(i % 7 === 0 && { lane: "New lane", kind: "newer" }) }));
    let rows = appendRows<EventBase>([], whole.slice(0, 6_000));
    prepareAll(rows);
    const asked = vi.fn<(row: EventBase) => void>();
    const watched = (row: EventBase): EventBase =>
      Object.defineProperty({ ...row }, "date", { enumerable: true, get: () => (asked(row), row.date) });
    for (const [from, to] of [
      [0, 1],
      [1, 40],
      [40, 3_000],
    ] as const) {
      rows = appendRows(rows, [...late.slice(from, to), { title: "No date" } as EventBase]);
      const [grown, anew] = [prepareAll(rows), prepareAll([...rows], createPreparer<EventBase>())];
      const told = ({ crowd: known, columns, lanes, issues }: Prepared): unknown => [
        [known!.count, known!.extent, known!.lanes.map((_, lane) => [known!.countLane(lane), known!.firstIn(lane)])],
        [columns.events.map(({ id, datum }) => [id, datum]), lanes.map(({ id }) => id)],
        [issues.map(({ path }) => path), known!.strips(...known!.extent, 500, [[0], [1, 2, 3], [4]])],
      ];
      expect(told(grown)).toEqual(told(anew));
      expect(grown.crowd!.store!.lanes).toEqual(anew.crowd!.store!.lanes);
    }
    const held = manyEvents(6_000).map(watched);
    const fresh = createPreparer<EventBase>();
    prepareAll(held, fresh);
    asked.mockClear();
    prepareAll(appendRows(held, late.slice(0, 3)), fresh);
    expect(asked.mock.calls.length).toBeLessThan(1_000);
  });

  it("refuses a store of other events", async () => {
    const store = await buildStore(crowd.slice(0, 6_000));
    const events = Array.from({ length: 6_000 }, () => ({ title: "No date" })) as unknown as EventBase[];
    expect(() => looking({ events, store })()).toThrow("what buildStore makes of the same events");
  });

  it("stands where the same events stand one by one, with the same importance, lanes and faults", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const rows: unknown[] = [...events, 7, { title: "Undated" }, { date: "2020-13-45", title: "No such day" }];
        const given = { events: rows as EventBase[], layout: "density" } as const;
        const { prepared } = looking(given)();
        const resolved = resolveOptions<EventBase>(given);
        const store = finish(indexEvents(finish(readList(rows, resolved))));
        const one = buildColumns(normalize(rows, resolved).events);
        const found = Array.from({ length: countOf(store) }, (_, place) => readEvent(store, place));
        const expected = one.events.map((event, i) => [
          event.index,
          one.anchor[i]!,
          Math.max(one.anchor[i]!, one.to[i]!),
        ]);
        const byRow = (a: readonly number[], b: readonly number[]): number => a[0]! - b[0]!;
        expect(found.map(({ row, start, end }) => [row, start, end]).sort(byRow)).toEqual(expected.sort(byRow));
        const paths = new Set(diagnose(given).map(({ path }) => path));
        expect(prepared.issues.filter(({ severity }) => severity === "error").length).toBe(3);
        for (const { path, severity } of prepared.issues) if (severity === "error") expect(paths).toContain(path);
      }),
      { seed: 20200709, numRuns: 60 },
    );
  });

  it("counts each event in the pixel in which it begins, and leaves none out", () => {
    const { layout, prepared } = look();
    const total = layout.strips!.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0);
    expect(total).toBe(crowd.length);
    expect(prepared.columns.among!.count).toBe(crowd.length);
    expect(layout.lanes!.map(({ name }) => name.lines.at(-1)!.runs[0]!.text)).toHaveLength(4);
  });

  it("marks an event that readers have come to, also where its name finds no room", () => {
    const { prepared, layout } = look();
    const marked = new Set(layout.marks.map(({ event }) => event));
    const nameless = prepared.columns.events.filter((_, event) => !marked.has(event)).slice(0, 20);
    expect(nameless.length).toBeGreaterThan(5);
    for (const { id } of nameless) {
      const { layout: own } = look(undefined, [id]);
      expect(own.marks.map(({ event }) => own.columns.events[event]!.id)).toContain(id);
    }
  });

  it("lays no name upon another one, at any place and zoom", () => {
    const { home } = look().layout;
    fc.assert(
      fc.property(
        fc.double({ min: 0.0005, max: 1.2, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (zoom, at) => {
          const { layout } = look(zoomAround(home, zoom, home[0] + (home[1] - home[0]) * at));
          const rows = new Map<number, LabelBox[]>();
          for (const box of layout.labels) rows.set(box.across, [...(rows.get(box.across) ?? []), box]);
          for (const row of rows.values()) {
            const sorted = [...row].sort((a, b) => a.along - b.along);
            sorted.slice(1).forEach(({ along }, i) => {
              expect(along - sorted[i]!.along).toBeGreaterThanOrEqual(sorted[i]!.label.width + GAP - 0.001);
            });
          }
        },
      ),
      { seed: 20200709, numRuns: 60 },
    );
  });

  it.each([
    ["", look],
    [", in a hundred lanes", lookInLanes],
  ])("keeps the names of the interior while one pans, and all names in view while one zooms in%s", (_, look) => {
    const { home } = look().layout;
    let domain = zoomAround(home, 0.2, home[0] + (home[1] - home[0]) * 0.4);
    let before = new Set(namesIn(look(domain), 0));
    for (let frame = 0; frame < 200; frame++) {
      domain = panBy(domain, 0.003);
      const now = look(domain);
      const names = new Set(namesIn(now, 0));
      for (const id of namesIn(now, 120)) expect(before).toContain(id);
      before = names;
    }
    const middle = (domain[0] + domain[1]) / 2;
    let inner = look(domain);
    for (let frame = 0; frame < 20; frame++) {
      domain = zoomAround(domain, 0.9, middle);
      const next = look(domain);
      const { layout } = next;
      const names = new Set(layout.labels.map(({ event }) => layout.columns.events[event]!.id));
      const lost = namesIn(inner, 160).filter((id) => !names.has(id));
      const inView = new Set(layout.marks.map(({ event }) => layout.columns.events[event]!.id));
      expect(lost.filter((id) => inView.has(id))).toEqual([]);
      inner = next;
    }
  });

  it("names a limited number of events in any number of lanes, the most important ones of a stretch of time", () => {
    const { home } = lookInLanes().layout;
    for (const share of [0.01, 0.1, 1]) {
      const view = zoomAround(home, share, home[0] + (home[1] - home[0]) * 0.4);
      const { layout } = lookInLanes(view);
      const { anchor, importance } = layout.columns;
      const named = new Set(layout.labels.map(({ event }) => event));
      expect(named.size).toBeGreaterThan(20);
      expect(named.size).toBeLessThan(144);
      const isWell = (_: number, event: number): boolean =>
        anchor[event]! >= view[0] && anchor[event]! < view[0] + (view[1] - view[0]) * 0.7;
      const most = Math.max(...importance.filter(isWell));
      expect([...named].some((event) => isWell(0, event) && importance[event] === most)).toBe(true);
    }
  });

  it("names in each stretch of time those winners of lanes that are more important than the others", () => {
    const { level, levels, columns } = lookInLanes().prepared.crowd!;
    const binOf = (at: number): number => Math.floor(at / 2 ** level);
    const winners = new Map<string, number>();
    crowd.forEach(({ date, importance }, i) => {
      const key = `${binOf(Date.parse(date as string) + 43_200_000)} ${(i * 7919) % 100}`;
      winners.set(key, Math.max(winners.get(key) ?? 0, Math.fround(importance!)));
    });
    const won = group(winners, ([key]) => Number(key.split(" ")[0]));
    const places = [...columns.events.keys()].filter((place) => levels[place]! >= level);
    const taken = group(places, (place) => binOf(columns.anchor[place]!));
    const most = Math.max(...[...taken.values()].map(({ length }) => length));
    expect(taken.size).toBeGreaterThan(1);
    for (const [bin, own] of taken) {
      const ranked = won.get(bin)!.map(([, importance]) => importance);
      const chosen = own.map((place) => columns.importance[place]!);
      expect(chosen.sort((a, b) => b - a)).toEqual(ranked.sort((a, b) => b - a).slice(0, most));
    }
  });

  it("names two events of one stretch of time where both have room", () => {
    const few = Array.from({ length: 20 }, (_, i) => ({ date: Date.UTC(2020, 0, 1 + i), title: "A", importance: 0.5 }));
    const { layout } = looking({ events: few, layout: "density" })();
    expect(layout.labels).toHaveLength(20);
  });

  it("has strips as high as few of them can be, and lower ones where there are more", () => {
    const heights = [1, 2, 3, 4, 9].map((lanes) => {
      const events = crowd.slice(0, 900).map((event, i) => ({ ...event, lane: `lane ${i % lanes}` }));
      return looking({ events, layout: "density" })().layout.strips!.map(({ height }) => height);
    });
    expect(heights.map((own) => [...new Set(own)])).toEqual([[96], [72], [48], [36], [36]]);
  });

  it("leaves a silhouette of all behind those that a filter wants, where the others leave a trace", () => {
    const resolved = resolveOptions<EventBase>({ layout: "density", events: crowd });
    const preparing = createPreparer<EventBase>();
    const { here } = preparing(resolved, eightPixels, { width: WIDTH }).crowd!;
    const wanted = here!.keep(
      finish(
        keepEvents(
          here!.store,
          { range: { from: Date.UTC(2015, 0, 1), to: Date.UTC(2017, 0, 1) } },
          { hasSortedEnds: false },
        ),
      ),
    );
    const stripsWith = (rest: Filter["rest"]): Layout["strips"] => {
      const filter: Filter = { ids: new Set(), rest, crowd: wanted };
      const prepared = preparing(resolved, eightPixels, { width: WIDTH, filter });
      return createLayout()(layoutInput(resolved, prepared, { width: WIDTH, height: "auto", domain: undefined }))
        .strips;
    };
    const sumOf = (all: readonly (Uint32Array | undefined)[]): number =>
      all.reduce((sum, counts = new Uint32Array(0)) => sum + counts.reduce((some, count) => some + count, 0), 0);
    const [traced, alone] = [stripsWith("trace")!, stripsWith("none")!];
    expect(sumOf(traced.map(({ behind }) => behind))).toBe(crowd.length);
    expect(sumOf(traced.map(({ counts }) => counts))).toBeLessThan(crowd.length);
    expect(alone.map(({ counts }) => counts)).toEqual(traced.map(({ counts }) => counts));
    for (const { behind } of alone) expect(behind).toBeUndefined();
  });

  it("names the most important event in view", () => {
    const { layout, prepared } = look();
    const best = crowd.reduce((a, b) => (b.importance! > a.importance! ? b : a));
    expect(layout.labels.map(({ event }) => prepared.columns.events[event]!.title.text)).toContain(best.title);
  });

  it("becomes events one by one where few are in view, each with a mark", () => {
    const { home } = look().layout;
    const shown = look(zoomAround(home, 0.001, home[0] + (home[1] - home[0]) * 0.5));
    const { layout, prepared } = shown;
    expect(prepared.crowd!.isWhole).toBe(true);
    const [from, to] = layout.domain;
    const inView = crowd.filter(({ date }) => {
      const noon = Date.parse(date as string) + 43_200_000;
      return noon >= from && noon <= to;
    });
    expect(inView.length).toBeGreaterThan(0);
    expect(layout.marks.filter(({ along }) => along >= 0)).toHaveLength(inView.length);
  });

  it("lists those that have marks, and no others that were looked at", () => {
    const { home } = look().layout;
    for (const zoom of [1, 0.3, 0.1]) {
      const { layout } = look(zoomAround(home, zoom, home[0] + (home[1] - home[0]) * 0.5));
      const listed = new Set(layout.listed!.events);
      for (const { event } of [...layout.marks, ...layout.labels])
        expect(listed).toContain(layout.columns.events[event]);
      expect(listed.size).toBeLessThan(0.7 * layout.columns.events.length);
      expect(layout.listed!.among).toBe(layout.columns.among);
    }
  });

  it("draws what goes on as a bar wherever one looks, and holds its name at the edge", () => {
    const war = { date: { start: "2012-01-01", end: "2019-12-31" }, title: "War", lane: "Military", importance: 1 };
    const see = looking({ events: [...crowd, war, { ...war, title: "Blockade", importance: 0.9 }] });
    const at = (from: string, to: string): Shown => see([Date.parse(from), Date.parse(to)]);
    const titlesOf = ({ layout }: Shown, events: readonly { readonly event: number }[]): string[] =>
      events.map(({ event }) => layout.columns.events[event]!.title.text);
    for (const shown of [at("2014-03-01", "2014-03-20"), at("2016-01-01", "2018-01-01")]) {
      const bars = shown.layout.marks.filter(({ along, bar }) => along < 0 && bar!.to >= shown.layout.length);
      expect(titlesOf(shown, bars).sort()).toEqual(["Blockade", "War"]);
      const held = shown.layout.labels.filter(({ along, base }) => along < 0 && base === undefined);
      expect(titlesOf(shown, held).filter((title) => title === "Blockade")).toEqual([]);
    }
    const quiet = at("2014-03-01", "2014-03-02");
    expect(titlesOf(quiet, quiet.layout.labels)).toContain("War");
    expect(titlesOf(at("2020-02-01", "2020-03-01"), at("2020-02-01", "2020-03-01").layout.marks)).not.toContain("War");
  });

  it("keeps the bar of what goes on for as long as it goes on in view", () => {
    const dayAt = (day: number): string => new Date(Date.UTC(2011, 0, 1 + day)).toISOString().slice(0, 10);
    const terms = Array.from({ length: 60 }, (_, i) => ({
      date: { start: dayAt(i * 60), end: dayAt(i * 60 + 170) },
      title: `Term ${i}`,
      lane: "Terms",
      importance: ((i * 37) % 100) / 100,
    }));
    const see = looking({ events: [...crowd, ...terms] });
    const { home } = see().layout;
    let domain = zoomAround(home, 0.01, home[0] + (home[1] - home[0]) * 0.3);
    let seen = 0;
    for (let frame = 0; frame < 300; frame++) {
      domain = panBy(domain, 0.03);
      const { layout } = see(domain);
      const drawn = layout.marks.filter(({ bar }) => bar).map(({ event }) => layout.columns.events[event]!.title.text);
      const going = terms.filter(
        ({ date: { start, end } }) => Date.parse(start) < domain[0] && Date.parse(end) > domain[1],
      );
      for (const { title } of going) expect(drawn).toContain(title);
      seen += going.length;
    }
    expect(seen).toBeGreaterThan(300);
  });

  it("holds whatever is chosen, wherever one looks", () => {
    const { home } = look().layout;
    const part = zoomAround(home, 0.01, home[0]);
    expect(look(part).prepared.columns.byId.has("event-19999")).toBe(false);
    expect(look(part, ["event-19999", "nobody"]).prepared.columns.byId.has("event-19999")).toBe(true);
  });

  it("is walked event by event in time, over all lanes", () => {
    const few = manyEvents(300);
    const { prepared } = looking({ events: few })();
    const order = few
      .map(({ date }, i) => ({ id: `event-${i}`, date: date as string, i }))
      .sort((a, b) => (a.date === b.date ? a.i - b.i : a.date < b.date ? -1 : 1))
      .map(({ id }) => id);
    let at = walkCrowd(prepared.crowd!, "Home", "event-7", "rtl");
    const walked = [];
    while (at !== undefined && walked.length <= few.length) {
      walked.push(at);
      at = walkCrowd(prepared.crowd!, "ArrowLeft", at, "rtl");
    }
    expect(walked).toEqual(order);
    expect(walkCrowd(prepared.crowd!, "End", "event-7", "rtl")).toBe(order.at(-1));
    expect(walkCrowd(prepared.crowd!, "ArrowRight", order.at(-1)!, "rtl")).toBe(order.at(-2));
    expect(walkCrowd(prepared.crowd!, "ArrowDown", "event-7", "rtl")).toBeUndefined();
  });

  it("gives the event that is pressed, in its own lane, and none where there is none near", () => {
    const { layout, prepared } = look();
    const { event, along, across } = layout.marks[0]!;
    const point = layout.orientation.point(along, layout.axisAt - across - 4);
    const id = eventNear(prepared.crowd!, layout, point, true)!;
    const place = prepared.crowd!.placeOf(id);
    expect(prepared.crowd!.eventAt(place)!.lane).toBe(prepared.columns.events[event]!.lane);
    expect(eventNear(prepared.crowd!, layout, layout.orientation.point(layout.length - 1, 30), true)).toBeUndefined();
    expect(eventNear(prepared.crowd!, layout, [along, layout.axisAt + 20], true)).toBeUndefined();
  });

  it("has no two events with one id, though rows have", () => {
    const events = manyEvents(50).map((event) => ({ ...event, id: "same" }));
    const { prepared } = looking({ events })();
    const ids = prepared.columns.events.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([0, 1, 2])("is drawn with %d events", (count) => {
    const { layout } = looking({ events: manyEvents(count) })();
    expect(layout.marks.length).toBe(count);
    expect(layout.strips!.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0)).toBe(count);
  });
});
