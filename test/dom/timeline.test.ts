import { select } from "d3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createTimeline,
  MizwalaError,
  timeline,
  timelineOf,
  type Timeline,
  type TimelineOptions,
} from "../../src/index.js";
import type { TimelineEvent } from "../../src/index.js";
import { buildStore } from "../../src/store/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
const alive: Timeline[] = [];

const make = (options: Partial<TimelineOptions> = {}): Timeline => {
  const made = createTimeline(host, { locale: "ar-SY", numerals: "latn", events: EVENTS, ...options });
  alive.push(made);
  return made;
};
const all = (selector: string): HTMLElement[] => [...host.querySelectorAll<HTMLElement>(selector)];
const find = (selector: string): HTMLElement | null => host.querySelector<HTMLElement>(selector);
const one = (selector: string): HTMLElement => find(selector)!;
const buttonOf = (id: string): HTMLElement => one(`.mizwala-event[data-event="${id}"]`);
const press = (key: string, init: KeyboardEventInit = {}): boolean =>
  document.activeElement!.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }),
  );

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  for (const made of alive.splice(0)) made.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("A long list", () => {
  const events = Array.from({ length: 130 }, (_, i) => ({
    id: `e${i}`,
    date: Date.UTC(2020, 0, 1 + i),
    title: `Event ${i}`,
    importance: 0,
  }));
  const ids = (): (string | undefined)[] => all(".mizwala-event").map((button) => button.dataset["event"]);

  it("is there in parts, the later ones after the first picture, and its items say how long it is", () => {
    vi.useFakeTimers();
    try {
      make({ events });
      expect(all(".mizwala-list > li")).toHaveLength(100);
      const first = all(".mizwala-list > li")[41]!;
      expect(first.getAttribute("aria-posinset")).toBe("42");
      expect(first.getAttribute("aria-setsize")).toBe("130");
      page.nextFrame();
      expect(all(".mizwala-list > li")).toHaveLength(100);
      vi.advanceTimersByTime(1_000);
      expect(ids()).toEqual(events.map(({ id }) => id));
      expect(all(".mizwala-event[tabindex='0']")).toHaveLength(1);
      expect(buttonOf("e129").style.transform).not.toBe("");
    } finally {
      vi.useRealTimers();
    }
  });

  it("is whole as soon as one of its later events is asked for", () => {
    make({ events }).select("e120");
    expect(ids()).toEqual(events.map(({ id }) => id));
    expect(buttonOf("e120").getAttribute("aria-current")).toBe("true");
  });

  it("grows no more once the timeline is destroyed", () => {
    vi.useFakeTimers();
    try {
      const made = make({ events });
      page.nextFrame();
      made.destroy();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("What a timeline puts into the page", () => {
  it("is drawn at once", () => {
    make();
    expect(all(".mizwala-label")).toHaveLength(4);
    expect(all(".mizwala-mark")).toHaveLength(4);
    expect(one(".mizwala").dataset["layout"]).toBe("flags");
  });

  it("is drawn once, beside the scrollbar that its own height brings", () => {
    const plot = (): string => one(".mizwala-plot").innerHTML;
    const width = vi.spyOn(HTMLElement.prototype, "clientWidth", "get");
    width.mockImplementation(() => {
      const height = find(".mizwala-plot")?.style.getPropertyValue("--mizwala-height") ?? "";
      return height === "" ? 1000 : 985;
    });
    make();
    const beside = plot();
    host.replaceChildren();
    width.mockReturnValue(985);
    make();
    expect(plot()).toBe(beside);
    host.replaceChildren();
    width.mockReturnValue(1000);
    make();
    expect(plot()).not.toBe(beside);
  });

  it("holds the events as a list in order of time, each once, with its date for machines", () => {
    make();
    expect(all("ol.mizwala-list > li > .mizwala-event").map((event) => event.dataset["event"])).toEqual([
      "astana",
      "arrival",
      "agreement",
      "meeting",
    ]);
    expect(all("ol.mizwala-list > li > time").map((time) => time.getAttribute("datetime"))).toEqual([
      "2020-07-01",
      "2020-07-07",
      "2020-07-08",
      "2020-07-09",
    ]);
  });

  it("A5: names each event with its title, its date in full and its kind", () => {
    make({ monthNames: "dual" });
    expect(buttonOf("meeting").getAttribute("aria-label")).toBe("لقاء الأسد وباقري، الخميس 9 تموز/ يوليو 2020، لقاء");
  });

  it("gives every label a direction, never auto", () => {
    make({ events: [...EVENTS, { kind: "event", date: "2020-07-03", title: "COVID-19" }] });
    for (const label of all(".mizwala-label, .mizwala-tick-label, .mizwala-line")) {
      expect(["ltr", "rtl"]).toContain(label.dir);
    }
  });

  it("carries no inline style attribute in its markup and no inner HTML from data", () => {
    make({ events: [{ kind: "event", date: "2020-07-03", title: "<img src=x onerror=alert(1)>" }] });
    expect(all("img, script, style")).toHaveLength(0);
    expect(one(".mizwala-label").textContent).toContain("<img src=x onerror=alert(1)>");
  });

  it.each(["flags", "lanes", "list", "density"] as const)(
    "has no attribute by a prototype that the page has spoilt: %s",
    (layout) => {
      const names = ["onclick", "href", "srcdoc", "each"];
      for (const key of names)
        Object.defineProperty(Object.prototype, key, {
          value: "alert(1)",
          enumerable: true,
          configurable: true,
          writable: true,
        });
      try {
        make({ layout, events: EVENTS.map((event) => ({ ...event, lane: "talks" })) }).select("agreement");
        page.nextFrame();
      } finally {
        for (const key of names) Reflect.deleteProperty(Object.prototype, key);
      }
      expect(all("path, line, rect, button").length).toBeGreaterThan(4);
      const spoilt = all("*").flatMap(({ attributes }) => [...attributes].filter(({ value }) => value === "alert(1)"));
      expect(spoilt.map(({ name }) => name)).toEqual([]);
    },
  );

  it("leaves the host's own content alone", () => {
    host.textContent = "before";
    make().destroy();
    expect(host.textContent).toBe("before");
  });

  it("says so where there is no event", () => {
    make({ events: [] });
    expect(one(".mizwala-empty").hidden).toBe(false);
    expect(one(".mizwala-empty").textContent).not.toBe("");
    expect(one(".mizwala-plot").hidden).toBe(true);
  });

  it("waits for a width, and is drawn when there is one", () => {
    page.resize(0);
    make();
    expect(all(".mizwala-label")).toHaveLength(0);
    page.resize(1072);
    page.nextFrame();
    expect(all(".mizwala-label")).toHaveLength(4);
  });

  it("becomes a list where it is narrow, with the silence in words", () => {
    make();
    page.resize(366);
    page.nextFrame();
    expect(one(".mizwala").dataset["layout"]).toBe("list");
    expect(one(".mizwala-gap").textContent).toBe("بعد 6 أيام");
  });
});

describe("What goes on", () => {
  const events: TimelineEvent[] = [
    { id: "open", kind: "conflict", date: { start: "2011-03-15", end: ".." }, title: "مفتوح" },
    { id: "ongoing", kind: "conflict", date: { start: "2011-03-15", end: "now" }, title: "مستمر" },
  ];
  const arrowsOf = (id: string): number => all(`.mizwala-mark[data-event="${id}"] .mizwala-arrow`).length;

  it("ends now, where what is open runs on into an arrow; both are said as since", () => {
    make({ events, now: "2020-07-09" });
    expect([arrowsOf("open"), arrowsOf("ongoing")]).toEqual([1, 0]);
    for (const id of ["open", "ongoing"]) expect(buttonOf(id).getAttribute("aria-label")).toContain("منذ");
  });

  it("takes now from the clock of the page where the author does not say it", () => {
    make({ events });
    expect([arrowsOf("open"), arrowsOf("ongoing")]).toEqual([1, 0]);
  });
});

describe("Changing a timeline", () => {
  it("draws one picture for many changes in a row", () => {
    const made = make();
    const before = page.framesAsked();
    const titles = ["أ", "ب", "ج"];
    for (const title of titles) made.update({ title });
    expect(all(".mizwala-title")).toHaveLength(0);
    page.nextFrame();
    expect(one(".mizwala-title").textContent).toBe("ج");
    expect(page.framesAsked()).toBe(before + 1);
  });

  it("keeps what it was when an option is wrong", () => {
    const made = make({ title: "أ" });
    expect(() => {
      made.update({ layout: "flaps" as "flags" });
    }).toThrow(MizwalaError);
    page.nextFrame();
    expect(one(".mizwala-title").textContent).toBe("أ");
  });

  it("R3: keeps a thousand events of one id apart, whoever chooses one", () => {
    const events = Array.from({ length: 1_000 }, (_, i) => ({
      id: "same",
      date: Date.UTC(2000, 0, 1 + 9 * i),
      title: `Event ${i + 1}`,
    }));
    const made = make({ layout: "list", events });
    const title = (): string => one(".mizwala-details-title").textContent;
    expect(made.issues.map(({ code, path }) => [code, path])).toEqual(
      events.slice(1).map((_, i) => ["id-duplicate", `events[${i + 1}].id`]),
    );
    made.select("same-500");
    const ids = all(".mizwala-event").map(({ dataset }) => dataset["event"]);
    expect(ids).toEqual(["same", ...events.slice(1).map((_, i) => `same-${i + 2}`)]);
    expect(title()).toBe("Event 500");
    made.select("same");
    expect(title()).toBe("Event 1");
    buttonOf("same-77").click();
    expect(title()).toBe("Event 77");
    buttonOf("same-20").focus();
    press("ArrowDown");
    expect((document.activeElement as HTMLElement).dataset["event"]).toBe("same-21");
    (document.activeElement as HTMLElement).click();
    expect([title(), made.state.selected]).toEqual(["Event 21", "same-21"]);
  });

  it("keeps the element of an event that stays", () => {
    const made = make();
    const label = one('.mizwala-label[data-event="arrival"]');
    made.show({ from: "2020-07-06", to: "2020-07-10" });
    page.nextFrame();
    expect(one('.mizwala-label[data-event="arrival"]')).toBe(label);
    expect(all('.mizwala-label[data-event="astana"]')).toHaveLength(0);
  });

  it("tells listeners which part of time is in view, once for each picture", () => {
    const made = make();
    const listener = vi.fn();
    made.on("domain", listener);
    made.show({ from: "2020-07-06", to: "2020-07-10" });
    page.nextFrame();
    expect(listener.mock.calls).toEqual([[{ from: Date.UTC(2020, 6, 6), to: Date.UTC(2020, 6, 11) }]]);
  });

  it("shows all again without a domain", () => {
    const made = make();
    made.show({ from: "2020-07-06", to: "2020-07-10" });
    page.nextFrame();
    made.show();
    page.nextFrame();
    expect(all(".mizwala-label")).toHaveLength(4);
  });

  it("never lets a reader zoom in further than its limit", () => {
    const made = make({ zoom: { min: 2 * 86_400_000 } });
    const lengths: number[] = [];
    made.on("domain", ({ from, to }) => lengths.push(to - from));
    buttonOf("astana").focus();
    for (let i = 0; i < 6; i++) {
      press("+");
      page.nextFrame();
    }
    expect(lengths.at(-1)).toBe(2 * 86_400_000);
    expect(press("+")).toBe(true);
  });

  it("shows what the author asks for, outside of the events too", () => {
    const made = make();
    const listener = vi.fn();
    made.on("domain", listener);
    made.show({ from: "2019-01", to: "2019-02" });
    page.nextFrame();
    expect(listener.mock.calls).toEqual([[{ from: Date.UTC(2019, 0, 1), to: Date.UTC(2019, 2, 1) }]]);
  });

  it("still shows all events when one is added after a reader has chosen one", () => {
    const made = make();
    made.select("arrival");
    made.update({ events: [...EVENTS, { id: "later", kind: "event", date: "2020-09-01", title: "بعد ذلك" }] });
    page.nextFrame();
    expect(all(".mizwala-mark")).toHaveLength(5);
  });

  it("lets a store go with the events that it was built of", async () => {
    const events = Array.from({ length: 5_001 }, (_, i) => ({
      date: `${1_000 + (i % 900)}-01-01`,
      title: `Event ${i}`,
    }));
    const made = make({ events, store: await buildStore(events) });
    expect(one(".mizwala-summary").textContent).toContain("5,001");
    made.append([{ date: "2001-01-01", title: "One more" }]);
    page.nextFrame();
    expect(one(".mizwala-summary").textContent).toContain("5,002");
    expect(() => make({ store: {} as never })).toThrow("what buildStore makes");
  });

  it("shows all events again, also those that come later, after a tour", () => {
    const made = make();
    made.show({ from: "2020-07-06", to: "2020-07-10" });
    page.nextFrame();
    made.show();
    page.nextFrame();
    made.update({ events: [...EVENTS, { id: "later", kind: "event", date: "2020-09-01", title: "بعد ذلك" }] });
    page.nextFrame();
    expect(all(".mizwala-mark")).toHaveLength(5);
  });

  it("leaves the reader's zoom alone when the domain that it began with is given again", () => {
    const domain = { from: "2020-07-06", to: "2020-07-10" };
    const made = make({ domain });
    const listener = vi.fn();
    buttonOf("arrival").focus();
    press("+");
    page.nextFrame();
    made.on("domain", listener);
    made.update({ domain: { ...domain } });
    page.nextFrame();
    expect(listener).not.toHaveBeenCalled();
    made.update({ domain: undefined });
    page.nextFrame();
    expect(all(".mizwala-mark")).toHaveLength(4);
  });

  it("keeps with each mark what it was drawn from, for those who select it with d3", () => {
    const made = make();
    const xs = (): (number | undefined)[] =>
      all(".mizwala-mark").map((mark) => {
        const { x, y } = select<Element, { x: number; y: number }>(mark).datum();
        const round = (value: number): number => Math.round(value * 1000) / 1000;
        expect(mark.getAttribute("transform")).toBe(`translate(${round(x)},${round(y)})`);
        return x;
      });
    const first = xs();
    expect(first).toHaveLength(4);
    made.show({ from: "2020-06-30", to: "2020-07-12" });
    page.nextFrame();
    const second = xs();
    expect(second).toHaveLength(4);
    for (const [i, x] of second.entries()) expect(x).not.toBe(first[i]);
    made.show({ from: "2020-07-06", to: "2020-07-12" });
    page.nextFrame();
    expect(xs().length).toBeLessThan(4);
  });

  it("draws again only what has changed", () => {
    const renderDetails = vi.fn(() => document.createElement("video"));
    const made = make({ renderDetails });
    made.select("arrival");
    const [video, button] = [one("video"), buttonOf("arrival")];
    made.update({ theme: "dark", height: 500 });
    page.nextFrame();
    expect([one("video"), buttonOf("arrival")]).toEqual([video, button]);
    expect(renderDetails).toHaveBeenCalledOnce();
  });
});

describe("Details of the author's own", () => {
  it.each([
    ["a promise", Promise.resolve("late")],
    ["a text", "<b>bold</b>"],
    ["an object", { text: "object" }],
  ])("that are no node but %s are reported, and the usual ones are shown", (_, own) => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const made = make({ renderDetails: () => own as never });
    made.select("agreement");
    expect(reported.mock.calls).toEqual([[expect.objectContaining({ path: "options.renderDetails()" })]]);
    expect(one(".mizwala-details-fields").textContent).toContain("إيران");
    vi.unstubAllGlobals();
  });
});

describe("Choosing an event", () => {
  it("opens its details, marks it and tells listeners", () => {
    const made = make();
    const listener = vi.fn();
    made.on("select", listener);
    made.select("agreement");
    expect(listener.mock.calls).toEqual([[{ event: EVENTS[3] }]]);
    expect(one(".mizwala-details").hidden).toBe(false);
    expect(one(".mizwala-details-title").textContent).toBe("توقيع الاتفاقية");
    expect(one(".mizwala-details-fields").textContent).toContain("إيران");
    expect(buttonOf("agreement").getAttribute("aria-current")).toBe("true");
  });

  it("goes by a click on its button, its label or its mark alike", () => {
    const made = make();
    const listener = vi.fn();
    made.on("select", listener);
    buttonOf("astana").click();
    one('.mizwala-mark[data-event="arrival"]').dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
    expect(listener.mock.calls.map(([message]) => (message as { event: { id: string } }).event.id)).toEqual([
      "astana",
      "arrival",
    ]);
  });

  it("A20, A48: closes with Escape, and focus returns to the event", () => {
    make();
    buttonOf("arrival").focus();
    buttonOf("arrival").click();
    expect(document.activeElement).toBe(one(".mizwala-details-title"));
    press("Escape");
    expect(one(".mizwala-details").hidden).toBe(true);
    expect(document.activeElement).toBe(buttonOf("arrival"));
  });

  it("closes with an unknown id", () => {
    const made = make();
    made.select("arrival");
    made.select("nobody");
    expect(one(".mizwala-details").hidden).toBe(true);
  });

  it("opens nothing where details are off, and still tells listeners", () => {
    const made = make({ details: false });
    const listener = vi.fn();
    made.on("select", listener);
    made.select("arrival");
    expect(one(".mizwala-details").hidden).toBe(true);
    expect(listener).toHaveBeenCalledOnce();
  });

  it("shows the author's own node, and the usual content where that fails", () => {
    const error = new Error("own");
    const reportError = vi.fn();
    vi.stubGlobal("reportError", reportError);
    const made = make({
      renderDetails: (event) => {
        if (event.id === "astana") throw error;
        return document.createTextNode(`own ${event.id ?? ""}`);
      },
    });
    made.select("arrival");
    expect(one(".mizwala-details").textContent).toContain("own arrival");
    made.select("astana");
    expect(one(".mizwala-details").textContent).toContain("بوتين");
    expect(reportError.mock.calls).toEqual([[error]]);
    vi.unstubAllGlobals();
  });

  it("S24: shows no markup that an author's own content is given as, and the usual content instead", () => {
    const reportError = vi.fn();
    vi.stubGlobal("reportError", reportError);
    const made = make({ renderDetails: () => "<img src=x onerror=alert(1)>" as never });
    made.select("astana");
    expect(one(".mizwala-details").querySelector("img")).toBeNull();
    expect(one(".mizwala-details").textContent).not.toContain("<img");
    expect(one(".mizwala-details").textContent).toContain("بوتين");
    expect(reportError.mock.calls.flat().map(String)).toEqual([expect.stringContaining("expected a node")]);
    vi.unstubAllGlobals();
  });

  it("links only to allowed addresses, and says where they lead", () => {
    const sources = [
      { title: "good", url: "https://example.org/a", target: "_top", rel: "opener" },
      { title: "bad", url: "javascript:alert(1)" },
    ];
    const made = make({ events: [{ id: "e", kind: "event", date: "2020-07-03", title: "a", sources }] });
    made.select("e");
    const [link, ...others] = all(".mizwala-details a");
    expect(others).toHaveLength(0);
    expect(["target", "rel"].map((name) => link!.getAttribute(name))).toEqual(["_blank", "noopener noreferrer"]);
    expect(one(".mizwala-details").textContent).toContain("bad");
    expect(made.issues.map(({ path }) => path)).toEqual(["events[0].sources[1].url"]);
  });
});

describe("Keys", () => {
  it.each([
    ["rtl", "ArrowLeft", "ArrowRight"],
    ["ltr", "ArrowRight", "ArrowLeft"],
  ] as const)("follow the picture where time runs %s", (timeDirection, later, earlier) => {
    make({ timeDirection });
    buttonOf("astana").focus();
    press(later);
    expect(document.activeElement).toBe(buttonOf("arrival"));
    press(earlier);
    expect(document.activeElement).toBe(buttonOf("astana"));
  });

  it("Home and End follow time", () => {
    make();
    buttonOf("arrival").focus();
    press("End");
    expect(document.activeElement).toBe(buttonOf("meeting"));
    press("Home");
    expect(document.activeElement).toBe(buttonOf("astana"));
  });

  it("A19, A30: leave one tab stop in the list, which follows focus", () => {
    make();
    buttonOf("astana").focus();
    press("ArrowLeft");
    expect(all(".mizwala-event").filter(({ tabIndex }) => tabIndex === 0)).toEqual([buttonOf("arrival")]);
  });

  it("zoom and page, unless they belong to the browser", () => {
    const made = make();
    const listener = vi.fn();
    made.on("domain", listener);
    buttonOf("astana").focus();
    expect(press("+", { ctrlKey: true })).toBe(true);
    page.nextFrame();
    expect(listener).not.toHaveBeenCalled();
    for (const key of ["+", "PageDown", "PageUp", "+", "0"]) {
      expect(press(key), key).toBe(false);
      page.nextFrame();
    }
    expect(listener).toHaveBeenCalledTimes(5);
  });

  it("bring an event that was out of sight into view", () => {
    const made = make();
    made.show({ from: "2020-07-01", to: "2020-07-03" });
    page.nextFrame();
    expect(all('.mizwala-label[data-event="meeting"]')).toHaveLength(0);
    buttonOf("astana").focus();
    press("End");
    expect(all('.mizwala-label[data-event="meeting"]')).toHaveLength(1);
  });
});

describe("A host that is not in the page yet", () => {
  it("gets its timeline when it is", () => {
    const later = document.createElement("div");
    page.resize(0);
    alive.push(createTimeline(later, { events: EVENTS }));
    host.append(later);
    page.resize(1072);
    page.nextFrame();
    expect(all(".mizwala-label")).toHaveLength(4);
  });
});

describe("Focus", () => {
  it("stays on a button of the head whose words change", () => {
    const made = make();
    one('[data-control="zoomOut"]').focus();
    made.update({ locale: "en" });
    page.nextFrame();
    expect(document.activeElement).toBe(one('[data-control="zoomOut"]'));
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Zoom out");
  });

  it("goes to the new title when a link in the details leads to another event", () => {
    const events: TimelineEvent[] = [
      { id: "visit", kind: "visit", who: "باقري", date: "2020-07-07/2020-07-09", title: "زيارة" },
      { id: "part", kind: "event", date: "2020-07-08", title: "جزء", partOf: "visit" },
    ];
    make({ events });
    buttonOf("part").focus();
    buttonOf("part").click();
    const link = one(".mizwala-details-link");
    link.focus();
    link.click();
    expect(document.activeElement).toBe(one(".mizwala-details-title"));
    expect(document.activeElement?.textContent).toBe("زيارة");
  });

  it("A29: goes to the event nearest in time when the one that had it is gone", () => {
    const made = make();
    buttonOf("arrival").focus();
    made.update({ events: EVENTS.filter(({ id }) => id !== "arrival") });
    page.nextFrame();
    expect(document.activeElement).toBe(buttonOf("agreement"));
  });

  it("stays with its event in a shadow root", () => {
    const inside = host.attachShadow({ mode: "open" }).appendChild(document.createElement("div"));
    const made = createTimeline(inside, { events: EVENTS });
    alive.push(made);
    inside.querySelector<HTMLElement>('.mizwala-event[data-event="arrival"]')!.focus();
    made.update({ events: EVENTS.slice(1) });
    page.nextFrame();
    expect(host.shadowRoot!.activeElement?.getAttribute("data-event")).toBe("arrival");
  });

  it("by a pressed pointer never moves the picture under it", () => {
    const made = make();
    made.show({ from: "2020-07-01", to: "2020-07-08" });
    page.nextFrame();
    const listener = vi.fn();
    made.on("domain", listener);
    one(".mizwala-plot").dispatchEvent(new Event("pointerdown"));
    buttonOf("agreement").focus();
    page.nextFrame();
    expect(listener).not.toHaveBeenCalled();
  });
});

describe("A crowd", () => {
  const crowd = Array.from({ length: 30 }, (_, i) => ({
    id: `e${i}`,
    kind: "event" as const,
    date: "2020-07-03",
    title: `Event ${i}`,
  }));

  it("is counted where it is, and the count lists every hidden event", () => {
    make({ locale: "en", events: crowd });
    const shown = all(".mizwala-label").length;
    const counts = all(".mizwala-more").map((more) => Number(more.dataset["count"]));
    expect(counts.reduce((sum, count) => sum + count, shown)).toBe(30);
    all(".mizwala-more")[0]!.click();
    expect(all(".mizwala-details-link")).toHaveLength(counts[0]!);
    all(".mizwala-details-link")[0]!.click();
    expect(one(".mizwala-details-title").textContent).toMatch(/^Event \d+$/);
  });

  it("names an event without a label while it has focus", () => {
    make({ locale: "en", events: crowd });
    const hidden = crowd.find(({ id }) => !find(`.mizwala-label[data-event="${id}"]`))!;
    buttonOf(hidden.id).focus();
    page.nextFrame();
    expect(one(".mizwala-tip").textContent).toContain(hidden.title);
  });
});

describe("Bad calls and bad data", () => {
  it("throws one clear error without a host", () => {
    expect(() => createTimeline(null as unknown as Element, { events: [] })).toThrow(
      /host: found null, expected an element/,
    );
  });

  it("throws one clear error for an unknown option value", () => {
    expect(() => make({ theme: "sepia" as "dark" })).toThrow(/options\.theme: found "sepia"/);
  });

  it("draws the other events and names the row that it can't read", () => {
    const made = make({ events: [...EVENTS, { kind: "event", date: "tomorrow-ish", title: "x" }] });
    expect(all(".mizwala-label")).toHaveLength(4);
    expect(made.issues.map(({ path, code }) => [path, code])).toEqual([["events[4].date", "date-unreadable"]]);
  });
});

describe("Taking a timeline away", () => {
  it("leaves no element and no frame behind, and may be done twice", () => {
    const made = make();
    made.update({ title: "later" });
    made.destroy();
    made.destroy();
    expect(host.childNodes).toHaveLength(0);
    made.update({ title: "never" });
    made.select("arrival");
    page.nextFrame();
    page.resize(300);
    expect(host.childNodes).toHaveLength(0);
  });
});

describe("Telling the choice", () => {
  it("happens once for each change, also when a count or new data end it", () => {
    const crowd = Array.from({ length: 30 }, (_, i) => ({ id: `e${i}`, date: "2020-07-03", title: `Event ${i}` }));
    const made = make({ events: crowd });
    const told: (string | undefined)[] = [];
    made.on("select", ({ event }) => told.push(event?.id));
    made.select("e1");
    made.select("e1");
    one(".mizwala-more").click();
    made.select("e2");
    made.update({ events: crowd.slice(3) });
    page.nextFrame();
    expect(told).toEqual(["e1", undefined, "e2", undefined]);
    expect(one(".mizwala-details").hidden).toBe(true);
  });
});

describe("A D3 selection", () => {
  it("draws its data, and updates when called again", () => {
    const selection = select(host).datum<TimelineOptions>({ title: "one", events: EVENTS });
    selection.call(timeline);
    expect(one(".mizwala-title").textContent).toBe("one");
    selection.datum<TimelineOptions>({ title: "two", events: EVENTS }).call(timeline);
    page.nextFrame();
    expect(all(".mizwala")).toHaveLength(1);
    expect(one(".mizwala-title").textContent).toBe("two");
    timelineOf(host)!.destroy();
    expect(timelineOf(host)).toBeUndefined();
    expect(all(".mizwala")).toHaveLength(0);
    selection.call(timeline);
    expect(all(".mizwala")).toHaveLength(1);
    alive.push(timelineOf(host)!);
  });
});
