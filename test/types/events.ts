/** Compiled, never run: what the types of events accept and refuse. */
import type { EventBase, TimelineEvent } from "../../src/model/input.js";
import { defineKind, type KindDefinition } from "../../src/model/kinds.js";
import { resolveOptions, type TimelineDocument, type TimelineOptions } from "../../src/model/options.js";
import { resolveDocument } from "../../src/model/resolve-document.js";

const common = { date: "2020-07-08", title: "توقيع الاتفاقية" } as const;

export const accepted: readonly TimelineEvent[] = [
  { ...common },
  { ...common, kind: "event" },
  { ...common, kind: "signing", parties: ["إيران", { name: { ar: "سوريا", en: "Syria" } }] },
  { ...common, kind: "arrival", who: { name: "محمد باقري" }, to: { name: "دمشق", lat: 33.51, lon: 36.29 } },
  { ...common, kind: "vote", inFavour: 13, against: 1, abstained: 1 },
  { ...common, date: { start: "2011", end: ".." } },
  { ...common, date: new Date(0) },
  { ...common, title: ["بعد ", { text: "COVID-19", dir: "ltr" }] },
];

// @ts-expect-error a signing has parties
export const signing: TimelineEvent = { ...common, kind: "signing" };

// @ts-expect-error and at least one of them
export const emptySigning: TimelineEvent = { ...common, kind: "signing", parties: [] };

// @ts-expect-error only a vote is counted
export const meeting: TimelineEvent = { ...common, kind: "meeting", inFavour: 13 };

// @ts-expect-error no such kind
export const unknownKind: TimelineEvent = { ...common, kind: "metting" };

// @ts-expect-error an event has a date
export const undated: TimelineEvent = { title: "A title" };

// @ts-expect-error an event has a title
export const untitled: TimelineEvent = { date: "2020" };

// @ts-expect-error certainty is one of three words
export const sure: TimelineEvent = { ...common, certainty: "sure" };

/** A kind tells which fields there are. */
export function partiesOf(event: TimelineEvent): number {
  return event.kind === "signing" ? event.parties.length : 0;
}

// @ts-expect-error not every event has parties
export type Parties = TimelineEvent["parties"];

interface Launch extends EventBase {
  readonly kind: "launch";
  readonly rocket: string;
}

export const launch: KindDefinition = defineKind<Launch>({
  kind: "launch",
  label: "Launch",
  fields: { rocket: "Rocket" },
});

// @ts-expect-error the name of the kind is that of its events
void defineKind<Launch>({ kind: "lunch", label: "Launch" });

// @ts-expect-error its events have no such field
void defineKind<Launch>({ kind: "launch", label: "Launch", fields: { racket: "Racket" } });

export const options: TimelineOptions<TimelineEvent | Launch> = {
  kinds: [launch],
  events: [{ ...common, kind: "launch", rocket: "Ariane 6" }, ...accepted],
  renderDetails: (event) => {
    const rocket: string = event.kind === "launch" ? event.rocket : "";
    return rocket === "" ? null : ({} as Node);
  },
};

// @ts-expect-error only a launch has a rocket
export type Rocket = (TimelineEvent | Launch)["rocket"];

/** The author's own type comes back out. */
export const rockets: readonly string[] = resolveDocument(resolveOptions(options)).events.flatMap(({ datum }) =>
  datum.kind === "launch" ? datum.rocket : [],
);

export const plain: TimelineOptions = {
  // @ts-expect-error a launch is none of the built-in kinds
  events: [{ ...common, kind: "launch", rocket: "Ariane 6" }],
};

// @ts-expect-error a callback is not JSON
export const document: TimelineDocument = { events: [], renderDetails: () => null };

// @ts-expect-error there is no such layout
export const layout: TimelineOptions = { events: [], layout: "lists" };
