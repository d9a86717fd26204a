import { labelText } from "../model/fields.js";
import { HUES, type Hue } from "../model/kinds.js";
import type { Crowd } from "../store/crowd.js";
import { numberAfter } from "../store/number-after.js";
import type { Band } from "../store/query/bands.js";
import type { KindGroups } from "../store/query/density.js";

/** The colours of the kinds of a crowd. */
export interface KindHues {
  /** From the most frequent to the rarest, with the names of their kinds. */
  readonly hues: readonly { readonly hue: Hue; readonly names: readonly string[] }[];
  /** Which colour each kind has, by its code. */
  readonly groups: KindGroups;
}

/**
 * The colours that tell the kinds of a crowd apart; `undefined` where the kinds are not known, or all events are plain ones.
 *
 * @param band - The lanes that are shown.
 */
export function findKindHues(crowd: Crowd, band: Band, locale: string): KindHues | undefined {
  const { kinds, extent } = crowd;
  if (!kinds || !(extent[0] <= extent[1])) return undefined;
  const each = { of: kinds.map((_, code) => code), count: kinds.length };
  const { byGroup = [] } = crowd.strips(extent[0], numberAfter(extent[1]), 1, [band], each);
  const found = HUES.map((hue) => {
    const own = kinds.flatMap((kind, code) => (kind.hue === hue && byGroup[code]! > 0 ? code : []));
    return { hue, own, many: own.reduce((sum, code) => sum + byGroup[code]!, 0) };
  })
    .filter(({ many }) => many > 0)
    .sort((a, b) => b.many - a.many);
  const isPlain = found.every(({ own }) => own.every((code) => kinds[code]!.kind === "event"));
  if (isPlain) return undefined;
  const namesOf = (codes: readonly number[]): string[] =>
    [...codes]
      .sort((a, b) => byGroup[b]! - byGroup[a]!)
      .map((code) => labelText(kinds[code]!.label, locale) || kinds[code]!.kind);
  return {
    hues: found.map(({ hue, own }) => ({ hue, names: namesOf(own) })),
    groups: { of: kinds.map(({ hue }) => found.findIndex((group) => group.hue === hue)), count: found.length },
  };
}
