import { isWordField, labelText, type WordField } from "./fields.js";
import type { ResolvedKind } from "./kinds.js";
import type { ResolvedDetail } from "./model.js";
import { fieldOf, resolveList, resolveParticipant, type PartSetting, type Resolve } from "./parts.js";
import { isObject } from "./rules.js";

type Value = ResolvedDetail["values"][number];

/** The own fields of an event's kind, as far as the event has them, in the order of the kind. */
export function resolveDetails(
  row: object,
  kind: ResolvedKind,
  path: string,
  setting: PartSetting,
): readonly ResolvedDetail[] {
  return [...kind.fields].flatMap(([name, definition]): ResolvedDetail[] => {
    const { label, values: words }: WordField = isWordField(definition)
      ? definition
      : { label: definition, values: {} };
    const resolve: Resolve<Value> = (input, at) => {
      if (typeof input === "number") return input;
      const word = typeof input === "string" && Object.hasOwn(words, input) ? words[input] : undefined;
      return resolveParticipant(word ?? input, at, setting);
    };
    const value = fieldOf(row, name);
    const values = resolveList(isPieces(value) ? [value] : value, `${path}.${name}`, setting, resolve);
    return values.length === 0 ? [] : [{ name, label: labelText(label, setting.locale) || name, values }];
  });
}

/** Whether a list is one text in pieces; participants have names, pieces have texts. */
function isPieces(value: unknown): boolean {
  return Array.isArray(value) && value.some((entry) => isObject(entry) && Object.hasOwn(entry, "text"));
}
