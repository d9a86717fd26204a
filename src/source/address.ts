import { MizwalaError } from "../base/errors.js";
import type { Filter, GoingOnQuery, SourceQuery } from "./contract.js";
import { binLength, SLOT_BINS } from "./grid.js";
import { REVISION } from "./revision.js";

/*
 * Where things are below the address of a source:
 *
 *   describe                                         what there is
 *   {revision}/slices/{level}/{slot}/{slots}/{limit} a stretch of time, from a slot on and so many slots long
 *   {revision}/going-on/{at}/{limit}                 what goes on at an instant
 *   {revision}/events/{id},{id}                      events by their ids
 *
 * after the first two ?lanes={code},{code} and &filter={JSON}.
 */

/** No address asks for more events. */
export const MOST_IDS = 256;
const LONGEST_FILTER = 8_192;
const WHOLE = /^-?(?:0|[1-9]\d{0,15})$/;

/** What an address asks for. */
export type Wanted =
  | { readonly is: "describe" }
  | { readonly is: "slice"; readonly query: SourceQuery & { readonly revision: string } }
  | { readonly is: "going-on"; readonly query: GoingOnQuery & { readonly revision: string } }
  | { readonly is: "events"; readonly revision: string; readonly ids: readonly number[] };

/** The address of a slice. */
export function sliceAddress({ level, from, to, limit, lanes, filter }: SourceQuery, revision: string): string {
  const slot = SLOT_BINS * binLength(level);
  const path = [revision, "slices", level, from / slot, (to - from) / slot, limit].join("/");
  return path + whichOf({ lanes, filter });
}

/** The address of what goes on at an instant. */
export function goingOnAddress({ at, limit, lanes, filter }: GoingOnQuery, revision: string): string {
  return [revision, "going-on", at, limit].join("/") + whichOf({ lanes, filter });
}

/** Which events are asked for, behind an address. */
function whichOf({ lanes, filter }: Pick<SourceQuery, "lanes" | "filter">): string {
  const asked = [
    ...(lanes ? [`lanes=${lanes.join(",")}`] : []),
    ...(filter ? [`filter=${encodeURIComponent(JSON.stringify(filter))}`] : []),
  ];
  return asked.length > 0 ? `?${asked.join("&")}` : "";
}

/** The address of events. */
export function eventsAddress(ids: readonly number[], revision: string): string {
  return `${revision}/events/${ids.join(",")}`;
}

/**
 * Reads an address, which comes from outside: numbers as they are written by the functions above and in no other way, so
 * that a thing has one address. Whether a query can be asked is for `checkQuery` and `checkFilter` to say.
 *
 * @returns `undefined` where there is nothing at such an address.
 */
export function readAddress(path: string, asked: URLSearchParams): Wanted | undefined {
  if (path === "describe") return { is: "describe" };
  const [revision = "", kind, ...rest] = path.split("/");
  if (!REVISION.test(revision)) return undefined;
  if (kind === "events" && rest.length === 1) {
    const ids = readList(rest[0]!, MOST_IDS);
    return ids && ids.length > 0 ? { is: "events", revision, ids } : undefined;
  }
  const numbers = rest.map(readWhole);
  if (numbers.includes(undefined)) return undefined;
  if (kind === "going-on" && numbers.length === 2) {
    const [at, limit] = numbers as [number, number];
    return { is: "going-on", query: { at, limit, revision, ...readWhich(asked) } };
  }
  if (kind !== "slices" || numbers.length !== 4) return undefined;
  const [level, first, slots, limit] = numbers as [number, number, number, number];
  const length = SLOT_BINS * binLength(level);
  const from = first * length;
  return { is: "slice", query: { level, from, to: from + slots * length, limit, revision, ...readWhich(asked) } };
}

function readWhich(asked: URLSearchParams): Pick<SourceQuery, "lanes" | "filter"> {
  const lanes = asked.get("lanes");
  const filter = asked.get("filter");
  return {
    ...(lanes === null
      ? {}
      : { lanes: (lanes === "" ? [] : readList(lanes, 65_536)) ?? refuse("lanes", lanes, "codes of lanes") }),
    ...(filter === null ? {} : { filter: readFilter(filter) }),
  };
}

function readFilter(text: string): Filter {
  if (text.length > LONGEST_FILTER) refuse("filter", text.length, `at most ${LONGEST_FILTER} characters`);
  try {
    return JSON.parse(text) as Filter;
  } catch {
    return refuse("filter", text, "JSON");
  }
}

function readList(text: string, most: number): readonly number[] | undefined {
  const parts = text.split(",", most + 1);
  const numbers = parts.map(readWhole);
  const isFit = parts.length <= most && numbers.every((number) => number !== undefined && number >= 0);
  return isFit ? (numbers as number[]) : undefined;
}

function readWhole(text: string): number | undefined {
  return WHOLE.test(text) && text !== "-0" ? Number(text) : undefined;
}

function refuse(name: string, found: unknown, expected: string): never {
  throw new MizwalaError({ code: "source-query", path: `query.${name}`, found, expected });
}
