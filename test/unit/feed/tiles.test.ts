import { describe, expect, it } from "vitest";
import { arraySource } from "../../../src/source/array-source.js";
import type { Slice } from "../../../src/source/contract.js";
import { levelFor } from "../../../src/source/grid.js";
import { eachCount, rangeOfTile, tilesIn, type TileName } from "../../../src/feed/tile.js";
import { createTiles, type Tiles } from "../../../src/feed/tiles.js";
import { sourceEvents } from "../../support/source-events.js";

const source = arraySource(sourceEvents(5_000));

/** Tiles that come when they are told to, in any order. */
function waiting(room = 2 ** 26): {
  readonly tiles: Tiles;
  readonly asked: { readonly name: TileName; readonly signal: AbortSignal }[];
  readonly changes: () => number;
  come(this: void, which?: (name: TileName) => boolean): Promise<void>;
  fail(this: void): Promise<void>;
} {
  const flights: { name: TileName; signal: AbortSignal; done: (slice: Slice) => void; fail: (e: Error) => void }[] = [];
  const asked: { readonly name: TileName; readonly signal: AbortSignal }[] = [];
  let changes = 0;
  const tiles = createTiles({
    room,
    changed: () => {
      changes++;
    },
    ask: (name, signal) => {
      asked.push({ name, signal });
      return new Promise((done, fail) => flights.push({ name, signal, done, fail }));
    },
  });
  return {
    ...{ tiles, asked, changes: () => changes },
    async come(which = () => true) {
      for (const flight of flights.splice(0)) {
        if (!which(flight.name)) flights.push(flight);
        else {
          const [from, to] = rangeOfTile(flight.name);
          flight.done(await source.query({ level: flight.name.level, from, to, limit: 256 }));
        }
      }
      await new Promise((done) => setTimeout(done));
    },
    async fail() {
      for (const { fail } of flights.splice(0)) fail(new Error("away"));
      await new Promise((done) => setTimeout(done));
    },
  };
}

const extentOf = async (): Promise<readonly [number, number]> => (await source.describe()).extent;

/** How many events the stand-ins of a tile tell of. */
const countOf = (tiles: Tiles, name: TileName): number => {
  let total = 0;
  for (const tile of tiles.standIns(name)) eachCount(tile, name, (_, __, count) => (total += count));
  return total;
};

describe("The tiles of a feed", () => {
  it("are asked for six at a time, and what is not needed any more is called back", async () => {
    const { tiles, asked, come } = waiting();
    const level = 26;
    const [first] = await extentOf();
    const many = tilesIn(first, first + 20 * 256 * 2 ** level, level);
    tiles.want(many, []);
    tiles.pump();
    expect(asked).toHaveLength(6);
    tiles.want(many.slice(10), []);
    tiles.pump();
    expect(asked.slice(0, 6).every(({ signal }) => signal.aborted)).toBe(true);
    expect(asked).toHaveLength(12);
    await come();
    expect(tiles.exact(many[0]!)).toBeUndefined();
    expect(tiles.exact(many[10]!)).toBeDefined();
  });

  it("are not asked for twice, and not at all where all events of a tile above are known", async () => {
    const { tiles, asked, come } = waiting();
    const [first] = await extentOf();
    const fine = tilesIn(first, first + 1, 14)[0]!;
    for (let level = 34; level >= 14; level--) {
      tiles.want(tilesIn(first, first + 1, level), []);
      tiles.pump();
      tiles.pump();
      await come();
    }
    const told = asked.map(({ name }) => `${name.level}/${name.x}`);
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBeLessThan(20);
    const [from, to] = rangeOfTile(fine);
    expect(countOf(tiles, fine)).toBe((await source.query({ level: 14, from, to, limit: 0 })).total);
  });

  it("are put together from their parts exactly, and told by what lies above for as long as they are away", async () => {
    const { tiles, come } = waiting();
    const [first, last] = await extentOf();
    const level = levelFor(first, last, 512);
    const whole = tilesIn(first, last + 1, level);
    const parts = tilesIn(...rangeOfTile(whole[0]!), level - 1);
    tiles.want(parts, []);
    tiles.pump();
    await come();
    const [from, to] = rangeOfTile(whole[0]!);
    expect(countOf(tiles, whole[0]!)).toBe((await source.query({ level, from, to, limit: 0 })).total);

    const other = waiting();
    other.tiles.want(whole, []);
    other.tiles.pump();
    await other.come();
    const below = tilesIn(first, first + 1, level - 3)[0]!;
    const [tile] = other.tiles.standIns(below);
    expect(tile!.level).toBe(level);
    expect(countOf(other.tiles, below)).toBeGreaterThan(0);
  });

  it("stay in the picture when they are out of date, until new ones are there", async () => {
    const { tiles, come } = waiting();
    const [first, last] = await extentOf();
    const needed = tilesIn(first, last + 1, levelFor(first, last, 512));
    tiles.want(needed, []);
    tiles.pump();
    await come();
    const before = countOf(tiles, needed[0]!);
    tiles.renew();
    expect(tiles.isMissing).toBe(true);
    expect(countOf(tiles, needed[0]!)).toBe(before);
    tiles.pump();
    await come();
    expect(tiles.isMissing).toBe(false);
  });

  it("that fail say so, are not asked for on their own, and are when somebody tries again", async () => {
    const { tiles, asked, fail, come } = waiting();
    const [first, last] = await extentOf();
    const needed = tilesIn(first, last + 1, levelFor(first, last, 512));
    tiles.want(needed, []);
    tiles.pump();
    const count = asked.length;
    await fail();
    tiles.pump();
    expect(tiles.fault).toEqual(new Error("away"));
    expect(tiles.isMissing).toBe(false);
    expect(asked).toHaveLength(count);
    tiles.retry();
    await come();
    expect(tiles.fault).toBeUndefined();
    expect(asked).toHaveLength(2 * count);
  });

  it("that failed while nobody looked at them are asked for once somebody does", async () => {
    const { tiles, asked, come, fail } = waiting();
    const [first, last] = await extentOf();
    const [seen, beside] = [tilesIn(first, last + 1, 40), tilesIn(0, 1, 30)];
    tiles.want(seen, beside);
    tiles.pump();
    while (tiles.isMissing) await come(({ level }) => level === 40);
    await fail();
    const before = asked.length;
    tiles.pump();
    expect(asked).toHaveLength(before);
    tiles.want(beside, []);
    expect(tiles.fault).toBeUndefined();
    tiles.pump();
    expect(asked).toHaveLength(before + 1);
  });

  it("take no more room than they may, but for those in view", async () => {
    const { tiles, come } = waiting(1);
    const [first, last] = await extentOf();
    const needed = tilesIn(first, last + 1, levelFor(first, last, 512));
    tiles.want(needed, []);
    tiles.pump();
    await come();
    expect(needed.every((name) => tiles.exact(name))).toBe(true);
    const coarse = tilesIn(first, last + 1, 40);
    tiles.want(coarse, []);
    tiles.pump();
    await come();
    expect(needed.some((name) => tiles.exact(name)?.level === name.level)).toBe(false);
  });
});
