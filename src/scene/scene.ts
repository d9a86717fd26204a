import type { LabelRun } from "../layout/label.js";
import type { Direction } from "../text/direction.js";
import type { TextRole } from "../text/typography.js";
import type { Paint } from "./theme.js";

interface NodeBase {
  /** Unique in its scene, and the same for the same thing in the next one. */
  readonly key: string;
  readonly className: string;
  /** The id of the event that it belongs to. */
  readonly event?: string;
  /** The id of the lane that it belongs to. */
  readonly lane?: string;
}

/** Several shapes that are one thing. */
export interface GroupNode extends NodeBase {
  readonly kind: "group";
  readonly x: number;
  readonly y: number;
  /** Whether its own x axis points down. */
  readonly isTurned?: boolean;
  readonly children: readonly ShapeNode[];
}

/** A straight line. */
export interface LineNode extends NodeBase {
  readonly kind: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: Paint;
  readonly strokeWidth: number;
  readonly dash?: string;
}

/** A rectangle. */
export interface RectNode extends NodeBase {
  readonly kind: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: Paint | "none";
  readonly opacity?: number;
  readonly stroke?: Paint;
  readonly dash?: string;
}

/** A free form. */
export interface PathNode extends NodeBase {
  readonly kind: "path";
  readonly d: string;
  readonly fill: Paint | "none";
  readonly opacity?: number;
  readonly stroke?: Paint;
  readonly strokeWidth?: number;
  readonly dash?: string;
}

/** Anything that is drawn as a mark. */
export type ShapeNode = GroupNode | LineNode | RectNode | PathNode;

/** What `x` means for a label: its left edge, its middle or its right edge. */
export type LabelSide = "left" | "middle" | "right";

/** A line of text: already broken, with a direction of its own. */
export interface TextLine {
  readonly role: TextRole;
  readonly runs: readonly LabelRun[];
  readonly dir: Direction;
  readonly lang: string | undefined;
  /** From the top of the label to the top of the line. */
  readonly top: number;
}

/** Lines of text below each other: HTML in a page, `<text>` in a file. */
export interface LabelNode extends NodeBase {
  readonly kind: "label";
  readonly x: number;
  /** The top of the first line. */
  readonly y: number;
  readonly side: LabelSide;
  readonly lines: readonly TextLine[];
  /** The colour of what is emphasised. */
  readonly accent?: Paint;
  /** For what stays at the top of the window while this much of the plot passes by: so many pixels from its top. */
  readonly reach?: number;
  /** For a count of hidden events, how many, and the same in words. */
  readonly count?: number;
  readonly name?: string;
}

/** A picture of a timeline, in pixels from its left upper corner; no page is needed to make one. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly ShapeNode[];
  readonly labels: readonly LabelNode[];
}
