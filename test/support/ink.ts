import sharp from "sharp";
import type { Clip } from "./driver.js";

/** The pixels of a picture, of four octets each. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
}

/** The pixels of a screenshot. */
export async function pixelsOf(png: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width };
}

/** How much ink each column of pixels has in a part of a picture, a little blurred. */
export function inkOf({ data, width }: Pixels, part: Clip): readonly number[] {
  const columns = Array.from({ length: part.width }, (_, x) => {
    let ink = 0;
    for (let row = part.y; row < part.y + part.height; row++) ink += 255 - data[4 * (row * width + part.x + x)]!;
    return ink;
  });
  return columns.map((_, x) => [-2, -1, 0, 1, 2].reduce((sum, by) => sum + (columns[x + by] ?? 0), 0));
}

/** How alike two rows of numbers are: 1 where one is the other in another measure, 0 where they have nothing to do with each other. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (c: readonly number[], d: readonly number[], meanC: number, meanD: number): number =>
    c.reduce((sum, one, i) => sum + (one - meanC) * (d[i]! - meanD), 0);
  return product(a, b, meanA, meanB) / Math.sqrt(product(a, a, meanA, meanA) * product(b, b, meanB, meanB) || 1);
}
