import { MizwalaError } from "../../base/errors.js";
import { hexOf, withValues } from "./literals.js";
import type { SqlColumns, SqlEngine, SqlValue } from "../sql/engine.js";

/** How ClickHouse is reached. */
export interface ClickHouseOptions {
  /** Who asks. Default: nobody in particular. */
  readonly user?: string | undefined;
  /** The password of who asks. */
  readonly password?: string | undefined;
  /**
   * The database in which names of tables are looked for.
   * @defaultValue "default"
   */
  readonly database?: string | undefined;
  /**
   * Settings that go with each statement. A user whose profile says `readonly = 1` may send none: then give `{}` and set
   * `skip_unavailable_shards = 0` in the profile, which keeps answers whole.
   * @defaultValue `{ readonly: 2, skip_unavailable_shards: 0, max_execution_time: 30 }`
   */
  readonly settings?: Readonly<Record<string, string | number>> | undefined;
}

/** ClickHouse over HTTP. */
export interface ClickHouseEngine extends SqlEngine {
  readonly dialect: "clickhouse";
  close(): Promise<void>;
}

const SETTINGS = { readonly: 2, skip_unavailable_shards: 0, max_execution_time: 30 } as const;
const LONGEST_FAULT = 500;

interface Answer {
  readonly meta: readonly { readonly name: string }[];
  readonly data: readonly (readonly unknown[])[];
}

/**
 * Reaches a ClickHouse over HTTP; a cluster is asked through any of its servers. Nothing is asked yet.
 *
 * @param address - Where it is, as `http://host:8123`.
 * @param options - See {@link ClickHouseOptions}.
 */
export function openClickHouse(address: string, options: ClickHouseOptions = {}): ClickHouseEngine {
  const { user, password, database = "default", settings = SETTINGS } = options;
  const closing = new AbortController();
  const headers = {
    ...(user !== undefined && { "X-ClickHouse-User": user }),
    ...(password !== undefined && { "X-ClickHouse-Key": password }),
  };
  const send = async (body: string, query: Record<string, string>, signal: AbortSignal): Promise<string> => {
    const url = new URL(address);
    for (const [name, value] of Object.entries({ database, ...query })) url.searchParams.set(name, value);
    const response = await fetch(url, { method: "POST", headers, body, signal, redirect: "error" });
    const text = await response.text();
    if (response.ok) return text;
    const found = text.trim().slice(0, LONGEST_FAULT) || `status ${response.status}`;
    throw new MizwalaError({ code: "source-engine", path: "ClickHouse", found, expected: "an answer" });
  };
  const sent = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));

  return {
    dialect: "clickhouse",
    run: async (sql, params, { signal } = {}) => {
      signal?.throwIfAborted();
      const id = crypto.randomUUID();
      // A server of its own mind works on when its client has gone.
      const stop = (): void => {
        send(`KILL QUERY WHERE query_id = '${id}' ASYNC`, {}, closing.signal).catch(() => undefined);
      };
      signal?.addEventListener("abort", stop, { once: true });
      try {
        const both = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
        // The answer is sent when it is whole: a fault in the middle is then told as one.
        const query = { ...sent, query_id: id, wait_end_of_query: "1", default_format: "JSONCompact" };
        return columnsOf(await send(withValues(sql, params, literalOf), query, both));
      } finally {
        signal?.removeEventListener("abort", stop);
        signal?.throwIfAborted();
      }
    },
    close: () => {
      closing.abort();
      return Promise.resolve();
    },
  };
}

function columnsOf(text: string): SqlColumns {
  if (text.trim() === "") return {};
  const { meta, data } = JSON.parse(text) as Answer;
  return Object.fromEntries(meta.map(({ name }, i) => [name, data.map((row) => row[i])]));
}

/** Servers of before 2019 can't bind values: these are written as the hexadecimal digits of their octets. */
function literalOf(value: SqlValue): string {
  if (typeof value === "string") return `unhex('${hexOf(new TextEncoder().encode(value))}')`;
  const octets = new Uint8Array(new Float64Array([value]).buffer);
  return `reinterpretAsFloat64(unhex('${hexOf(octets)}'))`;
}
