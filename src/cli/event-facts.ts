import type { Issue } from "../base/errors.js";
import type { LabelFate } from "../layout/boxes.js";
import { labelIn, labelStages } from "../layout/explain.js";
import type { LayoutMode } from "../layout/input.js";
import type { Label } from "../layout/label.js";
import type { Layout } from "../layout/layout.js";
import type { TextRole } from "../text/typography.js";
import { civilFromDay, dayOf } from "../time/civil.js";
import { DAY, type Instant } from "../time/instant.js";
import { isKnown, type Edge } from "../time/span.js";

/** One may move half of everything beyond everything: so far out can one zoom. */
const OUTERMOST = 1 / 2;

/** What is known about a row of the input, as plain data. */
export interface RowFacts {
  readonly id: string;
  /** As the author wrote it. */
  readonly input: unknown;
  readonly issues: readonly Issue[];
}

/** What is known about an event and its label in a picture. */
export interface EventFacts extends RowFacts {
  readonly title: string;
  readonly time: { readonly text: string; readonly start: EdgeFacts; readonly end: EdgeFacts };
  readonly kind: string;
  readonly importance: number;
  readonly picture: PictureFacts;
  /** Whether any of it can be seen there. */
  readonly isInView: boolean;
  readonly label: LabelFacts;
  /** The ids of the events that it is counted with. */
  readonly countedWith: readonly string[];
  /** How it is labelled at every zoom, from the outermost one inwards; nothing in a list, which has no zoom. */
  readonly stages: readonly (LabelFacts & { readonly zoom: number })[];
}

/** An end of a span: the dates between which it lies, or `open` or `unknown`. */
export type EdgeFacts = { readonly earliest: string; readonly latest: string; readonly precision: string } | string;

/** A picture, and the part of time in it. */
export interface PictureFacts {
  readonly layout: LayoutMode;
  /** The width of the plot in pixels. */
  readonly width: number;
  readonly from: string;
  readonly to: string;
  /** 1 shows everything, 2 half of it. */
  readonly zoom: number;
}

/** What became of a label. */
export interface LabelFacts {
  readonly fate: LabelFate["is"];
  /** The event that leaves no room for it. */
  readonly by?: { readonly id: string; readonly title: string; readonly importance: number };
  /** How many lines say what. */
  readonly lines: Readonly<Partial<Record<TextRole, number>>>;
}

/**
 * Gathers the facts about an event.
 *
 * @param layOut - The picture of a part of time; of everything without one.
 * @param layout - The picture that is asked about.
 * @param event - The place of the event in its columns.
 * @param issues - Those of all events.
 * @param shortest - How far one may zoom in: to so many milliseconds.
 */
export function eventFacts(
  layOut: Parameters<typeof labelStages>[0],
  layout: Layout,
  event: number,
  issues: readonly Issue[],
  shortest: number,
): EventFacts {
  const { events } = layout.columns;
  const { id, index, datum, title, kind, importance, span } = events[event]!;
  const innermost = Math.max((layout.home[1] - layout.home[0]) / shortest, 1);
  const stages = layout.mode === "list" ? [] : labelStages(layOut, event, [OUTERMOST, innermost]);
  return {
    id,
    title: title.text,
    input: datum,
    issues: issuesOf(index, issues),
    time: { text: span.text, start: edgeFacts(span.start), end: edgeFacts(span.end) },
    kind: kind.kind,
    importance,
    picture: pictureFacts(layout),
    isInView: [...layout.labels, ...layout.marks].some((box) => box.event === event),
    label: labelFacts(layout.fateOf(event), labelIn(layout, event), layout),
    countedWith: (layout.more.find((box) => box.events.includes(event))?.events ?? []).map(
      (other) => events[other]!.id,
    ),
    stages: stages.map(({ zoom, fate, label }) => ({ zoom, ...labelFacts(fate, label, layout) })),
  };
}

/** The issues of one row of the input. */
export function issuesOf(index: number, issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ path }) => path.startsWith(`events[${index}]`));
}

/** Says which picture it is. */
export function pictureFacts({ mode, width, domain, home, warp }: Layout): PictureFacts {
  const [from, to] = warp.domainInTime(domain).map(dateOf) as [string, string];
  return { layout: mode, width, from, to, zoom: (home[1] - home[0]) / (domain[1] - domain[0]) };
}

function labelFacts(fate: LabelFate, label: Label, { columns }: Layout): LabelFacts {
  const lines: Partial<Record<TextRole, number>> = {};
  for (const { role } of label.lines) lines[role] = (lines[role] ?? 0) + 1;
  const blocker = fate.is === "hidden" ? columns.events[fate.by] : undefined;
  if (!blocker) return { fate: fate.is, lines };
  const { id, title, importance } = blocker;
  return { fate: fate.is, by: { id, title: title.text, importance }, lines };
}

function edgeFacts(edge: Edge): EdgeFacts {
  if (!isKnown(edge)) return edge;
  const { earliest, latest, precision } = edge;
  return { earliest: dateOf(earliest), latest: dateOf(latest), precision };
}

/** As ISO 8601 writes it, of any year: a day, or a day and a time. */
function dateOf(instant: Instant): string {
  const day = dayOf(instant);
  const { year, month, day: ofMonth } = civilFromDay(day);
  const digits = (value: number, length = 2): string => String(value).padStart(length, "0");
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  const date = `${sign}${digits(Math.abs(year), 4)}-${digits(month)}-${digits(ofMonth)}`;
  const time = Math.round(instant - day * DAY);
  return time > 0 && time < DAY ? `${date}T${new Date(time).toISOString().slice(11, 19)}` : date;
}
