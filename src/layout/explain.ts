import type { Domain } from "../view/view.js";
import type { LabelFate } from "./boxes.js";
import type { Label } from "./label.js";
import type { Layout } from "./layout.js";

/** Where the event stands in the pictures that are compared, as a share of the width from the start. */
const PLACE = 1 / 4;
/** How exactly a change is found, in doublings of the zoom. */
const EXACT = 1 / 64;

/** How an event is labelled from some zoom on. */
export interface LabelStage {
  /** The zoom from which on it is so, up to that of the next stage; 1 shows everything, 2 half of it. */
  readonly zoom: number;
  readonly fate: LabelFate;
  /** Its label, or the one that it would have. */
  readonly label: Label;
}

/**
 * How an event is labelled at every zoom, from the outermost one inwards. What changes and changes back within one doubling
 * is not found; with flags nothing does.
 *
 * @param layOut - The picture of a part of time; of everything without one.
 * @param event - Its place in the columns.
 * @param zooms - The outermost and the innermost zoom to look at.
 */
export function labelStages(
  layOut: (domain?: Domain) => Layout,
  event: number,
  zooms: readonly [outermost: number, innermost: number],
): readonly LabelStage[] {
  const { home, onAxis, warp } = layOut();
  const [first, last] = zooms.map(Math.log2) as [number, number];
  const stageAt = (level: number): LabelStage => {
    const zoom = 2 ** level;
    const length = (home[1] - home[0]) / zoom;
    const from = onAxis.anchor[event]! - length * PLACE;
    const layout = layOut(warp.domainInTime([from, from + length]));
    return { zoom, fate: layout.fateOf(event), label: labelIn(layout, event) };
  };
  /** The stages that begin between two levels, the outer one left out. */
  const stagesIn = (outer: number, before: LabelStage, inner: number, after: LabelStage): readonly LabelStage[] => {
    if (isSame(before, after)) return [];
    if (inner - outer < EXACT) return [after];
    const middle = (outer + inner) / 2;
    const between = stageAt(middle);
    return [...stagesIn(outer, before, middle, between), ...stagesIn(middle, between, inner, after)];
  };
  let [outer, before] = [first, stageAt(first)];
  const stages = [before];
  while (outer < last) {
    const inner = Math.min(outer + 1, last);
    const after = stageAt(inner);
    stages.push(...stagesIn(outer, before, inner, after));
    [outer, before] = [inner, after];
  }
  return stages;
}

/** The label as it is drawn; in a lane, where panning cuts it, the whole one. */
export function labelIn({ mode, labels, labelOf }: Layout, event: number): Label {
  const box = mode === "lanes" ? undefined : labels.find((candidate) => candidate.event === event);
  return box?.label ?? labelOf(event);
}

function isSame(a: LabelStage, b: LabelStage): boolean {
  const isEqual = a.fate.is === b.fate.is && a.label.lines.length === b.label.lines.length;
  return isEqual && a.label.lines.every(({ role }, i) => role === b.label.lines[i]!.role);
}
