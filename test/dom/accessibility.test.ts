import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Door, Feature } from "../../src/component/feature.js";
import { createTimeline, type Timeline, type TimelineOptions } from "../../src/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline | undefined;
let door: Door;

const probe: Feature = {
  name: "probe",
  start(given) {
    door = given;
    return {};
  },
};
const make = (options: Partial<TimelineOptions> = {}): Timeline =>
  (made = createTimeline(host, { locale: "ar-SY", events: EVENTS, ...options }));
const all = (selector: string): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(selector)];
const buttonOf = (id: string): HTMLElement => host.querySelector(`.mizwala-event[data-event="${id}"]`)!;

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("Texts", () => {
  it("A13: in another language than the page say which, and in which direction they run", () => {
    make({ locale: "en", events: [{ id: "a", date: "2020-07-01", title: { ar: "قمة أستانا" } }] });
    const button = buttonOf("a");
    expect(button.lang).toBe("ar");
    expect(button.getAttribute("aria-label")).toContain("\u2067قمة أستانا\u2069");
    expect(host.querySelector(".mizwala-label .is-title")!.getAttribute("lang")).toBe("ar");
    expect(host.querySelector(".mizwala-label .is-title")!.getAttribute("dir")).toBe("rtl");
  });

  it("A5: name an event without a hole where something is not known", () => {
    make({
      locale: "en",
      events: [
        { date: "2020-07-01", title: "A" },
        { date: "../2020-07", title: "B" },
      ],
    });
    for (const { ariaLabel } of all(".mizwala-event")) expect(ariaLabel).not.toMatch(/undefined|null|NaN|, ,|, $/);
  });

  it("A56: say the kind of each event beside its colour, for those who see it and those who hear it", () => {
    make();
    for (const label of all(".mizwala-label")) {
      const kind = label.querySelector(".is-meta b")!.textContent;
      expect(buttonOf(label.dataset["event"]!).getAttribute("aria-label")).toContain(kind);
    }
    expect(all(".mizwala-label")).toHaveLength(4);
  });

  it("A52: of a date are the same in the name, on paper and in a count", () => {
    make();
    for (const item of all(".mizwala-list > li")) {
      const date = item.querySelector("time")!.textContent;
      expect(item.querySelector("button")!.getAttribute("aria-label")).toContain(date);
    }
  });
});

describe("Headings", () => {
  const levels = (): string[] => all(":is(h1, h2, h3, h4, h5, h6)").map(({ localName }) => localName);

  it.each([
    [{ title: "عنوان", headingLevel: 3 as const }, ["h3", "h4"]],
    [{ title: "عنوان" }, ["h2", "h3"]],
    [{ headingLevel: 4 as const }, ["h4"]],
    [{ title: "عنوان", headingLevel: 6 as const }, ["h6", "h6"]],
  ])("A16: begin at the author's level and leave none out: %j", (options, expected) => {
    make(options).select("arrival");
    page.nextFrame();
    expect(levels()).toEqual(expected);
  });
});

describe("What an author forgot", () => {
  it("A15, A18: is told by the issues, and nothing is written to the console", () => {
    const warn = vi.spyOn(console, "warn");
    const { issues } = make({
      events: [
        {
          date: "2020",
          title: "A",
          media: [{ url: "https://example.org/a.jpg" }, { url: "https://example.org/b.jpg", alt: "B" }],
        },
      ],
    });
    expect(issues.map(({ code, path, severity }) => [code, path, severity])).toEqual([
      ["alt-missing", "events[0].media[0].alt", "warning"],
    ]);
    expect(warn).not.toHaveBeenCalled();
  });
});

describe("Focus", () => {
  it("A29: goes to the nearest of the events that a filter leaves, where traces stay and where they vanish", () => {
    make({ features: [probe] });
    for (const rest of ["trace", "none"] as const) {
      buttonOf("agreement").focus();
      door.dispatch({ type: "filter", filter: { ids: new Set(["astana", "meeting"]), rest } });
      page.nextFrame();
      page.nextFrame();
      expect(document.activeElement).toBe(buttonOf("meeting"));
      expect(all(".mizwala-event[tabindex='0']")).toEqual([buttonOf("meeting")]);
      door.dispatch({ type: "filter", filter: undefined });
      page.nextFrame();
    }
  });

  it("A29: does not move while a filter takes other events out of the list and brings them back", () => {
    make({ features: [probe] });
    buttonOf("agreement").focus();
    const moves = vi.fn();
    host.addEventListener("focusin", moves);
    host.addEventListener("focusout", moves);
    for (const filter of [{ ids: new Set(["agreement", "meeting"]), rest: "none" as const }, undefined]) {
      door.dispatch({ type: "filter", filter });
      page.nextFrame();
      expect(document.activeElement).toBe(buttonOf("agreement"));
    }
    expect(moves).not.toHaveBeenCalled();
    const order = all(".mizwala-list > li button").map((button) => button.dataset["event"]);
    expect(order).toEqual(["astana", "arrival", "agreement", "meeting"]);
  });

  it("finds nothing where an event was that comes back later than others, out of view", async () => {
    const events = Array.from({ length: 300 }, (_, i) => ({ id: `e${i}`, date: `${1700 + i}`, title: "A" }));
    const timeline = make({ features: [probe], layout: "flags", events });
    door.dispatch({ type: "filter", filter: { ids: new Set(["e250"]), rest: "none" } });
    page.nextFrame();
    expect(buttonOf("e250").getAttribute("style")).toContain("translate");
    door.dispatch({ type: "filter", filter: undefined });
    timeline.show({ from: "1700", to: "1710" });
    page.nextFrame();
    page.nextFrame();
    await vi.waitFor(() => {
      expect(all(".mizwala-list > li")).toHaveLength(300);
    });
    expect([buttonOf("e250").className, buttonOf("e250").getAttribute("style")]).toEqual([
      "mizwala-event is-away",
      null,
    ]);
  });

  it("finds the event under a heading of a list after a filter has been there", () => {
    const events = Array.from({ length: 14 }, (_, i) => ({
      id: `e${i}`,
      date: `${2008 + Math.floor(i / 5)}`,
      title: "A",
    }));
    make({ features: [probe], layout: "list", events });
    const ids = new Set(events.map(({ id }) => id));
    ids.delete("e3");
    door.dispatch({ type: "filter", filter: { ids, rest: "none" } });
    page.nextFrame();
    expect(all(".mizwala-list :is(h2, h3)").length).toBeGreaterThan(2);
    buttonOf("e1").focus();
    buttonOf("e1").dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true }));
    expect(document.activeElement).toBe(buttonOf("e0"));
    expect(buttonOf("e0").getAttribute("style")).toContain("translate");
  });

  it("A29: goes to the words that say so where no event is left", () => {
    const timeline = make();
    buttonOf("agreement").focus();
    timeline.update({ events: [] });
    page.nextFrame();
    expect(document.activeElement).toBe(host.querySelector(".mizwala-empty"));
  });

  it("A30: finds a first stop in the list where the first event is a trace", () => {
    make({ features: [probe] });
    door.dispatch({ type: "filter", filter: { ids: new Set(["meeting"]), rest: "trace" } });
    page.nextFrame();
    expect(all(".mizwala-event[tabindex='0']")).toEqual([buttonOf("meeting")]);
  });
});
