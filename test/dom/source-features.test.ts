import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTimeline, type Timeline, type TimelineOptions } from "../../src/index.js";
import { overview, search, type Search } from "../../src/features/index.js";
import {
  arraySource,
  fromSource,
  type EventSource,
  type SourceFeed,
  type SourceQuery,
} from "../../src/source/index.js";
import { preparePage } from "./page.js";

const HOUR = 3_600_000;
const START = Date.UTC(2011, 0, 1);
const EVENTS = Array.from({ length: 6_000 }, (_, i) => ({
  date: START + i * 11 * HOUR,
  title: `${["Report", "Statement", "Summit"][i % 3]!} ${i}`,
  lane: i % 4 === 0 ? "Relief" : "Talks",
  importance: ((i * 31) % 97) / 97,
}));

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline;
let feed: SourceFeed;

const draw = (features: TimelineOptions["features"] = [], source: EventSource = arraySource(EVENTS)): void => {
  feed = fromSource(source);
  made = createTimeline(host, { locale: "en", title: "Reports", events: feed, features });
};
/** Waits until something is so, and draws pictures meanwhile. */
const reach = (test: () => unknown): Promise<unknown> =>
  vi.waitFor(
    () => {
      page.nextFrame();
      if (!test()) throw new Error(`is not so: ${String(test)}`);
    },
    { timeout: 4_000, interval: 10 },
  );
const isReady = (): boolean => feed.state === "ready" && ids().length > 8;
const one = (selector: string): HTMLElement => host.querySelector<HTMLElement>(selector)!;
const ids = (): string[] =>
  [...host.querySelectorAll<HTMLElement>(".mizwala-list [data-event]")].map(({ dataset }) => dataset["event"]!);
const titles = (): string[] =>
  [...host.querySelectorAll<HTMLElement>(".mizwala-labels [data-event]")].map(({ textContent }) => textContent);
const count = (): string => one(".mizwala-search-count").textContent;
const focused = (): string | undefined => (document.activeElement as HTMLElement).dataset["event"];
const press = (key: string, target: Element = document.activeElement!): boolean =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const write = (text: string): void => {
  const field = one(".mizwala-search-input") as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
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

describe("Where events lie elsewhere, a search", () => {
  let find: Search;
  beforeEach(() => {
    find = search();
  });

  it("finds words, draws and counts what was found, and forgets it again", async () => {
    draw([find]);
    await reach(isReady);
    expect(one("[data-control=search]").closest<HTMLElement>("[hidden]")).toBeNull();
    find.open();
    write("summit");
    expect(count()).toBe("…");
    await reach(() => count() === "2,000 of 6,000 events");
    await reach(() => isReady() && titles().length > 4 && titles().every((title) => title.startsWith("Summit")));
    find.clear();
    await reach(() => isReady() && titles().some((title) => !title.startsWith("Summit")));
    expect(count()).toBe("");
  });

  it("asks once a reader pauses, and calls back what was asked before", async () => {
    const source = arraySource(EVENTS);
    const asked: SourceQuery[] = [];
    const query: EventSource["query"] = async (question) => {
      if (question.filter) {
        asked.push(question);
        await new Promise((done) => setTimeout(done, 50));
      }
      return source.query(question);
    };
    draw([find], { ...source, query });
    await reach(isReady);
    find.open();
    for (const text of ["s", "su", "summit 1"]) write(text);
    await reach(() => asked.length > 0);
    const [first] = asked;
    expect(JSON.stringify(first!.filter)).toContain("summit");
    write("report");
    expect(first!.signal!.aborted).toBe(true);
    await reach(() => count() === "2,000 of 6,000 events");
  });

  it("goes to the next and the previous match, however far, and says which one it is", async () => {
    draw([find]);
    await reach(isReady);
    find.set({ text: "summit 59" });
    await reach(() => count().includes("of 6,000"));
    const wanted = EVENTS.map(({ title }, id) => ({ id, title })).filter(({ title }) => /^Summit .*59/.test(title));
    made.show({ from: "2011-01-01", to: "2011-02-01" });
    await reach(isReadyOrFew);
    find.next();
    await reach(() => count() === `1 of ${wanted.length}`);
    find.next();
    find.next();
    await reach(() => count() === `3 of ${wanted.length}`);
    await reach(() => ids().includes(`event-${wanted[2]!.id}`));
    expect(one(".mizwala-mark[data-match]").dataset["event"]).toBe(`event-${wanted[2]!.id}`);
    find.previous();
    find.previous();
    find.previous();
    await reach(() => count() === `${wanted.length} of ${wanted.length}`);
    await reach(() => ids().includes(`event-${wanted.at(-1)!.id}`));
    expect(made.state.domain).toMatchObject({ from: expect.stringMatching(/^2018/) as string });
  });

  it("offers lanes with their counts, and finds what is in those", async () => {
    draw([find]);
    await reach(isReady);
    find.open();
    const choices = [...host.querySelectorAll<HTMLElement>(".mizwala-choice")].map(({ textContent }) => textContent);
    expect(choices).toEqual([expect.stringMatching(/Relief.*1,500/), expect.stringMatching(/Talks.*4,500/)]);
    one("[data-choice='lanes Relief']").click();
    await reach(() => count() === "1,500 of 6,000 events");
    expect(find.filter).toEqual({ lanes: ["Relief"] });
  });

  const withKinds = EVENTS.map((event, i) => ({
    ...event,
    ...(i % 3 > 0 && { kind: i % 3 === 1 ? "statement" : i % 6 === 2 ? "summit" : "festival" }),
  }));
  const choices = (): readonly string[] =>
    [...host.querySelectorAll<HTMLElement>(".mizwala-choice")].map(({ textContent }) => textContent);

  it("offers kinds with their counts, those without one and those that nobody has defined too, and finds them", async () => {
    draw([(find = search({ choices: ["kinds"] }))], arraySource(withKinds));
    await reach(isReady);
    find.open();
    expect(choices()).toEqual(["Statement 2,000", "Event 2,000", "festival 1,000", "Summit 1,000"]);
    for (const [kind, found] of [
      ["event", "2,000"],
      ["festival", "1,000"],
      ["summit", "1,000"],
    ]) {
      find.clear();
      await reach(() => count() === "");
      one(`[data-choice='kinds ${kind}']`).click();
      await reach(() => count() === `${found} of 6,000 events`);
    }
    expect(find.filter).toEqual({ kinds: ["summit"] });
    expect((one("[data-choice='kinds summit']") as HTMLInputElement).checked).toBe(true);
  });

  it("offers kinds without counts where the page shows only some events", async () => {
    draw([(find = search({ choices: ["kinds"] }))], arraySource(withKinds));
    feed.setFilter({ field: "title", op: "contains", value: "report" });
    await reach(isReady);
    find.open();
    await reach(() => choices().join() === "Statement ,Event ,festival ,Summit ");
    one("[data-choice='kinds event']").click();
    await reach(() => count() === "2,000 of 2,000 events");
  });

  it("leaves out what the source can't answer", async () => {
    draw([find]);
    await reach(isReady);
    find.set({ text: "summit", tags: ["a"], range: { from: "2012" } });
    await reach(() => count() === "2,000 of 6,000 events");
    expect(find.filter).toEqual({ text: "summit" });
  });

  it("is asked for by a state that was there before the source has said what it has", async () => {
    find.set({ text: "summit" });
    draw([find]);
    await reach(() => count() === "2,000 of 6,000 events");
  });

  it("says that it failed, and finds when one tries again", async () => {
    const source = arraySource(EVENTS);
    let isAway = true;
    const query: EventSource["query"] = (question) =>
      isAway && question.filter ? Promise.reject(new Error("away")) : source.query(question);
    draw([find], { ...source, query });
    await reach(isReady);
    find.set({ text: "summit" });
    await reach(() => feed.state === "failed");
    isAway = false;
    feed.retry();
    await reach(() => count() === "2,000 of 6,000 events");
    expect(feed.state).not.toBe("failed");
  });

  it("follows a filter of the author", async () => {
    draw([find]);
    await reach(isReady);
    find.set({ text: "summit" });
    await reach(() => count() === "2,000 of 6,000 events");
    feed.setFilter({ field: "importance", op: "ge", value: 0.5 });
    const wanted = EVENTS.filter(({ importance }) => importance >= 0.5);
    const both = wanted.filter(({ title }) => title.startsWith("Summit"));
    const n = (list: readonly unknown[]): string => list.length.toLocaleString("en");
    await reach(() => count() === `${n(both)} of ${n(wanted)} events`);
  });

  function isReadyOrFew(): boolean {
    return feed.state === "ready";
  }
});

describe("Where events lie elsewhere, an overview", () => {
  it("shows where all of them are, and where those are that are looked for", async () => {
    const find = search();
    draw([overview(), find]);
    await reach(isReady);
    const outlines = (): (string | null)[] =>
      [...host.querySelectorAll(".mizwala-overview-density")].map((path) => path.getAttribute("d"));
    expect(one(".mizwala-overview").hidden).toBe(false);
    expect(outlines()).toHaveLength(2);
    const before = outlines();
    made.show({ from: "2012-01-01", to: "2012-02-01" });
    await reach(isReady);
    expect(outlines()).toEqual(before);
    find.set({ text: "summit" });
    await reach(() => feed.state === "ready" && outlines().length === 3);
  });
});

describe("Where events lie elsewhere, keys", () => {
  it("go to the next event in time although it was not there yet, and to the first and the last one", async () => {
    draw();
    await reach(isReady);
    const [first] = ids();
    const at = Number(first!.slice(6));
    one(`.mizwala-list [data-event='${first!}']`).focus();
    for (const next of [at + 1, at + 2, at + 3]) {
      expect(press("ArrowRight")).toBe(false);
      await reach(() => focused() === `event-${next}`);
    }
    press("ArrowLeft");
    await reach(() => focused() === `event-${at + 2}`);
    press("End");
    await reach(() => focused() === "event-5999");
    press("ArrowRight");
    press("Home");
    await reach(() => focused() === "event-0");
  });

  it("lead from match to match", async () => {
    const find = search();
    draw([find]);
    await reach(isReady);
    find.set({ text: "summit" });
    await reach(() => count() === "2,000 of 6,000 events");
    await reach(() => isReady() && titles().every((title) => title.startsWith("Summit")));
    one(`.mizwala-list > li:not([hidden]) [data-event]`).focus();
    press("Home");
    await reach(() => focused() === "event-2");
    press("ArrowRight");
    await reach(() => focused() === "event-5");
  });
});
