import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Feature, FeatureRun } from "../../src/component/feature.js";
import { createTimeline, type Timeline, type TimelineOptions } from "../../src/index.js";
import { arraySource, fromSource } from "../../src/source/index.js";
import { EVENTS, preparePage } from "./page.js";

const FAULT = new Error("of the author");
const fail = (): never => {
  throw FAULT;
};
/** What a function may do in the place of what it should. */
const WRONG: Readonly<Record<string, () => unknown>> = {
  throws: fail,
  "returns NaN": () => NaN,
  "returns a promise": () => Promise.resolve(NaN),
  "returns nothing": () => undefined,
};

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline | undefined;
let reported: unknown[];
const unheard: unknown[] = [];
const onRejection = (error: unknown): void => void unheard.push(error);

const make = (options: Partial<TimelineOptions> = {}): Timeline =>
  (made = createTimeline(host, { events: EVENTS, ...options }));
const marks = (): number => host.querySelectorAll(".mizwala-mark").length;

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
  reported = [];
  unheard.length = 0;
  vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
  process.on("unhandledRejection", onRejection);
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  process.off("unhandledRejection", onRejection);
  expect(unheard).toEqual([]);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("A function of the author's that fails leaves the picture as it is, and is reported:", () => {
  it.each(Object.entries(WRONG))("renderDetails, which %s", (how, wrong) => {
    make({ renderDetails: wrong as () => null }).select("arrival");
    expect(host.querySelector(".mizwala-details")!.textContent).toContain("محمد باقري");
    expect(marks()).toBe(4);
    const promise = expect.objectContaining({ code: "option-value", path: "options.renderDetails()" }) as unknown;
    const wanted: Readonly<Record<string, unknown[]>> = { throws: [FAULT], "returns a promise": [promise] };
    expect(reported).toEqual(wanted[how] ?? []);
  });

  it.each(Object.entries(WRONG))("a listener, which %s", (how, wrong) => {
    const timeline = make();
    const next = vi.fn();
    for (const type of ["select", "domain", "destroy"] as const) {
      timeline.on(type, wrong);
      timeline.on(type, next);
    }
    timeline.select("arrival");
    timeline.show({ from: "2020-07-06", to: "2020-07-10" });
    page.nextFrame();
    page.nextFrame();
    expect(marks()).toBe(3);
    timeline.destroy();
    expect(next).toHaveBeenCalledTimes(3);
    expect(reported).toEqual(how === "throws" ? [FAULT, FAULT, FAULT] : []);
  });

  it.each(["drawn", "layer", "key", "keys", "save", "restore", "stop"] satisfies (keyof FeatureRun)[])(
    "%s of a feature, which throws",
    (hook) => {
      const run = { [hook]: vi.fn(fail) };
      const feature: Feature = { name: "own", start: () => run };
      const timeline = make({ features: [feature] });
      host
        .querySelector(".mizwala-event")!
        .dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true, cancelable: true }));
      timeline.restore(timeline.state);
      page.nextFrame();
      expect(marks()).toBe(4);
      timeline.destroy();
      expect(run[hook]).toHaveBeenCalled();
      expect(reported).toEqual(run[hook]!.mock.calls.map(() => FAULT));
    },
  );
});

describe("A source whose function fails says so, and goes on when it is mended:", () => {
  const DAYS = Array.from({ length: 400 }, (_, i) => ({ date: Date.UTC(2011, 0, 1 + 9 * i), title: `Report ${i}` }));
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 12; i++) {
      await new Promise((done) => setTimeout(done, 5));
      page.nextFrame();
    }
  };
  const rejects = { rejects: () => Promise.reject(FAULT) };
  const functions = ["describe", "query", "goingOn", "byId"] as const;

  it.each(
    functions.flatMap((name) =>
      Object.entries({ ...WRONG, ...rejects }).map(([how, wrong]) => [name, how, wrong] as const),
    ),
  )("%s, which %s", async (name, _how, wrong) => {
    const source = arraySource(DAYS);
    let isWrong = true;
    let times = 0;
    const own = source[name]!.bind(source) as (...asked: unknown[]) => unknown;
    const feed = fromSource({
      ...source,
      [name]: (...asked: unknown[]) => {
        times += 1;
        return isWrong ? wrong() : own(...asked);
      },
    });
    made = createTimeline(host, { events: feed });
    await settle();
    expect(feed.state).toBe("failed");
    const before = times;
    await settle();
    expect(times).toBe(before);
    expect(host.querySelector<HTMLElement>(".mizwala-feed")!.dataset["state"]).toBe("failed");
    isWrong = false;
    host.querySelector<HTMLElement>(".mizwala-feed-retry")!.click();
    await settle();
    expect(feed.state).toBe("ready");
    expect(host.querySelectorAll(".mizwala-event").length).toBeGreaterThan(3);
  });

  it.each(Object.entries(WRONG))("subscribe, which %s", async (how, wrong) => {
    const feed = fromSource({ ...arraySource(DAYS), subscribe: wrong as () => () => void });
    const stopped = vi.fn();
    made = createTimeline(host, {
      events: feed,
      features: [{ name: "own", start: () => ({ stop: stopped }) } as Feature],
    });
    await settle();
    expect(feed.state).toBe("ready");
    made.destroy();
    expect(reported).toEqual(how === "throws" ? [FAULT] : []);
    expect(stopped).toHaveBeenCalledOnce();
  });
});
