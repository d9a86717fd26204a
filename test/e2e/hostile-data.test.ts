import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read } from "../../src/formats/read.js";
import { chunksOf, isMeaning } from "../support/hostile/corpus.js";
import { hostileDocument } from "../support/hostile/events.js";
import { foreignFiles } from "../support/hostile/foreign-files.js";
import { file, openGround, ROUNDS, type Ground } from "../support/hostile/ground.js";
import type { Seen } from "../support/hostile/page.js";

/** So many events stand in one timeline. */
const CHUNK = 100;
const LAYOUTS = ["flags", "list", "lanes", "density"] as const;
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
    expect(run).toBeGreaterThan(50);
    expect(await ground.browser.problems()).not.toEqual([]);
    expect(ground.hits.length).toBeGreaterThan(10);
  });

  it.each(["free", "strict"])(
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

  it.each(["free", "strict"])(
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

  it("S3: do nothing as tables, calendars and files of other forms, read and drawn", async () => {
    await ground.open("/free");
    for (const text of foreignFiles(ground.acting)) {
      const { document } = await read(text);
      expect(document.events.length).toBeGreaterThan(400);
      expect(await attack("sufferDocument", document)).toEqual([]);
    }
    expect(await ground.found()).toEqual([]);
  });

  it("S3, S45: do nothing behind the # of the address", async () => {
    await ground.open("/free");
    const some = ground.own.filter((text, i) => ROUNDS > 1 || (isMeaning(text) && i % 3 === 0));
    expect(await attack("sufferInHash", some)).toEqual([]);
    expect(await ground.found()).toEqual([]);
  });

  it("S3, S40: do nothing in messages to the page to embed", async () => {
    const { pages, browser, own } = ground;
    pages["/embed"] = await readFile(new URL("../../examples/embed.html", import.meta.url), "utf8");
    pages["/around"] = `<!doctype html><title>around</title><link rel="icon" href="data:,">
      <iframe data-mizwala src="/embed" width="800" height="600"></iframe>`;
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
});
