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
