import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createTimeline,
  type Timeline,
  type TimelineEvent,
  type TimelineFeature,
  type TimelineOptions,
} from "../../src/index.js";
import * as buildOf from "../../src/store/build/build-store.js";
import * as rowsOf from "../../src/store/rows.js";
import * as tailOf from "../../src/store/tail.js";
import { manyEvents } from "../support/many-events.js";
import { EVENTS, preparePage } from "./page.js";

const MINUTE = 60_000;
const START = Date.UTC(2020, 6, 9, 12);

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline;

const make = (options: Partial<TimelineOptions> = {}): void => {
  made = createTimeline(host, { events: EVENTS, ...options });
};
const ids = (): string[] =>
  [...host.querySelectorAll<HTMLElement>(".mizwala-event")].map(({ dataset }) => dataset["event"]!);
const buttonOf = (id: string): HTMLElement => host.querySelector(`.mizwala-event[data-event="${id}"]`)!;
const status = (): string => host.querySelector(".mizwala-status")!.textContent;
const news = (n: number, from = 0): TimelineEvent[] =>
  Array.from({ length: n }, (_, i) => ({ id: `n${from + i}`, date: "2020-07-08", title: `News ${from + i}` }));

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ["setTimeout", "clearTimeout", "Date"] });
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  made.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("Live events", () => {
  it("come, change and go, and the author's list stays as it was.", () => {
    const copy = [...EVENTS];
    make();
    made.append([{ id: "later", date: "2020-07-10", title: "Later" }]);
    page.nextFrame();
    expect(ids()).toEqual(["astana", "arrival", "agreement", "meeting", "later"]);
    made.upsert([{ id: "later", date: "2020-07-02", title: "Earlier after all" }]);
    page.nextFrame();
    expect(ids()).toEqual(["astana", "later", "arrival", "agreement", "meeting"]);
    expect(buttonOf("later").getAttribute("aria-label")).toContain("Earlier after all");
    made.remove(["later", "astana", "nobody"]);
    page.nextFrame();
    expect(ids()).toEqual(["arrival", "agreement", "meeting"]);
    expect(EVENTS).toEqual(copy);
  });

  it("are found by the ids that they got where their data have none.", () => {
    make({ events: [{ date: "2020-07-01", title: "One" }, EVENTS[0]!] });
    const [first] = ids();
    made.upsert([{ id: first!, date: "2020-07-02", title: "Another" }]);
    page.nextFrame();
    expect(ids()).toHaveLength(2);
    expect(buttonOf(first!).getAttribute("aria-label")).toContain("Another");
    made.remove([first!]);
    page.nextFrame();
    expect(ids()).toEqual(["meeting"]);
  });

  it("are drawn once a frame, however many calls come.", () => {
    make();
    const asked = page.framesAsked();
    for (let i = 0; i < 60; i++) made.append(news(1, i));
    expect(page.framesAsked() - asked).toBe(1);
    expect(ids()).toHaveLength(4);
    page.nextFrame();
    expect(ids()).toHaveLength(64);
  });

  it.each([1, 100])(
    "R11: of a thousand changes are drawn once a frame, in %i frames, and look as if set once.",
    (frames) => {
      const drawn = { drawn: vi.fn() };
      make({ features: [{ name: "counts", start: () => drawn } as TimelineFeature] });
      drawn.drawn.mockClear();
      const asked = page.framesAsked();
      const changes: readonly ((i: number) => void)[] = [
        (i) => {
          made.append(news(1, i));
        },
        (i) => {
          made.upsert([{ id: `n${i - 1}`, date: "2020-07-03", title: `Changed ${i}` }]);
        },
        (i) => {
          made.update({ title: `Title ${i}` });
        },
        (i) => {
          made.remove([`n${i - 3}`]);
        },
      ];
      for (let i = 0; i < 1_000; i++) {
        changes[i % changes.length]!(i);
        if ((i + 1) % (1_000 / frames) === 0) page.nextFrame();
      }
      expect([page.framesAsked() - asked, drawn.drawn.mock.calls.length]).toEqual([frames, frames]);
      const found = host.querySelector(".mizwala-labels")!.innerHTML;
      made.destroy();
      make({ title: "Title 998" });
      expect([found, host.querySelector(".mizwala-title")!.textContent]).toEqual([
        host.querySelector(".mizwala-labels")!.innerHTML,
        "Title 998",
      ]);
    },
  );

  it("are put behind a list that is copied once, so that each call costs no more than its own events.", () => {
    const put = vi.spyOn(rowsOf, "appendRows");
    make();
    for (let i = 0; i < 60; i++) {
      made.append(news(1, i));
      if (i % 20 === 0) page.nextFrame();
    }
    page.nextFrame();
    expect(new Set(put.mock.results.map(({ value }) => value as unknown)).size).toBe(1);
    expect(ids().filter((id) => id.startsWith("n"))).toEqual(news(60).map(({ id }) => id));
    expect(EVENTS).toHaveLength(4);
  });

  it("are there before the next picture for whatever comes after them.", () => {
    make();
    made.append([{ id: "bad", date: "never", title: "Bad" }]);
    expect(made.issues.map(({ code }) => code)).toContain("date-unreadable");
    made.append(news(2));
    made.remove(["bad", "n0"]);
    made.append(news(1, 2));
    made.upsert([{ id: "n2", date: "2020-07-03", title: "Changed" }]);
    made.update({ title: "Titled" });
    page.nextFrame();
    expect(ids()).toEqual(["astana", "n2", "arrival", "agreement", "n1", "meeting"]);
    made.append(news(1, 7));
    made.update({ events: EVENTS });
    page.nextFrame();
    expect(ids()).toEqual(["astana", "arrival", "agreement", "meeting"]);
  });

  it("leave what is chosen, in focus and in view as it is.", () => {
    make({ domain: { from: "2020-07-01", to: "2020-07-09" } });
    made.select("arrival");
    buttonOf("agreement").focus();
    page.nextFrame();
    const domains = vi.fn();
    made.on("domain", domains);
    made.append([...news(3), { id: "far", date: "2031", title: "Far" }]);
    page.nextFrame();
    expect((document.activeElement as HTMLElement).dataset["event"]).toBe("agreement");
    expect(host.querySelector(".mizwala-details-title")?.textContent).toBe("وصول باقري");
    expect(domains).not.toHaveBeenCalled();
  });

  it("become issues where they can't be read, also what is no list, and the rest is drawn.", () => {
    make();
    made.append([{ id: "bad", date: "never", title: "Bad" }, ...news(1)]);
    made.append(7 as unknown as TimelineEvent[]);
    made.upsert(undefined as unknown as TimelineEvent[]);
    const hostile: TimelineEvent = {
      date: "2020-07-08",
      title: "Hostile",
      get id(): string {
        throw new Error("no");
      },
    };
    made.upsert([hostile]);
    page.nextFrame();
    expect(ids()).toHaveLength(5);
    expect(made.issues.map(({ path }) => path)).toEqual(["events[4].date", "events[6]", "events[7]"]);
    made.remove(["bad"]);
    expect(made.issues).toHaveLength(2);
  });

  it.each(["Home", "ArrowRight", "End"])("may be gone while a key still finds their buttons: %s", (key) => {
    const errors = vi.fn();
    window.addEventListener("error", errors);
    make();
    made.update({ events: [] });
    buttonOf("astana").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    page.nextFrame();
    window.removeEventListener("error", errors);
    expect(errors).not.toHaveBeenCalled();
    expect(host.querySelector<HTMLElement>(".mizwala-plot")!.hidden).toBe(true);
  });

  it("do nothing any more once the timeline is gone.", () => {
    make();
    made.append(news(1));
    page.nextFrame();
    made.destroy();
    made.append(news(2));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("Live events among many", () => {
  const MANY = manyEvents(9_000) as readonly TimelineEvent[];
  const [FIRST, TAIL] = [6_000, 1_100];
  const errors = vi.fn();
  const summary = (): string => host.querySelector(".mizwala-summary")!.textContent;
  const picture = (): string => host.querySelector(".mizwala-marks")!.innerHTML;
  /** A timeline whose tail is just being taken in: each frame does one step of that. */
  const grow = (): void => {
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 5));
    window.addEventListener("error", errors);
    make({ locale: "en", events: MANY.slice(0, FIRST) });
    made.append(MANY.slice(FIRST, FIRST + TAIL));
    for (let i = 0; i < 3; i++) page.nextFrame();
  };
  /** How many frames are drawn until none is asked for. */
  const rest = (): number => {
    for (let frames = 0; frames < 500; frames++) {
      const asked = page.framesAsked();
      page.nextFrame();
      if (page.framesAsked() === asked) return frames;
    }
    return Infinity;
  };

  afterEach(() => {
    window.removeEventListener("error", errors);
    expect(errors).not.toHaveBeenCalled();
  });

  it("are taken in while more of them come, and the picture is that of all.", () => {
    const end = vi.spyOn(tailOf, "catchUp");
    grow();
    let next = FIRST + TAIL;
    const goOn = (): void => {
      made.append(MANY.slice(next, ++next));
      page.nextFrame();
    };
    while (end.mock.calls.length === 0 && next < FIRST + TAIL + 200) goOn();
    expect(next).toBeGreaterThan(FIRST + TAIL + 10);
    const { index, tail } = end.mock.results[0]!.value as ReturnType<typeof tailOf.catchUp>;
    expect([index.count, tail.count]).toEqual([FIRST + TAIL, next - FIRST - TAIL]);
    for (let more = 0; more < 20; more++) goOn();
    expect(rest()).toBeLessThan(3);
    expect(end).toHaveBeenCalledOnce();
    made.append(MANY.slice(next));
    page.nextFrame();
    const [said, drawn, names] = [summary(), picture(), ids()];
    made.destroy();
    make({ locale: "en", events: MANY });
    expect([summary(), picture(), ids()]).toEqual([said, drawn, names]);
    expect(said).toContain("9,000");
  });

  it("are forgotten where others come meanwhile, and nothing late is drawn.", () => {
    const end = vi.spyOn(tailOf, "catchUp");
    grow();
    made.update({ events: EVENTS });
    expect(rest()).toBeLessThan(3);
    expect(ids()).toHaveLength(4);
    made.update({ events: MANY.slice(0, 5_500) });
    expect(rest()).toBeLessThan(3);
    expect(summary()).toContain("5,500");
    expect(end).not.toHaveBeenCalled();
  });

  it.each([
    ["changed", 7_100],
    ["removed", 7_099],
    ["looked at in another zone", 7_100],
  ] as const)("are read anew where they are %s meanwhile.", (what, count) => {
    const end = vi.spyOn(tailOf, "catchUp");
    grow();
    const read = vi.spyOn(buildOf, "indexEvents");
    if (what === "changed") made.upsert([{ ...MANY[0]!, id: ids()[0]!, title: "Changed" }]);
    else if (what === "removed") made.remove([ids()[7]!]);
    else made.update({ timeZone: "Asia/Damascus" });
    rest();
    expect(end).not.toHaveBeenCalled();
    expect(read).toHaveBeenCalledOnce();
    expect(summary()).toContain(count.toLocaleString("en"));
  });

  it("are not read again where only a title changes, before, while and after they are taken in.", () => {
    const end = vi.spyOn(tailOf, "catchUp");
    grow();
    const read = vi.spyOn(buildOf, "indexEvents");
    made.update({ title: "Ten years" });
    rest();
    made.update({ title: "A decade" });
    rest();
    expect(end).toHaveBeenCalledOnce();
    expect(read).not.toHaveBeenCalled();
    expect(summary()).toContain("7,100");
  });

  it("ask for nothing more once the timeline is gone.", () => {
    const end = vi.spyOn(tailOf, "catchUp");
    grow();
    const asked = page.framesAsked();
    made.destroy();
    for (let i = 0; i < 50; i++) page.nextFrame();
    expect(page.framesAsked()).toBe(asked);
    expect(end).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("What screen readers hear of live events", () => {
  /** All that is said while time passes in steps of half a second. */
  const listen = (time: number, each: () => void = () => undefined): string[] => {
    const heard: string[] = [];
    let last = status();
    for (let at = 0; at < time; at += 500) {
      each();
      page.nextFrame();
      vi.advanceTimersByTime(500);
      if (status() !== last) heard.push((last = status()));
    }
    return heard;
  };

  it("is how many came, changed and went, in one message.", () => {
    make();
    made.append(news(3));
    made.upsert([{ ...EVENTS[0]!, title: "Changed" }]);
    made.remove(["astana"]);
    expect(listen(1_000)).toEqual(["3 new events · 1 event changed · 1 event removed"]);
  });

  it("A47: is at most one message in five seconds, and none is lost.", () => {
    make();
    let n = 0;
    const heard = listen(16_000, () => {
      if (n < 20) made.append(news(1, n++));
    });
    expect(heard.length).toBeLessThanOrEqual(4);
    expect(heard.reduce((sum, text) => sum + parseInt(text), 0)).toBe(20);
  });

  it("A49: has the six forms of Arabic.", () => {
    make({ locale: "ar", numerals: "latn" });
    const forms = [1, 2, 3, 11, 100].map((n) => {
      made.append(news(n, 1_000 * n));
      return listen(6_000)[0];
    });
    expect(forms).toEqual(["حدث جديد", "حدثان جديدان", "3 أحداث جديدة", "11 حدثاً جديداً", "100 حدث جديد"]);
  });

  it("waits for what answers the reader.", () => {
    make();
    host.querySelector<HTMLElement>('[data-control="zoomIn"]')!.click();
    made.append(news(1));
    page.nextFrame();
    made.show({ from: "2020-07-06", to: "2020-07-09" });
    const heard = listen(3_000);
    expect(heard.at(-1)).toBe("1 new event");
    expect(heard.length).toBeLessThanOrEqual(2);
  });

  it("A47: is nothing where the author says so, nor of changed options.", () => {
    make({ announce: false });
    made.append(news(1));
    expect(listen(6_000)).toEqual([]);
    made.update({ announce: true, events: EVENTS });
    expect(listen(6_000)).toEqual([]);
  });
});

describe("A view that follows now", () => {
  const domain = { from: "2020-07-09T10:00Z", to: "2020-07-09T15:00Z" };
  const events = [{ id: "begun", date: "2020-07-09T11:00Z", title: "Begun" }];
  const line = (): string | undefined => /^M([\d.]+)/.exec(host.querySelector(".mizwala-now")!.getAttribute("d")!)?.[1];
  const pass = (time: number): void => {
    vi.advanceTimersByTime(time);
    page.nextFrame();
  };
  const domains: { from: number; to: number }[] = [];
  const follow = (options: Partial<TimelineOptions> = {}): void => {
    make({ events, domain, followNow: true, ...options });
    domains.length = 0;
    made.on("domain", (message) => domains.push(message));
  };

  it("keeps the line in its place, says so to listeners, and bothers no screen reader.", () => {
    follow();
    const before = line();
    pass(30 * MINUTE);
    expect(line()).toBe(before);
    expect(domains.at(-1)).toEqual({ from: START - 90 * MINUTE, to: START + 210 * MINUTE });
    pass(5_000);
    expect(status()).toBe("");
  });

  it("keeps the line in its place where the axis leaves time out.", () => {
    follow({ breaks: ["2020-07-09T10:30/2020-07-09T11:00"], timeZone: "UTC" });
    const before = line();
    pass(45 * MINUTE);
    expect(line()).toBe(before);
    expect(domains.at(-1)).toEqual({ from: START - 45 * MINUTE, to: START + 225 * MINUTE });
  });

  it("goes on for days, beyond all events.", () => {
    follow();
    const before = line();
    for (let i = 0; i < 48; i++) pass(60 * MINUTE);
    expect(line()).toBe(before);
  });

  it("leaves readers alone who moved away from now, and takes them along again when they are back.", () => {
    follow();
    made.show({ from: "2020-07-09T01:00Z", to: "2020-07-09T06:00Z" });
    pass(1_000);
    pass(1_000);
    domains.length = 0;
    pass(60 * MINUTE);
    expect(domains).toEqual([]);
    made.show({ from: "2020-07-09T11:00Z", to: "2020-07-09T15:00Z" });
    pass(1_000);
    pass(1_000);
    const before = line();
    pass(30 * MINUTE);
    expect(line()).toBe(before);
  });

  it("stands still without the option, and where the author says when now is.", () => {
    follow({ followNow: false });
    pass(30 * MINUTE);
    expect(domains).toEqual([]);
    made.update({ followNow: true, now: "2020-07-09T12:00Z" });
    page.nextFrame();
    pass(30 * MINUTE);
    expect(domains).toEqual([]);
  });
});
