import type { Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, listen } from "../../../examples/serve.mjs";

let server: Server;
let port: number;
beforeAll(async () => {
  server = await listen(answer, 0);
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.close();
});

/** The first line of the answer to a request whose address is sent as it stands. */
async function ask(address: string, method = "GET"): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`${method} ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  return (await text(socket)).split("\r\n")[0]!;
}

describe("The examples server", () => {
  it("sends files of the project with their type", async () => {
    const response = await fetch(`http://127.0.0.1:${port}/package.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toMatchObject({ name: "mizwala" });
  });

  it("leads from the root to the examples", async () => {
    const response = await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([302, "/examples/index.html"]);
  });

  it.each([
    "/../package.json/../../etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/examples/..%5c..%5cetc/passwd",
    "//etc/passwd",
    "/.git/config",
    "/%2egit/config",
    "/package.json%00.html",
    "/%E0%A4%A",
    "/no-such-file",
  ])("refuses %s", async (address) => {
    expect(await ask(address)).toBe("HTTP/1.1 404 Not Found");
  });

  it("refuses to be written to", async () => {
    expect(await ask("/package.json", "PUT")).toBe("HTTP/1.1 405 Method Not Allowed");
  });

  it("takes the next port when one is in use", async () => {
    const second = await listen(answer, port);
    expect((second.address() as AddressInfo).port).toBeGreaterThan(port);
    second.close();
  });
});
