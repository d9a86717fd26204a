import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findBarriers } from "../support/axe.js";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { serveStage } from "../support/stage.js";

const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';
  require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, " ");
const LIST = `<h1>From Astana to Damascus</h1><ol>
  <li><time datetime="2020-07-01">1 July 2020</time>: Astana summit</li>
  <li><time datetime="2020-07-07">7 July 2020</time>: Bagheri arrives</li>
  <li><time datetime="2020-07-09">9 July 2020</time>: Assad meets Bagheri</li></ol>`;
const page = (body: string, head = ""): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>element</title>${head}<main>${body}</main>`;
const SCRIPT = '<script src="/library.js"></script>';
/** What a page may do to everything in it. */
const HOSTILE =
  "<style>* { all: revert; color: red !important; } button { min-width: 80px; } ol { list-style: decimal; }</style>";

let site: TestServer;
beforeAll(async () => {
  const headers = { "content-security-policy": POLICY };
  site = await serveStage({
    "/list": page(`<mizwala-timeline>${LIST}</mizwala-timeline>`, SCRIPT),
    "/unscripted": page(`<mizwala-timeline>${LIST}</mizwala-timeline>`),
    "/missing": page(`<mizwala-timeline src="/nothing.json">${LIST}</mizwala-timeline>`, SCRIPT),
    "/src": {
      html: page('<mizwala-timeline src="/examples/astana-damascus.json"></mizwala-timeline>', SCRIPT),
      headers,
    },
    "/hostile": page('<mizwala-timeline src="/examples/astana-damascus.json"></mizwala-timeline>', SCRIPT + HOSTILE),
    "/slots": page(
      `<mizwala-timeline src="/examples/astana-damascus.json" features="search">
      <p slot="details-agreement" id="mine">Mine</p></mizwala-timeline>`,
      SCRIPT,
    ),
  });
});
afterAll(() => site.close());

describe.each(ENGINES)("The element, in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 700, hasReducedMotion: true });
  });
  afterAll(() => browser.close());
  let isQuiet = true;
  afterEach(async () => {
    const problems = await browser.problems();
    if (isQuiet) expect(problems).toEqual([]);
    isQuiet = true;
  });
  const element = `document.querySelector("mizwala-timeline")`;
  const inside = (selector: string): string => `${element}.shadowRoot.querySelectorAll(${JSON.stringify(selector)})`;
  const drawn = (count: number): Promise<void> =>
    expect.poll(() => browser.run(`${element}.timeline && ${inside(".mizwala-mark")}.length`)).toBe(count);
  const open = async (path: string): Promise<void> => {
    await browser.goto(site.url + path);
    await browser.settle();
  };

  it("stands in the place of the list that it reads while a parser still writes the page", async () => {
    await open("/list");
    await drawn(3);
    expect(await browser.run(`getComputedStyle(${element}).display`)).toBe("block");
    expect(await browser.run(`${element}.querySelector("ol").offsetHeight`)).toBe(0);
    expect(await findBarriers(browser)).toEqual([]);
  });

  it("leaves the list to readers where no script runs", async () => {
    await open("/unscripted");
    expect(await browser.run(`${element}.querySelector("ol").offsetHeight`)).toBeGreaterThan(40);
  });

  it("draws the list where the file does not come", async () => {
    isQuiet = false;
    await open("/missing");
    await drawn(3);
  });

  it("works under a strict policy, with its own styles", async () => {
    await open("/src");
    await drawn(5);
    expect(await browser.run(`getComputedStyle(${inside(".mizwala-event")}[0]).position`)).toBe("absolute");
  });

  it("is not reached by the rules of the page", async () => {
    await open("/src");
    await drawn(5);
    const look = `JSON.stringify([...${inside("button, ol, .mizwala-label, .mizwala-line")}].map((one) => {
      const { color, minWidth, listStyleType, fontSize, width } = getComputedStyle(one);
      return [one.className, color, minWidth, listStyleType, fontSize, width];
    }))`;
    const before = await browser.run<string>(look);
    await open("/hostile");
    await drawn(5);
    expect(await browser.run<string>(look)).toBe(before);
  });

  it("is pressed, walked by keys and heard through its shadow", async () => {
    await open("/slots");
    await drawn(5);
    await browser.run(`(() => {
      window.heard = [];
      addEventListener("mizwala-select", ({ detail }) => heard.push(detail.event?.id));
      ${inside('.mizwala-event[data-event="agreement"]')}[0].focus();
    })()`);
    await browser.press("Enter");
    await expect.poll(() => browser.run("heard")).toEqual(["agreement"]);
    expect(await browser.run(`document.getElementById("mine").getBoundingClientRect().height > 0`)).toBe(true);
    await browser.press("Escape");
    await expect.poll(() => browser.run("heard.length")).toBe(2);
    await expect.poll(() => browser.run(`${inside(".mizwala-tools button")}.length`)).toBe(1);
  });

  it("keeps its timeline when it is moved", async () => {
    await open("/src");
    await drawn(5);
    await browser.run(`(() => {
      window.before = ${element}.timeline;
      const section = document.body.appendChild(document.createElement("section"));
      section.style.width = "500px";
      section.append(${element});
    })()`);
    await browser.settle();
    expect(await browser.run(`${element}.timeline === before`)).toBe(true);
    expect(await browser.run(`${inside(".mizwala")}[0].offsetWidth`)).toBe(500);
    await drawn(5);
  });

  it("turns with the language and the direction of the page, and leaves focus and the part of time in view", async () => {
    await open("/list");
    await drawn(3);
    await browser.run(`${element}.timeline.show({ from: "2020-07-02", to: "2020-07-08" })`);
    await browser.settle();
    await browser.run(`${inside(".mizwala-event")}[1].focus()`);
    const seen = (): Promise<unknown> =>
      browser.run(`({ lang: ${inside(".mizwala")}[0].lang, dir: ${inside(".mizwala")}[0].dir,
        focus: ${element}.shadowRoot.activeElement?.dataset.event, domain: ${element}.timeline.state.domain })`);
    const before = (await seen()) as object;
    expect(before).toMatchObject({ lang: "en", dir: "ltr", focus: expect.any(String) as string });
    for (const [lang, dir] of [
      ["ar", "rtl"],
      ["en", "rtl"],
      ["en", "ltr"],
    ]) {
      await browser.run(`Object.assign(document.documentElement, { lang: "${lang}", dir: "${dir}" })`);
      await browser.settle();
      expect(await seen()).toEqual({ ...before, lang, dir });
    }
  });
});
