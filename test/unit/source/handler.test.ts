import { createServer } from "node:http";
import { connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { arraySource } from "../../../src/source/array-source.js";
import type { EventSource, SourceQuery } from "../../../src/source/contract.js";
import { createSourceHandler, type HandlerOptions, type SourceHandler } from "../../../src/source/handler.js";
import { httpSource } from "../../../src/source/http-source.js";
import { nodeListener } from "../../../src/source/node-listener.js";
import { readSlice } from "../../../src/source/tile.js";

const BASE = "https://example.org/v1/events";
const EVENTS = Array.from({ length: 3_000 }, (_, i) => ({
  date: new Date(Date.UTC(2011, 0, 1) + i * 86_400_000).toISOString().slice(0, 10),
  title: `Report ${i}`,
  lane: ["Diplomacy", "Relief"][i % 2]!,
}));
const SLICE = "1/slices/29/144/16/256";

/** A source that answers when it is told to, and remembers who was sent away. */
function slowSource(): EventSource & { readonly asked: SourceQuery[]; readonly stopped: number; answer(): void } {
  const source = arraySource(EVENTS);
  const waiting: (() => void)[] = [];
  const asked: SourceQuery[] = [];
  let stopped = 0;
  return {
    ...source,
    asked,
    get stopped() {
      return stopped;
    },
    answer() {
      for (const go of waiting.splice(0)) go();
    },
    query: (query) =>
      new Promise((done, fail) => {
        asked.push(query);
        query.signal!.addEventListener("abort", () => {
          stopped++;
          fail(query.signal!.reason as Error);
        });
        waiting.push(() => {
          source.query({ ...query, signal: undefined }).then(done, fail);
        });
      }),
  };
}

const open = (source: EventSource = arraySource(EVENTS), options: HandlerOptions = {}): SourceHandler =>
  createSourceHandler(source, { path: "v1/events", ...options });
const ask = async (handler: SourceHandler, path: string, init: RequestInit = {}): Promise<Response> =>
  (await handler.fetch(new Request(`${BASE}/${path}`, init)))!;
const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

describe("A handler of a source", () => {
  it("says what there is, and that it may be another thing tomorrow", async () => {
    const response = await ask(open(), "describe");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.json()).toMatchObject({
      count: 3_000,
      revision: "1",
      lanes: [{ id: "Diplomacy" }, { id: "Relief" }],
    });
  });

  it("gives slices that may be kept for ever, packed for who takes that", async () => {
    const handler = open();
    const plain = await ask(handler, SLICE);
    const packed = await ask(handler, SLICE, { headers: { "accept-encoding": "br, gzip" } });
    const bytes = new Uint8Array(await plain.arrayBuffer());
    expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(new Uint8Array(gunzipSync(await packed.arrayBuffer()))).toEqual(bytes);
    expect(readSlice(bytes)).toMatchObject({ level: 29, revision: "1" });
    expect(handler.metrics()).toMatchObject({ questions: 1, requests: { 200: 2 } });
  });

  it("says for ever what goes on at an instant, and nothing where the source does not know", async () => {
    const at = Date.UTC(2011, 0, 2, 18);
    const response = await ask(open(), `1/going-on/${at}/3`);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const slice = readSlice(new Uint8Array(await response.arrayBuffer()));
    expect(slice).toMatchObject({ from: at, to: at, total: 1, revision: "1" });
    expect(slice.events).toEqual(await arraySource(EVENTS).goingOn!({ at, limit: 3 }));
    const whole = arraySource(EVENTS);
    const source: EventSource = {
      describe: (asked) => whole.describe(asked),
      query: (query) => whole.query(query),
      byId: (ids, asked) => whole.byId(ids, asked),
    };
    expect((await ask(open(source), `1/going-on/${at}/3`)).status).toBe(404);
    const fetch = async (address: string): Promise<Response> => (await open(source).fetch(new Request(address)))!;
    expect((await httpSource(BASE, { fetch }).goingOn!({ at, limit: 3 })).lane).toHaveLength(0);
  });

  it("asks nobody where the client has the answer already", async () => {
    const [handler, other] = [open(), open()];
    for (const path of [SLICE, "describe", "1/events/1,2"]) {
      const etag = (await ask(handler, path)).headers.get("etag")!;
      const again = await ask(other, path, { headers: { "if-none-match": etag } });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    }
    expect(other.metrics().questions).toBe(0);
  });

  it("makes one question of fifty equal requests", async () => {
    const source = slowSource();
    const handler = open(source);
    const requests = Array.from({ length: 50 }, () => ask(handler, SLICE));
    while (source.asked.length === 0) await soon();
    source.answer();
    const responses = await Promise.all(requests);
    const bodies = await Promise.all(responses.map((response) => response.arrayBuffer()));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(bodies.map(({ byteLength }) => byteLength)).size).toBe(1);
    expect(source.asked).toHaveLength(1);
  });

  it("stops the source once the last of those who wait has gone, and not before", async () => {
    const source = slowSource();
    const handler = open(source);
    const gone = [new AbortController(), new AbortController()];
    const responses = gone.map(({ signal }) => ask(handler, SLICE, { signal }));
    while (source.asked.length === 0) await soon();
    gone[0]!.abort();
    expect((await responses[0]!).status).toBe(499);
    expect(source.stopped).toBe(0);
    gone[1]!.abort();
    expect((await responses[1]!).status).toBe(499);
    expect(source.stopped).toBe(1);
    const again = ask(handler, SLICE);
    while (source.asked.length === 1) await soon();
    source.answer();
    expect((await again).status).toBe(200);
  });

  it("asks once for those who come back while the source is still being stopped", async () => {
    const source = slowSource();
    const handler = open(source);
    const gone = new AbortController();
    const left = ask(handler, SLICE, { signal: gone.signal });
    while (source.asked.length === 0) await soon();
    gone.abort();
    const first = ask(handler, SLICE);
    await left;
    while (source.asked.length === 1) await soon();
    const second = ask(handler, SLICE);
    await soon();
    source.answer();
    expect([(await first).status, (await second).status, source.asked.length]).toEqual([200, 200, 2]);
  });

  it("has the source describe itself anew after a while, which nobody waits for", async () => {
    let revision = 1;
    const source: EventSource = {
      ...arraySource(EVENTS),
      describe: async () => ({ ...(await arraySource(EVENTS).describe()), revision: String(revision++) }),
    };
    const revisionOf = async (handler: SourceHandler): Promise<unknown> =>
      ((await (await ask(handler, "describe")).json()) as { revision: unknown }).revision;
    const lasting = open(source);
    expect([await revisionOf(lasting), await revisionOf(lasting)]).toEqual(["1", "1"]);
    const brief = open(source, { refresh: 0 });
    const told = [await revisionOf(brief), await revisionOf(brief)];
    await soon();
    expect([...told, await revisionOf(brief)]).toEqual(["2", "2", "3"]);
    expect((await ask(brief, SLICE)).status).toBe(410);
  });

  it("goes on with what it knows where the source can't describe itself", async () => {
    let isAway = false;
    const source: EventSource = {
      ...arraySource(EVENTS),
      describe: () => (isAway ? Promise.reject(new Error("away")) : arraySource(EVENTS).describe()),
    };
    const handler = open(source, { refresh: 0 });
    await ask(handler, "describe");
    isAway = true;
    for (let i = 0; i < 3; i++) {
      expect((await ask(handler, "describe")).status).toBe(200);
      await soon();
    }
    expect((await ask(open(source), "describe")).status).toBe(500);
  });

  it("has few questions at work, few that wait, and sends the rest away", async () => {
    const source = slowSource();
    const handler = open(source, { concurrency: 2, queue: 1 });
    const slices = [144, 160, 176, 192].map((slot) => ask(handler, `1/slices/29/${slot}/16/0`));
    const busy = await Promise.race(slices);
    expect(source.asked).toHaveLength(2);
    expect(handler.metrics().waiting).toBe(1);
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "1"]);
    source.answer();
    while (source.asked.length === 2) await soon();
    source.answer();
    expect((await Promise.all(slices)).map(({ status }) => status).sort()).toEqual([200, 200, 200, 503]);
  });

  it("lets one client ask no more than its part at once, and others meanwhile", async () => {
    const source = slowSource();
    const handler = open(source, { perClient: 2 });
    const by = (client: string | undefined, slot: number): Promise<Response> =>
      handler.fetch(new Request(`${BASE}/1/slices/29/${slot}/16/0`), client) as Promise<Response>;
    const greedy = [144, 160, 176].map((slot) => by("198.51.100.7", slot));
    const refused = await Promise.race(greedy);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(await refused.json()).toMatchObject({ code: "client-busy" });
    const others = [by("198.51.100.8", 192), by(undefined, 208), by(undefined, 224), by(undefined, 240)];
    while (source.asked.length < 6) await soon();
    source.answer();
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await Promise.all(greedy)).map(({ status }) => status)).toEqual([200, 200, 429]);
    // What is kept costs nothing, and what has been answered no longer counts.
    const kept = await Promise.all([144, 160, 192, 208].map((slot) => by("198.51.100.7", slot)));
    expect(kept.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const again = by("198.51.100.7", 176);
    while (source.asked.length < 7) await soon();
    source.answer();
    expect((await again).status).toBe(200);
  });

  it("no longer counts what a client has turned away from", async () => {
    const handler = open(slowSource(), { perClient: 1 });
    for (let turn = 0; turn < 3; turn++) {
      const gone = new AbortController();
      const request = new Request(`${BASE}/${SLICE}`, { signal: gone.signal });
      const left = handler.fetch(request, "198.51.100.7");
      await soon();
      gone.abort();
      expect((await left)!.status).toBe(499);
    }
  });

  it("stops a question that takes too long", async () => {
    const source = slowSource();
    const slow = await ask(open(source, { timeout: 5 }), SLICE);
    expect([slow.status, source.stopped]).toEqual([504, 1]);
  });

  it("keeps no more answers than it has room for", async () => {
    const handler = open(undefined, { cache: 1 });
    for (let i = 0; i < 2; i++) await ask(handler, SLICE);
    expect(handler.metrics().questions).toBe(2);
  });

  it.each([
    ["another revision", "2/slices/29/144/16/256", 410, "revision-gone"],
    ["a level that nobody has", "1/slices/45/0/16/256", 400, "source-query"],
    ["more bins than a picture has", "1/slices/0/0/513/256", 400, "source-query"],
    ["more events than are told", "1/slices/29/144/16/1025", 400, "source-query"],
    ["lanes that are no codes", `${SLICE}?lanes=a`, 400, "source-query"],
    ["a filter that is no JSON", `${SLICE}?filter=%7B`, 400, "source-query"],
    [
      "a filter for what is no field",
      `${SLICE}?filter=${encodeURIComponent('{"field":"rowid","op":"eq","value":"1"}')}`,
      400,
      "source-filter",
    ],
    [
      "a filter that goes too deep",
      `${SLICE}?filter=${encodeURIComponent('{"not":'.repeat(20) + "1" + "}".repeat(20))}`,
      400,
      "source-filter",
    ],
    ["an instant beyond all", "1/going-on/9007199254740991/3", 400, "source-query"],
    ["too many at an instant", "1/going-on/0/17", 400, "source-query"],
    ["an instant of another day", "2/going-on/0/3", 410, "revision-gone"],
    ["a path outside", "1/slices/../../describe/x", 404, "nothing-there"],
    ["what is too long", `${SLICE}?filter=${"x".repeat(20_000)}`, 404, "nothing-there"],
  ])("refuses %s, and does not repeat what was asked", async (_, path, status, code) => {
    const response = await ask(open(), path);
    const body = (await response.json()) as Record<string, unknown>;
    expect([response.status, body["code"]]).toEqual([status, code]);
    expect(Object.keys(body)).not.toContain("found");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("tells nothing of an engine that fails", async () => {
    const broken = { ...arraySource(EVENTS), query: () => Promise.reject(new Error("password=secret at /srv/db")) };
    const response = await ask(open(broken), SLICE);
    expect([response.status, await response.text()]).toEqual([500, '{"code":"source-failed"}']);
  });

  it("leaves what is not its own to others, and only reads", async () => {
    expect(await open().fetch(new Request("https://example.org/v1/other"))).toBeUndefined();
    expect((await ask(open(), SLICE, { method: "POST" })).status).toBe(405);
    const head = await ask(open(), SLICE, { method: "HEAD" });
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
  });

  it("is open to pages of another origin only where it is told so", async () => {
    expect((await ask(open(), "describe")).headers.get("access-control-allow-origin")).toBeNull();
    const shared = open(undefined, { origin: "https://news.example" });
    expect((await ask(shared, "describe")).headers.get("access-control-allow-origin")).toBe("https://news.example");
  });

  it.each([
    ["its address", {}, {}, "198.51.100.7", "198.51.100.7"],
    ["nothing where it is this machine", {}, {}, "127.0.0.1", undefined],
    ["nothing where it is this machine, in the other form", {}, {}, "::ffff:127.0.0.1", undefined],
    ["nothing of what it says itself", {}, { "x-forwarded-for": "203.0.113.9" }, "198.51.100.7", "198.51.100.7"],
    [
      "what the proxy has added",
      { clientHeader: "X-Forwarded-For" },
      { "x-forwarded-for": "1.1.1.1, 203.0.113.9" },
      "10.0.0.1",
      "203.0.113.9",
    ],
    ["nothing where the proxy says nothing", { clientHeader: "x-real-ip" }, {}, "10.0.0.1", undefined],
  ])("by node:http knows of a client %s", async (_, options, headers, remoteAddress, expected) => {
    const clients: unknown[] = [];
    const handler: SourceHandler = {
      ...open(),
      fetch: (_, client) => {
        clients.push(client);
        return Promise.resolve(undefined);
      },
    };
    const response = { on: () => undefined, writeHead: () => undefined, destroy: () => undefined };
    await new Promise<void>((done) => {
      const request = { url: "/", headers, socket: { remoteAddress } };
      nodeListener(handler, options)(request, { ...response, writableFinished: true, end: () => undefined }, () => {
        done();
      });
    });
    expect(clients).toEqual([expected]);
  });

  it("by node:http cuts off who does not receive what it has asked for", async () => {
    const huge = new Uint8Array(64 * 2 ** 20);
    const handler: SourceHandler = { ...open(), fetch: () => Promise.resolve(new Response(huge)) };
    const server = createServer(nodeListener(handler, { sendTimeout: 50 }));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as { port: number };
    try {
      const socket = connect(port, "127.0.0.1");
      // Nobody reads from it.
      socket.pause();
      socket.on("error", () => undefined);
      socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      const count = (): Promise<number> =>
        new Promise((done) => {
          server.getConnections((_, connections) => {
            done(connections);
          });
        });
      await expect.poll(count).toBe(1);
      await expect.poll(count).toBe(0);
      socket.destroy();
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("serves by node:http, and stops the source when a client hangs up", async () => {
    const source = slowSource();
    const server = createServer(nodeListener(open(source)));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as { port: number };
    const at = (path: string): string => `http://127.0.0.1:${port}${path}`;
    try {
      expect(await (await fetch(at("/v1/events/describe"))).json()).toMatchObject({ count: 3_000 });
      expect((await fetch(at("/elsewhere"))).status).toBe(404);
      const gone = new AbortController();
      const left = fetch(at(`/v1/events/${SLICE}`), { signal: gone.signal }).catch(() => "left");
      while (source.asked.length === 0) await soon();
      gone.abort();
      expect(await left).toBe("left");
      while (source.stopped === 0) await soon();
      const taken = fetch(at(`/v1/events/${SLICE}`));
      while (source.asked.length === 1) await soon();
      source.answer();
      expect(readSlice(new Uint8Array(await (await taken).arrayBuffer())).total).toBeGreaterThan(0);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
