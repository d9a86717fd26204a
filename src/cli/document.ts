import { MizwalaError, type Issue } from "../base/errors.js";
import { readStream, type Loss, type ReadOptions, type ReadResult, type WritableFormat } from "../formats/index.js";
import type { TimelineEvent } from "../model/input.js";
import { FileError, UsageError, type Outside } from "./outside.js";

/** The flags that say how a file is read. */
export const READ_FLAGS = {
  format: { type: "string" },
  map: { type: "string", multiple: true },
  "date-order": { type: "string" },
  "published-on": { type: "string" },
  "no-private": { type: "boolean" },
} as const;

/** The values of {@link READ_FLAGS}. */
export interface ReadValues {
  readonly format?: string | undefined;
  readonly map?: readonly string[] | undefined;
  readonly "date-order"?: string | undefined;
  readonly "published-on"?: string | undefined;
  readonly "no-private"?: boolean | undefined;
}

/**
 * Reads data in any form that is known.
 *
 * @throws FileError where the file can't be read, or holds something else.
 */
export async function readData(file: string, values: ReadValues, outside: Outside): Promise<ReadResult> {
  const result = await asked(() =>
    access(readAll(outside.read(file, values["no-private"] !== true), readOptions(values))),
  );
  if (result.format !== undefined) return result;
  throw new FileError(`found no timeline data: ${result.reason}`);
}

/** All events, however many; a large table is read as it comes. */
async function readAll(data: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<ReadResult> {
  const batches = readStream(data, options);
  const events: TimelineEvent[] = [];
  for await (const batch of batches) events.push(...batch);
  const { result } = batches;
  return { ...result, document: { ...result.document, events } };
}

/** All octets in one piece. */
export async function bytesOf(data: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of data) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** All octets as text. */
export async function textOf(data: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of data) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

/** An impossible value of a flag is a wrong call. */
async function asked(work: () => Promise<ReadResult>): Promise<ReadResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MizwalaError)) throw error;
    const flag = { format: "--format", dateOrder: "--date-order", publishedOn: "--published-on" }[
      error.path.slice("options.".length)
    ];
    throw new UsageError(error.message.replace(error.path, flag ?? "--map"));
  }
}

function readOptions({
  format,
  map = [],
  "date-order": dateOrder,
  "published-on": publishedOn,
}: ReadValues): ReadOptions {
  const pairs = map.map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1 || at === pair.length - 1)
      throw new UsageError(`--map: found ${pair}, expected FIELD=COLUMN, such as start=تاريخ`);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  const given = { format, dateOrder, publishedOn, map: Object.fromEntries(pairs) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** What the outside does with a file; where it fails, that is the fault of the file. */
export async function access<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof MizwalaError) throw error;
    throw new FileError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** The value of `--width`. */
export function readWidth(text: string): number {
  const width = Number(text);
  if (text.trim() !== "" && Number.isFinite(width)) return width;
  throw new UsageError(`--width: found ${text}, expected a number of pixels`);
}

/** An issue in one line. */
export function sentenceOf({ severity, path, found, expected }: Issue, words?: string): string {
  const place = path === "" ? [] : [path];
  return [severity, ...place, words ?? `found ${found}, expected ${expected}`].join(": ");
}

/** Losses in lines; those of one field for one reason are one line. */
export function lossLines(losses: readonly Loss[]): readonly string[] {
  const groups = new Map<string, Loss[]>();
  for (const loss of losses) {
    const key = `${loss.field}\n${loss.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), loss]);
  }
  return [...groups.values()].map(([first, ...more]) => {
    const { row, field, found, reason } = first!;
    const place = [row === undefined ? "" : `row ${row}`, field].filter((part) => part !== "").join(", ");
    const rest = more.length === 0 ? "" : ` (and in ${more.length} more)`;
    return `lost: ${place}: found ${found}: ${reason}${rest}`;
  });
}

/** What the ends of names mean. */
const ENDS: Readonly<Record<string, WritableFormat>> = {
  json: "mizwala",
  ndjson: "ndjson",
  jsonl: "ndjson",
  csv: "csv",
  ics: "icalendar",
  jsonld: "json-ld",
  md: "markdown",
  txt: "text",
};

/** The form to write: the one that is asked for, or that of the name of a file. */
export function writtenForm(output: string, as: string | undefined): WritableFormat {
  const format = as ?? ENDS[/\.([a-z]{1,8})$/i.exec(output)?.[1]?.toLowerCase() ?? ""];
  if (format !== undefined) return format as WritableFormat;
  const ends = Object.keys(ENDS).join(", ");
  throw new UsageError(`--as: expected a form, as the name ${output} says none; its end may be ${ends}`);
}
