/**
 * One thing that is wrong with the data of a timeline. Wrong data never throws: the rest is drawn and the caller gets a
 * list of issues.
 */
export interface Issue {
  /** What kind of fault it is, a stable word such as `date-unreadable` or `id-duplicate`. */
  readonly code: string;
  /** Where in the input, in the notation of JavaScript: `events[12].date`. */
  readonly path: string;
  /** What stands there, shortened, as text. */
  readonly found: string;
  /** What was expected instead. */
  readonly expected: string;
  /** `error` when something could not be shown as given, `warning` when it is shown but looks wrong. */
  readonly severity: "error" | "warning";
}

/**
 * The one error that this library throws, for wrong code only: an unknown option value, a missing host.
 * Wrong data becomes an {@link Issue} instead.
 */
export class MizwalaError extends Error {
  /** Always `MizwalaError`. */
  override readonly name = "MizwalaError";
  /** What kind of fault it is, a stable word such as `option-unknown`. */
  readonly code: string;
  /** The option or argument, for example `options.layout`. */
  readonly path: string;
  /** What was given, shortened, as text. */
  readonly found: string;
  /** What was expected instead. */
  readonly expected: string;

  /**
   * Makes the error with its message.
   *
   * @param fault - The four parts of the message.
   */
  constructor(fault: { code: string; path: string; found: unknown; expected: string }) {
    const found = show(fault.found);
    super(`${fault.path}: found ${found}, expected ${fault.expected}`);
    this.code = fault.code;
    this.path = fault.path;
    this.found = found;
    this.expected = fault.expected;
  }
}

const SHOWN = 80;

/** Any value as a short one-line text for a message; never throws. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    const text = JSON.stringify(value.slice(0, SHOWN));
    return value.length > SHOWN ? `${text.slice(0, -1)}…"` : text;
  }
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return String(value);
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return "a symbol";
  if (value instanceof Date) return "a Date";
  if (Array.isArray(value)) return `an array of ${value.length}`;
  const fields = Object.keys(value).slice(0, 4).join(", ").slice(0, SHOWN).replace(/\s/g, " ");
  return `an object with ${fields || "no fields"}`;
}
