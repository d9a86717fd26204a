import type { TimelineEvent } from "../model/input.js";
import { encodingOf } from "./bytes.js";
import { detectFormat } from "./detect.js";
import type { EventStream, ReadOptions, ReadResult, ReadSetting } from "./format.js";
import { createNotes } from "./notes.js";
import { joined, piecesOf, type StreamedData } from "./pieces.js";
import { inLanguage, MOST_AT_ONCE, MOST_EVENTS, read, settingOf, tooLarge } from "./read.js";
import { HEAD, withoutMark } from "./source.js";
import { STREAMS } from "./table.js";
import { inTurns } from "./turns.js";

/** Events that come batch by batch. */
export interface EventBatches extends AsyncIterable<readonly TimelineEvent[]> {
  /** What is known so far: as {@link read} gives it, but the document is without its events. */
  readonly result: ReadResult;
}

/** Enough to tell the form, the header of a table and how its dates are written, in octets. */
const FIRST = 2_000_000;
const NOTHING: ReadResult = {
  document: { events: [] },
  issues: [],
  losses: [],
  format: undefined,
  reason: "nothing has come yet",
};

/**
 * Reads data that come piece by piece, such as a file of 100 MB, without holding the page up: it gets its turn again and again,
 * and nothing is kept but the row that is not whole yet. So it is for tables and for events in lines of JSON; data in other
 * forms, which mean something only as a whole, are read when all have come. The events are those of {@link read}.
 *
 * @example
 * ```ts
 * async function open(file: File): Promise<TimelineDocument> {
 *   const batches = readStream(file);
 *   const events: TimelineEvent[] = [];
 *   for await (const batch of batches) events.push(...batch);
 *   return { ...batches.result.document, events };
 * }
 * ```
 *
 * @param data - The data in octets, which are gone through once. Where their stream fails, so does going through the events.
 * @param options - As for {@link read}, but `maxEvents` is 10,000,000 by default.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export function readStream(data: StreamedData, options: ReadOptions = {}): EventBatches {
  const setting = settingOf({ maxEvents: MOST_EVENTS, ...options });
  let known: () => ReadResult = () => NOTHING;
  const events = eventsOf(data, setting, (result) => (known = result));
  return {
    [Symbol.asyncIterator]: () => inTurns(events),
    get result() {
      return known();
    },
  };
}

/** The events, in lists as they come, and in between what is known. */
async function* eventsOf(
  data: StreamedData,
  setting: ReturnType<typeof settingOf>,
  tell: (result: () => ReadResult) => void,
): AsyncGenerator<Iterable<TimelineEvent>> {
  const pieces = piecesOf(data, FIRST);
  try {
    const { value: first = new Uint8Array() } = (await pieces.next()) as { value?: Uint8Array };
    const decoder = new TextDecoder(encodingOf(first));
    const head = withoutMark(decoder.decode(first, { stream: true }));
    const source = { text: head, head: head.slice(0, HEAD), json: undefined };
    const { format, reason } =
      setting.format === "auto" ? detectFormat(source) : { format: setting.format, reason: "it was asked for" };
    const open = format && first.length >= FIRST ? STREAMS[format] : undefined;
    if (!open) {
      const rest: Uint8Array[] = [first];
      let size = first.length;
      for await (const piece of pieces) {
        rest.push(piece);
        size += piece.length;
        if (size > MOST_AT_ONCE) break;
      }
      const result = size > MOST_AT_ONCE ? tooLarge(size) : await read(joined(rest), optionsOf(setting));
      tell(() => ({ ...result, document: { ...result.document, events: [] } }));
      yield result.document.events;
      return;
    }
    const notes = createNotes();
    const stream = await (await open()).open(head, notes, setting);
    tell(() => ({
      document: inLanguage(stream.rest(), setting.locale),
      issues: notes.issues(),
      losses: notes.losses(),
      ...(notes.rows.length > 0 && { rows: notes.rows }),
      format,
      reason,
    }));
    yield* streamed(stream, head, decoder, pieces);
  } finally {
    await pieces.return(undefined);
  }
}

async function* streamed(
  stream: EventStream,
  head: string,
  decoder: TextDecoder,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Iterable<TimelineEvent>> {
  yield stream.push(head, false);
  for await (const piece of pieces) {
    if (stream.isDone()) return;
    yield stream.push(decoder.decode(piece, { stream: true }), false);
  }
  yield stream.push(decoder.decode(), true);
}

function optionsOf({ map, ...setting }: ReadSetting): ReadOptions {
  const given = { ...setting, map: Object.fromEntries(map) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
