/** The wall clock of a zone, read from the date and time that Intl prints, for years after 1. */
export function slowWallClock(epochMs: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn-hc-h23", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
  const at = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? NaN;
  const day = new Date(0).setUTCFullYear(at("year"), at("month") - 1, at("day"));
  const ms = epochMs - Math.floor(epochMs / 1000) * 1000;
  return day + ((at("hour") * 60 + at("minute")) * 60 + at("second")) * 1000 + ms;
}
