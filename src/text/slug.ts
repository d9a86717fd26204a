/** Arabic vowel signs and other small signs, tatweel, and characters that only steer joining or direction. */
const DROPPED = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\p{Cf}\u0640]+/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** In UTF-16 code units: as much as one reads in an address. */
const LONGEST = 60;

/**
 * A text as a name for addresses that can still be read: its letters and digits in small letters, joined by hyphens, at
 * most 60 characters. Arabic vowel signs and tatweel go. Empty where there are no letters or digits.
 */
export function slug(text: string): string {
  const name = (text.normalize("NFKC").replace(DROPPED, "").toLowerCase().match(WORD) ?? []).join("-");
  if (name.length <= LONGEST) return name;
  const cut = name.lastIndexOf("-", LONGEST);
  return cut > 0 ? name.slice(0, cut) : [...name.slice(0, LONGEST + 1)].slice(0, -1).join("").slice(0, LONGEST);
}
