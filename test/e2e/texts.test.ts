import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineEvent, TimelineOptions } from "../../src/index.js";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import type { TestServer } from "../support/server.js";
import { serveStage, stage, stagePage, wholePage } from "../support/stage.js";
import hard from "../fixtures/hard-texts.json" with { type: "json" };

const events: readonly TimelineEvent[] = hard.events.map((event) => ({ kind: "event", ...event }));
/** The browsers of the tests have fonts for Arabic and Latin letters only. */
const WITHOUT_FONT: ReadonlySet<string> = new Set(["chinese", "japanese", "thai", "emoji", "niqqud"]);
const drawable = events.filter(({ id }) => !WITHOUT_FONT.has(id!));
/** So many that each has a flag. */
const FLAGGED: ReadonlySet<string> = new Set(
  "long-ar units-ar no-blank-ar url vowels-ar mixed-ar mixed-en controls no-blank-fa".split(" "),
);
const flagged = drawable.filter(({ id }) => FLAGGED.has(id!));
const TITLES = { "ar-SY": "عناوين عسيرة", en: "Hard titles" } as const;

const timeline = (locale: keyof typeof TITLES, more: Partial<TimelineOptions>): TimelineOptions => ({
  locale,
  numerals: "latn",
  title: TITLES[locale],
  events,
  ...more,
});

/** WebKit makes no view that is narrower than its window can be. */
const NARROW = stagePage({ css: "#host { width: 360px; }" });

/** A letter of which a cut leaves nothing is a whole one: of a single huge one stays the sign of the cut. */
const HUGE = [
  { what: "100,000 letters without a blank", title: "x".repeat(100_000), kept: 2_000 },
  { what: "2,000 emoji in one cluster", title: "\u{1f469}\u200d".repeat(2_000), kept: 1 },
] as const;

/** Each line of a label, and by how much its letters stand out of the plot, or of the room that a label has among flags. */
const READ = `[...document.querySelectorAll(".mizwala-label[data-event] .is-title, .mizwala-label[data-event] .is-summary")].map((line) => {
  const range = document.createRange();
  range.selectNodeContents(line);
  const { left, right, width } = range.getBoundingClientRect();
  const plot = document.querySelector(".mizwala-plot").getBoundingClientRect();
  const room = line.closest("[data-layout]").dataset.layout === "flags" ? 300 : Infinity;
  return {
    id: line.closest("[data-event]").dataset.event,
    text: line.textContent,
    isTitle: line.matches(".is-title"),
    excess: Math.max(plot.left - left, right - plot.right, width - room),
  };
})`;

interface Line {
  readonly id: string;
  readonly text: string;
  readonly isTitle: boolean;
  readonly excess: number;
}

let site: TestServer;
beforeAll(async () => {
  site = await serveStage({ "/narrow": NARROW });
});
afterAll(() => site.close());

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1280, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  const views = (["ar-SY", "en"] as const).flatMap((locale) => [
    { locale, page: "stage", more: { layout: "flags", height: 2_000 } as const },
    { locale, page: "narrow", more: { layout: "list" } as const },
  ]);
  it.each(views)("no hard title leaves its room, in $locale on the $page page", async ({ locale, page, more }) => {
    await stage(browser, `${site.url}/${page}`, timeline(locale, more));
    const lines = await browser.run<Line[]>(READ);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter(({ excess }) => excess > 1)).toEqual([]);
    expect(await browser.problems()).toEqual([]);
  });

  it.each(HUGE)("R30: a huge title is cut in the picture, and told: $what", async ({ title, kept }) => {
    const one = { id: "huge", date: "2020-07-03", title, importance: 1 };
    const other = { id: "other", date: "2020-07-05", title: "Other" };
    for (const layout of ["flags", "list"] as const) {
      await stage(browser, `${site.url}/stage`, { layout, events: [one, other] });
      const lines = await browser.run<readonly Line[]>(READ);
      const shown = lines.filter(({ id, isTitle }) => id === "huge" && isTitle).map(({ text }) => text);
      expect(shown.join("").length).toBeGreaterThan(0);
      expect(shown.join("").length).toBeLessThan(400);
      expect(Math.max(...lines.map(({ excess }) => excess))).toBeLessThan(1);
      expect(await browser.run(`document.querySelectorAll("*").length`)).toBeLessThan(400);
      await browser.run(`timeline.select("huge")`);
      await browser.settle();
      const full = await browser.run<string>(`document.querySelector(".mizwala-details-title").textContent`);
      expect([full.length >= kept, title.startsWith(full.replace(/…$/, ""))]).toEqual([true, true]);
      expect(await browser.run(`timeline.issues.map(({ code }) => code)`)).toEqual(["text-long"]);
    }
  });

  if (engine === "chromium")
    it("R30: ten thousand lanes are drawn, and all are counted", async () => {
      const events = Array.from({ length: 10_000 }, (_, i) => ({
        date: Date.UTC(2020, 0, 1, i),
        title: `Event ${i}`,
        lane: `Lane ${i}`,
      }));
      await stage(browser, `${site.url}/stage`, { events });
      expect(await browser.run(`document.querySelector(".mizwala-summary").textContent`)).toContain("10,000");
      expect(await browser.run(`document.querySelector(".mizwala").dataset.layout`)).toBe("density");
    });

  it("each hard title is there in full, or is shortened with its full text in its name", async () => {
    await stage(browser, `${site.url}/narrow`, timeline("ar-SY", { layout: "list" }));
    const lines = await browser.run<Line[]>(READ);
    const names = await browser.run<Record<string, string>>(
      `Object.fromEntries([...document.querySelectorAll("button.mizwala-event")].map((button) => [button.dataset.event, button.ariaLabel]))`,
    );
    const letters = (text: string): string => text.replace(/[\s\p{Cf}]/gu, "");
    const shortened = events.filter(({ id, title }) => {
      const own = lines.filter((line) => line.id === id && line.isTitle).map(({ text }) => letters(text));
      const shown = own.join("");
      const wanted = letters(title as string) || "حدث";
      expect(letters(names[id!]!)).toContain(wanted);
      if (!shown.endsWith("…")) expect(shown).toBe(wanted);
      else expect(wanted.startsWith(shown.slice(0, -1))).toBe(true);
      return shown !== wanted;
    });
    expect(shortened.map(({ id }) => id!).filter((id) => !WITHOUT_FONT.has(id))).toEqual(["long-ar", "long-en"]);
  });

  it("hard titles look right in a list", async () => {
    await stage(browser, `${site.url}/narrow`, timeline("ar-SY", { layout: "list", events: drawable }));
    await expectPicture(browser, "texts-ar-360", await wholePage(browser, 500));
    if (engine !== "chromium") return;
    await stage(browser, `${site.url}/narrow`, timeline("en", { layout: "list", events: drawable }));
    await expectPicture(browser, "texts-en-360", await wholePage(browser, 500));
  });

  it("hard titles look right on flags", async () => {
    await stage(browser, `${site.url}/stage`, timeline("ar-SY", { layout: "flags", height: 900, events: flagged }));
    await expectPicture(browser, "texts-ar-1280", await wholePage(browser, 1280));
    if (engine !== "chromium") return;
    await stage(browser, `${site.url}/stage`, timeline("en", { layout: "flags", height: 900, events: flagged }));
    await expectPicture(browser, "texts-en-1280", await wholePage(browser, 1280));
  });
});
