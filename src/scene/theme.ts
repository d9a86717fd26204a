import type { Hue } from "../model/kinds.js";

/** The colours that a picture is drawn with, by what they are for. */
export type Paint = "ink" | "muted" | "faint" | "rule" | "axis" | "paper" | `hue-${Hue}`;

/** A finished set of colours. */
export type Palette = Readonly<Record<Paint, string>>;

/**
 * The two sets of colours; each hue passes 4.5:1 as text on its paper. Any two hues stay apart for readers who see colours
 * otherwise, which is why they differ in lightness too.
 */
export const PALETTES: Readonly<Record<"light" | "dark", Palette>> = {
  light: {
    ink: "#16181d",
    muted: "#535861",
    faint: "#6b707a",
    rule: "#d9dad6",
    axis: "#3d4148",
    paper: "#fffefb",
    "hue-blue": "#2056a6",
    "hue-amber": "#985600",
    "hue-green": "#1d613b",
    "hue-magenta": "#98296a",
    "hue-violet": "#6b43c5",
    "hue-teal": "#117388",
    "hue-red": "#a22214",
    "hue-olive": "#5e6f3c",
    "hue-brown": "#60352d",
    "hue-slate": "#3e5052",
  },
  dark: {
    ink: "#f1f2f4",
    muted: "#b4b8c0",
    faint: "#969ba5",
    rule: "#343a42",
    axis: "#c9ccd1",
    paper: "#15191e",
    "hue-blue": "#76a8d8",
    "hue-amber": "#eab24e",
    "hue-green": "#50c79d",
    "hue-magenta": "#df7eb4",
    "hue-violet": "#c29bf9",
    "hue-teal": "#59cee9",
    "hue-red": "#fe9896",
    "hue-olive": "#ced574",
    "hue-brown": "#c39777",
    "hue-slate": "#afbac7",
  },
};
