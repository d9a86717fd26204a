import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { brush, type Brush } from "../../src/features/index.js";
import { createTimeline, MizwalaError, type Timeline, type TimelineOptions } from "../../src/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline | undefined;
let select: Brush;

const make = (options: Partial<TimelineOptions> = {}): Timeline =>
  (made = createTimeline(host, { locale: "en", events: EVENTS, features: [select], ...options }));
const JULY = { from: Date.UTC(2020, 6, 1), to: Date.UTC(2020, 6, 9) };
const written = (): string => host.querySelector<HTMLElement>(".mizwala-range-dates")!.textContent;

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
  select = brush();
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("A brush, by code", () => {
  it("selects a range of whole dates, tells it once, and clears it", () => {
    const told = vi.fn();
    make().on("range", told);
    select.select({ from: "2020-07-01", to: "2020-07-08" });
    select.select({ from: "2020-07-01", to: "2020-07-08" });
    expect(select.range).toEqual(JULY);
    expect(written()).toBe("July 1–8, 2020");
    select.clear();
    expect(told.mock.calls).toEqual([[JULY], [undefined]]);
    expect(select.range).toBeUndefined();
  });

  it("selects before there is a timeline, and keeps the range while there is none", () => {
    select.select({ from: "2020-07-01", to: "2020-07-08" });
    expect(select.range).toEqual(JULY);
    const first = make();
    page.nextFrame();
    expect(written()).toBe("July 1–8, 2020");
    first.destroy();
    expect(select.range).toEqual(JULY);
    make();
    expect(written()).toBe("July 1–8, 2020");
  });

  it("is a part of the state, from which it comes back; a state that can't be read changes nothing else", () => {
    const timeline = make();
    select.select({ from: "2020-07-01", to: "2020-07-08" });
    const { state } = timeline;
    select.clear();
    timeline.restore(state);
    expect(select.range).toEqual(JULY);
    timeline.restore({ ...state, features: { brush: { from: "x", to: {} } } });
    expect(select.range).toBeUndefined();
  });

  it.each([
    ["an end that can't be read", { from: "2020-07-01", to: "yesterday" }, "range.to"],
    ["a start that is not before the end", { from: "2020-07-09", to: "2020-07-01" }, "range"],
    ["no range at all", null, "range.from"],
  ])("says what is wrong with %s, and keeps the range", (_, input, path) => {
    make();
    select.select({ from: "2020-07-01", to: "2020-07-08" });
    expect(() => {
      select.select(input as never);
    }).toThrow(expect.objectContaining({ path }) as MizwalaError);
    expect(select.range).toEqual(JULY);
  });

  it("says what is wrong with its options", () => {
    expect(() => brush({ snap: "fortnight" as never })).toThrow(MizwalaError);
  });
});
