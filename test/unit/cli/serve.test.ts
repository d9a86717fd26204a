import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReadStream } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "../../../src/cli/run.js";
import { openWorkshop } from "../../../src/source/engines/duckdb.js";
import { importRows } from "../../../src/source/engines/prepared.js";

const CSV = "date,title,lane\n2020-07-01,Summit,Astana\n2020-07-07,Arrival,Damascus\n2020-13-45,Never,Damascus\n";

/** The command at work: what it printed, and how it ends. */
interface Served {
  readonly address: string;
  readonly printed: () => string;
  readonly warned: () => string;
  stop(): Promise<number>;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function serve(words: readonly string[]): Promise<Served> {
  let [printed, warned] = ["", ""];
  let stop = (): void => undefined;
  const stopped = new Promise<void>((done) => (stop = done));
  let isUp = (): void => undefined;
  const up = new Promise<void>((done) => (isUp = done));
  const code = run(["serve", "--port", "0", ...words], {
    read: (path) => createReadStream(path),
    write: () => Promise.reject(new Error("writes nothing")),
    print: (text) => {
      printed += text;
      isUp();
    },
    warn: (text) => void (warned += text),
    untilStopped: () => stopped,
  });
  await Promise.race([up, code]);
  const address = /http:\S+/.exec(printed)?.[0] ?? "";
  return {
    ...{ address, printed: () => printed, warned: () => warned },
    stop() {
      stop();
      return code;
    },
  };
}

const file = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe("mizwala serve", () => {
  it("serves the events of a file and a page that shows them, says what is wrong, and ends when it is told to", async () => {
    const served = await serve([await file("visit.csv", CSV), "--title", "A <visit>", "--locale", "ar-SY"]);
    const get = (path: string): Promise<Response> => fetch(new URL(path, served.address));
    const page = await get("/");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('lang="ar-SY" dir="rtl"');
    expect(html).toContain("<title>A &lt;visit&gt;</title>");
    for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g)) expect((await get(path!)).status, path).toBe(200);
    expect(await (await get("/v1/events/describe")).json()).toMatchObject({
      count: 2,
      lanes: [{ id: "Astana" }, { id: "Damascus" }],
    });
    expect(await (await get("/v1/events/1/events/1")).json()).toMatchObject([{ id: 1, event: { title: "Arrival" } }]);
    expect(await (await get("/ready")).text()).toBe("ready\n");
    expect(await (await get("/metrics")).text()).toMatch(/^mizwala_requests_total\{status="200"\} 2$/m);
    expect(served.warned()).toContain("2020-13-45");
    expect(await served.stop()).toBe(0);
    await expect(get("/")).rejects.toThrow();
  });

  it("cuts off who sends a request too slowly", async () => {
    const served = await serve([await file("visit.csv", CSV)]);
    const socket = connect(Number(new URL(served.address).port), "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\nX-Slow: ");
    const ended = new Promise((done) => socket.once("close", done));
    let said = "";
    socket.on("data", (piece) => (said += String(piece)));
    await ended;
    expect(said).toMatch(/^HTTP\/1.1 408 /);
    expect(await served.stop()).toBe(0);
  });

  it("gives no other file of the machine, whatever is asked for", async () => {
    const served = await serve([await file("visit.csv", CSV)]);
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/visit.csv",
      "/v1/events/../../etc/passwd",
      "//etc/passwd",
      "/page.js/x",
    ])
      expect((await fetch(served.address + path.slice(1))).status, path).toBe(404);
    expect((await fetch(served.address, { method: "PUT" })).status).toBe(405);
    expect(await served.stop()).toBe(0);
  });

  it("makes a database of a table beside, and leaves nothing of it", async () => {
    const table = join(folder, "visit.parquet");
    const workshop = await openWorkshop(":memory:", {}, [table]);
    await workshop.run(`COPY (SELECT DATE '2020-07-01' AS start, 'Summit' AS title) TO '${table}'`, []);
    await workshop.close();
    const aside = join(folder, "aside");
    await mkdir(aside);
    vi.stubEnv("TMPDIR", aside);
    try {
      const served = await serve([table]);
      expect(await readdir(aside)).toHaveLength(1);
      expect(await (await fetch(`${served.address}v1/events/describe`)).json()).toMatchObject({ count: 1 });
      expect(await served.stop()).toBe(0);
      expect(await readdir(aside)).toEqual([]);
      const broken = await serve([await file("broken.parquet", "no table")]);
      expect([await broken.stop(), await readdir(aside)]).toEqual([1, []]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("serves a database that was made before", async () => {
    const database = join(folder, "events.duckdb");
    const row = { id: 7, start: 0, end: 0, lane: 0, importance: 0.5, event: { title: "The epoch" } };
    const made = await importRows([row], { database, lanes: ["time"] });
    await made.engine.close();
    const served = await serve([database]);
    const { revision } = (await (await fetch(`${served.address}v1/events/describe`)).json()) as { revision: string };
    expect(await (await fetch(`${served.address}v1/events/${revision}/events/7`)).json()).toMatchObject([row]);
    expect(await served.stop()).toBe(0);
  });

  it("says what is wrong with a file that names an engine, and with one that is not there", async () => {
    const broken = await serve([
      await file("db.json", '{"engine":"postgres","connection":"x","table":{"table":"a b","lanes":[]}}'),
    ]);
    expect([await broken.stop(), broken.warned()]).toEqual([1, expect.stringContaining("table.table")]);
    const missing = await serve([join(folder, "nowhere.csv")]);
    expect([await missing.stop(), missing.printed()]).toEqual([1, ""]);
    const wrong = await serve([await file("visit.csv", CSV), "--port", "http"]);
    expect([await wrong.stop(), wrong.warned()]).toEqual([2, expect.stringContaining("--port")]);
  });
});
