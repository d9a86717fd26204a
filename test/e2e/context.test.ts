import { afterAll, beforeAll, describe, expect, it } from "vitest";
import spaceFile from "../../examples/eras-space.json" with { type: "json" };
import type { TimelineOptions } from "../../src/index.js";
import { findBarriers } from "../support/axe.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { boxOf, draw, serveStage, stage, wholePage } from "../support/stage.js";

const arabic = { ...spaceFile, now: "2026-07-01" } as unknown as TimelineOptions;
const english: TimelineOptions = { ...arabic, locale: "en", monthNames: "auto" };
const inLanes = (options: TimelineOptions): TimelineOptions => ({
  ...options,
  layout: "lanes",
  lanes: [
    { id: "flight", label: { ar: "رحلات", en: "Flights" } },
    { id: "station", label: { ar: "محطات", en: "Stations" } },
    { id: "programme", label: { ar: "برامج", en: "Programmes" } },
    { id: "probe", label: { ar: "مسابر", en: "Probes" } },
  ],
  events: options.events.map((event) => ({ ...event, lane: event.kind ?? "" })),
});
const both: TimelineOptions = { ...english, sides: "both" };
const OPTIONS = { ar: arabic, en: english, both, "lanes-ar": inLanes(arabic), "lanes-en": inLanes(english) } as const;

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage();
  browser = await engines.chromium({ hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe("Eras, the line of now, and links", () => {
  it.each([
    ["ar", 1280, "light"],
    ["ar", 1280, "dark"],
    ["ar", 800, "light"],
    ["ar", 390, "light"],
    ["en", 1280, "light"],
    ["en", 800, "light"],
    ["en", 390, "dark"],
    ["both", 1280, "light"],
    ["lanes-ar", 1280, "light"],
    ["lanes-ar", 1280, "dark"],
    ["lanes-en", 800, "light"],
    ["lanes-en", 390, "light"],
  ] as const)("look right: %s at %d px, %s", async (name, width, colorScheme) => {
    await browser.emulate({ colorScheme });
    await stage(browser, `${site.url}/stage`, OPTIONS[name]);
    await expectPicture(browser, `context-${name}-${width}-${colorScheme}`, await wholePage(browser, width));
    expect(await browser.problems()).toEqual([]);
    await browser.emulate({ colorScheme: "light" });
  });

  it("keep nobody out", async () => {
    await browser.resize(1280, 900);
    for (const options of Object.values(OPTIONS)) {
      await stage(browser, `${site.url}/stage`, options);
      expect(await findBarriers(browser, "#host")).toEqual([]);
    }
  });

  it("say what belongs together to screen readers", async () => {
    await stage(browser, `${site.url}/stage`, english);
    interface Node {
      readonly role?: { readonly value: string };
      readonly name?: { readonly value: string };
      readonly description?: { readonly value: string };
    }
    const { nodes } = await browser.cdp<{ nodes: Node[] }>("Accessibility.getFullAXTree");
    const event = nodes.find(({ role, name }) => role?.value === "button" && name?.value.startsWith("Sputnik"));
    expect(event?.description?.value).toBe("Leads to: Gagarin, the first human in space");
    expect(nodes.some(({ role, name }) => role?.value === "list" && name?.value === "Periods")).toBe(true);
  });

  it("are stronger where they belong to the event under the pointer", async () => {
    await stage(browser, `${site.url}/stage`, english);
    const { x, y, width, height } = await boxOf(browser, '.mizwala-event[data-event="iss"]');
    await browser.move([Math.round(x + width / 2), Math.round(y + height / 2)]);
    await browser.settle();
    const hinted = `document.querySelectorAll(".mizwala-link.is-hinted").length`;
    expect(await browser.run(hinted)).toBe(3);
    await browser.move([5, 5]);
    await browser.settle();
    expect(await browser.run(hinted)).toBe(0);
  });

  it("have the name of an era at the edge of the plot as long as the era is in view", async () => {
    await stage(browser, `${site.url}/stage`, english);
    const nameOf = `[...document.querySelectorAll(".mizwala-era-name")].map(({ textContent }) => textContent)`;
    const plot = await boxOf(browser, ".mizwala-plot");
    await draw(browser, { ...english, domain: { from: "1980", to: "2003" } });
    expect(await browser.run(nameOf)).toEqual(["The Cold War"]);
    const { left } = await boxOf(browser, ".mizwala-era-name");
    expect(left).toBe(plot.left + 24);
    await draw(browser, { ...english, domain: { from: "1991-09", to: "2003" } });
    expect(await browser.run(nameOf)).toEqual([]);
  });
});
