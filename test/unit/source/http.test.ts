import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { arraySource } from "../../../src/source/array-source.js";
import { httpSource } from "../../../src/source/http-source.js";
import { createSourceHandler } from "../../../src/source/handler.js";
import { SPOILT, spoil, type Spoilt } from "../../support/spoilt-answers.js";
import { describeSource } from "../../support/source-conformance.js";

describeSource("A source of events behind an address", ({ source }) => {
  const handler = createSourceHandler(source, { path: "/v1/events" });
  const fetch = async (address: string, init: { readonly signal?: AbortSignal }): Promise<Response> =>
    (await handler.fetch(new Request(address, init)))!;
  return Promise.resolve({ source: httpSource("https://example.org/v1/events", { fetch }) });
});

/** A server that answers as the list says, one after the other, and then as it should. */
function serverThatSays(...answers: readonly Response[]): { asked: () => number; fetch: () => Promise<Response> } {
  const handler = createSourceHandler(arraySource([{ date: "2020-07-01", title: "Summit" }]));
  const left = [...answers];
  let asked = 0;
  return {
    asked: () => asked,
    fetch: async () => {
      asked++;
      return left.shift() ?? (await handler.fetch(new Request("https://example.org/describe")))!;
    },
  };
}

const busy = (status: number, after: string): Response =>
  Response.json({ code: "source-busy" }, { status, headers: { "retry-after": after } });

it("A server that has too much to do is asked again when it says so, a few times", async () => {
  const server = serverThatSays(busy(429, "0"), busy(503, "0"));
  expect(await httpSource("https://example.org", server).describe()).toMatchObject({ count: 1 });
  expect(server.asked()).toBe(3);
  const crowded = serverThatSays(...Array.from({ length: 9 }, () => busy(503, "0")));
  const asked = httpSource("https://example.org", crowded).describe();
  await expect(asked).rejects.toThrow(expect.objectContaining({ code: "source-busy" }));
  expect(crowded.asked()).toBe(4);
});

it.each(["3600", "tomorrow", "-1", ""])(
  "A server that wants to be asked again in %j seconds is not waited for",
  async (after) => {
    const server = serverThatSays(busy(503, after));
    await expect(httpSource("https://example.org", server).describe()).rejects.toThrow("503");
    expect(server.asked()).toBe(1);
  },
);

it("Who turns away while a server is waited for is let go at once", async () => {
  const reason = new Error("no longer wanted");
  const gone = new AbortController();
  const server = serverThatSays(busy(503, "10"));
  const asked = httpSource("https://example.org", server).describe({ signal: gone.signal });
  setTimeout(() => {
    gone.abort(reason);
  }, 5);
  await expect(asked).rejects.toBe(reason);
  expect(server.asked()).toBe(1);
});

describe("An answer of a server", () => {
  let close: (() => void) | undefined;
  afterEach(() => close?.());

  /** Serves a source; what it says is spoilt until that is taken back. */
  async function serveSpoilt(how: Spoilt): Promise<{ address: string; mend: () => void }> {
    const handler = createSourceHandler(arraySource([{ date: "2020-07-01", title: "Summit" }]));
    let isSpoilt = true;
    const server = createServer((request, response) => {
      if (isSpoilt) spoil(how, response);
      else
        void handler
          .fetch(new Request(`http://${request.headers.host ?? ""}${request.url ?? ""}`))
          .then(async (answer) => {
            response.end(new Uint8Array(await answer!.arrayBuffer()));
          });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    close = () => {
      server.close();
      server.closeAllConnections();
    };
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { address, mend: () => (isSpoilt = false) };
  }

  it.each(SPOILT)("that is %s is one error, and the next question is answered", async (how, says) => {
    const { address, mend } = await serveSpoilt(how);
    const source = httpSource(address);
    const query = { level: 30, from: 0, to: 16 * 2 ** 30 * 2, limit: 10, revision: "1" };
    const asked = [source.describe(), source.query(query), source.byId([0])];
    await Promise.all(asked.map((answer) => expect(answer).rejects.toThrow(says)));
    mend();
    expect(await source.describe()).toMatchObject({ count: 1 });
    expect(await source.byId([0])).toHaveLength(1);
  });
});
