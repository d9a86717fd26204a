/**
 * What an author writes. Everything here is plain JSON, but for dates, which may also be objects of the language.
 */

/** A piece of text that has a direction, a language or a look of its own, such as a Latin name in an Arabic title. */
export interface TextSpan {
  /** The words. Never read as HTML. */
  readonly text: string;
  /** The direction of this piece. Default: that of its language, or else of its letters. */
  readonly dir?: "ltr" | "rtl";
  /** The language of this piece as a BCP 47 tag, for example `en`. */
  readonly lang?: string;
  /** Whether this piece of a summary is stressed in the details. */
  readonly emphasis?: boolean;
  /** The address to which this piece of a summary leads in the details: relative, or `https:`, `http:`, `mailto:` or `tel:`. */
  readonly url?: string;
}

/** One piece of a text. */
export type TextPart = string | TextSpan;

/** One text per language; the keys are BCP 47 tags: `{ ar: "قمة", en: "Summit" }`. */
export type TextByLanguage = Readonly<Record<string, string | readonly TextPart[]>>;

/** A text: a string, its pieces, or one text per language. Never read as HTML. */
export type TextInput = string | readonly TextPart[] | TextByLanguage;

/** A date object of the `Temporal` API, known by its `Symbol.toStringTag`, so that no polyfill is needed. */
export interface TemporalLike {
  /** Its type, for example `Temporal.PlainDate`. */
  readonly [Symbol.toStringTag]: string;
  /** The date as text, as ISO 8601 and RFC 9557 write it. */
  toString(): string;
}

/**
 * One date: EDTF text (`2020-07-01`, `2020-03~`, `201X`), an ISO 8601 date and time, milliseconds since
 * 1970-01-01T00:00Z, a `Date`, or a `Temporal` object. A document in JSON holds text or a number.
 */
export type DateValue = string | number | Date | TemporalLike;

/** A date from a start to an end. */
export interface DateInterval {
  /** The start; `".."` where there is none, `null` where nobody knows it. */
  readonly start: DateValue | null;
  /**
   * The end; `".."` where none is set, `"now"` where it goes on (see the option `now`), `null` where nobody knows it. Left
   * out, the start is a single date.
   */
  readonly end?: DateValue | null;
}

/** When something happened. EDTF text may hold an interval too: `2020-07-07/2020-07-09`. */
export type DateInput = DateValue | DateInterval;

/** Somebody who takes part: a name, or a name with a role. */
export type Participant = string | ParticipantDetails;

/** A name with a role. */
export interface ParticipantDetails {
  /** The name. */
  readonly name: TextInput;
  /** The office or part, for example "president". */
  readonly role?: TextInput;
  /** The state or body that the role belongs to, for example "Iran". */
  readonly of?: TextInput;
}

/** Where something happened: a name, or a name with coordinates. */
export type Place = string | PlaceDetails;

/** A name with coordinates. */
export interface PlaceDetails {
  /** The name. */
  readonly name: TextInput;
  /** Latitude in degrees, north is positive (WGS 84). */
  readonly lat?: number;
  /** Longitude in degrees, east is positive (WGS 84). */
  readonly lon?: number;
}

/** Who says so. */
export interface Source {
  /** Title of the article, page or book. */
  readonly title?: TextInput;
  /** Who published it. */
  readonly publisher?: TextInput;
  /** Its address; `https`, `http`, `mailto`, `tel` or relative. Anything else is shown as text. */
  readonly url?: string;
  /** When it was published. */
  readonly published?: DateInput;
  /** The words that the event rests on, as printed. */
  readonly quote?: TextInput;
}

/** A picture that belongs to an event. */
export interface Media {
  /** Its address. */
  readonly url: string;
  /** What can be seen, for those who can't see it. */
  readonly alt?: TextInput;
  /** Who made it. */
  readonly credit?: TextInput;
}

/** How sure the sources are. */
export type Certainty = "confirmed" | "reported" | "disputed";

/** How people met. */
export type MeetingFormat = "in-person" | "video" | "hybrid";

/** What every event can have, whatever its kind. Only the date and the title are required. */
export interface EventBase {
  /** What kind of event it is. Default: `event`. */
  readonly kind?: string;
  /**
   * Name for links and selection, one per timeline. Default: the title in its first language, `قمة-أستانا`; with the date
   * behind it where several events have that title. Give one where links must outlive a change of the title.
   */
  readonly id?: string;
  /** When it happened, as precise as the source says and no more. */
  readonly date: DateInput;
  /** The IANA zone in which a time of day is to be read and printed. Default: that of the timeline. */
  readonly timeZone?: string;
  /** The date as printed at the source: "last Tuesday". A weekday in it is checked against {@link EventBase.date}. */
  readonly dateText?: string;
  /** The date from which {@link EventBase.dateText} counts. */
  readonly publishedOn?: DateInput;
  /** What happened, in a few words. */
  readonly title: TextInput;
  /** One more line. */
  readonly summary?: TextInput;
  /** Language of this event's texts. Default: unknown, direction is read from the letters. */
  readonly lang?: string;
  /** Direction of this event's texts. Default: that of the language, or else of the letters. */
  readonly dir?: "ltr" | "rtl" | "auto";
  /** The id of the lane that it belongs to; see the option `lanes`. */
  readonly lane?: string;
  /**
   * From 0 to 1: who keeps the label when there is no room for all. 0 is a mark without a label of its own.
   * @defaultValue 0.5
   */
  readonly importance?: number;
  /**
   * How sure the sources are.
   * @defaultValue "confirmed"
   */
  readonly certainty?: Certainty;
  /** Who takes part. */
  readonly participants?: readonly Participant[];
  /** Where it happened. */
  readonly place?: Place;
  /** Who says so. */
  readonly sources?: readonly Source[];
  /** Pictures. Never loaded unless the page allows it. */
  readonly media?: readonly Media[];
  /** A page about it. */
  readonly url?: string;
  /** The id of the event that this one is a part of. */
  readonly partOf?: string;
  /** The ids of events that this one led to. */
  readonly leadsTo?: readonly string[];
  /** Words for searching and filtering. */
  readonly tags?: readonly string[];
  /** Anything of your own; never read. */
  readonly data?: unknown;
}

/** A meeting of heads of state or government. */
export interface SummitEvent extends EventBase {
  readonly kind: "summit";
  /** How they met. */
  readonly format?: MeetingFormat;
  /** Who invites. */
  readonly host?: Participant;
}

/** Two or more people meet. */
export interface MeetingEvent extends EventBase {
  readonly kind: "meeting";
  /** How they met. */
  readonly format?: MeetingFormat;
  /** What it is about. */
  readonly subject?: TextInput;
}

/** Somebody stays somewhere for a while. */
export interface VisitEvent extends EventBase {
  readonly kind: "visit";
  /** The guest. */
  readonly who: Participant;
  /** Where the guest goes. */
  readonly to?: Place;
  /** Who invites. */
  readonly invitedBy?: Participant;
}

/** Somebody arrives. */
export interface ArrivalEvent extends EventBase {
  readonly kind: "arrival";
  /** Who arrives. */
  readonly who: Participant;
  /** Where they come from. */
  readonly from?: Place;
  /** Where they arrive. */
  readonly to?: Place;
  /** Who invites. */
  readonly invitedBy?: Participant;
}

/** Somebody leaves. */
export interface DepartureEvent extends EventBase {
  readonly kind: "departure";
  /** Who leaves. */
  readonly who: Participant;
  /** What they leave. */
  readonly from?: Place;
  /** Where they go. */
  readonly to?: Place;
}

/** Parties sign something. */
export interface SigningEvent extends EventBase {
  readonly kind: "signing";
  /** Who signs; at least one. */
  readonly parties: readonly [Participant, ...Participant[]];
  /** What is signed. */
  readonly document?: TextInput;
  /** What it is about. */
  readonly subject?: TextInput;
}

/** Somebody says something. */
export interface StatementEvent extends EventBase {
  readonly kind: "statement";
  /** Who says it. */
  readonly speaker: Participant;
  /** To whom. */
  readonly to?: Participant;
  /** The words. */
  readonly quote?: TextInput;
}

/** A body votes on something. */
export interface VoteEvent extends EventBase {
  readonly kind: "vote";
  /** Who votes: a parliament, a council, a people. */
  readonly body?: TextInput;
  /** What they vote on. */
  readonly subject?: TextInput;
  /** How many votes in favour. */
  readonly inFavour?: number;
  /** How many votes against. */
  readonly against?: number;
  /** How many abstained. */
  readonly abstained?: number;
  /** What was decided. */
  readonly outcome?: TextInput;
}

/** People elect somebody. */
export interface ElectionEvent extends EventBase {
  readonly kind: "election";
  /** What is elected: a parliament, an office. */
  readonly body?: TextInput;
  /** Who won. */
  readonly winner?: Participant;
  /** Who voted of those who could, in per cent. */
  readonly turnout?: number;
}

/** Fighting. */
export interface ConflictEvent extends EventBase {
  readonly kind: "conflict";
  /** Who fights. */
  readonly parties?: readonly Participant[];
  /** How many died. */
  readonly deaths?: number;
  /** How it ended. */
  readonly outcome?: TextInput;
}

/** Fighting is to stop. */
export interface CeasefireEvent extends EventBase {
  readonly kind: "ceasefire";
  /** Between whom. */
  readonly parties?: readonly Participant[];
  /** Who brought it about. */
  readonly mediator?: Participant;
}

/** A disaster. */
export interface DisasterEvent extends EventBase {
  readonly kind: "disaster";
  /** What caused it. */
  readonly cause?: TextInput;
  /** How many died. */
  readonly deaths?: number;
  /** How many were injured. */
  readonly injured?: number;
}

/** Something begins to exist. */
export interface FoundingEvent extends EventBase {
  readonly kind: "founding";
  /** What begins. */
  readonly what?: TextInput;
  /** Who founds it. */
  readonly founders?: readonly Participant[];
}

/** Somebody is born. */
export interface BirthEvent extends EventBase {
  readonly kind: "birth";
  /** Who is born. */
  readonly who: Participant;
}

/** Somebody dies. */
export interface DeathEvent extends EventBase {
  readonly kind: "death";
  /** Who dies. */
  readonly who: Participant;
  /** Of what. */
  readonly cause?: TextInput;
}

/** Something is published. */
export interface PublicationEvent extends EventBase {
  readonly kind: "publication";
  /** The work. */
  readonly what?: TextInput;
  /** Who wrote or made it. */
  readonly authors?: readonly Participant[];
  /** Who publishes it. */
  readonly publisher?: TextInput;
}

/** Anything else. */
export interface PlainEvent extends EventBase {
  readonly kind?: "event";
}

/** An event of a built-in kind; `kind` tells which fields it has. Own kinds: see `defineKind`. */
export type TimelineEvent =
  | SummitEvent
  | MeetingEvent
  | VisitEvent
  | ArrivalEvent
  | DepartureEvent
  | SigningEvent
  | StatementEvent
  | VoteEvent
  | ElectionEvent
  | ConflictEvent
  | CeasefireEvent
  | DisasterEvent
  | FoundingEvent
  | BirthEvent
  | DeathEvent
  | PublicationEvent
  | PlainEvent;
