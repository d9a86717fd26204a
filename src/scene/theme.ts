import type { Hue } from "../model/kinds.js";

/** The colours that a picture is drawn with, by what they are for. */
export type Paint = "ink" | "muted" | "faint" | "rule" | "axis" | "paper" | `hue-${Hue}`;

/** A finished set of colours. */
export type Palette = Readonly<Record<Paint, string>>;

/** The two sets of colours; each hue passes 4.5:1 as text on its paper. */
export const PALETTES: Readonly<Record<"light" | "dark", Palette>> = {
  light: {
    ink: "#16181d",
    muted: "#535861",
    faint: "#6b707a",
    rule: "#d9dad6",
    axis: "#3d4148",
    paper: "#fffefb",
    "hue-blue": "#1d57a8",
    "hue-amber": "#95590a",
    "hue-green": "#0a7352",
    "hue-magenta": "#9c2463",
    "hue-violet": "#6a3fb0",
    "hue-teal": "#0b6f80",
    "hue-red": "#b3261e",
    "hue-olive": "#656a10",
    "hue-slate": "#4c5666",
  },
  dark: {
    ink: "#f1f2f4",
    muted: "#b4b8c0",
    faint: "#969ba5",
    rule: "#343a42",
    axis: "#c9ccd1",
    paper: "#15191e",
    "hue-blue": "#7fb0f5",
    "hue-amber": "#ecae4f",
    "hue-green": "#4fcaa0",
    "hue-magenta": "#f08abb",
    "hue-violet": "#bb9df2",
    "hue-teal": "#5cc6d6",
    "hue-red": "#ff938a",
    "hue-olive": "#c4c95a",
    "hue-slate": "#adb8c9",
  },
};
