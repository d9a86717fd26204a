import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { defineTimelineElement, type TimelineElement } from "../../src/element/index.js";
import type { TimelineEvent } from "../../src/index.js";
import { search } from "../../src/features/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
const problems: unknown[] = [];
window.reportError = (error) => problems.push(error);

beforeAll(() => {
  defineTimelineElement({ features: { search } });
});
beforeEach(() => {
  page = preparePage(1072);
  problems.length = 0;
});
afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute("lang");
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Writes a page, as a parser does. */
function write(html: string): TimelineElement {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...Array.from(body.childNodes, (node) => document.importNode(node, true)));
  return document.querySelector("mizwala-timeline")!;
}
function add(set: (element: TimelineElement) => void): TimelineElement {
  const element = document.createElement("mizwala-timeline");
  set(element);
  document.body.append(element);
  return element;
}
const inside = <Found extends Element = HTMLElement>(element: Element, selector: string): Found[] => [
  ...element.shadowRoot!.querySelectorAll<Found>(selector),
];
const one = (element: Element, selector: string): HTMLElement => inside(element, selector)[0]!;
const idsOf = (element: Element): (string | undefined)[] =>
  inside(element, ".mizwala-event").map(({ dataset }) => dataset["event"]);
/** A frame, and the tasks of promises before it. */
const settle = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done));
  page.nextFrame();
};

describe("A timeline element", () => {
  it("draws the events of its property into its shadow", () => {
    const element = add((made) => (made.events = EVENTS));
    expect(idsOf(element)).toEqual(["astana", "arrival", "agreement", "meeting"]);
    expect(inside(element, ".mizwala-mark")).toHaveLength(4);
    expect(element.timeline?.issues).toEqual([]);
  });

  it("has every option as an attribute", async () => {
    const element = write(`<mizwala-timeline locale="ar-SY" heading="من أستانا" time-direction="ltr" heading-level="3"
      controls="false" height="320" theme="dark" month-names="dual" layout="flags" domain="2020-07-05/2020-07-10"
      zoom='{"min": 1000}' eras='[{"title": "صيف", "date": "2020-06/2020-08"}]' hash="t"
      events='[{"date": "2020-07-09", "title": "لقاء"}]'></mizwala-timeline>`);
    const root = one(element, ".mizwala");
    expect(root.dataset).toMatchObject({ theme: "dark", layout: "flags", timeDirection: "ltr" });
    expect([root.dir, root.lang]).toEqual(["rtl", "ar-SY"]);
    expect(one(element, "h3").textContent).toBe("من أستانا");
    expect(inside(element, ".mizwala-button")).toHaveLength(0);
    expect(inside(element, ".mizwala-eras > li")).toHaveLength(1);
    expect(element.hash).toBe("t");
    expect(element.domain).toEqual({ from: "2020-07-05", to: "2020-07-10" });
    element.setAttribute("heading", "إلى دمشق");
    element.removeAttribute("theme");
    await settle();
    expect(one(element, "h3").textContent).toBe("إلى دمشق");
    expect(root.dataset["theme"]).toBeUndefined();
    expect(problems).toEqual([]);
  });

  it("takes true, false and nothing for what is on or off", () => {
    const read = (attribute: string): unknown => {
      const element = write(`<mizwala-timeline ${attribute}></mizwala-timeline>`);
      return [element.controls, element.hash];
    };
    expect(read("controls")).toEqual([true, undefined]);
    expect(read('controls="false" hash')).toEqual([false, true]);
    expect(read('controls="true" hash="false"')).toEqual([true, false]);
  });

  it("leaves an attribute out that is wrong, and tells it as an error once", async () => {
    const element = write(`<mizwala-timeline layout="circle" heading="A"></mizwala-timeline>`);
    element.events = EVENTS;
    element.theme = "dark";
    await settle();
    expect(one(element, "h2").textContent).toBe("A");
    expect(problems.map(String)).toEqual([expect.stringContaining('options.layout: found "circle"')]);
  });

  it("throws for a wrong property, and draws on with the others", async () => {
    const element = add((made) => (made.events = EVENTS));
    expect(() => {
      element.layout = "circle" as "list";
    }).toThrow("options.layout");
    element.layout = undefined;
    element.heading = "A";
    await settle();
    expect(one(element, "h2").textContent).toBe("A");
  });

  it("puts properties before attributes, and both before the options all at once", async () => {
    const element = add((made) => {
      made.options = { events: EVENTS, title: "options", subtitle: "options", source: "options" };
      made.setAttribute("heading", "attribute");
      made.setAttribute("subtitle", "attribute");
      made.heading = "property";
    });
    const texts = (): (string | null)[] =>
      [".mizwala-title", ".mizwala-subtitle", ".mizwala-source"].map((part) => one(element, part).textContent);
    expect(texts()).toEqual(["property", "attribute", "options"]);
    element.heading = undefined;
    element.removeAttribute("subtitle");
    await settle();
    expect(texts()).toEqual(["attribute", "options", "options"]);
  });

  it("speaks the language of the page around it, unless told otherwise", () => {
    document.documentElement.lang = "ar";
    const element = add((made) => (made.events = EVENTS));
    expect(one(element, ".mizwala").lang).toBe("ar");
    document.documentElement.lang = "not a language";
    expect(
      one(
        add((made) => (made.events = EVENTS)),
        ".mizwala",
      ).lang,
    ).toBe("en");
    const other = write(`<mizwala-timeline lang="fa" dir="ltr" events="[]"></mizwala-timeline>`);
    expect([one(other, ".mizwala").lang, one(other, ".mizwala").dir]).toEqual(["fa", "ltr"]);
  });

  it("takes the direction of what is around, unless that is of another language", () => {
    const direction = (around: string, own = ""): string =>
      one(write(`<div ${around}><mizwala-timeline events="[]" ${own}></mizwala-timeline></div>`), ".mizwala").dir;
    expect(direction('dir="rtl"')).toBe("rtl");
    expect(direction('lang="ar" dir="ltr"')).toBe("ltr");
    expect(direction('lang="en" dir="ltr"', 'lang="ar"')).toBe("rtl");
    expect(direction('lang="en" dir="ltr"', 'locale="ar"')).toBe("rtl");
    expect(direction('lang="ar" dir="rtl"', 'dir="ltr"')).toBe("ltr");
    expect(direction('lang="ar" dir="auto"')).toBe("rtl");
  });

  it("follows what is around, but asks for no picture where that has not changed", async () => {
    const element = add((made) => (made.events = EVENTS));
    await settle();
    const before = page.framesAsked();
    document.body.appendChild(document.createElement("p")).lang = "fa";
    await settle();
    expect(page.framesAsked()).toBe(before);
    document.documentElement.lang = "ar";
    await settle();
    expect([one(element, ".mizwala").lang, one(element, ".mizwala").dir]).toEqual(["ar", "rtl"]);
  });

  it("takes the properties that were set before it was known", () => {
    const element = document.createElement("late-timeline") as unknown as TimelineElement;
    element.events = EVENTS;
    element.heading = "Late";
    document.body.append(element);
    defineTimelineElement({ name: "late-timeline" });
    expect(idsOf(element)).toHaveLength(4);
    expect(one(element, "h2").textContent).toBe("Late");
    expect(Object.hasOwn(element, "events")).toBe(false);
  });

  it("may be defined twice, as by two versions of the library", () => {
    const before = customElements.get("mizwala-timeline");
    expect(() => {
      defineTimelineElement();
    }).not.toThrow();
    expect(customElements.get("mizwala-timeline")).toBe(before);
  });

  it("keeps its timeline when it is moved", async () => {
    const element = add((made) => (made.events = EVENTS));
    const { timeline } = element;
    const root = one(element, ".mizwala");
    document.body.appendChild(document.createElement("main")).append(element);
    await settle();
    expect(element.timeline).toBe(timeline);
    expect(one(element, ".mizwala")).toBe(root);
    element.heading = "Moved";
    await settle();
    expect(one(element, "h2").textContent).toBe("Moved");
  });

  it("takes its timeline away when it is taken away, and comes back as the reader left it", async () => {
    const element = add((made) => (made.events = EVENTS));
    const gone = vi.fn();
    element.timeline!.on("destroy", gone);
    element.timeline!.select("agreement");
    element.remove();
    await settle();
    expect(gone).toHaveBeenCalledOnce();
    expect(element.timeline).toBeUndefined();
    document.body.append(element);
    await settle();
    expect(element.timeline!.state.selected).toBe("agreement");
  });

  it("tells what happens by events that bubble out of every shadow", async () => {
    const heard: [string, unknown][] = [];
    const outer = document.body.appendChild(document.createElement("div"));
    const element = document.createElement("mizwala-timeline");
    for (const type of ["ready", "select", "domain"] as const)
      document.body.addEventListener(`mizwala-${type}`, (domEvent) => heard.push([type, domEvent.detail]));
    element.events = EVENTS;
    outer.attachShadow({ mode: "open" }).append(element);
    element.timeline!.select("meeting");
    await settle();
    expect(heard[0]).toEqual(["ready", { timeline: element.timeline }]);
    expect(heard.find(([type]) => type === "select")).toEqual(["select", { event: EVENTS[0] }]);
  });

  it("gives what it draws the part names of its classes", async () => {
    const element = add((made) => {
      made.events = EVENTS;
      made.heading = "Title";
    });
    await settle();
    element.timeline!.select("meeting");
    await settle();
    for (const part of ["timeline", "head", "title", "button", "plot", "mark", "label", "details", "details-title"])
      expect(inside(element, `[part="${part}"]`).length, part).toBeGreaterThan(0);
  });

  it("shows details of the page in its slots: for one event, or for all", async () => {
    const element = write(`<mizwala-timeline><p slot="details-meeting">Mine</p></mizwala-timeline>`);
    element.events = EVENTS;
    element.timeline!.select("meeting");
    await settle();
    expect(one(element, ".mizwala-details slot").getAttribute("name")).toBe("details-meeting");
    element.timeline!.select("astana");
    await settle();
    expect(inside(element, ".mizwala-details slot")).toHaveLength(0);
    element.append(Object.assign(document.createElement("p"), { slot: "details" }));
    element.timeline!.select("arrival");
    await settle();
    expect(one(element, ".mizwala-details slot").getAttribute("name")).toBe("details");
  });

  it("has the features that an attribute names, and takes others as values", () => {
    const element = add((made) => {
      made.events = EVENTS;
      made.setAttribute("features", "search nonsense");
    });
    expect(inside(element, ".mizwala-tools button")).toHaveLength(1);
    element.removeAttribute("features");
    expect(inside(element, ".mizwala-tools button")).toHaveLength(0);
    element.setAttribute("features", "search");
    expect(inside(element, ".mizwala-tools button")).toHaveLength(1);
    element.features = [];
    expect(inside(element, ".mizwala-tools button")).toHaveLength(0);
    element.features = [search()];
    expect(inside(element, ".mizwala-tools button")).toHaveLength(1);
  });
});

describe("A timeline element with its data in a file", () => {
  const answer = (body: unknown, init?: ResponseInit): ReturnType<typeof vi.fn> => {
    const fetch = vi.fn(() =>
      Promise.resolve(new Response(typeof body === "string" ? body : JSON.stringify(body), init)),
    );
    vi.stubGlobal("fetch", fetch);
    window.fetch = fetch;
    return fetch;
  };
  const drawn = async (element: TimelineElement): Promise<void> => {
    await vi.waitFor(() => {
      expect(element.timeline).toBeDefined();
    });
  };

  it("fetches a document, and what attributes say goes before it", async () => {
    const fetch = answer({ title: "From the file", subtitle: "too", events: EVENTS });
    const element = write(`<mizwala-timeline src="data/events.json" heading="Mine"></mizwala-timeline>`);
    expect(element.timeline).toBeUndefined();
    await drawn(element);
    expect(fetch.mock.calls[0]![0]).toBe(new URL("data/events.json", document.baseURI).href);
    expect(idsOf(element)).toHaveLength(4);
    expect([one(element, "h2").textContent, one(element, ".mizwala-subtitle").textContent]).toEqual(["Mine", "too"]);
  });

  it("fetches a list of events alone, and another file when it is told", async () => {
    answer(EVENTS);
    const element = write(`<mizwala-timeline src="a.json"></mizwala-timeline>`);
    await drawn(element);
    answer(EVENTS.slice(0, 2));
    element.setAttribute("src", "b.json");
    await vi.waitFor(async () => {
      await settle();
      expect(idsOf(element)).toHaveLength(2);
    });
  });

  it.each([
    ["that is not there", "", { status: 404 }],
    ["that is not JSON", "<!doctype html>", {}],
    ["that holds something else", "42", {}],
    ["with an option that is none", `{"layout": "circle", "events": []}`, {}],
  ])("keeps the list of the page beside a file %s, and tells it", async (_what, body, init) => {
    answer(body, init);
    const heard = vi.fn();
    document.body.addEventListener("mizwala-error", heard, { once: true });
    const element = write(
      `<mizwala-timeline src="a.json"><ol><li><time datetime="2020-07-01">1 July</time> Astana</li></ol></mizwala-timeline>`,
    );
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalledOnce();
    });
    expect(element.timeline === undefined || idsOf(element).length === 1).toBe(true);
    expect(element.querySelectorAll("li")).toHaveLength(1);
  });
});

describe("A timeline element around a list", () => {
  const LIST = `<mizwala-timeline>
    <h3>From Astana to Damascus</h3>
    <ol>
      <li><time datetime="2020-07-01">1 July 2020</time>: <a href="/astana">Astana summit</a> by video</li>
      <li id="visit"><time datetime="2020-07-07">7</time> – <time datetime="2020-07-09">9 July</time> <strong>Bagheri in
        Damascus</strong> <p>A visit.</p></li>
      <li data-kind="signing" data-importance="1" data-tags="treaty, arms" lang="ar"><time datetime="2020-07-08">8 تموز</time> توقيع</li>
    </ol></mizwala-timeline>`;

  it("reads date, title, summary, address and fields", () => {
    const element = write(LIST);
    const chosen: (TimelineEvent | undefined)[] = [];
    element.timeline!.on("select", ({ event }) => chosen.push(event));
    for (const id of idsOf(element)) {
      element.timeline!.select(id);
      page.nextFrame();
    }
    expect(chosen).toEqual([
      { date: "2020-07-01", title: "Astana summit by video", url: "/astana" },
      {
        ...{ id: "visit", date: { start: "2020-07-07", end: "2020-07-09" } },
        ...{ title: "Bagheri in Damascus", summary: "A visit." },
      },
      { date: "2020-07-08", title: "توقيع", kind: "signing", importance: 1, tags: ["treaty", "arms"], lang: "ar" },
    ]);
    expect(one(element, "h3").textContent).toBe("From Astana to Damascus");
    expect(inside(element, ".mizwala-list > li > span").map((title) => title.textContent)).toEqual([
      "Astana summit by video",
      "Bagheri in Damascus",
      "توقيع",
    ]);
  });

  it("keeps the list in the page, and follows it", async () => {
    const element = write(LIST);
    const item = document.createElement("li");
    const time = Object.assign(document.createElement("time"), { dateTime: "2020-07-10", textContent: "10 July" });
    item.append(time, " Afterwards");
    element.querySelector("ol")!.append(item);
    await settle();
    expect(inside(element, ".mizwala-list > li")).toHaveLength(4);
    expect(element.querySelectorAll("ol > li")).toHaveLength(4);
  });

  it("waits for a list that a parser or a framework has not written yet", async () => {
    const element = add(() => undefined);
    expect(element.timeline).toBeUndefined();
    const { body } = new DOMParser().parseFromString(LIST, "text/html");
    element.append(...body.firstElementChild!.childNodes);
    await settle();
    expect(inside(element, ".mizwala-list > li")).toHaveLength(3);
  });

  it("reads a table by its column names, or by those that it gives to its columns", () => {
    const element = write(`<mizwala-timeline><table><caption>Dates</caption>
      <tr><th>Start</th><th>End</th><th data-field="title">What happened</th><th>Kind</th><th>Importance</th><th>Notes</th></tr>
      <tr><td>2020-07-07</td><td><time datetime="2020-07-09">9 July</time></td><td>Visit</td><td>visit</td><td>0.9</td><td>x</td></tr>
      <tr><td>2020-07-08</td><td></td><td>Signing</td><td></td><td></td><td></td></tr></table></mizwala-timeline>`);
    expect(inside(element, ".mizwala-list > li > span").map((title) => title.textContent)).toEqual([
      "Visit",
      "Signing",
    ]);
    expect(inside(element, ".mizwala-list > li > time").map((time) => time.getAttribute("datetime"))).toEqual([
      "2020-07-07",
      "2020-07-08",
    ]);
    expect(one(element, "h2").textContent).toBe("Dates");
  });

  it.each([
    ["<table></table>"],
    ["<table><tr></tr></table>"],
    ["<ol></ol>"],
    ["<ol><li></li></ol>"],
    ["<ol><li><time></time></li></ol>"],
    ["<ul><li data-importance='x'><time datetime='never'>x</time>y</li></ul>"],
    ["<p>text</p>"],
  ])("is not upset by %s", (html) => {
    const element = write(`<mizwala-timeline>${html}</mizwala-timeline>`);
    expect(problems).toEqual([]);
    expect(element.shadowRoot!.querySelector("slot")).not.toBeNull();
  });
});
