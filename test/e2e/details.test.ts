import { afterAll, beforeAll, describe, expect, it } from "vitest";
import moonFile from "../../examples/lanes-moon.json" with { type: "json" };
import type { TimelineOptions } from "../../src/index.js";
import { findBarriers } from "../support/axe.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, serveStage, stage, wholePage } from "../support/stage.js";
import { summit, summitInEnglish } from "./example.js";

const moon = moonFile as unknown as TimelineOptions;
const PANEL = ".mizwala-details";
const PLACE = `document.querySelector(".mizwala").dataset.details`;

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveStage(), engines.chromium({ hasReducedMotion: true })]);
});
afterAll(() => Promise.all([site.close(), browser.close()]));

/** Opens the details of an event of a timeline in a window. */
async function open(options: TimelineOptions, id: string, width: number, height = 900): Promise<string> {
  await browser.resize(width, height);
  await stage(browser, `${site.url}/stage`, options);
  await browser.run(`timeline.select(${JSON.stringify(id)})`);
  await browser.settle();
  return browser.run<string>(PLACE);
}

describe("The details of an event", () => {
  it("stand below the plot where that is in sight", async () => {
    expect(await open(summit, "agreement", 1280)).toBe("below");
    expect((await boxOf(browser, PANEL)).top).toBeGreaterThanOrEqual((await boxOf(browser, ".mizwala-plot")).bottom);
  });

  it("stand at their event where the plot is higher than the window, and go with it", async () => {
    expect(await open(moon, "luna-1", 1280)).toBe("popover");
    const apart = async (): Promise<{ x: number; y: number; inside: boolean }> => {
      const [panel, event, plot] = [
        await boxOf(browser, PANEL),
        await boxOf(browser, ".mizwala-event[data-event='luna-1']"),
        await boxOf(browser, ".mizwala-plot"),
      ];
      const isInside = panel.left >= plot.left - 1 && panel.right <= plot.right + 1;
      return { x: panel.x - event.x, y: panel.top - event.bottom, inside: isInside };
    };
    const before = await apart();
    expect(before).toMatchObject({ y: 8, inside: true });
    await browser.run(`timeline.show({ from: "1957", to: "1962" })`);
    await browser.settle();
    const after = await apart();
    expect([after.y, after.inside]).toEqual([8, true]);
  });

  it("stand above an event at the end of the plot, rather than hang out of it", async () => {
    expect(await open(moon, "apollo-soyuz", 1280)).toBe("popover");
    const event = await boxOf(browser, ".mizwala-event[data-event='apollo-soyuz']");
    expect((await boxOf(browser, PANEL)).bottom).toBeCloseTo(event.top - 8, 0);
  });

  it("stand beside the plot at its end where the author wants that, and below it where there is no room", async () => {
    for (const [options, isRight] of [
      [summit, false],
      [summitInEnglish, true],
    ] as const) {
      expect(await open({ ...options, detailsPlacement: "beside" }, "agreement", 1280)).toBe("beside");
      const [panel, plot] = [await boxOf(browser, PANEL), await boxOf(browser, ".mizwala-plot")];
      expect(isRight ? panel.left >= plot.right : panel.right <= plot.left).toBe(true);
    }
    expect(await open({ ...summit, detailsPlacement: "beside" }, "agreement", 800)).toBe("below");
  });

  it("give the plot its room back when they close", async () => {
    await open({ ...summit, detailsPlacement: "beside" }, "agreement", 1280);
    const { width } = await boxOf(browser, ".mizwala-plot");
    await browser.run(`document.querySelector(".mizwala-details .mizwala-button").click()`);
    await browser.settle();
    expect(await browser.run(`${PLACE} ?? null`)).toBeNull();
    expect((await boxOf(browser, ".mizwala-plot")).width).toBeGreaterThan(width + 200);
  });

  it.each([
    ["beside", { ...summit, detailsPlacement: "beside" }, "agreement"],
    ["popover", { ...summitInEnglish, detailsPlacement: "popover" }, "astana"],
  ] as const)("break no rule of accessibility %s", async (place, options, id) => {
    expect(await open(options, id, 1280)).toBe(place);
    expect(await findBarriers(browser, ".mizwala")).toEqual([]);
  });

  it("end with a link that opens the page with them, where the address keeps what is shown", async () => {
    for (const [options, name] of [
      [{ ...summit, hash: true }, "details-link-ar-390"],
      [{ ...summitInEnglish, hash: true }, "details-link-en-390"],
    ] as const) {
      await open(options, "agreement", 390);
      expect((await boxOf(browser, ".mizwala-details-address a")).height).toBeGreaterThanOrEqual(24);
      await expectPicture(browser, name, await wholePage(browser, 390));
      const href = await browser.run<string>(`document.querySelector(".mizwala-details-address a").href`);
      await browser.goto("about:blank");
      await stage(browser, href, options);
      expect(await browser.run("timeline.state.selected")).toBe("agreement");
      expect(await findBarriers(browser, ".mizwala")).toEqual([]);
    }
  });

  it("look right beside the plot and at their event", async () => {
    await open({ ...summit, detailsPlacement: "beside" }, "agreement", 1280);
    await expectPicture(browser, "details-beside-ar-1280", await wholePage(browser, 1280));
    await browser.emulate({ colorScheme: "dark" });
    await open({ ...summitInEnglish, detailsPlacement: "popover" }, "arrival", 1280);
    const dark = await wholePage(browser, 1280);
    await browser.emulate({ colorScheme: "light" });
    await expectPicture(browser, "details-popover-en-1280", dark);
    await open({ ...summit, detailsPlacement: "popover" }, "meeting", 390);
    await expectPicture(browser, "details-popover-ar-390", await wholePage(browser, 390));
  });
});
