import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
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

/** Noto Sans under another name, drawn larger: the layout made before it comes is wrong. */
const LATE = `@font-face {
  font-family: Late;
  src: url(/node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf);
  size-adjust: 120%;
}`;

let site: TestServer;
beforeAll(async () => {
  site = await serveStage({
    "/hidden": stagePage({ css: "#host { display: none; }" }),
    "/late": stagePage({ css: LATE }),
    "/start.js": { html: START, headers: { "content-type": "text/javascript" } },
    "/strict": { html: STRICT, headers: { "content-security-policy": POLICY } },
  });
});
afterAll(() => site.close());

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

  it("a timeline that is hidden at first is drawn when it is shown", async () => {
    await stage(browser, `${site.url}/hidden`, summit);
    expect(await count(".mizwala-mark")).toBe(0);
    await browser.run(`void (document.getElementById("host").style.display = "block")`);
    await browser.settle();
    expect(await count(".mizwala-mark")).toBe(5);
    expect((await boxOf(browser, ".mizwala-plot")).height).toBeGreaterThan(200);
  });

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
