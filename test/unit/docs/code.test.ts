import { createReadStream, existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.js";
import { bundle } from "../../support/bundle.js";
import { commentBlocks, guideBlocks, GUIDES, readText, type Block } from "./blocks.js";
import { bundleBlocks, findTypeErrors } from "./compile.js";
import { openPage } from "./reader.js";

const ROOT = new URL("../../../", import.meta.url);
const HOST = '<div id="timeline"></div>';

/** What the examples in comments may take for granted. */
const PRELUDE = `
import * as d3 from "d3";
import { createTimeline, defineKind, diagnose, timeline, type EventBase, type Timeline, type TimelineDocument, type TimelineEvent, type TimelineOptions } from "mizwala";
import { brush, download, editing, overview, search, story, table } from "mizwala/features";
import { defineTimelineElement, type TimelineElement } from "mizwala/element";
import { embedSnippet, followFrames, readAddress } from "mizwala/embed";
import { loadFonts } from "mizwala/fonts";
import { examine, read, readStream, write } from "mizwala/formats";
import { arraySource, createSourceHandler, fromSource, httpSource, nodeListener } from "mizwala/source";
import { importInPage } from "mizwala/source/duckdb-wasm";
import { importRows, openDuckDB, openPrepared, sqlSource } from "mizwala/source/sql";
import { buildStore, columnEvents, type NamedColumns } from "mizwala/store";
import { renderToHTML, renderToSVG } from "mizwala/svg";
import { formatBetween, formatDate, parseDateText, parseEDTF } from "mizwala/time";
const host = document.querySelector("#timeline")!;
const events: TimelineEvent[] = [{ date: "2020-07-09", title: "An event" }];
const options: TimelineOptions = { events };
`;

const guides = guideBlocks("ts");
const comments = commentBlocks()
  .filter(({ language }) => language === "ts")
  .map((block): Block => ({ ...block, code: `${PRELUDE}{\n${block.code}}` }));
const blocks = [...guides, ...comments];

describe("Code in guides and comments", () => {
  it("is there", () => {
    expect(guides.length).toBeGreaterThan(4);
    expect(comments.length).toBeGreaterThan(3);
  });

  it("passes the type checker, which finds a wrong field", () => {
    const code = `import { createTimeline } from "mizwala";\ncreateTimeline(document.body, { evnts: [] });`;
    const wrong: Block = { name: "wrong", language: "ts", code };
    expect(findTypeErrors([...blocks, wrong])).toEqual([expect.stringMatching(/^wrong: .*evnts/)]);
  });

  describe("in a page", () => {
    let scripts: ReadonlyMap<string, string>;
    beforeAll(async () => {
      scripts = await bundleBlocks(blocks);
      expect([...scripts.keys()].sort()).toEqual(blocks.map(({ name }) => name).sort());
    });

    it.each(blocks)("runs: $name", async ({ name }) => {
      const { problems } = await openPage(HOST, scripts.get(name));
      expect(problems).toEqual([]);
    });
  });
});

describe("Pages in guides", () => {
  let script = "";
  beforeAll(async () => {
    script = await bundle();
  });

  const pages = guideBlocks("html").filter(({ code }) => code.includes("mizwala.create"));

  it("are there", () => {
    expect(pages.length).toBeGreaterThan(0);
  });

  it.each(pages)("draw a timeline: $name", async ({ code }) => {
    const page = code.replace('<script src="mizwala.iife.js"></script>', () => `<script>${script}</script>`);
    const { document, problems } = await openPage(page);
    expect(problems).toEqual([]);
    expect(document.querySelectorAll(".mizwala-list > li")).toHaveLength(1);
  });

  const elements = guideBlocks("html").filter(({ code }) => /iife\.js[^]*<mizwala-timeline/.test(code));

  it.each(elements)("draw the list that they hold: $name", async ({ code }) => {
    const page = code.replace('<script src="mizwala.iife.js"></script>', () => `<script>${script}</script>`);
    const { document, problems } = await openPage(page);
    expect(problems).toEqual([]);
    const element = document.querySelector("mizwala-timeline")!;
    const drawn = element.shadowRoot!.querySelectorAll(".mizwala-list > li");
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn).toHaveLength(element.querySelectorAll("ol > li").length);
  });

  it.each(["index", "en"])("call what there is: examples/%s.html", (name) => {
    const calls = [...readText(`examples/${name}.html`).matchAll(/mizwala\.(\w+)\(/g)].map(([, call]) => call);
    expect(calls).toEqual(["createTimeline"]);
  });
});

const commands = guideBlocks("sh").flatMap(({ code }) => code.split("\n"));

describe("Commands in guides", () => {
  it("name scripts that exist", () => {
    const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };
    const text = GUIDES.map(readText).join("\n");
    const named = [...text.matchAll(/npm run ([\w:]+)|npm (start|test)\b/g)].map(([, name, short]) => name ?? short!);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  /** A browser and fonts of one's own are not at hand here. */
  const calls = commands.filter((line) => line.startsWith("npx mizwala ") && !/ --font |\.pdf$/.test(line));

  it.each(calls)("work: %s", async (line) => {
    const written: string[] = [];
    const complaints: string[] = [];
    const code = await run(line.split(" ").slice(2), {
      read: (path) => (path.endsWith(".iife.js") ? new Blob([]).stream() : createReadStream(new URL(path, ROOT))),
      write: (_, text) => Promise.resolve(void written.push(String(text))),
      print: (text) => written.push(text),
      warn: (text) => complaints.push(text),
    });
    const isConversion = line.includes(" convert ");
    const faults = complaints.filter((complaint) => !(isConversion && complaint.includes(": lost: ")));
    expect({ code, faults }).toEqual({ code: 0, faults: [] });
    expect(written).toEqual([
      isConversion
        ? expect.stringMatching(/./)
        : expect.stringMatching(/^<svg .*<\/svg>\n$|^<!doctype html>.*<\/html>\n$|^.PNG\r\n/s),
    ]);
  });
});

describe("Guides", () => {
  it.each(GUIDES)("point to files that exist: %s", (guide) => {
    const text = readText(guide).replace(/^```[^]*?^```$/gm, "");
    const folder = new URL(guide, ROOT);
    const links = [...text.matchAll(/\]\(([^)#]+)|(?:src|srcset)="([^"]+)"/g)].map((match) => match[1] ?? match[2]!);
    const local = links.filter((link) => !link.startsWith("https://")).map((link) => new URL(link, folder));
    const named = [...text.matchAll(/`((?:src|test|examples)\/[\w./-]+)`/g)].map(([, path]) => new URL(path!, ROOT));
    const generated = ["examples/embed.html", "test/screenshots/sheet.html"].map((path) => new URL(path, ROOT).href);
    const missing = [...local, ...named].filter((url) => !existsSync(url) && !generated.includes(url.href));
    expect(missing.map(({ href }) => href)).toEqual([]);
  });
});
