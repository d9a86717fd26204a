import { createServer, type Server } from "node:http";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { MizwalaError } from "../base/errors.js";
import { resolveOptions } from "../model/options.js";
import { arraySource } from "../source/array-source.js";
import type { EventSource } from "../source/contract.js";
import { importFile } from "../source/engines/import-file.js";
import { openPrepared } from "../source/engines/prepared.js";
import type { PreparedEvents } from "../source/engines/workshop.js";
import { createSourceHandler, type SourceHandler } from "../source/handler.js";
import { nodeListener, type NodeListener } from "../source/node-listener.js";
import type { SqlEngine } from "../source/sql/engine.js";
import { sqlSource } from "../source/sql/sql-source.js";
import type { EventTable } from "../source/sql/table.js";
import { findConnection, openConnection, readConnection } from "./connection.js";
import { access, readData, sentenceOf, type ReadValues } from "./document.js";
import { FileError, nameOf, readable, UsageError, type Outside } from "./outside.js";
import { PAGE_POLICY, PAGE_SCRIPT, PAGE_STYLE, servedPage, type ServedPage } from "./serve-page.js";

/** The options of `mizwala serve`. */
export const SERVE_FLAGS = {
  port: { type: "string" },
  host: { type: "string" },
  title: { type: "string" },
  locale: { type: "string" },
  origin: { type: "string" },
  "client-header": { type: "string" },
} as const;

type ServeValues = ReadValues & { readonly [Flag in keyof typeof SERVE_FLAGS]?: string | undefined };

/** A source that is to be served, and how it ends. */
interface Opened extends ServedPage {
  readonly source: EventSource;
  readonly close: () => Promise<void>;
}

const PORT = 8_080;
const TABLE = /\.parquet$/i;
const DATABASE = /\.(?:duckdb|db)$/i;
/** So long is waited for answers that are on their way when the program is to end, in milliseconds. */
const GRACE = 5_000;
/** Who sends a request more slowly than this is not waited for, in milliseconds. */
const SLOW = 5_000;
/** So often is looked for those, in milliseconds. */
const LOOK = 1_000;

/** Serves the events of a file, and a page that shows them, until it is stopped. */
export async function serveFile(file: string, values: ServeValues, outside: Outside): Promise<number> {
  const { host = "127.0.0.1", origin, "client-header": clientHeader } = values;
  const port = portOf(values.port);
  try {
    const { source, close, ...page } = await open(file, values, outside);
    const handler = createSourceHandler(source, { path: "v1/events", origin });
    const listener = nodeListener(handler, { clientHeader });
    const server = createServer(
      { requestTimeout: SLOW, headersTimeout: SLOW, connectionsCheckingInterval: LOOK },
      await routesOf(handler, listener, source, page),
    );
    try {
      await listen(server, port, host);
      outside.print(`${nameOf(file)}: ${addressOf(server, host)}\n`);
      await outside.untilStopped?.();
      await stop(server);
    } finally {
      await close();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof FileError || error instanceof MizwalaError)) throw error;
    outside.warn(`${nameOf(file)}: ${readable(error.message)}\n`);
    return 1;
  }
}

/** By what FILE is: a table for DuckDB, a database that was made of one, where events lie in an engine, or any data that fit into memory. */
async function open(file: string, values: ServeValues, outside: Outside): Promise<Opened> {
  const { title = readable(basename(file, extname(file))), locale = "en" } = values;
  const ofEngine = (engine: SqlEngine, table: EventTable): Opened => ({
    ...{ source: sqlSource(engine, table), title, locale },
    close: async () => engine.close?.(),
  });
  if (DATABASE.test(file)) {
    const { engine, table } = await access(openPrepared(file));
    return ofEngine(engine, table);
  }
  if (TABLE.test(file)) {
    const { engine, table, skipped, close } = await importAside(file, outside);
    if (skipped > 0) outside.warn(`${nameOf(file)}: ${skipped} rows without a date are left out\n`);
    return { ...ofEngine(engine, table), close };
  }
  const found = /\.json$/i.test(file) ? await access(findConnection(file, outside)) : undefined;
  if (found) {
    const connection = readConnection(found);
    return ofEngine(await access(openConnection(connection)), connection.table);
  }
  const { document, issues } = await readData(file, values, outside);
  for (const issue of issues) outside.warn(`${nameOf(file)}: ${readable(sentenceOf(issue))}\n`);
  const options = resolveOptions({ ...document, ...(values.locale !== undefined && { locale: values.locale }) });
  const source = arraySource(document.events, { timeZone: options.timeZone, kinds: document.kinds });
  const own = typeof document.title === "string" ? document.title : title;
  return { source, close: () => Promise.resolve(), title: values.title ?? own, locale: options.locale };
}

/** Makes a database beside, in a folder that goes in the end: a table may be larger than the memory. */
async function importAside(
  file: string,
  outside: Outside,
): Promise<PreparedEvents & { readonly close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "mizwala-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const database = join(folder, "events.duckdb");
    const prepared = await access(importFile(file, { database, onProgress: progressOf(file, outside) }));
    const close = async (): Promise<void> => {
      await prepared.engine.close();
      await remove();
    };
    return { ...prepared, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Tells how far it is, in tenths. */
function progressOf(file: string, outside: Outside): (step: string, part: number) => void {
  let told = "";
  return (step, part) => {
    const line = `${step} ${Math.floor(part * 10) * 10} %`;
    if (line !== told) outside.warn(`${nameOf(file)}: ${line}\n`);
    told = line;
  };
}

type Route = (...exchange: Parameters<NodeListener>) => void;

/** The page and its files, the source, and what a watchman asks for. */
async function routesOf(
  handler: SourceHandler,
  listener: NodeListener,
  source: EventSource,
  page: ServedPage,
): Promise<Route> {
  const bundle = (name: string): Promise<Buffer> => readFile(new URL(`../../dist/${name}`, import.meta.url));
  const script = "text/javascript; charset=utf-8";
  const files = new Map<string, readonly [type: string, body: Uint8Array]>([
    ["/", ["text/html; charset=utf-8", Buffer.from(servedPage(page))]],
    ["/mizwala.js", [script, await bundle("mizwala.iife.js")]],
    ["/source.js", [script, await bundle("source.iife.js")]],
    ["/page.js", [script, Buffer.from(PAGE_SCRIPT)]],
    ["/page.css", ["text/css; charset=utf-8", Buffer.from(PAGE_STYLE)]],
  ]);
  const isReady = (): Promise<boolean> =>
    source.describe().then(
      () => true,
      () => false,
    );
  return (request, response) => {
    const send = (status: number, type: string, body: Uint8Array): void => {
      response.writeHead(status, {
        "content-type": type,
        "content-length": String(body.length),
        "cache-control": "no-cache",
        "x-content-type-options": "nosniff",
        "content-security-policy": PAGE_POLICY,
      });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    listener(request, response, () => {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      const text = (status: number, words: string): void => {
        send(status, "text/plain; charset=utf-8", Buffer.from(words));
      };
      const found = files.get(pathname);
      if (request.method !== "GET" && request.method !== "HEAD") text(405, "GET or HEAD\n");
      else if (found) send(200, ...found);
      else if (pathname === "/metrics") text(200, metricsOf(handler));
      else if (pathname === "/ready")
        void isReady().then((is) => {
          text(is ? 200 : 503, is ? "ready\n" : "not ready\n");
        });
      else text(404, "Not found\n");
    });
  };
}

/** The numbers of a handler in the text form of Prometheus. */
function metricsOf(handler: SourceHandler): string {
  const { requests, questions, waiting } = handler.metrics();
  return [
    "# TYPE mizwala_requests_total counter",
    ...Object.entries(requests).map(([status, count]) => `mizwala_requests_total{status="${status}"} ${count}`),
    "# TYPE mizwala_questions_total counter",
    `mizwala_questions_total ${questions}`,
    "# TYPE mizwala_waiting gauge",
    `mizwala_waiting ${waiting}`,
    "",
  ].join("\n");
}

function portOf(text: string | undefined): number {
  if (text === undefined) return PORT;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new UsageError(`--port ${text}: expected a number from 0 to 65535`);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", (error) => {
      fail(new FileError(`can't listen at ${host}:${port}: ${(error as NodeJS.ErrnoException).code ?? "failed"}`));
    });
    server.listen(port, host, () => {
      done();
    });
  });
}

function addressOf(server: Server, host: string): string {
  const at = server.address();
  const port = typeof at === "object" && at ? at.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
}

/** Takes no more requests, and waits a while for those that are being answered. */
function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => {
      done();
    });
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, GRACE).unref();
  });
}
