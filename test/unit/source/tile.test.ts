import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Slice } from "../../../src/source/contract.js";
import { readSlice, writeSlice } from "../../../src/source/tile.js";

const column = (length: number, most: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 0, max: most }), { minLength: length, maxLength: length });

const anySlice: fc.Arbitrary<Slice> = fc
  .tuple(fc.nat(30), fc.nat(10), fc.option(fc.nat(8), { nil: undefined }))
  .chain(([cells, winners, events]) =>
    fc.record({
      level: fc.nat(44),
      from: fc.maxSafeInteger(),
      to: fc.maxSafeInteger(),
      revision: fc.stringMatching(/^[\w.-]{1,64}$/),
      total: fc.nat(),
      cells: fc
        .tuple(column(cells, 65_535), column(cells, 65_535), column(cells, 2 ** 32 - 1))
        .map(([lane, bin, count]) => ({
          lane: Uint16Array.from(lane),
          bin: Uint16Array.from(bin),
          count: Uint32Array.from(count),
        })),
      winners: fc
        .tuple(column(winners, 65_535), column(winners, 65_535), column(winners, 2 ** 31))
        .map(([lane, slot, rank]) => ({
          lane: Uint16Array.from(lane),
          slot: Uint16Array.from(slot),
          rank: Float64Array.from(rank),
        })),
      events:
        events === undefined
          ? fc.constant(undefined)
          : fc
              .tuple(column(events, 65_535), column(events, 2 ** 31), column(events, 2 ** 31), column(events, 2 ** 31))
              .map(([lane, start, end, rank]) => ({
                lane: Uint16Array.from(lane),
                start: Float64Array.from(start),
                end: Float64Array.from(end),
                rank: Float64Array.from(rank),
              })),
    }),
  );

describe("A slice as bytes", () => {
  it("is read as it was written, wherever in a buffer it lies", () => {
    fc.assert(
      fc.property(anySlice, fc.nat(7), (slice, shift) => {
        const bytes = writeSlice(slice);
        const shifted = new Uint8Array(bytes.length + shift);
        shifted.set(bytes, shift);
        expect(readSlice(shifted.subarray(shift))).toEqual(slice);
      }),
    );
  });

  it("is refused where it is cut, longer than it says, or something else", () => {
    fc.assert(
      fc.property(anySlice, fc.double({ min: 0, max: 1, noNaN: true }), (slice, part) => {
        const bytes = writeSlice(slice);
        const refusal = expect.objectContaining({ code: "source-answer" }) as unknown;
        const faultOf = (given: Uint8Array): unknown => {
          try {
            return readSlice(given);
          } catch (error) {
            return error;
          }
        };
        expect(faultOf(bytes.subarray(0, Math.floor(part * (bytes.length - 1))))).toEqual(refusal);
        expect(faultOf(new Uint8Array([...bytes, 0]))).toEqual(refusal);
        expect(faultOf(bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte)))).toEqual(refusal);
      }),
    );
  });

  it("never takes up more room than it has bytes, whatever it says of itself", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 48, maxLength: 120 }), (bytes) => {
        bytes.set([0x4d, 0x5a, 0x53, 0x31]);
        try {
          const { cells, winners, events } = readSlice(bytes);
          const told = 8 * cells.lane.length + 12 * winners.lane.length + 26 * (events?.lane.length ?? 0);
          expect(told).toBeLessThan(bytes.length);
        } catch (error) {
          expect((error as { code?: unknown }).code).toBe("source-answer");
        }
      }),
    );
  });
});
