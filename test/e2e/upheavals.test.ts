import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PNG } from "pngjs";
import type { TimelineOptions } from "../../src/index.js";
import type { Driver, Point } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { differenceOf } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, stage, stagePage } from "../support/stage.js";
import { days, read } from "./days.js";
import { summit } from "./example.js";

const { events: ALL, ...options } = days(40, "rtl");
const FORTY: TimelineOptions = { ...options, events: ALL };

/** Data that come: among those in view, outside of all others, and others in the place of all. */
const NEWS = `[
  () => timeline.append([{ id: "new" + i, date: "2020-06-1" + (i % 9), title: "New " + i }]),
  () => timeline.upsert([{ id: "far" + i, date: 2020 + (i % 2 ? i : -i) + "-02-03", title: "Far" }]),
  () => timeline.update({ events: all.filter((_, n) => n === 14 || n % (i + 1) === 0) }),
][i % 3]()`;
/** Others, between which the axis leaves out other gaps: they move the picture, but no gesture. */
const GAPS = `timeline.update({ breaks: "auto",
  events: [...all.slice(12, 18), ...(i % 2 ? all.slice(0, 1) : all.slice(9, 12)), ...all.slice(30)] })`;

const HELP = `(() => {
  window.all = ${JSON.stringify(ALL)};
  window.news = () => undefined;
  window.captured = [];
  window.apart = [];
  const plot = document.querySelector(".mizwala-plot");
  window.frame = () => new Promise((done) => requestAnimationFrame(() => done(true)));
  window.xOf = (id) => {
    const mark = document.querySelector(".mizwala-mark[data-event='" + id + "']");
    return plot.getBoundingClientRect().x + Number(mark.getAttribute("transform").match(/-?[\\d.]+/)[0]);
  };
  for (const type of ["gotpointercapture", "lostpointercapture", "pointerup"])
    plot.addEventListener(type, () => captured.push(type));
  let last;
  let steps = 0;
  plot.addEventListener("pointermove", ({ buttons, clientX, isTrusted }) => {
    if (buttons === 0 || !isTrusted) return;
    last = clientX;
    news(steps++);
    requestAnimationFrame(() => apart.push(xOf("2020-06-15") - last));
  });
  /** Moves fingers step by step; "between" is called in each, while they rest. */
  const { setPointerCapture } = Element.prototype;
  window.STEPS = 4;
  window.fingers = async (paths, between, timeOf = () => undefined) => {
    Element.prototype.setPointerCapture = () => undefined;
    const send = (type, part, step) => paths.forEach(([from, to], i) => {
      const event = new PointerEvent(type, {
        bubbles: true, cancelable: true, pointerType: "touch", pointerId: 101 + i, isPrimary: i === 0,
        button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1,
        clientX: from[0] + (to[0] - from[0]) * part, clientY: from[1] + (to[1] - from[1]) * part,
      });
      const moment = timeOf(step);
      if (moment !== undefined) Object.defineProperty(event, "timeStamp", { value: moment });
      plot.dispatchEvent(event);
    });
    send("pointerdown", 0, 0);
    for (let step = 1; step <= STEPS; step++) {
      send("pointermove", step / STEPS, step);
      await between(step);
    }
    send("pointerup", 1, 9);
    Element.prototype.setPointerCapture = setPointerCapture;
  };
})()`;

/** What a container may be: as wide as it can be, as its content, or as is left beside a scrollbar of its own. */
const SIZED = `#box { width: 100%; } #box.inline { display: inline-block; width: auto; } #box.float { float: left; width: auto; }
  #box.fit { width: fit-content; } #box.least { width: min-content; } #box.flex { display: flex; width: auto; } .flex > main { flex: 0 1 auto; }
  #box.grid { display: inline-grid; width: auto; } #box.scrolled { overflow: auto; } #box.ratio { aspect-ratio: 1; width: auto; }
  #box::-webkit-scrollbar { width: 16px; }`;
const KINDS = ["", "inline", "float", "fit", "least", "flex", "grid", "scrolled", "ratio"];
const sized = stagePage({ css: SIZED }).replace(
  '<main id="host"></main>',
  '<div id="box"><main id="host"></main></div>',
);

/** The share of pixels that may differ. */
const SAME = 0.0005;
/** What lies in the middle of each event's box, and a quarter into it. */
const HITS = `[...document.querySelectorAll(".mizwala-event")].flatMap((button) => [2, 4].map((part) => {
  const { x, y, width, height } = button.getBoundingClientRect();
  return document.elementFromPoint(x + width / part, y + height / part)?.dataset.event ?? "nothing";
}))`;

let site: TestServer;
beforeAll(async () => {
  site = await serveStage({ "/sized": sized });
});
afterAll(() => site.close());

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 700, hasReducedMotion: true });
    await browser.goto(`${site.url}/stage`);
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(await browser.problems()).toEqual([]);
  });

  describe("R12: data that come in the middle of a gesture", () => {
    const begin = async (domain = { from: "2020-06-01", to: "2020-07-10" }): Promise<Point> => {
      await draw(browser, { ...FORTY, domain });
      await browser.run(HELP);
      const { left, axis } = await read(browser);
      return [Math.round(left + 300), Math.round(axis + 40)];
    };

    it("leave a drag and its capture as they are", async () => {
      const from = await begin();
      await browser.run(`void (window.news = (i) => ${NEWS})`);
      const before = (await browser.run<number>(`xOf("2020-06-15")`)) - from[0];
      await browser.drag(from, [from[0] + 200, from[1] + 10]);
      await browser.settle();
      const apart = await browser.run<number[]>("apart");
      expect(apart.length).toBeGreaterThan(2);
      for (const one of apart) expect(Math.abs(one - before)).toBeLessThan(1);
      expect(await browser.run("captured")).toEqual(["gotpointercapture", "pointerup", "lostpointercapture"]);
    });

    it("leave two fingers the times that they hold", async () => {
      const [, y] = await begin();
      const slips = await browser.run<number[]>(`(async () => {
        const slips = [];
        // Both fingers lie on marks: where one is, the other has to be.
        const held = ["2020-06-15", "2020-06-01"].map((id, n) => ({ id, from: xOf(id), by: [40, -30][n] }));
        await fingers(held.map(({ from, by }) => [[from, ${y}], [from + by, ${y}]]), async (i) => {
          await frame();
          ${NEWS};
          await frame();
          for (const { id, from, by } of held) slips.push(xOf(id) - from - by * i / STEPS);
        });
        return slips;
      })()`);
      expect(slips).toHaveLength(8);
      for (const slip of slips) expect(Math.abs(slip)).toBeLessThan(1);
    });

    // What is in frames of a time of its own is the same in each engine.
    if (engine !== "chromium") return;

    it("move a drag on from where other gaps have left the picture", async () => {
      const [x, y] = await begin({ from: "2020-06-10", to: "2020-06-20" });
      const moves = await browser.run<number[]>(`(async () => {
        const moves = [];
        let before;
        await fingers([[[${x}, ${y}], [${x + 40}, ${y}]]], async (i) => {
          await frame();
          if (before !== undefined) moves.push(xOf("2020-06-15") - before);
          ${GAPS};
          await frame();
          before = xOf("2020-06-15");
        });
        return moves;
      })()`);
      expect(moves).toHaveLength(3);
      for (const move of moves) expect(Math.abs(move - 10)).toBeLessThan(1);
    });

    /** What a movement shows in each of its frames, of which each is 16 ms long, with news in each or none. */
    const frames = async (start: string, news = ""): Promise<number[]> => {
      const [x, y] = await begin({ from: "2020-06-10", to: "2020-06-24" });
      return browser.run<number[]>(`(async () => {
        const { requestAnimationFrame, cancelAnimationFrame, matchMedia } = window;
        const frames = new Map();
        let last = 0;
        window.matchMedia = () => ({ matches: true });
        window.requestAnimationFrame = (job) => (frames.set(++last, job), last);
        window.cancelAnimationFrame = (frame) => frames.delete(frame);
        const seen = [];
        const run = (now) => { for (const [frame, job] of [...frames]) if (frames.delete(frame)) job(now); };
        await (${start})(${x}, ${y}, run);
        for (let i = 1; i < 30; i++) {
          run(1000 + i * 16);
          ${news};
          // What that asks for is drawn at the same moment.
          run(1000 + i * 16);
          seen.push(xOf("2020-06-15"));
        }
        Object.assign(window, { requestAnimationFrame, cancelAnimationFrame, matchMedia });
        return seen;
      })()`);
    };
    const BUTTON = `() => document.querySelector("[data-control=zoomIn]").click()`;
    const FLING = `(x, y, run) => fingers([[[x, y], [x + 60, y]]], (i) => run(900 + i), (i) => 1000 - (STEPS - Math.min(i, STEPS)) * 16)`;

    it.each([
      ["a glide", BUTTON],
      ["what was let go", FLING],
    ])("change nothing about %s", async (_name, start) => {
      const alone = await frames(start);
      expect(Math.abs(alone[0]! - alone.at(-1)!)).toBeGreaterThan(20);
      const disturbed = await frames(start, NEWS);
      for (const [i, x] of disturbed.entries()) expect(Math.abs(x - alone[i]!)).toBeLessThan(1);
    });

    it("let a glide end at the time where it was to end, whatever gaps come on its way", async () => {
      await frames(`() => timeline.show({ from: "2020-06-13", to: "2020-06-17" })`, GAPS);
      const { from, to } = await browser.run<{ from: number; to: number }>("told.at(-1)");
      expect([from, to].map((time) => new Date(time).toISOString())).toEqual([
        "2020-06-13T00:00:00.000Z",
        "2020-06-18T00:00:00.000Z",
      ]);
    });
  });

  it("R16: no size of a container, be it that of its content, makes the browser give up or the picture tremble", async () => {
    await browser.goto(`${site.url}/sized`);
    await draw(browser, summit);
    const found = await browser.run<{ errors: string[]; trembling: string[]; widths: number }>(
      `(async () => {
        const kinds = ${JSON.stringify(KINDS)};
        const errors = [];
        addEventListener("error", ({ message }) => errors.push(message));
        const frames = async (count) => { while (count--) await new Promise((done) => requestAnimationFrame(done)); };
        let seed = 20200709;
        const random = (below) => (seed = (seed * 16807) % 2147483647) % below;
        const box = document.getElementById("box");
        const picture = () => box.offsetWidth + " " + document.querySelector(".mizwala").innerHTML;
        const trembling = [];
        const widths = new Set();
        for (let i = 0; i < 200; i++) {
          box.className = kinds[random(kinds.length)];
          Object.assign(box.style, { maxWidth: 200 + random(800) + "px", maxHeight: 200 + random(400) + "px" });
          await frames(1);
          widths.add(document.querySelector(".mizwala-plot").clientWidth);
          if (i % 20) continue;
          await frames(5);
          const before = picture();
          await frames(2);
          if (picture() !== before) trembling.push(box.className + " " + box.style.cssText);
        }
        return { errors, trembling, widths: widths.size };
      })()`,
    );
    expect(found).toMatchObject({ errors: [], trembling: [] });
    expect(found.widths).toBeGreaterThan(50);
  });

  it("R16: a scrollbar that a picture makes needless does not come and go for ever", async () => {
    await browser.goto(`${site.url}/sized`);
    await draw(browser, days(40, "rtl"));
    const found = await browser.run<{ tries: number; trembling: number[] }>(`(async () => {
      const frames = async (count) => { while (count--) await new Promise((done) => requestAnimationFrame(done)); };
      const box = document.getElementById("box");
      box.className = "scrolled";
      const heightAt = async (width) => {
        Object.assign(box.style, { maxHeight: "none", width: width + "px" });
        await frames(4);
        return box.offsetHeight;
      };
      let tries = 0;
      const trembling = [];
      for (const width of [691, 714, 783, 852, 898]) {
        const narrow = await heightAt(width - 12);
        const height = await heightAt(width);
        if (narrow < height) tries++;
        box.style.maxHeight = height - 1 + "px";
        await frames(4);
        const seen = new Set();
        for (let i = 0; i < 4; i++) {
          await frames(1);
          seen.add(box.clientWidth);
        }
        if (seen.size > 1) trembling.push(width);
      }
      return { tries, trembling };
    })()`);
    expect(found.tries).toBeGreaterThan(0);
    expect(found.trembling).toEqual([]);
  });
});

describe("In Chromium, R17: another density of pixels and another zoom of the page", () => {
  it("are as sharp as in a page that was opened so, and a click hits what it should", async () => {
    const browser = await engines.chromium({ width: 1200, height: 600, hasReducedMotion: true });
    const set = (deviceScaleFactor: number, zoom = 1): Promise<unknown> =>
      browser.cdp("Emulation.setDeviceMetricsOverride", {
        ...{ width: 1200 / zoom, height: 600 / zoom, deviceScaleFactor: deviceScaleFactor * zoom, mobile: false },
      });
    const picture = async (): Promise<Buffer> => {
      await browser.settle();
      await browser.settle();
      const { data } = await browser.cdp<{ data: string }>("Page.captureScreenshot", {
        clip: { ...(await boxOf(browser, ".mizwala-plot")), scale: 1 },
      });
      return Buffer.from(data, "base64");
    };
    try {
      const densities: readonly (readonly [density: number, zoom: number])[] = [
        [1.5, 1],
        [3, 1],
        [1, 0.5],
        [1, 2],
      ];
      for (const density of densities) {
        await set(1);
        await stage(browser, `${site.url}/stage`, summit);
        await set(...density);
        const changed = await picture();
        const hits = await browser.run<string[]>(HITS);
        await stage(browser, `${site.url}/stage`, summit);
        const fresh = await picture();
        expect(hits).toEqual(await browser.run(HITS));
        expect(new Set(hits).size).toBeGreaterThan(2);
        expect(PNG.sync.read(changed).width).toBeGreaterThan(1100 * density[0]);
        expect(differenceOf(changed, fresh)).toBeLessThan(SAME);
      }
      expect(await browser.problems()).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
