import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read } from "../../src/formats/read.js";
import { chunksOf, isMeaning } from "../support/hostile/corpus.js";
import { hostileDocument } from "../support/hostile/events.js";
import { runs } from "../support/full.js";
import { actionsIn, addressesIn } from "../support/hostile/pdf.js";
import { foreignFiles } from "../support/hostile/foreign-files.js";
import { file, openGround, POLICY, ROUNDS, TRUSTED, type Ground } from "../support/hostile/ground.js";
import type { Fed, Seen } from "../support/hostile/page.js";

/** So many events stand in one timeline. */
const CHUNK = 100;
const LAYOUTS = ["flags", "list", "lanes", "density"] as const;
/** Without a policy, and with the strictest one: in a full run all goes both ways, on a commit a part of it each way. */
const WAYS = ["free", "strict"] as const;
/** How long a pass may take on a busy machine. */
const PATIENCE = 400_000;

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

/** Calls what attacks the page. */
const attack = <T>(name: string, ...words: readonly unknown[]): Promise<T> =>
  ground.browser.run(`mizwala.${name}(${words.map((word) => JSON.stringify(word)).join()})`);

describe("Hostile texts", () => {
  it("S1: would run as markup: the same run counts it", async () => {
    await ground.open("/free");
    const run = await ground.browser.run<number>(`(async () => {
      window.ran = new Set();
      const all = ${JSON.stringify(ground.texts.filter((text) => text.includes("<")))};
      for (let i = 0; i < all.length; i += 100) {
        window.wards = Array(i).fill();
        for (const text of all.slice(i, i + 100)) {
          const ward = document.body.appendChild(document.createElement("iframe"));
          wards.push(ward);
          ward.contentDocument.body.innerHTML = text;
        }
        for (let before = -1; before < ran.size; ) {
          before = ran.size;
          await new Promise((done) => setTimeout(done, 400));
        }
        for (const { contentDocument } of wards.slice(i)) {
          for (const element of contentDocument?.querySelectorAll("*") ?? []) {
            for (const type of ["pointerdown", "pointerover", "mouseover", "mousedown", "mousemove", "dblclick", "wheel", "keydown", "copy", "input"])
              element.dispatchEvent(new Event(type, { bubbles: true }));
            element.focus?.();
            element.click?.();
          }
        }
        await new Promise((done) => setTimeout(done, 100));
        for (const ward of wards.slice(i)) ward.remove();
      }
      return ran.size;
    })()`);
    console.info(
      `${run} of ${ground.texts.length} hostile texts run where they are markup; ${ground.hits.length} requests`,
    );
    expect(run).toBeGreaterThanOrEqual(100);
    expect(await ground.browser.problems()).not.toEqual([]);
    expect(ground.hits.length).toBeGreaterThan(10);
  });

  it.each(WAYS)(
    "S1, S2, S4, S7: run in no field, no shape and no layout, whatever a reader does: %s of a policy",
    { timeout: PATIENCE },
    async (path) => {
      await ground.open(`/${path}`);
      // On a commit half of the texts: what would run without a policy is told by one, and the other way round.
      const some = ground.acting.filter((_, i) => ROUNDS > 1 || (i % 2 === 0) === (path === "free"));
      let opened = 0;
      for (let round = 0; round < ROUNDS; round++) {
        for (const [i, chunk] of chunksOf(some, CHUNK).entries()) {
          const layout = LAYOUTS[(i + round) % LAYOUTS.length]!;
          const seen = await attack<Seen>("suffer", chunk, round * 7 + i, { layout });
          expect(seen.residue).toEqual([]);
          expect(seen.conversions).toBeLessThanOrEqual(1);
          opened += seen.opened;
        }
      }
      expect(opened).toBeGreaterThan(some.length * 0.8 * ROUNDS);
      expect(await ground.found()).toEqual([]);
    },
  );

  it("S5: are shown as they were typed, also those with entities", async () => {
    await ground.open("/strict");
    expect(await attack("changedIn", ground.own)).toEqual([]);
    expect(await ground.found()).toEqual([]);
  });

  it.each(WAYS)(
    "S3, S46: do nothing in attributes, lists and files of the element: %s of a policy",
    { timeout: PATIENCE },
    async (path) => {
      const parts = chunksOf(ground.acting, CHUNK).slice(0, ROUNDS > 1 ? undefined : 2);
      const json = JSON.stringify(hostileDocument(parts[0]!, { round: 1, isJSON: true }));
      ground.pages["/hostile.json"] = file(json, "application/json");
      await ground.open(`/${path}`);
      for (const [i, chunk] of parts.entries()) expect(await attack("sufferAsElement", chunk, i)).toEqual([]);
      // An option that an attribute can't have is told, once.
      const found = await ground.found();
      const isTold = (what: string): boolean => what.startsWith("uncaught: options.");
      expect(found.filter((what) => !isTold(what))).toEqual([`${ground.url}/hostile.json`]);
      expect(found.some(isTold)).toBe(true);
    },
  );

  it.each(WAYS)(
    "S3: do nothing as tables, calendars and files of other forms, read and drawn: %s of a policy",
    async (path) => {
      await ground.open(`/${path}`);
      const some = ground.acting.filter((_, i) => ROUNDS > 1 || i % 2 === (path === "free" ? 0 : 1));
      for (const text of foreignFiles(some)) {
        const { document } = await read(text);
        expect(document.events.length).toBeGreaterThan(some.length * 0.8);
        expect(await attack("sufferDocument", document)).toEqual([]);
      }
      expect(await ground.found()).toEqual([]);
    },
  );

  it.each(WAYS)(
    "S3: do nothing from a source in memory, from a server, and from one that lies: %s of a policy",
    { timeout: PATIENCE },
    async (path) => {
      await ground.open(`/${path}`);
      const chunks = chunksOf(ground.acting, runs(40, CHUNK));
      const some = chunks.filter((_, i) => ROUNDS > 1 || i % chunks.length === (path === "free" ? 0 : 1));
      for (const [i, chunk] of some.entries()) {
        const { memory, server, liar } = await attack<Record<"memory" | "server" | "liar", Fed>>(
          "sufferFromSource",
          chunk,
          i,
        );
        expect([memory, server, liar].flatMap(({ residue }) => residue)).toEqual([]);
        expect([memory.state, server.state]).toEqual(["ready", "ready"]);
        expect(Math.min(memory.opened, server.opened)).toBeGreaterThan(5);
      }
      expect(await ground.found()).toEqual([]);
    },
  );

  it.each(WAYS)("S3, S45: do nothing behind the # of the address: %s of a policy", async (path) => {
    await ground.open(`/${path}`);
    const turn = path === "free" ? 0 : 1;
    const some = ground.own.filter((text, i) => ROUNDS > 1 || (isMeaning(text) && i % 3 === turn));
    expect(await attack("sufferInHash", some)).toEqual([]);
    expect(await ground.found()).toEqual([]);
  });

  it.each(WAYS)("S3, S40: do nothing in messages to the page to embed: %s of a policy", async (path) => {
    const { pages, browser, own } = ground;
    const embed = await readFile(new URL("../../examples/embed.html", import.meta.url), "utf8");
    const around = `<!doctype html><title>around</title><link rel="icon" href="data:,">
      <iframe data-mizwala src="/embed" width="800" height="600"></iframe>`;
    const isStrict = path === "strict";
    // The page to embed has a policy of its own beside that.
    const headers = { "content-security-policy": isStrict ? TRUSTED : "" };
    pages["/embed"] = { html: embed, headers };
    const policy = { "content-security-policy": isStrict ? `${POLICY}; frame-src 'self'` : "" };
    pages["/around"] = { html: isStrict ? around.replace(/<link[^>]*>/, "") : around, headers: policy };
    await ground.open("/around");
    await expect.poll(() => browser.run(`frames[0].document.querySelectorAll(".mizwala-mark").length`)).toBe(5);
    const before = await browser.run<string>("frames[0].document.body.innerHTML");
    await browser.run(`(async () => {
      for (const text of ${JSON.stringify(own)})
        for (const message of [text, { mizwala: text }, { mizwala: "height", height: text }, [text], { type: "select", html: text }])
          frames[0].postMessage(message, "*");
      await new Promise((done) => setTimeout(done, 100));
    })()`);
    expect(await browser.run("frames[0].document.body.innerHTML")).toBe(before);
    expect((await ground.found()).filter((url) => !url.endsWith("/embed"))).toEqual([]);
  });

  it.each(LAYOUTS)(
    "S4, S25: do nothing in what readers save, opened as a page and made pixels of: %s",
    async (layout) => {
      const [chunk] = chunksOf(ground.acting, runs(40, CHUNK)).slice(LAYOUTS.indexOf(layout));
      await ground.open("/free");
      const { files } = await attack<Seen>("suffer", chunk, 3, { layout });
      expect(files.csv.length).toBeGreaterThan(1_000);
      expect(await attack("pixelsOf", chunk, { layout })).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      const found = await ground.found();
      expect(found.filter((what) => !what.startsWith("blob:"))).toEqual([]);
      ground.pages["/saved.svg"] = file(files.svg, "image/svg+xml");
      await ground.open("/saved.svg");
      await ground.browser.settle();
      expect(await ground.browser.run("document.documentElement.localName")).toBe("svg");
      expect(await ground.browser.run(`document.querySelectorAll("text").length`)).toBeGreaterThan(5);
      expect(await ground.found()).toEqual([]);
    },
  );

  it("S14: ask for a picture where a reader presses its button, and nothing before, and do not say where the reader is", async () => {
    await ground.open("/free");
    const events = ground.own.slice(0, 30).map((text, i) => ({
      ...{ id: `n${i}`, date: "2020", title: text },
      media: [{ url: `${ground.canary}/${i}`, alt: text, credit: text, referrerpolicy: "unsafe-url" }],
    }));
    await ground.browser.run(
      `void (window.timeline = mizwala.createTimeline(host, ${JSON.stringify({ events, layout: "list" })}))`,
    );
    for (const { id } of events) await ground.browser.run(`timeline.select("${id}")`);
    await ground.browser.settle();
    expect(ground.hits).toEqual([]);
    await ground.browser.run(`timeline.select("n7")`);
    await ground.browser.click(".mizwala-media button");
    await expect.poll(() => ground.hits).toEqual(["/canary/7"]);
    expect(await ground.browser.run(`timeline.destroy(), document.querySelectorAll("img").length`)).toBe(0);
  });

  it.each(WAYS)("S4: do nothing on paper: %s of a policy", async (path) => {
    await ground.open(`/${path}`);
    let links = 0;
    for (const [i, layout] of LAYOUTS.entries()) {
      await attack("stay", chunksOf(ground.acting, CHUNK)[i], { layout });
      const { data } = await ground.browser.cdp<{ data: string }>("Page.printToPDF", {});
      const pdf = Buffer.from(data, "base64");
      expect(actionsIn(pdf)).toEqual([]);
      links += addressesIn(pdf).length;
      await ground.browser.run(`document.getElementById("host").replaceChildren()`);
    }
    expect(links).toBeGreaterThan(0);
    expect(await ground.found()).toEqual([]);
  });
});
