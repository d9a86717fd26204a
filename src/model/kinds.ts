import { FIELDS } from "./fields.js";
import type { FieldDefinition, Label } from "./fields.js";
import type { EventBase, TimelineEvent } from "./input.js";
import { either, findFaults, isObject, objectOf, oneOf, text, type OptionFault, type Rule } from "./rules.js";

/** The colours of the palette, by name; what they are is the theme's business. */
export const HUES = ["blue", "amber", "green", "magenta", "violet", "teal", "red", "olive", "brown", "slate"] as const;

/** A colour of the palette. */
export type Hue = (typeof HUES)[number];

/** The forms of a mark. */
export const SHAPES = ["circle", "square", "diamond", "triangle"] as const;

/** The form of a mark. */
export type Shape = (typeof SHAPES)[number];

/**
 * What a kind of event is called, how its marks look, and which of its own fields the details show. Plain JSON.
 *
 * @typeParam Name - The names of its own fields.
 */
export interface KindDefinition<Name extends string = string> {
  /** The word in the event's `kind`. */
  readonly kind: string;
  /** What readers see, and hear from a screen reader. */
  readonly label: Label;
  /**
   * Colour of marks and of the label.
   * @defaultValue "slate"
   */
  readonly hue?: Hue;
  /**
   * Form of the marks.
   * @defaultValue "circle"
   */
  readonly shape?: Shape;
  /** The fields that the details show, in this order, by name. */
  readonly fields?: Readonly<Partial<Record<Name, FieldDefinition>>>;
}

/** A definition in which everything optional is filled in. */
export interface ResolvedKind extends Required<Omit<KindDefinition, "fields">> {
  /** The fields that the details show, in this order. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
}

/** The names of the fields that an event type has beyond those that every event has. */
type OwnField<E extends EventBase> = Exclude<keyof E & string, keyof EventBase>;

/**
 * A kind of your own, checked against the type of its events.
 *
 * @example
 * ```ts
 * interface Launch extends EventBase { kind: "launch"; rocket: string }
 * const launch = defineKind<Launch>({ kind: "launch", label: { ar: "إطلاق", en: "Launch" }, fields: { rocket: "Rocket" } });
 * createTimeline<TimelineEvent | Launch>(host, { kinds: [launch], events });
 * ```
 *
 * @param definition - Its name, label and look.
 * @returns The same definition, for the option `kinds`.
 */
export function defineKind<E extends EventBase & Required<Pick<EventBase, "kind">>>(
  definition: KindDefinition<OwnField<E>> & { readonly kind: E["kind"] },
): KindDefinition {
  return definition;
}

type BuiltIn = {
  readonly [E in TimelineEvent as NonNullable<E["kind"]>]: readonly [
    ar: string,
    en: string,
    hue: Hue,
    shape: Shape,
    fields?: readonly (OwnField<E> & keyof typeof FIELDS)[],
  ];
};

const BUILT_IN: BuiltIn = {
  summit: ["قمة", "Summit", "blue", "circle", ["format", "host"]],
  meeting: ["لقاء", "Meeting", "magenta", "circle", ["format", "subject"]],
  visit: ["زيارة", "Visit", "amber", "circle", ["who", "to", "invitedBy"]],
  arrival: ["وصول", "Arrival", "amber", "circle", ["who", "from", "to", "invitedBy"]],
  departure: ["مغادرة", "Departure", "amber", "diamond", ["who", "from", "to"]],
  signing: ["توقيع", "Signing", "green", "circle", ["parties", "document", "subject"]],
  statement: ["تصريح", "Statement", "violet", "diamond", ["speaker", "to", "quote"]],
  vote: ["تصويت", "Vote", "teal", "square", ["body", "subject", "inFavour", "against", "abstained", "outcome"]],
  election: ["انتخاب", "Election", "teal", "circle", ["body", "winner", "turnout"]],
  conflict: ["قتال", "Conflict", "red", "diamond", ["parties", "deaths", "outcome"]],
  ceasefire: ["هدنة", "Ceasefire", "olive", "circle", ["parties", "mediator"]],
  disaster: ["كارثة", "Disaster", "red", "triangle", ["cause", "deaths", "injured"]],
  founding: ["تأسيس", "Founding", "blue", "square", ["what", "founders"]],
  birth: ["ولادة", "Birth", "green", "diamond", ["who"]],
  death: ["وفاة", "Death", "slate", "diamond", ["who", "cause"]],
  publication: ["نشر", "Publication", "violet", "square", ["what", "authors", "publisher"]],
  event: ["حدث", "Event", "slate", "circle"],
};

const label = either(text("a text"), objectOf(text("a text")));

const field = either(label, {
  expected: "{ label, values }",
  isValid: (value) => isObject(value) && label.isValid(value["label"]) && objectOf(label).isValid(value["values"]),
});

const RULES: { readonly [Name in keyof Required<KindDefinition>]: Rule } = {
  kind: text("a name"),
  label,
  hue: oneOf(...HUES),
  shape: oneOf(...SHAPES),
  fields: objectOf(field),
};

/** What is wrong with an entry of the option `kinds`. */
export function findKindFaults(kind: unknown, index: number): readonly OptionFault[] {
  return findFaults(kind, RULES, { path: `options.kinds[${index}]`, option: "kinds", required: ["kind", "label"] });
}

/** All kinds of a timeline by name: the built-in ones, and those of the author over them. */
export function resolveKinds(own: readonly KindDefinition[] = []): ReadonlyMap<string, ResolvedKind> {
  const kinds = new Map<string, ResolvedKind>();
  for (const [kind, [ar, en, hue, shape, names = []]] of Object.entries(BUILT_IN)) {
    kinds.set(kind, {
      kind,
      label: { ar, en },
      hue,
      shape,
      fields: new Map(names.map((name) => [name, FIELDS[name]])),
    });
  }
  for (const { kind, label, hue, shape, fields } of own) {
    const base = kinds.get(kind);
    kinds.set(kind, {
      kind,
      label,
      hue: hue ?? base?.hue ?? "slate",
      shape: shape ?? base?.shape ?? "circle",
      fields: fields ? new Map(Object.entries(fields).filter(isGiven)) : (base?.fields ?? new Map()),
    });
  }
  return kinds;
}

function isGiven(entry: [string, FieldDefinition | undefined]): entry is [string, FieldDefinition] {
  return entry[1] !== undefined;
}
