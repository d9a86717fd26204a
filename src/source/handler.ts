import { MizwalaError } from "../base/errors.js";
import { readAddress, type Wanted } from "./address.js";
import { createAnswers, type Answer, type AnswerLimits } from "./answers.js";
import type { EventSource, Filter, Slice, SourceDescription, SourceQuery } from "./contract.js";
import { createDescriber } from "./describer.js";
import { checkFilter } from "./filter.js";
import { checkGoingOn, checkQuery } from "./grid.js";
import { checkRevision } from "./revision.js";
import { sliceOfInstant, SLICE_TYPE, writeSlice } from "./tile.js";

/** How a source is served. */
export interface HandlerOptions extends AnswerLimits {
  /**
   * The path below which the source lies.
   * @defaultValue "/"
   */
  readonly path?: string | undefined;
  /**
   * For so many seconds the source is taken to be as it has described itself; then it is asked anew, and until it has answered
   * the old description is given.
   * @defaultValue 60
   */
  readonly refresh?: number | undefined;
  /** The origin whose pages may ask from elsewhere, or `*` for all. Default: none but the own one. */
  readonly origin?: string | undefined;
}

/** What is looked at of a request; a `Request` of the web platform has all of it. */
export interface SourceRequest {
  /** The whole address. */
  readonly url: string;
  /** `GET`, `HEAD` or another one. */
  readonly method: string;
  /** Its headers. */
  readonly headers: {
    /**
     * The value of a header, or nothing.
     *
     * @param name - In small letters.
     */
    get(name: string): string | null;
  };
  /** Stops what is done for it alone. */
  readonly signal: AbortSignal;
}

/** Serves a source. */
export interface SourceHandler {
  /**
   * Answers a request, such as one of the web platform; `undefined` where it asks for something else than the source.
   *
   * @param request - Its signal stops what is done for it alone.
   * @param client - Who asks, such as an address, for the limit of each client. Default: nobody in particular.
   */
  fetch(request: SourceRequest, client?: string): Promise<Response | undefined>;
  /** How many requests there were, of each status; how many questions went to the source, and how many of them wait. */
  metrics(): HandlerMetrics;
}

/** Numbers since a handler was made. */
export interface HandlerMetrics {
  /** How many requests there were, by the status of their answers. */
  readonly requests: Readonly<Record<number, number>>;
  /** How many questions went to the source. */
  readonly questions: number;
  /** How many wait for their turn now. */
  readonly waiting: number;
}

/** So that what an address says for ever is kept for ever. */
const FOR_EVER = "public, max-age=31536000, immutable";
const LONGEST_ADDRESS = 16_384;
const REFRESH = 60;

/** The status of each fault that has one of its own; what is wrong with a question is 400. */
const STATUS: Readonly<Record<string, number>> = {
  "revision-gone": 410,
  "client-busy": 429,
  "source-busy": 503,
  "source-slow": 504,
};
/** It may be better in a moment. */
const BUSY: readonly number[] = [429, 503];

/**
 * Makes a handler that answers for a source as `httpSource` asks. Equal requests are one question to the source, answers are
 * kept, and a question that nobody waits for any more is aborted.
 *
 * @param source - The source.
 * @param options - Its path and its limits; see {@link HandlerOptions}.
 */
export function createSourceHandler(source: EventSource, options: HandlerOptions = {}): SourceHandler {
  const base = `/${options.path ?? ""}/`.replace(/\/+/g, "/");
  const answers = createAnswers(options);
  const requests: Record<number, number> = {};
  const describe = createDescriber(source, (options.refresh ?? REFRESH) * 1_000);

  const ask = async (wanted: Wanted, described: SourceDescription, signal: AbortSignal): Promise<Answer> => {
    if (wanted.is === "describe") return jsonOf(described);
    if (wanted.is === "events") return jsonOf(await source.byId(wanted.ids, { signal }));
    const filterOf = ({ filter }: Pick<SourceQuery, "filter">): Filter | undefined =>
      filter && checkFilter(filter, described.fields);
    const bytesOf = (slice: Slice): Answer => ({ type: SLICE_TYPE, body: writeSlice(slice) });
    if (wanted.is === "going-on") {
      const { query } = wanted;
      checkGoingOn(query);
      const events = await source.goingOn!({ ...query, filter: filterOf(query), signal });
      return bytesOf(sliceOfInstant(query.at, query.revision, events));
    }
    const { query } = wanted;
    checkQuery(query);
    return bytesOf(await source.query({ ...query, filter: filterOf(query), signal }));
  };

  const answer = async (
    request: SourceRequest,
    { pathname, searchParams: asked }: URL,
    client: string | undefined,
  ): Promise<Response> => {
    const path = pathname.slice(base.length);
    if (request.method !== "GET" && request.method !== "HEAD") return fault(405, "method", { allow: "GET, HEAD" });
    const address = asked.size > 0 ? `${path}?${asked.toString()}` : path;
    const wanted = address.length <= LONGEST_ADDRESS ? readAddress(path, asked) : undefined;
    if (!wanted || (wanted.is === "going-on" && !source.goingOn)) return fault(404, "nothing-there");
    const described = await describe();
    const isKept = wanted.is !== "describe";
    if (isKept) checkRevision(wanted.is === "events" ? wanted.revision : wanted.query.revision, described.revision);
    // What an address with a revision says never changes: nothing else needs to be told apart.
    const tag = isKept ? `"${described.revision}"` : await tagOf(described);
    const headers = { "cache-control": isKept ? FOR_EVER : "no-cache", etag: tag, vary: "accept-encoding" };
    if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
    const { type, body, packed } = await answers.get(
      isKept ? address : tag,
      (signal) => ask(wanted, described, signal),
      { signal: request.signal, client },
    );
    const isPacked = packed !== undefined && acceptsGzip(request);
    return new Response(request.method === "HEAD" ? null : isPacked ? packed : body, {
      headers: { ...headers, "content-type": type, ...(isPacked ? { "content-encoding": "gzip" } : {}) },
    });
  };

  return {
    async fetch(request, client) {
      const url = new URL(request.url);
      if (!url.pathname.startsWith(base)) return undefined;
      const response = await answer(request, url, client).catch((error: unknown) =>
        request.signal.aborted ? fault(499, "aborted") : faultOf(error),
      );
      const { status, headers } = response;
      requests[status] = (requests[status] ?? 0) + 1;
      headers.set("x-content-type-options", "nosniff");
      if (options.origin !== undefined) headers.set("access-control-allow-origin", options.origin);
      return response;
    },
    metrics: () => ({ requests: { ...requests }, ...answers.metrics() }),
  };
}

function jsonOf(value: unknown): Answer {
  return { type: "application/json", body: new TextEncoder().encode(JSON.stringify(value)) };
}

/** What was wrong, without what was found: that may be anybody's. */
function faultOf(error: unknown): Response {
  if (!(error instanceof MizwalaError)) return fault(500, "source-failed");
  const { code, path, expected } = error;
  const status = STATUS[code] ?? 400;
  return fault(status, code, BUSY.includes(status) ? { "retry-after": "1" } : {}, { path, expected });
}

function fault(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
  more: object = {},
): Response {
  return Response.json({ code, ...more }, { status, headers: { ...headers, "cache-control": "no-store" } });
}

function acceptsGzip({ headers }: SourceRequest): boolean {
  return /\bgzip\b/.test(headers.get("accept-encoding") ?? "");
}

async function tagOf(described: SourceDescription): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(described));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  return `"${[...hash.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}
