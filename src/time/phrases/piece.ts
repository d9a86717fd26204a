import { civilFromDay } from "../civil.js";
import type { Day } from "../instant.js";

/** A date found in a phrase, as far as EDTF and the reader of the answer need it. */
export interface Piece {
  /** As EDTF; for a month or a year of another calendar the choice of its days, `[2020-06-22..2020-07-20]`. */
  readonly edtf: string;
  /** As the start of an interval, which holds no choices. */
  readonly start: string;
  /** As its end. */
  readonly end: string;
  /** The day, where it is one. */
  readonly day?: Day;
  /** How sure the reading is, 0 to 1. */
  readonly confidence: number;
  /** Other readings, likeliest first. */
  readonly alternatives: readonly string[];
  /** Whether no reading is likelier than another; then `edtf` is empty. */
  readonly isAmbiguous?: boolean;
}

/** A date that EDTF can write as it is. */
export function pieceOf(edtf: string, confidence: number = 1, alternatives: readonly string[] = []): Piece {
  return { edtf, start: edtf, end: edtf, confidence, alternatives };
}

/** A day. */
export function dayPiece(day: Day, confidence: number = 1, alternatives: readonly Day[] = []): Piece {
  return { ...pieceOf(dayText(day), confidence, alternatives.map(dayText)), day };
}

/** Some day from `first` to `last`. */
export function daysPiece(first: Day, last: Day, mark: string, confidence: number = 1): Piece {
  const [start, end] = [dayText(first), dayText(last)];
  return { ...pieceOf(`[${start}${mark}..${end}${mark}]`, confidence), start: `${start}~`, end: `${end}~` };
}

/** A day as EDTF. */
export function dayText(day: Day): string {
  const { year, month, day: ofMonth } = civilFromDay(day);
  return `${yearText(year)}-${pad(month)}-${pad(ofMonth)}`;
}

/** A year as EDTF. */
export function yearText(year: number): string {
  return (year < 0 ? "-" : "") + pad(Math.abs(year), 4);
}

/** A number with leading zeros. */
export function pad(value: number, length: number = 2): string {
  return String(value).padStart(length, "0");
}
