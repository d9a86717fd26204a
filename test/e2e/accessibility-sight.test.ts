import { PNG } from "pngjs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import moonFile from "../../examples/lanes-moon.json" with { type: "json" };
import { contrastOf, lightOf, type Light } from "../support/colour.js";
import type { ChromiumDriver, Point } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, stage, stagePage, wholePage } from "../support/stage.js";
import { crowd } from "./crowd.js";
import { days, read } from "./days.js";
import { summit, summitInEnglish } from "./example.js";

const moon = moonFile as unknown as TimelineOptions;
const CALM = {
  colorScheme: "light",
  reducedMotion: "reduce",
  forcedColors: "none",
  contrast: "no-preference",
  media: "screen",
} as const;
/** What readers set who need more air between letters, words and lines (WCAG 2.2, 1.4.12). */
const SPACED =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage({
    "/spaced": stagePage({ css: SPACED }),
    "/tall": stagePage({ css: "body { height: 3000px; }" }),
  });
  browser = await engines.chromium({ width: 1120, height: 900, hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  await browser.emulate(CALM);
  await browser.resize(1120, 900);
});

const open = (options: TimelineOptions, path = "stage"): Promise<void> =>
  stage(browser, `${site.url}/${path}`, options);
const focusOn = async (id: string): Promise<void> => {
  await browser.run(`document.querySelector(".mizwala-event[data-event='${id}']").focus({ focusVisible: true })`);
  await browser.settle();
};
const css = (selector: string, name: string): Promise<string> =>
  browser.run(`getComputedStyle(document.querySelector("${selector}")).getPropertyValue("${name}")`);
/** Parts of texts that are out of the view or of the plot. */
const wide = `document.documentElement.scrollWidth - innerWidth`;

/** The colours of seven pixels from an edge away, of which two belong to the ring, or three where it lies between pixels. */
async function stripFrom([x, y]: Point, [dx, dy]: Point): Promise<Light[]> {
  const from = [Math.round(x) - 8, Math.round(y) - 8] as const;
  const png = PNG.sync.read(await browser.screenshot({ x: from[0], y: from[1], width: 17, height: 17 }));
  return [0, 1, 2, 3, 4, 5, 6].map((step) => {
    const at = 4 * ((8 + dy * (step + 1)) * 17 + 8 + dx * (step + 1));
    return lightOf(`#${png.data.subarray(at, at + 3).toString("hex")}`);
  });
}

describe("The ring around what has focus", () => {
  const scenes: Readonly<Record<string, readonly [options: TimelineOptions, id: string]>> = {
    "a flag": [summit, "agreement"],
    "a mark": [crowd(60, "en"), "crowd-30"],
    "a bar in a lane": [moon, "apollo-11"],
    "a row of a list": [{ ...summit, layout: "list" }, "agreement"],
    "the first of a list": [{ ...summitInEnglish, layout: "list" }, "astana"],
  };
  const modes = { light: {}, dark: { colorScheme: "dark" }, forced: { forcedColors: "active" } } as const;
  const cases = Object.keys(scenes).flatMap((scene) =>
    (Object.keys(modes) as (keyof typeof modes)[]).map((mode) => ({ scene, mode })),
  );

  it.each(cases)("A35, A36: is whole and differs from both its sides: $scene, $mode", async ({ scene, mode }) => {
    const [options, wanted] = scenes[scene]!;
    await browser.emulate({ ...CALM, ...modes[mode] });
    await open(options);
    const id = options.events.some((event) => event.id === wanted) ? wanted : options.events[0]!.id!;
    await focusOn(id);
    const { left, right, top, bottom } = await boxOf(browser, ".mizwala-event:focus");
    const [midX, midY] = [(left + right) / 2, (top + bottom) / 2];
    const sides: readonly (readonly [edge: Point, away: Point])[] = [
      [
        [left, midY],
        [-1, 0],
      ],
      [
        [right - 1, midY],
        [1, 0],
      ],
      [
        [midX, top],
        [0, -1],
      ],
      [
        [midX, bottom - 1],
        [0, 1],
      ],
    ];
    for (const [edge, away] of sides) {
      const strip = await stripFrom(edge, away);
      const contrasts = [2, 3, 4].map((at) => {
        const beside = [strip[at - 2]!, strip[at + 2]!];
        return Math.min(...beside.map((other) => contrastOf(strip[at]!, other)));
      });
      expect(Math.max(...contrasts), `${scene} ${String(away)}`).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("Targets", () => {
  const SMALL = (
    least: number,
    selector: string,
  ): string => `[...document.querySelectorAll(${JSON.stringify(selector)})]
    .map((target) => [target.className + target.textContent.slice(0, 20), target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 1 && Math.min(width, height) < ${least - 0.1})
    .map(([name, { width, height }]) => name + " " + width + " x " + height)`;
  const sources = [{ title: "A report", publisher: "An agency", url: "https://example.org/report" }];
  const linked: TimelineOptions = {
    ...summitInEnglish,
    events: summitInEnglish.events.map((event) => ({ ...event, sources })),
  };

  it("A37: in head, plot and details are at least 24 pixels wide and high", async () => {
    for (const options of [linked, moon]) {
      await open(options);
      await browser.run(`timeline.select(${JSON.stringify(options.events[0]!.id)})`);
      await browser.settle();
      expect(
        await browser.run(SMALL(24, ".mizwala button:not(.mizwala-event.is-away, .mizwala-more), .mizwala a")),
      ).toEqual([]);
    }
  });

  it("A38: of controls are 44 pixels wide and high where a finger points", async () => {
    const touch = { enabled: true, maxTouchPoints: 5 };
    const metrics = { width: 390, height: 844, deviceScaleFactor: 1, mobile: true };
    await browser.cdp("Emulation.setTouchEmulationEnabled", touch);
    await browser.cdp("Emulation.setDeviceMetricsOverride", metrics);
    try {
      await open({ ...linked, layout: "flags" });
      await browser.run(`timeline.select("agreement")`);
      await browser.settle();
      expect(await browser.run(`matchMedia("(pointer: coarse)").matches`)).toBe(true);
      expect(await browser.run(SMALL(44, ".mizwala-button"))).toEqual([]);
      expect(await browser.run(SMALL(40, ".mizwala-details-fields :is(a, button)"))).toEqual([]);
    } finally {
      await browser.cdp("Emulation.clearDeviceMetricsOverride");
      await browser.cdp("Emulation.setTouchEmulationEnabled", { enabled: false });
    }
  });

  it("A41: leave one finger that goes up to the page", async () => {
    await browser.cdp("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 5 });
    await open(summit, "tall");
    const { x, y } = await boxOf(browser, ".mizwala-plot");
    await browser.swipe([x + 400, y + 200], [x + 400, y + 20]);
    await expect.poll(() => browser.run<number>("scrollY")).toBeGreaterThan(50);
    await browser.cdp("Emulation.setTouchEmulationEnabled", { enabled: false });
  });
});

describe("A tip", () => {
  it("A42: stays while the pointer goes onto it, and goes with Escape, wherever focus is", async () => {
    await open(days(90, "ltr"));
    const { marks, axis } = await read(browser);
    // An event in a count, which the pointer crosses on its way to the tip.
    const id = await browser.run<string>(`document.querySelector(".mizwala-more").dataset.event`);
    const tip = `document.querySelector(".mizwala-tip")?.dataset.event`;
    await browser.move([Math.round(marks[id]!), Math.round(axis)]);
    await browser.settle();
    expect(await browser.run(tip)).toBe(id);
    const { left, right, bottom } = await boxOf(browser, ".mizwala-tip");
    const x = Math.round(Math.min(Math.max(marks[id]!, left + 4), right - 4));
    for (let y = axis; y > bottom - 10; y -= 2) await browser.move([x, Math.round(y)]);
    await browser.settle();
    expect(await browser.run(tip)).toBe(id);
    const tips = `document.querySelectorAll(".mizwala-tip").length`;
    await browser.press("Escape");
    await browser.settle();
    expect(await browser.run(tips)).toBe(0);
    const far: Point = [Math.round(marks[id]!), Math.round(axis) + 90];
    for (const to of [far, [Math.round(marks[id]!), Math.round(axis)] as const]) {
      await browser.move(to);
      await browser.settle();
    }
    expect(await browser.run(tips)).toBe(1);
    await browser.move(far);
    await browser.settle();
    expect(await browser.run(tips)).toBe(0);
  });
});

describe("Small and large", () => {
  it.each(["ar", "en"] as const)(
    "A58, A66: 320 by 256 pixels hold everything, and focus is in view: %s",
    async (language) => {
      await browser.resize(320, 256);
      const options = language === "ar" ? summit : summitInEnglish;
      await open(options);
      expect(await browser.run(wide)).toBe(0);
      expect(await browser.run(`document.querySelectorAll(".mizwala-label").length`)).toBe(options.events.length);
      await focusOn("astana");
      for (const key of ["ArrowDown", "ArrowDown", "End", "Home"]) {
        await browser.press(key);
        await browser.settle();
        const { top, left, right } = await boxOf(browser, ".mizwala-event:focus");
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThan(256 - 24);
        expect([left >= 0, right <= 320]).toEqual([true, true]);
      }
      await browser.press("Enter");
      await browser.settle();
      expect(await browser.run(wide)).toBe(0);
      expect((await boxOf(browser, ".mizwala-details-title")).top).toBeLessThan(256);
    },
  );

  it("A59: twice as large, as the browser does it, everything is there", async () => {
    await browser.resize(560, 450);
    await open(summit);
    expect(await browser.run(wide)).toBe(0);
    expect(await browser.run(`document.querySelectorAll(".mizwala-label").length`)).toBe(summit.events.length);
  });

  it.each(["ar", "en"] as const)(
    "A60: more air in texts hides none of them and breaks no word: %s",
    async (language) => {
      await open(language === "ar" ? summit : summitInEnglish, "spaced");
      const cut = await browser.run<string[]>(`(() => {
      const plot = document.querySelector(".mizwala-plot").getBoundingClientRect();
      const lines = [...document.querySelectorAll(".mizwala-label > .mizwala-line")].map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        return { text: line.textContent, id: line.parentElement.dataset.event, box: range.getBoundingClientRect() };
      });
      const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
      return lines.filter(({ box, id }) =>
        box.left < plot.left - 4 || box.right > plot.right + 4 ||
        lines.some((other) => other.id !== id && meets(box, other.box))).map(({ text }) => text);
    })()`);
      expect(cut).toEqual([]);
      if (language === "ar") expect(await css(".mizwala-line.is-title", "letter-spacing")).toBe("normal");
      await expectPicture(browser, `spaced-${language}`, await wholePage(browser, 1120));
    },
  );
});

describe("What the reader has set", () => {
  it("A62: more contrast makes all that is not in a colour of its own as strong as the text, in the dark too", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await browser.emulate({ ...CALM, colorScheme, contrast: "more" });
      await open(summit);
      const ink = await css(".mizwala", "color");
      expect(await css(".mizwala-subtitle, .mizwala-line.is-meta", "color")).toBe(ink);
      expect(await css(".mizwala-button", "border-top-color")).toBe(ink);
    }
  });

  it("A61: forced colours show what is chosen, what has focus, and what is a link", async () => {
    await browser.emulate({ ...CALM, forcedColors: "active" });
    await open({ ...summitInEnglish, events: [{ id: "a", date: "2020", title: "A", url: "https://example.org/a" }] });
    await focusOn("a");
    await browser.press("Enter");
    await browser.settle();
    expect(await css(".mizwala-label.is-selected .is-title", "text-decoration-line")).toBe("underline");
    expect(await css(".mizwala-details a", "text-decoration-line")).toBe("underline");
    await focusOn("a");
    expect(await css(".mizwala-event:focus", "outline-style")).toBe("solid");
  });

  it("A63: no motion holds at once, while the page is open", async () => {
    await browser.emulate({ ...CALM, reducedMotion: "no-preference" });
    await open(days(40, "rtl"));
    await browser.emulate(CALM);
    const { pxPerDay } = await read(browser);
    await browser.run(`document.querySelector("[data-control=zoomIn]").click()`);
    await browser.settle();
    expect((await read(browser)).pxPerDay / pxPerDay).toBeCloseTo(2, 3);
    expect(await browser.run("document.getAnimations().length")).toBe(0);
  });

  it("A64: nothing moves by itself", async () => {
    await browser.emulate({ ...CALM, reducedMotion: "no-preference" });
    await open(moon);
    const before = await browser.screenshot();
    for (let i = 0; i < 20; i++) await browser.settle();
    expect(before.equals(await browser.screenshot())).toBe(true);
    expect(await browser.run("document.getAnimations().length")).toBe(0);
  });
});

describe("On paper", () => {
  const linked: TimelineOptions = {
    ...crowd(40, "ar"),
    events: crowd(40, "ar").events.map((event, i) => (i === 0 ? { ...event, url: "https://example.org/a" } : event)),
  };

  it("A65: all events stand with their dates, and links with their addresses", async () => {
    await open(linked);
    await browser.run(`timeline.select(${JSON.stringify(linked.events[0]!.id)})`);
    await browser.settle();
    await browser.emulate({ ...CALM, media: "print" });
    await browser.settle();
    const printed = await browser.run<string[]>(`[...document.querySelectorAll(".mizwala-list > li")]
      .filter((item) => item.getBoundingClientRect().height > 10).map((item) => item.innerText)`);
    expect(printed).toHaveLength(40);
    for (const line of printed) expect(line).toMatch(/2020/);
    expect(
      await browser.run(`getComputedStyle(document.querySelector(".mizwala-details a"), "::after").content`),
    ).toContain("https://example.org/a");
    const plot = await boxOf(browser, ".mizwala-marks");
    const list = await boxOf(browser, ".mizwala-list > li");
    expect(list.top).toBeGreaterThanOrEqual(plot.bottom);
    await expectPicture(browser, "print-ar", await wholePage(browser, 800));
  });
});

describe("In the mirror", () => {
  it("A68: all that has a side stands on the other one, and pictures without a side stay as they are", async () => {
    const options = { ...summitInEnglish, detailsPlacement: "beside" } as const;
    const picture = (direction: "rtl" | "ltr"): TimelineOptions => ({
      ...options,
      direction,
      timeDirection: direction,
    });
    const read = async (direction: "rtl" | "ltr"): Promise<readonly (readonly [string, number, number])[]> => {
      await draw(browser, picture(direction));
      await browser.run(`timeline.select("astana")`);
      await browser.settle();
      return browser.run(`[".mizwala-controls", ".mizwala-plot", ".mizwala-details", ".mizwala-details .mizwala-button"]
        .map((part) => [part, document.querySelector(part).getBoundingClientRect()])
        .map(([part, { left, right }]) => [part, Math.round(left), Math.round(right)])`);
    };
    await open(picture("ltr"));
    const [ltr, rtl] = [await read("ltr"), await read("rtl")];
    expect(rtl).toEqual(ltr.map(([part, left, right]) => [part, 1120 - right, 1120 - left]));
    expect(await css("[data-control=fit] svg", "transform")).toBe("none");
  });
});
