import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../../examples/serve.mjs";
import type { ChromiumDriver, Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, stage, stagePage } from "../support/stage.js";
import { days, read } from "./days.js";
import { summit } from "./example.js";

const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';
  require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, " ");
const START = `document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
  var violations = [];
  addEventListener("load", () => {
    window.timeline = mizwala.createTimeline(document.getElementById("host"), ${JSON.stringify(summit)});
    timeline.select("agreement");
  });`;
const STRICT = `<!doctype html><html lang="ar"><meta charset="utf-8"><title>strict</title>
  <script src="/library.js"></script><script src="/start.js"></script><main id="host"></main>`;

const FONT = "/node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf";
/** Noto Sans under another name, drawn larger: the layout made before it comes is wrong. */
const faceOf = (name: string, address: string): string =>
  `@font-face { font-family: ${name}; src: url(${address}); size-adjust: 120%; }`;

/** Pages whose host has no room until it is told to. */
const WITHOUT_ROOM = {
  "display: none": "/hidden",
  "no width and no height": "/empty",
  "content-visibility: hidden": "/skipped",
};

let site: TestServer;
let fonts: Server;
let letFontCome = (): void => undefined;
beforeAll(async () => {
  fonts = await listen(async (_request, response) => {
    await new Promise<void>((done) => (letFontCome = done));
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "font/ttf" });
    response.end(await readFile(new URL(`../..${FONT}`, import.meta.url)));
  }, 0);
  const { port } = fonts.address() as AddressInfo;
  site = await serveStage({
    "/hidden": stagePage({ css: "#host { display: none; }" }),
    "/empty": stagePage({ css: "#host { width: 0; height: 0; overflow: hidden; }" }),
    "/skipped": stagePage({ css: "#host { content-visibility: hidden; }" }),
    "/late": stagePage({ css: faceOf("Late", FONT) }),
    "/later": stagePage({
      css: faceOf("Later", `http://127.0.0.1:${port}/font`),
      body: '<p id="below">Below</p>',
    }),
    "/start.js": { html: START, headers: { "content-type": "text/javascript" } },
    "/strict": { html: STRICT, headers: { "content-security-policy": POLICY } },
  });
});
afterAll(async () => {
  fonts.closeAllConnections();
  fonts.close();
  await site.close();
});

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1200, height: 800, hasReducedMotion: true });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(await browser.problems()).toEqual([]);
  });
  const count = (selector: string): Promise<number> => browser.run(`document.querySelectorAll("${selector}").length`);

  it.each(Object.entries(WITHOUT_ROOM))(
    "R15: a timeline that is hidden at first is drawn when it is shown: %s",
    async (_how, path) => {
      await stage(browser, `${site.url}${path}`, { ...summit, layout: "flags" });
      await browser.settle();
      expect(await count(".mizwala-mark")).toBeLessThanOrEqual(path === "/skipped" ? 5 : 0);
      await browser.run(
        `void (document.getElementById("host").style.cssText = "display: block; width: auto; height: auto; content-visibility: visible")`,
      );
      await browser.settle();
      expect(await count(".mizwala-mark")).toBe(5);
      const plot = await boxOf(browser, ".mizwala-plot");
      expect([plot.width > 1100, plot.height > 200]).toEqual([true, true]);
      const box = await boxOf(browser, ".mizwala-label");
      expect([box.width > 20, box.height > 10]).toEqual([true, true]);
    },
  );

  it("a narrow time between two wide ones leaves the part of time in view as it was", async () => {
    await stage(browser, `${site.url}/stage`, days(40, "rtl"));
    await browser.run(`timeline.show({ from: "2020-06-10", to: "2020-06-20" })`);
    await browser.settle();
    await browser.settle();
    const before = await read(browser);
    await browser.resize(560, 800);
    await browser.settle();
    expect(await browser.run(`document.querySelector(".mizwala").dataset.layout`)).toBe("list");
    await browser.resize(1200, 800);
    await browser.settle();
    expect((await read(browser)).marks).toEqual(before.marks);
  });

  it("a font that comes late is measured once it is there", async () => {
    await browser.goto(`${site.url}/late`);
    await draw(browser, { ...days(40, "ltr"), font: "Late, sans-serif", details: false });
    await expect.poll(() => browser.run(`document.fonts.check("16px Late")`)).toBe(true);
    await browser.settle();
    const labels = await browser.run<{ room: number; text: number }[]>(`(() => {
      const widest = (label) => Math.max(...[...label.querySelectorAll(".mizwala-line")].map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        return range.getBoundingClientRect().width;
      }));
      return [...document.querySelectorAll(".mizwala-label")].map((label) => ({
        text: widest(label),
        room: document.querySelector(".mizwala-event[data-event='" + label.dataset.event + "']").offsetWidth - 8,
      }));
    })()`);
    expect(labels.length).toBeGreaterThan(3);
    for (const { room, text } of labels) expect(Math.abs(room - text)).toBeLessThan(2);
  });

  it("R18: a font that takes long is not waited for, and where the browser tells of it, all is drawn once more in its place", async () => {
    await browser.goto(`${site.url}/later`);
    const options = { ...days(40, "ltr"), font: "Later, sans-serif", details: false, height: 360 };
    await browser.run(`(async () => {
      window.drawn = 0;
      const features = [{ name: "count", start: () => ({ drawn: () => { drawn++; } }) }];
      mizwala.createTimeline(document.getElementById("host"), { ...${JSON.stringify(options)}, features });
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    })()`);
    const below = "document.getElementById('below').getBoundingClientRect().y";
    const [isLoading, drawn, place] = await browser.run<[boolean, number, number]>(
      `[document.fonts.status === "loading" && !document.fonts.check("16px Later"), drawn, ${below}]`,
    );
    expect(isLoading).toBe(true);
    expect(await count(".mizwala-label")).toBeGreaterThan(3);
    letFontCome();
    // It says that fonts are ready while this one is on its way, and nothing when that has come.
    if (engine === "webkit") return;
    await expect.poll(() => browser.run(`document.fonts.check("16px Later") && drawn`)).toBe(drawn + 1);
    await browser.settle();
    expect(await browser.run(`[drawn, ${below}]`)).toEqual([drawn + 1, place]);
    const boxes = await browser.run<readonly (readonly number[])[]>(
      `[...document.querySelectorAll(".mizwala-label")].map((label) => {
        const range = document.createRange();
        range.selectNodeContents(label);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return [left, right, top, bottom];
      })`,
    );
    const touching = boxes.flatMap(([left, right, top, bottom], i) =>
      boxes.slice(i + 1).filter(([l, r, t, b]) => left! < r! && l! < right! && top! < b! && t! < bottom!),
    );
    expect(touching).toEqual([]);
  });

  it("a strict security policy is kept, and the timeline drawn", async () => {
    await browser.goto(`${site.url}/strict`);
    await browser.settle();
    expect(await count(".mizwala-mark")).toBe(5);
    expect((await boxOf(browser, ".mizwala-label")).height).toBeGreaterThan(40);
    expect(await browser.run("getComputedStyle(document.querySelector('.mizwala-plot')).position")).toBe("relative");
    await browser.click("[data-control=zoomIn]");
    await browser.click("[data-control=close]");
    await browser.settle();
    expect(await browser.run("violations")).toEqual([]);
  });

  it("destroy takes everything away, and leaves what was there", async () => {
    await stage(browser, `${site.url}/stage`, summit);
    await browser.run(`(() => {
      timeline.destroy();
      document.getElementById("host").append("own");
      timeline = mizwala.createTimeline(document.getElementById("host"), ${JSON.stringify(summit)});
      timeline.select("agreement");
      timeline.destroy();
      timeline.destroy();
      timeline.update({ title: "too late" });
      timeline.select("astana");
      timeline.show();
    })()`);
    await browser.settle();
    expect(await browser.run(`document.getElementById("host").innerHTML`)).toBe("own");
    expect(await browser.run("document.adoptedStyleSheets.length")).toBe(0);
  });

  it("share their style sheets, in shadow roots and one after the other, and take them away", async () => {
    const found = await browser.run(`(() => {
      const hosts = [1, 2].map(() => {
        const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
        return root.appendChild(document.createElement("div"));
      });
      const adopted = () => hosts.map((host) => host.getRootNode().adoptedStyleSheets);
      const create = () => hosts.map((host) => mizwala.createTimeline(host, ${JSON.stringify(summit)}));
      const first = create();
      const [[sheet], [other]] = adopted();
      for (const timeline of first) timeline.destroy();
      const empty = adopted().map(({ length }) => length);
      const second = create();
      const again = adopted().map((sheets) => sheets[0] === sheet);
      for (const timeline of second) timeline.destroy();
      for (const host of hosts) host.getRootNode().host.remove();
      return { isShared: sheet === other && sheet instanceof CSSStyleSheet, empty, again };
    })()`);
    expect(found).toEqual({ isShared: true, empty: [0, 0], again: [true, true] });
  });
});

describe("In Chromium alone", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium();
  });
  afterAll(() => browser.close());

  it("a button moves the picture a step each frame, but not for readers who want no motion", async () => {
    /** Counts the steps over a second of 60 frames, whose time is not that of a clock, so that a slow machine has as many. */
    const steps = async (): Promise<number> => {
      await stage(browser, `${site.url}/stage`, summit);
      return browser.run<number>(`(() => {
        const { requestAnimationFrame, cancelAnimationFrame } = window;
        const frames = new Map();
        let last = 0;
        window.requestAnimationFrame = (job) => (frames.set(++last, job), last);
        window.cancelAnimationFrame = (frame) => frames.delete(frame);
        document.querySelector("[data-control=zoomIn]").click();
        for (let now = 0; now < 1000; now += 1000 / 60)
          for (const [frame, job] of [...frames]) if (frames.delete(frame)) job(now);
        Object.assign(window, { requestAnimationFrame, cancelAnimationFrame });
        return told.length;
      })()`);
    };
    expect(await steps()).toBeGreaterThan(10);
    await browser.emulate({ reducedMotion: "reduce" });
    expect(await steps()).toBe(1);
    await browser.emulate({ reducedMotion: "no-preference" });
  });

  it("fifty timelines that come and go leave no node and no listener", async () => {
    const measure = async (): Promise<Record<string, number>> => {
      await browser.cdp("HeapProfiler.collectGarbage");
      const { metrics } = await browser.cdp<{ metrics: { name: string; value: number }[] }>("Performance.getMetrics");
      const wanted = ["Nodes", "JSEventListeners"];
      return Object.fromEntries(
        metrics.filter(({ name }) => wanted.includes(name)).map(({ name, value }) => [name, value]),
      );
    };
    const cycle = (times: number): Promise<void> =>
      browser.run(`(async () => {
      for (let i = 0; i < ${times}; i++) {
        const timeline = mizwala.createTimeline(document.getElementById("host"), ${JSON.stringify(summit)});
        timeline.on("select", () => undefined);
        timeline.select("agreement");
        timeline.show({ from: "2020-07-01", to: "2020-07-03" });
        await new Promise(requestAnimationFrame);
        timeline.destroy();
      }
    })()`);
    await browser.cdp("Performance.enable");
    await browser.goto(`${site.url}/stage`);
    await cycle(2);
    const before = await measure();
    await cycle(50);
    // What has been let go is collected in the engine's own time.
    const left = async (): Promise<string[]> => {
      const after = await measure();
      return Object.keys(before).filter((name) => after[name]! > before[name]!);
    };
    expect(Object.keys(before)).toHaveLength(2);
    await expect.poll(left).toEqual([]);
    expect(await browser.problems()).toEqual([]);
  });
});
