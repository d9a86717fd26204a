import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import battutaFile from "../../examples/lanes-ibn-battuta.json" with { type: "json" };
import moonFile from "../../examples/lanes-moon.json" with { type: "json" };
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stage, wholePage } from "../support/stage.js";

const battuta = battutaFile as unknown as TimelineOptions;
const moon = moonFile as unknown as TimelineOptions;

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage();
  browser = await engines.chromium({ hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const open = async (options: TimelineOptions, width = 1280): Promise<void> => {
  await browser.resize(width, 900);
  await stage(browser, `${site.url}/stage`, options);
};

/** The ids of the lanes that are shown, from above. */
const shownLanes = (): Promise<string[]> =>
  browser.run(`[...document.querySelectorAll(".mizwala-lane")].map((lane) => lane.dataset.lane)`);
const fold = (id: string): string => `.mizwala-fold[data-lane="${id}"]`;
const isExpanded = (id: string): Promise<string | null> =>
  browser.run(`document.querySelector('${fold(id)}').getAttribute("aria-expanded")`);

const STATES = ["states", "probes", "mercury", "gemini", "apollo", "skylab"];
const SOVIET = ["soviet", "sputnik", "luna", "vostok", "voskhod", "soyuz"];

describe("A group of lanes", () => {
  it("folds by pointer, unfolds by key with the focus on it, and tells its listeners.", async () => {
    await open(moon);
    await browser.run(`(window.folds = [], timeline.on("fold", (message) => folds.push(message)))`);
    expect(await shownLanes()).toEqual([...SOVIET, ...STATES, "both"]);
    await browser.click(fold("soviet"));
    await browser.settle();
    expect(await shownLanes()).toEqual(["soviet", ...STATES, "both"]);
    expect(await isExpanded("soviet")).toBe("false");
    expect(await browser.run("document.activeElement.dataset.lane")).toBe("soviet");
    await browser.press("Enter");
    await browser.settle();
    expect(await shownLanes()).toEqual([...SOVIET, ...STATES, "both"]);
    await browser.press(" ");
    await browser.settle();
    expect(await isExpanded("soviet")).toBe("false");
    expect(await browser.run("document.activeElement.dataset.lane")).toBe("soviet");
    expect(await browser.run("folds")).toEqual([true, false, true].map((isFolded) => ({ lane: "soviet", isFolded })));
    expect(await browser.problems()).toEqual([]);
  });

  it("stays as the reader left it when options and events change.", async () => {
    await open({ ...moon, lanes: moon.lanes!.map((lane) => ({ ...lane, folded: true })) });
    expect(await shownLanes()).toEqual(["soviet", "states", "both"]);
    await browser.click(fold("states"));
    await browser.run(`timeline.update({ title: "Anew", events: ${JSON.stringify(moon.events.slice(3))} })`);
    await browser.settle();
    expect(await shownLanes()).toEqual(["soviet", ...STATES, "both"]);
    await browser.run(`timeline.update({ layout: "flags" })`);
    await browser.settle();
    expect(await shownLanes()).toEqual([]);
    expect(await browser.run("document.querySelectorAll('.mizwala-fold').length")).toBe(0);
    await browser.run(`timeline.update({ layout: "lanes" })`);
    await browser.settle();
    expect(await shownLanes()).toEqual(["soviet", ...STATES, "both"]);
  });

  it("has buttons with names, and events say which lane they are in.", async () => {
    await open({ ...moon, locale: "ar" });
    const names = await browser.run<string[]>(
      `[...document.querySelectorAll(".mizwala-fold")].map((button) => button.getAttribute("aria-label"))`,
    );
    expect(names).toEqual(["الاتحاد السوفييتي", "الولايات المتحدة"]);
    const name = await browser.run<string>(
      `document.querySelector('.mizwala-event[data-event="vostok-1"]').getAttribute("aria-label")`,
    );
    expect(name).toContain("Vostok، رحلة");
  });
});

describe("Rows and titles", () => {
  const boxes = `(() => {
    const gutter = document.querySelector(".mizwala-axis").getBoundingClientRect();
    const boxOf = (element) => { const { left, right, top, bottom } = element.getBoundingClientRect(); return { left, right, top, bottom, event: element.dataset.event }; };
    return { axis: boxOf(document.querySelector(".mizwala-axis")), labels: [...document.querySelectorAll(".mizwala-label, .mizwala-more, .mizwala-lane")].map(boxOf), marks: [...document.querySelectorAll(".mizwala-mark")].map((mark) => ({ ...boxOf(mark), event: mark.getAttribute("data-event") })) };
  })()`;
  interface Box {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly event?: string;
  }
  interface Boxes {
    readonly axis: Box;
    readonly labels: readonly Box[];
    readonly marks: readonly Box[];
  }
  const measure = (): Promise<Boxes> => browser.run<Boxes>(boxes);
  const overlaps = ({ labels }: Boxes): (readonly Box[])[] =>
    labels.flatMap((one, i) =>
      labels
        .slice(i + 1)
        .filter(
          (other) =>
            Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
            Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3,
        )
        .map((other) => [one, other]),
    );

  it.each([
    ["ltr", 1280],
    ["rtl", 1280],
    ["ltr", 800],
    ["rtl", 390],
  ] as const)("lie on no other label, %s at %i px, at any of several zooms.", async (direction, width) => {
    await open({ ...moon, direction }, width);
    for (const key of ["", "+", "+", "+", "+"]) {
      if (key !== "") {
        await browser.run(`document.querySelector(".mizwala-plot").focus()`);
        await browser.press(key);
        await browser.settle();
      }
      const found = await measure();
      expect(found.labels.length).toBeGreaterThan(3);
      expect(overlaps(found)).toEqual([]);
      for (const { left, right } of found.marks) {
        expect(left).toBeGreaterThanOrEqual(found.axis.left - 9);
        expect(right).toBeLessThanOrEqual(found.axis.right + 9);
      }
    }
  });

  it("stay in their rows while the plot is dragged, and the title of a long bar stays at the edge.", async () => {
    await open({ ...battuta, domain: { from: "1330", to: "1352" } });
    const before = await measure();
    const rows = new Map(before.marks.map(({ event, top, bottom }) => [event, (top + bottom) / 2]));
    await browser.drag([640, 440], [840, 440]);
    await browser.settle();
    const after = await measure();
    const middleOf = ({ left, right }: Box): number => (left + right) / 2;
    const boxOf = (boxes: readonly Box[], id: string): Box => boxes.find(({ event }) => event === id)!;
    expect(middleOf(boxOf(after.marks, "maldives")) - middleOf(boxOf(before.marks, "maldives"))).toBeCloseTo(200, 0);
    let stayed = 0;
    for (const { event, top, bottom } of after.marks) {
      if (!rows.has(event)) continue;
      expect((top + bottom) / 2).toBeCloseTo(rows.get(event)!, 0);
      stayed++;
    }
    expect(stayed).toBeGreaterThan(3);
    // Time runs to the left and the bar began before what is in view, so its title stands at the right edge.
    for (const { axis, labels, marks } of [before, after]) {
      expect(boxOf(marks, "east").right).toBeCloseTo(axis.right, 0);
      expect(boxOf(labels, "east").right).toBeCloseTo(axis.right - 8, 0);
    }
  });

  it("are met by pointers where they are drawn: a click on a bar or on its title chooses the event.", async () => {
    await open(battuta);
    const chosen = `document.querySelector(".mizwala-details-title")?.textContent`;
    await browser.click(`.mizwala-label[data-event="delhi"]`);
    expect(await browser.run(chosen)).toBe("قاضياً في دلهي");
    await browser.click(`.mizwala-mark[data-event="mali"]`);
    expect(await browser.run(chosen)).toBe("الرحلة إلى مالي");
  });

  it("A22: are walked by arrows: along time, and up and down to the nearest event in the next lane.", async () => {
    await open(battuta);
    await browser.run(`document.querySelector('[data-event="east"].mizwala-event').focus()`);
    const focused = (): Promise<string> => browser.run("document.activeElement.dataset.event");
    await browser.press("ArrowUp");
    expect(await focused()).toBe("birth");
    await browser.press("ArrowDown");
    await browser.press("ArrowDown");
    expect(await focused()).toBe("constantinople");
    await browser.press("ArrowLeft");
    expect(await focused()).toBe("delhi");
  });

  it("open the events that have no row by the count in their place.", async () => {
    await open(moon);
    await browser.click(".mizwala-more");
    const title = await browser.run<string>(`document.querySelector(".mizwala-details-title").textContent`);
    expect(title).toMatch(/^\d+ events?$/);
  });
});

describe("Pictures of lanes", () => {
  const scenes = [1280, 800, 390].flatMap((width) =>
    (["light", "dark"] as const).flatMap((colorScheme) =>
      (["ar", "en"] as const).map((language) => ({ width, colorScheme, language })),
    ),
  );
  it.each(scenes)("look right in $language at $width px, $colorScheme", async ({ width, colorScheme, language }) => {
    await browser.emulate({ colorScheme });
    await open({ ...battuta, locale: language }, width);
    await expectPicture(browser, `lanes-${language}-${width}-${colorScheme}`, await wholePage(browser, width));
    await browser.emulate({ colorScheme: "light" });
  });

  it("look right with groups, open and folded, in both directions of time", async () => {
    await open(moon);
    await expectPicture(browser, "lanes-moon-1280", await wholePage(browser, 1280));
    await open({ ...moon, timeDirection: "rtl" }, 800);
    await browser.click(fold("soviet"));
    await browser.settle();
    await expectPicture(browser, "lanes-moon-rtl-800", await wholePage(browser, 800));
  });

  it("A61: look right in forced colours", async () => {
    await browser.emulate({ forcedColors: "active" });
    await open(battuta);
    await expectPicture(browser, "lanes-forced-1280", await wholePage(browser, 1280));
    await browser.emulate({ forcedColors: "none" });
  });
});
