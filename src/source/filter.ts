import { MizwalaError } from "../base/errors.js";
import { isObject } from "../model/rules.js";
import type { Comparison, Filter, FilterValue, SourceField } from "./contract.js";
import { lettersOf, LONGEST_SPELLING, spell } from "./spelling.js";

const OPS = {
  number: new Set<unknown>(["eq", "ne", "lt", "le", "gt", "ge", "in"]),
  string: new Set<unknown>(["eq", "ne", "in", "contains", "finds"]),
} as const;
/** Filters that are larger are refused. */
const MOST_NODES = 64;
const MOST_DEEP = 8;
const MOST_VALUES = 256;
const LONGEST = 1_000;

/**
 * Reads a filter that comes from outside: only known fields, comparisons and types, and not too many of them.
 *
 * @param filter - What came.
 * @param fields - What a filter may ask for.
 * @throws MizwalaError that says what is wrong with it.
 */
export function checkFilter(filter: unknown, fields: readonly SourceField[]): Filter {
  const types = new Map(fields.map(({ name, type }) => [name, type === "text" ? "string" : "number"] as const));
  let nodes = 0;

  const check = (node: unknown, path: string, depth: number): Filter => {
    if (++nodes > MOST_NODES || depth > MOST_DEEP)
      refuse(path, nodes, `at most ${MOST_NODES} parts, ${MOST_DEEP} within each other`);
    if (!isObject(node)) refuse(path, node, "a comparison, { and }, { or } or { not }");
    const keys = Object.keys(node).sort().join(" ");
    if (keys === "and" || keys === "or") {
      const parts = node[keys];
      if (!Array.isArray(parts)) refuse(`${path}.${keys}`, parts, "a list of filters");
      const checked = parts.map((part: unknown, i) => check(part, `${path}.${keys}[${i}]`, depth + 1));
      return keys === "and" ? { and: checked } : { or: checked };
    }
    if (keys === "not") return { not: check(node["not"], `${path}.not`, depth + 1) };
    if (keys !== "field op value") refuse(path, keys, "field, op and value");
    return compare(node, path);
  };
  const compare = ({ field, op, value }: Readonly<Record<string, unknown>>, path: string): Comparison => {
    const type = typeof field === "string" ? types.get(field) : undefined;
    if (type === undefined) refuse(`${path}.field`, field, `one of ${[...types.keys()].join(", ")}`);
    if (!OPS[type].has(op)) refuse(`${path}.op`, op, `one of ${[...OPS[type]].join(", ")}`);
    const longest = op === "finds" ? LONGEST_SPELLING : LONGEST;
    const isOne = (one: unknown): boolean =>
      typeof one === type && (typeof one === "string" ? one.length <= longest : Number.isFinite(one));
    const isFit =
      op === "in" ? Array.isArray(value) && value.length <= MOST_VALUES && value.every(isOne) : isOne(value);
    if (!isFit) refuse(`${path}.value`, value, op === "in" ? `up to ${MOST_VALUES} of type ${type}` : `a ${type}`);
    return { field, op, value } as Comparison;
  };
  return check(filter, "filter", 0);
}

/** Makes a function that says whether a filter means an event. */
export function matcherOf(filter: Filter): (fieldOf: (name: string) => unknown) => boolean {
  if ("and" in filter) {
    const parts = filter.and.map(matcherOf);
    return (fieldOf) => parts.every((part) => part(fieldOf));
  }
  if ("or" in filter) {
    const parts = filter.or.map(matcherOf);
    return (fieldOf) => parts.some((part) => part(fieldOf));
  }
  if ("not" in filter) {
    const part = matcherOf(filter.not);
    return (fieldOf) => !part(fieldOf);
  }
  const { field, op, value } = filter;
  const isMet = comparisonOf(op, value);
  return (fieldOf) => {
    const found = fieldOf(field);
    return (typeof found === "string" || typeof found === "number") && isMet(found);
  };
}

function comparisonOf(op: Comparison["op"], value: Comparison["value"]): (found: FilterValue) => boolean {
  const one = value as FilterValue;
  switch (op) {
    case "eq":
      return (found) => found === one;
    case "ne":
      return (found) => found !== one;
    case "lt":
      return (found) => found < one;
    case "le":
      return (found) => found <= one;
    case "gt":
      return (found) => found > one;
    case "ge":
      return (found) => found >= one;
    case "in": {
      const values = new Set<unknown>(value as readonly FilterValue[]);
      return (found) => values.has(found);
    }
    case "finds": {
      const letters = lettersOf(String(one));
      return (found) => spell(String(found)).includes(letters);
    }
    case "contains": {
      const wanted = String(one).toLowerCase();
      return (found) => String(found).toLowerCase().includes(wanted);
    }
  }
}

function refuse(path: string, found: unknown, expected: string): never {
  throw new MizwalaError({ code: "source-filter", path, found, expected });
}
