import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** How an answer of a server may be spoilt. */
export type Spoilt = "cut off in the middle" | "a page instead" | "packed, and four gigabytes when it is unpacked";

/** Each, and what is said of it, whatever was asked for. */
export const SPOILT: readonly (readonly [how: Spoilt, says: RegExp])[] = [
  ["cut off in the middle", /terminated|network/i],
  ["a page instead", /expected JSON|expected .*slice/i],
  ["packed, and four gigabytes when it is unpacked", /more than 67108864 bytes/],
];

const MEMBERS = 4_096;
let bomb: Buffer | undefined;

/** Answers in that way. */
export function spoil(how: Spoilt, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", "*");
  if (how === "cut off in the middle") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
    response.write(`{"extent":[0,`, () => response.destroy());
  } else if (how === "a page instead") {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Log in</title>");
  } else {
    bomb ??= Buffer.concat(Array<Buffer>(MEMBERS).fill(gzipSync(Buffer.alloc(2 ** 20))));
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(bomb);
  }
}
