import { MizwalaError } from "../base/errors.js";
import { resolveKinds, type KindDefinition } from "../model/kinds.js";
import type { NormalizeSetting } from "../model/normalize.js";
import { isObject } from "../model/rules.js";
import type { IndexSetting } from "../store/build/extras.js";
import { storeEvents } from "../store/build/build-store.js";
import type { ReadEvents } from "../store/build/loose-events.js";
import { readColumns, type EventColumns } from "../store/build/read-columns.js";
import { readRows } from "../store/build/read-rows.js";
import { rebuild } from "../store/build/rebuild.js";
import type { EventStore } from "../store/event-store.js";
import { finishInSlices, type Work } from "../store/slices.js";
import { appendEvents, isTailLong } from "../store/tail.js";
import type { Instant } from "../time/instant.js";
import { isTimeZone } from "../time/zone.js";
import { createPace } from "./pace.js";
import { askWorker } from "./store-worker.js";

/** Fewer events are in order before a worker has started. */
const MANY = 200_000;

/** Events in columns, told apart from rows by their name. */
export interface ColumnsInput {
  /** One column for each field. */
  readonly columns: EventColumns;
}

/** How a store is built. */
export interface BuildOptions extends IndexSetting {
  /**
   * The IANA zone whose wall clock the timeline shows.
   * @defaultValue "UTC"
   */
  readonly timeZone?: string | undefined;
  /** The present moment on the clock of the timeline, in milliseconds, for ends of `"now"`. Default: such ends are open. */
  readonly now?: Instant | undefined;
  /** Kinds of your own, as in the options of a timeline. */
  readonly kinds?: readonly KindDefinition[] | undefined;
  /**
   * Starts a worker with the script `mizwala/store-worker`, which is used for more than 200,000 events, and ended when it
   * is done: `() => new Worker("/mizwala/store-worker.js")`. Where it does not start, the page does the work.
   * Default: the page does it, in slices of about 8 milliseconds.
   */
  readonly worker?: (() => Worker) | undefined;
  /** Where it is aborted, the promise is rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Builds a store for many events without holding up the page. Data that can't be read become `issues` of the store.
 *
 * @param source - An array of events, what gives one event after the other, or columns.
 * @param options - How it is built; see {@link BuildOptions}.
 * @throws `MizwalaError`, by the promise, for an unknown option value.
 */
export async function buildStore(
  source: Iterable<unknown> | ColumnsInput,
  options: BuildOptions = {},
): Promise<EventStore> {
  const { worker, signal } = options;
  const setting = settingOf(options);
  if (worker !== undefined && typeof worker !== "function") refuse("worker", worker, "a function that makes a Worker");
  const pace = createPace(signal);
  const events = await finishInSlices(read(source, setting), pace);
  const job = { events, setting: { hasSortedEnds: options.hasSortedEnds } };
  const built = worker && events.count > MANY ? await askWorker(worker, job, signal) : undefined;
  return built ?? finishInSlices(storeEvents(events, job.setting), pace);
}

/**
 * Takes more events into a store: to its tail, where questions look through them one by one, and once that is long into a
 * new store, without holding up the page.
 *
 * @param store - Of the events that were there before; it stays as it is.
 * @param events - All events: those from before, in the same order, and the new ones behind them.
 * @param from - How many were there before.
 * @param options - As the store was built with; a worker is not needed.
 * @throws `MizwalaError`, by the promise, for an unknown option value.
 */
export async function extendStore(
  store: EventStore,
  events: readonly unknown[],
  from: number,
  options: Omit<BuildOptions, "worker"> = {},
): Promise<EventStore> {
  const { lanes, kinds } = store;
  const pace = createPace(options.signal);
  const more = readRows(events.slice(from), settingOf(options), { firstRow: from, lanes, kinds });
  const extended = appendEvents(store, await finishInSlices(more, pace));
  if (!isTailLong(extended)) return extended;
  return finishInSlices(rebuild(extended, { hasSortedEnds: options.hasSortedEnds }), pace);
}

function settingOf({ timeZone = "UTC", now, kinds }: BuildOptions): NormalizeSetting {
  if (!isTimeZone(timeZone)) refuse("timeZone", timeZone, "a time zone such as Asia/Damascus");
  return { locale: "en", direction: "ltr", timeZone, now, kinds: resolveKinds(kinds) };
}

function read(source: unknown, setting: NormalizeSetting): Work<ReadEvents> {
  const isColumns = isObject(source) && !(Symbol.iterator in source) && isObject(source["columns"]);
  return isColumns ? readColumns(source["columns"] as EventColumns, setting) : readRows(source, setting);
}

function refuse(option: string, found: unknown, expected: string): never {
  throw new MizwalaError({ code: "option-value", path: `options.${option}`, found, expected });
}
