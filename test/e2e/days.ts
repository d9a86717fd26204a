import type { TimelineEvent, TimelineOptions } from "../../src/index.js";
import type { Driver } from "../support/driver.js";

const DAY = 86_400_000;
const START = Date.UTC(2020, 5, 1);

/** A timeline with one event a day, whose id is its date, in one direction of text and time. */
export function days(count: number, direction: "ltr" | "rtl"): TimelineOptions {
  const events = Array.from({ length: count }, (_, i): TimelineEvent => {
    const date = new Date(START + i * DAY).toISOString().slice(0, 10);
    return { id: date, kind: "event", date, title: { ar: `اليوم ${i + 1}`, en: `Day ${i + 1}` } };
  });
  const locale = direction === "rtl" ? "ar-SY" : "en";
  return { title: { ar: "أيام", en: "Days" }, locale, numerals: "latn", events };
}

/** What is where on the axis of {@link days}. */
export interface Reading {
  /** The x of each mark, in CSS pixels of the view, by its date. */
  readonly marks: Readonly<Record<string, number>>;
  readonly pxPerDay: number;
  /** The sides of the plot. */
  readonly left: number;
  readonly right: number;
  /** The y of the axis. */
  readonly axis: number;
  readonly scrolled: number;
}

/** Reads the picture, not the state: where the marks are drawn. */
export async function read(browser: Driver): Promise<Reading> {
  const { marks, ...rest } = await browser.run<Omit<Reading, "pxPerDay">>(`(() => {
    const { left, right } = document.querySelector(".mizwala-plot").getBoundingClientRect();
    const axis = document.querySelector(".mizwala-axis").getBoundingClientRect().y;
    const placed = [...document.querySelectorAll(".mizwala-mark")].map((mark) => [
      mark.dataset.event,
      left + Number(mark.getAttribute("transform").match(/-?[\\d.]+/)[0]),
    ]);
    return { marks: Object.fromEntries(placed), left, right, axis, scrolled: scrollY };
  })()`);
  const [first, last] = [Object.keys(marks).sort().at(0)!, Object.keys(marks).sort().at(-1)!];
  const pxPerDay = ((marks[last]! - marks[first]!) / (Date.parse(last) - Date.parse(first))) * DAY;
  return { ...rest, marks, pxPerDay };
}

/** The time at an x of the view, in days since 1970. */
export function dayAt(x: number, { marks, pxPerDay }: Reading): number {
  const [date, at] = Object.entries(marks)[0]!;
  return Date.parse(date) / DAY + (x - at) / pxPerDay;
}
