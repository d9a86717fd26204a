import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBarriers } from "../support/axe.js";
import type { ChromiumDriver, Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import { serve, type TestServer } from "../support/server.js";

const PAGE = `<!doctype html>
<html lang="ar" dir="rtl"><meta charset="utf-8"><title>drivers</title>
<style>
  body { margin: 8px; font: 20px system-ui, 'Noto Sans Arabic'; background: #fff; color: #222 }
  #pad { width: 400px; height: 200px; background: #def; touch-action: none }
  #below { position: absolute; top: 2000px }
</style>
<main><h1>من أستانا إلى دمشق Astana</h1>
<p>9 تموز/ يوليو 2020 — <b>قمة أستانا الثلاثية</b> <span style="font-family: Helvetica">لقاء Al-Assad</span></p>
<input aria-label="field"><button>OK</button><div id="pad"></div><button id="below">Below</button></main>
<script>
  var log = [];
  var pad = document.getElementById("pad");
  document.querySelector("button").addEventListener("click", () => log.push("click"));
  document.getElementById("below").addEventListener("click", () => log.push("below"));
  addEventListener("keydown", (key) => log.push((key.shiftKey ? "Shift+" : "") + key.key));
  for (const type of ["pointerdown", "pointermove", "pointerup"])
    pad.addEventListener(type, (e) => log.push([type, e.pointerType, Math.round(e.clientX), e.buttons].join(" ")));
  pad.addEventListener("wheel", (e) => { e.preventDefault(); log.push(["wheel", e.deltaX, e.deltaY, e.ctrlKey].join(" ")); });
</script>`;
const BROKEN = `<!doctype html><meta charset="utf-8"><title>broken</title>
<script>console.warn("a warning"); console.log("no problem"); Promise.reject(new Error("a rejection")); nowhere();</script>`;

let site: TestServer;
beforeAll(async () => {
  site = await serve({ "/drivers": PAGE, "/broken": BROKEN });
});
afterAll(() => site.close());

describe.each(ENGINES)("The %s driver", (engine) => {
  let browser: Driver;
  const log = (): Promise<string[]> => browser.run<string[]>("log.splice(0)");

  beforeAll(async () => {
    browser = await engines[engine]({ width: 640, height: 480 });
  });
  afterAll(() => browser.close());

  it("gives the view the size that was asked for", async () => {
    await browser.goto(`${site.url}/drivers`);
    expect(await browser.run("[innerWidth, innerHeight]")).toEqual([640, 480]);
    await browser.resize(500, 700);
    expect(await browser.run("[innerWidth, innerHeight]")).toEqual([500, 700]);
    await browser.resize(640, 480);
  });

  it("draws Arabic and Latin letters in our fonts", async () => {
    await browser.goto(`${site.url}/drivers`);
    await browser.settle();
    await expectPicture(browser, "drivers", await browser.screenshot({ x: 0, y: 0, width: 640, height: 160 }));
  });

  it("clicks, also below the fold, and presses and types keys", async () => {
    await browser.goto(`${site.url}/drivers`);
    await browser.click("button");
    await browser.press("ArrowLeft", "Shift+Home");
    await browser.click("#below");
    expect(await log()).toEqual(["click", "ArrowLeft", "Shift+Shift", "Shift+Home", "below"]);
    await browser.click("input");
    await browser.type("aب");
    expect(await browser.run("document.querySelector('input').value")).toBe("aب");
  });

  it("turns the wheel, with Control too", async () => {
    await browser.goto(`${site.url}/drivers`);
    const [x, y] = await browser.run<[number, number]>(
      "(() => { const box = pad.getBoundingClientRect(); return [box.x + 100, box.y + 50]; })()",
    );
    await browser.move([x, y]);
    await log();
    await browser.wheel([x, y], { dy: 120 });
    await browser.wheel([x, y], { dx: 40, dy: 0 });
    await browser.wheel([x, y], { dy: -60, isCtrlHeld: true });
    const wheels = async (): Promise<string[]> => browser.run("log.filter((line) => line.startsWith('wheel'))");
    await expect.poll(wheels).toHaveLength(3);
    const turned = (await wheels()).map((line) => line.split(" ").slice(1));
    expect(turned.map(([dx, dy, ctrl]) => [Math.sign(Number(dx)), Math.sign(Number(dy)), ctrl])).toEqual([
      [0, 1, "false"],
      [1, 0, "false"],
      [0, -1, "true"],
    ]);
  });

  it("drags with a pressed button", async () => {
    await browser.goto(`${site.url}/drivers`);
    const { x, y } = await browser.run<DOMRect>("pad.getBoundingClientRect().toJSON()");
    await browser.drag([x + 50, y + 50], [x + 150, y + 50]);
    const moves = (await log()).filter((line) => line.endsWith(" 1"));
    expect(moves.at(0)).toBe(`pointerdown mouse ${Math.round(x + 50)} 1`);
    expect(moves.at(-1)).toBe(`pointermove mouse ${Math.round(x + 150)} 1`);
    expect(moves.length).toBeGreaterThan(3);
  });

  it("awaits promises and passes on what was thrown", async () => {
    expect(await browser.run("Promise.resolve({ a: [1, 'ب'] })")).toEqual({ a: [1, "ب"] });
    await expect(browser.run("Promise.reject(new Error('as told'))")).rejects.toThrow("as told");
    await expect(browser.click("#nowhere")).rejects.toThrow("no element matches #nowhere");
  });

  it("collects the problems of a page, and forgets them with the next", async () => {
    await browser.goto(`${site.url}/broken`);
    await expect.poll(async () => (await browser.problems()).length).toBe(3);
    const problems = (await browser.problems()).join("\n");
    for (const word of ["a warning", "a rejection", "nowhere"]) expect(problems).toContain(word);
    await browser.goto(`${site.url}/drivers`);
    expect(await browser.problems()).toEqual([]);
  });

  it("finds barriers of a page", async () => {
    await browser.goto(`${site.url}/drivers`);
    expect(await findBarriers(browser)).toEqual([]);
    await browser.run("document.querySelector('input').removeAttribute('aria-label')");
    expect(await findBarriers(browser)).toEqual(["label: input"]);
  });

  it("starts dark and calm where the reader has set that up", async () => {
    const dark = await engines[engine]({ colorScheme: "dark", hasReducedMotion: true });
    try {
      const matches =
        "['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map((q) => matchMedia(q).matches)";
      await dark.goto(`${site.url}/drivers`);
      expect(await dark.run(matches)).toEqual([true, true]);
      expect(await browser.run(matches)).toEqual([false, false]);
    } finally {
      await dark.close();
    }
  });
});

describe("The Chromium driver alone", () => {
  let browser: ChromiumDriver;
  beforeAll(async () => {
    browser = await engines.chromium();
    await browser.goto(`${site.url}/drivers`);
  });
  afterAll(() => browser.close());

  it("touches with one finger and with two", async () => {
    const { x, y } = await browser.run<DOMRect>("pad.getBoundingClientRect().toJSON()");
    await browser.swipe([x + 50, y + 50], [x + 150, y + 50]);
    await browser.pinch([x + 200, y + 100], 2);
    const log = await browser.run<string[]>("log");
    expect(log.filter((line) => line.startsWith("pointerdown touch"))).toHaveLength(3);
    expect(log.filter((line) => line.startsWith("pointermove touch")).length).toBeGreaterThan(20);
  });

  it("changes what the reader prefers", async () => {
    await browser.emulate({ colorScheme: "dark", forcedColors: "active" });
    expect(await browser.run("matchMedia('(forced-colors: active) and (prefers-color-scheme: dark)').matches")).toBe(
      true,
    );
  });

  it("speaks the DevTools protocol", async () => {
    const { nodes } = await browser.cdp<{ nodes: { name?: { value: string } }[] }>("Accessibility.getFullAXTree");
    expect(nodes.map((node) => node.name?.value)).toContain("من أستانا إلى دمشق Astana");
  });
});
