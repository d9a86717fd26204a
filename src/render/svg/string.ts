import type { Scene, LabelNode, ShapeNode, TextLine } from "../../scene/scene.js";
import type { Palette, Paint } from "../../scene/theme.js";
import { baselineOf, TYPE, type TextRole } from "../../text/typography.js";
import { attributesOf, pagePainter, px, TAGS, type Painter } from "./attributes.js";

/** What a file holds beside its scene. */
export interface FileSetting {
  readonly palette: Palette;
  /** Font families as in CSS. */
  readonly font: string;
  readonly lang: string;
  /** Names of the picture for readers who don't see it. */
  readonly title: string;
  readonly description: string;
}

/** The colour of the text of each role. */
const INKS: Readonly<Record<TextRole, Paint>> = {
  head: "ink",
  subhead: "muted",
  title: "ink",
  compact: "ink",
  meta: "muted",
  summary: "muted",
  lane: "ink",
  bar: "muted",
  tick: "muted",
  tickDetail: "faint",
  more: "muted",
  gap: "faint",
  group: "muted",
  note: "faint",
};

/**
 * A scene as a standalone SVG document. Each line of text is one `<text>` with its own `direction`; there are no isolate
 * characters, which the SVG text of WebKit ignores, and no script, style sheet or reference to anything outside.
 */
export function writeSVG(scene: Scene, setting: FileSetting): string {
  const { width, height } = scene;
  const paint: Painter = (name) => setting.palette[name];
  const size = { width: px(width), height: px(height) };
  return [
    open("svg", {
      xmlns: "http://www.w3.org/2000/svg",
      ...size,
      viewBox: `0 0 ${size.width} ${size.height}`,
      direction: "ltr",
      role: "graphics-document document",
      "xml:lang": setting.lang,
      lang: setting.lang,
      "font-family": setting.font,
    }),
    `<title>${escapeXML(setting.title)}</title>`,
    `<desc>${escapeXML(setting.description)}</desc>`,
    open("rect", { ...size, fill: paint("paper") }, true),
    ...scene.shapes.map((shape) => writeShape(shape, paint)),
    ...scene.labels.map((label) => writeLabel(label, paint)),
    "</svg>\n",
  ].join("\n");
}

/**
 * A scene as the inside of the marks of a page: shapes with their keys, by which the page takes them over, and texts as one
 * group, which it takes away.
 */
export function writePlot({ shapes, labels }: Scene): string {
  const marks = shapes.map((shape) => writeShape(shape, pagePainter, true));
  const texts = labels.map((label) => writeLabel(label, pagePainter));
  return `${marks.join("")}${open("g", {})}${texts.join("")}</g>`;
}

function writeShape(node: ShapeNode, paint: Painter, hasKeys = false): string {
  const attributes = { ...attributesOf(node, paint), "data-key": hasKeys ? node.key : undefined };
  if (node.kind !== "group") return open(TAGS[node.kind], attributes, true);
  const children = node.children.map((child) => writeShape(child, paint, hasKeys));
  return `${open("g", attributes)}${children.join("")}</g>`;
}

function writeLabel(label: LabelNode, paint: Painter): string {
  const attributes = {
    class: label.className,
    "data-event": label.event,
    "data-lane": label.lane,
    "data-count": label.count?.toString(),
  };
  const name = label.name === undefined ? "" : `<title>${escapeXML(label.name)}</title>`;
  return `${open("g", attributes)}${name}${label.lines.map((line) => writeLine(line, label, paint)).join("")}</g>`;
}

/** The anchor of a text is logical: "start" is the right end where its direction is rtl. */
function anchorOf(side: LabelNode["side"], dir: TextLine["dir"]): string {
  if (side === "middle") return "middle";
  return (side === "left") === (dir === "ltr") ? "start" : "end";
}

function writeLine(line: TextLine, { x, y, side, accent }: LabelNode, paint: Painter): string {
  const style = TYPE[line.role];
  const text = line.runs.map(({ text, dir, lang, isEmphasized }) => {
    const attributes = {
      ...(isEmphasized === true ? { "font-weight": "700", fill: accent && paint(accent) } : {}),
      // Engines anchor a whole line by the run at its edge: each run says the same side, in the words of its own direction.
      ...(dir === undefined ? {} : { direction: dir, "unicode-bidi": "isolate", "text-anchor": anchorOf(side, dir) }),
      ...(lang === undefined ? {} : { "xml:lang": lang }),
    };
    const escaped = escapeXML(text);
    return Object.keys(attributes).length === 0 ? escaped : `${open("tspan", attributes)}${escaped}</tspan>`;
  });
  const attributes = {
    class: `mizwala-line is-${line.role}`,
    x: px(x),
    y: px(y + line.top + baselineOf(style)),
    direction: line.dir,
    "text-anchor": anchorOf(side, line.dir),
    "xml:lang": line.lang,
    "font-size": px(style.size),
    "font-weight": String(style.weight),
    fill: paint(INKS[line.role]),
    "xml:space": "preserve",
  };
  return `${open("text", attributes)}${text.join("")}</text>`;
}

function open(tag: string, attributes: Readonly<Record<string, string | undefined>>, isEmpty = false): string {
  const list = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXML(value)}"`);
  return `<${tag}${list.join("")}${isEmpty ? "/" : ""}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for XML: escaped, and without the characters that no XML document may hold. */
export function escapeXML(text: string): string {
  return text.replace(NOT_XML, "").replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** Control characters but for tab and line ends, halves of characters, and the two that are none. */
const NOT_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;
