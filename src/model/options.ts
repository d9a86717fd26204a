import { MizwalaError } from "../base/errors.js";
import type { MonthNames } from "../locale/fields.js";
import type { Messages } from "../locale/messages.js";
import type { Numerals } from "../locale/numerals.js";
import type { Direction } from "../text/direction.js";
import type { Instant } from "../time/instant.js";
import { CALENDARS, type Calendar } from "../time/calendars.js";
import { isTimeZone } from "../time/zone.js";
import type { Breaks } from "./breaks.js";
import type { EraInput } from "./eras.js";
import { findDomainFaults, resolveDomain, readSide, type DomainInput } from "./domain.js";
import type { DateInput, EventBase, TextInput, TimelineEvent } from "./input.js";
import { canonicalTag, languageDirection } from "./language.js";
import { findKindFaults, resolveKinds, type KindDefinition, type ResolvedKind } from "./kinds.js";
import type { LaneInput, LaneOrder } from "./lanes.js";
import {
  anything,
  array,
  callback,
  either,
  findFaults,
  flag,
  isObject,
  object,
  objectOf,
  oneOf,
  positive,
  text,
} from "./rules.js";
import type { OptionFault, Rule, Rules } from "./rules.js";

/** How far one can zoom: the length of the shown stretch of time in milliseconds, without what `breaks` leave out. */
export interface ZoomLimits {
  /**
   * The shortest stretch.
   * @defaultValue 3_600_000, an hour
   */
  readonly min?: number;
  /** The longest stretch. Default: what shows all events with some air. */
  readonly max?: number;
}

/** The stretches of time that a list can have headings for. */
export type ListGroupUnit = "day" | "month" | "year" | "decade" | "century";

/** Which stretches of time have a heading in a list. */
export type ListGroups = "auto" | "none" | ListGroupUnit;

/**
 * A timeline as plain JSON: everything but callbacks. An option that is left out or `undefined` has its default.
 *
 * @typeParam E - The type of the events.
 */
export interface TimelineDocument<E extends EventBase = TimelineEvent> {
  /** The address of the JSON schema, for editors. */
  readonly $schema?: string;
  /**
   * The version of the document's form.
   * @defaultValue 1
   */
  readonly version?: 1;
  /** The events, in any order. */
  readonly events: readonly E[];
  /** Periods behind the events, in any order. Default: none. */
  readonly eras?: readonly EraInput[];
  /** What the timeline is called. */
  readonly title?: TextInput;
  /** A line under the title. */
  readonly subtitle?: TextInput;
  /** Where the data come from, in a line under the timeline. */
  readonly source?: TextInput;
  /** Kinds of events of your own, and own looks of built-in ones; see `defineKind`. */
  readonly kinds?: readonly KindDefinition[];
  /**
   * The language of dates and words, a BCP 47 tag; it also picks among texts in several languages.
   * @defaultValue "en"
   */
  readonly locale?: string;
  /** Own words of the interface over those of the locale. */
  readonly messages?: Partial<Messages>;
  /**
   * Direction of the text. `auto` is that of the locale.
   * @defaultValue "auto"
   */
  readonly direction?: "auto" | "ltr" | "rtl";
  /**
   * Direction in which time runs. `auto` is that of the text.
   * @defaultValue "auto"
   */
  readonly timeDirection?: "auto" | "ltr" | "rtl";
  /**
   * The calendar of the axis and of dates.
   * @defaultValue "gregory"
   */
  readonly calendar?: Calendar;
  /** A second calendar: its months or years stand below the axis, and dates have it in parentheses. Default: none. */
  readonly secondCalendar?: Calendar;
  /**
   * The digits of dates and numbers: `latn` 7, `arab` ٧, `arabext` ۷. `auto` is what the locale is used to.
   * @defaultValue "auto"
   */
  readonly numerals?: Numerals;
  /**
   * `dual` prints months in the Levantine and the western form, تموز/ يوليو; `dual-western` the other way round. `auto` is
   * the form of the locale.
   * @defaultValue "auto"
   */
  readonly monthNames?: MonthNames;
  /**
   * The IANA zone of the timeline's clock. Never the reader's.
   * @defaultValue "UTC"
   */
  readonly timeZone?: string;
  /**
   * `flags` hang from one axis, `lanes` are rows with names, `list` stands down the page; `density` draws how many events
   * begin when, lane by lane, and names the most important ones. `auto` takes `density` from 1,000 events on, unless time is
   * to run down the page; else the list where it is narrow, or lanes where the timeline has any. Above 5,000 events there is
   * no other layout than `density`.
   * @defaultValue "auto"
   */
  readonly layout?: "auto" | "flags" | "lanes" | "list" | "density";
  /**
   * Where time runs: to one side, or down the page. `auto` is horizontal, but where the layout `auto` is narrow and a list
   * would be too long, it is vertical. A list always stands down the page.
   * @defaultValue "auto"
   */
  readonly orientation?: "auto" | "horizontal" | "vertical";
  /** The lanes, from above; those that only events name follow by first appearance. */
  readonly lanes?: readonly LaneInput[];
  /**
   * How lanes follow each other: as given, by their first event, by the number of events, or by label.
   * @defaultValue "given"
   */
  readonly laneOrder?: LaneOrder;
  /**
   * On which sides of the axis flags hang: above it, or above and below. `auto` takes both where that shows more of what is
   * important.
   * @defaultValue "auto"
   */
  readonly sides?: "auto" | "one" | "both";
  /**
   * Headings in a list, one for each stretch of time that has events; each stays in sight as long as its events. `auto`
   * is the finest unit that has about three events or more a heading, and none for a short list.
   * @defaultValue "auto"
   */
  readonly listGroups?: ListGroups;
  /**
   * What the axis leaves out, so that what lies before and after it comes near. `auto` finds the long silences, in which no
   * event starts, ends or goes on. Stretches of time such as `1950/1980` are left out from their first instant to their last;
   * one in which an event starts or ends is an issue. A break is drawn, and says how long it is. A list has none.
   * @defaultValue "none"
   */
  readonly breaks?: Breaks;
  /** The stretch of time that is shown at first. Default: all events. */
  readonly domain?: DomainInput;
  /**
   * The present moment: a line, and the end of events whose end is `"now"`. Default: in a page it is now, and moves on;
   * elsewhere there is none, and such ends are open.
   */
  readonly now?: DateInput;
  /**
   * Whether what is in view moves on with the present moment, as long as its line is in view: readers who move away from it
   * are left where they are. Where all events are in view, they stay so.
   * @defaultValue false
   */
  readonly followNow?: boolean;
  /**
   * Whether lines join an event with what it led to and with what it is a part of.
   * @defaultValue true
   */
  readonly links?: boolean;
  /** How far one can zoom. */
  readonly zoom?: ZoomLimits;
  /**
   * Height of the plot in CSS pixels, for flags and lanes; `auto` is as high as the labels need, or, where time runs down the
   * page, long enough to read by the number of events. A list is as high as its events need.
   * @defaultValue "auto"
   */
  readonly height?: number | "auto";
  /**
   * Colours. `auto` follows the reader's system.
   * @defaultValue "auto"
   */
  readonly theme?: "auto" | "light" | "dark";
  /**
   * Level of the title's heading in the page's outline.
   * @defaultValue 2
   */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /**
   * Whether there are buttons for zooming.
   * @defaultValue true
   */
  readonly controls?: boolean;
  /**
   * Whether single keys such as plus, zero and the question mark do something while focus is inside; arrows always do.
   * @defaultValue true
   */
  readonly shortcuts?: boolean;
  /**
   * Whether choosing an event opens its details.
   * @defaultValue true
   */
  readonly details?: boolean;
  /**
   * Where the details stand: below the plot, beside it at the end side where it is wide enough, or over it at their event.
   * `auto` is below, or at the event where the plot is so high that below would be out of sight.
   * @defaultValue "auto"
   */
  readonly detailsPlacement?: "auto" | "below" | "beside" | "popover";
  /**
   * Whether the page's address keeps what is shown, behind the `#`: the event that is chosen, the part of time, the layout,
   * and what features keep. Several timelines of a page need a word each that their parts begin with, letters and digits.
   * @defaultValue false
   */
  readonly hash?: boolean | string;
  /**
   * Whether screen readers are told of events that `append`, `upsert` and `remove` bring, change and take away, at most once
   * in five seconds.
   * @defaultValue true
   */
  readonly announce?: boolean;
  /** Font families as in CSS. Default: those of the style sheet. */
  readonly font?: string;
  /**
   * Whether the component brings its style sheet itself; `false` where the page links `mizwala/style.css`.
   * @defaultValue true
   */
  readonly adoptStyles?: boolean;
}

/**
 * Everything that can be said about a timeline.
 *
 * @typeParam E - The type of the events, your own kinds included.
 */
export interface TimelineOptions<E extends EventBase = TimelineEvent> extends TimelineDocument<E> {
  /**
   * Own content for the details of an event, as a node, never as HTML text; `null` keeps the usual content.
   *
   * @param event - The author's own object.
   */
  readonly renderDetails?: (event: E) => Node | null;
  /**
   * The events as `buildStore` of `mizwala/store` has read them without holding up the page: from the same list, with the same
   * time zone and kinds. It is asked for where they are drawn as `density`; new events without a new store are read by the
   * timeline.
   * Default: the timeline reads them when it is made. What `events` takes in place of a list may stand here too.
   */
  readonly store?: BuiltStore | EventFeed;
  /** What the timeline can do beyond drawing: values from `mizwala/features`, each for one timeline. Default: none. */
  readonly features?: readonly TimelineFeature[];
}

/** Many events in columns; what `buildStore` of `mizwala/store` makes. */
export interface BuiltStore {
  /** The id of each lane. */
  readonly lanes: readonly string[];
  /** The name of each kind. */
  readonly kinds: readonly string[];
  /** Its events, in order. */
  readonly index: object;
  /** The latest ones. */
  readonly tail: object;
}

/** Brings events that lie elsewhere, as many as a picture needs; what `fromSource` of `mizwala/source` makes, for one timeline. */
export interface EventFeed extends TimelineFeature {
  /**
   * What is known of the events now. It is for the timeline alone.
   *
   * @param setting - How events are read.
   */
  crowd(setting: object): object;
}

/**
 * A timeline whose events lie elsewhere.
 *
 * @typeParam E - The type of the events, your own kinds included.
 */
export interface FeedOptions<E extends EventBase = TimelineEvent> extends Omit<TimelineOptions<E>, "events" | "store"> {
  /** What brings them. */
  readonly events: EventFeed;
}

/** Something that a timeline can do beyond drawing; what `mizwala/features` makes. */
export interface TimelineFeature {
  /** What it is called, once in a timeline. */
  readonly name: string;
}

/**
 * Options to change; one that is `undefined` goes back to its default.
 *
 * @typeParam E - The type of the events.
 */
export type OptionChanges<E extends EventBase = TimelineEvent> = {
  readonly [Name in keyof TimelineOptions<E>]?: TimelineOptions<E>[Name] | undefined;
};

type Defaulted = Required<Omit<TimelineOptions, "$schema" | Bare>>;
type Bare = "secondCalendar" | "now" | "title" | "subtitle" | "source" | "domain" | "font" | "renderDetails" | "store";

/** The value of each option that is left out. Options that are not named here are then absent. */
export const DEFAULTS: Defaulted = {
  version: 1,
  events: [],
  eras: [],
  kinds: [],
  locale: "en",
  messages: {},
  direction: "auto",
  timeDirection: "auto",
  calendar: "gregory",
  numerals: "auto",
  monthNames: "auto",
  timeZone: "UTC",
  layout: "auto",
  orientation: "auto",
  listGroups: "auto",
  sides: "auto",
  breaks: "none",
  lanes: [],
  laneOrder: "given",
  followNow: false,
  links: true,
  zoom: {},
  height: "auto",
  theme: "auto",
  headingLevel: 2,
  controls: true,
  shortcuts: true,
  details: true,
  hash: false,
  detailsPlacement: "auto",
  announce: true,
  adoptStyles: true,
  features: [],
};

const direction = oneOf("auto", "ltr", "rtl");

/** Letters, digits, blanks, commas, quotes and hyphens: all that a list of font families needs. */
const FONT = /^[\p{L}\p{N}\s,'"_-]+$/u;

/** One text, one for each plural form, or nothing. */
const message: Rule = either(
  text("a text"),
  either(objectOf(text("a text")), { expected: "nothing", isValid: (value) => value === undefined }),
);

const ZOOM_RULES: Rules = { min: positive, max: positive };

const RULES: { readonly [Name in keyof Required<TimelineOptions>]: Rule } = {
  $schema: anything,
  version: oneOf(1),
  events: anything,
  eras: anything,
  title: anything,
  subtitle: anything,
  source: anything,
  kinds: array,
  locale: text("a BCP 47 language tag such as ar-SY", (tag) => canonicalTag(tag) !== undefined),
  messages: objectOf(message),
  direction,
  timeDirection: direction,
  calendar: oneOf(...CALENDARS),
  secondCalendar: oneOf(...CALENDARS),
  numerals: oneOf("auto", "latn", "arab", "arabext"),
  monthNames: oneOf("auto", "dual", "dual-western"),
  timeZone: text("an IANA zone such as Asia/Damascus", isTimeZone),
  layout: oneOf("auto", "flags", "lanes", "list", "density"),
  orientation: oneOf("auto", "horizontal", "vertical"),
  lanes: anything,
  laneOrder: oneOf("given", "first", "count", "label"),
  sides: oneOf("auto", "one", "both"),
  listGroups: oneOf("auto", "none", "day", "month", "year", "decade", "century"),
  breaks: either(oneOf("none", "auto"), array),
  domain: object,
  now: { expected: "a date", isValid: (value) => readSide(value as DateInput, "start", "UTC") !== undefined },
  followNow: flag,
  links: flag,
  zoom: object,
  height: either(oneOf("auto"), positive),
  theme: oneOf("auto", "light", "dark"),
  headingLevel: oneOf(1, 2, 3, 4, 5, 6),
  controls: flag,
  shortcuts: flag,
  details: flag,
  detailsPlacement: oneOf("auto", "below", "beside", "popover"),
  hash: either(
    flag,
    text("a word of letters and digits", (word) => /^[a-z]\w{0,39}$/i.test(word)),
  ),
  announce: flag,
  font: text("names of font families", (names) => FONT.test(names)),
  adoptStyles: flag,
  renderDetails: callback,
  store: {
    expected: "what buildStore makes",
    isValid: (value) => isFeed(value) || (isObject(value) && isObject(value["index"])),
  },
  features: array,
};

/** The names of all options, but for what only editors read. */
export const optionNames = (): readonly Exclude<keyof TimelineOptions, "$schema">[] =>
  (Object.keys(RULES) as (keyof TimelineOptions)[]).filter((name) => name !== "$schema");

/** The shortest stretch of time to zoom to, in milliseconds. */
const SHORTEST = 3_600_000;

/** Options in which everything is decided that can be decided without a page. */
export interface ResolvedOptions<E extends EventBase = TimelineEvent>
  extends
    Omit<Defaulted, "version" | "events" | "kinds" | "direction" | "timeDirection" | "zoom">,
    Pick<TimelineOptions<E>, Exclude<Bare, "domain" | "now" | "store">> {
  readonly events: readonly E[];
  readonly store?: TimelineOptions["store"] | undefined;
  readonly kinds: ReadonlyMap<string, ResolvedKind>;
  readonly direction: Direction;
  readonly timeDirection: Direction;
  readonly domain: readonly [from: Instant, to: Instant] | undefined;
  readonly now: Instant | undefined;
  /** Both in milliseconds; `max` is `Infinity` where there is no limit. */
  readonly zoom: Required<ZoomLimits>;
}

/**
 * Checks the options and fills in what is left out.
 *
 * @throws MizwalaError for an unknown option or an impossible value. The events are data: they are not looked at here.
 */
export function resolveOptions<E extends EventBase = TimelineEvent>(options: OptionChanges<E>): ResolvedOptions<E> {
  const [fault] = findOptionFaults(options);
  if (fault) throw new MizwalaError(fault);
  const given = Object.entries<unknown>(options).filter(([, value]) => value !== undefined);
  const all = { ...DEFAULTS, ...(Object.fromEntries(given) as Partial<TimelineOptions<E>>) };
  const locale = canonicalTag(all.locale)!;
  const direction = all.direction === "auto" ? languageDirection(locale)! : all.direction;
  return {
    ...all,
    locale,
    direction,
    events: all.events as readonly E[],
    kinds: resolveKinds(all.kinds),
    timeDirection: all.timeDirection === "auto" ? direction : all.timeDirection,
    now: all.now === undefined ? undefined : readSide(all.now, "start", all.timeZone),
    domain: all.domain && resolveDomain(all.domain, all.timeZone),
    zoom: { min: all.zoom.min ?? SHORTEST, max: all.zoom.max ?? Infinity },
  };
}

/** Whether it brings events that lie elsewhere. */
export function isFeed(value: unknown): value is EventFeed {
  return isObject(value) && typeof value["crowd"] === "function";
}

/** Everything that is wrong with the options themselves; events and texts are data and not looked at. */
export function findOptionFaults(options: unknown): readonly OptionFault[] {
  const faults = findFaults(options, RULES, { path: "options" });
  if (!isObject(options)) return faults;
  const { domain, zoom, kinds, timeZone } = options;
  const zone = RULES.timeZone.isValid(timeZone) ? (timeZone as string) : DEFAULTS.timeZone;
  return [
    ...faults,
    ...(isObject(domain) ? findDomainFaults(domain, zone, "options.domain") : []),
    ...(isObject(zoom) ? findFaults(zoom, ZOOM_RULES, { path: "options.zoom", option: "zoom" }) : []),
    ...(Array.isArray(kinds) ? kinds.flatMap(findKindFaults) : []),
  ];
}
