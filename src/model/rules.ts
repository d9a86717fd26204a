import { nearest } from "./nearest.js";

/** What is wrong with an option: the parts of a `MizwalaError`. */
export interface OptionFault {
  /** The name of the option, also where the fault is deeper inside it. */
  readonly option: string;
  readonly code: "option-unknown" | "option-value";
  readonly path: string;
  readonly found: unknown;
  readonly expected: string;
}

/** What an option may be, and how to say so. */
export interface Rule {
  readonly expected: string;
  readonly isValid: (value: unknown) => boolean;
}

/** A rule for each name of an object. */
export type Rules = Readonly<Record<string, Rule>>;

export const anything: Rule = { expected: "anything", isValid: () => true };
export const array: Rule = { expected: "an array", isValid: Array.isArray };
export const callback: Rule = { expected: "a function", isValid: (value) => typeof value === "function" };
export const flag: Rule = { expected: "true or false", isValid: (value) => typeof value === "boolean" };
export const object: Rule = { expected: "an object", isValid: isObject };
export const positive: Rule = {
  expected: "a number above 0",
  isValid: (value) => typeof value === "number" && value > 0 && Number.isFinite(value),
};

/** Exactly one of these values. */
export function oneOf(...values: readonly (string | number)[]): Rule {
  const words = values.map((value) => JSON.stringify(value)).join(", ");
  return {
    expected: values.length === 1 ? words : `one of ${words}`,
    isValid: (value) => values.some((allowed) => allowed === value),
  };
}

/** What one rule or the other accepts. */
export function either(one: Rule, other: Rule): Rule {
  return {
    expected: `${one.expected} or ${other.expected}`,
    isValid: (value) => one.isValid(value) || other.isValid(value),
  };
}

/** An object whose values all obey one rule. */
export function objectOf(rule: Rule): Rule {
  return {
    expected: `an object with ${rule.expected} under each name`,
    isValid: (value) => isObject(value) && Object.values(value).every((entry) => rule.isValid(entry)),
  };
}

/** A string that passes `isValid`. */
export function text(expected: string, isValid: (value: string) => boolean = () => true): Rule {
  return { expected, isValid: (value) => typeof value === "string" && isValid(value) };
}

/** Whether a value has fields that can be read by name. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where faults are looked for. */
interface Place {
  /** The path of the object that is checked. */
  readonly path: string;
  /** The option it stands in; left out, its fields are the options. */
  readonly option?: string;
  /** Names that may not be left out. */
  readonly required?: readonly string[];
}

/** Holds the fields of an object against their rules; a field that is `undefined` is as good as left out. */
export function findFaults(
  value: unknown,
  rules: Rules,
  { path, option, required = [] }: Place,
): readonly OptionFault[] {
  if (!isObject(value)) {
    return [{ option: option ?? "", code: "option-value", path, found: value, expected: object.expected }];
  }
  const names = Object.keys(rules);
  const given = Object.keys(value);
  return [...given, ...required.filter((name) => !given.includes(name))].flatMap((name): OptionFault[] => {
    const place = { option: option ?? name, path: `${path}.${name.slice(0, 80)}` };
    if (!names.includes(name)) {
      const meant = nearest(name, names);
      const expected = meant === undefined ? `one of ${names.join(", ")}` : `"${meant}"`;
      return [{ ...place, code: "option-unknown", found: name, expected }];
    }
    const { isValid, expected } = rules[name]!;
    const found = value[name];
    const isFine = found === undefined ? !required.includes(name) : isValid(found);
    return isFine ? [] : [{ ...place, code: "option-value", found, expected }];
  });
}
