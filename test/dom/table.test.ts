import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Door, Feature } from "../../src/component/feature.js";
import { table, type Table } from "../../src/features/index.js";
import { createTimeline, MizwalaError, type Timeline, type TimelineOptions } from "../../src/index.js";
import { EVENTS, preparePage } from "./page.js";

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
let made: Timeline | undefined;
let rows: Table;
let door: Door;

const probe: Feature = {
  name: "probe",
  start(given) {
    door = given;
    return {};
  },
};
const make = (options: Partial<TimelineOptions> = {}): Timeline =>
  (made = createTimeline(host, { locale: "ar-SY", events: EVENTS, features: [rows, probe], ...options }));
const one = (selector: string): HTMLElement => host.querySelector<HTMLElement>(selector)!;
const texts = (selector: string): string[] =>
  [...host.querySelectorAll<HTMLElement>(selector)].map(({ textContent }) => textContent);
const button = (): HTMLElement => one("[data-control=table]");
const many = (count: number): TimelineOptions["events"] =>
  Array.from({ length: count }, (_, i) => ({ id: `e${i}`, date: String(2000 - i), title: `No. ${i}` }));

beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
  rows = table();
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("The table", () => {
  it("A50: is shown by its button, which says so, with all events in order of time, and focus goes there and back", () => {
    make();
    expect([button().getAttribute("aria-expanded"), button().ariaLabel]).toEqual(["false", "عرض في جدول"]);
    expect(texts("tr")).toEqual([]);
    button().click();
    expect(button().getAttribute("aria-expanded")).toBe("true");
    expect(texts("tbody th")).toEqual(["قمة أستانا", "وصول باقري", "توقيع الاتفاقية", "لقاء الأسد وباقري"]);
    expect(document.activeElement).toBe(one(".mizwala-table"));
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect([rows.isOpen, document.activeElement === button()]).toEqual([false, true]);
  });

  it("A51: has a caption, headers with scope, dates for machines, and the numbers of its rows", () => {
    make({ locale: "en", events: [...EVENTS, { date: "2020-06", title: "A", certainty: "disputed" }] });
    rows.open();
    expect(texts("caption")).toEqual([expect.stringMatching(/^5 events, from June 2020 to .*July 9, 2020$/)]);
    expect(texts("th[scope=col]")).toEqual(["Event", "Date", "Kind", "Certainty"]);
    expect(texts("th[scope=row]")).toHaveLength(5);
    expect([...host.querySelectorAll<HTMLTimeElement>("td time")].map(({ dateTime }) => dateTime)).toEqual([
      "2020-06",
      "2020-07-01",
      "2020-07-07",
      "2020-07-08",
      "2020-07-09",
    ]);
    expect(one("table").getAttribute("aria-rowcount")).toBe("6");
    expect([...host.querySelectorAll("tr")].map((row) => row.getAttribute("aria-rowindex"))).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
    ]);
  });

  it("A51: comes in pages where it is long, with the right numbers", () => {
    make({ locale: "en", events: many(450) });
    rows.open();
    const turn = (name: string): void => {
      one(`.mizwala-table [data-control=${name}]`).click();
    };
    expect([texts("tbody tr").length, one("table").getAttribute("aria-rowcount")]).toEqual([200, "451"]);
    turn("after");
    turn("after");
    expect([texts("tbody tr").length, texts(".mizwala-table-foot span")]).toEqual([50, ["401 to 450 of 450"]]);
    expect(one("tbody tr").getAttribute("aria-rowindex")).toBe("402");
    expect(document.activeElement).toBe(one(".mizwala-table"));
    expect(one("[data-control=after]").matches(":disabled")).toBe(true);
    turn("before");
    expect(texts(".mizwala-table-foot span")).toEqual(["201 to 400 of 450"]);
    made!.update({ events: many(3) });
    page.nextFrame();
    expect(texts("tbody th")).toEqual(["No. 2", "No. 1", "No. 0"]);
  });

  it("A50: keeps to the filter, whether traces stay or not", () => {
    make();
    rows.open();
    for (const rest of ["trace", "none"] as const) {
      door.dispatch({ type: "filter", filter: { ids: new Set(["arrival"]), rest } });
      page.nextFrame();
      expect(texts("tbody th")).toEqual(["وصول باقري"]);
    }
  });

  it("A52: says the same dates as the names of the events", () => {
    make();
    rows.open();
    const names = [...host.querySelectorAll(".mizwala-event")].map((event) => event.getAttribute("aria-label"));
    texts("td time").forEach((date, i) => {
      expect(names[i]).toContain(date);
    });
  });

  it("A53: is saved as a file by a button", async () => {
    const files: Blob[] = [];
    Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${files.push(file)}`, revokeObjectURL: vi.fn() });
    const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue(undefined);
    make({ locale: "en", events: [{ date: "2020-07-01", title: '=1+1, "a"' }] });
    rows.open();
    one("[data-control=download]").click();
    expect(click).toHaveBeenCalledOnce();
    // Three bytes more: the mark by which spreadsheets know UTF-8.
    expect(await files[0]!.text()).toBe(rows.csv());
    expect(files[0]!.size).toBe(new TextEncoder().encode(rows.csv()).length + 3);
    expect(rows.csv()).toBe('Event,Date,EDTF,Kind\r\n"\'=1+1, ""a""","Wednesday, July 1, 2020",2020-07-01,Event\r\n');
  });

  it("S28: holds no formula in its file, and each date in EDTF as it is, a year before Christ too", () => {
    const titles = ["=1+1", "+1", "-1", "@A1"];
    const events = titles.map((title, i) => ({ date: `-004${i}-03-15`, title, lane: title }));
    make({ locale: "en", lanes: titles.map((id) => ({ id })), events });
    rows.open();
    const cells = rows
      .csv()
      .split("\r\n")
      .slice(1, -1)
      .map((row) => row.replace(/"[^"]*"/, "").split(","));
    expect(cells).toEqual(
      titles.map((title, i) => [`'${title}`, "", `-004${i}-03-15`, "Event", `'${title}`]).reverse(),
    );
  });

  it("opens the details of an event", () => {
    make();
    rows.open();
    one("tbody button").click();
    expect(one(".mizwala-details-title").textContent).toBe("قمة أستانا");
  });

  it("is opened and closed by code, also before the timeline is made and after it was left out", () => {
    rows.open();
    const timeline = make();
    expect(texts("tbody th")).toHaveLength(4);
    timeline.update({ features: [] });
    expect([host.querySelector("table"), rows.isOpen]).toEqual([null, true]);
    timeline.update({ features: [rows] });
    page.nextFrame();
    expect(texts("tbody th")).toHaveLength(4);
    rows.close();
    expect(one(".mizwala-table").hidden).toBe(true);
  });

  it("has the author's words, and names what it does not know", () => {
    rows = table({ messages: { table: "Tabelle" } });
    make({ locale: "en" });
    expect(button().ariaLabel).toBe("Tabelle");
    expect(() => table({ message: {} } as never)).toThrow(MizwalaError);
  });

  it("says that there is nothing where there is no event", () => {
    make({ locale: "en", events: [] });
    rows.open();
    expect(texts("caption")).toEqual(["No events"]);
  });
});
