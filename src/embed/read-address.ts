import { readOptionText } from "../model/option-text.js";
import type { OptionChanges, TimelineOptions } from "../model/options.js";

/** What the address of a page may ask for. */
export interface AddressRequest {
  /** Options, each checked. */
  readonly options: OptionChanges;
  /** A file of the same site to show, absolute. */
  readonly src?: string;
  /** The id of an event to open. */
  readonly select?: string;
}

/** The options that an address may set: how a timeline looks, never what it says. */
const OPTIONS = [
  ...["locale", "layout", "theme", "direction", "orientation", "calendar"],
  ...["numerals", "monthNames", "domain", "controls"],
] as (keyof TimelineOptions)[];

/** An address of a page needs no more. */
const LONGEST = 2000;

/**
 * Reads what the address of a page asks for in its query, and over that behind its `#`:
 * `?locale=en&layout=list&theme=dark&domain=2020-07/2020-08&select=astana&src=other.json`. What it can't be is passed over,
 * and so is a file of another site: nobody shows his own words in the name of this one.
 *
 * @example
 * ```ts
 * readAddress("https://news.example/embed.html?layout=list&src=moon.json").options; // { layout: "list" }
 * ```
 *
 * @param address - Absolute.
 */
export function readAddress(address: string): AddressRequest {
  const url = new URL(address);
  const asked = new URLSearchParams(url.search.slice(0, LONGEST));
  for (const [name, value] of new URLSearchParams(url.hash.slice(1, LONGEST))) asked.set(name, value);
  const options = OPTIONS.flatMap((option): [string, unknown][] => {
    const text = asked.get(option);
    if (text === null) return [];
    try {
      return [[option, readOptionText(option, text)]];
    } catch {
      return [];
    }
  });
  const src = sameSite(asked.get("src"), url);
  const select = asked.get("select");
  return {
    options: Object.fromEntries(options),
    ...(src === undefined ? {} : { src }),
    ...(select === null ? {} : { select }),
  };
}

function sameSite(text: string | null, page: URL): string | undefined {
  if (text === null || !URL.canParse(text, page)) return undefined;
  const { origin, href, protocol } = new URL(text, page);
  return origin === page.origin && /^https?:$/.test(protocol) ? href : undefined;
}
