import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { editing, search, type Editing, type EditingOptions } from "../../src/features/index.js";
import { createTimeline, type Timeline, type TimelineEvent, type TimelineOptions } from "../../src/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline | undefined;
let edit: Editing;

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
/** Nobody can change them without an error. */
const FROZEN: readonly TimelineEvent[] = freeze(structuredClone(EVENTS));

const make = (own: EditingOptions = {}, more: Partial<TimelineOptions> = {}): Timeline => {
  edit = editing(own);
  made = createTimeline(host, { locale: "en", events: FROZEN, features: [edit], ...more });
  page.nextFrame();
  return made;
};
const all = (selector: string): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string): HTMLElement => host.querySelector<HTMLElement>(selector)!;
const tool = (name: string): HTMLElement => one(`[data-tool="${name}"]`);
const buttonOf = (id: string): HTMLElement => one(`.mizwala-event[data-event="${id}"]`);
const eventOf = (id: string): TimelineEvent => edit.events.find((event) => event.id === id)!;
const dateOf = (id: string): unknown => eventOf(id).date;
const tip = (): string | undefined => all(".mizwala-draft-date")[0]?.textContent;
const field = (): HTMLInputElement => one(".mizwala-rename") as HTMLInputElement;
const focused = (): string | undefined => (document.activeElement as HTMLElement).dataset["event"];
const use = (name: string): void => {
  tool(name).click();
  page.nextFrame();
};
/** Presses keys one after the other: `Shift+ArrowLeft` holds Shift. False where somebody took the last one. */
const press = (...keys: string[]): boolean => {
  let isLeft = true;
  for (const chord of keys) {
    const parts = chord.split("+");
    const key = parts.at(-1)!;
    const init = { shiftKey: "Shift", altKey: "Alt", ctrlKey: "Control", metaKey: "Meta" };
    const held = Object.fromEntries(Object.entries(init).map(([name, part]) => [name, parts.includes(part)]));
    const domEvent = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held });
    isLeft = document.activeElement!.dispatchEvent(domEvent);
    page.nextFrame();
  }
  return isLeft;
};
const hold = (id: string): void => {
  buttonOf(id).focus();
  press("F2");
};
/** What screen readers hear after half a second. */
const heard = (): string => {
  vi.advanceTimersByTime(600);
  return one(".mizwala-status").textContent;
};
const write = (title: string): void => {
  field().value = title;
  press("Enter");
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("An event that is held by keys", () => {
  it("moves by its own unit, shows and says where it would be, and is there once Enter lets go of it", () => {
    make();
    hold("arrival");
    expect(heard()).toContain("Editing وصول باقري");
    press("ArrowRight", "ArrowRight");
    expect(tip()).toBe("Thursday, July 9, 2020");
    expect(heard()).toContain("July 9");
    expect(dateOf("arrival")).toBe("2020-07-07");
    press("Enter");
    expect(dateOf("arrival")).toBe("2020-07-09");
    expect([tip(), focused()]).toEqual([undefined, "arrival"]);
    expect(heard()).toBe("وصول باقري: Thursday, July 9, 2020");
  });

  it.each([
    ["en", "ArrowRight", "2020-07-08"],
    ["en", "ArrowLeft", "2020-07-06"],
    ["ar", "ArrowRight", "2020-07-06"],
    ["ar", "ArrowLeft", "2020-07-08"],
  ])("goes where the arrow points: in %s %s", (locale, key, date) => {
    make({}, { locale });
    hold("arrival");
    press(key, "Enter");
    expect(dateOf("arrival")).toBe(date);
  });

  it.each(["flags", "list"] as const)("goes later by the arrow down where time runs down: %s", (layout) => {
    make({}, { locale: "ar", layout, orientation: "vertical" });
    hold("arrival");
    press("ArrowDown", "ArrowDown", "ArrowUp", "Enter");
    expect(dateOf("arrival")).toBe("2020-07-08");
  });

  it("gets another end by Shift, another start by Alt, and a single date again", () => {
    make();
    hold("arrival");
    press("Shift+ArrowRight", "Shift+ArrowRight", "Alt+ArrowLeft", "Enter");
    expect(dateOf("arrival")).toBe("2020-07-06/2020-07-09");
    hold("arrival");
    press("Alt+ArrowRight", "Alt+ArrowRight", "Alt+ArrowRight", "Enter");
    expect(dateOf("arrival")).toBe("2020-07-09");
  });

  it("says so where it can't go, and stays", () => {
    make();
    hold("arrival");
    press("Shift+ArrowLeft");
    expect(heard()).toBe("It can't go there");
    press("Escape");
    expect(heard()).toBe("Cancelled");
    expect(edit.events).toEqual(FROZEN);
    expect(edit.canUndo).toBe(false);
  });

  it("goes into the next lane, or the one before, as they stand", () => {
    const lanes = [
      { id: "a", label: "A" },
      { id: "b", label: "B" },
    ];
    const events = FROZEN.map((event) => ({ ...event, lane: "a" }));
    const timeline = make({}, { lanes, events });
    const told = vi.fn();
    timeline.on("change", told);
    hold("arrival");
    press("ArrowDown");
    expect(heard()).toBe("B");
    press("Enter");
    expect(eventOf("arrival").lane).toBe("b");
    expect(told.mock.calls[0]![0]).toMatchObject({ action: "lane", cause: "edit" });
    expect(heard()).toBe("وصول باقري: B");
    hold("arrival");
    press("ArrowDown");
    expect(heard()).toBe("It can't go there");
    press("ArrowUp", "ArrowRight", "Enter");
    expect([eventOf("arrival").lane, dateOf("arrival")]).toEqual(["a", "2020-07-08"]);
    expect(told.mock.calls[1]![0]).toMatchObject({ action: "move" });
  });

  it("stays where it is when the reader leaves it, and where it was at Escape", () => {
    make();
    hold("arrival");
    press("ArrowRight");
    buttonOf("meeting").focus();
    vi.advanceTimersByTime(1);
    expect(dateOf("arrival")).toBe("2020-07-08");
    hold("meeting");
    press("ArrowRight", "Escape");
    expect([dateOf("meeting"), tip()]).toEqual(["2020-07-09", undefined]);
  });

  it("leaves keys alone that are not its own, and all keys while nothing is held", () => {
    make();
    hold("arrival");
    expect(press("Tab")).toBe(true);
    press("Escape");
    press("ArrowRight");
    expect(focused()).toBe("agreement");
    expect(edit.events).toEqual(FROZEN);
    expect(press("Control+z")).toBe(true);
  });

  it("is let go of where it went meanwhile, and that is said", () => {
    const timeline = make();
    hold("arrival");
    press("ArrowRight");
    timeline.upsert([{ ...FROZEN[2]!, title: "Another" }]);
    page.nextFrame();
    press("Enter");
    expect(dateOf("arrival")).toBe("2020-07-07");
    expect(heard()).toBe("The event has changed meanwhile");
  });
});

describe("Other keys", () => {
  it("delete, and focus goes to the event that is nearest", () => {
    make();
    buttonOf("arrival").focus();
    press("Delete");
    expect(edit.events.map(({ id }) => id)).toEqual(["meeting", "astana", "agreement"]);
    expect(focused()).toBe("agreement");
    expect(heard()).toBe("Deleted: وصول باقري");
  });

  it("rename: F2 twice, Enter keeps, Escape does not, focus goes back to the event", () => {
    make();
    hold("arrival");
    press("F2");
    expect([field().value, document.activeElement, field().dir]).toEqual(["وصول باقري", field(), "rtl"]);
    write("  باقري في دمشق ");
    expect([eventOf("arrival").title, focused()]).toEqual(["باقري في دمشق", "arrival"]);
    expect(heard()).toBe("Renamed: باقري في دمشق");
    hold("arrival");
    press("F2");
    field().value = "Nothing";
    press("Escape");
    expect([eventOf("arrival").title, focused(), all(".mizwala-rename")]).toEqual(["باقري في دمشق", "arrival", []]);
  });

  it("rename only in the language that is read", () => {
    make({}, { events: [{ id: "both", date: "2020", title: { ar: "قمة", en: "Summit" } }] });
    hold("both");
    press("F2");
    write("Talks");
    expect(eventOf("both").title).toEqual({ ar: "قمة", en: "Talks" });
  });

  it("add an event in the middle of what is in view and ask for its title", () => {
    make({ newEvent: { kind: "meeting" } }, { domain: { from: "2020-07-01", to: "2020-07-09" } });
    buttonOf("arrival").focus();
    press("Insert");
    write("New talks");
    expect(edit.events.at(-1)).toEqual({ id: "event-5", kind: "meeting", date: "2020-07-05", title: "New talks" });
    expect(focused()).toBe("event-5");
  });

  it("give the events as they are, which later ones do not join", () => {
    make();
    const more = (id: string): TimelineEvent => ({ id, date: "2020-07-05", title: "More" });
    made!.append([more("first")]);
    page.nextFrame();
    const { events } = edit;
    made!.append([more("second")]);
    page.nextFrame();
    expect([events.length, edit.events.length]).toEqual([FROZEN.length + 1, FROZEN.length + 2]);
  });

  it("take back and make again: Ctrl or Command, by the sign or by the place of the key", () => {
    make();
    buttonOf("meeting").focus();
    press("Delete");
    press("Meta+z");
    expect(edit.events).toEqual(FROZEN);
    expect(heard()).toBe("Undone");
    press("Control+y");
    expect(edit.events).toHaveLength(3);
    expect(heard()).toBe("Done again");
    const arabic = { key: "ئ", code: "KeyZ", ctrlKey: true, bubbles: true, cancelable: true };
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", arabic));
    expect(edit.events).toEqual(FROZEN);
    press("Control+Shift+Z");
    expect(edit.events).toHaveLength(3);
  });

  it("stand in the list of keys", () => {
    make();
    expect(one(".mizwala-keys").textContent).toContain("F2");
  });
});

describe("The buttons", () => {
  it("move, resize, rename and delete the event that was in focus, one step each", () => {
    make();
    buttonOf("arrival").focus();
    page.nextFrame();
    expect(one(".mizwala-editing-target").textContent).toBe("وصول باقري");
    use("later");
    use("endLater");
    use("startEarlier");
    expect(dateOf("arrival")).toBe("2020-07-07/2020-07-09");
    use("endEarlier");
    use("startLater");
    use("earlier");
    expect(dateOf("arrival")).toBe("2020-07-07");
    use("rename");
    write("Bagheri");
    expect(eventOf("arrival").title).toBe("Bagheri");
    use("remove");
    expect(edit.events).toHaveLength(3);
    for (let i = 0; i < 8; i++) use("undo");
    expect(edit.events).toEqual(FROZEN);
    expect(tool("undo").getAttribute("aria-disabled")).toBe("true");
    use("redo");
    expect(dateOf("arrival")).toBe("2020-07-08");
  });

  it("change lanes where there are any, and are not there where there are none", () => {
    const lanes = [
      { id: "a", label: "A" },
      { id: "b", label: "B" },
    ];
    make({}, { lanes, events: FROZEN.map((event) => ({ ...event, lane: "a" })) });
    buttonOf("arrival").focus();
    page.nextFrame();
    expect(tool("previousLane").getAttribute("aria-disabled")).toBe("true");
    use("nextLane");
    expect(eventOf("arrival").lane).toBe("b");
    made!.destroy();
    make();
    expect([tool("nextLane").hidden, tool("nextLane").parentElement!.hidden]).toEqual([true, true]);
  });

  it("are one tab stop, with arrows that follow the eye", () => {
    make({}, { locale: "ar" });
    expect(all("[data-tool][tabindex='0']")).toEqual([tool("undo")]);
    tool("undo").focus();
    press("ArrowLeft");
    expect(document.activeElement).toBe(tool("redo"));
    press("End");
    expect(document.activeElement).toBe(tool("endLater"));
    press("ArrowLeft");
    expect(document.activeElement).toBe(tool("undo"));
  });

  it("are only those of what readers may do, by keys and pointers too", () => {
    make({ actions: ["move", "rename"] });
    expect(
      all("[data-tool]")
        .filter(({ hidden }) => !hidden)
        .map(({ dataset }) => dataset["tool"]),
    ).toEqual([...["undo", "redo", "rename", "earlier", "later"]]);
    buttonOf("arrival").focus();
    press("Delete", "Insert");
    press("F2", "Shift+ArrowRight", "Enter");
    one(".mizwala-plot").dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
    expect(edit.events).toEqual(FROZEN);
  });

  it("are not there where the author does without, and keys still work", () => {
    make({ toolbar: false });
    expect(all(".mizwala-editing")).toEqual([]);
    buttonOf("arrival").focus();
    press("Delete");
    expect(edit.events).toHaveLength(3);
  });

  it("add the first event of a timeline that has none", () => {
    make({}, { events: [] });
    use("add");
    expect(edit.events).toHaveLength(1);
    expect(one(".mizwala-plot").hidden).toBe(false);
  });

  it("add an event that a filter would leave out, and it stays while it gets its name", () => {
    const find = search({ filter: { text: "باقري" } });
    edit = editing();
    made = createTimeline(host, { locale: "en", events: FROZEN, features: [find, edit] });
    page.nextFrame();
    use("add");
    const id = edit.events.at(-1)!.id!;
    expect(buttonOf(id).parentElement!.hidden).toBe(false);
    write("باقري");
    expect(find.matches.map((event) => event.id)).toContain(id);
  });
});

describe("By code", () => {
  it("events are added, changed and removed, with an id of their own, and taken back", () => {
    make();
    expect(edit.add({ date: "2020-07", title: "A month", id: "arrival" })).toBe("event-5");
    expect(edit.change("event-5", { date: "2020-08", kind: undefined })).toBe(true);
    expect(eventOf("event-5")).toEqual({ id: "event-5", date: "2020-08", title: "A month" });
    expect(edit.remove("astana")).toBe(true);
    expect([edit.remove("nobody"), edit.change("nobody", {})]).toEqual([false, false]);
    expect([edit.undo(), edit.undo(), edit.undo(), edit.undo()]).toEqual([true, true, true, false]);
    expect(edit.events).toEqual(FROZEN);
    expect([edit.redo(), edit.canRedo]).toEqual([true, true]);
  });

  it("nothing happens before the timeline is there, and after it is gone", () => {
    edit = editing();
    expect([edit.events, edit.canUndo, edit.undo(), edit.add({ date: "2020", title: "x" })]).toEqual([
      [],
      false,
      false,
      undefined,
    ]);
    make();
    made!.destroy();
    expect([edit.events, edit.remove("arrival")]).toEqual([[], false]);
  });

  it("wrong code throws", () => {
    expect(() => editing({ actions: ["delete" as "remove"] })).toThrow("editing.actions");
    expect(() => editing({ history: -1 })).toThrow("editing.history");
    expect(() => editing({ tools: true } as EditingOptions)).toThrow("editing.tools");
  });

  it("no more changes are kept than the author wants", () => {
    make({ history: 1 });
    edit.remove("arrival");
    edit.remove("astana");
    expect([edit.undo(), edit.undo()]).toEqual([true, false]);
  });
});

describe("Listeners of changes", () => {
  it("hear of each before it is made, with the author's own object and a new one", () => {
    const timeline = make();
    const told = vi.fn(({ refuse, ...rest }: { refuse: unknown }) => ({ ...rest, now: edit.events.length, refuse }));
    timeline.on("change", told);
    edit.remove("arrival");
    edit.undo();
    edit.change("arrival", { date: "2020-07-06" });
    const calls = told.mock.results.map(({ value }) => value as Record<string, unknown>);
    expect(calls.map(({ action, cause, now }) => [action, cause, now])).toEqual([
      ["remove", "edit", 4],
      ["remove", "undo", 3],
      ["move", "edit", 4],
    ]);
    expect(calls[0]!["before"]).toBe(FROZEN[2]);
    expect(calls[1]!["after"]).toBe(FROZEN[2]);
    const after = calls[2]!["after"];
    expect(JSON.parse(JSON.stringify(after))).toEqual({ ...FROZEN[2], date: "2020-07-06" });
  });

  it("can refuse: nothing changes, also not what can be taken back, and readers are told", () => {
    const timeline = make();
    edit.remove("astana");
    timeline.on("change", ({ refuse }) => {
      refuse();
    });
    const before = edit.events;
    expect([edit.remove("arrival"), edit.undo(), edit.add({ date: "2020", title: "x" })]).toEqual([
      false,
      false,
      undefined,
    ]);
    hold("arrival");
    press("ArrowRight", "Enter");
    expect(heard()).toBe("The change was refused");
    expect(edit.events.map((event, i) => event === before[i])).toEqual(before.map(() => true));
    expect([edit.canUndo, edit.canRedo]).toEqual([true, false]);
  });

  it("may put other events in, and what is changed is still the right one", () => {
    const timeline = make();
    const off = timeline.on("change", () => {
      off();
      timeline.append([{ id: "news", date: "2020-07-03", title: "News" }]);
    });
    edit.remove("arrival");
    page.nextFrame();
    expect(edit.events.map(({ id }) => id)).toEqual(["meeting", "astana", "agreement", "news"]);
    edit.undo();
    expect(edit.events.map(({ id }) => id)).toEqual(["meeting", "astana", "arrival", "agreement", "news"]);
  });
});

describe("The author's objects", () => {
  const dates = ["2020-07", "2020-07-05~", "2020", "202X", "2020-07-01/2020-07-04", "1441-11[u-ca=islamic-umalqura]"];
  const events = dates.map((date, i): TimelineEvent => ({ id: `e${i}`, date, title: `Event ${i}`, lane: "a" }));
  const step = fc.oneof(
    fc.record({
      id: fc.nat({ max: dates.length }),
      key: fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Shift+ArrowRight", "Alt+ArrowLeft"),
    }),
    fc.record({
      id: fc.nat({ max: dates.length }),
      key: fc.constantFrom("Delete", "Insert", "Control+z", "Control+y"),
    }),
  );

  it("are the very same after any sequence of keys is taken back, in the same order, and were never touched", () => {
    const own = freeze(structuredClone(events));
    const lanes = [
      { id: "a", label: "A" },
      { id: "b", label: "B" },
    ];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        make({}, { events: own, lanes });
        for (const { id, key } of steps) {
          const button = all(".mizwala-event")[id];
          button?.focus();
          if (key.includes("Arrow")) press("F2", key, "Enter");
          else press(key);
          if (all(".mizwala-rename").length > 0) press("Escape");
        }
        while (edit.canUndo) expect(edit.undo()).toBe(true);
        expect(edit.events).toHaveLength(own.length);
        own.forEach((event, i) => {
          expect(edit.events[i]).toBe(event);
        });
        made!.destroy();
      }),
      { seed: 31, numRuns: 15 },
    );
  });

  it("keep their precision, their marks and their calendar", () => {
    make({}, { events: freeze(structuredClone(events)) });
    for (const { id } of events) {
      hold(id!);
      press("ArrowRight", "Enter");
    }
    expect(edit.events.map(({ date }) => date)).toEqual([
      "2020-08",
      "2020-07-06~",
      "2021",
      "203X",
      "2020-07-02/2020-07-05",
      "1441-12[u-ca=islamic-umalqura]",
    ]);
  });

  it("lose the date that the source printed once they have another one, and get it back", () => {
    make(
      {},
      { events: [{ id: "a", date: "2020-07-07", dateText: "last Tuesday", publishedOn: "2020-07-09", title: "A" }] },
    );
    hold("a");
    press("ArrowRight", "Enter");
    expect(eventOf("a")).toEqual({ id: "a", date: "2020-07-08", title: "A" });
    edit.undo();
    expect(eventOf("a").dateText).toBe("last Tuesday");
  });
});

describe("What it leaves", () => {
  it("is nothing once the feature is taken away: no buttons, no draft, no keys", () => {
    const timeline = make();
    hold("arrival");
    press("ArrowRight");
    timeline.update({ features: [] });
    page.nextFrame();
    expect(all(".mizwala-editing, .mizwala-draft, .mizwala-draft-date, .mizwala-rename")).toEqual([]);
    buttonOf("arrival").focus();
    press("Delete");
    page.nextFrame();
    expect(all(".mizwala-event")).toHaveLength(4);
  });

  it("speaks the language of the timeline at once, with the author's own words", () => {
    const timeline = make({ messages: { add: "Neu" } });
    expect(tool("add").title).toBe("Neu");
    timeline.update({ locale: "ar" });
    page.nextFrame();
    expect([tool("remove").title, one(".mizwala-editing").getAttribute("aria-label")]).toEqual([
      "حذف",
      "تحرير الأحداث",
    ]);
  });
});
