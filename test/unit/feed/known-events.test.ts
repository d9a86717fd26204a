import { describe, expect, it } from "vitest";
import { createKnownEvents, type KnownEvents } from "../../../src/feed/known-events.js";
import type { EventSetting } from "../../../src/model/event.js";
import { resolveKinds } from "../../../src/model/kinds.js";
import type { SourceRow } from "../../../src/source/contract.js";

const SETTING: EventSetting = {
  ...({ locale: "en", direction: "ltr", timeZone: "Asia/Damascus" } as const),
  kinds: resolveKinds([]),
  report: () => undefined,
};
const rowOf = (id: number, title: string): SourceRow => ({
  ...{ id, start: 1000 * id, end: 1000 * id, lane: id % 2, importance: 0.5 },
  event: { title },
});

/** Events of a source whose rows may change. */
function open(rows: Map<number, SourceRow>): {
  readonly events: KnownEvents;
  readonly asked: (readonly number[])[];
  readonly faults: unknown[];
  come(this: void): Promise<void>;
} {
  const asked: (readonly number[])[] = [];
  const faults: unknown[] = [];
  const events = createKnownEvents({
    ask(ids) {
      asked.push(ids);
      if (rows.size === 0) return Promise.reject(new Error("away"));
      return Promise.resolve(ids.flatMap((id) => rows.get(id) ?? []));
    },
    lanes: () => ["a", "b"],
    changed: () => undefined,
    failed: (error) => {
      faults.push(error);
    },
  });
  events.use(SETTING);
  return { events, asked, faults, come: () => new Promise((done) => setTimeout(done)) };
}

describe("The events that a feed brings", () => {
  it("are asked for once, the most important ones first where they are too many", async () => {
    const rows = new Map(Array.from({ length: 300 }, (_, id) => [id, rowOf(id, `Event ${id}`)]));
    const { events, asked, come } = open(rows);
    for (let id = 0; id < 300; id++) events.get(id, 300 - id);
    events.pump();
    for (let id = 0; id < 300; id++) events.get(id, 300 - id);
    events.pump();
    await come();
    expect(asked).toEqual([Array.from({ length: 256 }, (_, id) => id)]);
    for (let id = 0; id < 300; id++) events.get(id, 300 - id);
    events.pump();
    await come();
    expect(asked[1]).toEqual(Array.from({ length: 44 }, (_, i) => 256 + i));
    expect(events.inOrder().map(({ id }) => id)).toEqual([...rows.keys()]);
  });

  it("stand at the times of the source, whatever the zone of the timeline", async () => {
    const { events, come } = open(new Map([[7, rowOf(7, "Seven")]]));
    events.get(7, 1);
    events.pump();
    await come();
    expect(events.peek(7)).toMatchObject({
      ...{ id: 7, start: 7000, lane: 1 },
      event: { id: "event-7", lane: "b", title: { text: "Seven" }, span: { start: { earliest: 7000 } } },
    });
  });

  it("are shown as they were until they come anew, and go where the source has them no more", async () => {
    const rows = new Map([1, 2].map((id) => [id, rowOf(id, "old")]));
    const { events, asked, come } = open(rows);
    const look = async (): Promise<void> => {
      for (const id of [1, 2]) events.get(id, id);
      events.pump();
      await come();
    };
    await look();
    rows.set(1, rowOf(1, "new"));
    rows.delete(2);
    events.renew();
    expect(events.get(1, 1)?.event.title.text).toBe("old");
    expect(events.inOrder()).toEqual([]);
    await look();
    expect(events.peek(1)?.event.title.text).toBe("new");
    expect(events.peek(2)).toBeUndefined();
    await look();
    expect(asked).toHaveLength(2);
  });

  it("that can't be brought are a fault, and are asked for again when that is wanted, not by each picture", async () => {
    const rows = new Map<number, SourceRow>();
    const { events, asked, faults, come } = open(rows);
    events.get(1, 1);
    events.pump();
    await come();
    expect(faults).toEqual([new Error("away")]);
    rows.set(1, rowOf(1, "One"));
    const look = async (): Promise<void> => {
      events.get(1, 1);
      events.pump();
      await come();
    };
    await look();
    expect(asked).toHaveLength(1);
    events.retry();
    await look();
    expect(asked).toHaveLength(2);
    expect(events.peek(1)).toBeDefined();
  });
});
