import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createTidier } from "../../../src/component/tidier.js";
import type { EventBase } from "../../../src/model/input.js";
import { resolveOptions } from "../../../src/model/options.js";
import { readCrowd, type Crowd } from "../../../src/store/crowd.js";
import { appendRows, type Rows } from "../../../src/store/rows.js";
import { isTailLong } from "../../../src/store/tail.js";
import { runs } from "../../support/full.js";
import { manyEvents } from "../../support/many-events.js";

const EVENTS = manyEvents(12_000).map((event, i) => ({ ...event, ...(i % 3 === 0 && { id: `own ${i}` }) }));
const FIRST = 2_000;
const settingIn = (timeZone: string) => ({ ...resolveOptions({ events: [], timeZone }), report: () => undefined });
const SETTINGS = [settingIn("UTC"), settingIn("Asia/Damascus")] as const;
type Setting = (typeof SETTINGS)[number];
const DAY = 86_400_000;
/** Where the mark of an event stands. */
const middleOf = ({ date }: EventBase): number => Date.parse(date as string) + DAY / 2;

/** What a picture learns from a crowd of so many events. */
function toldBy(crowd: Crowd, count: number): unknown {
  const [first, last] = crowd.extent;
  const ids = Array.from({ length: count + 1 }, (_, row) => (row % 3 === 0 ? `own ${row}` : `event-${row}`));
  const places = ids.filter((_, row) => row % 31 === 0 || row > count - 9).map((id) => crowd.placeOf(id));
  return {
    ...{ count: crowd.count, extent: crowd.extent, issues: crowd.issues },
    lanes: crowd.lanes.map((id, code) => [id, crowd.countLane(code), crowd.firstIn(code)]),
    rows: places.map((place) => (place < 0 ? undefined : crowd.eventAt(place)?.index)),
    strips: crowd.strips(first, last, 300, [[0], [1, 2], [3]]),
    winners: crowd.winners(first, last, 32).map((place) => crowd.eventAt(place)!.id),
    open: [(first + last) / 2, ...EVENTS.slice(count - 40, count).map(middleOf)].map((instant) =>
      crowd.goingOn(instant, 5).map((place) => crowd.eventAt(place)!.id),
    ),
    next: crowd.eventAt(crowd.next(crowd.placeOf("own 600")))?.id,
    few: crowd
      .allIn(last - DAY, last, 500)
      ?.map((place) => crowd.eventAt(place)!.id)
      .sort(),
  };
}

/** A timeline without a page: its list, what is known of it, and what tidies behind its pictures. */
function stage(): {
  readonly crowd: () => Crowd;
  append: (many: number) => void;
  replace: () => void;
  turn: () => void;
  /** A picture; says whether another one is to follow. */
  draw: () => boolean;
  readonly told: () => readonly [now: unknown, anew: unknown];
} {
  let rows: Rows<EventBase> = EVENTS.slice(0, FIRST);
  let [setting, count]: [Setting, number] = [SETTINGS[0], FIRST];
  let crowd = readCrowd(rows, setting);
  const read = (store?: Crowd["store"]): void => {
    crowd = readCrowd(rows, setting, store, crowd.here);
  };
  const tidy = createTidier(read);
  return {
    crowd: () => crowd,
    append(many) {
      rows = appendRows(rows, EVENTS.slice(count, count + many));
      count = Math.min(EVENTS.length, count + many);
      read();
    },
    replace() {
      rows = EVENTS.slice(0, (count = FIRST));
      read();
    },
    turn() {
      setting = setting === SETTINGS[0] ? SETTINGS[1] : SETTINGS[0];
      read();
    },
    draw: () => tidy(crowd.here),
    told: () => [toldBy(crowd, count), toldBy(readCrowd([...rows], setting), count)],
  };
}

/** A clock that is past each slice after one step of the work. */
const hasten = (): void => {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += 5));
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe("What takes appended events in between pictures", () => {
  it("leaves all that a picture learns as if the events had been read at once, whenever it ends", () => {
    hasten();
    const step = fc.oneof(
      { weight: 7, arbitrary: fc.record({ kind: fc.constant("append" as const), many: fc.nat({ max: 400 }) }) },
      {
        weight: 9,
        arbitrary: fc.record({ kind: fc.constant("draw" as const), many: fc.integer({ min: 1, max: 12 }) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("replace", "turn"), many: fc.constant(1) }) },
    );
    let taken = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 70 }), (steps) => {
        const { crowd, draw, told, ...does } = stage();
        for (const { kind, many } of steps) {
          const { index } = crowd().store!;
          if (kind === "append") does.append(many);
          else if (kind === "draw") for (let i = 0; i < many; i++) draw();
          else does[kind]();
          if (kind === "draw" && crowd().store!.index !== index) taken++;
        }
        const [now, anew] = told();
        expect(now).toEqual(anew);
      }),
      { seed: 20200709, numRuns: runs(25, 600) },
    );
    expect(taken).toBeGreaterThan(5);
  });

  it("works in slices and asks for pictures until it is done, and for none before or after", () => {
    hasten();
    const { append, draw, crowd } = stage();
    append(256);
    expect(draw()).toBe(false);
    append(1);
    const { index } = crowd().store!;
    let pictures = 0;
    while (draw()) pictures++;
    expect(pictures).toBeGreaterThan(10);
    expect(crowd().store!.index).not.toBe(index);
    expect([crowd().store!.index.count, crowd().store!.tail.count]).toEqual([FIRST + 257, 0]);
  });

  it("keeps in the tail what comes meanwhile, and the events that were made", () => {
    hasten();
    const { append, draw, crowd } = stage();
    append(1_100);
    const event = crowd().eventAt(crowd().placeOf("own 2100"));
    expect(draw()).toBe(true);
    append(30);
    while (draw());
    expect([crowd().store!.index.count, crowd().store!.tail.count]).toEqual([FIRST + 1_100, 30]);
    expect(crowd().eventAt(crowd().placeOf("own 2100"))).toBe(event);
  });

  it("gives up where other events come, and where the same are read in another way", () => {
    hasten();
    for (const change of ["replace", "turn"] as const) {
      const { append, draw, crowd, ...does } = stage();
      append(1_100);
      expect(draw()).toBe(true);
      does[change]();
      const { index } = crowd().store!;
      expect(draw()).toBe(false);
      expect(crowd().store!.index).toBe(index);
    }
  });

  it("gives up where the same list comes anew with the store that it had at first", () => {
    hasten();
    const setting = SETTINGS[0];
    const first = EVENTS.slice(0, FIRST);
    const given = readCrowd(first, setting).store;
    let crowd = readCrowd(first, setting, given);
    let rows: Rows<EventBase> = first;
    const tidy = createTidier((store) => {
      crowd = readCrowd(rows, setting, store, crowd.here);
    });
    for (const from of [4_000, 6_000]) {
      crowd = readCrowd(first, setting, given, crowd.here);
      rows = appendRows(first, EVENTS.slice(from, from + 1_100));
      crowd = readCrowd(rows, setting, undefined, crowd.here);
      expect(tidy(crowd.here)).toBe(true);
    }
    while (tidy(crowd.here));
    expect(crowd.store!.tail.count).toBe(0);
    expect(toldBy(crowd, 3_100)).toEqual(toldBy(readCrowd([...rows], setting), 3_100));
  });

  it("begins anew where so much came meanwhile that it was taken in at once", () => {
    hasten();
    const { append, draw, told, crowd } = stage();
    append(1_100);
    expect(draw()).toBe(true);
    append(1_000);
    expect(crowd().store!.tail.count).toBe(0);
    append(1_200);
    while (draw());
    expect(crowd().store!.tail.count).toBe(0);
    const [now, anew] = told();
    expect(now).toEqual(anew);
  });

  it("is not waited for where more comes at once than twice as long a tail holds", () => {
    const { append, draw, crowd } = stage();
    append(2_048);
    expect(isTailLong(crowd().store!)).toBe(true);
    append(1);
    expect(crowd().store!.tail.count).toBe(0);
    expect(draw()).toBe(false);
  });

  it("looks for an id only in what has come since it was looked for in vain", () => {
    const { append, crowd } = stage();
    expect(crowd().placeOf("own 2001")).toBe(-1);
    const asked = vi.spyOn(Object, "hasOwn");
    append(3);
    asked.mockClear();
    const place = crowd().placeOf("own 2001");
    expect(crowd().eventAt(place)!.index).toBe(2_001);
    expect(asked.mock.calls.filter(([, name]) => name === "id").length).toBeLessThan(10);
  });
});
