import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EventSource, Slice, SourceDescription, SourceRow } from "../../src/source/contract.js";
import { readSlice } from "../../src/source/tile.js";
import { bundle } from "../support/bundle.js";
import type { Told } from "../support/duckdb-page.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import { serve, type TestServer } from "../support/server.js";
import { describeSource } from "../support/source-conformance.js";

const COUNT = 10_000;
const FILES = "/node_modules/@duckdb/duckdb-wasm/dist";
/** What docs/sources.md says that a strict page needs, and its worker; and pages and workers that have all but a part of that. */
const PAGE_POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";
const WORKER_POLICY = "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'";
const PAGES = {
  "/duckdb": PAGE_POLICY,
  "/no-worker": PAGE_POLICY.replace("worker-src 'self'", "worker-src 'none'"),
  "/no-connection": PAGE_POLICY.replace("connect-src 'self'", "connect-src 'none'"),
} as const;
const WORKERS = {
  "/duckdb.worker.js": WORKER_POLICY,
  "/no-wasm.worker.js": WORKER_POLICY.replace("'wasm-unsafe-eval'", "'none'"),
  "/no-connection.worker.js": WORKER_POLICY.replace("connect-src 'self'", "connect-src 'none'"),
} as const;

let site: TestServer;
let browser: ChromiumDriver;
let isOpen: Promise<unknown> | undefined;
let questions = 0;
beforeAll(async () => {
  const script = await bundle("test/support/duckdb-page.ts");
  const worker = await readFile(new URL(`../..${FILES}/duckdb-browser-eh.worker.js`, import.meta.url), "utf8");
  const html = `<!doctype html><meta charset="utf-8"><title>DuckDB</title><script src="/duckdb.js"></script>`;
  const served = (text: string, type: string) => (policy: string) => ({
    ...{ html: text, headers: { "content-security-policy": policy, "content-type": type } },
  });
  const each = (policies: Readonly<Record<string, string>>, serveWith: ReturnType<typeof served>): object =>
    Object.fromEntries(Object.entries(policies).map(([path, policy]) => [path, serveWith(policy)]));
  site = await serve({
    "/duckdb.js": { html: script, headers: { "content-type": "text/javascript; charset=utf-8" } },
    ...each(PAGES, served(html, "text/html; charset=utf-8")),
    ...each(WORKERS, served(worker, "text/javascript; charset=utf-8")),
  });
  browser = await engines.chromium();
  await browser.goto(`${site.url}/duckdb`);
});
afterAll(async () => {
  await browser.run("mizwala.close()");
  await Promise.all([browser.close(), site.close()]);
});

const openOnce = (): Promise<unknown> => (isOpen ??= browser.run(`mizwala.open(${COUNT})`));

/** Asks the page, which has no signals of this process. */
async function ask<Answer>(
  signal: AbortSignal | undefined,
  write: (id: number, json: (value: unknown) => string) => string,
): Promise<Answer> {
  signal?.throwIfAborted();
  const id = questions++;
  const onAbort = (): void => void browser.run(`mizwala.stop(${id})`).catch(() => undefined);
  signal?.addEventListener("abort", onAbort, { once: true });
  const told = await browser.run<Told>(write(id, (value) => JSON.stringify(value)));
  signal?.throwIfAborted();
  if ("error" in told) throw Object.assign(new Error(told.error), { code: told.code });
  return told.answer as Answer;
}

async function askSlice(signal: AbortSignal | undefined, what: string, name: string, question: object): Promise<Slice> {
  const text = await ask<string>(signal, (id, json) => `mizwala.${what}("${name}", ${id}, ${json(question)})`);
  return readSlice(Uint8Array.from(text, (octet) => octet.charCodeAt(0)));
}

function remote(name: string): EventSource {
  return {
    describe: ({ signal } = {}) => ask<SourceDescription>(signal, (id) => `mizwala.describe("${name}", ${id})`),
    byId: (ids, { signal } = {}) =>
      ask<readonly SourceRow[]>(signal, (id, json) => `mizwala.byId("${name}", ${id}, ${json(ids)})`),
    query: ({ signal, ...query }) => askSlice(signal, "query", name, query),
    goingOn: async ({ signal, ...query }) => (await askSlice(signal, "goingOn", name, query)).events!,
  };
}

for (const [name, source] of [
  ["A source of events in DuckDB in a page", "plain"],
  ["A source of events in DuckDB in a page with levels", "leveled"],
] as const)
  describeSource(
    name,
    async () => {
      await openOnce();
      return { source: remote(source) };
    },
    COUNT,
  );

describe("DuckDB in a page", () => {
  const run = (sql: string, params: readonly (string | number)[] = [], signal?: AbortSignal): Promise<unknown> =>
    ask(signal, (id, json) => `mizwala.run(${id}, ${json(sql)}, ${json(params)})`);
  beforeAll(openOnce);

  it("stops working on what nobody waits for, and answers the others meanwhile", async () => {
    const control = new AbortController();
    const reason = new Error("gone");
    const asked = run("SELECT count(*) AS n FROM range(1000000000000) t(i) WHERE hash(i) = 7", [], control.signal);
    const end = expect(asked).rejects.toBe(reason);
    expect(await run("SELECT 1 AS one")).toEqual({ one: ["1"] });
    control.abort(reason);
    await end;
    expect(await run("SELECT 2 AS two")).toEqual({ two: ["2"] });
  });

  it("takes values for values", async () => {
    const texts = ["it's", '"', "$1", "a\u0000b", "жизнь", "'); DROP TABLE mizwala_events; --"];
    for (const text of texts) expect(await run("SELECT $1 AS text", [text])).toEqual({ text: [text] });
    const numbers = [0.1, -1e300, 2 ** 53, 5e-324];
    for (const number of numbers)
      expect(await run("SELECT $1 = $2 AS same, typeof($1) AS type", [number, number])).toEqual({
        same: ["true"],
        type: ["DOUBLE"],
      });
  });

  it("lets a statement reach nothing but the database", async () => {
    for (const sql of [
      `SELECT * FROM read_csv('${site.url}/package.json')`,
      "SELECT * FROM 'https://example.org/events.parquet'",
      "LOAD parquet",
      "SET enable_external_access = true",
      "SET autoload_known_extensions = true",
    ])
      await expect(run(sql), sql).rejects.toThrow(
        /configuration|disabled|not allowed|locked|permission|does not exist/i,
      );
  });

  it("reads CSV, as a text with dates of all sorts", async () => {
    const csv =
      "start,end,title,lane,importance\n2020-07,,Summit,Astana,0.9\n,,Never,Astana,\n2020-07-09 10:00,2020-07-10 00:00,قمة,,\n";
    const told = await browser.run<Told>(`mizwala.readTable({ csv: ${JSON.stringify(csv)} })`);
    expect(told).toMatchObject({
      answer: {
        skipped: 1,
        lanes: [
          { id: "Astana", count: 1 },
          { id: "", count: 1 },
        ],
        rows: [
          { id: 0, event: { title: "قمة" }, start: Date.UTC(2020, 6, 9, 10), end: Date.UTC(2020, 6, 10) },
          { id: 1, event: { title: "Summit" }, start: Date.UTC(2020, 6, 16, 12), end: Date.UTC(2020, 7, 1) },
        ],
      },
    });
  });

  it("reads the stream form of Arrow, and says of the file form that it does not", async () => {
    const read = (arrow: Uint8Array): Promise<Told> =>
      browser.run<Told>(`mizwala.readTable(${JSON.stringify({ arrow: [...arrow] })}, { fields: ["big"] })`);
    expect(await read(await readFile(new URL("../fixtures/arrow/visit.arrows", import.meta.url)))).toMatchObject({
      answer: {
        skipped: 0,
        rows: [
          { event: { title: "Summit", importance: 0.9, big: 1 }, start: Date.UTC(2020, 6, 1) },
          { event: { title: "قمة", importance: 0.1, big: 2 }, start: Date.UTC(2020, 6, 9, 10) },
        ],
      },
    });
    expect(await read(new TextEncoder().encode("ARROW1\0\0"))).toMatchObject({ code: "source-file" });
  });

  it("says which file is not where it should be", async () => {
    for (const [worker, wasm] of [
      ["/nowhere.js", `${FILES}/duckdb-eh.wasm`],
      ["/duckdb.worker.js", "/nowhere.wasm"],
      ["/duckdb.worker.js", "/package.json"],
    ])
      expect(await browser.run<Told>(`mizwala.openFrom("${worker}", "${wasm}")`)).toMatchObject({
        code: "source-engine",
      });
    // Browsers say it too, on their consoles.
    expect(await browser.problems()).not.toEqual([]);
  });
});

describe("A policy that lacks a part of what DuckDB needs in a page", () => {
  it.each([
    ["lets no worker start", "/no-worker", "/duckdb.worker.js", /a worker that does not start/],
    ["lets the page ask for nothing", "/no-connection", "/duckdb.worker.js", /no answer for duckdb-eh.wasm/],
    [
      "lets the worker compile no WebAssembly",
      "/duckdb",
      "/no-wasm.worker.js",
      /silent.* script-src 'wasm-unsafe-eval'/,
    ],
    ["lets the worker ask for nothing", "/duckdb", "/no-connection.worker.js", /silent.* duckdb-eh.wasm/],
  ])("and %s is told as one clear error", async (_, page, worker, words) => {
    const strict = await engines.chromium();
    await strict.goto(`${site.url}${page}`);
    const told = await strict.run<Told>(`mizwala.openFrom("${worker}", "${FILES}/duckdb-eh.wasm", 3000)`);
    expect(told).toMatchObject({ code: "source-engine", error: expect.stringMatching(words) as string });
    // The browser says on its console what was forbidden.
    expect((await strict.problems()).join()).toMatch(/Content Security Policy|Failed to fetch/i);
    await strict.close();
  });
});
