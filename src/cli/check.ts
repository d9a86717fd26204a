import { MizwalaError } from "../base/errors.js";
import { examine, mend, write, type Finding, type ExamineOptions } from "../formats/index.js";
import { sayFinding } from "../formats/doctor/messages.js";
import type { TimelineDocument } from "../model/options.js";
import { access, lossLines, readData, sentenceOf, writtenForm, type ReadValues } from "./document.js";
import { FileError, nameOf, readable, readableJSON, UsageError, type Outside } from "./outside.js";

/** A date that can be read again may show another to be of another calendar. */
const ROUNDS = 3;

/** The options of `mizwala check`. */
export const CHECK_FLAGS = {
  fix: { type: "boolean" },
  strict: { type: "boolean" },
  json: { type: "boolean" },
  output: { type: "string", short: "o" },
  as: { type: "string" },
  locale: { type: "string" },
} as const;

interface CheckValues extends ReadValues {
  readonly fix?: boolean | undefined;
  readonly strict?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly output?: string | undefined;
  readonly as?: string | undefined;
  readonly locale?: string | undefined;
}

/** Says what is wrong with the data in a file, in English or Arabic, and mends what can be mended without asking. */
export async function checkFile(file: string, values: CheckValues, outside: Outside): Promise<number> {
  const { fix = false, strict = false, json = false, output, as, locale = "en" } = values;
  if (!fix && (output !== undefined || as !== undefined)) throw new UsageError("--output and --as go with --fix");
  if (fix && json) throw new UsageError("--fix and --json do not go together");
  const form = fix
    ? writtenForm(output ?? "-", as ?? (output === undefined || output === "-" ? "mizwala" : undefined))
    : "mizwala";
  const language = locale.toLowerCase().startsWith("ar") ? "ar" : "en";
  try {
    const { document, issues, losses, rows } = await readData(file, values, outside);
    const options: ExamineOptions = { language, ...(rows && { rows }) };
    const found = examine(document, options);
    const { document: mended, done, left } = fix ? mendAll(document, options) : { document, done: [], left: found };
    // What can't be read is an issue of reading and a finding; it is said once, with its row.
    const ofReading = issues.filter(
      ({ severity, code }) => severity === "warning" || !found.some((finding) => finding.code === code),
    );
    const say = fix ? outside.warn : outside.print;
    const lines = [
      ...ofReading.map((issue) => sentenceOf(issue, language === "en" ? undefined : sayFinding(issue, language))),
      ...lossLines(losses),
      ...done.map((finding) => `mended: ${lineOf(finding)} [${repairText(finding)}]`),
      ...left.map(
        (finding) =>
          `${finding.severity}: ${lineOf(finding)}${finding.repair && !fix ? ` [--fix: ${repairText(finding)}]` : ""}`,
      ),
    ];
    if (json) outside.print(`${readableJSON({ issues, losses, findings: found })}\n`);
    else for (const line of lines) say(`${nameOf(file)}: ${readable(line)}\n`);
    if (fix) {
      const { text } = await write(mended, { format: form });
      if (output === undefined || output === "-") outside.print(text);
      else await access(outside.write(output, text));
    }
    const all = [...ofReading, ...left];
    return all.some(({ severity }) => strict || severity === "error") ? 1 : 0;
  } catch (error) {
    if (error instanceof MizwalaError) throw new UsageError(error.message.replace("options.format", "--as"));
    if (!(error instanceof FileError)) throw error;
    outside.warn(`${nameOf(file)}: ${readable(error.message)}\n`);
    return 1;
  }
}

/** Mends, looks again, and mends what that brings to light. */
function mendAll(
  document: TimelineDocument,
  { rows: given = [], ...options }: ExamineOptions,
): { document: TimelineDocument; done: readonly Finding[]; left: readonly Finding[] } {
  let rows = given;
  let [mended, done]: [TimelineDocument, readonly Finding[]] = [document, []];
  let left = examine(mended, { ...options, rows });
  for (let round = 0; round < ROUNDS && left.some(({ repair }) => repair); round++) {
    mended = mend(mended, left);
    done = [...done, ...left.filter(({ repair }) => repair)];
    const gone = new Set(left.map(({ event, repair }) => (repair && repair.field === undefined ? event : undefined)));
    rows = rows.filter((_, event) => !gone.has(event));
    left = examine(mended, { ...options, rows });
  }
  return { document: mended, done, left };
}

/** `row 5, date` where the event comes from a table, `events[3].date` elsewhere. */
function lineOf({ path, row, message }: Finding): string {
  const field = path.replace(/^events\[\d+\]\.?/, "");
  const place = row === undefined ? path : `row ${row}${field === "" ? "" : `, ${field}`}`;
  return `${place}: ${message}`;
}

function repairText({ repair }: Finding): string {
  return repair?.field === undefined ? "leave out" : `${repair.field} ${JSON.stringify(repair.value)}`;
}
