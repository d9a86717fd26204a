import type { Draft, Target } from "./draft.js";
import type { Lexeme, Sense, Unit } from "./sense.js";

/** A draft, its words, and where it ends. */
export interface Collected {
  readonly draft: Draft;
  /** Whether it is one word, and one that means something else as often. */
  readonly isWeak: boolean;
  /** Where its first word begins in the folded text. */
  readonly from: number;
  /** Where its last word ends there. */
  readonly to: number;
  /** The index of the first lexeme after it. */
  readonly next: number;
}

/** Words without meaning that a date can hold in a row. */
const MOST_LINKS = 3;
const LAST_DAY = 31;
/** The years that a number can mean by itself. */
const PLAIN_YEARS = [1000, 2199] as const;
/** Units that a number after them counts: "القرن 19", "الربع 2". */
const COUNTED: ReadonlySet<Unit> = new Set(["quarter", "half", "decade", "century", "millennium"]);
/** Words that a day of the month can stand before, until its month comes. */
const BEFORE_MONTH: ReadonlySet<Sense["is"]> = new Set([
  "link",
  "from",
  "to",
  "and",
  "dash",
  "until",
  "number",
  "shift",
]);
const LOOKAHEAD = 4;

interface State {
  readonly draft: Draft & { readonly units: Set<Unit> };
  readonly lexemes: readonly Lexeme[];
  index: number;
  last: Sense | undefined;
  /** Whether a comma stands between this word and the last one. */
  hasComma: boolean;
}

type Taker<Is extends Sense["is"]> = (state: State, sense: Extract<Sense, { is: Is }>) => boolean;

/** How each kind of word enters a draft; false where it cannot belong to the same date. */
const TAKERS: { readonly [Is in Sense["is"]]?: Taker<Is> } = {
  number: takeNumber,
  unit: takeUnit,
  month({ draft }, { month, calendar }) {
    if (draft.numeric ?? draft.season ?? draft.decade) return false;
    if (draft.month === undefined) return set(draft, { month, calendar });
    return draft.month === month && draft.calendar === calendar;
  },
  weekday: ({ draft }, { weekday }) => draft.weekday === undefined && set(draft, { weekday }),
  season: ({ draft }, { season }) => (draft.month ?? draft.season) === undefined && set(draft, { season }),
  tens: ({ draft }, { tens }) => (draft.month ?? draft.tens) === undefined && set(draft, { tens }),
  decade: ({ draft }, { year, isShort }) =>
    (draft.month ?? draft.decade ?? draft.year) === undefined && set(draft, { decade: { year, isShort } }),
  relative: ({ draft }, { days }) => draft.relative === undefined && set(draft, { relative: days }),
  numeric: ({ draft }, numeric) =>
    (draft.month ?? draft.numeric ?? draft.year) === undefined && set(draft, { numeric }),
  era: ({ draft, last }, { era }) =>
    draft.era === undefined && last !== undefined && canHaveEra(last) && set(draft, { era, isYearMarked: true }),
  ago: ({ draft, last }, { by }) => (!last || last.is === "unit") && draft.ago === undefined && set(draft, { ago: by }),
  part: ({ draft, last }) => (!last || last.is === "about") && set(draft, { hasPart: true, isYearMarked: true }),
  about: (state) =>
    (!state.last || ahead(state, 1)?.is !== "number") && set(state.draft, { isAbout: true, isYearMarked: true }),
};

/** Takes as many words from `start` on as belong to one date. */
export function collect(lexemes: readonly Lexeme[], start: number): Collected | undefined {
  const isYearMarked = lexemes[start - 1]?.sense.is === "in";
  const draft = { isYearMarked, counts: {}, units: new Set<Unit>(), shifts: {} } satisfies Draft;
  const state: State = { draft, lexemes, index: start, last: undefined, hasComma: false };
  let pending: Extract<Sense, { is: "shift" }> | undefined;
  let target: Target | undefined;
  let end = start;
  let words = 0;
  for (let links = 0; state.index < lexemes.length; state.index++) {
    const { sense } = lexemes[state.index]!;
    if (isLink(sense, state.last)) {
      if (++links > MOST_LINKS) break;
      state.hasComma ||= sense.is === "comma";
      continue;
    }
    if (sense.is === "shift" && sense.isBefore) {
      if (pending) break;
      pending = sense;
    } else {
      const isTaken = sense.is === "shift" ? shift(state.draft, target, sense) : take(state, sense);
      if (!isTaken) break;
      target = targetOf(sense) ?? target;
      if (pending && target) pending = void shift(state.draft, target, pending);
      words++;
    }
    if (!pending) end = state.index + 1;
    state.last = sense;
    state.hasComma = false;
    links = 0;
  }
  if (end === start) return undefined;
  const isWeak = words === 1 && lexemes[start]!.isWeak;
  return { draft, isWeak, from: lexemes[start]!.from, to: lexemes[end - 1]!.to, next: end };
}

function take(state: State, sense: Sense): boolean {
  return TAKERS[sense.is]?.(state, sense as never) ?? false;
}

function set(draft: Draft, parts: Partial<Draft>): true {
  Object.assign(draft, parts);
  return true;
}

function shift(draft: Draft, target: Target | undefined, { by, isBefore }: Extract<Sense, { is: "shift" }>): boolean {
  if (!target || draft.shifts[target]) return false;
  draft.shifts[target] = { by, isBefore };
  return true;
}

function targetOf(sense: Sense): Target | undefined {
  if (sense.is === "unit") return sense.unit;
  if (sense.is === "number") return "day";
  return sense.is === "month" || sense.is === "weekday" || sense.is === "season" ? sense.is : undefined;
}

/** "From" is "of" too in Arabic and Persian; a dash belongs to a date only in "mid-July". */
function isLink({ is }: Sense, last: Sense | undefined): boolean {
  if (!last) return false;
  return is === "link" || is === "in" || is === "from" || is === "comma" || (is === "dash" && last.is === "part");
}

function canHaveEra({ is }: Sense): boolean {
  return is === "number" || is === "numeric" || is === "decade" || is === "unit";
}

function ahead({ lexemes, index }: State, steps: number): Sense | undefined {
  return lexemes[index + steps]?.sense;
}

function takeNumber(state: State, { value, isCardinal }: Extract<Sense, { is: "number" }>): boolean {
  const { draft, last } = state;
  if (last?.is === "unit" && isCounted(draft, last.unit, value)) return takeCount(draft, last.unit, value);
  const [next, afterNext] = [ahead(state, 1), ahead(state, 2)];
  const isName = next?.is === "unit" && next.unit === "month" && afterNext?.is === "month";
  if (next?.is === "unit" && !isName && value < 1000) {
    if (draft.counts[next.unit] !== undefined) return false;
    draft.counts[next.unit] = value;
    return true;
  }
  if (isCardinal) return false;
  if (last?.is === "unit" && last.unit === "year") return takeYear(draft, value, true);
  const hasEra = next?.is === "era" || (afterNext?.is === "number" && ahead(state, 3)?.is === "era");
  if (value > LAST_DAY || next?.is === "era") return takeYear(draft, value, hasEra);
  return isDay(state) && set(draft, { day: value });
}

function isCounted({ counts }: Draft, unit: Unit, value: number): boolean {
  return COUNTED.has(unit) && counts[unit] === undefined && (unit === "decade" || value <= LAST_DAY);
}

function takeCount(draft: Draft, unit: Unit, value: number): boolean {
  if (unit === "decade" && value > 10) return set(draft, { decade: { year: value, isShort: value < 100 } });
  draft.counts[unit] = value;
  return true;
}

function takeYear(draft: Draft, value: number, isMarked: boolean): boolean {
  const isPlain = value >= PLAIN_YEARS[0] && value <= PLAIN_YEARS[1];
  if (draft.year !== undefined || !(isMarked || isPlain)) return false;
  return set(draft, { year: value, ...(isMarked && { isYearMarked: true }) });
}

/** After its month a day follows at once; before it, nothing stands between but what dates are made of. */
function isDay(state: State): boolean {
  const { draft, last, hasComma, lexemes, index } = state;
  if (draft.day !== undefined || draft.decade) return false;
  if (draft.month !== undefined) return last?.is === "month" && !hasComma;
  if (!last || last.is === "unit") return true;
  const rest = lexemes.slice(index + 1, index + 1 + LOOKAHEAD).map(({ sense }) => sense.is);
  const stop = rest.find((is) => !BEFORE_MONTH.has(is));
  return stop === "month" || stop === "unit";
}

/** "The month of July", "the day of Tuesday", "the year 2011": such units only announce what follows. */
function takeUnit(state: State, { unit, count }: Extract<Sense, { is: "unit" }>): boolean {
  const { draft, last } = state;
  const next = ahead(state, 1)?.is;
  if (count !== undefined) draft.counts[unit] = count;
  const isMonth = unit === "month" && (next === "month" || last?.is === "month");
  const isDay = unit === "day" && (next === "number" || next === "weekday" || next === "relative" || next === "month");
  const isYear = unit === "year" && next === "number";
  if (isMonth || isDay || isYear) return true;
  if (draft.units.has(unit) || (unit === "week" && draft.month !== undefined)) return false;
  (draft.units as Set<Unit>).add(unit);
  return true;
}
