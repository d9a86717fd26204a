import { localeDirection, type Direction } from "../text/direction.js";

/**
 * Which language of a text to show: the locale itself, then the locale without its last parts, then another form of its
 * language, then English, then the first. (BCP 47 calls the first two steps "lookup", RFC 4647, section 3.4.)
 */
export function chooseLanguage(tags: readonly string[], locale: string): string | undefined {
  const find = (isFit: (tag: string) => boolean): string | undefined => tags.find((tag) => isFit(tag.toLowerCase()));
  const parts = locale.toLowerCase().split("-");
  for (let length = parts.length; length > 0; length--) {
    const range = parts.slice(0, length).join("-");
    const tag = find((candidate) => candidate === range);
    if (tag !== undefined) return tag;
  }
  return find((tag) => tag.split("-", 1)[0] === parts[0]) ?? find((tag) => tag === "en") ?? tags[0];
}

/** No language tag in use is longer. */
const LONGEST = 100;
/** Tags whose direction is kept; the bound is for servers that see many. */
const KEPT = 200;
const cache = new Map<string, Direction | undefined>();

/** The direction in which a language is written; `undefined` for a tag that is not well-formed by BCP 47. */
export function languageDirection(tag: string): Direction | undefined {
  if (tag.length > LONGEST) return undefined;
  if (!cache.has(tag)) {
    if (cache.size === KEPT) cache.clear();
    cache.set(tag, canonicalTag(tag) === undefined ? undefined : localeDirection(tag));
  }
  return cache.get(tag);
}

/** A tag in its usual form (`ar-SY`); `undefined` where it is not well-formed. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
