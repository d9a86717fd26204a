/**
 * One text for each plural form of a language (CLDR plural rules); `zero` is for 0 in every language, and `other` stands in
 * for what is missing.
 */
export type PluralMessage = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  /** The text of all forms that have none of their own. */
  readonly other: string;
};

/** A text with places to fill in, such as `{n}` or `{text}`, or one such text for each plural form of `{n}`. */
export type Message = string | PluralMessage;

/**
 * All words of the interface and of dates. Each can be replaced by the option `messages`. What stands in braces is
 * filled in: `{n}` a number, `{ordinal}` its word, the rest a text.
 */
export interface Messages {
  /** Name of the whole for a screen reader, where the timeline has no title. */
  readonly timeline: Message;
  /** How the keys work, a line for each; the list of keys, and what a screen reader says about them. */
  readonly keys: Message;
  /** Name of the button that shows less of time. */
  readonly zoomIn: Message;
  /** Name of the button that shows more of time. */
  readonly zoomOut: Message;
  /** Shows all events. */
  readonly fit: Message;
  /** Name of the button that closes the details. */
  readonly close: Message;
  /** Name of the panel of one event. */
  readonly details: Message;
  /** Where there is no event. */
  readonly empty: Message;
  /** How many events there are. */
  readonly events: Message;
  /** How many events came while the timeline was in the page. */
  readonly added: Message;
  /** How many events changed. */
  readonly changed: Message;
  /** How many events were taken away. */
  readonly removed: Message;
  /** The mark of events that have no room: "+3". */
  readonly more: Message;
  /** The same in words. */
  readonly hidden: Message;
  /** Name of the list of eras for a screen reader. */
  readonly eras: Message;
  /** Name of the list of what the axis leaves out, for a screen reader. */
  readonly breaks: Message;
  /** How much an axis leaves out where it is broken; `{text}` is a length such as "6 years". */
  readonly skipped: Message;
  /** The present moment, on its line. */
  readonly now: Message;

  /** Name of a field in the details. */
  readonly date: Message;
  /** Name of a field in the details. */
  readonly place: Message;
  /** Name of a field in the details. */
  readonly participants: Message;
  /** Name of a field in the details. */
  readonly certainty: Message;
  /** A value of the field `certainty`. */
  readonly confirmed: Message;
  /** A value of the field `certainty`. */
  readonly reported: Message;
  /** A value of the field `certainty`. */
  readonly disputed: Message;
  /** Name of a field in the details. */
  readonly source: Message;
  /** Name of a field in the details. */
  readonly sources: Message;
  /** A text in quotation marks. */
  readonly quote: Message;
  /** Name of a field in the details. */
  readonly partOf: Message;
  /** Name of a field in the details. */
  readonly parts: Message;
  /** Name of a field in the details. */
  readonly media: Message;
  /** Name of the button that loads a picture. */
  readonly showPicture: Message;
  /** Where a picture could not be loaded. */
  readonly noPicture: Message;
  /** Name of a field in the details. */
  readonly link: Message;
  /** The link to the page as it shows this event. */
  readonly eventLink: Message;
  /** Name of a field in the details. */
  readonly followsFrom: Message;
  /** Name of a field in the details. */
  readonly leadsTo: Message;

  /** An approximate date. */
  readonly about: Message;
  /** A doubtful date, in short. */
  readonly uncertain: Message;
  /** A doubtful date, in words. */
  readonly perhaps: Message;
  /** A date whose end is open. */
  readonly since: Message;
  /** A date whose start is open. */
  readonly until: Message;
  /** An end that nobody knows, in short. */
  readonly unknown: Message;
  /** An end that nobody knows, in words. */
  readonly unknownDate: Message;
  /** From one date to another, in words. */
  readonly fromTo: Message;
  /** A day and a time. */
  readonly dateTime: Message;

  /** The years from `{year}` on. */
  readonly decade: Message;
  /** A century; `{ordinal}` is its word. */
  readonly century: Message;
  /** A century before the year 1. */
  readonly centuryBefore: Message;
  /** A millennium. */
  readonly millennium: Message;
  /** A millennium before the year 1. */
  readonly millenniumBefore: Message;
  /** A season of the year `{year}`. */
  readonly spring: Message;
  /** A season of the year `{year}`. */
  readonly summer: Message;
  /** A season of the year `{year}`. */
  readonly autumn: Message;
  /** A season of the year `{year}`. */
  readonly winter: Message;
  /** A part of the year `{year}`. */
  readonly quarter: Message;
  /** A part of the year `{year}`. */
  readonly third: Message;
  /** A part of the year `{year}`. */
  readonly half: Message;

  /** A later date than another: `{text}` is how long after. */
  readonly after: Message;
  /** An earlier date than another: `{text}` is how long before. */
  readonly before: Message;
  /** A length of time; `zero` is said of two dates that are the same. `{length}` is how Intl says it. */
  readonly seconds: Message;
  /** A length of time; `zero` is said of two dates in the same minute. */
  readonly minutes: Message;
  /** A length of time; `zero` is said of two dates in the same hour. */
  readonly hours: Message;
  /** A length of time; `zero` is said of two dates on the same day. */
  readonly days: Message;
  /** A length of time; `zero` is said of two dates in the same month. */
  readonly months: Message;
  /** A length of time; `zero` is said of two dates in the same year. */
  readonly years: Message;
}

/** The name of a message. */
export type MessageKey = keyof Messages;

/** What fills the places of a message. */
export type MessageValues = Readonly<Record<string, string | number>>;
