import { optionNames, type TimelineOptions } from "../model/options.js";

type OptionName = keyof TimelineOptions;

/** Options that no attribute can hold, or that have attributes of their own. */
const WITHOUT: ReadonlySet<OptionName> = new Set(["version", "renderDetails", "store", "features", "adoptStyles"]);

/** `title` is a tooltip in HTML, on whatever element. */
const RENAMED: Readonly<Partial<Record<OptionName, string>>> = { title: "heading" };

/** What the element calls an option. */
export function propertyOf(option: OptionName): string {
  return RENAMED[option] ?? option;
}

/** The options that attributes can hold, by the names of the attributes. */
export function attributeNames(): ReadonlyMap<string, OptionName> {
  const options = optionNames().filter((option) => !WITHOUT.has(option));
  return new Map(
    options.map((option) => [propertyOf(option).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), option]),
  );
}
