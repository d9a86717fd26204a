import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { download, DOWNLOAD_LIMITS, isAddress, type DownloadLimits } from "../../../src/cli/download.js";

const TABLE = "date,title\n2020-07-09,Meeting\n";
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer(({ url = "" }, answer) => {
    const redirect = (location: string): void => void answer.writeHead(302, { location }).end();
    if (url === "/table.csv") answer.end(TABLE);
    else if (url === "/moved") redirect("/table.csv");
    else if (url === "/loop") redirect("/loop");
    else if (url === "/file") redirect("file:///etc/hostname");
    else if (url === "/packed") answer.writeHead(200, { "content-encoding": "gzip" }).end("x");
    else if (url === "/endless") {
      answer.on("drain", () => answer.write("x".repeat(100_000)));
      answer.write("x".repeat(1_000_000));
    } else if (url === "/slow") answer.write("date,");
    else if (url !== "/silent") answer.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function textAt(path: string, limits: Partial<DownloadLimits> = {}): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of download(base + path, { ...DOWNLOAD_LIMITS, ...limits })) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe("An address", () => {
  it("is one of the web and nothing else", () => {
    expect(
      ["https://a.example/x", "HTTP://a.example", "file:///x", "data:,x", "a.csv", "ftp://a"].map(isAddress),
    ).toEqual([true, true, false, false, false, false]);
  });

  it("gives what is there, also where it has moved", async () => {
    expect(await textAt("/table.csv")).toBe(TABLE);
    expect(await textAt("/moved")).toBe(TABLE);
  });

  it.each([
    ["/none", "the answer is 404"],
    ["/loop", "redirected more than 5 times"],
    ["/file", "it is redirected to file:, where only https: and http: are followed"],
    ["/packed", "packed"],
  ])("is refused with a reason: %s", async (path, reason) => {
    await expect(textAt(path)).rejects.toThrow(reason);
  });

  it("is left when its answer is too large", async () => {
    await expect(textAt("/endless", { size: 2_000_000 })).rejects.toThrow("more than 2000000 bytes");
  });

  it.each(["/slow", "/silent"])("is left when its answer does not come to an end: %s", async (path) => {
    await expect(textAt(path, { time: 300 })).rejects.toThrow("more than 0.3 seconds");
  });

  it("may not lead into a private network where that is forbidden, by number or by name", async () => {
    await expect(textAt("/table.csv", { isPrivateAllowed: false })).rejects.toThrow("private network");
    base = base.replace("127.0.0.1", "localhost");
    await expect(textAt("/table.csv", { isPrivateAllowed: false })).rejects.toThrow("private network");
    for (const host of ["[::1]", "[::ffff:10.0.0.1]", "169.254.169.254", "192.168.0.1"])
      await expect(
        download(`http://${host}/`, { ...DOWNLOAD_LIMITS, isPrivateAllowed: false }).next(),
        host,
      ).rejects.toThrow("private network");
  });

  it("with a password is not asked", async () => {
    await expect(download("http://me:secret@127.0.0.1/").next()).rejects.toThrow("an address with a password");
  });
});
