import { isObject } from "../model/rules.js";
import { wordIn } from "./items.js";
import type { RowNotes } from "./notes.js";
import { notedText, plainOf } from "./plain.js";

/** A list, where a single value counts as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === "" ? [] : [value];
}

/** The words of a list; what is no text or number is left out. */
export function wordsOf(value: unknown): readonly string[] {
  return listOf(value)
    .flatMap((entry) => wordIn(entry) ?? [])
    .filter((word) => word !== "");
}

/** The names of participants; their roles are a loss. */
export function namesOf(participants: unknown, locale: string, note: RowNotes): string[] {
  return listOf(participants).flatMap((party) => {
    const isDetailed = isObject(party) && Object.hasOwn(party, "name");
    for (const field of isDetailed ? ["role", "of"] : [])
      if (isDetailed && party[field] !== undefined)
        note.loss(`participants.${field}`, plainOf(party[field], locale).text, "only names are kept");
    const text = notedText(isDetailed ? party["name"] : party, locale, note, "participants");
    return text === "" ? [] : [text];
  });
}

/** A place with its coordinates, where it has any. */
export interface PlainPlace {
  readonly name: string;
  readonly lat: number | undefined;
  readonly lon: number | undefined;
}

/** A place in one language; `undefined` where there is none. */
export function placeOf(place: unknown, locale: string, note: RowNotes): PlainPlace | undefined {
  const isDetailed = isObject(place) && Object.hasOwn(place, "name");
  const text = notedText(isDetailed ? place["name"] : place, locale, note, "place");
  const number = (value: unknown): number | undefined =>
    typeof value === "number" && Number.isFinite(value) ? value : undefined;
  if (text === "") return undefined;
  return {
    name: text,
    lat: isDetailed ? number(place["lat"]) : undefined,
    lon: isDetailed ? number(place["lon"]) : undefined,
  };
}
