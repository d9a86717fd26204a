import { MizwalaError } from "../base/errors.js";
import { fillBreaks } from "../component/break-list.js";
import { fillEras } from "../component/era-list.js";
import { createEventList } from "../component/event-list.js";
import { drawHead } from "../component/head.js";
import { createPage } from "../component/page.js";
import { layoutInput } from "../layout/input.js";
import { createLayout } from "../layout/layout.js";
import { prepare } from "../layout/prepare.js";
import type { EventBase, TimelineEvent } from "../model/input.js";
import { resolveOptions, type TimelineOptions } from "../model/options.js";
import { writePlot } from "../render/svg/string.js";
import { buildScene } from "../scene/build.js";
import { describeAll } from "../scene/describe.js";
import { cachedMeasurer, type FontSet } from "../text/measure.js";
import { tableMeasurer } from "../text/widths.js";
import { appendMarkup, createPaperDocument, writeElement } from "./paper-document.js";

/**
 * A timeline and the width that it has in the page.
 *
 * @typeParam E - The type of the events.
 */
export interface MarkupOptions<E extends EventBase = TimelineEvent> extends TimelineOptions<E> {
  /**
   * The width of the element around the timeline in CSS pixels, as far as the server can know it.
   * @defaultValue 1120
   */
  readonly width?: number;
  /**
   * The fonts by which texts are measured, from `loadFonts` in `mizwala/fonts`: those that the page loads.
   * @defaultValue a built-in table for Noto Sans
   */
  readonly fonts?: FontSet;
}

const WIDTH = 1120;
const [NARROWEST, WIDEST] = [100, 20_000];

/**
 * Writes a timeline as HTML for a page that a server sends: title, list of events, marks and labels, to be read before any
 * script runs, and without one. `createTimeline` with the same options takes over what it finds in its host: the elements of
 * the list and the marks stay, the labels become HTML in the same frame. The page links `mizwala/style.css`; there is no style
 * attribute, so a strict content security policy allows all of it. Text widths come from a built-in table for Noto Sans, or
 * from font files; where the page has the width that was given, nothing moves.
 *
 * @example
 * ```ts
 * const html = renderToHTML({ title: "من أستانا إلى دمشق", locale: "ar-SY", events, width: 1120 });
 * ```
 *
 * @param options - What to draw and how. Features and callbacks begin their work in the browser.
 * @returns One `section` element; the same text for the same options on every machine, in every time zone.
 * @throws MizwalaError for an unknown option or an impossible value. Wrong data never throws; see `diagnose`.
 */
export function renderToHTML<E extends EventBase = TimelineEvent>(options: MarkupOptions<E>): string {
  const { width = WIDTH, fonts, ...rest } = options;
  if (!(width >= NARROWEST && width <= WIDEST)) {
    const expected = `a number of pixels from ${NARROWEST} to ${WIDEST}`;
    throw new MizwalaError({ code: "option-value", path: "options.width", found: width, expected });
  }
  const resolved = resolveOptions<E>(rest);
  const prepared = prepare(resolved, cachedMeasurer(fonts?.measurer ?? tableMeasurer()));
  const { columns, frame, words, eras, setting } = prepared;
  const { dates } = setting;
  const { direction: dir, locale: lang, theme, domain, height, timeDirection } = resolved;
  const page = createPage(createPaperDocument());
  const isEmpty = columns.events.length === 0;

  for (const [name, value] of Object.entries({ dir, lang, "data-static": "" })) page.root.setAttribute(name, value);
  if (theme !== "auto") page.root.setAttribute("data-theme", theme);
  drawHead(page, frame, words, resolved, () => undefined);
  fillEras(page.eras, eras, dates, words);
  const list = createEventList(page.list);
  list.fill(columns, dates, words, dir);
  // A list makes all its items once the last one is asked for.
  list.buttonOf(columns.events.at(-1)?.id ?? "");
  page.empty.textContent = words.say("empty");
  page.empty.hidden = !isEmpty;
  page.plot.hidden = isEmpty;
  if (!isEmpty) {
    page.summary.textContent = describeAll(columns, dates, words);
    const layout = createLayout()(
      layoutInput(resolved, prepared, { width: width - 2 * paddingOf(width), height, domain }),
    );
    const scene = buildScene(layout, {
      ...{ dir, lang, selected: undefined, hinted: undefined },
      speech: { dates, words },
    });
    fillBreaks(page.breaks, layout.warp, dates, words, layout.axis !== undefined);
    page.root.setAttribute("data-layout", layout.mode);
    page.root.setAttribute("data-orientation", layout.orientation.isUpright ? "vertical" : "horizontal");
    page.root.setAttribute("data-time-direction", timeDirection);
    page.marks.setAttribute("viewBox", `0 0 ${scene.width} ${scene.height}`);
    appendMarkup(page.marks, writePlot(scene));
  }
  return writeElement(page.root);
}

/** At each side of the plot, as in the style sheet. */
function paddingOf(width: number): number {
  return Math.min(24, Math.max(12, width * 0.03));
}
