import { isObject } from "../model/rules.js";
import { instantText } from "../time/instant-text.js";
import { DAY } from "../time/instant.js";
import type { Domain } from "./view.js";

/**
 * What a reader has made of a timeline, as plain JSON. What is left out is as the author made it.
 */
export interface TimelineState {
  /** The id of the event that is chosen. */
  readonly selected?: string;
  /** The part of time in view, by its first and its last date; `all` where the author shows less at first. */
  readonly domain?:
    | {
        /** Its start. */
        readonly from: string;
        /** Its end. */
        readonly to: string;
      }
    | "all";
  /** The layout, where it was changed. */
  readonly layout?: (typeof LAYOUTS)[number];
  /** What features say of themselves, by name: the step of a story, the words of a search. */
  readonly features?: Readonly<Record<string, unknown>>;
}

const LAYOUTS = ["auto", "flags", "lanes", "list", "density"] as const;

/** In UTF-16 code units. */
const LONGEST_ID = 500;
const LONGEST_VALUE = 1_000;
const MOST_FEATURES = 20;

/** A date in the letters of EDTF and ISO 8601; a slash stands between two of them. */
const DATE = /^[!-.0-~]{1,60}$/;
const NAME = /^[a-z][\w-]{0,39}$/i;
const LONE_SURROGATE = /\p{Cs}/u;

/** Parts of a picture that nobody sees: a domain is told no more exactly. */
const FINENESS = 4_000;
const UNITS = [DAY, 60_000, 1_000] as const;

/** Reads what claims to be a state: what is not as it should be is left out. Never throws. */
export function readState(input: unknown): TimelineState {
  try {
    if (!isObject(input)) return {};
    const { selected, domain, layout, features } = input;
    return {
      ...(isId(selected) && { selected }),
      ...(domain === "all" && { domain }),
      ...(isObject(domain) && isDate(domain["from"]) && isDate(domain["to"])
        ? { domain: { from: domain["from"], to: domain["to"] } }
        : {}),
      ...(isLayout(layout) && { layout }),
      ...readFeatures(features),
    };
  } catch {
    return {};
  }
}

function readFeatures(input: unknown): Pick<TimelineState, "features"> {
  if (!isObject(input)) return {};
  const values = Object.entries(input)
    .filter(([name]) => NAME.test(name))
    .slice(0, MOST_FEATURES)
    .flatMap(([name, value]) => {
      const text = JSON.stringify(value) as string | undefined;
      return text === undefined || text.length > LONGEST_VALUE ? [] : [[name, JSON.parse(text) as unknown] as const];
    });
  return values.length > 0 ? { features: Object.fromEntries(values) } : {};
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_ID && !LONE_SURROGATE.test(value);
}

function isDate(value: unknown): value is string {
  return typeof value === "string" && DATE.test(value);
}

function isLayout(value: unknown): value is (typeof LAYOUTS)[number] {
  return LAYOUTS.some((layout) => layout === value);
}

/** A part of time in dates that can be read, as exact as can be seen; `undefined` where dates can't tell its ends apart. */
export function domainText([from, to]: Domain): { readonly from: string; readonly to: string } | undefined {
  const unit = UNITS.find((length) => length * FINENESS <= to - from) ?? 1;
  const [start, end] = [Math.round(from / unit) * unit, Math.round(to / unit) * unit];
  return start < end ? { from: instantText(start, "start"), to: instantText(end, "end") } : undefined;
}
