// A small static server for the examples: node examples/serve.mjs [--port 4173]
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
};
const START = "/examples/index.html";

/** The file of an address, or undefined where it is hidden or lies outside the folder. */
function fileOf(address) {
  try {
    const path = normalize(decodeURIComponent(new URL(address, "http://localhost").pathname));
    const isHidden = path.includes("\0") || path.split(sep).some((part) => part.startsWith("."));
    return isHidden ? undefined : join(ROOT, path);
  } catch {
    return undefined;
  }
}

/** Answers one request with a file of the project. */
export async function answer(request, response) {
  if (request.method !== "GET" && request.method !== "HEAD")
    return response.writeHead(405, { allow: "GET, HEAD" }).end();
  if (request.url === "/") return response.writeHead(302, { location: START }).end();
  if (request.url === "/favicon.ico") return response.writeHead(204).end();
  const asked = fileOf(request.url);
  const found = asked && (await stat(asked).catch(() => undefined));
  const file = found?.isDirectory() ? join(asked, "index.html") : asked;
  const size = found?.isDirectory() ? await stat(file).catch(() => undefined) : found;
  if (!size?.isFile()) return response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-length": size.size,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") return response.end();
  return pipeline(createReadStream(file), response);
}

/** Listens on this machine only, at the first free port from `port` on; 0 takes any. */
export async function listen(handler, port) {
  const server = createServer((request, response) => {
    handler(request, response).catch(() => response.destroy());
  });
  for (let wanted = port; ; wanted++) {
    const error = await new Promise((done) => {
      server.once("error", done).listen(wanted, "127.0.0.1", () => done(undefined));
    });
    server.removeAllListeners("error");
    if (!error) return server;
    if (error.code !== "EADDRINUSE" || wanted > port + 50) throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const flag = process.argv.indexOf("--port");
  const port = Number(flag > 0 ? process.argv[flag + 1] : (process.env["PORT"] ?? 4173));
  const server = await listen(answer, port);
  console.log(`Mizwala examples: http://127.0.0.1:${server.address().port}/`);
}
