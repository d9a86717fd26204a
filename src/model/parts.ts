import { clamp } from "../base/math.js";
import { safeUrl } from "../base/url.js";
import { cleanText } from "../text/clean.js";
import { parseDate } from "../time/parse.js";
import type { Span } from "../time/span.js";
import { languageDirection } from "./language.js";
import type { ResolvedLink, ResolvedMedia, ResolvedParticipant, ResolvedPlace, ResolvedSource } from "./model.js";
import { isObject } from "./rules.js";
import { ADDRESS, requireText, resolveText, type TextSetting } from "./text.js";

/** What decides how the parts of an event are read. */
export interface PartSetting extends TextSetting {
  /** The zone of the timeline. */
  readonly timeZone: string;
}

/** Reads one value that stands at `path`; `undefined` where nothing of it can be shown. */
export type Resolve<Part> = (input: unknown, path: string, setting: PartSetting) => Part | undefined;

/** An own field of an object, so that nothing comes from a prototype. */
export function fieldOf(input: object, name: string): unknown {
  return Object.hasOwn(input, name) ? (input as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** Reads each entry of a list; a single value counts as a list of one. */
export function resolveList<Part>(
  input: unknown,
  path: string,
  setting: PartSetting,
  resolve: Resolve<Part>,
): readonly Part[] {
  if (input === undefined || input === null) return [];
  const part = (entry: unknown, at: string): Part | readonly Part[] => resolve(entry, at, setting) ?? [];
  return Array.isArray(input)
    ? input.flatMap((entry, i) => part(entry, `${path}[${i}]`))
    : [input].flatMap((entry) => part(entry, path));
}

/** Reads the fields of an object, each with its own path. */
export function fieldReader(
  input: object,
  path: string,
  setting: PartSetting,
): <Part>(name: string, resolve: Resolve<Part>) => Part | undefined {
  return (name, resolve) => resolve(fieldOf(input, name), `${path}.${name}`, setting);
}

/** A name, or a name with a role. */
export const resolveParticipant: Resolve<ResolvedParticipant> = (input, path, setting) => {
  const isDetailed = isObject(input) && Object.hasOwn(input, "name");
  const read = fieldReader(isDetailed ? input : {}, path, setting);
  const name = isDetailed ? read("name", requireText) : requireText(input, path, setting);
  return name && { name, role: read("role", resolveText), of: read("of", resolveText) };
};

/** A name, or a name with coordinates. */
export const resolvePlace: Resolve<ResolvedPlace> = (input, path, setting) => {
  if (input === undefined || input === null) return undefined;
  const name = resolveParticipant(input, path, setting)?.name;
  const read = fieldReader(isObject(input) ? input : {}, path, setting);
  return name && { name, lat: read("lat", numberWithin(-90, 90)), lon: read("lon", numberWithin(-180, 180)) };
};

/** Who says so; a mere text is a title. */
export const resolveSource: Resolve<ResolvedSource> = (input, path, setting) => {
  const isDetailed = isObject(input);
  const read = fieldReader(isDetailed ? input : {}, path, setting);
  const title = isDetailed ? read("title", resolveText) : requireText(input, path, setting);
  if (!isDetailed && !title) return undefined;
  return {
    title,
    publisher: read("publisher", resolveText),
    quote: read("quote", resolveText),
    link: read("url", resolveLink),
    published: read("published", resolveDate),
  };
};

/** A picture; a mere text is its address. */
export const resolveMedia: Resolve<ResolvedMedia> = (input, path, setting) => {
  const read = fieldReader(isObject(input) ? input : { url: input }, path, setting);
  const link = read("url", resolveLink);
  const alt = read("alt", resolveText);
  if (link && !alt) setting.report("alt-missing", `${path}.alt`, undefined, "what the picture shows, in words");
  return link && { link, alt, credit: read("credit", resolveText) };
};

/** An address; one that may not become a link stays as text. */
export const resolveLink: Resolve<ResolvedLink> = (input, path, { report }) => {
  if (input === undefined || input === null) return undefined;
  const url = typeof input === "string" ? safeUrl(input) : undefined;
  if (url) return { text: url.href, ...url };
  report("url-refused", path, input, ADDRESS);
  if (typeof input !== "string") return undefined;
  return { text: cleanText(input.trim()), href: undefined, host: "", isExternal: false };
};

/** A date that an event can do without. */
export const resolveDate: Resolve<Span> = (input, path, { timeZone, report }) => {
  if (input === undefined || input === null) return undefined;
  const parsed = parseDate(input, { timeZone });
  if (parsed.ok) return parsed.span;
  report(parsed.fault.code, path, input, parsed.fault.expected);
  return undefined;
};

/** A word without a direction or language of its own, such as a tag; a number counts as one. */
export const resolveWord: Resolve<string> = (input, path, { report }) => {
  if (input === undefined || input === null) return undefined;
  if (typeof input === "string" || typeof input === "number") return cleanText(String(input));
  report("text-unreadable", path, input, "a text");
  return undefined;
};

/** A number, held between two bounds. */
export function numberWithin(low: number, high: number): Resolve<number> {
  return (input, path, { report }) => {
    if (input === undefined || input === null) return undefined;
    const isNumber = typeof input === "number" && !Number.isNaN(input);
    if (!isNumber || input < low || input > high)
      report("number-range", path, input, `a number from ${low} to ${high}`);
    return isNumber ? clamp(input, low, high) : undefined;
  };
}

/** One word out of a list. */
export function wordOf<Word extends string>(...words: readonly Word[]): Resolve<Word> {
  return (input, path, { report }) => {
    if (input === undefined || input === null) return undefined;
    const word = words.find((candidate) => candidate === input);
    if (word === undefined) report("word-unknown", path, input, `one of ${words.join(", ")}`);
    return word;
  };
}

/** A language, as a BCP 47 tag. */
export const resolveLanguage: Resolve<string> = (input, path, { report }) => {
  if (input === undefined || input === null) return undefined;
  if (typeof input === "string" && languageDirection(input)) return input;
  report("language-unknown", path, input, "a BCP 47 language tag");
  return undefined;
};
