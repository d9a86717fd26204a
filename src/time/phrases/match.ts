import { parseEDTF } from "../edtf.js";
import { collect } from "./collect.js";
import { isFragment, share, type Draft } from "./draft.js";
import { pieceOf, type Piece } from "./piece.js";
import type { Context } from "./context.js";
import { resolve } from "./resolve.js";
import type { Lexeme, Sense } from "./sense.js";

/** A date or a range of dates, and the words that it took. */
export interface Match {
  /** Nothing where the words make no date: then none of them may be read as one. */
  readonly piece: Piece | undefined;
  /** The weekday that the words name beside the date. */
  readonly weekday: number | undefined;
  readonly from: number;
  readonly to: number;
  /** The index of the first lexeme after it. */
  readonly next: number;
}

type Kind = Sense["is"];

const OPENERS: ReadonlySet<Kind> = new Set(["since", "until", "from", "between"]);
const CONNECTORS: ReadonlySet<Kind> = new Set(["to", "until", "dash"]);
const LINKS: ReadonlySet<Kind> = new Set(["link", "in", "from"]);
/** What stands before a date that is not meant itself: "before 2011". */
const BARS: ReadonlySet<Kind> = new Set(["bar", "ago"]);
/** In EDTF, what stands for the end that is open. */
const OPEN = "..";
const WINTER = 24;

/** Reads what begins at a lexeme; nothing where no date begins there. */
export function matchAt(lexemes: readonly Lexeme[], index: number, context: Context): Match | undefined {
  const kind = kindAt(lexemes, index);
  const opener = OPENERS.has(kind) ? kind : undefined;
  const first = collect(lexemes, opener ? skipLinks(lexemes, index + 1) : index);
  if (!first) return undefined;
  const from = opener ? lexemes[index]!.from : first.from;
  const isBarred = BARS.has(kindAt(lexemes, index - 1));
  const connector = kindAt(lexemes, first.next);
  const second = canConnect(connector, opener, first.draft)
    ? collect(lexemes, skipLinks(lexemes, first.next + 1))
    : undefined;
  if (second) {
    const piece = isBarred ? undefined : rangeOf(first.draft, second.draft, connector === "and" && !opener, context);
    return { piece, weekday: undefined, from, to: second.to, next: second.next };
  }
  if (first.isWeak && !opener && !first.draft.isYearMarked) return undefined;
  const isWhole = index === 0 && first.next === lexemes.length;
  const draft = { ...first.draft, ...((isWhole || opener) && { isYearMarked: true }) };
  const piece = isBarred ? undefined : openRange(draft, opener, context);
  return { piece, weekday: draft.weekday, from, to: first.to, next: first.next };
}

function kindAt(lexemes: readonly Lexeme[], index: number): Kind {
  return lexemes[index]?.sense.is ?? "other";
}

function skipLinks(lexemes: readonly Lexeme[], index: number): number {
  let next = index;
  while (next < lexemes.length && LINKS.has(kindAt(lexemes, next))) next++;
  return next;
}

/** "Between" needs an "and"; without it, "and" joins "9 and 10 July" but not two dates that are whole. */
function canConnect(connector: Kind, opener: Kind | undefined, first: Draft): boolean {
  if (connector === "and") return opener === "between" || (!opener && isFragment(first));
  return opener !== "until" && CONNECTORS.has(connector);
}

function openRange(draft: Draft, opener: Kind | undefined, context: Context): Piece | undefined {
  const isCount = draft.ago === undefined && Object.keys(draft.counts).length > 0;
  const isAgo = opener === "since" && isCount && draft.units.size > 0;
  const piece = resolve(isAgo ? { ...draft, ago: -1 } : draft, context);
  if (!piece || isAgo || piece.isAmbiguous || !(opener === "since" || opener === "until")) return piece;
  const edtf = opener === "since" ? `${piece.start}/${OPEN}` : `${OPEN}/${piece.end}`;
  return pieceOf(edtf, piece.confidence);
}

function rangeOf(first: Draft, second: Draft, isList: boolean, context: Context): Piece | undefined {
  const [start, end] = share({ ...first, isYearMarked: true }, { ...second, isYearMarked: true });
  if (start.season === WINTER && start.year !== undefined && end.year === start.year + 1 && end.season === undefined)
    return resolveWinter(start, context);
  const one = resolve(start, context);
  const other = resolve(end, context);
  if (!one || !other || one.isAmbiguous || other.isAmbiguous) return undefined;
  const confidence = Math.min(one.confidence, other.confidence);
  if (isList) return pieceOf(`{${one.edtf},${other.edtf}}`, confidence);
  const text = `${one.start}/${other.end}`;
  if (parseEDTF(text).ok || second.year !== undefined || end.year === undefined) return pieceOf(text, confidence);
  const later = resolve({ ...end, year: end.year + 1 }, context);
  return later && pieceOf(`${one.start}/${later.end}`, confidence);
}

/** The second year settles which winter is meant. */
function resolveWinter(draft: Draft, context: Context): Piece | undefined {
  const winter = resolve(draft, context);
  return winter && pieceOf(winter.edtf);
}
