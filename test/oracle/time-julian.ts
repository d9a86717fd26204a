/** The day number of a date of the Julian calendar from year 1 on, counted month by month from 0001-01-01. */
export function slowJulianDay(year: number, month: number, day: number): number {
  const FIRST = -719_164;
  let days = 0;
  for (let y = 1; y < year; y++) days += y % 4 === 0 ? 366 : 365;
  const lengths = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  for (const length of lengths.slice(0, month - 1)) days += length;
  return FIRST + days + day - 1;
}
