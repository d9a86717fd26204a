import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClock, type Clock } from "../../src/component/clock.js";
import { createTimeline, type Timeline, type TimelineOptions } from "../../src/index.js";
import { preparePage } from "./page.js";

const START = Date.UTC(2020, 6, 9, 12);
const MINUTE = 60_000;

const hide = (isHidden: boolean): void => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(isHidden);
  document.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("createClock", () => {
  let clock: Clock;
  const tick = vi.fn();
  beforeEach(() => {
    tick.mockReset();
    clock = createClock(document.body, START, tick);
  });
  afterEach(() => {
    clock.stop();
  });

  it("tells the moment of the last picture until a pixel has passed.", () => {
    vi.setSystemTime(START + 1_999);
    expect(clock.read(2_000)).toBe(START);
    vi.setSystemTime(START + 2_000);
    expect(clock.read(2_000)).toBe(START + 2_000);
  });

  it("asks for a picture when a pixel has passed, and not before.", () => {
    clock.run(5 * MINUTE);
    vi.advanceTimersByTime(5 * MINUTE - 1);
    expect(tick).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(tick).toHaveBeenCalledTimes(1);
  });

  it("asks no more often than each second, however far one has zoomed in.", () => {
    tick.mockImplementation(() => clock.read(1));
    clock.run(1);
    vi.advanceTimersByTime(10_000);
    expect(tick).toHaveBeenCalledTimes(10);
  });

  it("goes on from another moment when the clock of the machine is set back.", () => {
    const HOUR = 60 * MINUTE;
    tick.mockImplementation(() => clock.read(MINUTE));
    clock.run(MINUTE);
    vi.setSystemTime(START - HOUR);
    vi.advanceTimersByTime(MINUTE);
    expect(tick).toHaveBeenCalledTimes(1);
    expect(clock.read(MINUTE)).toBe(START - HOUR + MINUTE);
    vi.advanceTimersByTime(MINUTE);
    expect(tick).toHaveBeenCalledTimes(2);
  });

  it("has no timer while there is nothing to move, while the page is hidden, and when it is stopped.", () => {
    expect(vi.getTimerCount()).toBe(0);
    clock.run(MINUTE);
    expect(vi.getTimerCount()).toBe(1);
    hide(true);
    vi.advanceTimersByTime(10 * MINUTE);
    expect(vi.getTimerCount()).toBe(0);
    expect(tick).not.toHaveBeenCalled();
    hide(false);
    expect(tick).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(1);
    clock.run(undefined);
    expect(vi.getTimerCount()).toBe(0);
    clock.run(MINUTE);
    clock.stop();
    hide(true);
    hide(false);
    expect([vi.getTimerCount(), tick.mock.calls.length]).toEqual([0, 1]);
  });
});

describe("The line of now in a page", () => {
  let page: ReturnType<typeof preparePage>;
  let host: HTMLElement;
  let made: Timeline;
  const make = (options: Partial<TimelineOptions> = {}): void => {
    made = createTimeline(host, {
      events: [
        { id: "begun", date: { start: "2020-07-09T11:00Z", end: "now" }, title: "Begun" },
        { id: "later", date: "2020-07-09T14:00Z", title: "Later" },
      ],
      ...options,
    });
  };
  const line = (): string | null | undefined => host.querySelector(".mizwala-now")?.getAttribute("d");
  const bar = (): number => Number(host.querySelector(".mizwala-bar[width]")?.getAttribute("width"));
  const pass = (time: number): void => {
    vi.advanceTimersByTime(time);
    page.nextFrame();
  };

  beforeEach(() => {
    page = preparePage(1072);
    host = document.body.appendChild(document.createElement("div"));
  });
  afterEach(() => {
    made.destroy();
    document.body.replaceChildren();
  });

  it("moves on, with the bar of what goes on, and leaves list, details and focus as they are.", () => {
    make({ domain: { from: "2020-07-09T10:00Z", to: "2020-07-09T15:00Z" } });
    made.select("begun");
    const button = host.querySelector<HTMLElement>('.mizwala-event[data-event="begun"]')!;
    const title = host.querySelector(".mizwala-details-title");
    button.focus();
    const [before, length] = [line(), bar()];
    pass(30 * MINUTE);
    expect(line()).not.toBe(before);
    expect(bar()).toBeGreaterThan(length + 90);
    expect(host.querySelector('.mizwala-event[data-event="begun"]')).toBe(button);
    expect(host.querySelector(".mizwala-details-title")).toBe(title);
    expect(document.activeElement).toBe(button);
  });

  it("stands still where the author says when now is, and needs no timer then or where it is out of view.", () => {
    const domain = { from: "2020-07-09T10:00Z", to: "2020-07-09T15:00Z" };
    make({ domain, now: "2020-07-09T12:00Z" });
    const before = line();
    pass(60 * MINUTE);
    expect(line()).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
    made.update({ now: undefined });
    page.nextFrame();
    expect(line()).not.toBe(before);
    expect(vi.getTimerCount()).toBe(1);
    made.update({ domain: { from: "2020-07-01", to: "2020-07-02" } });
    page.nextFrame();
    made.show({ from: "2020-07-01", to: "2020-07-02" });
    pass(500);
    expect(line()).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("lets a glide come to its end when the clock of the machine is set back in the middle, and goes on from then.", () => {
    const can = { matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() };
    vi.stubGlobal("matchMedia", () => can);
    make({ domain: { from: "2020-07-09T10:00Z", to: "2020-07-09T15:00Z" } });
    let frame = 1_000;
    vi.spyOn(performance, "now").mockImplementation(() => frame);
    const lengths: number[] = [];
    made.on("domain", ({ from, to }) => lengths.push(to - from));
    const show = (): void => {
      frame += 16;
      page.nextFrame();
    };
    host.querySelector<HTMLElement>("[data-control=zoomIn]")!.click();
    for (let i = 0; i < 5; i++) show();
    const before = lengths.length;
    vi.setSystemTime(START - 30 * MINUTE);
    for (let i = 0; i < 30; i++) show();
    expect(before).toBeGreaterThan(2);
    expect(lengths.length).toBeGreaterThan(before + 2);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(lengths.at(-1)).toBeLessThan(0.6 * 5 * 60 * MINUTE);
    const asked = page.framesAsked();
    for (let i = 0; i < 5; i++) show();
    expect(page.framesAsked()).toBe(asked);
    const drawn = line();
    vi.advanceTimersByTime(30 * MINUTE);
    show();
    expect(drawn).toBeDefined();
    expect(line()).not.toBe(drawn);
    expect(vi.getTimerCount()).toBe(1);
    vi.unstubAllGlobals();
  });

  it("leaves no timer behind.", () => {
    make({ domain: { from: "2020-07-09T10:00Z", to: "2020-07-09T15:00Z" } });
    expect(vi.getTimerCount()).toBe(1);
    made.destroy();
    expect(vi.getTimerCount()).toBe(0);
  });
});
