import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../support/bundle.js";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { serve, type TestPage, type TestServer } from "../support/server.js";

const COUNT = 300_000;
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; img-src data:";
const SCRIPT = { "content-type": "text/javascript; charset=utf-8" };

/** Starts, ends and other fields of many events in no order; runs in the page. */
const COLUMNS = `{
  start: Float64Array.from({ length: ${COUNT} }, (_, i) => (i * 7919) % ${COUNT} * 1000),
  end: Float64Array.from({ length: ${COUNT} }, (_, i) => (i * 7919) % ${COUNT} * 1000 + (i % 7) * 500),
  lane: Array.from({ length: ${COUNT} }, (_, i) => "lane " + i % 5),
}`;
/** What a store answers, and what the worker was. */
const ASK = `async (options) => {
  const store = await mizwala.buildStore({ columns: ${COLUMNS} }, { hasSortedEnds: true, ...options });
  const edges = mizwala.edgesBetween(0, ${COUNT} * 1000, 7);
  const { counts, top } = mizwala.density(store, { edges, hasTop: true });
  return { counts: [...counts], top: [...top], overlaps: [...mizwala.countOverlaps(store, edges)] };
}`;

interface Answers {
  readonly counts: readonly number[];
}

let site: TestServer;
beforeAll(async () => {
  const page = (headers: TestPage["headers"]): TestPage => ({
    html: `<!doctype html><meta charset="utf-8"><title>store</title><link rel="icon" href="data:,"><script src="/store.js"></script>`,
    ...(headers && { headers }),
  });
  site = await serve({
    "/strict": page({ "content-security-policy": POLICY }),
    "/open": page(undefined),
    "/store.js": { html: await bundle("src/store/index.ts"), headers: SCRIPT },
    "/worker.js": {
      html: await bundle("src/store-worker-script.ts"),
      headers: { ...SCRIPT, "content-security-policy": POLICY },
    },
    "/broken.js": { html: "throw new Error('broken');", headers: SCRIPT },
  });
});
afterAll(() => site.close());

describe.each(ENGINES)("A store in %s", (engine) => {
  let browser: Driver;
  /** The driver of WebKit puts a script of its own into pages, which the policy refuses. */
  const path = engine === "webkit" ? "/open" : "/strict";
  beforeAll(async () => {
    browser = await engines[engine]();
  });
  afterAll(() => browser.close());

  it("is built by a worker, under a strict policy, as by the page", async () => {
    await browser.goto(site.url + path);
    const byWorker = await browser.run<Answers & { readonly workers: number }>(`(async () => {
      let workers = 0;
      const answers = await (${ASK})({ worker: () => { workers++; return new Worker("/worker.js"); } });
      return { ...answers, workers };
    })()`);
    const { workers, ...answers } = byWorker;
    expect(workers).toBe(1);
    expect(answers.counts.reduce((sum, count) => sum + count, 0)).toBe(COUNT);
    expect(await browser.run(`(${ASK})({})`)).toEqual(answers);
    expect(await browser.problems()).toEqual([]);
  });

  it("is built by the page where the worker can't be loaded", async () => {
    await browser.goto(site.url + path);
    for (const script of ["/nowhere.js", "/broken.js"]) {
      const answers = await browser.run<Answers>(`(${ASK})({ worker: () => new Worker("${script}") })`);
      expect(answers.counts.reduce((sum, count) => sum + count, 0)).toBe(COUNT);
    }
    // Some browsers say so on their console.
    await browser.problems();
  });

  it("stops its worker where it is aborted", async () => {
    await browser.goto(site.url + path);
    const said = await browser.run(`(async () => {
      const controller = new AbortController();
      let isEnded = false;
      const worker = () => {
        const made = new Worker("/worker.js");
        const end = made.terminate.bind(made);
        made.terminate = () => { isEnded = true; end(); };
        controller.abort(new Error("enough"));
        return made;
      };
      const said = await (${ASK})({ worker, signal: controller.signal }).catch((error) => error.message);
      return [said, isEnded];
    })()`);
    expect(said).toEqual(["enough", true]);
  });
});
