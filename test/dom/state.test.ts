import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Door, Feature, FeatureRun } from "../../src/component/feature.js";
import {
  createTimeline,
  MizwalaError,
  type Timeline,
  type TimelineOptions,
  type TimelineState,
} from "../../src/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
const alive: Timeline[] = [];

const make = (options: Partial<TimelineOptions> = {}): Timeline => {
  const made = createTimeline(host, { locale: "ar-SY", events: EVENTS, ...options });
  alive.push(made);
  return made;
};
const hash = (): string => decodeURIComponent(window.location.hash);
const isOpen = (): boolean => host.querySelector<HTMLElement>(".mizwala-details")!.hidden === false;
const goto = (to: string): void => {
  window.history.pushState(null, "", window.location.pathname + to);
  window.dispatchEvent(new PopStateEvent("popstate"));
};
const back = (): void => {
  window.history.back();
  // A page without a browser goes back by a timer.
  vi.advanceTimersByTime(10);
  page.nextFrame();
};

/** A feature that keeps a number. */
function counter(name: string, hasSteps: boolean): Feature & { n: number | undefined; draw: () => void } {
  let door: Door | undefined;
  const feature = {
    name,
    n: undefined as number | undefined,
    draw: () => {
      door?.flush();
    },
    start(given: Door): FeatureRun {
      door = given;
      return {
        hasSteps,
        save: () => feature.n,
        restore(state) {
          feature.n = typeof state === "number" ? state : undefined;
        },
      };
    },
  };
  return feature;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
  window.history.replaceState(null, "", "/");
});
afterEach(() => {
  for (const made of alive.splice(0)) made.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("The state of a timeline", () => {
  it("is empty until a reader makes something of it", () => {
    expect(make({ domain: { from: "2020-07-01", to: "2020-07-31" }, layout: "list" }).state).toEqual({});
  });

  it("tells the event, the part of time, the layout and what features keep", () => {
    const steps = counter("steps", true);
    const timeline = make({ features: [steps] });
    timeline.select("arrival");
    timeline.show({ from: "2020-07-07", to: "2020-07-09" });
    timeline.update({ layout: "lanes" });
    steps.n = 3;
    page.nextFrame();
    const state: TimelineState = {
      selected: "arrival",
      domain: { from: "2020-07-07", to: "2020-07-09" },
      layout: "lanes",
      features: { steps: 3 },
    };
    expect(timeline.state).toEqual(state);
    timeline.restore({});
    expect([timeline.state, isOpen(), steps.n]).toEqual([{}, false, undefined]);
    timeline.restore(JSON.parse(JSON.stringify(state)) as TimelineState);
    expect([timeline.state, isOpen(), steps.n]).toEqual([state, true, 3]);
  });

  it("tells that all is shown where the author shows less", () => {
    const timeline = make({ domain: { from: "2020-07-07", to: "2020-07-08" } });
    timeline.show();
    page.nextFrame();
    expect(timeline.state).toEqual({ domain: "all" });
    timeline.restore({});
    expect(timeline.state).toEqual({});
    timeline.restore({ domain: "all" });
    expect(timeline.state).toEqual({ domain: "all" });
  });

  it("brings an event into view where it names no part of time", () => {
    const timeline = make({ domain: { from: "2020-07-01", to: "2020-07-02" } });
    timeline.restore({ selected: "meeting" });
    const label = host.querySelector<HTMLElement>('.mizwala-label[data-event="meeting"]');
    expect(label).not.toBeNull();
    expect(isOpen()).toBe(true);
  });

  it("that nobody can read changes nothing, and no part of time leads away from the events", () => {
    const timeline = make();
    const bad = [
      null,
      3,
      { selected: "nobody" },
      { domain: { from: "2021", to: "2020" } },
      { domain: { from: "x", to: "y" } },
    ];
    for (const state of bad) {
      timeline.restore(state as object);
      expect(timeline.state).toEqual({});
    }
    timeline.restore({ domain: { from: "Y-13000000000", to: "Y-12000000000" } });
    expect((timeline.state.domain as { from: string }).from).toMatch(/^2020-06/);
  });

  it("waits for events and for room to see them", () => {
    page.resize(0);
    const timeline = make({ events: [] });
    timeline.restore({ selected: "meeting" });
    timeline.update({ events: EVENTS });
    page.nextFrame();
    expect(timeline.state).toEqual({});
    page.resize(800);
    page.nextFrame();
    expect(timeline.state).toEqual({ selected: "meeting" });
  });
});

describe("The hash of the address", () => {
  it("stays as it is without the option", () => {
    const timeline = make();
    timeline.select("arrival");
    vi.runAllTimers();
    expect(hash()).toBe("");
    expect(timeline.hrefOf("arrival")).toBeUndefined();
  });

  it("gets an entry of its own for each choice, none for a movement", () => {
    const timeline = make({ hash: true });
    const before = window.history.length;
    timeline.select("arrival");
    expect(hash()).toBe("#event=arrival");
    timeline.show({ from: "2020-07-07", to: "2020-07-09" });
    page.nextFrame();
    expect(hash()).toBe("#event=arrival");
    vi.runAllTimers();
    expect(hash()).toBe("#event=arrival&domain=2020-07-07/2020-07-09");
    timeline.select("meeting");
    expect(hash()).toBe("#event=meeting&domain=2020-07-07/2020-07-09");
    expect(window.history.length).toBe(before + 2);
    back();
    expect(timeline.state).toMatchObject({ selected: "arrival", domain: { from: "2020-07-07" } });
    back();
    expect([timeline.state, isOpen()]).toEqual([{}, false]);
    vi.runAllTimers();
    expect(hash()).toBe("");
  });

  it("keeps a movement that was not yet written when something is chosen", () => {
    const timeline = make({ hash: true });
    timeline.show({ from: "2020-07-07", to: "2020-07-09" });
    page.nextFrame();
    timeline.select("meeting");
    back();
    expect(timeline.state).toEqual({ domain: { from: "2020-07-07", to: "2020-07-09" } });
  });

  it("tells steps of features from what they only keep", () => {
    const [story, search] = [counter("story", true), counter("search", false)];
    make({ hash: true, features: [story, search] });
    const push = vi.spyOn(window.history, "pushState");
    search.n = 1;
    search.draw();
    expect(hash()).toBe("");
    story.n = 2;
    story.draw();
    expect(hash()).toBe("#story=2&search=1");
    expect(push).toHaveBeenCalledOnce();
  });

  it("opens what it names when the page does, and follows links", () => {
    window.history.replaceState({ own: 1 }, "", "/#notes&event=arrival");
    const timeline = make({ hash: true });
    expect(timeline.state).toEqual({ selected: "arrival" });
    expect(new URL(timeline.hrefOf("meeting")!).hash).toBe("#notes&event=meeting");
    goto(new URL(timeline.hrefOf("meeting")!).hash);
    expect(timeline.state).toEqual({ selected: "meeting" });
    timeline.select();
    expect(hash()).toBe("#notes");
  });

  it("ends the details of an event, the author's own ones too, with a link to it", () => {
    const link = (): HTMLAnchorElement | null => host.querySelector(".mizwala-details-address a");
    const timeline = make();
    timeline.select("arrival");
    expect(link()).toBeNull();
    timeline.update({ hash: true, renderDetails: () => document.createTextNode("Own") });
    page.nextFrame();
    expect([link()!.href, link()!.textContent]).toEqual([timeline.hrefOf("arrival"), "رابط هذا الحدث"]);
    timeline.select("meeting");
    expect(link()!.hash).toBe("#event=meeting");
    timeline.show({ from: "2020-07-07", to: "2020-07-09" });
    page.nextFrame();
    vi.runAllTimers();
    goto(link()!.hash);
    expect(timeline.state).toEqual({ selected: "meeting" });
    timeline.update({ hash: false });
    page.nextFrame();
    expect(link()).toBeNull();
  });

  it("is shared by several timelines", () => {
    window.history.replaceState(null, "", "/#first.event=arrival");
    const [first, second] = [make({ hash: "first" }), make({ hash: "second" })];
    second.select("meeting");
    expect(hash()).toBe("#first.event=arrival&second.event=meeting");
    expect([first.state.selected, second.state.selected]).toEqual(["arrival", "meeting"]);
    goto("#second.event=astana");
    expect([first.state, second.state]).toEqual([{}, { selected: "astana" }]);
  });

  it("that is hostile does nothing and goes when the reader rests", () => {
    const bad = "#event=<img>&domain=0000/9999999&layout=__proto__&steps=%7B%22__proto__%22%3A1%7D&%E0%A4%A";
    window.history.replaceState(null, "", `/${bad}`);
    const steps = counter("steps", true);
    const timeline = make({ hash: true, features: [steps] });
    expect([timeline.state, steps.n, host.querySelector("img")]).toEqual([{}, undefined, null]);
    vi.runAllTimers();
    expect(window.location.hash).toBe("#%E0%A4%A");
  });

  it("is left alone where the browser forbids to change it, and when the timeline is gone", () => {
    const spy = vi.spyOn(window.history, "pushState").mockImplementation(() => {
      throw new DOMException("no", "SecurityError");
    });
    const timeline = make({ hash: true });
    timeline.select("arrival");
    expect([hash(), isOpen()]).toEqual(["", true]);
    spy.mockRestore();
    timeline.destroy();
    goto("#event=meeting");
    vi.runAllTimers();
    expect(hash()).toBe("#event=meeting");
  });

  it("has a prefix that is a word", () => {
    expect(() => make({ hash: "a b" })).toThrow(MizwalaError);
    expect(() => make({ hash: "" })).toThrow('options.hash: found "", expected');
  });
});
