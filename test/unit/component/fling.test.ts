import { describe, expect, it } from "vitest";
import { createFling, type Fling } from "../../../src/component/fling.js";
import type { Domain } from "../../../src/view/view.js";

/** A fling on frames of 16 ms, and the domains that it shows. */
function stand(limit = Infinity): { fling: Fling; shown: Domain[]; play: (from: number) => number } {
  const shown: Domain[] = [];
  let asked: FrameRequestCallback | undefined;
  const window = {
    requestAnimationFrame: (callback: FrameRequestCallback) => {
      asked = callback;
      return 1;
    },
    cancelAnimationFrame: () => {
      asked = undefined;
    },
  } as unknown as Window;
  const show = (domain: Domain): boolean => {
    shown.push([Math.min(domain[0], limit), Math.min(domain[0], limit) + domain[1] - domain[0]]);
    return domain[0] < limit;
  };
  return {
    fling: createFling({ window, show }),
    shown,
    play(from) {
      let now = from;
      for (; asked; now += 16) {
        const run = asked;
        asked = undefined;
        run(now);
      }
      return now - from;
    },
  };
}

/** Drags by so much in a frame, several times. */
function drag(fling: Fling, step: number, frames = 5): number {
  for (let i = 0; i <= frames; i++) fling.note([i * step, i * step + 1_000], 1_000 + i * 16);
  return 1_000 + frames * 16;
}

describe("A drag that is let go", () => {
  it("goes on in its direction, ever slower, and ends within two seconds.", () => {
    for (const step of [20, -20]) {
      const { fling, shown, play } = stand();
      const end = drag(fling, step);
      fling.release(end);
      expect(play(end)).toBeLessThan(2_000);
      const steps = shown.map(([from], i) => (from - (shown[i - 1]?.[0] ?? 5 * step)) * Math.sign(step));
      expect(steps.every((moved, i) => moved >= 0 && (i < 2 || moved <= steps[i - 1]! + 1e-9))).toBe(true);
      expect(Math.abs(shown.at(-1)![0])).toBeGreaterThan(Math.abs(5 * step) + 100);
      for (const [from, to] of shown) expect(to - from).toBeCloseTo(1_000, 6);
    }
  });

  it("stands still where it had come to rest, where it zoomed, and where it never moved.", () => {
    const { fling, shown, play } = stand();
    fling.release(drag(fling, 20) + 100);
    fling.note([0, 1_000], 5_000);
    fling.note([100, 900], 5_016);
    fling.release(5_016);
    fling.release(drag(fling, 0));
    fling.release(9_000);
    play(9_000);
    expect(shown).toEqual([]);
  });

  it("ends at the limit, and when something else moves the picture.", () => {
    const { fling, shown, play } = stand(150);
    const end = drag(fling, 20);
    fling.release(end);
    play(end);
    expect(shown.at(-1)![0]).toBe(150);
    shown.length = 0;
    fling.release(drag(fling, 20));
    fling.stop();
    play(0);
    expect(shown).toEqual([]);
  });
});
