import { MizwalaError } from "../base/errors.js";
import { layoutInput } from "../layout/input.js";
import { createLayout } from "../layout/layout.js";
import { prepare } from "../layout/prepare.js";
import type { EventBase, TimelineEvent } from "../model/input.js";
import { resolveOptions, type TimelineOptions } from "../model/options.js";
import { FONT } from "../render/css.js";
import { cachedMeasurer, type FontSet } from "../text/measure.js";
import { tableMeasurer } from "../text/widths.js";
import { edgeOf, setSheet } from "./sheet.js";
import { writePicture } from "./write-picture.js";

/**
 * A timeline and the size of its picture.
 *
 * @typeParam E - The type of the events.
 */
export interface PictureOptions<E extends EventBase = TimelineEvent> extends Omit<TimelineOptions<E>, "height"> {
  /**
   * Width of the picture in CSS pixels.
   * @defaultValue 1120
   */
  readonly width?: number;
  /**
   * Height of the whole picture in CSS pixels; `auto` is as high as it needs.
   * @defaultValue "auto"
   */
  readonly height?: number | "auto";
  /**
   * The fonts by which texts are measured and that they name, from `loadFonts` in `mizwala/fonts`.
   * @defaultValue a built-in table for Noto Sans
   */
  readonly fonts?: FontSet;
}

const WIDTH = 1120;
const WIDEST = 20_000;

/**
 * Draws a timeline as the text of a standalone SVG document: the layout of the component, without a page. Text widths come
 * from a built-in table for Noto Sans, or from font files; the theme `auto` is the light one.
 *
 * @example
 * ```ts
 * const svg = renderToSVG({ title: "من أستانا إلى دمشق", locale: "ar-SY", events, width: 1120 });
 * ```
 *
 * @param options - What to draw and how.
 * @returns An XML document without script, style sheet or reference to anything outside.
 * @throws MizwalaError for an unknown option or an impossible value. Wrong data never throws; see `diagnose`.
 */
export function renderToSVG<E extends EventBase = TimelineEvent>(options: PictureOptions<E>): string {
  const { width = WIDTH, height = "auto", fonts, ...rest } = options;
  if (!(width >= 100 && width <= WIDEST))
    throw new MizwalaError({
      code: "option-value",
      path: "options.width",
      found: width,
      expected: `a number of pixels from 100 to ${WIDEST}`,
    });
  const resolved = resolveOptions<E>({ ...rest, height });
  const measurer = cachedMeasurer(fonts?.measurer ?? tableMeasurer());
  const prepared = prepare(resolved, measurer);
  const sheet = setSheet(prepared.frame, prepared.setting, width);
  const plotHeight = resolved.height === "auto" ? "auto" : resolved.height - sheet.extraHeight;
  const view = { width: width - 2 * edgeOf(width), height: plotHeight, domain: resolved.domain } as const;
  const layout = createLayout()(layoutInput(resolved, prepared, view));
  const font = resolved.font ?? fonts?.family ?? FONT;
  const theme = resolved.theme === "dark" ? "dark" : "light";
  return writePicture(resolved, prepared, layout, sheet, { theme, font });
}
