import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { note, runs } from "../support/full.js";
import { PICTURE_OF } from "../support/picture-of.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stagePage } from "../support/stage.js";
import { summitInEnglish } from "./example.js";

const UPDATES = runs(150, 2_000);
/** Bytes that a change may leave; and so many rounds are tried. */
const MOST_LEFT = 1_024;
const ROUNDS = 6;
const TIMELINES = runs(6, 50);
const MEGABYTE = 2 ** 20;

/** Draws into a host of its own. */
const HELP = `${PICTURE_OF}
const draw = (options) => {
  const host = document.body.appendChild(document.createElement("div"));
  const timeline = mizwala.createTimeline(host, options);
  return { timeline, picture: () => pictureOf(host.querySelector(".mizwala")), end: () => { timeline.destroy(); host.remove(); } };
};`;

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage({ "/pressure": stagePage({ body: `<script>${HELP}</script>` }) });
  browser = await engines.chromium({ hasReducedMotion: true });
  await browser.cdp("Performance.enable");
  await browser.goto(`${site.url}/pressure`);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function held(): Promise<{ readonly Nodes: number; readonly JSHeapUsedSize: number }> {
  for (let i = 0; i < 3; i++) await browser.cdp("HeapProfiler.collectGarbage");
  const { metrics } = await browser.cdp<{ metrics: { name: string; value: number }[] }>("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as Awaited<ReturnType<typeof held>>;
}

describe("A timeline under pressure", () => {
  it("is as a new one after 200 changes a second, and keeps nothing of those that went by", async () => {
    const change = `async (times) => {
      for (let i = 0; i < times; i++) {
        const events = options.events.map((event, at) => ({ ...event, title: "Change " + i + " of " + at }));
        used.timeline.update({ events, title: "Change " + i });
        await new Promise((done) => setTimeout(done, 5));
      }
      await settled();
    }`;
    await browser.run(`(async () => {
      window.options = { ...${JSON.stringify(summitInEnglish)}, now: "2020-07-20" };
      window.used = draw(options);
      await (window.change = ${change})(${UPDATES});
    })()`);
    // Engines keep something of their own now and then; what a change keeps is kept in each round.
    let left = Infinity;
    for (let round = 0; round < ROUNDS && left >= MOST_LEFT; round++) {
      const before = await held();
      await browser.run(`change(${UPDATES})`);
      await expect.poll(async () => (await held()).Nodes).toBeLessThanOrEqual(before.Nodes);
      left = Math.min(left, ((await held()).JSHeapUsedSize - before.JSHeapUsedSize) / UPDATES);
    }
    expect(left).toBeLessThan(MOST_LEFT);
    note(`Memory that a change leaves, of ${UPDATES}`, `${Math.round(left)} bytes`);
    const [found, wanted] = await browser.run<[string, string]>(`(async () => {
      const fresh = draw({ ...options, title: "Change ${UPDATES - 1}",
        events: options.events.map((event, at) => ({ ...event, title: "Change ${UPDATES - 1} of " + at })) });
      await settled();
      const both = [used.picture(), fresh.picture()];
      fresh.end();
      used.end();
      return both;
    })()`);
    expect(found.length).toBeGreaterThan(2_000);
    expect(found).toBe(wanted);
  });

  it("moves no date when the machine comes to another time zone", async () => {
    const clock = `new Date(Date.UTC(2020, 6, 9)).getTimezoneOffset()`;
    const zones = ["Pacific/Apia", "America/St_Johns", "Asia/Tehran", "UTC"];
    await browser.run(`void (window.used = draw({ ...${JSON.stringify(summitInEnglish)}, now: "2020-07-20" }))`);
    const seen = async (): Promise<string> =>
      browser.run(`(async () => {
        const [from, to] = ["2020-07-01", "2020-07-08"];
        used.timeline.show({ from, to });
        used.timeline.select("agreement");
        await settled();
        const zoomed = used.picture();
        used.timeline.select();
        used.timeline.show();
        await settled();
        return zoomed + used.picture();
      })()`);
    const wanted = await seen();
    const offsets = [];
    for (const timezoneId of zones) {
      await browser.cdp("Emulation.setTimezoneOverride", { timezoneId });
      offsets.push(await browser.run<number>(clock));
      expect(await seen()).toBe(wanted);
    }
    expect(offsets).toEqual([-780, 150, -270, 0]);
    await browser.run("used.end()");
  });

  it(
    `draws ${TIMELINES} timelines of 100,000 events each, and gives their memory back`,
    { timeout: 600_000 },
    async () => {
      const make = (count: number): Promise<number[]> =>
        browser.run(`(async () => {
        const events = Array.from({ length: 100_000 }, (_, i) =>
          ({ date: Date.UTC(2011, 0) + i * 36e5, title: "Report " + i, importance: (i % 97) / 97 }));
        window.all = [];
        for (let i = 0; i < ${count}; i++) {
          all.push(draw({ events, title: "Reports", locale: i % 2 ? "ar" : "en" }));
          await settled();
        }
        return all.map(({ picture }) => picture().split("\\n").length);
      })()`);
      const end = "all.splice(0).forEach(({ end }) => end())";
      await make(2);
      await browser.run(end);
      const before = await held();
      const sizes = await make(TIMELINES);
      expect(sizes).toHaveLength(TIMELINES);
      for (const size of sizes) expect(size).toBeGreaterThan(50);
      for (const size of sizes) expect(size).toBeLessThan(2_000);
      const full = await held();
      expect(full.JSHeapUsedSize - before.JSHeapUsedSize).toBeGreaterThan(TIMELINES * MEGABYTE);
      await browser.run(end);
      const left = async (): Promise<number> => ((await held()).JSHeapUsedSize - before.JSHeapUsedSize) / MEGABYTE;
      await expect.poll(left).toBeLessThan(2);
      const taken = (full.JSHeapUsedSize - before.JSHeapUsedSize) / MEGABYTE;
      note(
        `Memory of ${TIMELINES} timelines of 100,000 events each`,
        `${Math.round(taken)} MB, ${(await left()).toFixed(1)} MB once they are destroyed`,
      );
      expect(await browser.problems()).toEqual([]);
    },
  );
});
