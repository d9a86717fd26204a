import { memo, type Pass } from "../base/memo.js";

/** The order of words in a language; numbers in them count as numbers. */
export const collatorOf: Pass<[locale: string], Intl.Collator> = memo(
  (locale: string) => new Intl.Collator(locale, { numeric: true }),
);
