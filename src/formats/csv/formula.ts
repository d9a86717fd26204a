/** Text that a spreadsheet would take for a formula, and text that looks as if it had been made safe before. */
const FORMULA = /^'*[=+\-@\t\r]/;
const MADE_SAFE = /^'+[=+\-@\t\r]/;
const APOSTROPHE = 39;

/** The same text with a `'` before it where a spreadsheet would take it for a formula; {@link unguarded} undoes it. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text before {@link guarded}. */
export function unguarded(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && MADE_SAFE.test(cell) ? cell.slice(1) : cell;
}
