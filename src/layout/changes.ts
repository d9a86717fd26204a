import { TYPE } from "../text/typography.js";
import { linearScale } from "../time/scale.js";
import type { Label } from "./label.js";
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
  let before: Picture | undefined;
  for (const layout of layouts) {
    const after: Picture = { ...layout, texts: textsOf(layout) };
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

/** A layout with its texts, by what they tell of. */
interface Picture extends Layout {
  readonly texts: ReadonlyMap<string, Text>;
}

function lengthOf({ domain: [from, to] }: Layout): number {
  return to - from;
}

/** A text that stays where its events are. */
interface Text {
  readonly along: number;
  readonly across: number;
  readonly length: number;
  /** What it says: of a label all of its lines, of a count its own text. */
  readonly said: Label | string;
  /** The events of a count. */
  readonly events: readonly number[];
  /** Whether it moves along to stay in sight, as the title of a bar in a lane that is cut. */
  readonly isLoose: boolean;
}

function textsOf({ mode, labels, more, marks, length, orientation }: Layout): ReadonlyMap<string, Text> {
  const indent = mode === "flags" ? lieOf(orientation.isUpright).indent : 0;
  const cut = new Set(
    marks.flatMap(({ event, bar }) => (mode === "lanes" && bar && (bar.from <= 0 || bar.to >= length) ? event : [])),
  );
  const texts = new Map<string, Text>();
  for (const { event, label, along, across } of labels) {
    const extent = indent + orientation.extentOf(label).length;
    texts.set(`label ${event}`, { along, across, length: extent, said: label, events: [], isLoose: cut.has(event) });
  }
  for (const { text, events, width, along, across } of more) {
    const extent = orientation.extentOf({ width, height: TYPE.more.line }).length;
    texts.set(`count ${across} ${events[0]}`, { along, across, length: extent, said: text, events, isLoose: false });
  }
  return texts;
}

function wordsOf(said: Label | string): string {
  if (typeof said === "string") return said;
  return said.lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join("\n");
}

function isSame(a: Text, b: Text): boolean {
  const areSameEvents =
    a.events === b.events ||
    (a.events.length === b.events.length && a.events.every((event, i) => event === b.events[i]));
  return areSameEvents && (a.said === b.said || wordsOf(a.said) === wordsOf(b.said));
}

/** The texts of one picture that should be the same in another one, and are not. */
function unsteadyTexts(here: Picture, there: Picture): readonly string[] {
  const shift = linearScale(there.domain, [0, there.length]).at(here.domain[0]);
  const isWhole = (along: number, length: number): boolean => along >= STILL && along + length <= here.length - STILL;
  const unsteady: string[] = [];
  for (const [key, text] of here.texts) {
    const { along, across, length, isLoose } = text;
    if (isLoose || !isWhole(along, length) || !isWhole(along + shift, length)) continue;
    const other = there.texts.get(key);
    const isMoved = !other || Math.abs(other.along - along - shift) > STILL || Math.abs(other.across - across) > STILL;
    if (!other?.isLoose && (isMoved || !isSame(text, other))) unsteady.push(key);
  }
  return unsteady;
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
