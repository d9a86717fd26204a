import { importInPage, sqlSource, type ImportInPageOptions } from "../../src/source/duckdb-wasm/index.js";
import { arraySource } from "../../src/source/array-source.js";
import type { EventSource, GoingOnQuery, SourceQuery } from "../../src/source/contract.js";
import type { SqlValue } from "../../src/source/sql/engine.js";
import { levelStatements } from "../../src/source/sql/levels.js";
import { sliceOfInstant, writeSlice } from "../../src/source/tile.js";
import type { DuckDBEngine } from "../../src/source/engines/workshop.js";
import { SOURCE_FIELDS, sourceEvents } from "./source-events.js";

/** Runs in a page that a test steers: databases of DuckDB, and the questions that the test asks them. */
const FILES = "/node_modules/@duckdb/duckdb-wasm/dist";
const files: Pick<ImportInPageOptions, "worker" | "wasm"> = {
  worker: () => new Worker("/duckdb.worker.js"),
  wasm: `${FILES}/duckdb-eh.wasm`,
};
const engines: Record<string, DuckDBEngine> = {};
const sources: Record<string, EventSource> = {};
const asked = new Map<number, AbortController>();

/** What has become of a question: an answer as JSON can hold it, or what was wrong. */
export type Told = { readonly answer: unknown } | { readonly error: string; readonly code: string | undefined };

async function told(id: number, work: (signal: AbortSignal) => Promise<unknown>): Promise<Told> {
  const control = new AbortController();
  asked.set(id, control);
  try {
    return { answer: await work(control.signal) };
  } catch (error) {
    const { message, code } = error as Error & { readonly code?: string };
    return { error: message, code };
  } finally {
    asked.delete(id);
  }
}

export function stop(id: number): void {
  asked.get(id)?.abort(new Error("stopped"));
}

/** The events that all sources are tried with, in two sources: as they are, and with levels. */
export async function open(count: number): Promise<void> {
  const events = sourceEvents(count);
  const memory = arraySource(events, { fields: Object.entries(SOURCE_FIELDS).map(([name, type]) => ({ name, type })) });
  const rows = await memory.byId(events.map((_, id) => id));
  const lanes = (await memory.describe()).lanes.map(({ id }) => id);
  const { engine, table } = await importInPage({ rows, lanes, fields: SOURCE_FIELDS }, files);
  const leveled = { ...table, levels: { table: "levels", finest: 18, step: 3 } };
  for (const statement of levelStatements("duckdb", leveled)) await engine.run(statement, []);
  engines["events"] = engine;
  Object.assign(sources, { plain: sqlSource(engine, table), leveled: sqlSource(engine, leveled) });
}

/** Events of a table: how many there are and which. */
export function readTable(
  data: { readonly csv: string } | { readonly arrow: readonly number[] },
  options: Omit<ImportInPageOptions, "worker" | "wasm"> = {},
): Promise<Told> {
  const given = "csv" in data ? data : { arrow: Uint8Array.from(data.arrow) };
  return told(-1, async () => {
    const { engine, table, skipped } = await importInPage(given, { ...files, ...options });
    const source = sqlSource(engine, table);
    const { count, lanes } = await source.describe();
    const rows = await source.byId(Array.from({ length: count + skipped }, (_, id) => id));
    await engine.close();
    return { lanes, skipped, rows: [...rows].sort((a, b) => a.id - b.id) };
  });
}

/** Where the files are not, or may not do what they must. */
export function openFrom(worker: string, wasm: string, startTimeout?: number): Promise<Told> {
  const options = { worker: () => new Worker(worker), wasm, startTimeout };
  return told(-1, () => importInPage({ csv: "start\n2020\n" }, options));
}

export function run(id: number, sql: string, params: readonly SqlValue[]): Promise<Told> {
  return told(id, async (signal) => {
    const columns = await engines["events"]!.run(sql, params, { signal });
    return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from(column, String)]));
  });
}

export function describe(source: string, id: number): Promise<Told> {
  return told(id, (signal) => sources[source]!.describe({ signal }));
}

export function byId(source: string, id: number, ids: readonly number[]): Promise<Told> {
  return told(id, (signal) => sources[source]!.byId(ids, { signal }));
}

/** The answer as the octets of a slice, each as a character. */
export function query(source: string, id: number, question: SourceQuery): Promise<Told> {
  return told(id, async (signal) => {
    const octets = writeSlice(await sources[source]!.query({ ...question, signal }));
    return Array.from(octets, (octet) => String.fromCharCode(octet)).join("");
  });
}

/** The same of an instant. */
export function goingOn(source: string, id: number, question: GoingOnQuery): Promise<Told> {
  return told(id, async (signal) => {
    const events = await sources[source]!.goingOn!({ ...question, signal });
    return Array.from(writeSlice(sliceOfInstant(0, "1", events)), (octet) => String.fromCharCode(octet)).join("");
  });
}

export async function close(): Promise<void> {
  await engines["events"]?.close();
}
