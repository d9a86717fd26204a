import { literalAt } from "./literal.js";
import { isObject } from "../model/rules.js";

/** Where a list of objects begins in a script: behind `=` or `(`. */
const LIST = /[=(]\s{0,100}(?=\[\s{0,100}\{)/g;
/** So many lists that can't be read are tried, so that the work is bounded. */
const MOST_FAILURES = 20;

/** What the lists of objects in a script say. */
interface ScriptLists {
  readonly lists: readonly (readonly Readonly<Record<string, unknown>>[])[];
  /** The beginnings of those that are no literals, such as lists of things that the script computes. */
  readonly computed: readonly string[];
}

/** The lists of objects that are written out in a script, or in the scripts of a page. Nothing is ever run. */
export function listsIn(script: string): ScriptLists {
  const lists: Readonly<Record<string, unknown>>[][] = [];
  const computed: string[] = [];
  LIST.lastIndex = 0;
  for (let found = LIST.exec(script); found && computed.length < MOST_FAILURES; found = LIST.exec(script)) {
    const from = found.index + found[0].length;
    const literal = literalAt(script, from);
    if (literal) LIST.lastIndex = literal.end;
    if (literal) lists.push((literal.value as readonly unknown[]).filter(isObject));
    else computed.push(script.slice(from, from + 200));
  }
  return { lists, computed };
}
