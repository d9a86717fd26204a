import type { ResolvedText } from "../model/model.js";
import { orient } from "../layout/orientation.js";
import type { Frame } from "../layout/prepare.js";
import type { LabelNode, Scene, TextLine } from "../scene/scene.js";
import type { LabelSetting } from "../layout/label.js";
import { TYPE, type TextRole } from "../text/typography.js";
import { wrapText } from "../text/wrap.js";

/** Around everything, in pixels. */
const TOP = 24;
const BOTTOM = 20;
/** Between the head and the plot, in pixels. */
const HEAD_AIR = 24;
const FOOT_AIR = 8;
/** From the edge of the plot to the texts around it, in pixels. */
const INDENT = 8;

/** The texts above and below a plot, set for a width. */
export interface Sheet {
  /** What the texts and the air around them take, in pixels. */
  readonly extraHeight: number;
  /** The whole picture: the plot with its texts around it. */
  around(plot: Scene): Scene;
}

/** From the edges of a picture to its plot: less where it is narrow. */
export function edgeOf(width: number): number {
  return Math.min(24, Math.max(12, Math.round(width * 0.03)));
}

/** The same for a plot that has its width already. */
export function edgeAround(plotWidth: number): number {
  return edgeOf(plotWidth + 2 * edgeOf(plotWidth));
}

/** What the texts of a sheet are set with. */
type SheetSetting = Pick<LabelSetting, "direction" | "measurer" | "dates">;

/** Sets title, subtitle and source for a picture of a width, with its plot so far from its edges. */
export function setSheet(
  frame: Frame,
  { direction: dir, measurer, dates }: SheetSetting,
  width: number,
  edge: number = edgeOf(width),
): Sheet {
  const head = [...setLines("head", frame.title), ...setLines("subhead", frame.subtitle)];
  const foot = setLines("note", frame.source);
  const headHeight = heightOf(head) + (head.length > 0 ? HEAD_AIR : 0);
  const footHeight = heightOf(foot) + (foot.length > 0 ? FOOT_AIR : 0);
  const { startSide: side, point } = orient(dir, width);
  const [x] = point(edge + INDENT, 0);

  return {
    extraHeight: TOP + headHeight + footHeight + BOTTOM,
    around(plot) {
      const y = TOP + headHeight;
      const height = y + plot.height + footHeight + BOTTOM;
      const texts: LabelNode[] = [
        { kind: "label", key: "head", className: "mizwala-head", x, y: TOP, side, lines: stack(head) },
        {
          kind: "label",
          key: "foot",
          className: "mizwala-source",
          x,
          y: y + plot.height + FOOT_AIR,
          side,
          lines: stack(foot),
        },
      ];
      return {
        width,
        height,
        shapes: [{ kind: "group", key: "plot", className: "mizwala-plot", x: edge, y, children: plot.shapes }],
        labels: [
          ...texts.filter(({ lines }) => lines.length > 0),
          ...plot.labels.map((label) => ({ ...label, x: label.x + edge, y: label.y + y })),
        ],
      };
    },
  };

  function setLines(role: TextRole, text: ResolvedText | undefined): Omit<TextLine, "top">[] {
    if (!text) return [];
    const { lines } = wrapText(text.runs, {
      measure: (piece) => measurer.width(piece, TYPE[role]),
      maxWidth: width - 2 * (edge + INDENT),
      maxLines: 3,
      isGlued: dates.isGlued,
    });
    return lines.map((runs) => ({ role, runs, dir: text.dir, lang: text.lang }));
  }
}

function heightOf(lines: readonly Omit<TextLine, "top">[]): number {
  return lines.reduce((height, { role }) => height + TYPE[role].line, 0);
}

function stack(lines: readonly Omit<TextLine, "top">[]): TextLine[] {
  return lines.map((line, i) => ({ ...line, top: heightOf(lines.slice(0, i)) }));
}
