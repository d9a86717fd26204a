import { JSDOM } from "jsdom";
import { createEventList } from "../../../src/component/event-list.js";
import { layoutInput } from "../../../src/layout/input.js";
import { createLayout, type Layout } from "../../../src/layout/layout.js";
import { prepare } from "../../../src/layout/prepare.js";
import type { TimelineDocument } from "../../../src/model/options.js";
import { resolveOptions } from "../../../src/model/options.js";
import { drawLabels } from "../../../src/render/html/dom.js";
import { buildScene } from "../../../src/scene/build.js";
import { describe } from "../../../src/scene/describe.js";
import type { Scene } from "../../../src/scene/scene.js";
import { renderToSVG } from "../../../src/svg/index.js";
import { tableMeasurer } from "../../../src/text/widths.js";
import { reduce, type Action } from "../../../src/view/actions.js";
import { FIRST_VIEW, type View } from "../../../src/view/view.js";

const ID = "arrival";
const OWN = `data-event="${ID}"`;
/** The plot of a picture that is 1120 pixels wide. */
const WIDTH = 1072;
const SELECT: Action = { type: "select", id: ID };

/** What the arrival is at each station of its way through the library, as regions of a guide. */
export function stationsOf(document: TimelineDocument): Readonly<Record<string, string>> {
  const options = resolveOptions(document);
  const prepared = prepare(options, tableMeasurer());
  const { columns, setting, words } = prepared;
  const place = columns.byId.get(ID)!;
  const event = columns.events[place]!;
  const { span, title, summary, dateText, details } = event;

  const view = [{ type: "resize", size: { width: WIDTH } } as const, SELECT].reduce<View>(reduce, FIRST_VIEW);
  const { domain } = view;
  const layout: Layout = createLayout()(
    layoutInput(options, prepared, { width: view.size.width, height: options.height, domain }),
  );
  const sceneOf = (selected: string | undefined): Scene =>
    buildScene(layout, { dir: options.direction, lang: options.locale, selected, hinted: undefined });
  const scene = sceneOf(undefined);
  const ofEvent = <Part extends { readonly event?: number | string }>(parts: readonly Part[]): Part =>
    parts.find((part) => part.event === place || part.event === ID)!;
  const [mark, label] = [ofEvent(layout.marks), ofEvent(layout.labels)];
  const labelNode = ofEvent(scene.labels);

  const page = new JSDOM("<div></div><ol></ol>").window.document;
  const [host, list] = [page.querySelector("div")!, page.querySelector("ol")!];
  drawLabels(host, [labelNode]);
  createEventList(list).fill({ ...columns, events: [event] }, setting.dates, words, setting.direction);
  const svg = renderToSVG(document).match(new RegExp(`<line[^>]*${OWN}[^>]*>|<g[^>]*${OWN}[^]*?</g>`, "g"))!;

  return {
    input: json(
      pick(
        ofId(document.events),
        "id",
        "kind",
        "date",
        "dateText",
        "publishedOn",
        "title",
        "summary",
        "importance",
        "who",
        "partOf",
      ),
    ),
    event: json({
      ...pick(event, "id", "index", "kindLabel"),
      kind: pick(event.kind, "kind", "hue", "shape"),
      span,
      title,
      summary: pick(summary!, "text", "dir"),
      dateText: pick(dateText!, "text", "dir"),
      details: details.map(({ name, label: own }) => ({ name, label: own })),
      ...pick(event, "importance", "certainty", "partOf"),
    }),
    columns: json({
      order: columns.events.map(({ id }) => id),
      place,
      anchor: columns.anchor[place],
      from: columns.from[place],
      to: columns.to[place],
      importance: columns.importance[place],
    }),
    label: json({
      lines: label.label.lines.map(({ role, runs, dir, width, top }) => ({ role, runs, dir, width, top })),
      ...pick(label.label, "width", "height", "isShortened"),
    }),
    boxes: json({
      ...pick(layout, "domain", "axisAt"),
      mark: pick(mark, "event", "along", "across"),
      label: pick(label, "event", "along", "across"),
      fate: layout.fateOf(place),
    }),
    scene: json([
      ...scene.shapes.filter((shape) => shape.event === ID),
      { ...labelNode, lines: "…the three lines of the label" },
    ]),
    svg: fence("xml", svg.join("\n").replace(/(?<=>)(?=<(?:text|path|\/g))/g, "\n")),
    html: fence("html", host.innerHTML),
    words: json(pick(describe(event, setting.dates, words), "rest", "datetime")),
    list: fence("html", list.innerHTML),
    action: json(SELECT),
    view: json(view),
    selected: json(pick(ofEvent(sceneOf(view.selected).labels), "key", "className")),
  };

  function ofId<E extends { readonly id?: string }>(events: readonly E[]): E {
    return events.find(({ id }) => id === ID)!;
  }
}

function pick<T extends object>(value: T, ...names: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name))) as Partial<T>;
}

/** As JSON5: names without quotes, at most two decimals. */
function json(value: unknown): string {
  const round = (_: string, part: unknown): unknown => (typeof part === "number" ? Math.round(part * 100) / 100 : part);
  return fence("json5", JSON.stringify(value, round).replace(/(?<=[{,])"(\w+)":/g, "$1:"));
}

function fence(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}
