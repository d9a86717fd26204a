/** A colour as linear light: red, green and blue from 0 to 1. */
export type Light = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb` (IEC 61966-2-1). */
export function lightOf(hex: string): Light {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** From 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastOf(one: Light, other: Light): number {
  const luminance = ([red, green, blue]: Light): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

type Row = readonly [number, number, number];

/** What those see who lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1. */
const LACKS: Readonly<Record<string, readonly [Row, Row, Row]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (rows: readonly [Row, Row, Row], [a, b, c]: Light): Light =>
  rows.map((row) => row[0] * a + row[1] * b + row[2] * c) as unknown as Light;

/** The ways in which a colour is seen, by name. */
export const SIGHTS: Readonly<Record<string, (light: Light) => Light>> = {
  "all cones": (light) => light,
  ...Object.fromEntries(
    Object.entries(LACKS).map(([name, rows]) => [
      name,
      (light: Light) => times(rows, light).map((value) => Math.min(Math.max(value, 0), 1)) as unknown as Light,
    ]),
  ),
};

/** How far two colours are apart in Oklab (Ottosson 2020), times 100: about 2 can just be told apart side by side. */
export function distanceOf(one: Light, other: Light): number {
  const [a, b] = [labOf(one), labOf(other)];
  return 100 * Math.hypot(...a.map((value, i) => value - b[i]!));
}

function labOf(light: Light): Light {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    light,
  ).map(Math.cbrt) as unknown as Light;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}
