import type { TextStyle } from "./measure.js";

/** What a line of text is for. */
export type TextRole =
  | "title"
  | "compact"
  | "meta"
  | "summary"
  | "lane"
  | "bar"
  | "tick"
  | "tickDetail"
  | "more"
  | "gap"
  | "group"
  | "head"
  | "subhead"
  | "note";

/** How a role is set: size and line height in CSS pixels. */
export interface TypeStyle extends TextStyle {
  /** Height of one line; Arabic marks rise and fall further than Latin ones. */
  readonly line: number;
}

/** The one table of type, for measuring, for the style sheet and for pictures in files. */
export const TYPE: Readonly<Record<TextRole, TypeStyle>> = {
  head: { size: 22, weight: 700, line: 32 },
  subhead: { size: 14, weight: 400, line: 24 },
  title: { size: 16, weight: 700, line: 24 },
  compact: { size: 13, weight: 700, line: 20 },
  meta: { size: 13, weight: 400, line: 20 },
  summary: { size: 13, weight: 400, line: 20 },
  lane: { size: 14, weight: 700, line: 22 },
  bar: { size: 13, weight: 400, line: 20 },
  tick: { size: 13, weight: 700, line: 18 },
  tickDetail: { size: 12, weight: 400, line: 18 },
  more: { size: 12, weight: 700, line: 18 },
  gap: { size: 12, weight: 400, line: 18 },
  group: { size: 14, weight: 700, line: 28 },
  note: { size: 12, weight: 400, line: 20 },
};

/** The style of the emphasised piece of a line, such as the kind in front of a date. */
export function emphasized(style: TypeStyle): TypeStyle {
  return { ...style, weight: 700 };
}

/** From the top of a line to its baseline, in CSS pixels; the same in a page and in a file. */
export function baselineOf(style: TypeStyle): number {
  return Math.round(style.line / 2 + style.size * 0.36);
}
