import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arraySource, createSourceHandler, nodeListener } from "../../src/source/index.js";
import { findBarriers } from "../support/axe.js";
import type { ChromiumDriver, Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { expectPicture } from "../support/pixels.js";
import { serve, type TestServer } from "../support/server.js";
import { SPOILT, spoil, type Spoilt } from "../support/spoilt-answers.js";
import { boxOf, settleWith, wholePage } from "../support/stage.js";

const NAMED = `[...document.querySelectorAll(".mizwala-labels [data-event]")].map(({ dataset }) => dataset.event)`;
const READY = `window.feed?.state === "ready" && document.querySelectorAll("[data-event]").length > 8`;
const MARKED = `[...document.querySelectorAll(".mizwala-mark[data-event]")].map(({ dataset }) => dataset.event)`;
const IDLE = `window.feed?.state === "ready"`;
const LINE = `(() => {
  const line = document.querySelector(".mizwala-feed");
  return line.dataset.state === "ready" ? "" : line.querySelector("span").textContent;
})()`;
const FOCUSED = `document.activeElement.dataset.event`;
const TOLD = `document.activeElement.getAttribute("aria-label")`;
const COUNT = `document.querySelector(".mizwala-search-count").textContent`;
const LABELS = `[...document.querySelectorAll(".mizwala-labels [data-event]")].map(({ textContent }) => textContent)`;
/** The same source, which fails as long as it is told to. */
const FAILING = `(() => {
  const { arraySource, fromSource } = mizwalaSource;
  const events = Array.from({ length: 9000 }, (_, i) => ({
    date: new Date(Date.UTC(2011, 0, 1) + i * 36e5).toISOString().slice(0, 10), title: "Report " + i, importance: (i % 97) / 97,
  }));
  const source = arraySource(events);
  window.isAway = false;
  window.questions = 0;
  const query = (asked) => ++window.questions && window.isAway ? Promise.reject(new Error("away")) : source.query(asked);
  window.timeline.destroy();
  window.feed = fromSource({ ...source, query });
  window.timeline = mizwala.createTimeline(document.getElementById("timeline"), { title: "Reports", events: window.feed });
})()`;

/** A source of the example in which two events have gone on for long, and a view of a few weeks in which they do. */
const GOING = (title: string, other: string): string => `(() => {
  const { arraySource, fromSource } = mizwalaSource;
  const random = (i) => (((i + 1) * 48271) % 2147483647) / 2147483647;
  const lanes = ["دبلوماسية", "عسكري"];
  const events = Array.from({ length: 9000 }, (_, i) => ({
    date: new Date(Date.UTC(2011, 0, 1) + i * 36e5 * 8).toISOString().slice(0, 10),
    title: ["قمة ", "بيان "][i % 2] + i, lane: lanes[i % 2], importance: random(i) ** 4 * 0.9,
  }));
  events.push({ date: { start: "2012-01-01", end: "2018-12-31" }, title: ${JSON.stringify(title)}, lane: lanes[1], importance: 1 });
  events.push({ date: { start: "2014-05", end: "2015-03-12" }, title: ${JSON.stringify(other)}, lane: lanes[1], importance: 0.95 });
  window.timeline.destroy();
  window.feed = fromSource(arraySource(events));
  window.timeline = mizwala.createTimeline(document.getElementById("timeline"), {
    locale: document.documentElement.lang, title: document.title, events: window.feed, domain: { from: "2015-03-01", to: "2015-03-20" },
  });
})()`;

let site: TestServer;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.close());

/** Waits until something is so, and fails where it never is. */
async function reach(browser: Driver, expression: string): Promise<void> {
  expect(await settleWith(browser, expression), expression).toBe(true);
}

async function open(browser: Driver, query = "?lang=en"): Promise<void> {
  await browser.goto(`${site.url}/examples/source.html${query}`);
  await reach(browser, READY);
}

describe.each(ENGINES)("A timeline that is fed from a source, in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 900, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  it("shows how many there are, names the most important ones, and names more where one zooms in", async () => {
    await open(browser);
    expect(await browser.run(`document.querySelector(".mizwala-summary").textContent`)).toContain("200,000 events");
    const before = await browser.run<readonly string[]>(NAMED);
    await browser.run(`window.timeline.show({ from: "2014-02-01", to: "2014-02-20" })`);
    await reach(
      browser,
      `window.feed?.state === "ready" && ${NAMED}.filter((id) => !${JSON.stringify(before)}.includes(id)).length > 8`,
    );
    expect(await browser.problems()).toEqual([]);
  });

  it("opens the event of a link that was not there yet", async () => {
    await open(browser, "?lang=en&again#event=event-135&domain=2011/2020");
    await reach(browser, `!document.querySelector(".mizwala-details").hidden`);
    expect(await browser.run(`window.timeline.state.selected`)).toBe("event-135");
    expect(await browser.run(`document.querySelector(".mizwala-details").textContent`)).toContain("136");
  });

  it.each([
    ["en", "ArrowRight"],
    ["ar", "ArrowLeft"],
  ])("goes by keys from event to event in time, although these were not there yet, in %s", async (language, later) => {
    await open(browser, `?lang=${language}`);
    await browser.run(`document.querySelector(".mizwala-list [data-event]").focus()`);
    for (let step = 0; step < 2; step++) {
      const before = await browser.run<string>(FOCUSED);
      await browser.press(later);
      await reach(browser, `${FOCUSED} && ${FOCUSED} !== ${JSON.stringify(before)}`);
    }
    const third = await browser.run<string>(FOCUSED);
    await browser.press("End");
    await reach(browser, `${FOCUSED} && ${FOCUSED} !== ${JSON.stringify(third)}`);
    const last = await browser.run<string>(FOCUSED);
    await browser.press("Home");
    await reach(browser, `${FOCUSED} && ${FOCUSED} !== ${JSON.stringify(last)}`);
    expect(await browser.run(TOLD)).toContain(language === "ar" ? "٢٠١١" : "2011");
    await browser.press("Enter");
    await reach(browser, `!document.querySelector(".mizwala-details").hidden`);
    expect(await browser.problems()).toEqual([]);
  });

  it.each([
    ["en", "summit 77", /^953 of 200,000 events$/, "2 of "],
    ["ar", "قمه 77", /من ٢٠٠/, "٢ من "],
  ])(
    "is searched by keys in %s: what was found is counted, named, and gone to",
    async (language, text, count, second) => {
      await open(browser, `?lang=${language}`);
      await browser.run(`document.querySelector(".mizwala-list [data-event]").focus()`);
      await browser.press("/");
      await browser.type(text);
      await reach(browser, `${COUNT}.length > 2 && ${READY} && ${LABELS}.every((label) => /77/.test(label))`);
      expect(await browser.run(COUNT)).toMatch(count);
      await reach(browser, `document.querySelector("[role=status]").textContent === ${COUNT}`);
      expect(await browser.run(`[...(CSS.highlights?.get("mizwala-match") ?? [1])].length`)).toBeGreaterThan(0);
      await browser.press("Enter", "Enter");
      await reach(browser, `${COUNT}.startsWith(${JSON.stringify(second)})`);
      await reach(browser, `document.querySelectorAll(".mizwala-mark[data-match]").length === 1`);
      expect(await browser.run(`document.activeElement.className`)).toBe("mizwala-search-input");
      await browser.press("ArrowDown");
      await reach(browser, `${FOCUSED} === document.querySelector(".mizwala-mark[data-match]").dataset.event`);
      await browser.press("/", "Escape", "Escape");
      await reach(browser, `${READY} && ${LABELS}.some((label) => !/77/.test(label))`);
      expect(await browser.problems()).toEqual([]);
    },
  );

  it("draws what has gone on for long, whichever part of it one looks at", async () => {
    await open(browser);
    await browser.run(GOING("The war", "A long siege"));
    await reach(browser, `${IDLE} && ["event-9000", "event-9001"].every((id) => ${MARKED}.includes(id))`);
    await browser.run(`window.timeline.show({ from: "2017-03-01", to: "2017-03-04" })`);
    await reach(browser, `${IDLE} && ${MARKED}.includes("event-9000") && !${MARKED}.includes("event-9001")`);
    await browser.run(`window.timeline.show({ from: "2019-02-01", to: "2019-02-20" })`);
    await reach(browser, `${IDLE} && !${MARKED}.includes("event-9000")`);
    expect(await browser.problems()).toEqual([]);
  });

  it("shows all of time in an overview, whose window moves the view", async () => {
    await open(browser, "?lang=ar");
    const strip = await boxOf(browser, ".mizwala-overview-strip");
    const drawn = `[...document.querySelectorAll(".mizwala-overview-density")].map((path) => path.getAttribute("d")).join()`;
    const before = await browser.run<string>(drawn);
    expect(before.length).toBeGreaterThan(1_000);
    const [x, y] = [(share: number) => strip.x + share * strip.width, strip.y + strip.height / 2];
    await browser.drag([x(0.4), y], [x(0.5), y]);
    await reach(browser, `window.timeline.state.domain !== "all" && ${READY}`);
    const { from } = await browser.run<{ from: string }>(`window.timeline.state.domain`);
    expect(from).toMatch(/^201[4-6]/);
    expect(await browser.run(drawn)).toBe(before);
    expect(await browser.problems()).toEqual([]);
  });

  it("shows those that a filter means", async () => {
    await open(browser);
    await browser.run(`window.feed.setFilter({ field: "title", op: "contains", value: "summit 77" })`);
    await reach(
      browser,
      `window.feed?.state === "ready" && /^1\\d\\d events/.test(document.querySelector(".mizwala-summary").textContent) &&
      [...document.querySelectorAll(".mizwala-labels [data-event]")].every(({ textContent }) => /Summit 77/.test(textContent))`,
    );
  });

  it("says that something could not be loaded, keeps what it has, and brings it when one tries again", async () => {
    await open(browser);
    await browser.run(FAILING);
    await reach(browser, READY);
    expect(await browser.run(LINE)).toBe("");
    const height = await browser.run(`document.querySelector(".mizwala-feed").clientHeight`);
    await browser.run(
      `(() => { window.isAway = true; window.timeline.show({ from: "2011-03-01", to: "2011-03-08" }); })()`,
    );
    await reach(browser, `window.feed?.state === "failed" && ${LINE} !== ""`);
    expect(await browser.run(LINE)).toBe("Some events could not be loaded");
    expect(
      await browser.run(`document.querySelectorAll(".mizwala-marks path, .mizwala-marks rect").length`),
    ).toBeGreaterThan(0);
    expect(await browser.run(`document.querySelector(".mizwala-feed").clientHeight`)).toBe(height);
    expect(await findBarriers(browser)).toEqual([]);
    await browser.run(`window.isAway = false`);
    await browser.click(".mizwala-feed-retry");
    await reach(browser, `${READY} && ${LINE} === ""`);
    expect(await browser.problems()).toEqual([]);
  });

  it("stops asking when it is destroyed", async () => {
    await open(browser);
    await browser.run(FAILING);
    await reach(browser, READY);
    await browser.run(`(() => {
      window.isAway = true;
      window.timeline.show({ from: "2011-03-01", to: "2011-03-08" });
    })()`);
    await reach(browser, `window.feed?.state === "failed"`);
    await browser.run(`window.timeline.destroy()`);
    const questions = await browser.run<number>(`window.questions`);
    await browser.run(`window.feed.retry()`);
    await browser.settle();
    expect(questions).toBeGreaterThan(0);
    expect(await browser.run(`window.questions`)).toBe(questions);
    expect(await browser.run(`document.querySelectorAll(".mizwala, .mizwala-feed").length`)).toBe(0);
    expect(await browser.problems()).toEqual([]);
  });
});

describe("A server whose answers are spoilt, in Chromium,", () => {
  let browser: ChromiumDriver;
  let server: Server;
  let how: Spoilt | undefined;
  beforeAll(async () => {
    browser = await engines.chromium({ width: 1000, height: 900, hasReducedMotion: true });
    // Answers are kept for ever, also from one case to the next.
    await browser.cdp("Network.enable");
    await browser.cdp("Network.setCacheDisabled", { cacheDisabled: true });
    const events = Array.from({ length: 9_000 }, (_, i) => ({
      date: new Date(Date.UTC(2011, 0, 1) + i * 36e5).toISOString().slice(0, 10),
      title: `Report ${i}`,
      importance: (i % 97) / 97,
    }));
    const listener = nodeListener(createSourceHandler(arraySource(events), { path: "/v1", origin: "*" }));
    server = createServer((request, response) => {
      if (how) spoil(how, response);
      else listener(request, response);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });

  it.each(SPOILT)("%s: it is said, what was read stays, and it is brought when one tries again", async (spoilt) => {
    how = undefined;
    await open(browser);
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    await browser.run(`(() => {
      window.timeline.destroy();
      window.feed = mizwalaSource.fromSource(mizwalaSource.httpSource(${JSON.stringify(address)}));
      window.timeline = mizwala.createTimeline(document.getElementById("timeline"), { title: "Reports", events: window.feed });
    })()`);
    await reach(browser, READY);
    how = spoilt;
    await browser.run(`window.timeline.show({ from: "2011-03-01", to: "2011-03-08" })`);
    await reach(browser, `window.feed.state === "failed" && ${LINE} === "Some events could not be loaded"`);
    expect(
      await browser.run(`document.querySelectorAll(".mizwala-marks path, .mizwala-marks rect").length`),
    ).toBeGreaterThan(0);
    expect(await browser.run(`document.querySelector(".mizwala-summary").textContent`)).toContain("9,000 events");
    expect(await browser.run(`document.querySelector("#timeline").textContent`)).not.toMatch(/Log in|SyntaxError|byte/);
    how = undefined;
    await browser.click(".mizwala-feed-retry");
    await reach(browser, `${READY} && ${LINE} === ""`);
    const said = await browser.problems();
    expect(said.filter((problem) => !problem.includes("Failed to load resource"))).toEqual([]);
  });
});

describe("The example of a source in Chromium", () => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines.chromium({ width: 1000, height: 900, hasReducedMotion: true });
  });
  afterAll(() => browser.close());

  it.each([
    ["ar", 1280],
    ["en", 390],
  ] as const)("looks right in %s, %i pixels wide", async (language, width) => {
    await open(browser, `?lang=${language}&width=${width}`);
    await reach(browser, READY);
    await expectPicture(browser, `source-${language}-${width}`, await wholePage(browser, width));
    expect(await findBarriers(browser)).toEqual([]);
    await browser.click("[data-control=search]");
    await browser.type(language === "ar" ? "قمه" : "summit");
    await reach(browser, `${COUNT}.length > 2 && ${READY}`);
    await browser.click(".mizwala-search-text");
    await browser.settle();
    await expectPicture(browser, `source-search-${language}-${width}`, await wholePage(browser, width));
    expect(await findBarriers(browser)).toEqual([]);
  });
});
