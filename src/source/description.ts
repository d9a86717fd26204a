import { MizwalaError } from "../base/errors.js";
import { isObject } from "../model/rules.js";
import type { SourceDescription, SourceField, SourceLane, SourceValue } from "./contract.js";
import { LONGEST_VALUE, MOST_VALUES } from "./few-values.js";
import { REVISION } from "./revision.js";

const MOST_LANES = 2 ** 16;
const MOST_FIELDS = 1_024;

/**
 * Reads a description that comes from outside, and takes from it nothing but what a description has.
 *
 * @throws MizwalaError that says where it is none.
 */
export function checkDescription(found: unknown): SourceDescription {
  const { extent, count, revision, lanes, fields } = objectIn(found, "describe");
  if (!Array.isArray(extent) || extent.length !== 2 || !extent.every(Number.isSafeInteger))
    refuse("describe.extent", extent, "two times");
  if (typeof revision !== "string" || !REVISION.test(revision)) refuse("describe.revision", revision, "a revision");
  return {
    extent: [Number(extent[0]), Number(extent[1])],
    count: countIn(count, "describe.count"),
    revision,
    lanes: eachIn(lanes, "describe.lanes", MOST_LANES, laneIn),
    fields: eachIn(fields, "describe.fields", MOST_FIELDS, fieldIn),
  };
}

function laneIn(found: unknown, path: string): SourceLane {
  const { id, count } = objectIn(found, path);
  if (typeof id !== "string") refuse(path, id, "the id of a lane");
  return { id, count: countIn(count, path) };
}

function fieldIn(found: unknown, path: string): SourceField {
  const { name, type, values } = objectIn(found, path);
  if (typeof name !== "string") refuse(path, name, "the name of a field");
  if (type !== "text" && type !== "number") refuse(path, type, "text or number");
  return {
    name,
    type,
    ...(values !== undefined && { values: eachIn(values, `${path}.values`, MOST_VALUES, valueIn) }),
  };
}

function valueIn(found: unknown, path: string): SourceValue {
  const { value, count } = objectIn(found, path);
  if (typeof value !== "string" || value.length > LONGEST_VALUE)
    refuse(path, value, `a text of at most ${LONGEST_VALUE} characters`);
  return { value, count: countIn(count, path) };
}

function eachIn<Part>(
  found: unknown,
  path: string,
  most: number,
  read: (part: unknown, path: string) => Part,
): readonly Part[] {
  if (!Array.isArray(found) || found.length > most) refuse(path, found, `a list of at most ${most}`);
  return found.map((part: unknown, i) => read(part, `${path}[${i}]`));
}

function objectIn(found: unknown, path: string): Readonly<Record<string, unknown>> {
  if (!isObject(found)) refuse(path, found, "an object of the description of a source");
  return found;
}

function countIn(found: unknown, path: string): number {
  if (!Number.isSafeInteger(found) || (found as number) < 0) refuse(path, found, "a count");
  return found as number;
}

/** Says that what a source has answered is no answer. */
export function refuse(path: string, found: unknown, expected: string): never {
  throw new MizwalaError({ code: "source-answer", path, found, expected });
}
