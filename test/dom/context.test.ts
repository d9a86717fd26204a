import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTimeline, type Timeline, type TimelineEvent } from "../../src/index.js";
import { preparePage } from "./page.js";

const events: readonly TimelineEvent[] = [
  { id: "a", date: "2020-01-01", title: "Talks", leadsTo: ["b"] },
  { id: "b", date: "2020-03-01", title: "اتفاقية", partOf: "c" },
  { id: "c", date: "2020-05-01", title: "Process" },
];

describe("What the page says of eras and links", () => {
  let page: ReturnType<typeof preparePage>;
  let host: HTMLElement;
  let made: Timeline;
  beforeEach(() => {
    page = preparePage(1072);
    host = document.body.appendChild(document.createElement("div"));
    made = createTimeline(host, {
      locale: "en",
      eras: [{ title: { ar: "الحرب", en: "The war" }, date: "2019/.." }],
      events,
    });
  });
  afterEach(() => {
    made.destroy();
    document.body.replaceChildren();
    vi.restoreAllMocks();
  });
  const buttonOf = (id: string): HTMLElement => host.querySelector(`.mizwala-event[data-event="${id}"]`)!;

  it("is a list of the eras with their dates in full.", () => {
    const list = host.querySelector<HTMLElement>("ul.mizwala-eras")!;
    expect(list.getAttribute("aria-label")).toBe("Periods");
    expect(list.hidden).toBe(false);
    expect([...list.children].map((item) => item.textContent)).toEqual(["The war · since 2019"]);
    made.update({ eras: [] });
    page.nextFrame();
    expect(list.hidden).toBe(true);
  });

  it("is what an event led to and what it is a part of, by their titles.", () => {
    expect(buttonOf("a").getAttribute("aria-description")).toBe("Leads to: \u2067اتفاقية\u2069");
    expect(buttonOf("b").getAttribute("aria-description")).toBe("Part of: Process");
    expect(buttonOf("c").hasAttribute("aria-description")).toBe(false);
  });

  it("is in the details, both ways, with buttons to walk.", () => {
    const fields = (): string[] => [...host.querySelectorAll(".mizwala-details dt")].map((term) => term.textContent);
    made.select("a");
    expect(fields()).toEqual(["Leads to"]);
    host.querySelector<HTMLElement>(".mizwala-details-link")!.click();
    expect(fields()).toEqual(["Part of", "Follows from"]);
  });
});
