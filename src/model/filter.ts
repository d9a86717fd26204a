import { MizwalaError } from "../base/errors.js";
import type { Instant } from "../time/instant.js";
import { readSide } from "./domain.js";
import type { DateInput } from "./input.js";
import { findFaults, isObject, text, type OptionFault, type Rule, type Rules } from "./rules.js";

/** A stretch of time that may be open on one side. */
export interface RangeInput {
  /** From the first instant of this date. Default: from the beginning of time. */
  readonly from?: DateInput;
  /** To the last instant of this date. Default: to the end of time. */
  readonly to?: DateInput;
}

/**
 * Which events are wanted: those that answer to every field; of the entries of one field, any will do. Plain JSON; what is
 * left out or empty asks for nothing.
 */
export interface EventFilter {
  /** Words that are all found in an event, in any order, also as parts of longer words. At most 200 characters. */
  readonly text?: string;
  /** Kinds, by their names in `kind`. */
  readonly kinds?: readonly string[];
  /** Lanes, by their ids; a group stands for all its lanes. */
  readonly lanes?: readonly string[];
  /** Tags, however they are spelled. */
  readonly tags?: readonly string[];
  /** Names of participants, however they are spelled. */
  readonly participants?: readonly string[];
  /** When the events were: a part of each lies in this stretch. */
  readonly range?: RangeInput;
}

/** The longest text, in UTF-16 units, and the most entries of a list. */
export const LONGEST_TEXT = 200;
const MOST = 1000;

const list: Rule = {
  expected: `an array of at most ${MOST} texts`,
  isValid: (value) => Array.isArray(value) && value.length <= MOST && value.every((entry) => typeof entry === "string"),
};
const RULES: Rules = {
  text: text(`a text of at most ${LONGEST_TEXT} characters`, (value) => value.length <= LONGEST_TEXT),
  kinds: list,
  lanes: list,
  tags: list,
  participants: list,
  range: {
    expected: "an object with dates from and to, in order",
    isValid: (value) => isObject(value) && isRange(value),
  },
} satisfies Record<keyof EventFilter, Rule>;

/**
 * A filter of the author's, without the fields that ask for nothing.
 *
 * @param filter - Should be an {@link EventFilter}.
 * @param path - What to call it in an error.
 * @throws MizwalaError for an unknown field or an impossible value.
 */
export function checkFilter(filter: unknown, path: string): EventFilter {
  const [fault] = findFilterFaults(filter, path);
  if (fault) throw new MizwalaError(fault);
  return withoutEmpty(filter as EventFilter);
}

/** What can be read of a filter from outside, such as an address; the rest is passed over. */
export function readFilter(filter: unknown): EventFilter {
  if (!isObject(filter)) return {};
  const read = Object.keys(RULES).filter((name) => Object.hasOwn(filter, name) && RULES[name]!.isValid(filter[name]));
  return withoutEmpty(Object.fromEntries(read.map((name) => [name, filter[name]])));
}

/** What is wrong with a filter. */
export function findFilterFaults(filter: unknown, path: string): readonly OptionFault[] {
  return findFaults(filter, RULES, { path, option: "filter" });
}

/** From the first instant of one date up to, not including, the first after the other. */
export function resolveRange(range: RangeInput, timeZone: string): readonly [from: Instant, to: Instant] {
  return [
    range.from === undefined ? -Infinity : (readSide(range.from, "start", timeZone) ?? -Infinity),
    range.to === undefined ? Infinity : (readSide(range.to, "end", timeZone) ?? Infinity),
  ];
}

const SIDES = { from: "start", to: "end" } as const;

function isRange(range: Readonly<Record<string, unknown>>): boolean {
  const isReadable = Object.entries(range).every(
    ([name, date]) =>
      Object.hasOwn(SIDES, name) &&
      (date === undefined || readSide(date as DateInput, SIDES[name as keyof typeof SIDES], "UTC") !== undefined),
  );
  if (!isReadable) return false;
  const [from, to] = resolveRange(range, "UTC");
  return from < to;
}

/** A copy, so that nobody changes it from outside. */
function withoutEmpty({ text: words, range, ...lists }: EventFilter): EventFilter {
  const isRangeGiven = range?.from !== undefined || range?.to !== undefined;
  return {
    ...(words !== undefined && words.trim() !== "" && { text: words }),
    ...Object.fromEntries(
      Object.entries(lists).flatMap(([name, entries]: [string, readonly string[] | undefined]) =>
        entries?.length ? [[name, [...entries]]] : [],
      ),
    ),
    ...(isRangeGiven && { range: { ...range } }),
  };
}
