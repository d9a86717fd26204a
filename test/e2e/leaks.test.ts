import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../support/bundle.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { IS_FULL, note, runs } from "../support/full.js";
import type { TestServer } from "../support/server.js";
import { serveStage } from "../support/stage.js";
import { summit } from "./example.js";

const CYCLES = runs(40, 300);
const WARM = CYCLES;
const COUNTED = runs(12, 100);
/** In bytes of a cycle, after collection. */
const MOST = 1_024;

/** Counts what the page holds by its own calls: what is begun and not ended is left. */
const COUNTERS = `(() => {
  const left = (window.left = { timers: new Set(), frames: new Set(), listeners: 0, observers: 0 });
  const wrap = (begin, end, held) => {
    const [start, stop] = [window[begin], window[end]];
    window[begin] = (job, ...rest) => {
      const id = start((...words) => { if (!begin.includes("Interval")) held.delete(id); job(...words); }, ...rest);
      held.add(id);
      return id;
    };
    window[end] = (id) => (held.delete(id), stop(id));
  };
  wrap("setTimeout", "clearTimeout", left.timers);
  wrap("setInterval", "clearInterval", left.timers);
  wrap("requestAnimationFrame", "cancelAnimationFrame", left.frames);
  const count = (target) => {
    const { addEventListener, removeEventListener } = target;
    const held = new Set();
    const key = (type, listener) => [type, listener];
    target.addEventListener = (type, listener, ...rest) => {
      const signal = rest[0]?.signal;
      const entry = key(type, listener);
      held.add(entry); left.listeners += 1;
      signal?.addEventListener("abort", () => { if (held.delete(entry)) left.listeners -= 1; });
      addEventListener.call(target, type, listener, ...rest);
    };
    target.removeEventListener = (type, listener, ...rest) => {
      for (const entry of held) if (entry[0] === type && entry[1] === listener) { held.delete(entry); left.listeners -= 1; }
      removeEventListener.call(target, type, listener, ...rest);
    };
    return target;
  };
  for (const target of [window, document, document.fonts, visualViewport]) count(target);
  const { matchMedia } = window;
  window.matchMedia = (query) => count(matchMedia(query));
  for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver"])
    window[name] = class extends window[name] {
      own = new Set();
      observe(target, ...rest) {
        left.observers += this.own.has(target) ? 0 : 1;
        this.own.add(target);
        super.observe(target, ...rest);
      }
      unobserve(target) {
        left.observers -= this.own.delete(target) ? 1 : 0;
        super.unobserve(target);
      }
      disconnect() {
        left.observers -= this.own.size;
        this.own.clear();
        super.disconnect();
      }
    };
})()`;

/** Uses a timeline as a reader and an author would. */
const USE = `async (timeline, host) => {
  timeline.on("select", () => undefined);
  timeline.select("agreement");
  timeline.show({ from: "2020-07-01", to: "2020-07-03" });
  timeline.append([{ id: "later", date: "2020-07-12", title: "Later" }]);
  timeline.update({ theme: "dark" });
  await new Promise(requestAnimationFrame);
  host.querySelector("[data-control=zoomIn]")?.click();
  host.querySelector(".mizwala-event")?.focus();
  timeline.remove(["later"]);
  await new Promise(requestAnimationFrame);
}`;

const EVENTS = `Array.from({ length: 60 }, (_, i) => ({ id: "e" + i, date: new Date(Date.UTC(2020, 0, 1 + i * 3)).toISOString().slice(0, 10), title: "Event " + i, lane: "lane " + (i % 3) }))`;

const create = (options: string): string => `async (host) => {
  const timeline = mizwala.createTimeline(host, ${options});
  await use(timeline, host);
  return () => timeline.destroy();
}`;
const summitWith = (more: object, features = ""): string =>
  `{ ...${JSON.stringify({ ...summit, ...more })}, features: [${features}] }`;

const wrapped = (framework: string): string => `async (host) => {
  const place = host.appendChild(document.createElement("div"));
  const { timeline, end } = mizwala.wrappers.${framework}(place, ${JSON.stringify(summit)});
  await use(timeline, place);
  return () => (end(), place.remove());
}`;

/** Looks at the events of a source, and goes while others are on their way. */
const fed = (source: string): string => `async (host) => {
  const feed = mizwala.fromSource(${source});
  const timeline = mizwala.createTimeline(host, { events: feed });
  const until = async (isSo) => { do await new Promise(requestAnimationFrame); while (!isSo()); };
  await until(() => feed.state === "ready" && host.querySelector(".mizwala-event"));
  host.querySelector(".mizwala-event").focus();
  timeline.show({ from: "2020-02-01", to: "2020-02-20" });
  await until(() => feed.state === "ready");
  timeline.show({ from: "2020-03-01", to: "2020-03-05" });
  await new Promise(requestAnimationFrame);
  return () => timeline.destroy();
}`;

/** What comes and goes, as expressions of a function that makes it, uses it, and returns what takes it away. */
const CASES: Readonly<Record<string, string>> = {
  flags: create(summitWith({ layout: "flags" })),
  lanes: create(summitWith({ layout: "lanes" })),
  list: create(summitWith({ layout: "list" })),
  density: create(`{ layout: "density", events: ${EVENTS} }`),
  "time down the page": create(summitWith({ layout: "flags", orientation: "vertical" })),
  "every feature": create(
    summitWith(
      { hash: true },
      "mizwala.search(), mizwala.overview(), mizwala.brush(), mizwala.story(), mizwala.editing(), mizwala.table(), mizwala.download()",
    ),
  ),
  ...Object.fromEntries(["React", "Vue", "Svelte"].map((name) => [name, wrapped(name)])),
  "a source in memory": fed("mizwala.arraySource(someEvents)"),
  "a source behind an address": fed(`mizwala.httpSource("/events", { fetch: askServer })`),
  element: `async (host) => {
    const element = document.createElement("mizwala-timeline");
    element.options = ${JSON.stringify(summit)};
    host.append(element);
    await use(element.timeline, element.shadowRoot);
    return () => element.remove();
  }`,
};

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage({
    "/library.js": {
      html: await bundle("test/support/wrappers-page.ts"),
      headers: { "content-type": "text/javascript" },
    },
  });
  browser = await engines.chromium({ hasReducedMotion: true });
  await browser.cdp("Performance.enable");
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
afterEach(async () => {
  expect(await browser.problems()).toEqual([]);
});

/** What the engine holds after collection. */
async function held(): Promise<Record<string, number>> {
  for (let i = 0; i < 3; i++) await browser.cdp("HeapProfiler.collectGarbage");
  const { metrics } = await browser.cdp<{ metrics: { name: string; value: number }[] }>("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

describe("Timelines that come and go", () => {
  const open = async (make: string, before = ""): Promise<void> => {
    await browser.goto(`${site.url}/stage`);
    await browser.run(before || "0");
    await browser.run(`(() => {
      mizwala.defineTimelineElement();
      window.use = ${USE};
      window.someEvents = ${EVENTS};
      const served = mizwala.createSourceHandler(mizwala.arraySource(someEvents), { path: "/events" });
      window.askServer = (address, init) => served.fetch(new Request(address, init));
      window.cycle = async (times) => {
        const make = ${make};
        for (let i = 0; i < times; i++) (await make(document.getElementById("host")))();
        await new Promise((done) => setTimeout(done, 20));
      };
    })()`);
  };

  it.each(Object.entries(CASES))(
    "R5: leave no node, listener, timer, frame and style sheet: %s",
    async (_name, make) => {
      await open(make, COUNTERS);
      await browser.run("cycle(3)");
      const [before, listeners] = [await held(), await browser.run<number>("left.listeners")];
      await browser.run(`cycle(${COUNTED})`);
      // What has been let go is collected in the engine's own time.
      const grown = async (): Promise<string[]> => {
        const after = await held();
        return ["Nodes", "JSEventListeners"].filter((name) => after[name]! > before[name]!);
      };
      await expect.poll(grown).toEqual([]);
      expect(
        await browser.run(`({ timers: left.timers.size, frames: left.frames.size, listeners: left.listeners,
          observers: left.observers,
          sheets: document.adoptedStyleSheets.length, children: document.getElementById("host").childNodes.length })`),
      ).toEqual({ timers: 0, frames: 0, observers: 0, sheets: 0, children: 0, listeners });
    },
  );

  it.each(Object.entries(CASES).slice(0, IS_FULL ? undefined : 1))(
    "R5: leave no memory in use: %s",
    { timeout: 600_000 },
    async (name, make) => {
      await open(make);
      await browser.run(`cycle(${WARM})`);
      const before = await browser.heap();
      await browser.run(`cycle(${CYCLES})`);
      let grown = NaN;
      const growth = async (): Promise<number> => (grown = ((await browser.heap()) - before) / CYCLES);
      const isLittle = expect.poll(growth).toBeLessThan(MOST);
      await isLittle.finally(() => {
        note(`Memory that a timeline leaves, of ${CYCLES}: ${name}`, `${Math.round(grown)} bytes`);
      });
    },
  );

  it.each(Object.entries(CASES))("R7: go with a host that is removed without destroy: %s", async (_name, make) => {
    await open(make);
    // The engine holds on to what it has touched last: that is one more, of which nothing is asked.
    await browser.run(`(async () => {
      window.gone = [];
      for (let i = 0; i < 6; i++) {
        const host = document.createElement("div");
        document.body.append(host);
        await (${make})(host);
        const root = host.querySelector(".mizwala") ?? host.firstElementChild.shadowRoot.querySelector(".mizwala");
        if (i < 5) gone.push(new WeakRef(root));
        host.remove();
      }
    })()`);
    const alive = async (): Promise<number> => {
      await held();
      return browser.run<number>(`gone.filter((root) => root.deref()).length`);
    };
    await expect.poll(alive, { timeout: 20_000 }).toBe(0);
  });

  it.each(["a glide", "a fling"])(
    "R7: are collected, and ask for no frame, when they are removed in the middle of %s",
    async (how) => {
      await browser.emulate({ reducedMotion: "no-preference" });
      await browser.goto(`${site.url}/stage`);
      await browser.run(`(() => {
      window.gone = [];
      window.asked = 0;
      const ask = requestAnimationFrame;
      window.requestAnimationFrame = (job) => (asked++, ask(job));
      window.start = () => {
        window.host = document.body.appendChild(document.createElement("div"));
        const timeline = mizwala.createTimeline(host, ${JSON.stringify({ ...summit, layout: "flags", domain: { from: "2020-07-03", to: "2020-07-06" } })});
        window.moves = 0;
        timeline.on("domain", () => { moves++; });
      };
      window.go = async () => {
        const before = moves;
        do await new Promise(ask); while (moves === before);
        gone.push(new WeakRef(host.firstElementChild));
        host.remove();
        delete window.host;
      };
    })()`);
      // The last one counts for nothing: the engine holds on to what it has touched last.
      for (let i = 0; i < 4; i++) {
        await browser.run("start()");
        if (how === "a glide") await browser.run(`host.querySelector("[data-control=zoomOut]").click()`);
        else {
          const { x, y } = await browser.run<DOMRect>(
            `host.querySelector(".mizwala-plot").getBoundingClientRect().toJSON()`,
          );
          const mouse = (type: string, at: number): Promise<unknown> =>
            browser.cdp("Input.dispatchMouseEvent", {
              type,
              x: x + 300 + at,
              y: y + 20,
              button: "left",
              buttons: 1,
              clickCount: 1,
            });
          await mouse("mousePressed", 0);
          for (const at of [40, 80, 120]) await mouse("mouseMoved", at);
          await mouse("mouseReleased", 120);
        }
        await browser.run("go()");
      }
      const pause = "new Promise((done) => setTimeout(done, 300))";
      await expect
        .poll(() => browser.run(`(async () => { const before = asked; await ${pause}; return asked - before; })()`))
        .toBe(0);
      const alive = async (): Promise<number> => {
        await held();
        return browser.run<number>(`gone.slice(0, -1).filter((root) => root.deref()).length`);
      };
      await expect.poll(alive).toBe(0);
      await browser.emulate({ reducedMotion: "reduce" });
    },
  );

  it("R6: may be destroyed in the middle of a drag, a glide, a print and a listener, and twice", async () => {
    await browser.goto(`${site.url}/stage`);
    await browser.emulate({ reducedMotion: "no-preference" });
    await browser.run(`(() => {
      const make = () => mizwala.createTimeline(document.getElementById("host"), ${JSON.stringify(summit)});
      const inListener = make();
      inListener.on("select", () => inListener.destroy());
      inListener.select("agreement");
      const printed = make();
      dispatchEvent(new Event("beforeprint"));
      printed.destroy();
      dispatchEvent(new Event("afterprint"));
      window.timeline = make();
      document.querySelector("[data-control=zoomIn]").click();
    })()`);
    await browser.run(`new Promise(requestAnimationFrame).then(() => timeline.destroy())`);
    await browser.run(
      `void (window.timeline = mizwala.createTimeline(document.getElementById("host"), ${JSON.stringify(summit)}))`,
    );
    const plot = await browser.run<DOMRect>(`document.querySelector(".mizwala-plot").getBoundingClientRect().toJSON()`);
    const at = { x: plot.x + 200, y: plot.y + 150 };
    const mouse = (type: string, dx: number): Promise<unknown> =>
      browser.cdp("Input.dispatchMouseEvent", {
        type,
        x: at.x + dx,
        y: at.y,
        button: "left",
        buttons: 1,
        clickCount: 1,
      });
    await mouse("mousePressed", 0);
    await mouse("mouseMoved", 40);
    await browser.run("timeline.destroy()");
    await mouse("mouseMoved", 90);
    await mouse("mouseReleased", 90);
    await browser.run("timeline.destroy()");
    await browser.run(
      `timeline.update({ title: "late" }), timeline.append([]), timeline.show(), timeline.restore({}), 0`,
    );
    await browser.settle();
    expect(await browser.run(`document.getElementById("host").childNodes.length`)).toBe(0);
    await browser.emulate({ reducedMotion: "reduce" });
  });
});
