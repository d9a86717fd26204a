import type { SourceField, SourceValue } from "./contract.js";

/** A field with more values has too many to choose from. */
export const MOST_VALUES = 64;
/** A field with a longer value, in UTF-16 units, holds prose. */
export const LONGEST_VALUE = 100;
/** Of so many fields of text the values are looked at, in their order. */
const MOST_FIELDS = 16;

/** The fields whose values a source looks at. */
export function countable<Field extends Pick<SourceField, "type">>(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ type }) => type === "text").slice(0, MOST_FIELDS);
}

/** Values as a source tells them, the most frequent first; `undefined` where they are too many or too long. */
export function fewValues(counted: readonly SourceValue[]): readonly SourceValue[] | undefined {
  if (counted.length > MOST_VALUES || counted.some(({ value }) => value.length > LONGEST_VALUE)) return undefined;
  return [...counted].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
