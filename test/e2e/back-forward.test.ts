import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { PICTURE_OF } from "../support/picture-of.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stagePage } from "../support/stage.js";
import { summit } from "./example.js";

const FEATURES = "search overview brush story editing table download".split(" ").map((name) => `mizwala.${name}()`);

/**
 * Counts what the library makes listen to the page itself, whose listeners no new picture takes away, and notes how it was
 * shown. Drivers put listeners of their own into a page, some of them when it comes back.
 */
const STAGE = stagePage({
  body: `<script>
${PICTURE_OF}
const [shown, told, kinds] = [[], [], new Set()];
let [listeners, away, worked] = [0, false, 0];
const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
const isKept = (target) => !(target instanceof Element) && new Error().stack.includes("/library.js");
EventTarget.prototype.addEventListener = function (...words) { listeners += isKept(this); kinds.add(words[0]); return add.apply(this, words); };
EventTarget.prototype.removeEventListener = function (...words) { listeners -= isKept(this); return remove.apply(this, words); };
for (const begin of ["setTimeout", "setInterval", "requestAnimationFrame"]) {
  const start = window[begin];
  window[begin] = (job, ...words) => start((...given) => { worked += Number(away); job(...given); }, ...words);
}
add.call(window, "pagehide", () => (away = true));
add.call(window, "pageshow", ({ persisted }) => { away = false; shown.push(persisted); });
const timeline = mizwala.createTimeline(host, { ...${JSON.stringify(summit)}, features: [${FEATURES.join()}] });
timeline.on("domain", (domain) => told.push(domain));
const look = () => ({ listeners, picture: pictureOf(host), state: JSON.stringify(timeline.state) });
</script>`,
});

/** Goes back by itself. */
const AWAY = `<!doctype html><title>away</title><script>addEventListener("load", () => setTimeout(() => history.back(), 100));</script>`;

describe.each(ENGINES)("In %s", (engine) => {
  let site: TestServer;
  let browser: Driver;
  beforeAll(async () => {
    site = await serveStage({ "/timeline": STAGE, "/away": AWAY });
    browser = await engines[engine]({ hasReducedMotion: true });
    await browser.goto(`${site.url}/timeline`);
    await browser.run(`void (timeline.show({ from: "2020-07-01", to: "2020-07-09" }), timeline.select("agreement"))`);
    await browser.settle();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** How often the timeline tells of its part of time when one zooms in once. */
  const zoomed = async (): Promise<number> => {
    await browser.run("void (told.length = 0)");
    await browser.click("[data-control=zoomIn]");
    await browser.move([1, 1]);
    await browser.settle();
    return browser.run("told.length");
  };

  it("R19: nothing listens to what makes browsers forget a page that one leaves", async () => {
    const kinds = await browser.run<string[]>("[...kinds]");
    expect(kinds).toContain("click");
    expect(await browser.run("listeners")).toBeGreaterThan(3);
    for (const kind of ["unload", "beforeunload"]) expect(kinds).not.toContain(kind);
  });

  // The Chromium of the tests has no window, and such a one keeps no page.
  if (engine === "chromium") return;
  it("R19: a page that one comes back to is as one has left it, and works on", async () => {
    const steps = await zoomed();
    const left = await browser.run("look()");
    await browser.run(`void (location.href = "/away")`);
    await expect.poll(() => browser.run("shown").catch(() => undefined)).toEqual([false, true]);
    await browser.settle();
    expect(await browser.run("worked")).toBe(0);
    expect(await browser.run("look()")).toEqual(left);
    expect(await zoomed()).toBe(steps);
    expect(await browser.problems()).toEqual([]);
  });
});
