import { TYPE } from "../text/typography.js";
import { linearScale } from "../time/scale.js";
import type { Layout } from "./layout.js";
import { lieOf } from "./sides.js";

/** What moves by less has not moved, in pixels. */
const STILL = 0.5;

/** What changes from picture to picture, in numbers. */
export interface Changes {
  /** Labels and counts that are wholly in view before and after a pan, and yet come, go, move or read differently. */
  readonly labels: number;
  /** Events whose mark is in view before and after a pan, at another height. */
  readonly rows: number;
  /** Events that lose their label, or lines of it, where one zooms in. */
  readonly removed: number;
  /** Events that gain a label, or lines of one, where one zooms out. */
  readonly added: number;
}

/** Measures what changes from each picture to the next, while one pans or zooms. */
export function measureChanges(layouts: Iterable<Layout>): Changes {
  const changes = { labels: 0, rows: 0, removed: 0, added: 0 };
  let before: Layout | undefined;
  for (const after of layouts) {
    before ??= after;
    const zoom = lengthOf(before) / lengthOf(after);
    if (Math.abs(zoom - 1) < 1e-9) {
      changes.labels += new Set([...unsteadyTexts(before, after), ...unsteadyTexts(after, before)]).size;
      changes.rows += countLifted(before, after);
    } else if (zoom > 1) changes.removed += countPoorer(before, after);
    else if (zoom < 1) changes.added += countPoorer(after, before);
    before = after;
  }
  return changes;
}

function lengthOf({ domain: [from, to] }: Layout): number {
  return to - from;
}

/** A text that stays where its events are. */
interface Text {
  readonly along: number;
  readonly across: number;
  readonly length: number;
  readonly words: string;
  /** Whether it moves along to stay in sight, as the title of a bar in a lane that is cut. */
  readonly isLoose: boolean;
}

function textsOf({ mode, labels, more, marks, length, orientation }: Layout): ReadonlyMap<string, Text> {
  const indent = mode === "flags" ? lieOf(orientation.isUpright).indent : 0;
  const cut = new Set(
    marks.flatMap(({ event, bar }) => (mode === "lanes" && bar && (bar.from <= 0 || bar.to >= length) ? event : [])),
  );
  const texts = new Map<string, Text>();
  for (const { event, label, ...place } of labels) {
    const words = label.lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join("\n");
    const extent = orientation.extentOf(label);
    texts.set(`label ${event}`, { ...place, length: indent + extent.length, words, isLoose: cut.has(event) });
  }
  for (const { text, events, width, ...place } of more) {
    const { length } = orientation.extentOf({ width, height: TYPE.more.line });
    texts.set(`count ${place.across} ${events.join(" ")}`, { ...place, length, words: text, isLoose: false });
  }
  return texts;
}

/** The texts of one picture that should be the same in another one, and are not. */
function unsteadyTexts(here: Layout, there: Layout): readonly string[] {
  const shift = linearScale(there.domain, [0, there.length]).at(here.domain[0]);
  const others = textsOf(there);
  const isWhole = (along: number, length: number): boolean => along >= STILL && along + length <= here.length - STILL;
  return [...textsOf(here)].flatMap(([key, { along, across, length, words, isLoose }]) => {
    if (isLoose || !isWhole(along, length) || !isWhole(along + shift, length)) return [];
    const other = others.get(key);
    if (!other) return [key];
    const isMoved = Math.abs(other.along - along - shift) > STILL || Math.abs(other.across - across) > STILL;
    return !other.isLoose && (isMoved || other.words !== words) ? [key] : [];
  });
}

function countLifted(before: Layout, after: Layout): number {
  const heights = new Map(before.marks.map(({ event, across }) => [event, across]));
  return after.marks.filter(({ event, across }) => Math.abs((heights.get(event) ?? across) - across) > STILL).length;
}

/** How many events say less in the inner of two pictures, although they stand in both. */
function countPoorer(outer: Layout, inner: Layout): number {
  const { anchor } = inner.onAxis;
  const linesIn = ({ labels }: Layout): ReadonlyMap<number, number> =>
    new Map(labels.map(({ event, label }) => [event, label.lines.length]));
  const [linesBefore, linesAfter] = [linesIn(outer), linesIn(inner)];
  const has = ({ fateOf }: Layout, event: number): boolean => ["shown", "shortened"].includes(fateOf(event).is);
  return [...anchor.keys()].filter((event) => {
    if (anchor[event]! < inner.domain[0] || anchor[event]! > inner.domain[1] || !has(outer, event)) return false;
    return !has(inner, event) || (linesAfter.get(event) ?? Infinity) < (linesBefore.get(event) ?? 0);
  }).length;
}
