import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventBase } from "../../../src/model/input.js";
import { resolveOptions } from "../../../src/model/options.js";
import { resolveDocument } from "../../../src/model/resolve-document.js";
import { buildColumns } from "../../../src/store/columns.js";
import { findSilences } from "../../../src/store/silences.js";
import { isKnown } from "../../../src/time/span.js";
import type { Break } from "../../../src/time/warp.js";
import { anyEvents } from "../layout/laid-out.js";

const silencesOf = (
  events: readonly EventBase[],
  eras: readonly { title: string; date: string }[] = [],
  now?: number,
): readonly Break[] => {
  const document = resolveDocument(resolveOptions<EventBase>({ events, eras }));
  return findSilences(buildColumns(document.events), document.eras, now);
};
const dated = (...dates: string[]): EventBase[] => dates.map((date) => ({ kind: "event", date, title: date }));
const years = (breaks: readonly Break[]): readonly string[] =>
  breaks.map(({ from, to }) => [from, to].map((at) => new Date(at).getUTCFullYear()).join("/"));

const war = ["1914-08", "1915", "1916", "1917", "1918-11"];
const later = ["1989-11", "1990", "1991", "1992"];

describe("findSilences", () => {
  it("finds a long silence, and leaves some of it on both sides.", () => {
    expect(years(silencesOf(dated(...war, ...later)))).toEqual(["1919/1989"]);
    const [silence] = silencesOf(dated(...war, ...later));
    const margin = silence!.from - Date.UTC(1918, 11);
    expect(margin).toBeGreaterThan(0);
    expect(Date.UTC(1989, 10) - silence!.to).toBeCloseTo(margin, 0);
  });

  it("finds none where events are evenly spread, few, or none.", () => {
    expect(silencesOf(dated("1900", "1910", "1920", "1930"))).toEqual([]);
    expect(silencesOf(dated("1900", "1990"))).toEqual([]);
    expect(silencesOf(dated("1900"))).toEqual([]);
    expect(silencesOf([])).toEqual([]);
  });

  it("finds none that an event goes on in, also one whose end is open.", () => {
    expect(silencesOf(dated(...war, ...later, "1910/1995"))).toEqual([]);
    expect(silencesOf(dated(...war, ...later, "1917/.."))).toEqual([]);
  });

  it("stops before the edges of an era and before now, and before a whole era without events.", () => {
    const [between, after] = ["1950/1960", "1950/1991"].map((date) => ({ title: date, date }));
    expect(years(silencesOf(dated(...war, ...later), [between!]))).toEqual(["1920/1948", "1962/1988"]);
    expect(years(silencesOf(dated(...war, ...later), [after!]))).toEqual(["1951/1989", "1919/1949"]);
    expect(years(silencesOf(dated(...war, ...later), [{ title: "Long", date: "1900/1995" }]))).toEqual(["1919/1989"]);
    expect(years(silencesOf(dated(...war, ...later), [], Date.UTC(1955, 0)))).toEqual(["1919/1954", "1955/1989"]);
  });

  it("never holds anything of an event, an edge of an era or now.", () => {
    const anyNow = fc.option(fc.integer({ min: Date.UTC(2018, 0), max: Date.UTC(2023, 0) }), { nil: undefined });
    const anyGapped = fc
      .tuple(anyEvents, anyEvents)
      .map(([early, late]): EventBase[] => [
        ...early.filter(({ date }) => !/\.\.|^\/|\/$/.test(date as string)),
        ...late
          .filter(({ date }) => !/\.\.|^\/|\/$/.test(date as string))
          .map((event) => ({ ...event, date: (event.date as string).replace(/\b20(\d\d)/g, "21$1") })),
      ]);
    let found = 0;
    fc.assert(
      fc.property(anyGapped, anyNow, (events, now) => {
        const document = resolveDocument(resolveOptions<EventBase>({ events }));
        const breaks = findSilences(buildColumns(document.events), [], now);
        found += breaks.length;
        for (const { from, to } of breaks) {
          expect(from).toBeLessThan(to);
          if (now !== undefined) expect(now <= from || now >= to).toBe(true);
          for (const { span } of document.events)
            for (const edge of [span.start, span.end])
              if (isKnown(edge)) expect(edge.latest <= from || edge.earliest >= to).toBe(true);
        }
      }),
      { seed: 20200709, numRuns: 200 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
