import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderToSVG } from "../../src/svg/index.js";
import type { TextPart, TimelineEvent, TimelineOptions } from "../../src/index.js";
import type { Clip, Driver, Engine } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { runs } from "../support/full.js";
import { inkOf, correlation, pixelsOf, type Pixels } from "../support/ink.js";
import { leftToRight, mixedTexts } from "../support/mixed-texts.js";
import type { TestPage, TestServer } from "../support/server.js";
import { draw, serveStage, stage } from "../support/stage.js";
import fixtures from "../fixtures/bidi.json" with { type: "json" };

/** A text and what a reader should see of it. */
interface Labelled {
  readonly id: string;
  readonly lang: string;
  readonly base: "ltr" | "rtl";
  readonly title: string | TextPart[];
  readonly text: string;
  readonly leftToRightClusterStarts: readonly number[];
}

const LABELS: readonly Labelled[] = [
  ...fixtures.plain.map((fixture) => ({ ...fixture, base: fixture.base as "rtl", title: fixture.text })),
  ...fixtures.isolated.map((fixture) => ({
    ...fixture,
    base: fixture.base as "rtl",
    title: fixture.parts as TextPart[],
  })),
];

/** The SVG text of WebKit resolves no pairs of brackets (UAX #9, N0): the bracket that opens goes to the far side. */
const FAULTS: Readonly<Record<Engine, readonly string[]>> = {
  chromium: [],
  firefox: [],
  webkit: ["en-with-ar"],
};

const timelineOf = (labels: readonly Labelled[]): TimelineOptions & { readonly layout: "list" } => ({
  title: "الاتجاه",
  locale: "ar",
  layout: "list",
  events: labels.map(({ id, lang, title }, i): TimelineEvent => ({
    id,
    lang,
    title,
    kind: "event",
    date: `2020-${String(1 + Math.floor(i / 28)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`,
  })),
});
const timeline = timelineOf(LABELS);

const RANDOM = mixedTexts(1_500).map((mixed): Labelled => ({ ...mixed, title: mixed.text }));
const PAGES = Array.from({ length: 5 }, (_, i) => RANDOM.slice(i * 300, (i + 1) * 300));

/** What is known of an engine: which random texts it misreads. No markup of a text in one piece could mend it. */
interface Faults {
  readonly page: (label: Labelled) => boolean;
  readonly file: (label: Labelled) => boolean;
  readonly orderInFile: (label: Labelled) => readonly number[];
}

const NO_FAULTS: Faults = {
  page: () => false,
  file: () => false,
  orderInFile: ({ leftToRightClusterStarts }) => leftToRightClusterStarts,
};

const RANDOM_FAULTS: Readonly<Record<Engine, Faults>> = {
  chromium: NO_FAULTS,
  firefox: NO_FAULTS,
  webkit: {
    /** Two numbers in Arabic-Indic digits from left to right, where no letter is from right to left. */
    page: ({ base, text }) =>
      base === "ltr" && /[٠-٩].*[٠-٩]/.test(text) && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(lettersOf(text)),
    /** From left to right, digits as in English right behind Arabic-Indic ones. */
    file: ({ base, text }) => base === "ltr" && /[٠-٩]\d/.test(text),
    /** SVG text pairs no brackets (UAX #9, N0): they are signs as others are. */
    orderInFile: ({ base, text }) => leftToRight(text.replace(/[()[\]{}]/g, "*"), base),
  },
};
const lettersOf = (text: string): string => text.replace(/\P{L}/gu, "");

/** What an engine shows of random texts in a page or a file. */
interface Sight {
  /** By the ids of the texts: the places of their first code units from the left. */
  readonly orders: Record<string, readonly number[]>;
  /** The columns of their ink. */
  readonly inks: Record<string, readonly number[]>;
}

const misreadIn = (
  { orders }: Sight,
  wanted = ({ leftToRightClusterStarts }: Labelled) => leftToRightClusterStarts,
): readonly Labelled[] => RANDOM.filter((label) => String(orders[label.id]) !== String(wanted(label)));
const shown = (labels: readonly Labelled[]): readonly string[] => labels.map(({ base, text }) => `${base}: ${text}`);

/** Where a title stands for its picture; the plain text that it is compared with stands to its right. */
const CELL = { width: 280, height: 32 };
const IN_A_ROW = 3;
/** Below it, two pictures of a text differ by more than what lies between some of its letters. */
const ALIKE = 0.9;
/** The pages whose pictures are taken too. */
const PICTURED = runs(1, PAGES.length);
/** With room for a scrollbar. */
const VIEW = { width: 2 * IN_A_ROW * CELL.width + 20, height: 200 + (300 / IN_A_ROW) * CELL.height };
const cellOf = (i: number, isPlain = false): Clip => ({
  ...CELL,
  x: ((i % IN_A_ROW) + (isPlain ? IN_A_ROW : 0)) * CELL.width,
  y: 200 + Math.floor(i / IN_A_ROW) * CELL.height,
});

/** Puts all titles into their cells, without the rest of the timeline. */
const GATHER = `((cells) => {
  for (const element of document.querySelectorAll("body *, svg *"))
    element.style.visibility = element.closest(".is-title, .plain") ? "visible" : "hidden";
  const titles = [...document.querySelectorAll(".mizwala-label[data-event] .is-title")];
  const boxes = titles.map((title) => {
    const range = document.createRange();
    range.selectNodeContents(title);
    return range.getBoundingClientRect();
  });
  titles.forEach((title, i) => {
    const { x, y, width, height } = boxes[i];
    if (width > cells[i].width - 8) throw new Error("too wide: " + title.textContent);
    const [right, down] = [cells[i].x + 4 - x, cells[i].y + (cells[i].height - height) / 2 - y];
    if (title.localName === "text") title.setAttribute("transform", "translate(" + right + " " + down + ")");
    else title.style.transform = "translate(" + right + "px, " + down + "px)";
  });
})`;

/** Sets texts beside them as any page would: an element with a direction. */
const SET_PLAIN = `((labels, cells) => {
  const { fontFamily, fontSize, fontWeight, color } = getComputedStyle(document.querySelector(".is-title"));
  labels.forEach(({ text, base, lang }, i) => {
    const plain = document.createElement("div");
    Object.assign(plain, { className: "plain", dir: base, lang, textContent: text });
    const { x, y, height } = cells[i];
    const place = { position: "absolute", left: x + 4 + "px", top: y + "px", lineHeight: height + "px", whiteSpace: "pre" };
    Object.assign(plain.style, { fontFamily, fontSize, fontWeight, color }, place);
    document.body.append(plain);
  });
})`;

/**
 * Reads each title as a reader sees it: its visible characters by the middle of the box in which the engine drew them,
 * from the left. Gives the places of their first code units in the text.
 */
const READ = `(() => {
  const segmenter = new Intl.Segmenter("ar", { granularity: "grapheme" });
  const found = {};
  for (const line of document.querySelectorAll(".mizwala-label[data-event] .is-title")) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const clusters = [];
    let start = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index, segment } of segmenter.segment(node.data)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        const box = [...range.getClientRects()].find(({ width }) => width > 0);
        if (box) clusters.push({ at: start + index, middle: box.x + box.width / 2 });
      }
      start += node.data.length;
    }
    const id = line.closest("[data-event]").dataset.event;
    found[id] = clusters.sort((a, b) => a.middle - b.middle).map(({ at }) => at);
  }
  return found;
})()`;

let site: TestServer;
beforeAll(async () => {
  const fileOf = (labels: readonly Labelled[]): TestPage => ({
    html: renderToSVG({ ...timelineOf(labels), width: 1000 }),
    headers: { "content-type": "image/svg+xml" },
  });
  const random = PAGES.map((labels, i) => [`/random-${i}.svg`, fileOf(labels)] as const);
  site = await serveStage({ "/timeline.svg": fileOf(LABELS), ...Object.fromEntries(random) });
});
afterAll(() => site.close());

describe("The order that titles are compared with", () => {
  it("is that of the fixtures, which three engines confirm", () => {
    for (const { text, base, leftToRightClusterStarts } of fixtures.plain)
      expect(leftToRight(text, base as "ltr" | "rtl")).toEqual(leftToRightClusterStarts);
  });

  it("is another one for most random texts where they are turned around", () => {
    const turned = RANDOM.filter(({ text, base, leftToRightClusterStarts }) => {
      const other = leftToRight(text, base === "rtl" ? "ltr" : "rtl");
      return String(other) !== String(leftToRightClusterStarts);
    });
    expect(turned.length).toBeGreaterThan(1_300);
  });
});

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]();
  });
  afterAll(() => browser.close());

  const expectOrder = async (faults: readonly string[]): Promise<void> => {
    const found = await browser.run<Record<string, number[]>>(READ);
    const isRight = LABELS.map(({ id, leftToRightClusterStarts: wanted }) => String(found[id]) === String(wanted));
    expect(LABELS.filter((_, i) => !isRight[i]).map(({ id }) => id)).toEqual(faults);
  };
  it("A69: every title of the page reads in the order of the Unicode algorithm", async () => {
    await stage(browser, `${site.url}/stage`, timeline);
    await expectOrder([]);
    expect(await browser.problems()).toEqual([]);
  });

  it("every title of the file reads in the order of the Unicode algorithm", async () => {
    await browser.goto(`${site.url}/timeline.svg`);
    await expectOrder(FAULTS[engine]);
  });

  it("every title of the file begins at the side of the line that it should", async () => {
    await browser.goto(`${site.url}/timeline.svg`);
    const away = `[...document.querySelectorAll("text.is-title")].flatMap((text) => {
      const { left, right } = text.getBoundingClientRect();
      const isRight = (text.getAttribute("text-anchor") === "start") === (text.getAttribute("direction") === "rtl");
      const by = (isRight ? right : left) - Number(text.getAttribute("x"));
      return Math.abs(by) < 4 ? [] : [text.textContent + ": " + by];
    })`;
    expect(await browser.run(away)).toEqual([]);
  });

  it("A69: every piece of text in the page says its direction", async () => {
    await stage(browser, `${site.url}/stage`, timeline);
    const silent = `[...document.querySelectorAll(".mizwala-label, .mizwala-line, .mizwala-line bdi")]
      .filter((element) => !["ltr", "rtl"].includes(element.getAttribute("dir")))
      .map((element) => element.outerHTML)`;
    expect(await browser.run(silent)).toEqual([]);
  });
});

describe.each(ENGINES)("Of 1,500 random titles in %s", (engine) => {
  let browser: Driver;
  const page: Sight = { orders: {}, inks: {} };
  const file: Sight = { orders: {}, inks: {} };
  /** The ink of each text as any page shows it. */
  const plain: Sight["inks"] = {};
  let problems: readonly string[];
  const faults = RANDOM_FAULTS[engine];
  const unlikeIn = ({ inks }: Sight): readonly Labelled[] =>
    RANDOM.filter(({ id }) => plain[id] && correlation(plain[id], inks[id]!) < ALIKE);

  /** Takes a picture of the titles of the page or file that is open, gathered in their cells. */
  const picture = async (labels: readonly Labelled[], { inks }: Sight): Promise<Pixels> => {
    const cells = labels.map((_, i) => cellOf(i));
    await browser.run(`${GATHER}(${JSON.stringify(cells)})`);
    await browser.settle();
    const pixels = await pixelsOf(await browser.screenshot());
    labels.forEach(({ id }, i) => (inks[id] = inkOf(pixels, cells[i]!)));
    return pixels;
  };

  beforeAll(async () => {
    browser = await engines[engine](VIEW);
    await browser.goto(`${site.url}/stage`);
    for (const [i, labels] of PAGES.entries()) {
      await draw(browser, timelineOf(labels));
      Object.assign(page.orders, await browser.run(READ));
      if (i >= PICTURED) continue;
      const cells = labels.map((_, place) => cellOf(place, true));
      await browser.run(`${SET_PLAIN}(${JSON.stringify([labels, cells]).slice(1, -1)})`);
      const pixels = await picture(labels, page);
      labels.forEach(({ id }, place) => (plain[id] = inkOf(pixels, cells[place]!)));
    }
    problems = await browser.problems();
    for (const [i, labels] of PAGES.entries()) {
      await browser.goto(`${site.url}/random-${i}.svg`);
      Object.assign(file.orders, await browser.run(READ));
      if (i < PICTURED) await picture(labels, file);
    }
  });
  afterAll(() => browser.close());

  it("A69: all read in the page in the order of the Unicode algorithm", () => {
    const misread = misreadIn(page);
    expect(problems).toEqual([]);
    expect(shown(misread.filter((label) => !faults.page(label)))).toEqual([]);
    expect(misread.length > 0).toBe(engine === "webkit");
  });

  it("all read in the file in the order of the Unicode algorithm", () => {
    const misread = misreadIn(file, faults.orderInFile);
    expect(shown(misread.filter((label) => !faults.file(label)))).toEqual([]);
    expect(misreadIn(file).length > 0).toBe(engine === "webkit");
  });

  it("look in the page as plain text does", () => {
    expect(Object.keys(plain)).toHaveLength(PICTURED * PAGES[0]!.length);
    expect(shown(unlikeIn(page))).toEqual([]);
  });

  it("look in the file as plain text does, where they read as they should", () => {
    const misread = new Set(misreadIn(file));
    expect(shown(unlikeIn(file).filter((label) => !misread.has(label)))).toEqual([]);
  });
});
