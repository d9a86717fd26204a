import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stage, stagePage } from "../support/stage.js";
import { crowd } from "./crowd.js";
import { days, read } from "./days.js";
import { summit } from "./example.js";

/** What pages do to everything in them. */
const PAGES: Readonly<Record<string, string>> = {
  "left-aligned": stagePage({ css: "* { text-align: left; }" }),
  "all left to right": stagePage({ css: "* { direction: ltr; }" }),
  "all right to left": stagePage({ dir: "rtl", lang: "ar", css: "* { direction: rtl; text-align: right; }" }),
  "a page of loud text": stagePage({
    css: `body { font: italic 700 21px/2 serif; letter-spacing: 2px; word-spacing: 4px; text-transform: uppercase;
      text-indent: 40px; text-align: center; white-space: pre; font-variant: small-caps; }`,
  }),
  "a framework's reset": stagePage({
    css: `*, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0; }
      body { font-family: system-ui; font-size: 1rem; line-height: 1.5; -webkit-font-smoothing: antialiased; }
      h1, h2, h3, h4 { margin-bottom: 0.5rem; font-weight: 500; line-height: 1.2; font-size: 2rem; }
      p { margin-bottom: 1rem; } ol, ul, dl { margin-bottom: 1rem; padding-left: 2rem; list-style: decimal; }
      button { min-width: 80px; min-height: 44px; }
      button, input { font: inherit; line-height: inherit; text-transform: none; letter-spacing: inherit; color: inherit; }
      button { appearance: button; border-radius: 0; background: none; } b, strong { font-weight: bolder; }
      svg, img { display: block; vertical-align: middle; max-width: 100%; height: auto; }
      a { color: #0d6efd; } li { display: list-item; }`,
  }),
};
const PLAIN = "/stage";

/** Where everything is that a reader sees, rounded to tenths of a pixel. */
const PLACES = `(() => {
  const root = document.querySelector(".mizwala").getBoundingClientRect();
  const seen = document.querySelectorAll(".mizwala-line, .mizwala-mark, .mizwala-pole, .mizwala-tick, .mizwala-button, " +
    ".mizwala-event, .mizwala-title, .mizwala-subtitle, .mizwala-source, .mizwala-details :is(p, h3, dt, dd, a, button)");
  return [...seen].map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const isText = element.matches(".mizwala-line, p, h2, h3, dt, dd");
    const { x, y, width, height } = (isText ? range : element).getBoundingClientRect();
    return [element.getAttribute("class") || element.tagName, x - root.x, y - root.y, width, height];
  });
})()`;

let site: TestServer;
beforeAll(async () => {
  const pages = Object.entries(PAGES).map(([name, page]) => [`/${encodeURIComponent(name)}`, page]);
  site = await serveStage(Object.fromEntries(pages) as Record<string, string>);
});
afterAll(() => site.close());

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 900, hasReducedMotion: true });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(await browser.problems()).toEqual([]);
  });

  it("makes the page no higher than its picture, however many events there are.", async () => {
    const { events } = crowd(200, "en");
    for (const layout of ["flags", "list"] as const) {
      await stage(browser, `${site.url}${PLAIN}`, { events, layout, controls: false });
      const [page, picture] = await browser.run<number[]>(
        `[document.documentElement.scrollHeight, document.querySelector(".mizwala").getBoundingClientRect().height]`,
      );
      expect(page).toBe(Math.max(900, Math.round(picture!)));
    }
  });

  type Place = readonly [what: string, ...box: number[]];
  const places = async (path: string, options: TimelineOptions): Promise<Place[]> => {
    await stage(browser, `${site.url}${path}`, options);
    await browser.run(`timeline.select("agreement")`);
    await browser.settle();
    return browser.run<Place[]>(PLACES);
  };

  it.each(["flags", "list"] as const)("the style of the page moves nothing in the %s", async (layout) => {
    const options = { ...summit, layout };
    const wanted = await places(PLAIN, options);
    expect(wanted.length).toBeGreaterThan(40);
    for (const name of Object.keys(PAGES)) {
      const found = await places(`/${encodeURIComponent(name)}`, options);
      const moved = found.filter(([what, ...box], i) => {
        const [same, ...before] = wanted[i]!;
        return what !== same || box.some((value, side) => !(Math.abs(value - before[side]!) <= 0.5));
      });
      expect(moved, name).toEqual([]);
    }
  });

  const combinations = (["ltr", "rtl"] as const).flatMap((direction) =>
    (["ltr", "rtl"] as const).map((timeDirection) => ({ direction, timeDirection })),
  );
  it.each(combinations)("text $direction with time $timeDirection", async ({ direction, timeDirection }) => {
    await stage(browser, `${site.url}${PLAIN}`, { ...summit, direction, timeDirection });
    const { marks, left, right } = await read(browser);
    const sign = timeDirection === "rtl" ? -1 : 1;
    const poles = ["astana", "arrival", "agreement", "meeting"].map((id) => marks[id]!);
    expect(poles).toEqual([...poles].sort((a, b) => sign * (a - b)));

    await stage(browser, `${site.url}${PLAIN}`, { ...summit, direction, timeDirection: sign === 1 ? "rtl" : "ltr" });
    const mirrored = await read(browser);
    for (const [id, x] of Object.entries(marks)) expect(left + right - mirrored.marks[id]!).toBeCloseTo(x, 1);

    const sides = await browser.run<string[]>(`[...document.querySelectorAll(".mizwala-label")].map((label) => {
      const pole = document.querySelector(".mizwala-pole[data-event=" + label.dataset.event + "]").getBoundingClientRect();
      const { left, right } = label.getBoundingClientRect();
      return Math.abs(pole.x - right - 10) < 2 ? "left" : Math.abs(left - pole.x - 10) < 3 ? "right" : "apart";
    })`);
    expect(new Set(sides)).toEqual(new Set([sign === 1 ? "left" : "right"]));
    expect(await browser.run(`document.querySelector(".mizwala").dir`)).toBe(direction);
    expect(await browser.run(`document.querySelector(".mizwala-label .is-title").dir`)).toBe("rtl");
  });

  it("no tick label and no label leaves the plot or touches its neighbour", async () => {
    for (const direction of ["rtl", "ltr"] as const) {
      await stage(browser, `${site.url}${PLAIN}`, days(40, direction));
      const boxes = await browser.run<{ left: number; right: number; top: number; bottom: number }[]>(
        `[...document.querySelectorAll(".mizwala-label, .mizwala-tick-label, .mizwala-more")].map((element) =>
          element.getBoundingClientRect().toJSON())`,
      );
      const plot = await read(browser);
      const touching = boxes.flatMap((a, i) =>
        boxes.slice(i + 1).filter((b) => {
          const isApart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          return !isApart;
        }),
      );
      expect(touching).toEqual([]);
      for (const { left, right } of boxes) {
        expect(left).toBeGreaterThanOrEqual(plot.left - 1);
        expect(right).toBeLessThanOrEqual(plot.right + 1);
      }
    }
  });

  it("turning the text around leaves the part of time in view", async () => {
    await stage(browser, `${site.url}${PLAIN}`, {
      ...days(40, "ltr"),
      domain: { from: "2020-06-05", to: "2020-06-15" },
    });
    const before = await read(browser);
    await browser.run(`timeline.update({ direction: "rtl" })`);
    await browser.settle();
    const after = await read(browser);
    expect(after.pxPerDay).toBeCloseTo(-before.pxPerDay, 3);
    for (const [date, x] of Object.entries(after.marks))
      expect(before.left + before.right - x).toBeCloseTo(before.marks[date]!, 1);
  });
});
