import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Driver } from "../support/driver.js";
import { casesIn, ENGINES, engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, stagePage } from "../support/stage.js";
import { days, read } from "./days.js";

const FOCUS = `document.activeElement.dataset.event ?? document.activeElement.dataset.control ?? document.activeElement.id`;
const CURRENT = `document.querySelector(".mizwala-event[aria-current]").dataset.event`;
const LATER = { rtl: "ArrowLeft", ltr: "ArrowRight" } as const;
const EARLIER = { rtl: "ArrowRight", ltr: "ArrowLeft" } as const;

let site: TestServer;
beforeAll(async () => {
  const around = `<button id="after">after</button>
    <script>document.getElementById("host").insertAdjacentHTML("beforebegin", '<button id="before">before</button>')</script>`;
  site = await serveStage({ "/between": stagePage({ body: around }) });
});
afterAll(() => site.close());

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  const focus = (): Promise<string> => browser.run(FOCUS);
  const enter = (id: string): Promise<void> =>
    browser.run(`document.querySelector(".mizwala-event[data-event='${id}']").focus()`);
  const isOpen = (): Promise<boolean> => browser.run(`!document.querySelector(".mizwala-details").hidden`);
  beforeAll(async () => {
    browser = await engines[engine]({ hasReducedMotion: true });
    await browser.goto(`${site.url}/between`);
  });
  afterAll(() => browser.close());

  describe.each(casesIn(engine, ["rtl", "ltr"]))("with time running %s", (direction) => {
    beforeEach(async () => {
      await browser.move([1, 1]);
      await draw(browser, days(40, direction));
      return async () => {
        expect(await browser.problems()).toEqual([]);
      };
    });

    it("A19, A20, A30: Tab comes once to the list, and leaves it again", async () => {
      await browser.run(`document.getElementById("before").focus()`);
      const stops: string[] = [];
      while (stops.at(-1) !== "after" && stops.length < 10) {
        await browser.press("Tab");
        stops.push(await focus());
      }
      expect(stops).toEqual(["zoomIn", "zoomOut", "fit", "2020-06-01", "after"]);
      await browser.press("Shift+Tab");
      expect(await focus()).toBe("2020-06-01");
    });

    it("A21, A23: arrows go where they point, Home and End to the ends of time", async () => {
      await enter("2020-06-01");
      await browser.press(LATER[direction], LATER[direction]);
      expect(await focus()).toBe("2020-06-03");
      await browser.press(EARLIER[direction]);
      expect(await focus()).toBe("2020-06-02");
      await browser.press("End");
      expect(await focus()).toBe("2020-07-10");
      await browser.press(LATER[direction]);
      expect(await focus()).toBe("2020-07-10");
      await browser.press("Home");
      expect(await focus()).toBe("2020-06-01");
    });

    it("A27: an event that gets focus comes into view", async () => {
      await enter("2020-06-01");
      await browser.press("+", "+", "End");
      await browser.settle();
      const { marks, left, right } = await read(browser);
      expect(marks["2020-07-10"]).toBeGreaterThan(left);
      expect(marks["2020-07-10"]).toBeLessThan(right);
      const button = await boxOf(browser, "[data-event='2020-07-10'].mizwala-event");
      expect(button.left).toBeGreaterThanOrEqual(left);
      expect(button.right).toBeLessThanOrEqual(right);
    });

    it("A20, A25, A48: Enter opens the details and goes there, Escape closes them and comes back", async () => {
      await enter("2020-06-03");
      await browser.press("Enter");
      expect(await isOpen()).toBe(true);
      expect(await browser.run("document.activeElement.className")).toContain("mizwala-details-title");
      expect(await browser.run("document.activeElement.textContent")).toContain("3");
      await browser.press("Escape");
      expect(await isOpen()).toBe(false);
      expect(await focus()).toBe("2020-06-03");
    });

    it("A24, A32: plus, minus and zero zoom, the page keys move on", async () => {
      const home = await read(browser);
      await enter("2020-06-01");
      await browser.press("+");
      await browser.settle();
      const near = await read(browser);
      expect(near.pxPerDay / home.pxPerDay).toBeCloseTo(2, 3);
      await browser.press("PageDown");
      await browser.settle();
      const later = await read(browser);
      const shared = Object.keys(near.marks).find((date) => date in later.marks)!;
      const moved = later.marks[shared]! - near.marks[shared]!;
      expect(moved / (near.right - near.left)).toBeCloseTo(direction === "rtl" ? 0.8 : -0.8, 1);
      await browser.press("PageUp", "-");
      await browser.settle();
      expect((await read(browser)).pxPerDay).toBeCloseTo(home.pxPerDay, 3);
      await browser.press("+", "+", "0");
      await browser.settle();
      expect((await read(browser)).marks).toEqual(home.marks);
    });

    it("A33: keys with Control, Alt or Meta are left to the browser", async () => {
      const before = await read(browser);
      const taken = await browser.run<string[]>(`(() => {
        const target = document.querySelector(".mizwala-event");
        target.focus();
        const keys = ["ArrowLeft", "ArrowRight", "Home", "End", "PageDown", "PageUp", "+", "-", "0", "f"];
        const press = (key, held) =>
          target.dispatchEvent(new KeyboardEvent("keydown", { key, ...held, bubbles: true, cancelable: true }));
        const held = ["ctrlKey", "altKey", "metaKey"];
        return held.flatMap((name) => keys.filter((key) => !press(key, { [name]: true })).map((key) => name + key));
      })()`);
      expect(taken).toEqual([]);
      expect(await focus()).toBe("2020-06-01");
      await browser.settle();
      expect((await read(browser)).marks).toEqual(before.marks);
    });

    it("a click on a label or on a mark opens the details", async () => {
      const id = await browser.run<string>(`document.querySelector(".mizwala-label").dataset.event`);
      const title = `document.querySelector(".mizwala-details-title").textContent`;
      const name = await browser.run(
        `document.querySelector(".mizwala-label :is(.is-title, .is-compact)").textContent`,
      );
      await browser.click(`.mizwala-label[data-event="${id}"]`);
      expect(await browser.run(title)).toBe(name);
      await browser.click("[data-control=close]");
      expect(await isOpen()).toBe(false);
      await browser.click(`.mizwala-mark[data-event="${id}"]`);
      expect(await browser.run(title)).toBe(name);
      expect(await browser.run(CURRENT)).toBe(id);
    });

    it("a count of hidden events lists them, to choose one", async () => {
      const events = Array.from({ length: 60 }, (_, i) => ({ id: `e${i}`, date: "2020-06-01", title: `No. ${i}` }));
      await draw(browser, { ...days(1, direction), events });
      const [id, count] = await browser.run<[string, string]>(`(() => {
        const more = [...document.querySelectorAll(".mizwala-more")].sort((a, b) => b.dataset.count - a.dataset.count)[0];
        return [more.dataset.event, more.dataset.count];
      })()`);
      expect(Number(count)).toBeGreaterThan(1);
      await browser.click(`.mizwala-more[data-event="${id}"]`);
      expect(await browser.run(`document.querySelectorAll(".mizwala-details li").length`)).toBe(Number(count));
      await browser.click(".mizwala-details li .mizwala-details-link");
      expect(await browser.run(CURRENT)).toBe(id);
    });

    it("an event without a label is named while it has focus or the pointer is over it", async () => {
      const tip = `document.querySelector(".mizwala-tip")?.textContent ?? ""`;
      const id = await browser.run<string>(`document.querySelector(".mizwala-more").dataset.event`);
      await browser.run("void document.activeElement.blur()");
      expect(await browser.run(tip)).toBe("");
      await enter(id);
      await browser.settle();
      expect(await browser.run(tip)).toContain(String((Date.parse(id) - Date.UTC(2020, 4, 31)) / 86_400_000));
      const plot = await boxOf(browser, ".mizwala-plot");
      const box = await boxOf(browser, ".mizwala-tip");
      expect(box.left).toBeGreaterThanOrEqual(plot.left);
      expect(box.right).toBeLessThanOrEqual(plot.right);
      await browser.run("void document.activeElement.blur()");
      await browser.settle();
      expect(await browser.run(tip)).toBe("");
      const { marks, axis } = await read(browser);
      await browser.move([Math.round(marks[id]!), Math.round(axis)]);
      await browser.settle();
      expect(await browser.run(tip)).not.toBe("");
    });
  });
});
