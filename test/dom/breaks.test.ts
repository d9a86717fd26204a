import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTimeline, type Timeline, type TimelineEvent, type TimelineOptions } from "../../src/index.js";
import { preparePage } from "./page.js";

const DATES = ["1914-07-28", "1915-05-02", "1916-07-01", "1918-11-11", "1989-11-09", "1990-10-03", "1991-12-26"];
const EVENTS = DATES.map((date): TimelineEvent => ({ id: date, kind: "event", date, title: date }));
const SPAN = { from: Date.UTC(1920, 0), to: Date.UTC(1980, 0) };

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
const alive: Timeline[] = [];

const make = (options: Partial<TimelineOptions> = {}): Timeline => {
  const made = createTimeline(host, { events: EVENTS, layout: "flags", breaks: ["1920/1979"], ...options });
  alive.push(made);
  return made;
};
const spoken = (): HTMLElement => host.querySelector<HTMLElement>(".mizwala-breaks")!;
const told = (timeline: Timeline): { from: number; to: number }[] => {
  const all: { from: number; to: number }[] = [];
  timeline.on("domain", (domain) => all.push(domain));
  return all;
};
/** Frames until a glide has come to its end. */
const rest = async (): Promise<void> => {
  for (let i = 0; i < 3; i++) {
    page.nextFrame();
    await new Promise((done) => setTimeout(done, 110));
  }
  page.nextFrame();
};

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  for (const made of alive.splice(0)) made.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("What an axis leaves out", () => {
  it.each([
    ["en", "Left out of the axis", "from 1920 to 1979 · 60 years"],
    ["ar-SY", "ما لا يظهر على الخط الزمني", "من ١٩٢٠ إلى ١٩٧٩، مدة ٦٠ سنة"],
  ])("is a list for screen readers in %s.", (locale, name, text) => {
    make({ locale });
    expect(spoken().hidden).toBe(false);
    expect(spoken().getAttribute("aria-label")).toBe(name);
    expect([...spoken().children].map(({ textContent }) => textContent)).toEqual([text]);
  });

  it("is not spoken of where there is nothing, nor in a list of events, which leaves nothing out.", () => {
    const made = make({ breaks: "none" });
    expect(spoken().hidden).toBe(true);
    made.update({ breaks: "auto" });
    page.nextFrame();
    expect(spoken().hidden).toBe(false);
    made.update({ layout: "list" });
    page.nextFrame();
    expect(spoken().hidden).toBe(true);
  });

  it("is an issue where it can't be left out.", () => {
    expect(make({ breaks: ["1990/1980", "1910/1920"] }).issues.map(({ path, code }) => [path, code])).toEqual([
      ["breaks[0]", "date-order"],
      ["breaks[1]", "break-eventful"],
    ]);
  });
});

describe("With a break, real time", () => {
  it("is what show takes and what domain tells, on both sides of it and across.", async () => {
    const made = make();
    const domains = told(made);
    for (const [from, to] of [
      ["1915-01-01", "1917-12-31"],
      ["1990-01-01", "1990-12-31"],
      ["1918-01-01", "1989-12-31"],
    ] as const) {
      made.show({ from, to });
      await rest();
      const expected = { from: Date.parse(from), to: Date.parse(to) + 86_400_000 };
      expect(domains.at(-1)).toEqual(expected);
    }
  });

  it("is shown around the break where it lies inside.", async () => {
    const made = make();
    const domains = told(made);
    made.show({ from: "1950", to: "1951" });
    await rest();
    const { from, to } = domains.at(-1)!;
    expect(from).toBeLessThan(SPAN.from);
    expect(to).toBeGreaterThan(SPAN.to);
    expect(SPAN.from - from + to - SPAN.to).toBe(Date.UTC(1952, 0) - Date.UTC(1950, 0));
  });

  it("stays in view when the breaks change, and the domain that it began with is kept.", () => {
    const made = make({ domain: { from: "1915", to: "1990" } });
    const domains = told(made);
    made.update({ breaks: ["1930/1979"] });
    page.nextFrame();
    expect(domains.at(-1)).toEqual({ from: Date.UTC(1915, 0), to: Date.UTC(1991, 0) });
    made.update({ breaks: "none" });
    page.nextFrame();
    expect(domains.at(-1)).toEqual({ from: Date.UTC(1915, 0), to: Date.UTC(1991, 0) });
    expect(host.querySelectorAll(".mizwala-break").length).toBe(0);
  });

  it("never starts or ends inside a break, however one zooms.", async () => {
    const made = make();
    const domains = told(made);
    made.show({ from: "1918", to: "1989" });
    await rest();
    for (let i = 0; i < 4; i++) {
      host.querySelector<HTMLElement>('[data-control="zoomIn"]')!.click();
      await rest();
    }
    expect(domains.length).toBeGreaterThan(3);
    for (const { from, to } of domains) {
      expect(from).toBeLessThan(to);
      for (const at of [from, to]) expect(at > SPAN.from && at < SPAN.to).toBe(false);
    }
  });

  it("is what the state of a timeline tells and takes, in the words of its dates.", async () => {
    const made = make();
    made.show({ from: "1915-01-01", to: "1990-12-31" });
    await rest();
    const { state } = made;
    expect(state.domain).toEqual({ from: "1915", to: "1990" });
    made.show({ from: "1989-06", to: "1990-06" });
    await rest();
    made.restore(state);
    await rest();
    expect(made.state).toEqual(state);
    const domains = told(made);
    made.restore({});
    await rest();
    made.restore(state);
    await rest();
    expect(domains.at(-1)).toEqual({ from: Date.UTC(1915, 0), to: Date.UTC(1991, 0) });
  });
});
