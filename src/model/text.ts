import { safeUrl } from "../base/url.js";
import { cleanText, TEXT_LIMIT } from "../text/clean.js";
import { textDirection, type Direction } from "../text/direction.js";
import { plainText, type TextRun } from "../text/runs.js";
import type { Report } from "./issue-log.js";
import { chooseLanguage, languageDirection } from "./language.js";
import type { ResolvedText } from "./model.js";
import { isObject } from "./rules.js";

/** What decides how a text is read. */
export interface TextSetting {
  /** The language to choose where a text has several. */
  readonly locale: string;
  /** The direction of a text that has no letters. */
  readonly direction: Direction;
  /** The language of the texts, where the author named it. */
  readonly lang?: string | undefined;
  /** The direction of the texts, where the author named it. */
  readonly dir?: Direction | undefined;
  /** Whether line breaks are kept. */
  readonly hasLines?: boolean;
  readonly report: Report;
}

/** A mark, a letter, a digit, a sign: anything that leaves ink. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What an address must be to become a link. */
export const ADDRESS = "an address that is relative or begins with https:, http:, mailto: or tel:";

const LINE_END = /\r\n?|\n/;

const EXPECTED = "a text, its pieces, or one text per language";

/** A text, or why there is none: nothing to see, or not a text, which is an issue by then. */
type Reading = ResolvedText | "blank" | "unreadable";

/**
 * The text that a reader of the setting's locale sees, cleaned and cut at {@link TEXT_LIMIT}. `undefined` where there is
 * nothing to see: left out, blank, or not a text, which is an issue.
 *
 * @param input - Should be a `TextInput`.
 * @param path - Where it stands.
 * @param setting - The language to choose, and where issues go.
 */
export function resolveText(input: unknown, path: string, setting: TextSetting): ResolvedText | undefined {
  const reading = readText(input, path, setting);
  return typeof reading === "string" ? undefined : reading;
}

/** As {@link resolveText}, with its lines. */
export function resolveSummary(input: unknown, path: string, setting: TextSetting): ResolvedText | undefined {
  return resolveText(input, path, { ...setting, hasLines: true });
}

/** As {@link resolveText}, for a text that must not be missing; where it is, that is an issue too. */
export function requireText(input: unknown, path: string, setting: TextSetting): ResolvedText | undefined {
  const reading = readText(input, path, setting);
  if (reading === "blank") setting.report("text-missing", path, input, EXPECTED);
  return typeof reading === "string" ? undefined : reading;
}

function readText(input: unknown, path: string, setting: TextSetting): Reading {
  if (input === undefined || input === null) return "blank";
  if (!isObject(input)) return readParts(input, path, setting, setting.lang);
  const tag = chooseLanguage(Object.keys(input), setting.locale);
  if (tag !== undefined) {
    return readParts(input[tag], `${path}.${tag.slice(0, 80)}`, setting, languageDirection(tag) && tag);
  }
  setting.report("text-unreadable", path, input, EXPECTED);
  return "unreadable";
}

function readParts(input: unknown, path: string, setting: TextSetting, lang: string | undefined): Reading {
  const { report } = setting;
  const parts: readonly unknown[] = Array.isArray(input) ? input : [typeof input === "string" ? input.trim() : input];
  const misfit = parts.findIndex((part) => !isText(part));
  if (misfit >= 0)
    report("text-unreadable", Array.isArray(input) ? `${path}[${misfit}]` : path, parts[misfit], EXPECTED);
  const runs: TextRun[] = [];
  let room = TEXT_LIMIT;
  let isNewLine = false;
  for (let i = 0; i < parts.length; i++) {
    const run = readRun(parts[i], path, i, report);
    const isLong = run.text.length > room;
    if (isLong) report("text-long", path, run.text, `at most ${TEXT_LIMIT} characters`);
    const lines = setting.hasLines === true && !isLong ? run.text.split(LINE_END) : [run.text];
    for (let at = 0; at < lines.length; at++) {
      isNewLine ||= at > 0;
      const text = room > 0 ? cleanText(lines[at]!, room) : "";
      if (text === "" || (isNewLine && text.trim() === "")) continue;
      const before = runs.at(-1);
      runs.push(isNewLine && before ? { ...run, text: apart(text, before), newLine: true } : { ...run, text });
      isNewLine = false;
    }
    if (isLong) break;
    room -= run.text.length;
  }
  const text = plainText(runs);
  if (!VISIBLE.test(text)) return misfit >= 0 ? "unreadable" : "blank";
  const known = setting.dir ?? (lang === undefined ? undefined : languageDirection(lang));
  return { runs, text, dir: known ?? textDirection(text, setting.direction), lang };
}

/** Where lines are not shown, a blank stands between them. */
function apart(line: string, before: TextRun): string {
  return /\s$/.test(before.text) || /^\s/.test(line) ? line : ` ${line}`;
}

function isText(part: unknown): boolean {
  return typeof part === "string" || (isObject(part) && typeof part["text"] === "string");
}

function readRun(part: unknown, path: string, place: number, report: Report): TextRun {
  if (isObject(part) && typeof part["text"] === "string") {
    const { dir, lang, url, emphasis } = part;
    const given = typeof lang === "string" ? languageDirection(lang) : undefined;
    const direction = dir === "ltr" || dir === "rtl" ? dir : given;
    const href = typeof url === "string" ? safeUrl(url)?.href : undefined;
    if (url !== undefined && href === undefined) report("url-refused", `${path}[${place}].url`, url, ADDRESS);
    return {
      text: part["text"],
      ...(direction && { dir: direction }),
      ...(given && { lang: lang as string }),
      ...(emphasis === true && { emphasis }),
      ...(href !== undefined && { href }),
    };
  }
  const isPrintable = ["string", "number", "bigint", "boolean"].includes(typeof part);
  return { text: isPrintable ? String(part) : "" };
}
