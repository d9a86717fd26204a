import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTimeline, type Timeline } from "../../src/index.js";
import {
  arraySource,
  fromSource,
  type EventSource,
  type SourceFeed,
  type SourceQuery,
} from "../../src/source/index.js";
import { preparePage } from "./page.js";

const COUNT = 400;
const DAY = 86_400_000;
const EVENTS = Array.from({ length: COUNT }, (_, i) => ({
  date: new Date(Date.UTC(2011, 0, 1) + 9 * i * DAY).toISOString().slice(0, 10),
  title: `Report ${i}`,
  lane: i % 2 === 0 ? "Relief" : "Talks",
  importance: (i % 97) / 97,
}));

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline;
let feed: SourceFeed;

const draw = (source: EventSource = arraySource(EVENTS)): void => {
  feed = fromSource(source);
  made = createTimeline(host, { title: "Reports", events: feed });
};
/** Lets answers come and pictures be drawn, until nothing is on its way. */
const settle = async (turns = 20): Promise<void> => {
  for (let i = 0; i < turns; i++) {
    await new Promise((done) => setTimeout(done, 10));
    page.nextFrame();
  }
};
const ids = (): string[] =>
  [...host.querySelectorAll<HTMLElement>(".mizwala-list [data-event]")].map(({ dataset }) => dataset["event"]!);
const press = (key: string): void => {
  document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
};

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  made.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("A timeline that is fed", () => {
  it("says nothing of emptiness while nobody knows what there is, and says it where there is nothing", async () => {
    draw(arraySource([]));
    const empty = host.querySelector<HTMLElement>(".mizwala-empty")!;
    expect(empty.hidden).toBe(true);
    await settle();
    expect(empty.hidden).toBe(false);
  });

  it("counts all events and lists those that have come", async () => {
    draw();
    await settle();
    expect(host.querySelector(".mizwala-summary")!.textContent).toContain("400 events");
    expect(ids().length).toBeGreaterThan(8);
    expect(feed.state).toBe("ready");
  });

  describe("of which some have gone on for long", () => {
    const war = { date: { start: "2011-02-01", end: "2019-12-31" }, title: "War", lane: "Relief", importance: 1 };
    const siege = { ...war, date: { start: "2014-01-01", end: "2014-03-10" }, title: "Siege", lane: "Talks" };
    const labels = (): string[] =>
      [...host.querySelectorAll<HTMLElement>(".mizwala-labels [data-event]")].map(({ textContent }) => textContent);
    const titles = (): string => labels().sort().join();

    it("draws these wherever one looks as long as they go on, whether all are in the page or elsewhere", async () => {
      const events = [...EVENTS, war, siege];
      const source = arraySource(events);
      const instants: number[] = [];
      draw({
        ...source,
        goingOn(asked) {
          instants.push(asked.at);
          return source.goingOn!(asked);
        },
      });
      await settle();
      const inPage = document.body.appendChild(document.createElement("div"));
      const other = createTimeline(inPage, { title: "Reports", layout: "density", events });
      for (const [from, to] of [
        ["2014-03-01", "2014-03-05"],
        ["2016-08-01", "2016-09-01"],
        ["2020-02-01", "2020-03-01"],
      ] as const) {
        for (const timeline of [made, other]) timeline.show({ from, to });
        await settle(40);
        const expected = [...inPage.querySelectorAll<HTMLElement>(".mizwala-labels [data-event]")];
        expect(titles()).toBe(
          expected
            .map(({ textContent }) => textContent)
            .sort()
            .join(),
        );
        expect(labels().includes("War")).toBe(to < "2019");
        expect(feed.state).toBe("ready");
      }
      expect(labels()).not.toContain("Siege");
      const asked = instants.length;
      made.show({ from: "2014-03-01", to: "2014-03-05" });
      await settle(40);
      expect(titles()).toContain("Siege");
      expect(instants).toHaveLength(asked);
      other.destroy();
    });

    it("draws only what begins where a source says nothing of that", async () => {
      const whole = arraySource([...EVENTS, war]);
      draw({
        describe: (ask) => whole.describe(ask),
        query: (asked) => whole.query(asked),
        byId: (ids, ask) => whole.byId(ids, ask),
      });
      await settle();
      made.show({ from: "2016-08-01", to: "2016-09-01" });
      await settle(40);
      expect(feed.state).toBe("ready");
      expect(labels()).not.toContain("War");
    });
  });

  it("asks again and again for what fails, but not once it has been taken out of the page", async () => {
    const ask = vi.fn(() => Promise.reject(new Error("away")));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    draw({ ...arraySource(EVENTS), describe: ask });
    const pass = async (): Promise<number> => {
      page.nextFrame();
      await vi.advanceTimersByTimeAsync(10_000);
      page.nextFrame();
      return ask.mock.calls.length;
    };
    expect(await pass()).toBeLessThan(await pass());
    host.remove();
    const before = await pass();
    expect([await pass(), await pass()]).toEqual([before, before]);
    vi.useRealTimers();
  });

  it("refuses to change events that it does not hold", async () => {
    draw();
    await settle();
    const refusal = expect.objectContaining({ code: "events-elsewhere" }) as Error;
    const faults = (["append", "upsert", "remove"] as const).map((change) => {
      try {
        made[change]([]);
        return undefined;
      } catch (error) {
        return error;
      }
    });
    expect(faults).toEqual([refusal, refusal, refusal]);
  });

  it("walks through the events that a filter means, and no others", async () => {
    draw();
    await settle();
    feed.setFilter({ field: "title", op: "in", value: ["Report 7", "Report 70", "Report 300"] });
    await settle();
    expect(host.querySelector(".mizwala-summary")!.textContent).toContain("3 events");
    host.querySelector<HTMLElement>(".mizwala-list [data-event='event-7']")!.focus();
    const walked = ["ArrowRight", "ArrowRight", "ArrowRight"].map((key) => {
      press(key);
      page.nextFrame();
      return (document.activeElement as HTMLElement).dataset["event"];
    });
    expect(walked).toEqual(["event-70", "event-300", "event-300"]);
  });

  it("chooses an event that had to be brought first, unless the reader has chosen another one meanwhile", async () => {
    const source = arraySource(EVENTS);
    const brought = new Set<number>();
    const byId: EventSource["byId"] = (asked) => {
      for (const id of asked) brought.add(id);
      return source.byId(asked);
    };
    const unbrought = (): string => `event-${EVENTS.findIndex((_, i) => !brought.has(i))}`;
    draw({ ...source, byId });
    await settle();
    const [named] = ids();
    const away = unbrought();
    made.select(away);
    expect(made.state.selected).toBeUndefined();
    await settle();
    expect(made.state.selected).toBe(away);
    made.select(unbrought());
    made.select(named);
    await settle();
    expect(made.state.selected).toBe(named);
  });

  it("R14: shows what was asked for last, in whatever order the answers come", async () => {
    const source = arraySource(
      Array.from({ length: 20_000 }, (_, i) => ({
        date: new Date(Date.UTC(2011, 0, 1) + (i * DAY) / 6).toISOString().slice(0, 16),
        title: `Report ${i}`,
        importance: (i % 97) / 97,
      })),
    );
    /** Questions of ten parts of time, from the last one to the first as they were asked. */
    let held: (() => void)[] | undefined;
    const hold = <Answer>(answer: () => Promise<Answer>): Promise<Answer> =>
      held ? new Promise((done, fail) => held!.unshift(() => void answer().then(done, fail))) : answer();
    const views = Array.from({ length: 10 }, (_, i) => ({
      from: `${2011 + (i % 9)}-03-01`,
      to: `${2011 + (i % 9)}-03-${12 + i}`,
    }));
    const shown = async (isReversed: boolean): Promise<string> => {
      draw({
        ...source,
        query: (asked) => hold(() => source.query(asked)),
        byId: (asked) => hold(() => source.byId(asked)),
      });
      await settle();
      if (isReversed) held = [];
      for (const view of isReversed ? views : views.slice(-1)) {
        made.show(view);
        await settle(6);
      }
      const waiting = held ?? [];
      expect(waiting.length).toSatisfy((length: number) => length > 3 === isReversed);
      held = undefined;
      for (const answer of waiting) {
        answer();
        page.nextFrame();
      }
      await settle();
      expect(feed.state).toBe("ready");
      const marks = host.querySelector(".mizwala-plot")!.textContent;
      made.destroy();
      return `${marks} ${String(ids())}`;
    };
    const wanted = await shown(false);
    expect(wanted.length).toBeGreaterThan(100);
    expect(await shown(true)).toBe(wanted);
  });

  it("becomes one of a list, and asks nobody any more", async () => {
    const source = arraySource(EVENTS);
    const query = vi.fn((asked: SourceQuery) => source.query(asked));
    draw({ ...source, query });
    await settle();
    made.update({ events: [{ id: "one", date: "2020-07-09", title: "One" }] });
    await settle();
    const asked = query.mock.calls.length;
    expect(ids()).toEqual(["one"]);
    made.show({ from: "2020-07-08", to: "2020-07-10" });
    await settle();
    expect(query.mock.calls).toHaveLength(asked);
    expect(host.querySelector(".mizwala-feed")).toBeNull();
  });
});
