import { HUES, type Hue } from "../../model/kinds.js";
import { fieldIn, wordIn } from "../items.js";
import { listOf } from "../people.js";
import type { Found } from "./finding.js";

/** Marks need so much contrast (WCAG 2.2, 1.4.11); colours of the palette have it on light and on dark paper. */
const ENOUGH = 3;
const DEEPEST = 8;
const COLOUR = /^#([\da-f]{3}|[\da-f]{6})$/i;
/** Where the colours of the palette stand on the circle of colours, in degrees; slate is for those without a colour. */
const DEGREES: Readonly<Record<Exclude<Hue, "slate">, number>> = {
  ...{ red: 5, brown: 15, amber: 38, olive: 85, green: 145 },
  ...{ teal: 190, blue: 215, violet: 260, magenta: 325 },
};

/** Finds colours that are written as numbers, where a name of the palette belongs, and says how little contrast they have. */
export function checkColours(document: unknown): readonly Found[] {
  return [
    ...listOf(fieldIn(document, "kinds")).flatMap((kind, i) => check(fieldIn(kind, "hue"), `kinds[${i}].hue`)),
    ...checkLanes(fieldIn(document, "lanes"), "lanes", 1),
  ];
}

function checkLanes(lanes: unknown, path: string, depth: number): readonly Found[] {
  if (depth > DEEPEST) return [];
  return listOf(lanes).flatMap((lane, i) => [
    ...check(fieldIn(lane, "hue"), `${path}[${i}].hue`),
    ...checkLanes(fieldIn(lane, "lanes"), `${path}[${i}].lanes`, depth + 1),
  ]);
}

function check(hue: unknown, path: string): readonly Found[] {
  const [, digits] = COLOUR.exec(wordIn(hue) ?? "") ?? [];
  if (digits === undefined) return [];
  const rgb = channelsOf(digits);
  const contrast = 1.05 / (luminanceOf(rgb) + 0.05);
  const code = contrast < ENOUGH ? "colour-contrast" : "colour-own";
  const found = contrast < ENOUGH ? `#${digits} (${contrast.toFixed(1)} : 1)` : `#${digits}`;
  return [{ code, path, found, expected: nearestHue(rgb), severity: "warning" }];
}

type Channels = readonly [red: number, green: number, blue: number];

function channelsOf(digits: string): Channels {
  const size = digits.length / 3;
  const channel = (at: number): number =>
    Number.parseInt(digits.slice(at * size, (at + 1) * size).padStart(2, digits[at]), 16) / 255;
  return [channel(0), channel(1), channel(2)];
}

/** The relative luminance of WCAG, from 0 for black to 1 for white. */
function luminanceOf(channels: Channels): number {
  const [red, green, blue] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour of the palette that looks most like another. */
function nearestHue([red, green, blue]: Channels): Hue {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 0.12) return "slate";
  const sextant =
    most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  const degrees = (sextant * 60 + 360) % 360;
  const away = (hue: Exclude<Hue, "slate">): number => {
    const between = Math.abs(DEGREES[hue] - degrees);
    return Math.min(between, 360 - between);
  };
  return HUES.filter((hue) => hue !== "slate").reduce((one, other) => (away(other) < away(one) ? other : one));
}
