import { MizwalaError } from "../base/errors.js";
import { DEFAULTS, findOptionFaults, type OptionChanges, type TimelineOptions } from "./options.js";

/**
 * Reads a text, such as that of an attribute, as the value of an option: JSON for lists and objects, `true`, `false` or
 * nothing for what is on or off, and two dates with a slash between them for `domain`.
 *
 * @throws MizwalaError where it can be no value of the option.
 */
export function readOptionText(option: keyof TimelineOptions, text: string): OptionChanges[typeof option] {
  for (const value of readings(option, text))
    if (findOptionFaults({ [option]: value }).length === 0) return value as OptionChanges[typeof option];
  const [fault] = findOptionFaults({ [option]: text });
  throw new MizwalaError(fault!);
}

/** What a text may mean, the likeliest first. */
function readings(option: keyof TimelineOptions, text: string): readonly unknown[] {
  const own = (DEFAULTS as Readonly<Record<string, unknown>>)[option];
  const flag = text === "" || text === "true" ? [true] : text === "false" ? [false] : [];
  if (typeof own === "boolean") return [...flag, text];
  const [from, to, ...rest] = text.split("/");
  const domain = option === "domain" && to !== undefined && rest.length === 0 ? [{ from, to }] : [];
  return [...readJSON(text), ...domain, text, ...(text.trim() === "" ? [] : [Number(text)])];
}

function readJSON(text: string): readonly unknown[] {
  if (!/^\s*[[{]/.test(text)) return [];
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}
