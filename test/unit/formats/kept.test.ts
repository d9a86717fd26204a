import { describe, expect, it } from "vitest";
import { read } from "../../../src/formats/read.js";

const EXTRA = { ship: "Mina", crew: 12 };

/** One item of each form with fields that its readers know nothing of. */
const ITEMS: Readonly<Record<string, unknown>> = {
  timelinejs: { events: [{ start_date: { year: 2020 }, text: { headline: "t" }, ...EXTRA }] },
  "timelinejs, version 1": { timeline: { date: [{ startDate: "2020", headline: "t", ...EXTRA }] } },
  "vis-timeline": [{ id: 1, content: "t", start: "2020", ...EXTRA }],
  eventdrops: [{ name: "lane", data: [{ date: "2020-07-09", title: "t", ...EXTRA }] }],
  "timelines-chart": [
    { group: "g", data: [{ label: "l", data: [{ timeRange: ["2020", "2021"], val: "t", ...EXTRA }] }] },
  ],
  simile: { dateTimeFormat: "iso8601", events: [{ start: "2020", title: "t", ...EXTRA }] },
  geojson: { type: "Feature", geometry: null, properties: { date: "2020", title: "t", ...EXTRA } },
  "our own": { events: [{ date: "2020", title: "t", data: EXTRA }] },
};

describe("What a reader knows nothing of", () => {
  it.each(Object.entries(ITEMS))("is kept as the data of the event: %s", async (_form, json) => {
    const { document } = await read(JSON.stringify(json));
    expect(document.events.map(({ data }) => data)).toEqual([EXTRA]);
  });

  it("is kept in a table as well, as text", async () => {
    const { document } = await read("date,title,ship,crew\n2020,t,Mina,12");
    expect(document.events[0]?.data).toEqual({ ship: "Mina", crew: "12" });
  });
});
