import type { SourceHandler } from "./handler.js";

/** A request as `node:http` and the frameworks on it have it. */
export interface NodeRequest {
  /** `GET` where nothing is said. */
  readonly method?: string | undefined;
  /** The path and what is asked of it. */
  readonly url?: string | undefined;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Its connection. */
  readonly socket?:
    | {
        /** Who has made it. */
        readonly remoteAddress?: string | undefined;
      }
    | undefined;
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
  /** Ends the connection at once. */
  destroy(): unknown;
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

/** How requests are answered. */
export interface NodeListenerOptions {
  /**
   * The header in which a proxy in front says who asks, such as `x-forwarded-for`; the last of several is taken, which is the one
   * that it has added. Default: none, and the client is who has made the connection; from this machine itself, nobody in particular.
   */
  readonly clientHeader?: string | undefined;
  /**
   * In milliseconds how long a client may take to receive an answer; then its connection is ended.
   * @defaultValue 30000
   */
  readonly sendTimeout?: number | undefined;
}

const SEND_TIMEOUT = 30_000;
const LONGEST_NAME = 100;
/** Of this machine: a proxy that does not say who asks, or who works on it. */
const OWN = /^(?:::1|(?:::ffff:)?127\..*)$/;

/**
 * A handler for `node:http`, Express, Connect and their like. A client that goes away stops what is done for it alone, and one that
 * does not receive what it has asked for is cut off.
 *
 * @param handler - What `createSourceHandler` has made.
 * @param options - See {@link NodeListenerOptions}.
 */
export function nodeListener(handler: SourceHandler, options: NodeListenerOptions = {}): NodeListener {
  const { clientHeader, sendTimeout = SEND_TIMEOUT } = options;
  return (request, response, next) => {
    const gone = new AbortController();
    response.on("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    answer(handler, request, clientOf(request, clientHeader), gone.signal).then(
      async (answered) => {
        if (!answered) {
          if (next) next();
          else {
            response.writeHead(404, {});
            response.end();
          }
          return;
        }
        const body = answered.body ? new Uint8Array(await answered.arrayBuffer()) : undefined;
        const timer = setTimeout(() => response.destroy(), sendTimeout);
        response.on("close", () => {
          clearTimeout(timer);
        });
        response.writeHead(answered.status, {
          ...Object.fromEntries(answered.headers),
          ...(answered.status === 304 ? {} : { "content-length": String(body?.length ?? 0) }),
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
  client: string | undefined,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const get = (name: string): string | null => {
    const value = headers[name];
    return typeof value === "string" ? value : null;
  };
  return handler.fetch({ url: new URL(url, "http://localhost").href, method, headers: { get }, signal }, client);
}

/** Who asks, as far as it is known. */
function clientOf({ headers, socket }: NodeRequest, header: string | undefined): string | undefined {
  if (header === undefined) return OWN.test(socket?.remoteAddress ?? "") ? undefined : socket?.remoteAddress;
  const said = headers[header.toLowerCase()];
  return (typeof said === "string" ? said : said?.at(-1))?.split(",").at(-1)?.trim().slice(0, LONGEST_NAME);
}
