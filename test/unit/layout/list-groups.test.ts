import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventBase } from "../../../src/model/input.js";
import type { ListGroups, TimelineOptions } from "../../../src/model/options.js";
import { anyEvents, laidOut } from "./laid-out.js";

type Given = Partial<TimelineOptions<EventBase>>;

const parameters = { seed: 20200709, numRuns: 100 };
const on = (...dates: string[]): EventBase[] => dates.map((date) => ({ date, title: "Event" }));

/** Each heading of a list with the dates below it; what stands above the first heading is below an empty one. */
function groupsOf(events: EventBase[], options: Given = {}): [heading: string, dates: string[]][] {
  const { headings, columns } = laidOut({ events, layout: "list", ...options }).at({ width: 360 });
  const groups: [string, string[]][] = [["", []]];
  columns.events.forEach(({ span }, i) => {
    const heading = headings.find(({ event }) => event === i);
    if (heading) groups.push([heading.line.runs.map(({ text }) => text).join(""), []]);
    groups.at(-1)![1].push(span.text);
  });
  return groups.filter(([heading, dates]) => heading !== "" || dates.length > 0);
}

const headingsOf = (events: EventBase[], options?: Given): string[] =>
  groupsOf(events, options).map(([heading]) => heading);

describe("The headings of a list", () => {
  const dates = ["2019-12-31", "2020-01-01", "2020-01-01", "2020-02-05"];

  it.each<[ListGroups, string[]]>([
    ["none", [""]],
    ["day", ["Tuesday, December 31, 2019", "Wednesday, January 1, 2020", "Wednesday, February 5, 2020"]],
    ["month", ["December 2019", "January 2020", "February 2020"]],
    ["year", ["2019", "2020"]],
    ["decade", ["2010s", "2020s"]],
    ["century", ["21st century"]],
  ])("stand for each %s that has events", (listGroups, headings) => {
    expect(headingsOf(on(...dates), { listGroups })).toEqual(headings);
  });

  it("are in the language, the calendar and the month names of the dates", () => {
    const events = on("2020-07-20", "2020-07-22", "2021-03-25");
    const arabic: Given = { locale: "ar-SY", numerals: "latn", monthNames: "dual" };
    expect(headingsOf(events, { ...arabic, listGroups: "month" })).toEqual(["تموز/ يوليو 2020", "آذار/ مارس 2021"]);
    const hijri: Given = { locale: "en", calendar: "islamic-umalqura" };
    expect(headingsOf(events, { ...hijri, listGroups: "month" })).toEqual([
      "Dhuʻl-Qiʻdah 1441 AH",
      "Dhuʻl-Hijjah 1441 AH",
      "Shaʻban 1442 AH",
    ]);
    expect(headingsOf(events, { ...hijri, listGroups: "decade" })).toEqual(["1440–1449 AH"]);
  });

  it("name a longer time where a date is not known as finely", () => {
    expect(groupsOf(on("2020-06-30", "2020", "2020-07-05", "201X", "2020-07"), { listGroups: "month" })).toEqual([
      ["2010s", ["201X"]],
      ["June 2020", ["2020-06-30"]],
      ["2020", ["2020"]],
      ["July 2020", ["2020-07-05", "2020-07"]],
    ]);
    expect(headingsOf(on("1XXX", "20XX"), { listGroups: "year" })).toEqual(["", "21st century"]);
  });

  it("go by where an event starts, and where that is not known by where it ends", () => {
    const events = on("2019-12-30/2020-01-05", "2020-01-02/..", "../2020-02-01");
    expect(headingsOf(events, { listGroups: "month" })).toEqual(["December 2019", "January 2020", "February 2020"]);
  });

  it("are of the finest unit with three events or more under a heading, and of none in a short list", () => {
    const every = (days: number, count: number): EventBase[] =>
      on(
        ...Array.from({ length: count }, (_, i) =>
          new Date(Date.UTC(2001, 0, 1) + i * days * 86_400_000).toISOString().slice(0, 10),
        ),
      );
    expect(headingsOf(every(7, 9))).toEqual([""]);
    expect(headingsOf(every(0, 40))).toEqual([""]);
    expect(headingsOf(every(0.25, 40))).toHaveLength(10);
    expect(headingsOf(every(7, 26))[0]).toBe("January 2001");
    expect(headingsOf(every(100, 26))[0]).toBe("2001");
    expect(headingsOf(every(1000, 26))[0]).toBe("2000s");
    expect(headingsOf(every(9000, 26))[0]).toBe("21st century");
    expect(headingsOf(every(40_000, 26))).toEqual([""]);
  });

  it("hold, under auto, three events or more on average, and every event once", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const groups = groupsOf(events);
        expect(groups.flatMap(([, dates]) => dates)).toHaveLength(events.length);
        if (groups.length > 1) expect(events.length / groups.length).toBeGreaterThanOrEqual(3);
      }),
      parameters,
    );
  });

  it("leave the year out of the dates below them, but not beside a second calendar", () => {
    const metaOf = (options: Given): string[] => {
      const events = on("2020-07-09", "2021-07-09/2022-01-01");
      const { labels } = laidOut({ events, layout: "list", ...options }).at({ width: 900 });
      return labels.map(({ label }) => label.lines[0]!.runs.map(({ text }) => text).join(""));
    };
    const [withYear, long] = ["Event · Thursday, July 9, 2020", "Event · July 9, 2021 – January 1, 2022"];
    expect(metaOf({ listGroups: "none" })).toEqual([withYear, long]);
    expect(metaOf({ listGroups: "decade" })).toEqual([withYear, long]);
    expect(metaOf({ listGroups: "month" })).toEqual(["Event · Thursday, July 9", long]);
    expect(metaOf({ listGroups: "month", secondCalendar: "islamic-umalqura" })[0]).toBe(
      "Event · Thursday, July 9, 2020 (Dhuʻl-Qiʻdah 18, 1441)",
    );
  });
});
