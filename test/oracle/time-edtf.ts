const DAY = 86_400_000;

/** Every day from the first of one year to the last of another, as ISO text; years of four digits. */
export function isoDays(fromYear: number, toYear: number): readonly string[] {
  const from = new Date(0).setUTCFullYear(fromYear, 0, 1);
  const length = (new Date(0).setUTCFullYear(toYear + 1, 0, 1) - from) / DAY;
  return Array.from({ length }, (_, index) => new Date(from + index * DAY).toISOString().slice(0, 10));
}

/** The first and the last of the days that fit a pattern such as `20X0-1X-XX`, found by looking at each. */
export function slowBounds(pattern: string, days: readonly string[]): readonly [string, string] | undefined {
  const fits = new RegExp(`^${pattern.replaceAll("X", ".")}$`);
  const found = days.filter((day) => fits.test(day));
  return found.length > 0 ? [found[0]!, found.at(-1)!] : undefined;
}
