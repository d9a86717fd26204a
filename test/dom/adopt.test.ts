import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTimeline, type Timeline, type TimelineOptions } from "../../src/index.js";
import { renderToHTML } from "../../src/svg/index.js";
import { EVENTS, preparePage } from "./page.js";

const OPTIONS: TimelineOptions = {
  ...{ title: "من أستانا إلى دمشق", locale: "ar-SY", events: EVENTS },
  eras: [{ title: "صيف", date: "2020-06/2020-08" }],
  now: "2020-07-05",
};

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline | undefined;

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("main"));
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** The page as the server sent it. */
function send(options: TimelineOptions): void {
  const sent = new DOMParser().parseFromString(renderToHTML(options), "text/html");
  host.append(document.importNode(sent.body.firstElementChild!, true));
}
const all = (selector: string): Element[] => [...host.querySelectorAll(selector)];
const adopt = (options: TimelineOptions): Timeline => (made = createTimeline(host, options));

describe("A timeline that finds itself in its host", () => {
  it("keeps every element of the list and every mark", () => {
    send(OPTIONS);
    const parts = ".mizwala, .mizwala-plot, .mizwala-marks, .mizwala-list, .mizwala-list *, .mizwala-marks [data-key]";
    const sent = all(parts);
    expect(sent.length).toBeGreaterThan(40);
    adopt(OPTIONS);
    const kept = new Set(all("*"));
    expect(sent.filter((element) => !kept.has(element))).toEqual([]);
    expect(all(".mizwala")).toHaveLength(1);
  });

  it("looks as if it had drawn everything itself", () => {
    send(OPTIONS);
    adopt(OPTIONS);
    const adopted = host.firstElementChild!.cloneNode(true) as Element;
    made!.destroy();
    adopt(OPTIONS);
    const own = host.firstElementChild!;
    expect(adopted.querySelector(".mizwala-marks")!.outerHTML).toBe(own.querySelector(".mizwala-marks")!.outerHTML);
    expect(adopted.isEqualNode(own)).toBe(true);
  });

  it("draws what differs anew", () => {
    send(OPTIONS);
    adopt({ ...OPTIONS, locale: "en", events: EVENTS.slice(1) });
    expect(all(".mizwala-list > li")).toHaveLength(3);
    expect(all(".mizwala-mark")).toHaveLength(3);
    expect(all(".mizwala-list time")[0]!.textContent).toBe("Wednesday, July 1, 2020");
    expect(all("svg text")).toHaveLength(0);
  });

  it("leaves the picture of the server alone until there is room to draw", () => {
    send(OPTIONS);
    page.resize(0);
    adopt(OPTIONS);
    expect(all("svg text").length).toBeGreaterThan(4);
    page.resize(1072);
    page.nextFrame();
    expect(all("svg text")).toHaveLength(0);
    expect(all(".mizwala-labels .mizwala-label")).toHaveLength(4);
  });

  it("takes all of it away with the timeline", () => {
    send(OPTIONS);
    adopt(OPTIONS).destroy();
    expect(host.children).toHaveLength(0);
  });

  it("finds nothing in the timeline of another host", () => {
    send(OPTIONS);
    const inner = host.appendChild(document.createElement("div"));
    const other = createTimeline(inner, OPTIONS);
    expect(all("[data-static]")).toHaveLength(1);
    other.destroy();
  });
});
