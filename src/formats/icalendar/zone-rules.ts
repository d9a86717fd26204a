import { civilFromDay, dayFromCivil, dayOf } from "../../time/civil.js";
import { DAY, type Instant } from "../../time/instant.js";
import { occurrencesOf, type Budget, type Rule } from "./recurrence.js";
import { unfolded } from "./components.js";

/** From when on a clock goes so. */
interface Observance {
  readonly isDaylight: boolean;
  readonly start: Instant;
  /** How far the clock is ahead of UTC, before and from then on, in milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly rule: Rule | undefined;
  readonly dates: readonly Instant[];
}

/** The moment on the clock of UTC, of a time on the clock of a zone. */
export type ToUTC = (at: Instant) => Instant;

/** No zone has changed so often. */
const MOST = 500;
/** So many days are looked at for one change. */
const DAYS = 5000;
/** So many in all for rules that do not recur by years, which no zone has. */
const ODD_DAYS = 50_000;

const TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?Z?$/;
const OFFSET = /^([+-])(\d\d):?(\d\d)(\d\d)?$/;

/** The zones that a calendar describes itself (VTIMEZONE), by their names. */
export function zoneRulesIn(text: string): ReadonlyMap<string, ToUTC> {
  const zones = new Map<string, ToUTC>();
  if (!/^BEGIN:VTIMEZONE/im.test(text)) return zones;
  const budget = { days: ODD_DAYS };
  let [name, observances]: [string, Observance[]] = ["", []];
  let fields: Map<string, string> | undefined;
  for (const { text: line } of unfolded(text)) {
    const [, property = "", value = ""] = /^([A-Z-]{1,40})(?:;[^:]{0,200})?:(.{0,5000})$/i.exec(line) ?? [];
    const [word, of] = [property.toUpperCase(), value.trim().toUpperCase()];
    if (word === "BEGIN" && of === "VTIMEZONE") [name, observances] = ["", []];
    else if (word === "BEGIN" && (of === "STANDARD" || of === "DAYLIGHT")) fields = new Map([["kind", of]]);
    else if (word === "END" && of === "VTIMEZONE") {
      const own = observances;
      if (own.length > 0) zones.set(name, toUTC(own, budget));
    } else if (word === "END" && fields) {
      const observance = observanceOf(fields);
      if (observance && observances.length < MOST) observances.push(observance);
      fields = undefined;
    } else if (fields) fields.set(word, word === "RDATE" ? `${fields.get(word) ?? ""},${value}` : value.trim());
    else if (word === "TZID") name = value.trim().replace(/\\([\\;,])/g, "$1");
  }
  return zones;
}

function observanceOf(fields: ReadonlyMap<string, string>): Observance | undefined {
  const start = timeIn(fields.get("DTSTART") ?? "");
  const to = offsetIn(fields.get("TZOFFSETTO") ?? "");
  if (start === undefined || to === undefined) return undefined;
  const rule = fields.get("RRULE");
  return {
    isDaylight: fields.get("kind") === "DAYLIGHT",
    start,
    to,
    from: offsetIn(fields.get("TZOFFSETFROM") ?? "") ?? to,
    rule: rule === undefined ? undefined : ruleIn(rule),
    dates: (fields.get("RDATE") ?? "").split(",", MOST).flatMap((date) => timeIn(date) ?? []),
  };
}

/** Of the rules that have begun, the last one of each kind holds; and of those, the one that was followed last. */
function toUTC(observances: readonly Observance[], budget: Budget): ToUTC {
  const ordered = [...observances].sort((a, b) => a.start - b.start);
  return (at) => {
    const begun = [true, false].flatMap((kind) =>
      ordered.filter(({ isDaylight, start }) => isDaylight === kind && start <= at).slice(-1),
    );
    if (begun.length === 0) return at - ordered[0]!.from;
    const changes = begun.map((observance) => ({ observance, change: lastChange(observance, at, budget) }));
    return at - changes.reduce((one, other) => (other.change > one.change ? other : one)).observance.to;
  };
}

/** When a clock was last changed by an observance, before a time or at it. */
function lastChange({ start, rule, dates }: Observance, at: Instant, budget: Budget): Instant {
  let last = Math.max(start, ...dates.filter((date) => date <= at));
  if (!rule) return last;
  const until = timeIn(typeof rule["until"] === "string" ? rule["until"] : "") ?? Infinity;
  const isYearly = rule["freq"] === "YEARLY" && rule["interval"] === undefined && rule["count"] === undefined;
  const near = isYearly ? yearBefore(start, at) : start;
  const own = { days: isYearly ? DAYS : Math.min(DAYS, budget.days) };
  const given = own.days;
  for (const change of occurrencesOf(rule, { start: near, until: Math.min(at, until + DAY), most: DAYS }, own))
    if (change !== near || near === start) last = Math.max(last, change);
  if (!isYearly) budget.days -= given - own.days;
  return last;
}

/** The same day and time in the year before another time, so that not all years since are gone through. */
function yearBefore(start: Instant, at: Instant): Instant {
  const { year, month, day } = civilFromDay(dayOf(start));
  const near = Math.min(civilFromDay(dayOf(at)).year, 9999) - 2;
  return near <= year ? start : dayFromCivil(near, month, Math.min(day, 28)) * DAY + (start - dayOf(start) * DAY);
}

function ruleIn(text: string): Rule {
  return Object.fromEntries(
    text.split(";", 20).map((part) => {
      const [name = "", value = ""] = part.split("=", 2);
      return [name.trim().toLowerCase(), name.trim().toUpperCase() === "BYDAY" ? value.split(",") : listOrWord(value)];
    }),
  );
}

function listOrWord(value: string): string | string[] {
  return value.includes(",") ? value.split(",", 400) : value.trim();
}

function timeIn(text: string): Instant | undefined {
  const [, year, month, day, hour, minute, second] = TIME.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const time = Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second ?? 0) * 1000;
  return dayFromCivil(Number(year), Number(month), Number(day)) * DAY + time;
}

function offsetIn(text: string): number | undefined {
  const [, sign, hours, minutes, seconds] = OFFSET.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const length = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1000;
  return sign === "-" ? -length : length;
}
