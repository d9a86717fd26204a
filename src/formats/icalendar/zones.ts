import { isTimeZone } from "../../time/zone.js";

/** Names that Windows gives to zones, as its calendars write them; by CLDR. */
const WINDOWS: Readonly<Record<string, string>> = {
  "Arab Standard Time": "Asia/Riyadh",
  "Arabian Standard Time": "Asia/Dubai",
  "Arabic Standard Time": "Asia/Baghdad",
  "Central Europe Standard Time": "Europe/Budapest",
  "Central European Standard Time": "Europe/Warsaw",
  "Central Standard Time": "America/Chicago",
  "E. Europe Standard Time": "Europe/Chisinau",
  "Eastern Standard Time": "America/New_York",
  "Egypt Standard Time": "Africa/Cairo",
  "FLE Standard Time": "Europe/Kiev",
  "GMT Standard Time": "Europe/London",
  "GTB Standard Time": "Europe/Bucharest",
  "Iran Standard Time": "Asia/Tehran",
  "Israel Standard Time": "Asia/Jerusalem",
  "Jordan Standard Time": "Asia/Amman",
  "Libya Standard Time": "Africa/Tripoli",
  "Middle East Standard Time": "Asia/Beirut",
  "Morocco Standard Time": "Africa/Casablanca",
  "Mountain Standard Time": "America/Denver",
  "Pacific Standard Time": "America/Los_Angeles",
  "Romance Standard Time": "Europe/Paris",
  "Russian Standard Time": "Europe/Moscow",
  "South Africa Standard Time": "Africa/Johannesburg",
  "Sudan Standard Time": "Africa/Khartoum",
  "Syria Standard Time": "Asia/Damascus",
  "Turkey Standard Time": "Europe/Istanbul",
  UTC: "UTC",
  "W. Central Africa Standard Time": "Africa/Lagos",
  "W. Europe Standard Time": "Europe/Berlin",
  "West Bank Standard Time": "Asia/Hebron",
};
/** A fixed distance from UTC: `UTC+01`, `(GMT +01:00)`. The names of IANA count the other way. */
const FIXED = /^\(?(?:UTC|GMT) ?([+-])0?(\d{1,2})(?::?00)?\)?$/i;
/** Some calendars write `/freeassociation.sourceforge.net/Europe/Berlin`. */
const IANA_AT_END = /(?:^|\/)([A-Z][A-Za-z_]{1,20}(?:\/[A-Za-z_-]{2,30}){1,2})$/;

/** The IANA name of a zone as calendars write it; `undefined` where it means nothing. */
export function zoneOf(name: string): string | undefined {
  const [, sign, hours] = FIXED.exec(name.trim()) ?? [];
  if (sign !== undefined && Number(hours) <= 12) return `Etc/GMT${sign === "+" ? "-" : "+"}${hours}`;
  const plain = name
    .trim()
    .replace(/^["(]|[")]$/g, "")
    .replace(/^TZID=/, "");
  if (Object.hasOwn(WINDOWS, plain)) return WINDOWS[plain];
  return [plain, IANA_AT_END.exec(plain)?.[1]].find((zone) => zone !== undefined && zone !== "" && isTimeZone(zone));
}
