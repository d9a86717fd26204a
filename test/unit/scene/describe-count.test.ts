import { describe, expect, it } from "vitest";
import { describeCount, describeView } from "../../../src/scene/describe.js";
import type { EventBase } from "../../../src/model/input.js";
import { laidOut } from "../layout/laid-out.js";

const TITLES = ["Talks in Geneva", "قمة أستانا", "Vote", "Signing"];

/** What is said of a count of events on these dates. */
function said(locale: string, dates: readonly string[], titles = TITLES): string {
  const events = dates.map((date, i): EventBase => ({ date, title: titles[i % titles.length]! }));
  const { columns, setting, words } = laidOut({ locale, events, numerals: "latn", monthNames: "dual" });
  return describeCount(columns.events, setting.dates, words, setting.direction);
}

const days = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `2020-07-${String(i + 4).padStart(2, "0")}`);

describe("describeCount", () => {
  it("tells in English how many events there are, when, and the first three titles.", () => {
    expect(said("en", days(2), ["Vote", "Talks"])).toBe(
      "2 more events here, from Saturday, July 4, 2020 to Sunday, July 5, 2020: Vote, Talks",
    );
    expect(said("en", days(4))).toBe(
      "4 more events here, from Saturday, July 4, 2020 to Tuesday, July 7, 2020: Talks in Geneva, \u2067قمة أستانا\u2069, Vote, …",
    );
  });

  it.each([
    [1, "+1: حدث آخر هنا، "],
    [2, "+2: حدثان آخران هنا، "],
    [3, "3 أحداث أخرى هنا، "],
    [11, "11 حدثاً آخر هنا، "],
    [100, "100 حدث آخر هنا، "],
  ])("counts %i events by the plural forms of Arabic.", (count, start) => {
    expect(said("ar", Array<string>(count).fill("2020-07-04"))).toSatisfy((text: string) => text.startsWith(start));
  });

  it("tells in Arabic when they were, each title with its own direction.", () => {
    expect(said("ar", days(4))).toBe(
      "4 أحداث أخرى هنا، من السبت 4 تموز/ يوليو 2020 إلى الثلاثاء 7 تموز/ يوليو 2020: \u2066Talks in Geneva\u2069، قمة أستانا، \u2066Vote\u2069، …",
    );
  });

  it("tells one day as one day, and what is known of ends that are open or unknown.", () => {
    const vote = (...dates: readonly string[]): string => said("en", dates, ["Vote"]);
    expect(vote("2020-07-04", "2020-07-04")).toBe("2 more events here, Saturday, July 4, 2020: Vote, Vote");
    expect(vote("2019/..", "/2020-07")).toBe("2 more events here, from 2019 to July 2020: Vote, Vote");
    expect(vote("1999~", "2003?")).toBe("2 more events here, from about 1999 to perhaps 2003: Vote, Vote");
  });
});

describe("describeView", () => {
  const said = (locale: string, from: string, to: string): string => {
    const { setting, words } = laidOut({ locale, events: [], numerals: "latn", monthNames: "dual" });
    return describeView(5, [Date.parse(from), Date.parse(to)], setting.dates, words);
  };

  it("tells long stretches in years, then in months, then in days, and only short ones with the time.", () => {
    expect(said("en", "1950-06-01", "2019-01-01")).toBe("5 events, from 1950 to 2018");
    expect(said("en", "2011-06-01", "2014-01-01")).toBe("5 events, from June 2011 to December 2013");
    expect(said("en", "2020-07-04", "2020-07-08")).toBe(
      "5 events, from Saturday, July 4, 2020 to Tuesday, July 7, 2020",
    );
    expect(said("en", "2020-07-04", "2020-07-04T06:00:00.001Z")).toBe(
      "5 events, from Saturday, July 4, 2020, 00:00 to Saturday, July 4, 2020, 06:00",
    );
    expect(said("ar", "2011-06-01", "2014-01-01")).toBe("5 أحداث، من حزيران/ يونيو 2011 إلى كانون الأول/ ديسمبر 2013");
  });
});
