import type { ResolvedEvent, ResolvedParticipant, ResolvedText } from "../../model/model.js";
import { isObject } from "../../model/rules.js";
import { TEXT_LIMIT } from "../../text/clean.js";
import { foldText } from "../../text/fold.js";

/** The own fields of the built-in kinds that hold people, states or bodies. */
export const PEOPLE: ReadonlySet<string> = new Set(
  "who invitedBy host parties speaker mediator winner founders authors".split(" "),
);

const folded = new WeakMap<ResolvedEvent, string>();

/** All that is searched in an event, folded: made once for each. */
export function wordsOf(event: ResolvedEvent): string {
  const before = folded.get(event);
  if (before !== undefined) return before;
  const words = foldText(textsOf(event).join("\n"));
  folded.set(event, words);
  return words;
}

/** Everybody who takes part in an event, by name. */
export function participantsOf({ participants, details }: ResolvedEvent): readonly string[] {
  const others = details.flatMap(({ name, values }) => (PEOPLE.has(name) ? values : []));
  return [...participants, ...others].flatMap((value) => (typeof value === "number" ? [] : value.name.text));
}

function textsOf(event: ResolvedEvent): string[] {
  const { kind, kindLabel, span, place, dateText, laneLabel, details, sources, tags, datum } = event;
  const people = [...event.participants, ...details.flatMap(({ values }) => values)];
  const texts: readonly (ResolvedText | undefined)[] = [
    ...[event.title, event.summary, dateText, place?.name, laneLabel],
    ...sources.flatMap(({ title, publisher, quote }) => [title, publisher, quote]),
  ];
  return [
    ...texts.flatMap((text) => text?.text ?? []),
    ...people.flatMap(textsOfPerson),
    ...[kindLabel, ...spellingsOf(kind.label)],
    ...[datum.title, datum.summary].flatMap(spellingsOf),
    ...tags,
    ...(span.text.match(/\d{4}/g) ?? []),
  ];
}

function textsOfPerson(value: ResolvedParticipant | number): readonly string[] {
  if (typeof value === "number") return [String(value)];
  return [value.name, value.role, value.of].flatMap((text) => text?.text ?? []);
}

/** A text in the languages that the timeline does not show: readers may know a name in another one. */
export function spellingsOf(input: unknown): readonly string[] {
  if (!isObject(input)) return [];
  return Object.values(input).map((text) => {
    const parts: readonly unknown[] = Array.isArray(text) ? text : [text];
    const words = parts.map((part) => (isObject(part) ? part["text"] : part));
    return words
      .filter((word) => typeof word === "string")
      .join("")
      .slice(0, TEXT_LIMIT);
  });
}
