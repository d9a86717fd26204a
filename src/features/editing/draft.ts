import { clamp } from "../../base/math.js";
import type { Door } from "../../component/feature.js";
import type { LaneBox } from "../../layout/boxes.js";
import type { Layout } from "../../layout/layout.js";
import type { Box } from "../../layout/orientation.js";
import type { EventBase } from "../../model/input.js";
import { hueAt, type Parts, type SceneSetting } from "../../scene/events.js";
import { buildHits } from "../../scene/hit.js";
import type { LabelNode, ShapeNode } from "../../scene/scene.js";
import { buildColumns } from "../../store/columns.js";
import { TYPE } from "../../text/typography.js";
import { parseDate } from "../../time/parse.js";
import type { Span } from "../../time/span.js";
import type { EditAction } from "./change.js";
import { alongOf } from "./places.js";
import type { Target } from "./target.js";

/** A change that is not made yet: an event as it would be. */
export interface Draft {
  readonly target: Target;
  readonly action: EditAction;
  readonly after: EventBase;
}

/** Keeps the draft, and shows it over the picture. */
export interface DraftBoard {
  readonly draft: Draft | undefined;
  set(draft: Draft | undefined): void;
  /** Its date in words, in full for a voice. */
  tell(draft: Draft): string;
  layer(layout: Layout, setting: SceneSetting): Parts;
}

/** The draft and its date: how thick, at least how long, how far beyond the plot, how far apart, how far from where labels fade; in pixels. */
const BREADTH = 24;
const SHORTEST = 12;
const BEYOND = 40;
const RISE = 6;
const PADDING = 9;
const FADE = 12;

/** Makes a board without a draft. */
export function createDraftBoard(door: Door): DraftBoard {
  let draft: Draft | undefined;

  const spanOf = ({ after, target }: Draft): Span => {
    const { options, view } = door.shown();
    const now = view.now ?? options.now;
    const parsed = parseDate(after.date, { timeZone: options.timeZone, eventTimeZone: after.timeZone, now });
    return parsed.ok ? parsed.span : target.event.span;
  };

  return {
    get draft() {
      return draft;
    },
    set(next) {
      if (next === draft) return;
      draft = next;
      door.redraw();
    },
    tell: (one) => door.shown().prepared.setting.dates.spoken(spanOf(one)),
    layer(layout, setting) {
      const place = draft && layout.columns.byId.get(draft.target.id);
      if (!draft || place === undefined) return { shapes: [], labels: [] };
      const span = spanOf(draft);
      const { measurer, dates } = door.shown().prepared.setting;
      const text = dates.span(span, { weekday: true, both: true });
      const box = layout.axis ? ghostOf(layout, draft, place, span) : undefined;
      const hue = `hue-${hueAt(layout, place)}` as const;
      const ghost: ShapeNode[] = box
        ? [
            { ...frame("fill", box), fill: hue, opacity: 0.25 },
            { ...frame("edge", box), fill: "none", stroke: hue, dash: "4 2" },
          ]
        : [];
      const anchor = box ?? buildHits(layout).get(draft.target.id);
      if (!anchor) return { shapes: ghost, labels: [] };
      const width = measurer.width(text, { ...TYPE.meta, weight: 700 }) + 2 * PADDING;
      const height = TYPE.meta.line + 10;
      const [x, y] = placeTip(layout, anchor, width, height);
      const label: LabelNode = {
        kind: "label",
        key: "draft",
        className: "mizwala-tip mizwala-draft-date",
        x: clamp(x, FADE, Math.max(FADE, layout.width - FADE - width)),
        y,
        side: "left",
        lines: [{ role: "meta", runs: [{ text, isEmphasized: true }], dir: setting.dir, lang: setting.lang, top: 0 }],
        accent: "ink",
      };
      return { shapes: ghost, labels: [label] };
    },
  };
}

/** Above the draft, or below it on a level axis, over which flags hang; in a list over the date that it changes. */
function placeTip(layout: Layout, anchor: Box, width: number, height: number): readonly [x: number, y: number] {
  const { mode, orientation } = layout;
  if (mode === "list")
    return [orientation.startSide === "right" ? anchor.x + anchor.width - width : anchor.x, anchor.y - RISE];
  const above = anchor.y - RISE - height;
  const isBelow = above < 0 || (mode === "flags" && !orientation.isUpright);
  return [anchor.x + anchor.width / 2 - width / 2, isBelow ? anchor.y + anchor.height + RISE : above];
}

type Frame = Omit<Extract<ShapeNode, { kind: "rect" }>, "fill">;

function frame(key: string, box: Box): Frame {
  const { x, y, width, height } = box;
  return { kind: "rect", key: `draft:${key}`, className: `mizwala-draft is-${key}`, x, y, width, height, radius: 4 };
}

function firstRow({ across, height, rowsTop, row }: LaneBox, isUpright: boolean): number {
  return isUpright ? across - height + rowsTop + BREADTH / 2 : across - rowsTop - row / 2;
}

/** Where the event would stand: in the row of its mark, or in the first row of another lane. */
function ghostOf(layout: Layout, { target, after }: Draft, place: number, span: Span): Box {
  const { orientation, axisAt, length } = layout;
  const columns = buildColumns([{ ...target.event, span }]);
  const held = (instant: number): number => clamp(alongOf(layout, instant), -BEYOND, length + BEYOND);
  const [from, to] = [held(columns.from[0]!), held(columns.to[0]!)];
  const missing = Math.max(SHORTEST - (to - from), 0) / 2;
  const mark = layout.marks.find(({ event }) => event === place);
  const lane = layout.lanes?.find(({ lane }) => lane.id === (after.lane ?? ""));
  const isMoved = lane !== undefined && (after.lane ?? "") !== (target.event.lane ?? "");
  const across = isMoved ? firstRow(lane, orientation.isUpright) : (mark?.across ?? 0);
  return orientation.box(from - missing, to - from + 2 * missing, axisAt - across - BREADTH / 2, BREADTH);
}
