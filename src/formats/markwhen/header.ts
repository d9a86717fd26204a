import type { DateOrder } from "../format.js";

/** What stands above the events of a markwhen document. */
export interface Header {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly dateOrder: DateOrder;
  readonly timeZone: string | undefined;
  /** The keys that nothing is made of. */
  readonly others: readonly { readonly name: string; readonly value: string; readonly number: number }[];
  /** The number of the first line below it. */
  readonly next: number;
}

const KEY = /^([A-Za-z#][\w.#-]{0,60}):(?:\s+(\S[^]*))?$/;
const KNOWN = new Set(["title", "description", "timezone", "date", "dateFormat"]);

/** Keys at the top of a document, or between lines of `---`. */
export function readHeader(lines: readonly string[]): Header {
  const values = new Map<string, string>();
  const others: { name: string; value: string; number: number }[] = [];
  let isFenced = false;
  let next = 0;
  for (; next < lines.length; next++) {
    const line = lines[next]!.trim();
    if (line === "---") {
      if (isFenced) {
        next++;
        break;
      }
      isFenced = true;
      continue;
    }
    const [, name, value = ""] = KEY.exec(line) ?? [];
    const isMore = isFenced || line === "" || line.startsWith("//");
    if (name === undefined && !isMore) break;
    if (name === undefined) continue;
    const text = value.trim().replace(/^(["'])(.*)\1$/, "$2");
    if (KNOWN.has(name)) values.set(name, text);
    else others.push({ name, value: text, number: next + 1 });
  }
  const format = values.get("dateFormat") ?? values.get("date") ?? "";
  return {
    title: values.get("title"),
    description: values.get("description"),
    dateOrder: format.startsWith("d") ? "day-month" : "month-day",
    timeZone: values.get("timezone"),
    others,
    next,
  };
}
