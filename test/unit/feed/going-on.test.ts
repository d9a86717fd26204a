import { describe, expect, it } from "vitest";
import { createGoingOn, type GoingOn } from "../../../src/feed/going-on.js";
import type { SliceEvents } from "../../../src/source/contract.js";

interface Asked {
  readonly at: number;
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly answer: (events: SliceEvents) => Promise<void>;
  readonly refuse: (error: Error) => Promise<void>;
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
const eventsOf = (...pairs: readonly (readonly [lane: number, rank: number])[]): SliceEvents => ({
  lane: Uint16Array.from(pairs, ([lane]) => lane),
  start: new Float64Array(pairs.length),
  end: new Float64Array(pairs.length),
  rank: Float64Array.from(pairs, ([, rank]) => rank),
});

/** What goes on, asked for by hand. */
function open(): {
  readonly goingOn: GoingOn;
  readonly asked: Asked[];
  readonly rest: () => void;
  readonly changes: () => number;
  readonly picture: (from: number, to: number, instants: readonly number[]) => void;
} {
  const asked: Asked[] = [];
  let plans: (() => void)[] = [];
  let changes = 0;
  const goingOn = createGoingOn({
    ask: (at, limit, signal) =>
      new Promise((done, fail) => {
        const answer = async (events: SliceEvents): Promise<void> => {
          done(events);
          await turn();
        };
        const refuse = async (error: Error): Promise<void> => {
          fail(error);
          await turn();
        };
        asked.push({ at, limit, signal, answer, refuse });
      }),
    changed: () => changes++,
    later(act) {
      plans.push(act);
      return () => (plans = plans.filter((other) => other !== act));
    },
  });
  return {
    ...{ goingOn, asked, changes: () => changes },
    rest() {
      const due = plans;
      plans = [];
      for (const act of due) act();
    },
    picture(from, to, instants) {
      for (const at of instants) goingOn.at(at);
      goingOn.look({ from, to, pixels: 1_000 });
    },
  };
}

const EACH = [0, 100, 200, 300, 400, 500];

describe("What goes on in view", () => {
  it("is asked for of the last instant before the view and of the first in it, and of no others", async () => {
    const { goingOn, asked, picture } = open();
    picture(250, 450, EACH);
    expect(goingOn.isMissing).toBe(true);
    expect(asked.map(({ at, limit }) => [at, limit])).toEqual([
      [200, 3],
      [300, 3],
    ]);
    await asked[0]!.answer(eventsOf([0, 9], [0, 8], [2, 7]));
    expect(goingOn.isMissing).toBe(true);
    await asked[1]!.answer(eventsOf());
    expect(goingOn.isMissing).toBe(false);
    expect(goingOn.at(200)).toEqual({ lanes: [[9, 8], [7]], isStale: false });
    expect(goingOn.at(0)).toEqual({ lanes: [], isStale: false });
  });

  it("is asked for once, whatever is looked at in between", async () => {
    const { asked, rest, picture } = open();
    for (let round = 0; round < 20; round++) {
      picture(110 + round, 190, EACH);
      rest();
      await Promise.all(asked.map(({ answer }) => answer(eventsOf())));
      picture(310, 390 + round, EACH);
      rest();
      await Promise.all(asked.map(({ answer }) => answer(eventsOf())));
    }
    expect(asked.map(({ at }) => at)).toEqual([100, 300, 400]);
  });

  it("is no longer asked for once nobody looks there, and of what comes in between nothing is", () => {
    const { asked, rest, picture } = open();
    picture(110, 190, EACH);
    picture(210, 290, EACH);
    picture(310, 390, EACH);
    rest();
    expect(asked.map(({ at, signal }) => [at, signal.aborted])).toEqual([
      [100, true],
      [300, false],
    ]);
  });

  it("is drawn on while it is out of date, and asked for anew", async () => {
    const { goingOn, asked, rest, picture } = open();
    picture(110, 190, EACH);
    rest();
    await asked[0]!.answer(eventsOf([0, 9]));
    goingOn.renew();
    expect(goingOn.at(100)).toEqual({ lanes: [[9]], isStale: true });
    picture(110, 190, EACH);
    rest();
    await asked[1]!.answer(eventsOf([0, 10]));
    expect(goingOn.at(100)).toEqual({ lanes: [[10]], isStale: false });
  });

  it("that could not be had is a fault until it is tried again", async () => {
    const { goingOn, asked, rest, picture, changes } = open();
    picture(110, 190, EACH);
    rest();
    const error = new Error("away");
    await asked[0]!.refuse(error);
    expect([goingOn.fault, goingOn.isMissing, changes()]).toEqual([error, false, 1]);
    goingOn.retry();
    await asked[1]!.answer(eventsOf([0, 9]));
    expect([goingOn.fault, goingOn.at(100).lanes]).toEqual([undefined, [[9]]]);
  });

  it("is no more than was asked for, whatever a server says", async () => {
    const { goingOn, asked, rest, picture } = open();
    picture(110, 190, EACH);
    rest();
    await asked[0]!.answer(eventsOf([0, 9], [0, 8], [0, 7], [0, 6], [0, 5]));
    expect(goingOn.at(100).lanes).toEqual([[9, 8, 7]]);
  });

  it("is asked for by nobody after the end", () => {
    const { goingOn, asked, rest, picture } = open();
    picture(110, 190, EACH);
    rest();
    picture(310, 390, EACH);
    goingOn.stop();
    rest();
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true]);
  });
});
