import { MizwalaError } from "../base/errors.js";
import { canonicalTag } from "../model/language.js";
import type { TimelineDocument } from "../model/options.js";
import { flag, findFaults, isObject, oneOf, text, type Rule, type Rules } from "../model/rules.js";
import type { WriteOptions, WriteResult } from "./format.js";
import { createNotes } from "./notes.js";
import { WRITERS } from "./table.js";

const RULES: Rules = {
  format: oneOf(...Object.keys(WRITERS)),
  locale: text("a BCP 47 language tag such as ar-SY", (tag) => canonicalTag(tag) !== undefined),
  formulaSafe: flag,
} satisfies Record<keyof WriteOptions, Rule>;

/**
 * Writes a document in the form of something else: a table, a calendar, the data of another timeline, a list to paste into an
 * article. What the form can't hold is a loss. What it can hold comes back by `read` as it was.
 *
 * @example
 * ```ts
 * void write({ events }, { format: "icalendar" }).then(({ text, losses }) => console.log(text, losses.length));
 * ```
 *
 * @param document - A document; wrong data in it become issues.
 * @param options - The form and how to write it.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export async function write(document: TimelineDocument, options: WriteOptions): Promise<WriteResult> {
  const [fault] = findFaults(options, RULES, { path: "options", required: ["format"] });
  if (fault) throw new MizwalaError(fault);
  if (!isObject(document)) {
    throw new MizwalaError({
      code: "document-unreadable",
      path: "document",
      found: document,
      expected: "an object with events",
    });
  }
  const { format, formulaSafe = true } = options;
  const given = document.locale;
  const locale = options.locale ?? (typeof given === "string" && canonicalTag(given) !== undefined ? given : "en");
  const notes = createNotes();
  const { write: writeFormat } = await WRITERS[format]();
  const written = writeFormat(document, notes, { locale, formulaSafe });
  return { text: written, issues: notes.issues(), losses: notes.losses() };
}
