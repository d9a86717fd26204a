import { describe, expect, it } from "vitest";
import { read } from "../../../src/formats/read.js";

const calendar = (...lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"].join("\r\n");

describe("A page with vis-timeline", () => {
  const page = (script: string): string => `<!doctype html><title>x</title><script>\n${script}\n</script>`;

  it("gives the lists that are written out in its scripts", async () => {
    const { document, issues, format, reason } = await read(
      page(`var groups = new vis.DataSet([{id: 'a', content: 'Ships'}]);
        var items = new vis.DataSet();
        items.add([{id: 1, group: 'a', content: 'One', start: new Date(2020, 6, 9)}]);
        const more = [{id: 2, content: 'Two', start: '2020-07-10'},];
        var options = { zoomable: true };`),
    );
    expect([format, reason]).toEqual(["vis-timeline", "it is a script or a page with a vis.DataSet"]);
    expect(issues).toEqual([]);
    expect(document.lanes).toEqual([{ id: "a", label: "Ships" }]);
    expect(document.events).toEqual([
      { id: "1", date: "2020-07-09", title: "One", lane: "a" },
      { id: "2", date: "2020-07-10", title: "Two" },
    ]);
  });

  it("has an issue for each list that a script computes, and nothing is run", async () => {
    const { document, issues } = await read(
      page(`const items = new vis.DataSet([{id: 1, content: 'x', start: globalThis.ran = 'yes'}]);`),
    );
    expect(document.events).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(["list-computed", "events-missing"]);
    expect(globalThis).not.toHaveProperty("ran");
  });
});

describe("A calendar", () => {
  it("may have blanks in a rule", async () => {
    const { document, issues } = await read(
      calendar("DTSTART;VALUE=DATE:20200706", "SUMMARY:x", "RRULE:FREQ=WEEKLY; BYDAY=MO, TU; COUNT=3"),
    );
    expect(issues).toEqual([]);
    expect(document.events.map(({ date }) => date)).toEqual(["2020-07-06", "2020-07-07", "2020-07-13"]);
  });

  it("may have empty lines within a folded line", async () => {
    const { document } = await read(calendar("DTSTART", "", " ;VALUE=DATE", " :20200706", "SUMMARY", "", " :x"));
    expect(document.events).toEqual([{ date: "2020-07-06", title: "x" }]);
  });

  it("keeps the value of a line that has parameters without end, and says that they are not kept", async () => {
    const many = ';X-A="1:2;3"'.repeat(1000);
    const { document, issues, losses } = await read(
      calendar(
        "DTSTART;VALUE=DATE:20200709",
        `SUMMARY;LANGUAGE=en${many}:a:b;c`,
        `ATTENDEE;CN=Bagheri;X-A="${"a".repeat(20_000)}":mailto:x@example.org`,
        `LOCATION:${";".repeat(20_000)}`,
      ),
    );
    expect(issues).toEqual([]);
    expect(document.events).toEqual([
      { date: "2020-07-09", title: "a:b;c", lang: "en", participants: ["Bagheri"], place: ";".repeat(20_000) },
    ]);
    expect(losses.map(({ row, field }) => [row, field])).toEqual([
      [2, "SUMMARY"],
      [2, "ATTENDEE"],
    ]);
  });

  it("has all parameters of a line whose value begins right after the last letter that is looked at", async () => {
    const first = "ATTENDEE;CN=Bagheri;X-A=";
    const { document, losses } = await read(
      calendar(
        "DTSTART;VALUE=DATE:20200709",
        "SUMMARY:x",
        `${first}${"a".repeat(10_000 - first.length - 8)};ROLE=AB:mailto:x@example.org`,
      ),
    );
    expect([document.events[0]!.participants, losses]).toEqual([["Bagheri"], []]);
  });

  it("keeps what stands for one occurrence, also where its number is lower than that of the others", async () => {
    const { document, losses } = await read(
      calendar(
        ...["UID:a", "SEQUENCE:2", "DTSTART;VALUE=DATE:20200701", "SUMMARY:x", "RRULE:FREQ=DAILY;COUNT=3"],
        ...["END:VEVENT", "BEGIN:VEVENT"],
        ...["UID:a", "SEQUENCE:1", "RECURRENCE-ID;VALUE=DATE:20200702", "DTSTART;VALUE=DATE:20200705", "SUMMARY:y"],
        ...["END:VEVENT", "BEGIN:VEVENT"],
        ...["UID:a", "SEQUENCE:3", "RECURRENCE-ID;VALUE=DATE:20200703", "DTSTART;VALUE=DATE:20200706", "SUMMARY:z"],
      ),
    );
    expect(document.events.map(({ date, title }) => [date, title])).toEqual([
      ["2020-07-01", "x"],
      ["2020-07-05", "y"],
      ["2020-07-06", "z"],
    ]);
    expect(losses).toEqual([]);
  });

  it("may say how long an event is, to the second", async () => {
    const { document } = await read(calendar("DTSTART:20200709T100000Z", "DURATION:PT1H30M15S", "SUMMARY:x"));
    expect(document.events).toEqual([{ date: "2020-07-09T10:00Z/2020-07-09T11:30:15Z", title: "x" }]);
  });

  it("may describe a clock of its own, which changes at the hour that it says", async () => {
    const change = (kind: string, start: string, offsets: readonly [string, string], month: number): string[] => [
      `BEGIN:${kind}`,
      `DTSTART:${start}`,
      `TZOFFSETFROM:${offsets[0]}`,
      `TZOFFSETTO:${offsets[1]}`,
      `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
      `END:${kind}`,
    ];
    const times = ["20200329T003000", "20200329T033000", "20201025T020000", "20201025T040000"];
    const { document } = await read(
      [
        "BEGIN:VCALENDAR",
        ...["BEGIN:VTIMEZONE", "TZID:Our Clock"],
        ...change("DAYLIGHT", "19960331T020000", ["+0100", "+0200"], 3),
        ...change("STANDARD", "19961027T030000", ["+0200", "+0100"], 10),
        "END:VTIMEZONE",
        ...times.flatMap((time) => ["BEGIN:VEVENT", `DTSTART;TZID=Our Clock:${time}`, "SUMMARY:x", "END:VEVENT"]),
        "END:VCALENDAR",
      ].join("\r\n"),
    );
    expect(document.events.map(({ date }) => date)).toEqual([
      "2020-03-28T23:30Z",
      "2020-03-29T01:30Z",
      "2020-10-25T00:00Z",
      "2020-10-25T03:00Z",
    ]);
  });

  it("says so where no occurrence of an event is left", async () => {
    const { document, losses } = await read(
      calendar(
        "DTSTART:20240415T190000Z",
        "SUMMARY:x",
        "RRULE:FREQ=DAILY;UNTIL=20210418T170000Z",
        "EXDATE:20240415T190000Z",
      ),
    );
    expect(document.events).toEqual([]);
    expect(losses).toEqual([
      { row: 2, field: "EXDATE", found: '"x"', reason: "an event none of whose occurrences is left" },
    ]);
  });
});

describe("A table in HTML", () => {
  it("keeps its cells apart", async () => {
    const { document } = await read(
      'date,title,summary\n2020,t,"<table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"',
    );
    expect(document.events[0]?.summary).toBe("a b\nc d");
  });
});

describe("A table", () => {
  it.each<[column: string, names: readonly string[], cell: string, event: object]>([
    ["kind", ["kind", "Event Type", "النوع", "نوع", "نوع الحدث"], "summit", { kind: "summit" }],
    ["lane", ["lane", "Group", "Category", "المجموعة", "الفئة", "المسار", "التصنيف"], "A", { lane: "A" }],
    ["place", ["place", "Location", "City", "المكان", "مكان", "الموقع"], "دمشق", { place: "دمشق" }],
    ["url", ["url", "Link", "address", "الرابط", "رابط"], "https://x.org/", { url: "https://x.org/" }],
    ["tags", ["tags", "keywords", "الوسوم", "وسوم", "كلمات مفتاحية"], "a; b", { tags: ["a", "b"] }],
    [
      "participants",
      ["participants", "Who", "المشاركون", "المشاركين", "الأشخاص"],
      "a; b",
      { participants: ["a", "b"] },
    ],
    ["id", ["id", "Unique ID", "uid", "المعرف", "معرف", "الرقم"], "x", { id: "x" }],
    ["certainty", ["certainty", "التأكيد", "درجة اليقين"], "disputed", { certainty: "disputed" }],
    ["importance", ["importance", "Weight", "الأهمية", "أهمية"], "0.5", { importance: 0.5 }],
    ["summary", ["summary", "Text", "Description", "الوصف", "النص", "التفاصيل", "الملخص"], "more", { summary: "more" }],
    ["source", ["source", "Source Title", "المصدر", "مصدر", "المصادر"], "SANA", { sources: [{ title: "SANA" }] }],
  ])("may call the column %s by any of its names", async (_, names, cell, event) => {
    for (const name of names) {
      const { document } = await read(`date,title,${name}\n2020,t,${cell}`);
      expect(document.events, name).toEqual([{ date: "2020", title: "t", ...event }]);
    }
  });

  it.each<[title: string, parts: readonly string[]]>([
    ["Headline", ["Year", "Month", "Day", "End Year", "End Month", "End Day"]],
    ["العنوان", ["السنة", "الشهر", "اليوم", "سنة النهاية", "شهر النهاية", "يوم النهاية"]],
    ["عنوان", ["سنة", "شهر", "يوم", "سنة النهاية", "شهر النهاية", "يوم النهاية"]],
  ])("may have the parts of a date in columns of their own: %s", async (title, parts) => {
    const { document } = await read(`${parts.join(",")},${title}\n2020,7,9,2020,8,10,t`);
    expect(document.events).toEqual([{ date: "2020-07-09/2020-08-10", title: "t" }]);
  });

  it("takes the date of each row from where it is: a column of dates, or those of its parts", async () => {
    const { document, issues } = await read("date,year,title\n,2020,a\n2021-01-05,,b");
    expect(document.events.map(({ date }) => date)).toEqual(["2020", "2021-01-05"]);
    expect(issues).toEqual([]);
  });

  it("may have a column for each language, with its script or its country", async () => {
    const { document } = await read("date,title:en-GB,title:zh-Hant\n2020,Colour,色");
    expect(document.events).toEqual([{ date: "2020", title: { "en-GB": "Colour", "zh-Hant": "色" } }]);
  });

  it("may have rows of blanks, which are no events", async () => {
    const { document, issues } = await read("date,title\n2020,a\n , \n2021,b");
    expect(document.events.map(({ title }) => title)).toEqual(["a", "b"]);
    expect(issues).toEqual([]);
  });

  it("needs no titles where it has texts, which then are the titles", async () => {
    const { document, issues } = await read("date,summary\n2020,a");
    expect(document.events).toEqual([{ date: "2020", title: "a" }]);
    expect(issues).toEqual([]);
  });

  it.each([",", ";", "\t", "|"])("whose columns nobody knows is still taken apart at %j", async (delimiter) => {
    const { document } = await read(`x${delimiter}y\n1${delimiter}2`, { format: "csv" });
    expect(document.events[0]?.data).toEqual({ x: "1", y: "2" });
  });
});

describe("A date", () => {
  it.each<[given: string, date: string, codes: readonly string[]]>([
    ["2020-07-1.", "2020-07-01", []],
    ["09/07/2020", "2020-07-09", ["date-ambiguous"]],
    ["44021", "2020-07-09", ["date-serial"]],
    ["44021 people", "44021 people", ["date-unreadable"]],
    ["2020-07-1O", "2020-07-1O", ["date-unreadable"]],
  ])("%s is read as %s", async (given, date, codes) => {
    const { document, issues } = await read(`date,title\n${given},t`);
    expect(document.events[0]?.date).toBe(date);
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });
});

describe("The form of data", () => {
  it.each<[what: string, text: string, format: string | undefined]>([
    ["a table that tells of calendars", "date,title\n2020,a file with\n2021,BEGIN:VCALENDAR", "csv"],
    ["a calendar behind empty lines", "\n\nBEGIN:VCALENDAR\nEND:VCALENDAR", "icalendar"],
    ["XML below a comment", '<?xml version="1.0"?>\n<!-- made by hand -->\n<data></data>', "simile"],
    ["a diagram between fences", "```mermaid\ntimeline\n2020 : a\n```", "mermaid"],
    ["a diagram below a comment", "%% a comment\ngantt\nA : 2020-07-09, 2d", "mermaid"],
  ])("is told: %s", async (_, text, format) => {
    expect((await read(text)).format).toBe(format);
  });
});

describe("A gantt diagram", () => {
  const gantt = async (...lines: readonly string[]): Promise<unknown> =>
    (await read(["gantt", ...lines].join("\n"))).document.events.map(({ date }) => date);

  it("may have times of day, a moment without a length, and lengths in months", async () => {
    expect(
      await gantt(
        "dateFormat DD.MM.YYYY HH:mm",
        "Talks : t, 09.07.2020 10:30, 09.07.2020 12:00",
        "Signing : milestone, m, 09.07.2020 12:00, 2h",
        "What follows: 1M",
      ),
    ).toEqual(["2020-07-09T10:30/2020-07-09T12:00", "2020-07-09T12:00", "2020-07-09T14:00/2020-08-09T14:00"]);
  });

  it("may have dates that are read whatever its format says", async () => {
    expect(await gantt("dateFormat Y", "A : a, 2020, 2021")).toEqual(["2020-01-01/2020-12-31"]);
  });
});

describe("A text of markwhen", () => {
  it("may come back to a section, which stays one lane", async () => {
    const { document } = await read("# A\n2020-07-09: One\n# B\n2020: Two\n# A\n2021: Three");
    expect(document.lanes).toEqual([{ id: "A" }, { id: "B" }]);
    expect(document.events.map(({ lane }) => lane)).toEqual(["A", "B", "A"]);
  });

  it("may name its sections by a word, as it did of old", async () => {
    const { document } = await read("section Talks\n2020: One\nendSection\n2021: Two");
    expect(document.events.map(({ lane }) => lane)).toEqual(["Talks", undefined]);
  });

  it.each([
    ["so long before another event, for a day", "by !one 3 days", "2020-07-06"],
    ["so long before a time of day, for a day", "by !zero 3 days", "2020-07-05T10:30/2020-07-06T10:30"],
    ["so long after another event", "after !one 3 days", "2020-07-10/2020-07-12"],
    ["with its month in words, which is no length of time", "5 March 2021", "2021-03-05"],
    ["with a time of day", "2020-07-10 10:30", "2020-07-10 10:30"],
    ["with the seconds of its time", "2020-07-10T10:30:15", "2020-07-10T10:30:15"],
  ])("has dates: %s", async (_, words, date) => {
    const { document } = await read(`2020-07-08T10:30: Zero !zero\n2020-07-09: One !one\n${words}: Two`);
    expect(document.events[2]).toEqual({ date, title: "Two" });
  });
});

describe("Rows of EventDrops", () => {
  it("may have drops without a date, which is said of each", async () => {
    const drops = [{ title: "a" }, { date: null, title: "b" }, { date: "2020", title: "c" }];
    const { issues } = await read(JSON.stringify([{ name: "A", data: drops }]));
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["date-missing", "[0].data[0].date"],
      ["date-missing", "[0].data[1].date"],
    ]);
  });
});

describe("Lines of JSON", () => {
  it("are events but for the first one with a version, also where a date is missing", async () => {
    const { document } = await read('{"version":1,"title":"T"}\n{"title":"a"}\n{"date":"2020","title":"b"}');
    expect(document).toMatchObject({ title: "T", events: [{ title: "a" }, { date: "2020", title: "b" }] });
  });
});

describe("The JSON of SIMILE", () => {
  const DATA = '{"events":[{"start":"2020-07-09","title":"x"}]}';

  it.each([`var data = ${DATA};`, `timeline.loadJSON(${DATA}, "data.js");`])(
    "may stand in a script: %s",
    async (text) => {
      const { document, issues } = await read(text, { format: "simile" });
      expect(document.events).toEqual([{ date: "2020-07-09", title: "x" }]);
      expect(issues).toEqual([]);
    },
  );
});

describe("The XML of SIMILE", () => {
  it.each<[what: string, depth: number, isCut: boolean, codes: readonly string[]]>([
    ["a thousand, no less", 1000, false, []],
    ["a thousand, of which none has an end", 1000, true, ["xml-cut"]],
    ["more than a thousand", 1001, false, ["xml-deep"]],
  ])("may have elements in each other: %s", async (_, depth, isCut, codes) => {
    const [open, close] = ["<b>".repeat(depth - 2), "</b>".repeat(depth - 2)];
    const text = `<data><event start="Jul 09 2020" title="x">${open}${"word ".repeat(2000)}`;
    const { issues } = await read(isCut ? text : `${text}${close}</event></data>`, { format: "simile" });
    expect(issues.map(({ code }) => code)).toEqual(codes);
  });
});

describe("An event of schema.org", () => {
  const event = {
    "@context": "https://schema.org",
    "@type": "Event",
    name: "x",
    startDate: "soon",
    keywords: "a, b،c",
    location: { address: { streetAddress: "Rue 1", addressLocality: "Geneva", addressCountry: "CH" } },
  };

  it.each([
    ["as it is", JSON.stringify(event)],
    ["in a page", `<script type="application/ld+json">${JSON.stringify(event)}</script>`],
  ])("is read %s, its address as its place, and the words between commas as tags", async (_, text) => {
    const { document, issues } = await read(text);
    expect(document.events).toEqual([{ date: "soon", title: "x", place: "Rue 1, Geneva, CH", tags: ["a", "b", "c"] }]);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([["date-unreadable", "startDate"]]);
  });
});

describe("A document that is read", () => {
  it("is in the language that is asked for, else in its own", async () => {
    const text = JSON.stringify({ locale: "en", events: [{ date: "2020", title: "t" }] });
    expect((await read(text)).document.locale).toBe("en");
    expect((await read(text, { locale: "ar-SY" })).document.locale).toBe("ar-SY");
  });
});
