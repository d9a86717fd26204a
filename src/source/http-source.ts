import { MizwalaError } from "../base/errors.js";
import { eventsAddress, goingOnAddress, MOST_IDS, sliceAddress } from "./address.js";
import type { Ask, EventSource, Slice, SourceDescription, SourceRow } from "./contract.js";
import { checkDescription, refuse } from "./description.js";
import { checkGoingOn, checkQuery } from "./grid.js";
import { pause } from "../base/pause.js";
import { NO_EVENTS, readSlice } from "./tile.js";
import { watchRevision } from "./watch.js";

/**
 * Asks for what is at an address.
 *
 * @param address - Where it is.
 * @param init - With the signal that ends it.
 */
export type FetchLike = (address: string, init: { readonly signal?: AbortSignal }) => Promise<Response>;

/** How a server is asked. */
export interface HttpSourceOptions {
  /**
   * How it is asked, as by `fetch`: an address, and a signal that ends it. Default: the `fetch` of the page.
   */
  readonly fetch?: FetchLike | undefined;
  /**
   * While somebody listens, in seconds how often the server is asked for a new revision; 0 for never.
   * @defaultValue 60
   */
  readonly refresh?: number | undefined;
}

const REFRESH = 60;
/** A server that has too much to do is asked so many times in all, where it says how many seconds later. */
const TRIES = 4;
const LONGEST_PAUSE = 10;
/** Answers of more bytes are refused. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * A source that lies on a server, as `npx mizwala serve` and `createSourceHandler` answer for it. Slices have addresses that
 * never change what they say, so that caches between may keep them.
 *
 * @param address - Where it lies, without `describe`: `https://example.org/v1/events`.
 * @param options - See {@link HttpSourceOptions}.
 */
export function httpSource(address: string | URL, options: HttpSourceOptions = {}): EventSource {
  const { fetch: ask = (at: string, init: RequestInit) => fetch(at, init), refresh = REFRESH } = options;
  const base = String(address).replace(/\/$/, "");
  let revision: string | undefined;

  const get = async (path: string, signal: AbortSignal | undefined): Promise<Uint8Array> => {
    const request = (): Promise<Response> => ask(`${base}/${path}`, signal ? { signal } : {});
    let response = await request();
    for (let tries = 1; tries < TRIES; tries++) {
      const seconds = pauseOf(response);
      if (seconds === undefined) break;
      await pause(seconds * 1_000, signal);
      response = await request();
    }
    signal?.throwIfAborted();
    if (response.ok) return bytesOf(response);
    const fault: unknown = await bytesOf(response)
      .then(parse)
      .catch(() => undefined);
    const code = (fault as { readonly code?: unknown } | undefined)?.code;
    const isKnown = typeof code === "string" && /^[a-z-]{1,40}$/.test(code);
    if (code === "revision-gone") revision = undefined;
    const found = `status ${response.status}`;
    throw new MizwalaError({ code: isKnown ? code : "source-failed", path: "source", found, expected: "an answer" });
  };
  const describe = async ({ signal }: Ask = {}): Promise<SourceDescription> => {
    const description = checkDescription(parse(await get("describe", signal)));
    revision = description.revision;
    return description;
  };
  const current = async (ask: Ask): Promise<string> => revision ?? (await describe(ask)).revision;

  const getSlice = async (path: string, signal: AbortSignal | undefined): Promise<Slice> =>
    readSlice(await get(path, signal));

  return {
    describe,
    async query(query) {
      checkQuery(query);
      return getSlice(sliceAddress(query, query.revision ?? (await current(query))), query.signal);
    },
    async goingOn(query) {
      checkGoingOn(query);
      const { events } = await getSlice(
        goingOnAddress(query, query.revision ?? (await current(query))),
        query.signal,
      ).catch((error: unknown) => {
        // So says a server whose source does not know, and one of before.
        if ((error as { readonly code?: unknown }).code === "nothing-there") return { events: NO_EVENTS };
        throw error;
      });
      return events ?? NO_EVENTS;
    },
    async byId(ids, asked = {}) {
      const known = await current(asked);
      const ordered = [...new Set(ids)].sort((a, b) => a - b);
      const parts: Promise<readonly SourceRow[]>[] = [];
      for (let at = 0; at < ordered.length; at += MOST_IDS)
        parts.push(getRows(eventsAddress(ordered.slice(at, at + MOST_IDS), known), asked.signal));
      return (await Promise.all(parts)).flat();
    },
    subscribe: watchRevision({
      look: async (signal) => (await describe({ signal })).revision,
      known: () => revision,
      period: refresh * 1_000,
    }),
  };

  async function getRows(path: string, signal: AbortSignal | undefined): Promise<readonly SourceRow[]> {
    const rows = parse(await get(path, signal));
    if (!Array.isArray(rows)) refuse("events", rows, "a list of events");
    return rows as readonly SourceRow[];
  }
}

/** In how many seconds a server wants to be asked again; `undefined` where it has answered, or says nothing of that. */
function pauseOf({ status, headers }: Response): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const seconds = headers.get("retry-after") ?? "";
  return /^\d{1,6}$/.test(seconds) && Number(seconds) <= LONGEST_PAUSE ? Number(seconds) : undefined;
}

/** An answer, of which no more is unpacked than may be: little that is packed may become much. */
async function bytesOf(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      reader.cancel().catch(() => undefined);
      refuse("answer", `more than ${MOST_BYTES} bytes`, "fewer");
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function parse(answer: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(answer));
  } catch {
    refuse("answer", "no JSON", "JSON");
  }
}
