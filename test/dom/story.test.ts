import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { search, story, type Chapter, type Story, type StoryOptions } from "../../src/features/index.js";
import { createTimeline, MizwalaError, type Timeline, type TimelineOptions } from "../../src/index.js";
import { EVENTS, preparePage } from "./page.js";

const CHAPTERS: readonly Chapter[] = [
  { title: { ar: "البداية", en: "The beginning" }, text: { ar: "نص", en: "<b>Text</b>" } },
  { title: "Summit", focus: "astana", show: { from: "2020-06-30", to: "2020-07-03" } },
  { title: "Signing", focus: "agreement", layout: "lanes" },
];

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline | undefined;
let feature: Story;

const make = (options: StoryOptions = {}, more: Partial<TimelineOptions> = {}): Timeline => {
  feature = story(options);
  made = createTimeline(host, { locale: "en", events: EVENTS, features: [feature], ...more });
  page.nextFrame();
  return made;
};
const panel = (): HTMLElement => host.querySelector(".mizwala-story")!;
const text = (part: string): string => panel().querySelector(`.mizwala-story-${part}`)?.textContent ?? "";
const control = (name: string): HTMLElement => panel().querySelector(`[data-control="${name}"]`)!;
const told = (): (string | undefined)[] =>
  [...host.querySelectorAll<HTMLElement>(".mizwala-label.is-told")].map(({ dataset }) => dataset["event"]);
const press = (key: string, init: KeyboardEventInit = {}): boolean =>
  control("next").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }));
const swipe = (dx: number, dy = 0, pointerType = "touch"): void => {
  const shared = { bubbles: true, pointerId: 1, pointerType, isPrimary: true };
  panel().dispatchEvent(new PointerEvent("pointerdown", { ...shared, clientX: 200, clientY: 200 }));
  panel().dispatchEvent(new PointerEvent("pointerup", { ...shared, clientX: 200 + dx, clientY: 200 + dy }));
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
  window.history.replaceState(null, "", "/");
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("A story without chapters", () => {
  it("walks through the events in order of time", () => {
    make();
    const titles: string[] = [];
    for (let n = 0; n < 5; n++) {
      titles.push(text("title"));
      control("next").click();
      page.nextFrame();
    }
    expect(titles).toEqual(["قمة أستانا", "وصول باقري", "توقيع الاتفاقية", "لقاء الأسد وباقري", "لقاء الأسد وباقري"]);
    expect([text("count"), text("date"), told()]).toEqual(["4 of 4", "Thursday, July 9, 2020", ["meeting"]]);
    expect([feature.step, feature.count]).toEqual([4, 4]);
  });

  it("stays at its event when others come", () => {
    const timeline = make();
    feature.go(2);
    timeline.update({ events: [...EVENTS, { id: "before", date: "2020-06-30", title: "Before" }] });
    page.nextFrame();
    expect([text("title"), text("count")]).toEqual(["وصول باقري", "3 of 5"]);
  });

  it("comes back to its event after a time without any", () => {
    const timeline = make();
    feature.go(3);
    timeline.update({ events: [] });
    page.nextFrame();
    expect([panel().hidden, feature.step]).toEqual([true, 0]);
    timeline.update({ events: EVENTS });
    page.nextFrame();
    expect([panel().hidden, feature.step, told()]).toEqual([false, 3, ["agreement"]]);
  });

  it("is not there while there are no events, and begins with the first one", () => {
    const timeline = make({}, { events: [] });
    expect([panel().hidden, feature.step]).toEqual([true, 0]);
    timeline.update({ events: EVENTS });
    page.nextFrame();
    expect([panel().hidden, feature.step]).toEqual([false, 1]);
  });
});

describe("A story with chapters", () => {
  it("shows each with its text, its part of time, its event and its layout", () => {
    const timeline = make({ chapters: CHAPTERS });
    expect([text("title"), text("text"), told(), timeline.state]).toEqual(["The beginning", "<b>Text</b>", [], {}]);
    feature.next();
    page.nextFrame();
    expect(timeline.state.domain).toEqual({ from: "2020-06-30", to: "2020-07-03" });
    expect(told()).toEqual(["astana"]);
    feature.next();
    page.nextFrame();
    expect(host.querySelector<HTMLElement>(".mizwala")!.dataset["layout"]).toBe("lanes");
    feature.go(1);
    page.nextFrame();
    expect(timeline.state).toEqual({});
    expect(host.querySelector<HTMLElement>(".mizwala")!.dataset["layout"]).toBe("flags");
  });

  it.each(['a"]b', "a\\", "<b>", "]:is(*"])("points out an event whatever its id is: %j", (id) => {
    make({ chapters: [{ title: "It", focus: id }] }, { events: [...EVENTS, { id, date: "2020-07-05", title: "Odd" }] });
    const marks = [...host.querySelectorAll(".mizwala-mark")].filter((mark) => mark.getAttribute("data-event") === id);
    expect(marks.map((mark) => mark.classList.contains("is-told"))).toEqual([true]);
    expect(host.querySelectorAll(".mizwala-mark.is-told")).toHaveLength(1);
  });

  it("goes on where an event is asked for that none can be", () => {
    make({ chapters: [{ title: "None", focus: "line\nbreak" }] });
    expect([text("title"), told()]).toEqual(["None", []]);
  });

  it("speaks the language of the timeline, each text in its own direction", () => {
    const timeline = make({ chapters: CHAPTERS });
    timeline.update({ locale: "ar" });
    page.nextFrame();
    expect([text("title"), text("count"), control("next").title]).toEqual(["البداية", "1 من 3", "التالي"]);
    feature.next();
    expect(panel().querySelector<HTMLElement>(".mizwala-story-title")!.dir).toBe("ltr");
  });

  it("is announced, over what the movement has to say", () => {
    make({ chapters: CHAPTERS });
    const status = host.querySelector(".mizwala-status")!;
    vi.runAllTimers();
    expect(status.textContent).toBe("");
    feature.next();
    page.nextFrame();
    vi.runAllTimers();
    expect(status.textContent).toBe("Step 2 of 3: Summit");
  });

  it("is announced with each title in its own direction", () => {
    make({ chapters: CHAPTERS }, { locale: "ar" });
    feature.next();
    page.nextFrame();
    vi.runAllTimers();
    expect(host.querySelector(".mizwala-status")!.textContent).toBe("الخطوة 2 من 3: \u2066Summit\u2069");
  });

  it("goes on where an event is not there, or is filtered out", () => {
    const find = search({ unmatched: "none" });
    const gone: readonly Chapter[] = [{ title: "No one", focus: "no-one" }, ...CHAPTERS];
    feature = story({ chapters: gone });
    made = createTimeline(host, { locale: "en", events: EVENTS, features: [feature, find] });
    page.nextFrame();
    expect([text("title"), told()]).toEqual(["No one", []]);
    find.set({ text: "باقري" });
    feature.go(3);
    page.nextFrame();
    expect([text("title"), told()]).toEqual(["Summit", []]);
    find.clear();
    page.nextFrame();
    expect(told()).toEqual(["astana"]);
    expect(host.querySelectorAll('.mizwala-event[tabindex="0"]')).toHaveLength(1);
  });

  it("tells its listeners of each step, and of its end", () => {
    const timeline = make({ chapters: CHAPTERS });
    const steps: unknown[] = [];
    timeline.on("step", (message) => steps.push(message));
    feature.go(3);
    feature.go(9);
    feature.previous();
    control("close").click();
    expect(steps.map((message) => (message as { step: number }).step)).toEqual([3, 2, 0]);
  });

  it("closes, keeps the picture, and opens again where it was", () => {
    make({ chapters: CHAPTERS });
    feature.go(2);
    page.nextFrame();
    control("close").focus();
    control("close").click();
    page.nextFrame();
    const opener = host.querySelector<HTMLElement>(".mizwala-story-open")!;
    expect([panel().hidden, told(), document.activeElement === opener, feature.step]).toEqual([true, [], true, 0]);
    expect(opener.getAttribute("aria-expanded")).toBe("false");
    opener.click();
    page.nextFrame();
    expect([panel().hidden, told(), text("title")]).toEqual([false, ["astana"], "Summit"]);
  });

  it("throws for what nobody can have meant", () => {
    const bad: unknown[] = [
      { chapter: [] },
      { chapters: [{ text: "no title" }] },
      { chapters: [{ title: "a", show: { from: "2021", to: "2020" } }] },
      { chapters: [{ title: "a", layout: "grid" }] },
      { autoplay: 0 },
      { autoplay: 5, scroll: true },
    ];
    for (const options of bad) expect(() => story(options as StoryOptions)).toThrow(MizwalaError);
  });
});

describe.each(["ltr", "rtl"] as const)("With time running %s", (timeDirection) => {
  const forward = timeDirection === "ltr" ? 1 : -1;
  beforeEach(() => {
    make({ chapters: CHAPTERS }, { timeDirection });
  });

  it("arrow keys go where they point, Page Down and Page Up to the next and the previous step", () => {
    const [later, earlier] = forward > 0 ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
    const steps = [later, later, earlier, "PageUp", "PageDown", "End", "Home"].map((key) => {
      expect(press(key)).toBe(false);
      return feature.step;
    });
    expect(steps).toEqual([2, 3, 2, 1, 2, 3, 1]);
    expect(press(later, { ctrlKey: true })).toBe(true);
    expect(feature.step).toBe(1);
  });

  it("a swipe draws the next step in; a tap, a scroll and a mouse do not", () => {
    swipe(-100 * forward);
    expect(feature.step).toBe(2);
    swipe(100 * forward);
    expect(feature.step).toBe(1);
    swipe(-20 * forward);
    swipe(-100 * forward, 80);
    swipe(-100 * forward, 0, "mouse");
    expect(feature.step).toBe(1);
  });
});

describe("Going on by itself", () => {
  const allowMotion = (): void => {
    Object.assign(window, { matchMedia: () => ({ matches: true }) });
  };
  afterEach(() => {
    Reflect.deleteProperty(window, "matchMedia");
  });
  const wait = (seconds: number): void => {
    vi.advanceTimersByTime(seconds * 1000);
    page.nextFrame();
  };

  it("A64: happens only when asked", () => {
    allowMotion();
    make({ chapters: CHAPTERS });
    wait(100);
    expect(feature.step).toBe(1);
    control("play").click();
    expect(control("play").title).toBe("Stop");
    wait(8);
    expect(feature.step).toBe(2);
    control("play").click();
    wait(100);
    expect(feature.step).toBe(2);
  });

  it("A63: begins at once where the author says so, not for readers who want little motion, and ends with the last step", () => {
    make({ chapters: CHAPTERS, autoplay: 2 });
    wait(100);
    expect(feature.step).toBe(1);
    made?.destroy();
    allowMotion();
    make({ chapters: CHAPTERS, autoplay: 2 });
    wait(2);
    expect(feature.step).toBe(2);
    wait(100);
    expect([feature.step, control("play").title, control("play").getAttribute("aria-disabled")]).toEqual([
      3,
      "Play",
      "true",
    ]);
  });

  it.each(["pointerdown", "keydown", "focusin", "wheel"])("stops at a %s anywhere in the timeline", (type) => {
    make({ chapters: CHAPTERS });
    feature.play();
    host.querySelector(".mizwala-plot")!.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { key: "x" }));
    wait(100);
    expect(feature.step).toBe(1);
  });

  it("stops when a reader comes to want little motion, but not what that reader asked for", () => {
    let hasMotion = true;
    Object.assign(window, { matchMedia: () => ({ matches: hasMotion }) });
    make({ chapters: CHAPTERS, autoplay: 2 });
    hasMotion = false;
    wait(100);
    expect([feature.step, control("play").title]).toEqual([1, "Play"]);
    control("play").click();
    wait(2);
    expect(feature.step).toBe(2);
  });

  it("stops on a hidden page, and with the timeline", () => {
    make({ chapters: CHAPTERS });
    feature.play();
    const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    document.dispatchEvent(new Event("visibilitychange"));
    hidden.mockReturnValue(false);
    wait(100);
    expect(feature.step).toBe(1);
    feature.play();
    made?.destroy();
    expect(vi.getTimerCount()).toBe(0);
    feature.next();
    expect(feature.step).toBe(0);
  });
});

describe("A step in the address", () => {
  it("is an entry of its own, and comes back", () => {
    const timeline = make({ chapters: CHAPTERS }, { hash: true });
    vi.runAllTimers();
    expect(window.location.hash).toBe("");
    feature.next();
    page.nextFrame();
    vi.runAllTimers();
    expect(window.location.hash).toBe("#domain=2020-06-30/2020-07-03&story=2");
    window.history.back();
    vi.advanceTimersByTime(10);
    page.nextFrame();
    expect([feature.step, timeline.state]).toEqual([1, {}]);
  });

  it("with a layout of its own goes back to that of the timeline", () => {
    window.history.replaceState(null, "", "/#layout=lanes&story=3");
    const timeline = make({ chapters: CHAPTERS }, { hash: true });
    const layout = () => host.querySelector<HTMLElement>(".mizwala")!.dataset["layout"];
    expect([layout(), timeline.state.layout]).toEqual(["lanes", "lanes"]);
    feature.go(1);
    page.nextFrame();
    expect([layout(), timeline.state]).toEqual(["flags", {}]);
  });

  it.each([
    ["#story=3", 3],
    ["#story=0", 0],
    ["#story=999999999999", 3],
    ["#story=-1", 1],
    ["#story=%5B%5D", 1],
    ["#story=1e400", 1],
  ])("%s opens step %j", (hash, step) => {
    window.history.replaceState(null, "", `/${hash}`);
    make({ chapters: CHAPTERS }, { hash: true });
    expect([feature.step, panel().hidden]).toEqual([step, step === 0]);
  });
});

describe("A story to scroll", () => {
  const scrollTo = (tops: readonly number[]): void => {
    for (const [i, section] of [...panel().children].entries())
      section.getBoundingClientRect = () => new DOMRect(0, tops[i], 500, 460);
    window.dispatchEvent(new Event("scroll"));
    page.nextFrame();
  };

  it("has all chapters in the page, and follows the one that is scrolled to", () => {
    make({ chapters: CHAPTERS, scroll: true });
    const sections = [...panel().children];
    expect(sections.map((section) => section.querySelector("h3")?.textContent)).toEqual([
      "The beginning",
      "Summit",
      "Signing",
    ]);
    const middle = window.innerHeight / 2;
    scrollTo([middle - 460, middle, middle + 460]);
    expect([feature.step, told(), sections[1]!.className]).toEqual([2, ["astana"], "mizwala-story-chapter is-told"]);
    scrollTo([middle - 920, middle - 460, middle + 1]);
    expect(feature.step).toBe(2);
    scrollTo([middle + 1, middle + 461, middle + 921]);
    expect(feature.step).toBe(2);
  });

  it("keeps the plot in sight only where it leaves room to read", () => {
    make({ chapters: CHAPTERS, scroll: true });
    const plot = host.querySelector<HTMLElement>(".mizwala-plot")!;
    const isHeldAt = (height: number): boolean => {
      vi.spyOn(plot, "offsetHeight", "get").mockReturnValue(height);
      window.dispatchEvent(new Event("resize"));
      return plot.classList.contains("is-held");
    };
    expect([isHeldAt(400), isHeldAt(window.innerHeight)]).toEqual([true, false]);
    made?.destroy();
    window.dispatchEvent(new Event("scroll"));
    expect(feature.step).toBe(0);
  });

  it("goes to a step by code, and has no button that could be missed", () => {
    make({ chapters: CHAPTERS, scroll: true });
    expect(host.querySelector(".mizwala-story button, .mizwala-story-open")).toBeNull();
    feature.go(2);
    expect(feature.step).toBe(2);
  });
});
