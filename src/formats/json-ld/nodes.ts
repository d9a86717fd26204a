import { isObject } from "../../model/rules.js";
import { fieldIn } from "../items.js";
import { parseJSON } from "../source.js";

/** A node that is an event, and where it stands. */
export interface EventNode {
  readonly node: Readonly<Record<string, unknown>>;
  readonly path: string;
  /** The node that it is a part of. */
  readonly whole: Readonly<Record<string, unknown>> | undefined;
}

/** The nodes of JSON-LD: events, and the list or series that holds them. */
export interface Graph {
  readonly events: readonly EventNode[];
  readonly list: Readonly<Record<string, unknown>> | undefined;
}

/** No more values are looked at. */
const MOST = 2_000_000;
const EVENT = /(?:^|[/#:])(?:[A-Za-z]{0,40}Event|Event(?:Series)?|Festival|Hackathon|CourseInstance)$/;
const NESTED = [
  "@graph",
  "itemListElement",
  "item",
  "subEvent",
  "subEvents",
  "event",
  "events",
  "mainEntity",
  "hasPart",
];

/** Finds the events in JSON-LD, also in lists and in each other; without calling itself, however deep they are. */
export function eventsIn(json: unknown, most: number): Graph {
  const events: EventNode[] = [];
  let list: Readonly<Record<string, unknown>> | undefined;
  const waiting: { value: unknown; path: string; whole: EventNode["whole"] }[] = [
    { value: json, path: "", whole: undefined },
  ];
  for (let left = MOST; waiting.length > 0 && left > 0 && events.length < most; left--) {
    const { value, path, whole } = waiting.pop()!;
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) waiting.push({ value: value[i], path: `${path}[${i}]`, whole });
    } else if (isObject(value)) {
      const isEvent = typesOf(value).some((type) => EVENT.test(type));
      const isOne = isEvent && (hasDate(value) || !NESTED.some((name) => Object.hasOwn(value, name)));
      if (isOne) events.push({ node: value, path, whole });
      else if (Object.hasOwn(value, "itemListElement") || isEvent) list ??= value;
      for (const name of [...NESTED].reverse())
        if (Object.hasOwn(value, name))
          waiting.push({
            value: value[name],
            path: path === "" ? name : `${path}.${name}`.slice(-200),
            whole: isOne ? value : whole,
          });
    }
  }
  return { events, list };
}

function hasDate(node: unknown): boolean {
  return ["startDate", "endDate", "eventSchedule"].some((name) => fieldIn(node, name) !== undefined);
}

function typesOf(node: Readonly<Record<string, unknown>>): readonly string[] {
  const type = fieldIn(node, "@type");
  return (Array.isArray(type) ? type : [type]).map(String);
}

/** The values of the scripts of JSON-LD in a page. */
export function scriptsIn(page: string): { readonly values: readonly unknown[]; readonly broken: readonly string[] } {
  const [values, broken]: [unknown[], string[]] = [[], []];
  const lower = page.toLowerCase();
  for (let at = lower.indexOf("<script"); at >= 0;) {
    const from = lower.indexOf(">", at) + 1;
    if (from === 0) break;
    const end = lower.indexOf("</script", from);
    const to = end < 0 ? page.length : end;
    if (lower.slice(at, from).includes("application/ld+json")) {
      const text = page.slice(from, to);
      const value = parseJSON(text);
      if (value === undefined) broken.push(text.trim());
      else values.push(value);
    }
    at = lower.indexOf("<script", to);
  }
  return { values, broken };
}
