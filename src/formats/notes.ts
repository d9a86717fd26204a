import { show, type Issue } from "../base/errors.js";
import { createIssueLog, ISSUE_LIMIT, type Report } from "../model/issue-log.js";

/** What of the data the document can't hold. */
export interface Loss {
  /** The row of a table as its sheet counts it, or the number of the item, from 1 on; left out for the data as a whole. */
  readonly row?: number;
  /** The name of the field in the data. */
  readonly field: string;
  /** What stands there, shortened, as text. */
  readonly found: string;
  /** Why it is not kept, or what became of it. */
  readonly reason: string;
}

/** Where in the data something stands. */
export interface Place {
  /** As in {@link Loss.row}. */
  readonly row?: number | undefined;
  /** The path of the row, to which the field is added. */
  readonly path: string;
}

/** Notes about one row of the data. */
export interface RowNotes {
  /** Notes that a field is wrong. */
  readonly issue: (code: string, field: string, found: unknown, expected: string, severity?: Issue["severity"]) => void;
  /** Notes that something is not kept. */
  readonly loss: (field: string, found: unknown, reason: string) => void;
}

/** What is found while data are read or written. */
export interface Notes {
  /** Notes about the data as a whole. */
  readonly whole: RowNotes;
  /** Notes about a row. */
  readonly at: (place: Place) => RowNotes;
  readonly report: Report;
  /** The row of each event, where the data have rows. */
  readonly rows: number[];
  readonly issues: () => readonly Issue[];
  /** All losses up to the limit of issues; then one more says how many are left out. */
  readonly losses: () => readonly Loss[];
}

/** Notes without entries. */
export function createNotes(): Notes {
  const log = createIssueLog();
  const losses: Loss[] = [];
  let more = 0;
  const at = ({ row, path }: Place): RowNotes => ({
    issue: (code, field, found, expected, severity) => {
      log.report(code, joined(path, field), found, expected, severity);
    },
    loss: (field, found, reason) => {
      if (losses.length === ISSUE_LIMIT) more++;
      else losses.push({ ...(row !== undefined && { row }), field, found: show(found), reason });
    },
  });
  return {
    whole: at({ path: "" }),
    at,
    report: log.report,
    rows: [],
    issues: log.list,
    losses: () => {
      if (more === 0) return losses;
      return [...losses, { field: "", found: `${more} more`, reason: `only ${ISSUE_LIMIT} losses are listed` }];
    },
  };
}

/** `row 5, Start` in a table, `events[3].start_date` elsewhere. */
function joined(path: string, field: string): string {
  if (path === "" || field === "") return path + field;
  return path.startsWith("row ") || path.startsWith("line ") ? `${path}, ${field}` : `${path}.${field}`;
}
