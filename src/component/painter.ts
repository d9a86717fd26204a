import { memo } from "../base/memo.js";
import { layoutInput, type LayoutChoice } from "../layout/input.js";
import { createLayout, type Layout } from "../layout/layout.js";
import type { Frame, Prepared } from "../layout/prepare.js";
import type { DateFormat } from "../locale/dates.js";
import type { Words } from "../locale/messages.js";
import type { EventBase } from "../model/input.js";
import type { ResolvedOptions } from "../model/options.js";
import { drawLabels } from "../render/html/dom.js";
import { drawShapes } from "../render/svg/dom.js";
import { buildScene } from "../scene/build.js";
import { describeAll } from "../scene/describe.js";
import type { Parts, SceneSetting } from "../scene/events.js";
import { buildFoldHits, buildHits } from "../scene/hit.js";
import { countAll, type Columns } from "../store/columns.js";
import type { Direction } from "../text/direction.js";
import type { View } from "../view/view.js";
import { fillBreaks } from "./break-list.js";
import { drawChoice, drawDetails } from "./details.js";
import { fillEras } from "./era-list.js";
import type { EventList } from "./event-list.js";
import { drawHead, type Control } from "./head.js";
import { createLaneFolds } from "./lane-folds.js";
import { activeIn, type Page } from "./page.js";
import { placePanel } from "./panel-place.js";

/** The options that decide how the panel is drawn. */
type PanelOptions = Pick<ResolvedOptions<EventBase>, "details" | "hash"> & {
  readonly level: number;
  readonly renderDetails: ResolvedOptions<EventBase>["renderDetails"] | undefined;
};

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
  readonly fold: (id: string, isFolded: boolean) => void;
  readonly close: () => void;
  readonly report: (error: unknown) => void;
  /** The address that shows an event, where the page's address keeps what is shown. */
  readonly hrefOf: (id: string) => string | undefined;
  /** What features draw over the picture. */
  readonly layers: (layout: Layout, setting: SceneSetting) => readonly Parts[];
}

/** Brings the page to show pictures. */
export interface Painter {
  /** Takes the room of a picture alone: where that brings a scrollbar, the picture is to be drawn beside it. */
  reserve(picture: Picture): void;
  /**
   * Shows a picture, with as few changes as it takes, and returns its layout; `undefined` while there is nothing to see or no
   * room to see it.
   */
  paint(picture: Picture): Layout | undefined;
}

/** Makes what paints a timeline. */
export function createPainter(page: Page, list: EventList, handlers: PainterHandlers): Painter {
  const engine = createLayout();
  const placeFolds = createLaneFolds(page.folds, handlers.fold);
  let before: LayoutChoice | undefined;
  const { root, plot, empty, details } = page;
  // Each part is drawn anew only when what it shows has changed: so focus and an author's own nodes live through updates.
  // Attributes too: even one that is set to what it was makes Chromium style all that is inside anew.
  const paintRoot = memo((dir: Direction, lang: string, theme: ResolvedOptions["theme"]) => {
    Object.assign(root, { dir, lang });
    if (theme === "auto") delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
  });
  const paintMode = memo((layout: Layout["mode"], isUpright: boolean, timeDirection: Direction) => {
    delete root.dataset["static"];
    page.marks.removeAttribute("viewBox");
    Object.assign(root.dataset, { layout, orientation: isUpright ? "vertical" : "horizontal", timeDirection });
  });
  const paintHeight = memo((height: number) => {
    plot.style.setProperty("--mizwala-height", `${height}px`);
  });
  const paintHead = memo((frame: Frame, words: Words, headingLevel: number, controls: boolean) => {
    keepFocus(page.head, () => {
      drawHead(page, frame, words, { headingLevel, controls }, handlers.control);
    });
  });
  const paintList = memo((columns: Columns, dates: DateFormat, words: Words, dir: Direction) => {
    const hadFocus = page.list.contains(activeIn(root));
    const isEmpty = countAll(columns) === 0;
    list.fill(columns, dates, words, dir);
    empty.textContent = words.say("empty");
    empty.hidden = !isEmpty || columns.among?.isComing === true;
    plot.hidden = isEmpty;
    page.summary.textContent = isEmpty ? "" : describeAll(columns, dates, words);
    if (hadFocus && isEmpty) empty.focus();
  });
  const paintEras = memo(fillEras);
  const paintBreaks = memo(fillBreaks);
  const paintPanel = memo(
    (
      ids: readonly string[] | string | undefined,
      columns: Columns,
      dates: DateFormat,
      words: Words,
      own: PanelOptions,
    ) => {
      const events = [ids ?? []].flat().flatMap((id) => columns.events[columns.byId.get(id) ?? -1] ?? []);
      const [first] = events;
      keepFocus(details, () => {
        details.hidden = !own.details || !first;
        if (!own.details || !first) return;
        const setting = { columns, dates, words, level: own.level, render: own.renderDetails, ...handlers };
        if (typeof ids === "string") drawDetails(details, first, setting);
        else drawChoice(details, events, setting);
      });
    },
  );
  const paintHeadings = memo((headings: Layout["headings"], { events }: Columns, level: number) => {
    const texts = headings.map(({ event, across, line }) => ({
      id: events[event]!.id,
      text: line.runs.map(({ text }) => text).join(""),
      y: across,
    }));
    list.head(texts, level);
  });
  const panelOptions = memo(
    (
      details: boolean,
      level: number,
      renderDetails: PanelOptions["renderDetails"],
      hash: PanelOptions["hash"],
    ): PanelOptions => ({ details, level, renderDetails, hash }),
  );

  return {
    reserve(picture) {
      if (hasRoom(picture)) paintHeight(layOut(picture).height);
    },
    paint(picture) {
      const { options, prepared, view } = picture;
      const { columns, frame, words } = prepared;
      const { dates } = prepared.setting;
      paintRoot(options.direction, options.locale, options.theme);
      paintHead(frame, words, options.headingLevel, options.controls);
      const own = panelOptions(options.details, levelBelow(options, frame), options.renderDetails, options.hash);
      const layout = hasRoom(picture) ? layOut(picture) : undefined;
      paintList(layout?.listed ?? columns, dates, words, options.direction);
      paintEras(page.eras, prepared.eras, dates, words);
      paintPanel(view.listed ?? view.selected, columns, dates, words, own);
      list.mark(view.current, view.selected);
      if (layout) paintPlot(layout, picture);
      return layout;
    },
  };

  /** Where focus was inside what is drawn anew, it goes to the same button, or to the title. */
  function keepFocus(part: HTMLElement, draw: () => void): void {
    const active = activeIn(root);
    const control = part.contains(active) ? (active?.getAttribute("data-control") ?? "") : undefined;
    draw();
    if (control === undefined) return;
    const again = part.querySelector<HTMLElement>(`[data-control="${control}"]`);
    (again ?? part.querySelector<HTMLElement>("[tabindex]"))?.focus();
  }

  function hasRoom({ prepared, view }: Picture): boolean {
    return view.size.width > 0 && countAll(prepared.columns) > 0;
  }

  function layOut({ options, prepared, view }: Picture): Layout {
    const { domain, now, folded } = view;
    const size = { width: view.size.width, height: options.height };
    const layout = engine(layoutInput(options, prepared, { ...size, domain, now, folded, before }));
    before = { mode: layout.mode, isUpright: layout.orientation.isUpright };
    return layout;
  }

  function paintPlot(layout: Layout, { options, prepared, view }: Picture): void {
    const { direction, locale, timeDirection } = options;
    const setting: SceneSetting = {
      dir: direction,
      lang: locale,
      selected: view.selected,
      hinted: view.hinted,
      seen: view.seen,
      speech: { dates: prepared.setting.dates, words: prepared.words },
    };
    const scene = buildScene(layout, setting);
    const layers = handlers.layers(layout, setting);
    paintMode(layout.mode, layout.orientation.isUpright, timeDirection);
    paintBreaks(page.breaks, layout.warp, prepared.setting.dates, prepared.words, layout.axis !== undefined);
    paintHeight(scene.height);
    placeGrip(page.grip, layout);
    drawShapes(page.marks, [...scene.shapes, ...layers.flatMap(({ shapes }) => shapes)]);
    drawLabels(page.labels, [...scene.labels, ...layers.flatMap(({ labels }) => labels)]);
    placeFolds(buildFoldHits(layout));
    const hits = buildHits(layout);
    list.place(hits);
    placePanel(page, options.detailsPlacement, scene.height, hits.get(view.selected ?? view.listed?.[0] ?? ""));
    paintHeadings(layout.headings, layout.columns, levelBelow(options, prepared.frame));
  }
}

/** The level of headings below the title; without a title they stand in its place, so that no level is left out. */
function levelBelow({ headingLevel }: ResolvedOptions<EventBase>, { title }: Frame): number {
  return headingLevel + (title ? 1 : 0);
}

function placeGrip(grip: HTMLElement, { orientation, axisAt, length, breadth, lower }: Layout): void {
  grip.hidden = !orientation.isUpright;
  if (grip.hidden) return;
  const { x, y, width, height } = orientation.box(0, length, axisAt, lower ?? breadth - axisAt);
  Object.assign(grip.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
}
