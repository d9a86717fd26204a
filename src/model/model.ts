import type { Direction } from "../text/direction.js";
import type { TextRun } from "../text/runs.js";
import type { Span } from "../time/span.js";
import type { Certainty, EventBase } from "./input.js";
import type { ResolvedKind } from "./kinds.js";

/** A text in one language, cleaned: what a reader sees. */
export interface ResolvedText {
  /** Its pieces, for setting them one by one. */
  readonly runs: readonly TextRun[];
  /** All of it. */
  readonly text: string;
  /** Its direction as a whole. */
  readonly dir: Direction;
  /** Its language, where the author said so. */
  readonly lang: string | undefined;
}

/** An address. Where the scheme is refused there is no `href`, and the text is all that may be shown. */
export interface ResolvedLink {
  /** The address as given, cleaned. */
  readonly text: string;
  /** What a link may point to. */
  readonly href: string | undefined;
  /** The host it leads to, empty for an address of the same site. */
  readonly host: string;
  /** Whether it leads to another site. */
  readonly isExternal: boolean;
}

/** Somebody who takes part; also any other name or text, then without a role. */
export interface ResolvedParticipant {
  readonly name: ResolvedText;
  readonly role: ResolvedText | undefined;
  readonly of: ResolvedText | undefined;
}

/** Where something happened. */
export interface ResolvedPlace {
  readonly name: ResolvedText;
  /** Degrees, north is positive. */
  readonly lat: number | undefined;
  /** Degrees, east is positive. */
  readonly lon: number | undefined;
}

/** Who says so. */
export interface ResolvedSource {
  readonly title: ResolvedText | undefined;
  readonly publisher: ResolvedText | undefined;
  readonly quote: ResolvedText | undefined;
  readonly link: ResolvedLink | undefined;
  readonly published: Span | undefined;
}

/** A picture. Nothing loads it by itself. */
export interface ResolvedMedia {
  readonly link: ResolvedLink;
  readonly alt: ResolvedText | undefined;
  readonly credit: ResolvedText | undefined;
}

/** One own field of a kind, as the details print it. */
export interface ResolvedDetail {
  /** The name of the field, for example `parties`. */
  readonly name: string;
  /** Its name in the language of the timeline. */
  readonly label: string;
  /** Its values; most fields have one. Numbers are printed with the digits of the timeline. */
  readonly values: readonly (ResolvedParticipant | number)[];
}

/**
 * An event that is ready to be laid out.
 *
 * @typeParam E - The author's own type.
 */
export interface ResolvedEvent<E extends EventBase = EventBase> {
  /** Its name, different from all others of the timeline. */
  readonly id: string;
  /** Its place in the author's list. */
  readonly index: number;
  readonly kind: ResolvedKind;
  /** The name of the kind in the language of the timeline. */
  readonly kindLabel: string;
  readonly span: Span;
  readonly title: ResolvedText;
  readonly summary: ResolvedText | undefined;
  /** The date as printed at the source. */
  readonly dateText: ResolvedText | undefined;
  readonly publishedOn: Span | undefined;
  /** The id of its lane. */
  readonly lane: string | undefined;
  /** The name of its lane, where it has one. */
  readonly laneLabel?: ResolvedText | undefined;
  /** From 0 to 1; 0 is a mark without a label of its own. */
  readonly importance: number;
  readonly certainty: Certainty;
  /** What the kind adds. */
  readonly details: readonly ResolvedDetail[];
  readonly participants: readonly ResolvedParticipant[];
  readonly place: ResolvedPlace | undefined;
  readonly sources: readonly ResolvedSource[];
  readonly media: readonly ResolvedMedia[];
  readonly link: ResolvedLink | undefined;
  readonly tags: readonly string[];
  /** The id of the event that this one is a part of. */
  readonly partOf: string | undefined;
  /** The ids of the events that are parts of this one. */
  readonly parts: readonly string[];
  /** The ids of the events that this one led to. */
  readonly leadsTo: readonly string[];
  /** The author's own object, untouched. */
  readonly datum: E;
}
