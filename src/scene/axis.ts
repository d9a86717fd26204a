import type { AxisBoxes } from "../layout/axis.js";
import type { Orientation } from "../layout/orientation.js";
import type { Direction } from "../text/direction.js";
import { TYPE } from "../text/typography.js";
import type { LabelNode, ShapeNode, TextLine } from "./scene.js";

const TICK = 6;
const SLOW_TICK = 9;
/** From the axis to its labels, in pixels. */
const FAST_TOP = 9;
const SLOW_AIR = 3;

/** The line, the ticks and the two tiers of labels of an axis. */
export function buildAxis(
  axis: AxisBoxes,
  orientation: Orientation,
  width: number,
  y: number,
  words: { dir: Direction; lang: string },
): { line: ShapeNode; ticks: ShapeNode[]; labels: LabelNode[] } {
  const line: ShapeNode = {
    kind: "line",
    key: "axis",
    className: "mizwala-axis",
    x1: 0,
    y1: y,
    x2: width,
    y2: y,
    stroke: "axis",
    strokeWidth: 2,
  };
  const ticks: ShapeNode[] = [];
  const labels: LabelNode[] = [];
  const fastLines = axis.ticks.some(({ label }) => label?.detail !== undefined) ? 2 : 1;
  const slowTop = FAST_TOP + fastLines * TYPE.tick.line + SLOW_AIR;
  for (const { instant, along, isSlow, label } of axis.ticks) {
    const key = `${isSlow ? "slow" : "fast"}:${instant}`;
    const x = orientation.x(along);
    if (along >= 0 && along <= width)
      ticks.push({
        kind: "line",
        key: `tick:${key}`,
        className: "mizwala-tick",
        x1: x,
        y1: y + 1,
        x2: x,
        y2: y + 1 + (isSlow ? SLOW_TICK : TICK),
        stroke: isSlow ? "axis" : "faint",
        strokeWidth: 1,
      });
    if (!label) continue;
    const line = (role: TextLine["role"], text: string, top: number): TextLine => ({
      role,
      runs: [{ text }],
      ...words,
      top,
    });
    labels.push({
      kind: "label",
      key: `tick-label:${key}`,
      className: `mizwala-tick-label${isSlow ? " is-slow" : ""}`,
      x: orientation.x(label.along),
      y: y + (isSlow ? slowTop : FAST_TOP),
      side: isSlow ? orientation.startSide : "middle",
      lines: isSlow
        ? [line("meta", label.text, 0)]
        : [
            line("tick", label.text, 0),
            ...(label.detail === undefined ? [] : [line("tickDetail", label.detail, TYPE.tick.line)]),
          ],
    });
  }
  return { line, ticks, labels };
}
