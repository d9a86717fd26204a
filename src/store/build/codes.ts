import { MIDDLING, readKind, resolveImportance, type EventSetting } from "../../model/event.js";
import { resolveWord } from "../../model/parts.js";

/** Lanes and kinds that are known before events are read. */
export interface Known {
  /** The ids of lanes, by their codes. */
  readonly lanes?: readonly string[] | undefined;
  /** The names of kinds, by their codes. */
  readonly kinds?: readonly string[] | undefined;
}

/** Reads the small fields of events: numbers for lanes and kinds, and importance. A fault is an issue of its row. */
export interface FieldReader {
  /** The ids of the lanes so far, by their codes. */
  readonly lanes: readonly string[];
  readonly kinds: readonly string[];
  readonly lane: (input: unknown, row: number) => number;
  readonly kind: (input: unknown, row: number) => number;
  readonly importance: (input: unknown, row: number) => number;
}

/** Where a field of a row stands in the input, for an issue: `events[12].lane`. */
export type PathOf = (field: string, row: number) => string;

/** Makes a reader that goes on from what is known. Kinds are those of the timeline, in their order. */
export function createFieldReader(setting: EventSetting, pathOf: PathOf, known: Known = {}): FieldReader {
  const lanes = [...(known.lanes ?? [])];
  const kinds = [...new Set([...(known.kinds ?? []), ...setting.kinds.keys()])];
  const laneCodes = new Map(lanes.map((id, code) => [id, code]));
  const kindCodes = new Map([...setting.kinds.keys()].map((name) => [name, kinds.indexOf(name)]));
  /** What was written, as it was written. */
  const laneInputs = new Map<unknown, number>();
  const plain = kindCodes.get("event")!;
  const codeOfLane = (id: string): number => {
    const code = laneCodes.get(id) ?? lanes.length;
    if (code === lanes.length) {
      lanes.push(id);
      laneCodes.set(id, code);
    }
    return code;
  };
  return {
    lanes,
    kinds,
    lane: (input, row) => {
      const code = laneInputs.get(input);
      if (code !== undefined) return code;
      const found = codeOfLane(resolveWord(input, pathOf("lane", row), setting) ?? "");
      // Anything else is an issue each time.
      if (typeof input !== "object") laneInputs.set(input, found);
      return found;
    },
    kind: (input, row) => {
      if (input === undefined) return plain;
      const code = typeof input === "string" ? kindCodes.get(input) : undefined;
      return code ?? kindCodes.get(readKind(input, pathOf("kind", row), setting).kind)!;
    },
    importance: (input, row) => {
      if (input === undefined) return MIDDLING;
      if (typeof input === "number" && input >= 0 && input <= 1) return input;
      return resolveImportance(input, pathOf("importance", row), setting) ?? MIDDLING;
    },
  };
}
