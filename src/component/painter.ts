import { createLayout, type Layout } from "../layout/layout.js";
import type { Prepared } from "../layout/prepare.js";
import type { EventBase } from "../model/input.js";
import type { ResolvedOptions } from "../model/options.js";
import { drawLabels } from "../render/html/dom.js";
import { drawShapes } from "../render/svg/dom.js";
import { buildScene } from "../scene/build.js";
import { buildHits } from "../scene/hit.js";
import type { View } from "../view/view.js";
import { drawChoice, drawDetails } from "./details.js";
import type { EventList } from "./event-list.js";
import { drawHead, type Control } from "./head.js";
import type { Page } from "./page.js";

/** Everything that a picture is a function of. */
export interface Picture {
  readonly options: ResolvedOptions<EventBase>;
  readonly prepared: Prepared;
  readonly view: View;
}

/** What the drawn buttons do, and where errors of the author's own functions go. */
export interface PainterHandlers {
  readonly control: (control: Control) => void;
  readonly choose: (id: string) => void;
  readonly close: () => void;
  readonly report: (error: unknown) => void;
}

/**
 * Makes a function that brings the page to show a picture, with as few changes as it takes.
 *
 * @returns Paints, and returns the layout; `undefined` while there is nothing to see or no room to see it.
 */
export function createPainter(
  page: Page,
  list: EventList,
  handlers: PainterHandlers,
): (picture: Picture) => Layout | undefined {
  const engine = createLayout();
  let last: Picture | undefined;

  return (picture) => {
    const { options, prepared, view } = picture;
    const isNew = prepared !== last?.prepared || options !== last.options;
    if (isNew) paintFrame(picture);
    if (isNew || view.selected !== last?.view.selected || view.listed !== last?.view.listed) paintPanel(picture);
    last = picture;
    list.mark(view.current, view.selected);
    return paintPlot(picture);
  };

  function paintFrame({ options, prepared: { columns, frame, setting, words } }: Picture): void {
    const { root, plot, empty } = page;
    root.dir = options.direction;
    root.lang = options.locale;
    if (options.theme === "auto") delete root.dataset["theme"];
    else root.dataset["theme"] = options.theme;
    drawHead(page, frame, words, options, handlers.control);
    list.fill(columns, setting.dates, words, options.direction);
    empty.textContent = words.say("empty");
    empty.hidden = columns.events.length > 0;
    plot.hidden = columns.events.length === 0;
  }

  function paintPanel({ options, prepared: { columns, setting, words }, view }: Picture): void {
    const ids = view.listed ?? (view.selected === undefined ? [] : [view.selected]);
    const events = ids.map((id) => columns.events[columns.byId.get(id) ?? -1]).filter((event) => event !== undefined);
    const [first] = events;
    page.details.hidden = !options.details || !first;
    if (!options.details || !first) return;
    const { headingLevel: level, renderDetails: render } = options;
    const details = { columns, dates: setting.dates, words, level, render, ...handlers };
    if (view.listed) drawChoice(page.details, events, details);
    else drawDetails(page.details, first, details);
  }

  function paintPlot({ options, prepared: { columns, setting, words }, view }: Picture): Layout | undefined {
    const { width } = view.size;
    if (width === 0 || columns.events.length === 0) return undefined;
    const { direction, locale, timeDirection } = options;
    const layout = engine({
      columns,
      setting,
      words,
      mode: options.layout,
      time: timeDirection,
      width,
      height: options.height,
      domain: view.domain,
    });
    const scene = buildScene(layout, { dir: direction, lang: locale, selected: view.selected, hinted: view.hinted });
    page.root.dataset["layout"] = layout.mode;
    page.root.dataset["timeDirection"] = timeDirection;
    page.plot.style.height = `${scene.height}px`;
    drawShapes(page.marks, scene.shapes);
    drawLabels(page.labels, scene.labels);
    list.place(buildHits(layout, direction));
    return layout;
  }
}
