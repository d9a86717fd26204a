import { MizwalaError } from "../base/errors.js";
import type { Slice, SliceEvents } from "./contract.js";

/*
 * A slice as bytes, little-endian: the head, then columns of 8, 4 and 2 bytes, so that each lies at a multiple of its size,
 * then the revision. Head: "MZS1", the level and the length of the revision (16 bits each), from, to and total (64-bit
 * floats), and how many cells, winners and events there are (32 bits each; all bits set where events are not told).
 */
const MAGIC = 0x31_53_5a_4d;
const HEAD = 48;
const UNTOLD = 0xff_ff_ff_ff;
/** More than a slice may have: 8,192 bins in each of 65,536 lanes are never sent by anyone who means well. */
const MOST_ROWS = 2 ** 24;

/** The media type of a slice. */
export const SLICE_TYPE = "application/vnd.mizwala.slice";

/** Events of which there are none. */
export const NO_EVENTS: SliceEvents = {
  lane: new Uint16Array(),
  start: new Float64Array(),
  end: new Float64Array(),
  rank: new Float64Array(),
};

/** What goes on at an instant, in the form of a slice that has no length. */
export function sliceOfInstant(at: number, revision: string, events: SliceEvents): Slice {
  return {
    ...{ level: 0, from: at, to: at, total: events.lane.length, revision, events },
    cells: { lane: new Uint16Array(), bin: new Uint16Array(), count: new Uint32Array() },
    winners: { lane: new Uint16Array(), slot: new Uint16Array(), rank: new Float64Array() },
  };
}

/** Writes a slice as bytes. */
export function writeSlice({
  level,
  from,
  to,
  total,
  revision,
  cells,
  winners,
  events,
}: Slice): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(revision);
  const wide = [winners.rank, ...(events ? [events.start, events.end, events.rank] : [])];
  const narrow = [cells.lane, cells.bin, winners.lane, winners.slot, ...(events ? [events.lane] : [])];
  const columns = [...wide, cells.count, ...narrow];
  const bytes = new Uint8Array(HEAD + columns.reduce((sum, { byteLength }) => sum + byteLength, 0) + name.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, MAGIC, true);
  head.setUint16(4, level, true);
  head.setUint16(6, name.length, true);
  [from, to, total].forEach((value, i) => {
    head.setFloat64(8 + 8 * i, value, true);
  });
  [cells.lane.length, winners.lane.length, events?.lane.length ?? UNTOLD].forEach((value, i) => {
    head.setUint32(32 + 4 * i, value, true);
  });
  let at = HEAD;
  for (const column of columns) {
    writeColumn(head, at, column);
    at += column.byteLength;
  }
  bytes.set(name, at);
  return bytes;
}

/**
 * Reads a slice from bytes.
 *
 * @throws MizwalaError where they are no slice, or cut off.
 */
export function readSlice(bytes: Uint8Array): Slice {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || view.getUint32(0, true) !== MAGIC) refuse(bytes.length, "a slice");
  const [level, nameLength] = [view.getUint16(4, true), view.getUint16(6, true)];
  const [from, to, total] = [0, 1, 2].map((i) => view.getFloat64(8 + 8 * i, true)) as [number, number, number];
  const [cellCount, winnerCount, told] = [0, 1, 2].map((i) => view.getUint32(32 + 4 * i, true)) as [
    number,
    number,
    number,
  ];
  const eventCount = told === UNTOLD ? 0 : told;
  const size = HEAD + 8 * cellCount + 12 * winnerCount + 26 * eventCount + nameLength;
  if (cellCount + winnerCount + eventCount > MOST_ROWS || size !== bytes.length) refuse(bytes.length, `${size} bytes`);
  let at = HEAD;
  const read = <Column extends Float64Array | Uint32Array | Uint16Array>(column: Column): Column => {
    readColumn(view, at, column);
    at += column.byteLength;
    return column;
  };
  const rank = read(new Float64Array(winnerCount));
  const times = [0, 1, 2].map(() => read(new Float64Array(eventCount))) as [Float64Array, Float64Array, Float64Array];
  const count = read(new Uint32Array(cellCount));
  const [lane, bin] = [read(new Uint16Array(cellCount)), read(new Uint16Array(cellCount))];
  const [winnerLane, slot] = [read(new Uint16Array(winnerCount)), read(new Uint16Array(winnerCount))];
  const eventLane = read(new Uint16Array(eventCount));
  return {
    ...{ level, from, to, total },
    revision: new TextDecoder().decode(bytes.subarray(at)),
    cells: { lane, bin, count },
    winners: { lane: winnerLane, slot, rank },
    events: told === UNTOLD ? undefined : { lane: eventLane, start: times[0], end: times[1], rank: times[2] },
  };
}

type Column = Float64Array | Uint32Array | Uint16Array;

function writeColumn(view: DataView, at: number, column: Column): void {
  const size = column.BYTES_PER_ELEMENT;
  for (let i = 0; i < column.length; i++) {
    if (size === 8) view.setFloat64(at + i * size, column[i]!, true);
    else if (size === 4) view.setUint32(at + i * size, column[i]!, true);
    else view.setUint16(at + i * size, column[i]!, true);
  }
}

function readColumn(view: DataView, at: number, column: Column): void {
  const size = column.BYTES_PER_ELEMENT;
  for (let i = 0; i < column.length; i++) {
    if (size === 8) column[i] = view.getFloat64(at + i * size, true);
    else if (size === 4) column[i] = view.getUint32(at + i * size, true);
    else column[i] = view.getUint16(at + i * size, true);
  }
}

function refuse(found: number, expected: string): never {
  throw new MizwalaError({ code: "source-answer", path: "slice", found: `${found} bytes`, expected });
}
