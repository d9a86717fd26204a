/** Where the digits of Arabic and of Persian begin. */
const ARABIC = /[\u0660-\u0669]/g;
const PERSIAN = /[\u06f0-\u06f9]/g;
const NUMBER = /^[+-]?\d{1,15}(?:\.\d{0,15})?$/;

/** The same text with Arabic and Persian digits as 0 to 9. */
export function latinDigits(text: string): string {
  return text
    .replace(ARABIC, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(PERSIAN, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

/** A number as spreadsheets write it: with a decimal point, comma or Arabic separator, in any of the digits. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || value.length > 40) return undefined;
  const text = latinDigits(value.trim()).replace(/[,٫]/, ".").replace("\u2212", "-");
  return NUMBER.test(text) ? Number(text) : undefined;
}
