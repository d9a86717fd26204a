/** The 24 largest periodic terms of the equinoxes (J. Meeus, Astronomical Algorithms, table 27.C): size, phase, rate. */
const TERMS: readonly (readonly [size: number, phase: number, rate: number])[] = [
  [485, 324.96, 1934.136],
  [203, 337.23, 32964.467],
  [199, 342.08, 20.186],
  [182, 27.85, 445267.112],
  [156, 73.14, 45036.886],
  [136, 171.52, 22518.443],
  [77, 222.54, 65928.934],
  [74, 296.72, 3034.906],
  [70, 243.58, 9037.513],
  [58, 119.81, 33718.147],
  [52, 297.17, 150.678],
  [50, 21.02, 2281.226],
  [45, 247.54, 29929.562],
  [44, 325.15, 31555.956],
  [29, 60.93, 4443.417],
  [18, 155.12, 67555.328],
  [17, 288.79, 4562.452],
  [16, 198.04, 62894.029],
  [14, 199.76, 31436.921],
  [12, 95.39, 14577.848],
  [12, 287.11, 31931.756],
  [12, 320.81, 34777.259],
  [9, 227.73, 1222.114],
  [8, 15.45, 16859.074],
];

/** Julian day numbers of noon on 1 January 2000 and of the start of 1970. */
const J2000 = 2_451_545;
const J1970 = 2_440_587.5;
const SECONDS = 86_400;
/** 52.5° east, and how much later than the clock of that meridian the sun is highest in late March, in days. */
const MERIDIAN = 3.5 / 24;
const TRUE_NOON = 0.5 + 7.4 / 1440;

const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

/** The March equinox of a year from 1000 to 3000 in days since 1970, universal time, to about a minute (Meeus, chapter 27). */
function marchEquinox(year: number): number {
  const y = (year - 2000) / 1000;
  const mean = 2_451_623.80984 + 365_242.37404 * y + 0.05169 * y ** 2 - 0.00411 * y ** 3 - 0.00057 * y ** 4;
  const centuries = (mean - J2000) / 36_525;
  const sun = 35_999.373 * centuries - 2.47;
  const wobble = TERMS.reduce((sum, [size, phase, rate]) => sum + size * cosine(phase + rate * centuries), 0);
  const dynamical = mean + (0.00001 * wobble) / (1 + 0.0334 * cosine(sun) + 0.0007 * cosine(2 * sun));
  /** What the turning of the Earth has lost, by the long-term parabola of Morrison and Stephenson. */
  const delay = -20 + 32 * ((year - 1820) / 100) ** 2;
  return dynamical - J1970 - delay / SECONDS;
}

/**
 * The day, since 1970, on which the Persian year that begins in a Gregorian year starts: that of the equinox, or the next
 * where the equinox comes after true noon at 52.5° east; and by how many minutes it was missed.
 */
export function nowruz(year: number): { readonly day: number; readonly margin: number } {
  const local = marchEquinox(year) + MERIDIAN;
  const day = Math.floor(local);
  const late = local - day - TRUE_NOON;
  return { day: late < 0 ? day : day + 1, margin: Math.abs(late) * 1440 };
}
