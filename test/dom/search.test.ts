import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { search, type Search, type SearchOptions } from "../../src/features/index.js";
import { createTimeline, type Timeline, type TimelineOptions } from "../../src/index.js";
import type { EventFilter } from "../../src/model/filter.js";
import type { FeatureRun } from "../../src/component/feature.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline | undefined;
let find: Search;

const make = (own: SearchOptions = {}, more: Partial<TimelineOptions> = {}): Timeline => {
  find = search(own);
  made = createTimeline(host, { locale: "ar-SY", numerals: "latn", events: EVENTS, features: [find], ...more });
  page.nextFrame();
  return made;
};
const all = (selector: string): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string): HTMLElement => host.querySelector<HTMLElement>(selector)!;
const bar = (): HTMLElement => one(".mizwala-search");
const field = (): HTMLInputElement => one(".mizwala-search-input") as HTMLInputElement;
const count = (): string => one(".mizwala-search-count").textContent;
const buttonOf = (id: string): HTMLElement => one(`.mizwala-event[data-event="${id}"]`);
const kept = (): (string | undefined)[] =>
  all("ol.mizwala-list > li:not([hidden]) > button").map(({ dataset }) => dataset["event"]);
const press = (key: string, init: KeyboardEventInit = {}): boolean =>
  document.activeElement!.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }),
  );
const write = (text: string): void => {
  field().value = text;
  field().dispatchEvent(new Event("input", { bubbles: true }));
  page.nextFrame();
};
const ids = (matches: readonly { readonly id?: string }[]): (string | undefined)[] => matches.map(({ id }) => id);

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("The field", () => {
  it("is closed at first, opens by its button with focus in it, and closes again", () => {
    make();
    const toggle = one("[data-control=search]");
    expect([bar().hidden, toggle.getAttribute("aria-expanded")]).toEqual([true, "false"]);
    toggle.click();
    expect([bar().hidden, toggle.getAttribute("aria-expanded")]).toEqual([false, "true"]);
    expect(document.activeElement).toBe(field());
    toggle.click();
    expect(bar().hidden).toBe(true);
  });

  it("finds while one writes, counts, and leaves the others a trace", () => {
    make();
    find.open();
    write("باقرى");
    expect(kept()).toEqual(["arrival", "meeting"]);
    expect(count()).toBe("حدثان من 4");
    expect(all(".mizwala-mark.is-quiet")).toHaveLength(2);
    write("");
    expect(kept()).toHaveLength(4);
    expect(count()).toBe("");
  });

  it("leaves nothing of the others where the author wants that", () => {
    make({ unmatched: "none" });
    find.open();
    write("قمه");
    expect(all(".mizwala-mark").map(({ dataset }) => dataset["event"])).toEqual(["astana"]);
    write("قمهx");
    expect(one(".mizwala-plot").hidden).toBe(true);
    expect(count()).toBe("لا حدث يطابق البحث");
    write("");
    expect(all(".mizwala-mark")).toHaveLength(4);
  });

  it.each([
    [0, "لا حدث يطابق البحث"],
    [1, "حدث واحد من 120"],
    [2, "حدثان من 120"],
    [3, "3 أحداث من 120"],
    [11, "11 حدثاً من 120"],
    [100, "100 حدث من 120"],
  ])("counts in Arabic as one says it: %i", (n, said) => {
    const events = Array.from({ length: 120 }, (_, i) => ({ date: "2020", title: i < n ? "قمة" : "لقاء" }));
    make({}, { events });
    find.set({ text: "قمة" });
    expect(count()).toBe(said);
  });

  it("counts in English", () => {
    make({}, { locale: "en" });
    find.set({ kinds: ["summit", "meeting"] });
    expect(count()).toBe("2 of 4 events");
  });

  it("writes in the direction of what is written", () => {
    make();
    find.open();
    expect(field().dir).toBe("rtl");
    write("Bagheri");
    expect(field().dir).toBe("ltr");
  });

  it("A46: tells screen readers once one has come to rest, and not at first", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    make({ filter: { text: "قمة" } });
    vi.advanceTimersByTime(2000);
    expect(one("[role=status]").textContent).toBe("");
    write("باق");
    write("باقري");
    vi.advanceTimersByTime(499);
    expect(one("[role=status]").textContent).toBe("");
    vi.advanceTimersByTime(1);
    expect(one("[role=status]").textContent).toBe("حدثان من 4");
  });
});

describe("Keys", () => {
  it("Enter steps to the next match and Shift+Enter to the one before, around the ends, with focus in the field", () => {
    make();
    find.open();
    write("ا");
    const order = ["astana", "arrival", "agreement", "meeting"];
    const current = (): string | undefined => one(".mizwala-mark[data-match]").dataset["event"];
    for (const id of [...order, order[0]]) {
      press("Enter");
      expect(current()).toBe(id);
    }
    press("Enter", { shiftKey: true });
    expect([current(), count()]).toEqual(["meeting", "4 من 4"]);
    expect(document.activeElement).toBe(field());
    expect(all(".mizwala-event[tabindex='0']")).toEqual([buttonOf("meeting")]);
  });

  it("a step says which match it is", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    make();
    find.open();
    write("باقري");
    press("Enter");
    vi.advanceTimersByTime(500);
    expect(one("[role=status]").textContent).toBe("1 من 2، وصول باقري، الثلاثاء 7 تموز 2020");
  });

  it("the down arrow goes to the match itself", () => {
    make();
    find.open();
    write("باقري");
    press("ArrowDown");
    expect(document.activeElement).toBe(buttonOf("arrival"));
  });

  it("Escape clears, then closes, and focus goes where it came from", () => {
    make();
    buttonOf("agreement").focus();
    expect(press("/")).toBe(false);
    expect(document.activeElement).toBe(field());
    write("باقري");
    press("Escape");
    expect([find.filter, field().value, bar().hidden]).toEqual([{}, "", false]);
    expect(document.activeElement).toBe(field());
    press("Escape");
    expect(bar().hidden).toBe(true);
    expect(document.activeElement).toBe(buttonOf("agreement"));
    one("[data-control=search]").click();
    press("Escape");
    expect(document.activeElement).toBe(one("[data-control=search]"));
  });

  it("the slash is left alone in fields, with other keys held, and where shortcuts are off", () => {
    const timeline = make();
    one(".mizwala-details").append(document.createElement("input"));
    one(".mizwala-details").hidden = false;
    one(".mizwala-details input").focus();
    expect(press("/")).toBe(true);
    buttonOf("astana").focus();
    expect(press("/", { ctrlKey: true })).toBe(true);
    timeline.update({ shortcuts: false });
    page.nextFrame();
    expect(press("/")).toBe(true);
    expect(bar().hidden).toBe(true);
  });

  it("stand in the list of keys", () => {
    make();
    expect(one(".mizwala-keys").textContent).toContain("الشرطة المائلة");
  });
});

describe("Choices", () => {
  const open = (): void => {
    find.open();
    one(".mizwala-search-text").click();
  };
  const boxes = (): HTMLInputElement[] => all(".mizwala-search-choices input[type=checkbox]") as HTMLInputElement[];
  const boxOf = (key: string): HTMLInputElement => boxes().find(({ dataset }) => dataset["choice"] === key)!;

  it("filter by kind and participant, and are counted on their button", () => {
    make();
    open();
    boxOf("kinds summit").click();
    boxOf("kinds signing").click();
    page.nextFrame();
    expect(kept()).toEqual(["astana", "agreement"]);
    expect(one(".mizwala-search-text").textContent).toBe("تصفية (2)");
    boxOf("participants إيران").click();
    page.nextFrame();
    expect(kept()).toEqual(["agreement"]);
    boxOf("kinds signing").click();
    boxOf("kinds summit").click();
    expect(find.filter).toEqual({ participants: ["إيران"] });
  });

  it("take dates in any digits, and say so of what is none", () => {
    make();
    open();
    const from = one("[data-choice=from]") as HTMLInputElement;
    const enter = (text: string): void => {
      from.value = text;
      from.dispatchEvent(new Event("change"));
    };
    enter("٢٠٢٠-٠٧-٠٨");
    expect(find.filter).toEqual({ range: { from: "2020-07-08" } });
    expect(ids(find.matches)).toEqual(["agreement", "meeting"]);
    enter("1441-11-17[u-ca=islamic-umalqura]");
    expect(ids(find.matches)).toEqual(["agreement", "meeting"]);
    enter("202x-07-08");
    expect(find.filter).toEqual({ range: { from: "202X-07-08" } });
    enter("2020-07-08");
    enter("soon");
    expect([from.getAttribute("aria-invalid"), from.value]).toEqual(["true", "soon"]);
    expect(find.filter).toEqual({ range: { from: "2020-07-08" } });
    enter("");
    expect([from.getAttribute("aria-invalid"), find.filter]).toEqual(["false", {}]);
  });

  it("are taken back all at once, and the text stays", () => {
    make();
    find.set({ text: "باقري", kinds: ["meeting"] });
    open();
    one("[data-choice=clear]").click();
    expect(find.filter).toEqual({ text: "باقري" });
    expect(one("[data-choice=clear]").hidden).toBe(true);
    expect(boxes().some(({ checked }) => checked)).toBe(false);
  });

  it("show what code has chosen", () => {
    make();
    open();
    find.set({ kinds: ["meeting"] });
    expect(boxes().filter(({ checked }) => checked)).toEqual([boxOf("kinds meeting")]);
  });

  it("are those that the author offers", () => {
    make({ choices: ["kinds"] });
    open();
    expect(all(".mizwala-choice-group").map((group) => group.getAttribute("aria-label"))).toEqual(["النوع"]);
  });

  it("close by Escape, and focus goes to their button", () => {
    make();
    open();
    boxOf("kinds summit").focus();
    press("Escape");
    expect(one(".mizwala-search-choices").hidden).toBe(true);
    expect(document.activeElement).toBe(one(".mizwala-search-text"));
  });
});

describe("By code", () => {
  it("a filter is set, read and cleared, with the author's own objects as matches, also before the timeline is there", () => {
    find = search({ filter: { text: "باقري" } });
    expect([find.filter, find.matches]).toEqual([{ text: "باقري" }, []]);
    find.set({ kinds: ["summit"] });
    made = createTimeline(host, { events: EVENTS, features: [find] });
    expect(find.matches).toEqual([EVENTS[1]]);
    find.clear();
    expect([find.filter, ids(find.matches)]).toEqual([{}, ["astana", "arrival", "agreement", "meeting"]]);
  });

  it("listeners are told of what readers and code ask for, and of nothing else", () => {
    const timeline = make();
    const told = vi.fn();
    timeline.on("filter", told);
    find.open();
    write("باقري");
    find.set({ text: "باقري" });
    find.clear();
    expect(told.mock.calls).toEqual([
      [{ filter: { text: "باقري" }, matches: [EVENTS[2], EVENTS[0]] }],
      [{ filter: {}, matches: [EVENTS[1], EVENTS[2], EVENTS[3], EVENTS[0]] }],
    ]);
  });

  it("steps bring matches into view", () => {
    make();
    find.set({ kinds: ["summit", "meeting"] });
    find.previous();
    expect(one(".mizwala-mark[data-match]").dataset["event"]).toBe("meeting");
    find.next();
    expect(one(".mizwala-mark[data-match]").dataset["event"]).toBe("astana");
  });

  it("wrong code throws and changes nothing", () => {
    make();
    find.set({ text: "باقري" });
    expect(() => {
      find.set({ kind: ["summit"] } as EventFilter);
    }).toThrow('filter.kind: found "kind", expected "kinds"');
    expect(find.filter).toEqual({ text: "باقري" });
    expect(() => search({ unmatched: "hide" as "none" })).toThrow("search.unmatched");
    expect(() => search({ filter: { range: { from: "soon" } } })).toThrow("search.filter");
    expect(() => search({ choices: ["kind" as "kinds"] })).toThrow("search.choices");
  });

  it("without controls nothing is shown, and the filter works", () => {
    make({ controls: false });
    find.set({ text: "باقري" });
    find.open();
    page.nextFrame();
    expect([bar().hidden, one("[data-control=search]").hidden]).toEqual([true, true]);
    expect(kept()).toEqual(["arrival", "meeting"]);
    buttonOf("arrival").focus();
    expect(press("/")).toBe(true);
  });

  it("the state is saved as JSON, restored, and what is hostile in it is passed over", () => {
    let run: FeatureRun | undefined;
    const own = search();
    const feature = {
      ...own,
      start: (door: never) => (run = (own as unknown as { start(door: never): FeatureRun }).start(door)),
    };
    make({}, { features: [feature] });
    expect(run!.save!()).toBeUndefined();
    run!.restore!({ text: "باقري", kinds: 5, other: "<img>" });
    expect(JSON.parse(JSON.stringify(run!.save!()))).toEqual({ text: "باقري" });
    page.nextFrame();
    expect([kept(), field().value]).toEqual([["arrival", "meeting"], "باقري"]);
    run!.restore!(undefined);
    page.nextFrame();
    expect(kept()).toHaveLength(4);
  });

  it("messages are the author's where there are any", () => {
    make({ messages: { search: "ابحث هنا" } });
    expect(field().placeholder).toBe("ابحث هنا");
  });
});

describe("What lives on", () => {
  it("A29: focus goes to the nearest match in time when its event is filtered out, whatever becomes of it", () => {
    for (const unmatched of ["trace", "none"] as const) {
      make({ unmatched });
      buttonOf("agreement").focus();
      find.set({ text: "باقري" });
      page.nextFrame();
      expect(document.activeElement).toBe(buttonOf("arrival"));
      made!.destroy();
    }
  });

  it("focus goes to the field when all events are filtered out", () => {
    for (const unmatched of ["trace", "none"] as const) {
      make({ unmatched });
      buttonOf("agreement").focus();
      find.set({ text: "xyz" });
      page.nextFrame();
      expect(document.activeElement).toBe(field());
      made!.destroy();
    }
  });

  it("A30: Tab comes to a match, and to it alone", () => {
    make();
    find.set({ kinds: ["meeting"] });
    page.nextFrame();
    expect(all(".mizwala-event[tabindex='0']")).toEqual([buttonOf("meeting")]);
    find.clear();
    page.nextFrame();
    expect(all(".mizwala-event[tabindex='0']")).toHaveLength(1);
  });

  it("new events are filtered too, and another language is spoken at once", () => {
    const timeline = make();
    find.set({ text: "باقري" });
    timeline.update({
      locale: "en",
      events: [...EVENTS, { id: "new", kind: "event", date: "2020-07-10", title: "عودة باقري" }],
    });
    page.nextFrame();
    page.nextFrame();
    expect(kept()).toEqual(["arrival", "meeting", "new"]);
    expect([count(), field().placeholder]).toEqual(["3 of 5 events", "Search the events"]);
  });

  it("everything goes with the feature, and the filter with it", () => {
    const timeline = make();
    find.set({ text: "باقري" });
    page.nextFrame();
    timeline.update({ features: [] });
    page.nextFrame();
    expect(all(".mizwala-search, [data-control=search]")).toEqual([]);
    expect(kept()).toHaveLength(4);
  });

  it("the elements of the list live through a filter, so that nothing is made anew", () => {
    make({ unmatched: "none" });
    const before = buttonOf("astana");
    find.set({ text: "باقري" });
    page.nextFrame();
    find.clear();
    page.nextFrame();
    expect(buttonOf("astana")).toBe(before);
  });

  it("without highlights, lines with a match are underlined as a whole", () => {
    make();
    find.set({ text: "باقري" });
    page.nextFrame();
    expect(all("[data-match=all]").map(({ textContent }) => textContent)).toEqual(["وصول باقري", "لقاء الأسد وباقري"]);
    find.next();
    expect(all("[data-match=now]").map(({ textContent }) => textContent)).toEqual(["وصول باقري"]);
    find.clear();
    page.nextFrame();
    expect(all("[data-match]")).toEqual([]);
  });
});
