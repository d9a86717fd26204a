import { MizwalaError } from "../../../src/base/errors.js";
import { safeUrl } from "../../../src/base/url.js";
import { createDateFormat } from "../../../src/locale/dates.js";
import { formatDate, type FormatDateOptions } from "../../../src/locale/format-date.js";
import { cleanText } from "../../../src/text/clean.js";
import { textDirection } from "../../../src/text/direction.js";
import { wrapText } from "../../../src/text/wrap.js";
import { parseEDTF } from "../../../src/time/edtf.js";
import { parseDate } from "../../../src/time/parse.js";
import { parseDateText } from "../../../src/time/phrases/phrases.js";
import { spanOf } from "../locale/spans.js";

const PUBLISHED = { publishedOn: "2020-07-09" };
const ROOM = { measure: (text: string): number => text.length * 7, maxWidth: 200, maxLines: 3 };
const SPAN = spanOf("2020-07-07/2020-07-09");

/** What is refused with a name is not a fault; any other error is. */
function refusing(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof MizwalaError)) throw error;
  }
}

const formatted = (value: string, options: FormatDateOptions): void => {
  refusing(() => formatDate(value, options));
};

/** Where a text from outside comes in. None may throw, but for {@link MizwalaError} where that is its promise. */
export const DOORS: Readonly<Record<string, (text: string) => void>> = {
  parseEDTF,
  parseDate,
  "parseDate in a time zone": (text) => parseDate("2020-07-09T10:30", { timeZone: text }),
  parseDateText: (text) => parseDateText(text, PUBLISHED),
  "parseDateText, published then": (text) => parseDateText("yesterday", { publishedOn: text, locale: text }),
  formatDate: (text) => {
    formatted(text, { locale: "ar", secondCalendar: "islamic-umalqura", isSpoken: true });
  },
  "formatDate in a locale": (text) => {
    formatted("2020-07-09", { locale: text });
  },
  "formatDate in a time zone": (text) => {
    formatted("2020-07-09", { timeZone: text });
  },
  createDateFormat: (text) => createDateFormat({ locale: text }).span(SPAN),
  textDirection: (text) => textDirection(text, "rtl"),
  cleanText,
  "cleanText of any length": (text) => cleanText(text, text.length),
  wrapText: (text) => wrapText([{ text }], ROOM),
  safeUrl,
  "safeUrl from a page": (text) => safeUrl("a", { base: text }),
};
