import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { serve, type TestServer } from "../support/server.js";

const MODULES = new URL("../../node_modules/", import.meta.url);
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';
  require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, " ");

/** What an import map without a bundler has to say about d3, which is some thirty packages. */
const map = Object.fromEntries(
  [...readdirSync(MODULES), "delaunator", "internmap", "robust-predicates"]
    .filter((name) => /^(d3|d3-.*|delaunator|internmap|robust-predicates)$/.test(name))
    .map((name) => {
      const { exports, module } = JSON.parse(readFileSync(new URL(`${name}/package.json`, MODULES), "utf8")) as {
        exports?: { default?: string; import?: string; ".": { import?: string } };
        module?: string;
      };
      const file = module ?? exports?.default ?? exports?.import ?? exports?.["."].import ?? "index.js";
      return [name, new URL(file, `http://site/node_modules/${name}/`).pathname];
    }),
);
const imports = {
  ...map,
  mizwala: "/dist/index.js",
  "mizwala/element": "/dist/element/index.js",
  "mizwala/features": "/dist/features/index.js",
};
const EVENTS = JSON.stringify([
  { date: "2020-07-08", title: "One" },
  { date: "2020-07-09", title: "Two" },
]);
const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>plain</title><div id="host"></div>${body}`;

let site: TestServer;
beforeAll(async () => {
  const script = { "content-type": "text/javascript" };
  site = await serve({
    "/script": page(`<script src="/dist/mizwala.iife.js"></script>
      <script>mizwala.createTimeline(document.getElementById("host"), { events: ${EVENTS} });</script>`),
    "/map": page(`<script type="importmap">${JSON.stringify({ imports })}</script><script type="module">
      import { createTimeline } from "mizwala";
      import { defineTimelineElement } from "mizwala/element";
      import { search } from "mizwala/features";
      createTimeline(document.getElementById("host"), { events: ${EVENTS} });
      defineTimelineElement({ features: { search } });
    </script><mizwala-timeline events='${EVENTS}' features="search"></mizwala-timeline>`),
    "/start.js": {
      html: `mizwala.createTimeline(document.getElementById("host"), { events: ${EVENTS}, adoptStyles: false });`,
      headers: script,
    },
    "/strict": {
      html: page(`<link rel="stylesheet" href="/dist/style.css"><script src="/dist/mizwala.iife.js"></script><script src="/start.js"></script>
        <mizwala-timeline events='${EVENTS}' features="search"></mizwala-timeline>`),
      headers: { "content-security-policy": POLICY },
    },
  });
});
afterAll(() => site.close());

describe.each(ENGINES)("What is built, in a page without a bundler, in %s", (engine) => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 700 });
  });
  afterAll(() => browser.close());

  it.each([
    ["a script", "/script", 0],
    ["an import map", "/map", 2],
    ["a strict policy", "/strict", 2],
  ])("draws by %s", async (_what, path, inElement) => {
    await browser.goto(site.url + path);
    await expect.poll(() => browser.run(`document.querySelectorAll("#host .mizwala-mark").length`)).toBe(2);
    const element = `document.querySelector("mizwala-timeline")?.shadowRoot`;
    await expect.poll(() => browser.run(`${element}?.querySelectorAll(".mizwala-mark").length ?? 0`)).toBe(inElement);
    const tools = `${element}?.querySelectorAll(".mizwala-tools button").length ?? 0`;
    await expect.poll(() => browser.run(tools)).toBe(inElement / 2);
    expect(await browser.problems()).toEqual([]);
  });
});
