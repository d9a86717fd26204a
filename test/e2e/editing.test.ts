import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EditingOptions } from "../../src/features/index.js";
import type { TimelineEvent, TimelineOptions } from "../../src/index.js";
import { findBarriers } from "../support/axe.js";
import { bundle } from "../support/bundle.js";
import type { ChromiumDriver, Driver, Point } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, serveStage, settleWith, wholePage } from "../support/stage.js";
import { background, summitInEnglish } from "./example.js";
import battuta from "../../examples/lanes-ibn-battuta.json" with { type: "json" };
import silence from "../../examples/silence-moon.json" with { type: "json" };

const FOCUS = `document.activeElement.dataset.event ?? document.activeElement.dataset.tool ?? document.activeElement.className`;

let site: TestServer;
beforeAll(async () => {
  const library = { html: await bundle(), headers: { "content-type": "text/javascript; charset=utf-8" } };
  site = await serveStage({ "/dist/mizwala.iife.js": library });
});
afterAll(() => site.close());

/** Draws a timeline that can be edited; `window.edit` is how, `window.changes` what was told. */
async function stageEditing(browser: Driver, options: unknown, own: EditingOptions = {}): Promise<void> {
  await browser.goto(`${site.url}/stage`);
  await browser.run(`(() => {
    window.edit = mizwala.editing(${JSON.stringify(own)});
    const options = { ...${JSON.stringify(options)}, features: [edit] };
    window.timeline = mizwala.createTimeline(document.getElementById("host"), options);
    window.changes = [];
    timeline.on("change", ({ action, cause }) => changes.push(action + " " + cause));
  })()`);
  await browser.settle();
}

/** A month in two lanes. */
const month = (locale: "ar" | "en"): TimelineOptions => ({
  locale,
  layout: "lanes",
  domain: { from: "2020-07-01", to: "2020-07-31" },
  lanes: [
    { id: "a", label: { ar: "أ", en: "A" } },
    { id: "b", label: { ar: "ب", en: "B" } },
  ],
  events: [
    { id: "talks", date: "2020-07-10/2020-07-16", lane: "a", title: { ar: "محادثات", en: "Talks" } },
    { id: "visit", date: "2020-07-22", lane: "b", title: { ar: "زيارة", en: "Visit" } },
  ],
});

const focusOn = (browser: Driver, id: string): Promise<void> =>
  browser.run(`document.querySelector(".mizwala-event[data-event='${id}']").focus()`);
const eventOf = (browser: Driver, id: string): Promise<TimelineEvent | null> =>
  browser.run(`edit.events.find((event) => event.id === "${id}") ?? null`);
const dateOf = async (browser: Driver, id: string): Promise<unknown> => (await eventOf(browser, id))?.date;

/** Where the mark of an event begins in the page's view and how long a day is: below 0 where later lies to the left. */
async function readMonth(browser: Driver, isRtl: boolean): Promise<{ at: Point; end: Point; day: number }> {
  const { left, right, top, height } = await boxOf(browser, ".mizwala-mark[data-event='talks']");
  const day = ((right - left) / 7) * (isRtl ? -1 : 1);
  const y = Math.round(top + height / 2);
  return { at: [Math.round((left + right) / 2), y], end: [Math.round(isRtl ? left + 3 : right - 3), y], day };
}

const WAYS = [
  ["right to left", "ar", "ArrowLeft"],
  ["left to right", "en", "ArrowRight"],
] as const;

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 800, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  describe.each(casesIn(engine, WAYS))("%s", (_, locale, later) => {
    const isRtl = locale === "ar";

    it("A32: one moves, resizes, changes lanes, renames, adds, deletes and takes back, all by keys", async () => {
      await stageEditing(browser, month(locale));
      await focusOn(browser, "visit");
      await browser.press("F2", later, later, `Shift+${later}`, `Alt+${later}`, "ArrowUp");
      await browser.settle();
      expect(await browser.run(`document.querySelector(".mizwala-draft-date").textContent`)).toMatch(/25|٢٥/);
      await browser.press("Enter");
      expect(await eventOf(browser, "visit")).toMatchObject({ date: "2020-07-25", lane: "a" });
      expect(await browser.run(FOCUS)).toBe("visit");
      await browser.press("F2", later, "Space", "Control+z");
      expect(await browser.run(`document.querySelector(".mizwala-details").hidden`)).toBe(true);
      expect(await dateOf(browser, "visit")).toBe("2020-07-25");
      await browser.press("F2", "F2");
      expect(await browser.run(FOCUS)).toBe("mizwala-rename");
      await browser.type("Summit");
      await browser.press("Enter");
      expect((await eventOf(browser, "visit"))?.title).toMatchObject({ [locale]: "Summit" });
      await browser.press("Insert", "Escape", "Delete", "Control+z", "Control+z", "Control+z", "Control+z");
      await browser.settle();
      expect(await browser.run("edit.events")).toEqual(month(locale).events);
      await browser.press("Control+y");
      expect(await dateOf(browser, "visit")).toBe("2020-07-25");
      expect(await browser.problems()).toEqual([]);
    });

    it("one drags an event in time by whole days, and it is no click", async () => {
      await stageEditing(browser, month(locale));
      const { at, day } = await readMonth(browser, isRtl);
      await browser.drag(at, [at[0] + Math.round(2.3 * day), at[1]]);
      await browser.settle();
      expect(await dateOf(browser, "talks")).toBe("2020-07-12/2020-07-18");
      expect(await browser.run(`document.querySelector(".mizwala-details").hidden`)).toBe(true);
      const after = await readMonth(browser, isRtl);
      expect(Math.abs(after.at[0] - at[0] - 2 * day)).toBeLessThan(2);
      expect(await browser.run("changes")).toEqual(["move edit"]);
      expect(await browser.problems()).toEqual([]);
    });

    it("one drags the end of a bar, and no end comes before its start", async () => {
      await stageEditing(browser, month(locale));
      const { end, day } = await readMonth(browser, isRtl);
      await browser.move(end);
      expect(await browser.run(`document.querySelector(".mizwala").dataset.grip`)).toBe("along");
      await browser.drag(end, [end[0] + Math.round(2.9 * day), end[1]]);
      await browser.settle();
      expect(await dateOf(browser, "talks")).toBe("2020-07-10/2020-07-19");
      const next: Point = [end[0] + Math.round(3 * day), end[1]];
      await browser.drag(next, [next[0] - Math.round(7 * day), next[1]]);
      await browser.settle();
      expect(await dateOf(browser, "talks")).toBe("2020-07-10/2020-07-12");
      expect(await browser.run("changes")).toEqual(["resize edit", "resize edit"]);
    });

    it("one drags an event into another lane", async () => {
      await stageEditing(browser, month(locale));
      const talks = await boxOf(browser, ".mizwala-mark[data-event='talks']");
      const visit = await boxOf(browser, ".mizwala-mark[data-event='visit']");
      const x = Math.round(visit.x + visit.width / 2);
      await browser.drag([x, Math.round(visit.y + visit.height / 2)], [x, Math.round(talks.y + talks.height / 2)]);
      await browser.settle();
      expect(await eventOf(browser, "visit")).toMatchObject({ date: "2020-07-22", lane: "a" });
      expect(await browser.run("changes")).toEqual(["lane edit"]);
    });

    it("one adds an event by a double click, and its title is asked for", async () => {
      await stageEditing(browser, month(locale));
      const { at, day } = await readMonth(browser, isRtl);
      const visit = await boxOf(browser, ".mizwala-mark[data-event='visit']");
      const point = [at[0] - Math.round(4 * day), Math.round(visit.y + visit.height / 2)];
      await browser.run(`void document.elementFromPoint(${point.join()}).dispatchEvent(new MouseEvent("dblclick",
        { bubbles: true, cancelable: true, clientX: ${point[0]}, clientY: ${point[1]}, view: window }))`);
      await browser.settle();
      await browser.type("New");
      await browser.press("Enter");
      const made = await browser.run<TimelineEvent>("edit.events.at(-1)");
      expect(made).toMatchObject({ title: "New", date: "2020-07-09", lane: "b" });
      expect(await browser.run(FOCUS)).toBe(made.id);
    });

    it("A39: every drag has a button", async () => {
      await stageEditing(browser, month(locale));
      await browser.click(".mizwala-label[data-event='visit']");
      for (const tool of ["later", "endLater", "startEarlier", "previousLane"]) {
        await browser.click(`[data-tool=${tool}]`);
        await browser.settle();
      }
      expect(await eventOf(browser, "visit")).toMatchObject({ date: "2020-07-22/2020-07-24", lane: "a" });
      for (let i = 0; i < 4; i++) await browser.click("[data-tool=undo]");
      await browser.settle();
      expect(await browser.run("edit.events")).toEqual(month(locale).events);
    });
  });

  it("time that an axis leaves out is leapt over by what is dragged", async () => {
    await stageEditing(browser, { ...silence, locale: "en" });
    const { marks, domain } = await browser.run<{ marks: DOMRect[]; domain: unknown }>(
      `({ marks: ["luna-24", "change-3", "apollo-17"].map((id) =>
          document.querySelector(".mizwala-mark[data-event='" + id + "']")?.getBoundingClientRect().toJSON()) })`,
    );
    expect(domain).toBeUndefined();
    const [luna, next] = marks as [DOMRect, DOMRect];
    const at: Point = [Math.round(luna.x + luna.width / 2), Math.round(luna.y + luna.height / 2)];
    await browser.drag(at, [Math.round(next.x + next.width / 2), at[1]]);
    await browser.settle();
    expect(String(await dateOf(browser, "luna-24"))).toMatch(/^201[34]-/);
  });

  it("where time runs down the page, what is dragged down comes later, into the lane beside it", async () => {
    await stageEditing(browser, { ...month("ar"), orientation: "vertical" });
    const { x, top, bottom, width } = await boxOf(browser, ".mizwala-mark[data-event='talks']");
    const visit = await boxOf(browser, ".mizwala-mark[data-event='visit']");
    const day = (bottom - top) / 7;
    const at: Point = [Math.round(x + width / 2), Math.round((top + bottom) / 2)];
    await browser.drag(at, [Math.round(visit.x + visit.width / 2), at[1] + Math.round(3 * day)]);
    await browser.settle();
    expect(await eventOf(browser, "talks")).toMatchObject({ date: "2020-07-13/2020-07-19", lane: "b" });
    await focusOn(browser, "talks");
    await browser.press("F2", "ArrowUp", "ArrowRight", "Enter");
    expect(await eventOf(browser, "talks")).toMatchObject({ date: "2020-07-12/2020-07-18", lane: "a" });
    await browser.click("[data-tool=nextLane]");
    expect(await eventOf(browser, "talks")).toMatchObject({ lane: "b" });
  });

  it("events that come meanwhile leave focus and what is held as it is", async () => {
    await stageEditing(browser, month("en"));
    await focusOn(browser, "visit");
    await browser.press("F2", "ArrowRight");
    await browser.run(
      `(timeline.append([{ id: "news", date: "2020-07-05", title: "News" }]), timeline.remove(["talks"]))`,
    );
    await browser.settle();
    expect(await browser.run(FOCUS)).toBe("visit");
    await browser.press("Enter");
    expect(await browser.run("edit.events.map(({ id, date }) => [id, date])")).toEqual([
      ["visit", "2020-07-23"],
      ["news", "2020-07-05"],
    ]);
  });
});

describe("In Chromium", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium({ width: 1000, height: 800, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  const mouse = (type: "mousePressed" | "mouseMoved" | "mouseReleased", [x, y]: Point): Promise<unknown> =>
    browser.cdp("Input.dispatchMouseEvent", {
      ...{ type, x, y, button: "left", clickCount: 1, buttons: type === "mouseReleased" ? 0 : 1 },
    });
  const hold = async (from: Point, to: Point): Promise<void> => {
    await mouse("mousePressed", from);
    await mouse("mouseMoved", [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
    await mouse("mouseMoved", to);
    await browser.settle();
  };

  it("a drag is given up by Escape, and shows its date meanwhile", async () => {
    await stageEditing(browser, month("en"));
    const { at, day } = await readMonth(browser, false);
    const to: Point = [at[0] + Math.round(2 * day), at[1]];
    await hold(at, to);
    expect(await browser.run(`document.querySelector(".mizwala-draft-date").textContent`)).toBe("July 12–18, 2020");
    const domain = await browser.run("JSON.stringify(timeline.state.domain)");
    await browser.press("Escape");
    await mouse("mouseMoved", [to[0] + 50, to[1]]);
    await mouse("mouseReleased", [to[0] + 50, to[1]]);
    await browser.settle();
    expect(await browser.run("JSON.stringify(timeline.state.domain)")).toBe(domain);
    expect(await browser.run("[changes.length, document.querySelectorAll('.mizwala-draft').length]")).toEqual([0, 0]);
    expect(await browser.run(`document.querySelector(".mizwala-details").hidden`)).toBe(true);
  });

  it("nothing is dragged that readers may not do; then a drag pans, as ever", async () => {
    await stageEditing(
      browser,
      { ...month("en"), domain: { from: "2020-07-05", to: "2020-07-20" } },
      { actions: ["resize"] },
    );
    const { at, end, day } = await readMonth(browser, false);
    await browser.drag(end, [end[0] - Math.round(2 * day), end[1]]);
    await browser.settle();
    expect(await dateOf(browser, "talks")).toBe("2020-07-10/2020-07-14");
    await browser.drag([at[0] - 60, at[1]], [at[0] - 160, at[1]]);
    await browser.settle();
    expect(await browser.run("changes")).toEqual(["resize edit"]);
    const after = await readMonth(browser, false);
    expect(after.at[0]).toBeLessThan(at[0] - 100);
  });

  it.each(["ar", "en"] as const)("the view goes along with what is dragged over its end: %s", async (locale) => {
    const events = [{ id: "far", date: "2020-09-30", title: "Far" }, ...month(locale).events];
    await stageEditing(browser, { ...month(locale), events });
    const { at, day } = await readMonth(browser, locale === "ar");
    const plot = await boxOf(browser, ".mizwala-plot");
    const to: Point = [day > 0 ? plot.right - 4 : plot.left + 4, at[1]];
    await hold(at, to);
    await expect
      .poll(() =>
        browser.run<string>(`edit.events.length && document.querySelector(".mizwala-draft-date").textContent`),
      )
      .toMatch(/August|آب|أغسطس/);
    await mouse("mouseReleased", to);
    await browser.settle();
    expect(String(await dateOf(browser, "talks"))).toMatch(/2020-0[89]/);
  });

  it("a finger pans over events, and drags the one that is chosen", async () => {
    await stageEditing(browser, { ...month("en"), domain: { from: "2020-07-08", to: "2020-07-24" } });
    const label = await boxOf(browser, ".mizwala-mark[data-event='talks']");
    const at: Point = [label.x + label.width / 2, label.y + label.height / 2];
    await browser.swipe(at, [at[0] - 60, at[1]]);
    await browser.settle();
    expect(await browser.run("changes")).toEqual([]);
    await browser.run(`timeline.select("talks")`);
    await browser.settle();
    const chosen = await boxOf(browser, ".mizwala-mark[data-event='talks']");
    const day = chosen.width / 7;
    const mid: Point = [chosen.x + chosen.width / 2, chosen.y + chosen.height / 2];
    await browser.swipe(mid, [mid[0] + 2 * day, mid[1]]);
    await browser.settle();
    expect(await dateOf(browser, "talks")).toBe("2020-07-12/2020-07-18");
  });

  it("every target has 24 px, and 44 for a finger, down to 320 px", async () => {
    await browser.resize(320, 700);
    for (const [isTouch, least] of [
      [false, 24],
      [true, 44],
    ] as const) {
      await browser.cdp("Emulation.setTouchEmulationEnabled", { enabled: isTouch, maxTouchPoints: 1 });
      for (const locale of ["ar", "en"] as const) {
        await stageEditing(browser, month(locale));
        await focusOn(browser, "visit");
        await browser.press("F2", "F2");
        await browser.settle();
        expect(await browser.run("document.documentElement.scrollWidth")).toBe(320);
        const sizes = await browser.run<number[]>(
          `[...document.querySelectorAll("[data-tool], .mizwala-rename")].filter((it) => it.offsetParent)
            .flatMap((it) => [it.offsetWidth, it.offsetHeight])`,
        );
        expect(sizes.length).toBeGreaterThan(20);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least);
      }
    }
    await browser.cdp("Emulation.setTouchEmulationEnabled", { enabled: false });
    await browser.resize(1000, 800);
  });

  it.each(["light", "dark"] as const)("nothing bars anybody from the editing, %s", async (colorScheme) => {
    await browser.emulate({ colorScheme });
    for (const options of [background, month("en")]) {
      await stageEditing(browser, options);
      await browser.run(`document.querySelector(".mizwala-event").focus()`);
      for (const keys of [["F2"], ["ArrowLeft", "Shift+ArrowDown"], ["F2"], ["Escape", "Delete"]]) {
        await browser.press(...keys);
        await browser.settle();
        expect(await findBarriers(browser, ".mizwala")).toEqual([]);
      }
    }
    await browser.emulate({ colorScheme: "light" });
  });

  it("a screen reader meets a toolbar with names, and a field with one", async () => {
    await stageEditing(browser, month("en"));
    await focusOn(browser, "visit");
    await browser.press("F2", "F2");
    await browser.settle();
    const { nodes } = await browser.cdp<{ nodes: { role?: { value: string }; name?: { value: string } }[] }>(
      "Accessibility.getFullAXTree",
    );
    const named = nodes.map(({ role, name }) => `${role?.value ?? ""} ${name?.value ?? ""}`);
    for (const one of ["toolbar Edit events", "button Undo", "button End later", "textbox Title"])
      expect(named).toContain(one);
  });

  it.each([
    ["", "ar-1280", 1280],
    ["?lang=en", "en-390", 390],
  ] as const)("the example works by its own buttons: editing.html%s", async (query, name, width) => {
    await browser.goto(`${site.url}/examples/editing.html${query}`);
    await settleWith(browser, "window.timeline?.destroy");
    await expectPicture(browser, `editing-example-${name}`, await wholePage(browser, width));
    await browser.click("#acts button:nth-of-type(1)");
    await browser.settle();
    expect(await dateOf(browser, "granada")).toBe("1350~");
    await browser.click("#acts button:nth-of-type(2)");
    await focusOn(browser, "granada");
    await browser.press("Delete", "F2", "ArrowDown", "ArrowUp", "ArrowLeft", "Enter");
    await browser.settle();
    expect(await dateOf(browser, "granada")).toMatch(/^13(49|51)~$/);
    expect(await browser.run(`document.getElementById("change").textContent`)).toContain('"date":"1350~"');
    expect(await browser.problems()).toEqual([]);
    await browser.resize(1000, 800);
  });

  const HELD = ["F2", "ArrowLeft", "ArrowLeft"];
  it.each([
    ["ar-1280-light", background, 1280, "light", "meeting", [...HELD, "Shift+ArrowLeft"]],
    ["ar-390-dark", background, 390, "dark", "arrival", ["F2", "ArrowDown"]],
    ["en-1280-dark", summitInEnglish, 1280, "dark", "arrival", ["F2", "F2"]],
    ["en-390-light", summitInEnglish, 390, "light", "agreement", ["F2", "F2"]],
    [
      "lanes-ar-1280-light",
      battuta as unknown as TimelineOptions,
      1280,
      "light",
      "first-pilgrimage",
      ["F2", "ArrowDown"],
    ],
    [
      "vertical-en-800-light",
      { ...summitInEnglish, orientation: "vertical" },
      800,
      "light",
      "arrival",
      ["F2", "ArrowUp"],
    ],
  ] as const)("the editing looks right: %s", async (name, options, width, colorScheme, id, keys) => {
    await browser.emulate({ colorScheme });
    await browser.resize(width, 800);
    await stageEditing(browser, options);
    await focusOn(browser, id);
    await browser.press(...keys);
    await browser.settle();
    await expectPicture(browser, `editing-${name}`, await wholePage(browser, width));
    await browser.resize(1000, 800);
    await browser.emulate({ colorScheme: "light" });
  });
});
