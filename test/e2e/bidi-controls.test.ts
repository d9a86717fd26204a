import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineEvent, TimelineOptions } from "../../src/index.js";
import { renderToSVG } from "../../src/svg/index.js";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { draw, serveStage, settleWith } from "../support/stage.js";
import { harmless, MARKED, neighboursIn, STEERED, UNPAIRED } from "../support/steering.js";

const STEERING = [...UNPAIRED, ...MARKED];
const WORDS = {
  ar: { before: "قبل ذلك في 5 من 7", after: "بعد ذلك، 3-4 (ب)", summary: "نص بينهما 12:30 / 7", dir: "rtl" },
  en: { before: "Before 5 of 7", after: "After that, 3-4 (b)", summary: "A text between 12:30 / 7", dir: "ltr" },
} as const;
type Language = keyof typeof WORDS;
type Scene = TimelineOptions & { readonly layout: "list" | "lanes" };

/** Each text as the title of an event between two others, and as the name of its kind. */
const asTitles = (locale: Language, texts: readonly string[]): Scene => ({
  ...{ locale, title: WORDS[locale].before, layout: "list" },
  kinds: texts.map((label, i) => ({ kind: `kind-${i}`, label })),
  events: texts.flatMap((title, i): TimelineEvent[] => [
    { id: `before-${i}`, date: `${1800 + i}-01-02`, title: WORDS[locale].before },
    { id: `it-${i}`, date: `${1800 + i}-03-04`, title, kind: `kind-${i}` as "event", summary: WORDS[locale].summary },
    { id: `after-${i}`, date: `${1800 + i}-05-06`, title: WORDS[locale].after },
  ]),
});

/** Each text as the name of a lane and as a title in it. */
const asLanes = (locale: Language, texts: readonly string[]): Scene => ({
  ...{ locale, title: WORDS[locale].before, layout: "lanes" },
  lanes: texts.map((label, i) => ({ id: `lane-${i}`, label })),
  events: texts.flatMap((title, i): TimelineEvent[] => [
    { date: `${1800 + i}-01-02`, title, lane: `lane-${i}` },
    { date: `${1800 + i}-05-06`, title: WORDS[locale].after, lane: `lane-${i}` },
  ]),
});

/** All texts in the lists of the details of one event, each between two others. */
const asPeople = (locale: Language, texts: readonly string[]): Scene => {
  const { before, after } = WORDS[locale];
  const [subtitle = "", name = "", dateText = ""] = texts;
  return {
    ...{ locale, title: before, subtitle, source: name, layout: "list" },
    events: [
      {
        id: "it",
        date: "2020-07-09",
        title: before,
        dateText,
        place: name,
        participants: texts.flatMap((text) => [
          before,
          { name: text, role: after, of: text },
          { name: after, role: text },
        ]),
        sources: texts.map((text) => ({ title: before, publisher: text, published: "2020-07-08", quote: text })),
        tags: [before],
        certainty: "disputed",
      },
    ],
  };
};

/** Each line as a reader sees it from the left; each text that is meant to steer is one ◆, wherever its middle is. */
const READ = `(() => {
  const steered = new RegExp(${JSON.stringify(STEERED)}, "u");
  const segmenter = new Intl.Segmenter("ar", { granularity: "grapheme" });
  const isInline = (element) => element.matches("tspan, b, bdi, span, a, time") && getComputedStyle(element).display.startsWith("inline");
  const lines = new Map();
  const walker = document.createTreeWalker(document.querySelector(".mizwala-root, .mizwala, svg"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("script, style, title, desc, .mizwala-hidden")) continue;
    let line = node.parentElement;
    while (isInline(line)) line = line.parentElement;
    const own = lines.get(line) ?? [];
    lines.set(line, own);
    const see = (from, to, sign) => {
      range.setStart(node, from);
      range.setEnd(node, to);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (boxes.length === 0) return;
      const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
      // What a line was broken into stands one below the other.
      own.push({ sign, row: Math.round(boxes[0].top / 12), middle: (left + right) / 2 });
    };
    if (steered.test(node.data)) see(0, node.data.length, "◆");
    else for (const { index, segment } of segmenter.segment(node.data)) see(index, index + segment.length, segment);
  }
  return [...lines.values()].filter((line) => line.length > 0)
    .map((line) => line.sort((a, b) => a.middle - b.middle).map(({ sign }) => sign).join(""));
})()`;

const NAMES = `[...document.querySelectorAll("[aria-label], [aria-description]")].flatMap((element) =>
  ["aria-label", "aria-description"].flatMap((name) => element.getAttribute(name) ?? []))`;

const SCENES = { titles: asTitles, lanes: asLanes, people: asPeople } as const;
type Name = keyof typeof SCENES;
const CASES = (["ar", "en"] as const).flatMap((locale) =>
  (Object.keys(SCENES) as Name[]).map((name) => ({ locale, name })),
);
const bothOf = (name: Name, locale: Language): readonly [steering: Scene, harmless: Scene] => [
  SCENES[name](locale, STEERING),
  SCENES[name](locale, STEERING.map(harmless)),
];

let site: TestServer;
beforeAll(async () => {
  const files = CASES.flatMap(({ locale, name }) =>
    bothOf(name, locale).map((scene, i) => [
      `/${locale}-${name}-${i}.svg`,
      { html: renderToSVG({ ...scene, width: 1000 }), headers: { "content-type": "image/svg+xml" } },
    ]),
  );
  site = await serveStage(Object.fromEntries(files) as Parameters<typeof serveStage>[0]);
});
afterAll(() => site.close());

describe.each(ENGINES)("S36: What steers direction, in %s,", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]();
    await browser.goto(`${site.url}/stage`);
  });
  afterAll(() => browser.close());

  it.each(CASES)("turns no neighbour around in a page in $locale: $name", async ({ locale, name }) => {
    const look = async (scene: Scene): Promise<readonly [string[], string[]]> => {
      await draw(browser, scene);
      if (name === "people") await browser.run(`timeline.select("it")`);
      // The later items of a long list are made soon after the picture.
      await settleWith(browser, `document.querySelectorAll(".mizwala-event").length === ${scene.events.length}`);
      const names = await browser.run<string[]>(NAMES);
      return [await browser.run(READ), names.map((one) => neighboursIn(one, WORDS[locale].dir))];
    };
    const [steering, plain] = bothOf(name, locale);
    const [lines, names] = await look(plain);
    const wanted = STEERING.length;
    expect(lines.filter((line) => line.includes("◆")).length).toBeGreaterThanOrEqual(wanted);
    expect(names.length).toBeGreaterThan(name === "people" ? 2 : wanted);
    expect(await look(steering)).toEqual([lines, names]);
  });

  it.each(CASES)("turns no neighbour around in a file in $locale: $name", async ({ locale, name }) => {
    const look = async (i: number): Promise<string[]> => {
      await browser.goto(`${site.url}/${locale}-${name}-${i}.svg`);
      return browser.run(READ);
    };
    const lines = await look(1);
    expect(lines.join("")).toContain("◆");
    expect(await look(0)).toEqual(lines);
  });
});
