import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { adviceOf, isUpdate } from "./committed.js";
import type { Driver } from "./driver.js";

const PICTURES = new URL("../screenshots/", import.meta.url);

/** How much of a picture may differ. The system's browsers may be a build newer than the one that made the pictures. */
const TOLERANCE: Readonly<Record<Driver["engine"], number>> = { chromium: 0.0005, firefox: 0.005, webkit: 0.005 };

/**
 * Compares a screenshot with the committed `test/screenshots/<engine>/<name>.png`; throws where they differ and leaves
 * both pictures and their difference in `test/screenshots/.failed`.
 */
export async function expectPicture(browser: Pick<Driver, "engine">, name: string, png: Buffer): Promise<void> {
  const path = `${browser.engine}/${name}.png`;
  if (isUpdate("SCREENSHOTS")) return write(path, png);
  const committed = await readFile(new URL(path, PICTURES)).catch(() => undefined);
  if (!committed) {
    await write(`.failed/${path}`, png);
    throw new Error(adviceOf("SCREENSHOTS", `test/screenshots/.failed/${path} is a picture that is not committed`));
  }
  const { share, difference } = compare(PNG.sync.read(committed), PNG.sync.read(png));
  const failed = `.failed/${path.slice(0, -".png".length)}`;
  if (share <= TOLERANCE[browser.engine]) {
    await Promise.all(["", ".diff"].map((part) => rm(new URL(`${failed}${part}.png`, PICTURES), { force: true })));
    return;
  }
  await write(`${failed}.png`, png);
  if (difference) await write(`${failed}.diff.png`, PNG.sync.write(difference));
  const says = `test/screenshots/${path} differs in ${(share * 100).toFixed(2)} % of its pixels from test/screenshots/${failed}.png; see .diff.png beside that`;
  throw new Error(adviceOf("SCREENSHOTS", says));
}

/** The share of pixels that differ between two screenshots, from 0 to 1. */
export function differenceOf(one: Buffer, other: Buffer): number {
  return compare(PNG.sync.read(one), PNG.sync.read(other)).share;
}

/** The share of pixels that differ, from 0 to 1; pictures of different sizes differ wholly. */
function compare(one: PNG, other: PNG): { share: number; difference?: PNG } {
  const { width, height } = one;
  if (width !== other.width || height !== other.height) return { share: 1 };
  const difference = new PNG({ width, height });
  const count = pixelmatch(one.data, other.data, difference.data, width, height, { threshold: 0.1 });
  return { share: count / (width * height), difference };
}

async function write(path: string, png: Buffer): Promise<void> {
  const file = fileURLToPath(new URL(path, PICTURES));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, png);
}
