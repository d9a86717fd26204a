import { arabic } from "./messages-ar.js";
import { english } from "./messages-en.js";
import { availableLocale, numberFormatter, pluralRules } from "./intl.js";
import { resolveNumerals, type Numerals } from "./numerals.js";
import { numberWord } from "./ordinals.js";
import type { MessageKey, Messages, MessageValues, PluralMessage } from "./vocabulary.js";

export type { Message, MessageKey, Messages, MessageValues, PluralMessage } from "./vocabulary.js";

/** The words of one language. */
export interface Words {
  /** The language of the table they are from: `ar` or `en`. */
  readonly lang: string;
  /** A message with its places filled in. Numbers are written in the digits of the locale. */
  readonly say: (key: MessageKey, values?: MessageValues) => string;
  /** Between the kind and the date of a label: a dot, or a comma where the dot would look like the digit zero. */
  readonly separator: string;
  /** A number in the digits of the locale. */
  readonly number: (value: number) => string;
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
};

const TABLES: Readonly<Record<string, Messages>> = { ar: arabic, en: english };

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
  const { language } = new Intl.Locale(available);
  const table = TABLES[language];
  const own = Object.fromEntries(Object.entries<unknown>(overrides).filter(([, message]) => message !== undefined));
  const messages: Messages = { ...(table ?? { ...english, ...SIGNS }), ...own };
  const numbers = (numerals: string): Intl.NumberFormat =>
    numberFormatter({ locale: available, calendar: "gregory", numerals });
  const digits = resolveNumerals(available, numerals);
  return {
    lang: table ? language : "en",
    separator: digits === "latn" ? " · " : language === "ar" || language === "fa" || language === "ur" ? "، " : ", ",
    number: (value) => numbers(digits).format(value),
    say(key, values = {}) {
      const isForeign = !table && !(key in overrides);
      const message = messages[key];
      const template = typeof message === "string" ? message : pluralForm(message, isForeign ? "en" : language, values);
      return template.replace(PLACE, (place, name: string) => {
        const value = values[name] ?? numberWord(language, name, values);
        return typeof value === "number" ? numbers(isForeign ? "latn" : digits).format(value) : (value ?? place);
      });
    },
  };
}

function pluralForm(message: PluralMessage, language: string, { n = 0 }: MessageValues): string {
  return message[pluralRules(language).select(Number(n))] ?? message.other;
}
