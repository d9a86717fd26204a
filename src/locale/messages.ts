import { arabic } from "./messages-ar.js";
import { english } from "./messages-en.js";
import { persian } from "./messages-fa.js";
import { availableLocale, localeOf, numberFormatter, pluralRules } from "./intl.js";
import { resolveNumerals, type Numerals } from "./numerals.js";
import { numberWord } from "./ordinals.js";
import type { Message, MessageKey, Messages, MessageValues, PluralMessage } from "./vocabulary.js";

export type { Message, MessageKey, Messages, MessageValues, PluralMessage } from "./vocabulary.js";

/** The words of one language. */
export interface Words {
  /** The language of the table they are from: `ar` or `en`. */
  readonly lang: string;
  /** A message with its places filled in. Numbers are written in the digits of the locale. */
  readonly say: (key: MessageKey, values?: MessageValues) => string;
  /** The same with a message of the language `lang` that is in no table. */
  readonly tell: (message: Message, values?: MessageValues) => string;
  /** Between the kind and the date of a label: a dot, or a comma where the dot would look like the digit zero. */
  readonly separator: string;
  /** A number in the digits of the locale. */
  readonly number: (value: number) => string;
  /** So many units of time, as Intl says it: "6 days". */
  readonly length: (n: number, unit: string) => string;
}

/** Signs instead of English words in the dates of languages that have no table: they stand beside names from Intl. */
const SIGNS: Partial<Messages> = {
  about: "~{text}",
  perhaps: "{text} (?)",
  since: "{text}–",
  until: "–{text}",
  unknownDate: "?",
  fromTo: "{from} – {to}",
  decade: "{range}",
  century: "{range}",
  centuryBefore: "{range}",
  millennium: "{range}",
  millenniumBefore: "{range}",
  spring: "{range}",
  summer: "{range}",
  autumn: "{range}",
  winter: "{range}",
  quarter: "{range}",
  third: "{range}",
  half: "{range}",
  after: "+{text}",
  before: "−{text}",
  seconds: { zero: "=", other: "{length}" },
  minutes: "{length}",
  hours: "{length}",
  days: "{length}",
  months: "{length}",
  years: "{length}",
};

/** Languages of which only the words of dates are known. */
const DATE_WORDS: Readonly<Record<string, Partial<Messages>>> = { fa: persian };

const TABLES: Readonly<Record<string, Messages>> = { ar: arabic, en: english };

/** From here on, counts are rounded, and written in words. */
const MILLION = 1_000_000;
const ROUNDED: Intl.NumberFormatOptions = { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3 };

const PLACE = /\{(\w{1,20})\}/g;

/**
 * The words for a locale: Arabic, or else English.
 *
 * @param locale - A BCP 47 tag.
 * @param overrides - Messages that replace those of the table.
 * @param numerals - The digits of numbers. Default: those usual in the locale.
 */
export function createWords(locale: string, overrides: Partial<Messages> = {}, numerals: Numerals = "auto"): Words {
  const available = availableLocale(locale);
  const { language } = localeOf(available);
  const table = TABLES[language];
  const own = Object.fromEntries(Object.entries<unknown>(overrides).filter(([, message]) => message !== undefined));
  const messages: Messages = { ...(table ?? { ...english, ...SIGNS, ...DATE_WORDS[language] }), ...own };
  const digits = resolveNumerals(available, numerals);
  const write = (value: number, options: Intl.NumberFormatOptions = {}, numerals = digits): string =>
    numberFormatter({ locale: available, calendar: "gregory", numerals }, options).format(value);
  const rounded = (n: number): Intl.NumberFormatOptions => (n < MILLION ? {} : ROUNDED);
  return {
    lang: table ? language : "en",
    separator: digits === "latn" ? " · " : language === "ar" || language === "fa" || language === "ur" ? "، " : ", ",
    number: (value) => write(value),
    length: (n, unit) => write(n, { ...rounded(n), style: "unit", unit, unitDisplay: "long" }),
    say: (key, values) => fill(messages[key], values, !table && !(key in overrides)),
    tell: (message, values) => fill(message, values, !table),
  };

  function fill(message: Message, values: MessageValues = {}, isForeign: boolean): string {
    const template = typeof message === "string" ? message : pluralForm(message, isForeign ? "en" : language, values);
    return template.replace(PLACE, (place, name: string) => {
      const value = values[name] ?? numberWord(language, name, values);
      return typeof value === "number" ? write(value, rounded(value), isForeign ? "latn" : digits) : (value ?? place);
    });
  }
}

function pluralForm(message: PluralMessage, language: string, { n = 0 }: MessageValues): string {
  const zero = n === 0 ? message.zero : undefined;
  return zero ?? message[pluralRules(language).select(Number(n))] ?? message.other;
}
