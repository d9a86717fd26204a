import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import { CSS } from "../../src/render/css.js";
import { CSS as STATIC_CSS } from "../../src/svg/css.js";
import { renderToHTML } from "../../src/svg/index.js";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { serveStage } from "../support/stage.js";
import { crowd } from "./crowd.js";
import { summit } from "./example.js";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'";
/** The font that the server measures by. */
const FONT = `${[400, 600, 700].flatMap((weight) => [face("noto-sans", "NotoSans", "0-5FF, U+2000-22FF", weight), face("noto-sans-arabic", "NotoSansArabic", "600-8FF, U+FB50-FEFF", weight)]).join("")}
body { margin: 0; } .mizwala { --mizwala-font: Noto; }`;

function face(folder: string, file: string, range: string, weight: number): string {
  const name = `${weight}${{ 400: "Regular", 600: "SemiBold", 700: "Bold" }[weight]!}`;
  const url = `/node_modules/@expo-google-fonts/${folder}/${name}/${file}_${name}.ttf`;
  return `@font-face { font-family: Noto; font-weight: ${weight}; src: url(${url}); unicode-range: U+${range}; }\n`;
}

const TIMELINES: Readonly<Record<string, TimelineOptions>> = {
  summit,
  crowd: { ...crowd(60, "ar"), title: "A crowd" },
  list: { ...summit, layout: "list" },
};

const pageOf = (options: TimelineOptions, width: number): string => `<!doctype html>
<html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>sent</title>
<link rel="stylesheet" href="/style.css"><script src="/library.js"></script>
<main id="host">${renderToHTML({ ...options, width })}</main>
<p id="after">After</p>`;

let site: TestServer;
beforeAll(async () => {
  const css = { html: `${CSS}${STATIC_CSS}${FONT}`, headers: { "content-type": "text/css" } };
  const headers = { "content-security-policy": POLICY };
  const pages = Object.entries(TIMELINES).map(
    ([name, options]) => [`/${name}`, { html: pageOf(options, 1000), headers }] as const,
  );
  site = await serveStage({ "/style.css": css, ...Object.fromEntries(pages) });
});
afterAll(() => site.close());

describe.each(ENGINES)("A timeline that a server has sent, in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 800, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  const adopt = (name: string): Promise<void> =>
    browser.run(`(() => {
      window.before = [...document.querySelectorAll(".mizwala-list, .mizwala-list *, .mizwala-marks [data-key]")];
      window.timeline = mizwala.createTimeline(document.getElementById("host"), ${JSON.stringify(TIMELINES[name])});
    })()`);

  it.each(Object.keys(TIMELINES))("stays where it is when the browser takes it over: %s", async (name) => {
    await browser.goto(`${site.url}/${name}`);
    await browser.settle();
    const top = (): Promise<number> => browser.run(`document.getElementById("after").getBoundingClientRect().top`);
    const marks = (): Promise<[id: string, x: number, y: number][]> =>
      browser.run(`[...document.querySelectorAll(".mizwala-mark")].map((mark) => {
        const { x, y } = mark.getBoundingClientRect();
        return [mark.dataset.event, x, y];
      })`);
    const [place, drawn] = [await top(), await marks()];
    expect(await browser.run(`document.querySelectorAll("svg .mizwala-label text").length`)).toBeGreaterThan(3);
    await adopt(name);
    expect(await browser.run("before.filter((element) => !element.isConnected).length")).toBe(0);
    await browser.settle();
    const now = await marks();
    expect(now.map(([id]) => id)).toEqual(drawn.map(([id]) => id));
    // A pixel is what the widths of a browser differ from the table.
    const moved = now.filter(([, x, y], i) => Math.hypot(x - drawn[i]![1], y - drawn[i]![2]) > 1.5);
    expect(moved).toEqual([]);
    expect(Math.abs((await top()) - place)).toBeLessThan(1);
    expect(await browser.run(`document.querySelectorAll("svg text").length`)).toBe(0);
    expect(await browser.problems()).toEqual([]);
  });
});
