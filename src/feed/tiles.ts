import type { Slice } from "../source/contract.js";
import { above, halvesOf, nameTile, sizeOfTile, type Tile, type TileName } from "./tile.js";

/** What brings tiles, and who hears of them. */
export interface TilesSetting {
  ask(this: void, name: TileName, signal: AbortSignal): Promise<Slice>;
  /** After a tile has come, or has failed to. */
  changed(this: void): void;
  /** How many bytes of tiles are kept. */
  readonly room: number;
}

/** So many tiles are asked for at a time. */
const MOST_FLIGHTS = 6;
/** So many levels below a tile are looked at for what stands in for it. */
const BELOW = 3;

/** The tiles that are known, and those that are on their way. */
export interface Tiles {
  /** Says which tiles the picture needs, and which are to be asked for where there is nothing else to do. */
  want(needed: readonly TileName[], next: readonly TileName[]): void;
  /** Asks for what is missing of that. */
  pump(): void;
  /** The tile itself as it is now, which is asked for where it is not known. */
  bring(this: void, name: TileName, signal: AbortSignal): Promise<Tile>;
  /** The tile itself, or one above it that tells all its events. */
  exact(name: TileName): Tile | undefined;
  /** What there is for a tile: itself, what has all its events, its parts, or the nearest one above it. */
  standIns(name: TileName): readonly Tile[];
  /** Takes what is known for out of date: it is drawn on until there is something new. */
  renew(): void;
  /** Asks again for what has failed. */
  retry(): void;
  readonly isMissing: boolean;
  readonly fault: unknown;
  /** Asks for nothing more; what is known stays. */
  stop(): void;
}

/** Makes a keeper of tiles; it knows none yet. */
export function createTiles({ ask, changed, room }: TilesSetting): Tiles {
  const known = new Map<string, Tile>();
  const flights = new Map<string, { readonly name: TileName; readonly stop: AbortController }>();
  const failed = new Set<string>();
  let fault: unknown;
  let needed: readonly TileName[] = [];
  let next: readonly TileName[] = [];
  let bytes = 0;
  /** The greatest level of those that are known. */
  let coarsest = 0;
  /** How often all that is known has become out of date. */
  let age = 0;

  const exact = (name: TileName): Tile | undefined => {
    const own = known.get(nameTile(name));
    if (own) return own;
    for (let up = 1; name.level + up <= coarsest; up++) {
      const tile = known.get(nameTile(above(name, up)));
      if (tile?.slice.events) return tile;
    }
    return undefined;
  };
  const isThere = (name: TileName): boolean => exact(name)?.isStale === false;
  const isOpen = (name: TileName): boolean =>
    !isThere(name) && !flights.has(nameTile(name)) && !failed.has(nameTile(name));

  const partsOf = (name: TileName, depth: number): readonly Tile[] =>
    halvesOf(name).flatMap((half) => {
      const tile = known.get(nameTile(half));
      if (tile) return [tile];
      return depth > 1 ? partsOf(half, depth - 1) : [];
    });

  const keep = (tile: Tile): void => {
    const name = nameTile(tile);
    const before = known.get(name);
    if (before) bytes -= sizeOfTile(before);
    known.delete(name);
    known.set(name, tile);
    bytes += sizeOfTile(tile);
    coarsest = Math.max(coarsest, tile.level);
    const inUse = new Set(needed.map(nameTile));
    for (const [other, oldest] of known) {
      if (bytes <= room) break;
      if (inUse.has(other)) continue;
      known.delete(other);
      bytes -= sizeOfTile(oldest);
    }
  };

  const start = (name: TileName): void => {
    const stop = new AbortController();
    const key = nameTile(name);
    flights.set(key, { name, stop });
    ask(name, stop.signal).then(
      (slice) => {
        if (flights.get(key)?.stop !== stop) return;
        flights.delete(key);
        keep({ ...name, slice, isStale: false });
        fault = undefined;
        pump();
        changed();
      },
      (error: unknown) => {
        if (flights.get(key)?.stop !== stop) return;
        flights.delete(key);
        failed.add(key);
        fault = error;
        pump();
        changed();
      },
    );
  };

  const pump = (): void => {
    const wanted = new Set([...needed, ...next].map(nameTile));
    for (const [key, { stop }] of flights) {
      if (wanted.has(key)) continue;
      flights.delete(key);
      stop.abort();
    }
    for (const name of needed) if (flights.size < MOST_FLIGHTS && isOpen(name)) start(name);
    if (flights.size > 0) return;
    const more = next.find(isOpen);
    if (more) start(more);
  };

  return {
    want(nowNeeded, nowNext) {
      const before = new Set(needed.map(nameTile));
      [needed, next] = [nowNeeded, nowNext];
      for (const name of needed.map(nameTile)) {
        // What failed while nobody looked is tried once somebody does.
        if (!before.has(name)) failed.delete(name);
        const tile = known.get(name);
        if (!tile) continue;
        known.delete(name);
        known.set(name, tile);
      }
    },
    pump,
    async bring(name, signal) {
      const tile = known.get(nameTile(name));
      if (tile?.isStale === false) return tile;
      const asked = age;
      const fresh: Tile = { ...name, slice: await ask(name, signal), isStale: false };
      signal.throwIfAborted();
      if (asked === age) keep(fresh);
      return fresh;
    },
    exact,
    standIns(name) {
      const tile = exact(name);
      if (tile) return [tile];
      const parts = partsOf(name, BELOW);
      if (parts.length > 0) return parts;
      for (let up = 1; name.level + up <= coarsest; up++) {
        const over = known.get(nameTile(above(name, up)));
        if (over) return [over];
      }
      return [];
    },
    renew() {
      age++;
      for (const tile of known.values()) tile.isStale = true;
      for (const { stop } of flights.values()) stop.abort();
      flights.clear();
      failed.clear();
      fault = undefined;
    },
    retry() {
      failed.clear();
      fault = undefined;
      pump();
    },
    get isMissing() {
      return needed.some((name) => !isThere(name) && !failed.has(nameTile(name)));
    },
    get fault() {
      return needed.some((name) => failed.has(nameTile(name))) ? fault : undefined;
    },
    stop() {
      for (const { stop } of flights.values()) stop.abort();
      flights.clear();
      failed.clear();
      needed = next = [];
    },
  };
}
