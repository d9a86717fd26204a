import { axisHeight } from "./axis.js";
import type { LegendBox } from "./boxes.js";
import type { KindHues } from "./kind-hues.js";
import { stack, textLines, type LabelSetting } from "./label.js";
import { textDirection } from "../text/direction.js";
import { TYPE } from "../text/typography.js";

/** The side of a swatch, and what lies between it and its words, in pixels. */
export const SWATCH = 10;
export const SWATCH_AIR = 6;
/** Between two entries, and above all of them, in pixels. */
const GAP = 18;
const ABOVE = 6;

/** What colours mean, below the axis. */
export interface Legend {
  readonly boxes: readonly LegendBox[];
  /** What it takes below the axis together with that, in pixels. */
  readonly height: number;
}

/** Sets the colours of kinds and their names side by side, in as many lines as it takes. */
export function placeLegend(kinds: KindHues | undefined, length: number, setting: LabelSetting): Legend {
  if (!kinds) return { boxes: [], height: axisHeight(setting) };
  const { direction, locale: lang, separator } = setting;
  const room = length - SWATCH - SWATCH_AIR;
  let [along, below] = [0, axisHeight(setting) + ABOVE];
  const boxes = kinds.hues.map(({ hue, names }): LegendBox => {
    const runs = names.flatMap((text, i) => {
      const dir = textDirection(text, direction);
      return [...(i > 0 ? [{ text: separator }] : []), dir === direction ? { text } : { text, dir }];
    });
    const text = runs.map((run) => run.text).join("");
    const { lines, isShortened } = textLines("meta", { text, runs, dir: direction, lang }, room, 1, setting);
    const label = stack(lines, isShortened);
    const width = SWATCH + SWATCH_AIR + label.width;
    if (along > 0 && along + width > length) [along, below] = [0, below + TYPE.meta.line];
    const box = { hue, along, across: -below, label };
    along += width + GAP;
    return box;
  });
  return { boxes, height: below + TYPE.meta.line };
}
