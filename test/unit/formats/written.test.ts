import { describe, expect, it } from "vitest";
import { read } from "../../../src/formats/read.js";
import type { WritableFormat } from "../../../src/formats/format.js";
import { write } from "../../../src/formats/write.js";
import type { TimelineDocument } from "../../../src/model/options.js";
import { cleanText } from "../../../src/text/clean.js";
import { neighboursIn, UNPAIRED } from "../../support/steering.js";

const writeAs = (format: WritableFormat, document: Readonly<Record<string, unknown>>): ReturnType<typeof write> =>
  write(document as unknown as TimelineDocument, { format });

describe("A calendar that is written", () => {
  const times = async (event: object, document: object = {}): Promise<readonly string[]> => {
    const { text } = await writeAs("icalendar", { ...document, events: [{ title: "t", ...event }] });
    return text.split("\r\n").filter((line) => /^(?:DT(?:START|END)|X-MIZWALA-DATE)\b/.test(line));
  };

  it.each<[what: string, event: object, document: object, lines: readonly string[]]>([
    ["a day", { date: "2020-07-09" }, {}, ["DTSTART;VALUE=DATE:20200709", "DTEND;VALUE=DATE:20200710"]],
    [
      "days, the last of which is part of them",
      { date: "2020-07-09/2020-07-11" },
      {},
      ["DTSTART;VALUE=DATE:20200709", "DTEND;VALUE=DATE:20200712"],
    ],
    [
      "a year, as all its days",
      { date: "2020" },
      {},
      ["DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20210101", "X-MIZWALA-DATE:2020"],
    ],
    [
      "a time of day on no clock",
      { date: "2020-07-09T10:30" },
      {},
      ["DTSTART:20200709T103000", "X-MIZWALA-DATE:2020-07-09T10:30"],
    ],
    [
      "a time where the zone of the event is no text",
      { date: "2020-07-09T10:30", timeZone: 7 },
      {},
      ["DTSTART:20200709T103000", "X-MIZWALA-DATE:2020-07-09T10:30"],
    ],
    [
      "a time to the millisecond",
      { date: "2020-07-09T10:30:15.250" },
      {},
      ["DTSTART:20200709T103015", "X-MIZWALA-DATE:2020-07-09T10:30:15.250"],
    ],
    [
      "from one time to another",
      { date: "2020-07-09T10:30/2020-07-09T12:00" },
      {},
      ["DTSTART:20200709T103000", "DTEND:20200709T120000", "X-MIZWALA-DATE:2020-07-09T10:30/2020-07-09T12:00"],
    ],
    [
      "a time on the clock of the timeline",
      { date: "2020-07-09T10:30" },
      { timeZone: "Asia/Damascus" },
      ["DTSTART:20200709T073000Z", "X-MIZWALA-DATE:2020-07-09T10:30"],
    ],
  ])("has %s", async (_, event, document, lines) => {
    expect(await times(event, document)).toEqual(lines);
  });

  it("loses the zone of an event, which is said once", async () => {
    const timeZone = "Asia/Damascus";
    const events = [
      { date: "2020-07-09T10:30", title: "t", timeZone },
      { date: "2020-07-09", title: "t", timeZone },
    ];
    const { text, losses } = await writeAs("icalendar", { events });
    expect(text).toContain("DTSTART:20200709T043000Z\r\n");
    expect(losses.map(({ row, field, found }) => [row, field, found])).toEqual([
      [1, "timeZone", '"Asia/Damascus"'],
      [2, "timeZone", '"Asia/Damascus"'],
    ]);
  });

  it("has the sources and the pictures with an address, and loses those without one", async () => {
    const sources = [
      { title: "A: report", url: "https://x.org/a" },
      { url: "https://x.org/b" },
      { title: "A book" },
      { title: "No page", url: "javascript:x()" },
    ];
    const media = [{ url: "https://x.org/a.jpg", alt: "A picture" }, { url: "b.jpg" }, { url: "javascript:x()" }];
    const { text, losses } = await writeAs("icalendar", {
      events: [{ date: "2020-07-09", title: "t", sources, media }],
    });
    expect(text.match(/^(?:ATTACH|IMAGE).*(?=\r)/gm)).toEqual([
      'IMAGE;VALUE=URI;X-ALT="A picture":https://x.org/a.jpg',
      "IMAGE;VALUE=URI:b.jpg",
      'ATTACH;FILENAME="A: report":https://x.org/a',
      "ATTACH:https://x.org/b",
    ]);
    expect(losses.map(({ field, found }) => [field, found])).toEqual([
      ["media", '"javascript:x()"'],
      ["sources", '"A book"'],
      ["sources", '"No page"'],
    ]);
  });

  it("gives each event a name of its own, also where two have the same or none", async () => {
    const events = [
      { id: "x", date: "2020", title: "a" },
      { id: "x", date: "2020", title: "b" },
      { date: "2020", title: "A title" },
      { date: "2020", title: "A title" },
      { date: "2020", title: "" },
    ];
    const { text, issues } = await writeAs("icalendar", { events });
    expect(text.match(/^UID:.*(?=\r)/gm)).toEqual(["UID:x", "UID:x-2", "UID:a-title", "UID:a-title-4", "UID:event-5"]);
    expect(issues.filter(({ code }) => code === "id-duplicate")).toMatchObject([{ path: "events[1].id" }]);
  });
});

describe("A slide of TimelineJS", () => {
  it("loses the zone of a time, but has nothing to lose where there is none", async () => {
    const dates = ["2020-07-09T10:30", "-0044-03-15T10:30", "2020-07-09T10:30Z", "2020-07-09T10:30+03:00"];
    const { losses } = await writeAs("timelinejs", { events: dates.map((date) => ({ date, title: "t" })) });
    expect(losses.map(({ row, field }) => [row, field])).toEqual([
      [3, "date"],
      [4, "date"],
    ]);
  });
});

describe("A table in Markdown", () => {
  const EVENTS = [{ date: "2020", title: "a", summary: "b" }];

  it.each<[what: string, document: object, text: string]>([
    ["nothing above it", {}, "| Date | Event | Details |\n| --- | --- | --- |\n| 2020 | a | b |\n"],
    ["its title", { title: "T" }, "## T\n\n| Date | Event | Details |\n| --- | --- | --- |\n| 2020 | a | b |\n"],
    ["its subtitle", { subtitle: "S" }, "S\n\n| Date | Event | Details |\n| --- | --- | --- |\n| 2020 | a | b |\n"],
    [
      "heads of columns in its language",
      { locale: "ar", title: "T", subtitle: "S" },
      "## T\n\nS\n\n| التاريخ | الحدث | التفاصيل |\n| --- | --- | --- |\n| 2020 | a | b |\n",
    ],
  ])("has %s", async (_, document, text) => {
    expect((await writeAs("markdown", { ...document, events: EVENTS })).text).toBe(text);
  });
});

describe("JSON-LD that is written", () => {
  it("says of a picture what it is, as schema.org calls it", async () => {
    const media = [{ url: "a.jpg", alt: "A picture", credit: "SANA" }];
    const { text } = await writeAs("json-ld", { events: [{ date: "2020", title: "x", media }] });
    expect((JSON.parse(text) as { itemListElement: unknown }).itemListElement).toMatchObject([
      {
        "@type": "ListItem",
        position: 1,
        item: {
          "@type": "Event",
          image: [{ "@type": "ImageObject", contentUrl: "a.jpg", caption: "A picture", creditText: "SANA" }],
        },
      },
    ]);
  });
});

describe("A table that is written", () => {
  it("has a column for each language, with its script or its country", async () => {
    const { text, losses } = await writeAs("csv", {
      events: [{ date: "2020", title: { "en-GB": "Colour", "zh-Hant": "色" } }],
    });
    expect(text).toBe("date,title:en-GB,title:zh-Hant\r\n2020,Colour,色\r\n");
    expect(losses).toEqual([]);
  });

  it("has eras as rows, and says what an era loses", async () => {
    const eras = [
      { title: "War", date: "1914/1918" },
      { title: "Peace", date: "1919/..", id: "p", hue: "red" },
    ];
    const { text, losses } = await writeAs("csv", { eras, events: [{ date: "1915", title: "t" }] });
    expect(text).toBe("type,date,title\r\nera,1914/1918,War\r\nera,1919/..,Peace\r\n,1915,t\r\n");
    expect(losses.map(({ field, found }) => [field, found])).toEqual([
      ["eras.hue", '"red"'],
      ["eras.id", '"p"'],
    ]);
  });
});

describe.each<WritableFormat>(["csv", "text", "markdown"])("S36: A file in lines, as %s,", (format) => {
  const titled = (titles: readonly string[]): Readonly<Record<string, unknown>> => ({
    events: titles.map((title, i) => ({
      date: `20${10 + i}-07-09`,
      title,
      summary: "Between 3-4 (b) and 12:30",
      lane: "في 5 من 7",
    })),
  });

  it.each(["rtl", "ltr"] as const)(
    "has no title that does more to its neighbours than a harmless one, read from %s",
    async (base) => {
      const linesOf = async (titles: readonly string[]): Promise<string[]> =>
        (await writeAs(format, titled(titles))).text.split(/\r?\n/).map((line) => neighboursIn(line, base));
      // Letters at the ends of a title pull what stands beside them, whatever their direction.
      const pulls = await Promise.all(
        ["danger near", "خطر قريب", "danger قريب", "خطر near"].map((title) => linesOf(UNPAIRED.map(() => title))),
      );
      const lines = await linesOf(UNPAIRED);
      expect(lines.filter((line) => line.includes("◆"))).toHaveLength(UNPAIRED.length);
      lines.forEach((line, i) => {
        expect(pulls.map((pulled) => pulled[i])).toContain(line);
      });
    },
  );
});

describe("S36: A table that is read again", () => {
  it("shows the titles that it had, those with unpaired controls too", async () => {
    const events = UNPAIRED.map((title) => ({ date: "2020", title }));
    const { document } = await read((await writeAs("csv", { events })).text);
    expect(document.events.map(({ title }) => cleanText(title as string))).toEqual(
      UNPAIRED.map((title) => cleanText(title)),
    );
  });
});

describe("What can't be written", () => {
  it("is an error where there is no list of events", async () => {
    expect((await writeAs("ndjson", { events: "x" })).issues).toMatchObject([
      { code: "events-unreadable", path: "events", severity: "error" },
    ]);
  });

  it("is refused where an option is wrong, by its name", async () => {
    const options = { format: "csv", formulaSafe: 1 } as never;
    await expect(write({ events: [] }, options)).rejects.toMatchObject({
      code: "option-value",
      path: "options.formulaSafe",
    });
  });
});
