/**
 * Making an Intl formatter costs a hundred times as much as using it, so each is made once. A page uses a few dozen; the
 * bound is for servers that see many locales.
 */
const KEPT = 500;
const cache = new Map<string, unknown>();

function cached<Formatter>(key: string, make: () => Formatter): Formatter {
  const known = cache.get(key) as Formatter | undefined;
  if (known !== undefined) return known;
  if (cache.size >= KEPT) cache.clear();
  const formatter = make();
  cache.set(key, formatter);
  return formatter;
}

/** What decides how a date is formatted, apart from its fields. */
export interface IntlSetting {
  /** A BCP 47 tag that the engine has data for. */
  readonly locale: string;
  /** A Unicode calendar identifier, such as `gregory`. */
  readonly calendar: string;
  /** A Unicode numbering system, such as `latn`. */
  readonly numerals: string;
}

/**
 * What a tag says.
 *
 * @throws RangeError where it is malformed.
 */
export function localeOf(tag: string): Intl.Locale {
  return cached(`locale ${tag}`, () => new Intl.Locale(tag));
}

/**
 * What a tag says, with the script and the region that it leaves out and that most who speak the language share.
 *
 * @throws RangeError where it is malformed.
 */
export function likelyLocale(tag: string): Intl.Locale {
  return cached(`likely ${tag}`, () => localeOf(tag).maximize());
}

/** The tag with calendar and digits spelled out; engines differ in what they take for granted (`ar`, `ar-SA`). */
function tagOf({ locale, calendar, numerals }: IntlSetting): string {
  return new Intl.Locale(locale, { calendar, numberingSystem: numerals }).toString();
}

/** Asked for with each date: quicker than JSON. */
function keyOf({ locale, calendar, numerals }: IntlSetting, options: object): string {
  let key = `${locale} ${calendar} ${numerals} `;
  for (const name of Object.keys(options)) key += name + String(options[name as keyof typeof options]);
  return key;
}

/** A date formatter that reads instants as wall clock time. */
export function dateFormatter(setting: IntlSetting, fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(
    `date ${keyOf(setting, fields)}`,
    () => new Intl.DateTimeFormat(tagOf(setting), { ...fields, timeZone: "UTC" }),
  );
}

/** A formatter of which the part `timeZoneName` says how the clocks of a zone differ from UTC: "GMT+3". */
export function zoneFormatter(setting: IntlSetting, timeZone: string): Intl.DateTimeFormat {
  const options = { timeZone, timeZoneName: "shortOffset" } as const;
  return cached(`zone ${keyOf(setting, options)}`, () => new Intl.DateTimeFormat(tagOf(setting), options));
}

/** A number formatter with the digits of the setting. */
export function numberFormatter(setting: IntlSetting, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  // Without a prototype: a page may have spoilt that with a style of its own.
  const own = { __proto__: null, ...options };
  return cached(`number ${keyOf(setting, options)}`, () => new Intl.NumberFormat(tagOf(setting), own));
}

/** The plural rules of a language: of counts, or of positions in an order. */
export function pluralRules(language: string, type: "cardinal" | "ordinal" = "cardinal"): Intl.PluralRules {
  return cached(`${type} ${language}`, () => new Intl.PluralRules(language, { type }));
}

/** A month that an engine without data for the language prints, instead of its name. */
const NAMELESS_MONTH = /^M\d\d$/;

/** No tag of a language is this long; what is longer would only fill the cache. */
const LONGEST_TAG = 255;

/**
 * The locale whose names of months and days this engine really has: the one asked for, or `en`.
 * Some engines claim languages that they then print as "2020 M07 9" (`sd`, `ckb-IR` in some builds of Chromium).
 */
export function availableLocale(locale: string): string {
  if (locale.length > LONGEST_TAG) return "en";
  try {
    return cached(`available ${locale}`, () => (hasNames(locale) ? locale : "en"));
  } catch {
    return "en";
  }
}

function hasNames(locale: string): boolean {
  if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) return false;
  const month = dateFormatter({ locale, calendar: "gregory", numerals: "latn" }, { month: "long" });
  return !NAMELESS_MONTH.test(month.format(0));
}
