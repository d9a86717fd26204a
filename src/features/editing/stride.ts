import { DAY } from "../../time/instant.js";

/** What dates are shifted by: so many milliseconds, days, months or years, as the calendar of the date counts them. */
export interface Stride {
  readonly unit: "time" | "day" | "month" | "year";
  readonly count: number;
}

const LENGTHS: Readonly<Record<Stride["unit"], number>> = {
  time: 1,
  day: DAY,
  month: 30.436_875 * DAY,
  year: 365.2425 * DAY,
};

export const ONE_DAY: Stride = { unit: "day", count: 1 };
export const ONE_MONTH: Stride = { unit: "month", count: 1 };
export const ONE_YEAR: Stride = { unit: "year", count: 1 };

/** Its mean length in milliseconds. */
export function lengthOf({ unit, count }: Stride): number {
  return LENGTHS[unit] * count;
}

/** The shortest stride that all dates can go which go by these, so that each keeps its precision. */
export function commonStride(strides: readonly Stride[]): Stride | undefined {
  const [longest] = [...strides].sort((a, b) => lengthOf(b) - lengthOf(a));
  const isFit = ({ unit, count }: Stride): boolean => unit !== longest!.unit || longest!.count % count === 0;
  return longest && strides.every(isFit) ? longest : longest && ONE_YEAR;
}

/** Steps of times of day, in milliseconds; those of a fine time are fine. */
const TIMES = [1, 1_000, 60_000, 300_000, 900_000, 1_800_000, 3_600_000];

/**
 * The stride of a time of day: as fine as it is given, but no finer than can be told apart, so that a time keeps its
 * minutes where only hours can be seen.
 *
 * @param precision - In milliseconds.
 * @param fineness - What can be told apart, in milliseconds.
 */
export function timeStride(precision: number, fineness: number): Stride {
  const count = TIMES.find((time) => time >= precision && time >= fineness);
  return count === undefined ? ONE_DAY : { unit: "time", count };
}
