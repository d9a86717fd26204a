import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Door, Feature, FeatureRun } from "../../src/component/feature.js";
import { createTimeline, type Timeline, type TimelineOptions } from "../../src/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline | undefined;

const make = (features: readonly Feature[], more: Partial<TimelineOptions> = {}): Timeline =>
  (made = createTimeline(host, { locale: "en", events: EVENTS, features, ...more }));
const all = (selector: string): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(selector)];
const buttonOf = (id: string): HTMLElement => host.querySelector(`.mizwala-event[data-event="${id}"]`)!;
const press = (key: string): boolean =>
  document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

/** A feature that hands out its door. */
function probe(run: FeatureRun = {}, name = "probe"): Feature & { door: Door; starts: number } {
  const feature = {
    name,
    door: undefined as unknown as Door,
    starts: 0,
    start(door: Door) {
      feature.door = door;
      feature.starts++;
      return run;
    },
  };
  return feature;
}

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("A feature", () => {
  it("starts once, is told of each picture, and stops when it is left out or the timeline goes.", () => {
    const run = { drawn: vi.fn(), stop: vi.fn() };
    const feature = probe(run);
    const timeline = make([feature]);
    expect(run.drawn).toHaveBeenCalledOnce();
    timeline.update({ title: "Another" });
    page.nextFrame();
    expect([feature.starts, run.drawn.mock.calls.length]).toEqual([1, 2]);
    timeline.update({ features: [] });
    expect(run.stop).toHaveBeenCalledOnce();
    timeline.update({ features: [feature] });
    timeline.destroy();
    expect([feature.starts, run.stop.mock.calls.length]).toEqual([2, 2]);
  });

  it("has elements in the page as long as it is at work.", () => {
    const feature = probe();
    const timeline = make([feature]);
    for (const place of ["tools", "above", "below"] as const) feature.door.slot(place, "own").append(place);
    expect(all(".own").map(({ textContent }) => textContent)).toEqual(["tools", "above", "below"]);
    timeline.update({ features: [] });
    expect(all(".own")).toEqual([]);
  });

  it("draws over the picture.", () => {
    const line = { role: "more", runs: [{ text: "own" }], dir: "ltr", lang: "en", top: 0 } as const;
    const label = { kind: "label", key: "own", className: "own", x: 1, y: 2, side: "left", lines: [line] } as const;
    make([probe({ layer: () => ({ shapes: [], labels: [label] }) })]);
    expect(all(".mizwala-labels > .own")).toHaveLength(1);
  });

  it("takes a key that nobody took before it, and then nobody takes it after it.", () => {
    const key = vi.fn(({ key }: KeyboardEvent) => key === "x");
    const second = vi.fn(() => false);
    make([probe({ key }), probe({ key: second }, "second")]);
    buttonOf("astana").focus();
    expect(press("x")).toBe(false);
    expect(press("End")).toBe(false);
    expect(press("y")).toBe(true);
    expect(key.mock.calls.map(([{ key }]) => key)).toEqual(["x", "y"]);
    expect(second).toHaveBeenCalledOnce();
  });

  it("that throws stops nobody else, and its error is reported.", () => {
    const report = vi.fn();
    Object.assign(window, { reportError: report });
    const error = new Error("no");
    const fail = (): never => {
      throw error;
    };
    const other = { drawn: vi.fn() };
    make([{ name: "broken", start: fail }, probe({ drawn: fail }, "second"), probe(other, "third")]);
    expect(report).toHaveBeenCalledWith(error);
    expect(other.drawn).toHaveBeenCalledOnce();
    expect(all(".mizwala-mark")).toHaveLength(4);
    Reflect.deleteProperty(window, "reportError");
  });
});

describe("A filter", () => {
  it("leaves quiet traces that nobody walks to or hears of.", () => {
    const feature = probe();
    make([feature]);
    feature.door.dispatch({ type: "filter", filter: { ids: new Set(["astana", "meeting"]), rest: "trace" } });
    page.nextFrame();
    expect(all(".mizwala-mark.is-quiet").map(({ dataset }) => dataset["event"])).toEqual(["arrival", "agreement"]);
    expect(all(".mizwala-label").map(({ dataset }) => dataset["event"])).toEqual(["astana", "meeting"]);
    expect(all("ol.mizwala-list > li").map(({ hidden }) => hidden)).toEqual([false, true, true, false]);
    buttonOf("astana").focus();
    press("ArrowRight");
    expect(document.activeElement).toBe(buttonOf("meeting"));
    press("Home");
    expect(document.activeElement).toBe(buttonOf("astana"));
  });

  it("leaves nothing of the others, and everything comes back without it.", () => {
    const feature = probe();
    const timeline = make([feature]);
    timeline.select("arrival");
    feature.door.dispatch({ type: "filter", filter: { ids: new Set(["meeting"]), rest: "none" } });
    page.nextFrame();
    expect(all(".mizwala-mark").map(({ dataset }) => dataset["event"])).toEqual(["meeting"]);
    expect(host.querySelector<HTMLElement>(".mizwala-details")!.hidden).toBe(true);
    feature.door.dispatch({ type: "filter", filter: undefined });
    page.nextFrame();
    expect(all(".mizwala-mark")).toHaveLength(4);
  });
});
