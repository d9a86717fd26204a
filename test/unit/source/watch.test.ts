import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchRevision } from "../../../src/source/watch.js";

/** A watch of what changes when it is told to. */
class Watched {
  looks = 0;
  answer: string | Error = "1";
  readonly subscribe: ReturnType<typeof watchRevision>;

  constructor(known?: string) {
    this.subscribe = watchRevision({
      known: () => known,
      look: () => {
        this.looks++;
        const { answer } = this;
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      period: 1_000,
    });
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("A watch of a revision", () => {
  it("tells all who listen of another one, by one look at a time", async () => {
    const watch = new Watched("1");
    const [one, other] = [vi.fn(), vi.fn()];
    watch.subscribe(one);
    watch.subscribe(other);
    await vi.advanceTimersByTimeAsync(2_500);
    expect([watch.looks, one.mock.calls.length]).toEqual([2, 0]);
    watch.answer = "2";
    await vi.advanceTimersByTimeAsync(2_000);
    for (const listener of [one, other]) expect(listener.mock.calls).toEqual([[{ revision: "2" }]]);
    expect(watch.looks).toBe(4);
  });

  it("does not take the first one that it sees for another one", async () => {
    const watch = new Watched();
    const listener = vi.fn();
    watch.subscribe(listener);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(listener).not.toHaveBeenCalled();
    watch.answer = "2";
    await vi.advanceTimersByTimeAsync(1_000);
    expect(listener).toHaveBeenCalledOnce();
  });

  it("ends with the last who listens, and begins with the next", async () => {
    const watch = new Watched("1");
    // Others in the process may wait for something.
    const waiting = vi.getTimerCount();
    const ends = [watch.subscribe(vi.fn()), watch.subscribe(vi.fn())];
    await vi.advanceTimersByTimeAsync(1_000);
    for (const end of ends) end();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(watch.looks).toBe(1);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(waiting);
    watch.subscribe(vi.fn());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(watch.looks).toBe(2);
  });

  it("looks less and less often while what it looks at fails, and as before once it is back", async () => {
    const watch = new Watched("1");
    const listener = vi.fn();
    watch.answer = new Error("away");
    watch.subscribe(listener);
    await vi.advanceTimersByTimeAsync(1_000 + 2_000 + 4_000 + 8_000);
    expect(watch.looks).toBe(4);
    await vi.advanceTimersByTimeAsync(16_000 * 3);
    expect(watch.looks).toBe(7);
    watch.answer = "2";
    await vi.advanceTimersByTimeAsync(16_000);
    expect(listener).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(watch.looks).toBe(10);
  });
});
