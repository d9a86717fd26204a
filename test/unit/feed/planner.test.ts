import { expect, it, describe } from "vitest";
import { arraySource } from "../../../src/source/array-source.js";
import { createPlanner } from "../../../src/feed/planner.js";
import { rangeOfTile, tilesIn } from "../../../src/feed/tile.js";
import { createTiles } from "../../../src/feed/tiles.js";
import { levelFor } from "../../../src/source/grid.js";
import { manyEvents } from "../../support/many-events.js";

const FRAME = 1_000 / 60;
const LATENCY = 100;
const PIXELS = 1_920;
const source = arraySource(manyEvents(50_000));

/** A clock that goes on when it is told to. */
function handClock(): { later(this: void, act: () => void, wait: number): () => void; go(to: number): Promise<void> } {
  let now = 0;
  let plans: { readonly at: number; readonly act: () => void }[] = [];
  return {
    later(act, wait) {
      const plan = { at: now + wait, act };
      plans.push(plan);
      return () => {
        plans = plans.filter((other) => other !== plan);
      };
    },
    async go(to) {
      now = to;
      const due = plans.filter(({ at }) => at <= now);
      plans = plans.filter(({ at }) => at > now);
      for (const { act } of due) act();
      if (due.length > 0) await new Promise((done) => setImmediate(done));
    },
  };
}

/** Half a minute of a reader: into a thousandth of the time and out again, along it, and that again elsewhere. */
function session([first, last]: readonly [number, number]): readonly (readonly [from: number, to: number])[] {
  const views: (readonly [number, number])[] = [];
  const whole = last - first;
  let [middle, length] = [first + whole / 2, whole * 1.1];
  const add = (): void => void views.push([middle - length / 2, middle + length / 2]);
  for (let round = 0; round < 6; round++) {
    const factor = round === 0 ? 10 ** (-4 / 150) : 10 ** (-2 / 100);
    const steps = round === 0 ? 150 : 100;
    for (let i = 0; i < steps; i++, length *= factor) add();
    for (let i = 0; i < 60; i++, middle += (3 / PIXELS) * length) add();
    for (let i = 0; i < 30; i++) add();
    for (let i = 0; i < steps; i++, length /= factor) add();
    middle = first + whole * (0.2 + 0.1 * round);
  }
  return views;
}

describe("While a reader zooms and pans, a feed", () => {
  it("asks for at most 0.15 tiles a frame, six at a time, and nearly always has something to show", async () => {
    const clock = handClock();
    let [asked, atOnce, most, empty] = [0, 0, 0, 0];
    const tiles = createTiles({
      room: 64 * 2 ** 20,
      changed: () => undefined,
      ask: (name, signal) => {
        asked++;
        most = Math.max(most, ++atOnce);
        const [from, to] = rangeOfTile(name);
        return new Promise((done, fail) => {
          const callOff = clock.later(() => {
            atOnce--;
            source.query({ level: name.level, from, to, limit: 256 }).then(done, fail);
          }, LATENCY);
          signal.addEventListener("abort", () => {
            atOnce--;
            callOff();
            fail(signal.reason as Error);
          });
        });
      },
    });
    const planner = createPlanner(tiles, clock.later);
    const { extent } = await source.describe();
    const views = session(extent);
    for (const [frame, [from, to]] of views.entries()) {
      await clock.go(frame * FRAME);
      planner.look({ from, to, pixels: PIXELS }, extent);
      const needed = tilesIn(Math.max(from, extent[0]), Math.min(to, extent[1]), levelFor(from, to, PIXELS));
      if (needed.some((name) => tiles.standIns(name).length === 0)) empty++;
    }
    planner.stop();
    expect(views.length).toBeGreaterThan(1_700);
    expect(asked / views.length).toBeLessThanOrEqual(0.15);
    expect(asked).toBeGreaterThan(20);
    expect(most).toBeLessThanOrEqual(6);
    expect(empty).toBeLessThan(30);
    const [from, to] = views.at(-1)!;
    await clock.go(views.length * FRAME + 1_000);
    planner.look({ from, to, pixels: PIXELS }, extent);
    for (let i = 0; i < 5; i++) await clock.go((views.length + 100 * i) * FRAME + 2_000);
    expect(tiles.isMissing).toBe(false);
  });
});
