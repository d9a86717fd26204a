import { show, type Issue } from "../base/errors.js";

/** More issues than this are counted, not listed. */
export const ISSUE_LIMIT = 1_000;

/** Notes one issue; `found` is any value. */
export type Report = (
  code: string,
  path: string,
  found: unknown,
  expected: string,
  severity?: Issue["severity"],
) => void;

/** Issues as they come in. */
export interface IssueLog {
  /** Notes one, as a warning unless told otherwise. */
  readonly report: Report;
  /** All that were noted, up to {@link ISSUE_LIMIT}; then one more says how many are left out. */
  readonly list: () => readonly Issue[];
}

/** A log without entries. */
export function createIssueLog(): IssueLog {
  const issues: Issue[] = [];
  let leftOut = 0;
  return {
    report: (code, path, found, expected, severity = "warning") => {
      if (issues.length === ISSUE_LIMIT) leftOut++;
      else issues.push({ code, path, found: show(found), expected, severity });
    },
    list: () => {
      if (leftOut === 0) return issues;
      const expected = `at most ${ISSUE_LIMIT} issues`;
      return [
        ...issues,
        { code: "issues-more", path: "events", found: `${leftOut} more`, expected, severity: "warning" },
      ];
    },
  };
}
