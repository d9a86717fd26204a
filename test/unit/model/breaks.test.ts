import { describe, expect, it } from "vitest";
import { MizwalaError } from "../../../src/base/errors.js";
import { diagnose } from "../../../src/model/diagnose.js";
import type { EventBase } from "../../../src/model/input.js";
import { resolveOptions, type TimelineOptions } from "../../../src/model/options.js";
import { resolveDocument } from "../../../src/model/resolve-document.js";

const event = (id: string, date: string): EventBase => ({ id, kind: "event", date, title: id });
const events = [event("first", "1900-05-05"), event("war", "1914-07-28/1918-11-11"), event("last", "1990")];
const resolve = (breaks: unknown): ReturnType<typeof resolveDocument> =>
  resolveDocument(resolveOptions({ events, breaks } as unknown as TimelineOptions<EventBase>));
const year = (value: number): number => Date.UTC(value, 0);

describe("The option breaks", () => {
  it("takes stretches of time in any form of a date, from the first instant to the last.", () => {
    const spans = ["1920/1979", { start: "1915", end: "1917" }, "195X"];
    const { breaks, issues } = resolve(spans);
    expect(issues).toEqual([]);
    expect(breaks).toEqual([
      { from: year(1920), to: year(1980) },
      { from: year(1915), to: year(1918) },
      { from: year(1950), to: year(1960) },
    ]);
  });

  it.each([
    ["a date that can't be read", "some day", "date-unreadable"],
    ["nothing at all", null, "date-missing"],
    ["an open end", "1920/..", "break-extent"],
    ["an unknown start", "/1920", "break-extent"],
    ["a moment", "1920-01-01T10:00:00Z", "break-extent"],
    ["an end before the start", "1930/1920", "date-order"],
    ["an event inside", "1895/1910", "break-eventful"],
    ["the end of an event inside", "1916/1930", "break-eventful"],
    ["a part of the year of an event", "1930/1990-03", "break-eventful"],
  ])("passes over %s, with one issue.", (_, span, code) => {
    const { breaks, issues } = resolve(["1920/1929", span]);
    expect(issues.map((issue) => [issue.path, issue.code])).toEqual([["breaks[1]", code]]);
    expect(breaks).toEqual([{ from: year(1920), to: year(1930) }]);
  });

  it("looks at a hundred of them at most.", () => {
    const { breaks, issues } = resolve(Array.from({ length: 5000 }, () => "1920/1929"));
    expect(breaks.length).toBe(100);
    expect(issues).toEqual([expect.objectContaining({ code: "breaks-more", found: "an array of 5000" })]);
  });

  it("is told by diagnose, and throws for a word that it does not know.", () => {
    expect(diagnose({ events, breaks: ["1930/1920"] })).toEqual([expect.objectContaining({ path: "breaks[0]" })]);
    expect(() => resolveOptions({ events, breaks: "all" } as unknown as TimelineOptions)).toThrow(MizwalaError);
    expect(resolve("none").breaks).toEqual([]);
  });
});
