import { CSS as FEATURES } from "../../../src/features/css.js";
import { CSS } from "../../../src/render/css.js";
import { PALETTES, type Paint } from "../../../src/scene/theme.js";

/** What the custom properties are for that are not colours of the palette; `undefined` where the library sets them itself. */
const PURPOSES: Readonly<Record<string, string | undefined>> = {
  focus: "The ring of what has focus",
  font: "The families of the font, as in `font-family`; measured, so that labels fit",
  radius: "The corners of buttons and panels, a length with its unit",
  "sticky-top": "How much of the window's top a bar of the page covers",
  match: "Behind what a search has found",
  "match-now": "Behind the found text that has been stepped to",
  "match-ink": "Found text",
  accent: undefined,
  height: undefined,
  "window-at": undefined,
  "window-least": undefined,
  "window-length": undefined,
  "window-width": undefined,
};

const COLOURS: Readonly<Record<Exclude<Paint, `hue-${string}`>, string>> = {
  ink: "Titles, and what is read first",
  muted: "Dates, summaries, and other words",
  faint: "The quietest words, and the edges of fields",
  rule: "Lines between things, and the edges of buttons and panels",
  axis: "The axis",
  paper: "The ground",
};

const purposeOf = (name: string): string | undefined =>
  name.startsWith("hue-")
    ? `Kinds and lanes of the colour \`${name.slice("hue-".length)}\``
    : name in COLOURS
      ? COLOURS[name as keyof typeof COLOURS]
      : PURPOSES[name];

/** What the rules say of it, first in the light and then in the dark; what a reader forces is not among it. */
const valuesOf = (name: string): string[] => {
  const said = [...`${CSS}${FEATURES}`.matchAll(new RegExp(`--mizwala-${name}: ([^;}!]+);`, "g"))];
  const [light = "", dark = ""] = new Set(said.map(([, value]) => `\`${value!}\``));
  return [light, dark];
};

/** All custom properties of the style sheets, with their values in light and in dark, as a table of a guide. */
export function propertyTable(): string {
  const names = new Set([...`${CSS}${FEATURES}`.matchAll(/--mizwala-([\w-]+)/g)].map(([, name]) => name!));
  const unknown = [...names].filter((name) => !(name in PALETTES.light) && !(name in PURPOSES));
  if (unknown.length > 0) throw new Error(`Say what they are for: ${unknown.join(", ")}`);
  const rows = [...names].flatMap((name) => {
    const purpose = purposeOf(name);
    if (purpose === undefined) return [];
    return [[`\`--mizwala-${name}\``, purpose, ...valuesOf(name)]];
  });
  return [["Property", "For", "Light", "Dark"], ["---", "---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
