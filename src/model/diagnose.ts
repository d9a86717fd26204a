import { show, type Issue } from "../base/errors.js";
import { findOptionFaults, resolveOptions } from "./options.js";
import { resolveDocument } from "./resolve-document.js";
import { isObject } from "./rules.js";

/**
 * Everything that is wrong with a timeline, without drawing it: options that would throw, and data that would be left
 * out or look wrong. An option with a fault counts as left out for the rest. Never throws.
 *
 * @param options - Should be `TimelineOptions` or a document.
 */
export function diagnose(options: unknown): readonly Issue[] {
  const faults = findOptionFaults(options);
  const faulty = new Set(faults.map((fault) => fault.option));
  const given = Object.entries(isObject(options) ? options : {});
  const usable = resolveOptions(Object.fromEntries(given.filter(([name]) => !faulty.has(name))));
  return [
    ...faults.map(({ code, path, found, expected }): Issue => {
      return { code, path, found: show(found), expected, severity: "error" };
    }),
    ...resolveDocument(usable).issues,
  ];
}
