import type { Issue } from "../base/errors.js";
import type { PictureOptions } from "../svg/index.js";
import { FileError, UsageError, type Outside } from "./outside.js";

/**
 * Reads a timeline document.
 *
 * @throws FileError where the file can't be read, or holds something else.
 */
export async function readDocument(file: string, outside: Outside): Promise<PictureOptions> {
  const document = parseJSON((await access(outside.read(file))).replace(/^\uFEFF/, ""));
  if (typeof document === "object" && document !== null && !Array.isArray(document)) return document as PictureOptions;
  throw new FileError("found no timeline document, expected an object with a list of events");
}

/** What the outside does with a file; where it fails, that is the fault of the file. */
export async function access<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new FileError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileError(`not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** The value of `--width`. */
export function readWidth(text: string): number {
  const width = Number(text);
  if (text.trim() !== "" && Number.isFinite(width)) return width;
  throw new UsageError(`--width: found ${text}, expected a number of pixels`);
}

/** An issue in one line. */
export function sentenceOf({ severity, path, found, expected }: Issue): string {
  return `${severity}: ${path}: found ${found}, expected ${expected}`;
}
