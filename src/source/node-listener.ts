import type { SourceHandler } from "./handler.js";

/** A request as `node:http` and the frameworks on it have it. */
export interface NodeRequest {
  /** `GET` where nothing is said. */
  readonly method?: string | undefined;
  /** The path and what is asked of it. */
  readonly url?: string | undefined;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A response as `node:http` and the frameworks on it have it. */
export interface NodeResponse {
  /**
   * Sends the head.
   *
   * @param status - The status of the answer.
   * @param headers - Its headers.
   */
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  /**
   * Sends the body and ends.
   *
   * @param body - What is sent.
   */
  end(body?: Uint8Array): unknown;
  /**
   * Calls a function once the connection has gone.
   *
   * @param event - That it has gone.
   * @param listener - What is called.
   */
  on(event: "close", listener: () => void): unknown;
  /** Whether everything has been sent. */
  readonly writableFinished: boolean;
}

/**
 * Answers a request, or leaves it to who comes next.
 *
 * @param request - What came.
 * @param response - What is sent.
 * @param next - Who comes next; without it, what is not of the source is not found.
 */
export type NodeListener = (request: NodeRequest, response: NodeResponse, next?: (error?: unknown) => void) => void;

/**
 * A handler for `node:http`, Express, Connect and their like. A client that goes away stops what is done for it alone.
 *
 * @param handler - What `createSourceHandler` has made.
 */
export function nodeListener(handler: SourceHandler): NodeListener {
  return (request, response, next) => {
    const gone = new AbortController();
    response.on("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    answer(handler, request, gone.signal).then(
      async (answered) => {
        if (!answered) {
          if (next) next();
          else {
            response.writeHead(404, {});
            response.end();
          }
          return;
        }
        const body = new Uint8Array(await answered.arrayBuffer());
        response.writeHead(answered.status, {
          ...Object.fromEntries(answered.headers),
          ...(answered.status === 304 ? {} : { "content-length": String(body.length) }),
        });
        response.end(request.method === "HEAD" ? undefined : body);
      },
      (error: unknown) => {
        if (next) next(error);
        else {
          response.writeHead(400, {});
          response.end();
        }
      },
    );
  };
}

async function answer(
  handler: SourceHandler,
  { method = "GET", url = "/", headers }: NodeRequest,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const known = ["accept-encoding", "if-none-match"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return handler.fetch(
    new Request(new URL(url, "http://localhost"), { method, headers: Object.fromEntries(known), signal }),
  );
}
