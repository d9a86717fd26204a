import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { brush, overview, search, story, table } from "../../src/features/index.js";
import { createTimeline, type Timeline, type TimelineEvent, type TimelineOptions } from "../../src/index.js";
import { manyEvents } from "../support/many-events.js";
import { preparePage } from "./page.js";

const ROWS = manyEvents(6_000) as (TimelineEvent & { readonly date: string; readonly title: string })[];
const EVENTS: readonly TimelineEvent[] = ROWS;
const IN_TIME = ROWS.map((event, index) => ({ ...event, index })).sort(
  (a, b) => a.date.localeCompare(b.date) || a.index - b.index,
);
const BATTLES = IN_TIME.filter(({ title }) => title.startsWith("Battle"));

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline | undefined;

const make = (features: NonNullable<TimelineOptions["features"]>): Timeline => {
  made = createTimeline(host, { locale: "en", events: EVENTS, features });
  page.nextFrame();
  return made;
};
const one = (selector: string): HTMLElement => host.querySelector<HTMLElement>(selector)!;
const texts = (selector: string): string[] =>
  [...host.querySelectorAll<HTMLElement>(selector)].map(({ textContent }) => textContent);
const titlesOf = (events: readonly { readonly title: unknown }[]): unknown[] => events.map(({ title }) => title);

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("Of events that are not drawn one by one", () => {
  it("one that has focus keeps it, and the view stays where it was sent", () => {
    const timeline = make([]);
    const button = one('.mizwala-event[tabindex="0"]');
    button.focus();
    page.nextFrame();
    for (const [from, to] of [
      ["2018-02-03", "2019-02-03"],
      ["2012-03-04", "2012-04-05"],
      ["2020-01-02", "2020-06-07"],
    ] as const) {
      timeline.show({ from, to });
      for (let frame = 0; frame < 4; frame++) page.nextFrame();
      expect(timeline.state.domain).toEqual({ from, to });
      expect(document.activeElement?.getAttribute("data-event")).toBe(button.dataset["event"]);
    }
  });

  it("a table shows all, page by page, in order of time, each with its lane", () => {
    const rows = table();
    make([rows]);
    rows.open();
    expect(texts("caption")[0]).toContain("6,000 events");
    expect(texts("tbody th")).toEqual(titlesOf(IN_TIME.slice(0, 200)));
    expect(texts("thead th")).toEqual(["Event", "Date", "Kind", "Lane", "Certainty"]);
    one("[data-control=after]").click();
    expect(texts("tbody th")).toEqual(titlesOf(IN_TIME.slice(200, 400)));
    expect(one("tbody tr").textContent).toContain(String(IN_TIME[200]!.lane));
    expect(rows.csv().split("\r\n")).toHaveLength(6_002);
  });

  it("a table shows those that a search means, and stays as it is while one moves", async () => {
    const [rows, find] = [table(), search()];
    const timeline = make([rows, find]);
    rows.open();
    find.set({ text: "battle" });
    await vi.waitFor(() => {
      expect(find.matches).toHaveLength(BATTLES.length);
    });
    page.nextFrame();
    expect(titlesOf(find.matches)).toEqual(titlesOf(BATTLES));
    expect(texts("tbody th")).toEqual(titlesOf(BATTLES.slice(0, 200)));
    const [row] = host.querySelectorAll("tbody tr");
    timeline.show({ from: "2015-01-01", to: "2015-03-01" });
    page.nextFrame();
    expect(one("tbody tr")).toBe(row);
  });

  it("a story tells one after the other, from wherever it is", () => {
    const told = story();
    make([told]);
    told.go(3_000);
    page.nextFrame();
    expect([told.step, told.count]).toEqual([3_000, 6_000]);
    expect(one(".mizwala-story").textContent).toContain(IN_TIME[2_999]!.title);
    told.next();
    page.nextFrame();
    expect(one(".mizwala-story").textContent).toContain(IN_TIME[3_000]!.title);
    expect(told.step).toBe(3_001);
  });

  it("a brush counts all that begin in its range", () => {
    const select = brush();
    make([select]);
    select.select({ from: "2015-01-01", to: "2015-12-31" });
    const inYear = ROWS.filter(({ date }) => date.startsWith("2015")).length;
    expect(inYear).toBeGreaterThan(300);
    expect(one(".mizwala-range-bar").textContent).toContain(`${inYear} events`);
  });

  it("an overview shows where all are, and as a trace where those are that a search does not mean", async () => {
    const find = search();
    make([overview(), find]);
    const outlines = (): (string | null)[] =>
      [...host.querySelectorAll(".mizwala-overview-density")].map((path) => path.getAttribute("d"));
    const before = outlines();
    expect(before).toHaveLength(4);
    expect(before[0]!.length).toBeGreaterThan(1_000);
    find.set({ text: "battle" });
    await vi.waitFor(() => {
      expect(find.matches).toHaveLength(BATTLES.length);
    });
    page.nextFrame();
    expect(outlines()).toHaveLength(5);
    find.clear();
    page.nextFrame();
    expect(outlines()).toEqual(before);
  });

  it("a search ends while events come, finds those too, and looks at none twice", async () => {
    let looks = 0;
    const told: readonly TimelineEvent[] = ROWS.map((row) => ({
      ...row,
      get place() {
        looks++;
        return "Aleppo";
      },
    }));
    const find = search();
    made = createTimeline(host, { locale: "en", events: told, features: [find] });
    page.nextFrame();
    find.set({ text: "battle" });
    const come = (i: number): void => {
      made!.append([{ id: `new-${i}`, date: "2020-07-09", title: i % 2 === 0 ? "Battle of words" : "Talks" }]);
      page.nextFrame();
    };
    let sent = 0;
    while (find.matches.length < BATTLES.length) {
      come(sent++);
      await new Promise((done) => setTimeout(done));
      expect(sent).toBeLessThan(2_000);
    }
    const hasAll = (): Promise<void> =>
      vi.waitFor(() => {
        expect(find.matches).toHaveLength(BATTLES.length + Math.ceil(sent / 2));
      });
    await hasAll();
    // Of those in the picture events were made besides, once.
    expect(looks).toBeLessThan(2 * ROWS.length);
    const before = looks;
    come(sent++);
    come(sent++);
    await hasAll();
    expect(looks - before).toBeLessThan(ROWS.length / 10);
    // What readers may choose from is counted meanwhile too.
    find.open();
    await vi.waitFor(() => {
      come(sent++);
      expect(one(".mizwala-search-text").hidden).toBe(false);
    });
    await hasAll();
    expect(one(".mizwala-search-count").textContent).toContain(
      `${find.matches.length} of ${(6_000 + sent).toLocaleString("en")}`,
    );
  });

  it("a search begins anew where lanes are called otherwise", async () => {
    const find = search();
    const timeline = make([find]);
    find.set({ text: "battle" });
    await vi.waitFor(() => {
      expect(find.matches).toHaveLength(BATTLES.length);
    });
    timeline.update({ lanes: [{ id: "Relief", label: "Battles" }] });
    page.nextFrame();
    const more = ROWS.filter(({ title, lane }) => title.startsWith("Battle") || lane === "Relief");
    await vi.waitFor(() => {
      expect(find.matches).toHaveLength(more.length);
    });
  });

  it("a search goes on in a list that takes their place, and in them again", async () => {
    const find = search();
    const few = ROWS.filter(({ title }) => title.startsWith("Summit")).slice(0, 3);
    const timeline = make([find]);
    for (const events of [few, EVENTS, few, EVENTS]) {
      timeline.update({ events });
      find.set({ text: "battle" });
      page.nextFrame();
      await vi.waitFor(() => {
        expect(find.matches).toHaveLength(events === few ? 0 : BATTLES.length);
      });
    }
  });

  it("a search that is no longer wanted finds nothing more", async () => {
    const find = search();
    const timeline = make([find]);
    const heard = vi.fn();
    timeline.on("filter", ({ filter, matches }) => {
      heard(filter.text, matches.length);
    });
    find.set({ text: "battle" });
    find.set({ text: "summit" });
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalled();
    });
    find.set({ text: "battle" });
    timeline.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.mock.calls).toEqual([["summit", IN_TIME.filter(({ title }) => title.includes("Summit")).length]]);
  });
});
