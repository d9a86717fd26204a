const segmenters: { word?: Intl.Segmenter; grapheme?: Intl.Segmenter } = {};

function segment(text: string, granularity: "word" | "grapheme"): Intl.Segments {
  return (segmenters[granularity] ??= new Intl.Segmenter("en", { granularity })).segment(text);
}

/** The offsets at which what a reader sees as one character ends, ascending; the last is the length. */
export function graphemeEnds(text: string): number[] {
  return endsOf(segment(text, "grapheme"));
}

/** The offsets at which a word or a sign ends, by a dictionary where the script has no blanks; the last is the length. */
export function wordEnds(text: string): number[] {
  return endsOf(segment(text, "word"));
}

function endsOf(segments: Intl.Segments): number[] {
  return [...segments].map(({ index, segment }) => index + segment.length);
}

/** The longest start of a text of at most `length` code units that splits no character as a reader sees it. */
export function graphemePrefix(text: string, length: number): string {
  if (text.length <= length) return text;
  const nearby = text.slice(0, length + 1);
  return text.slice(0, segment(nearby, "grapheme").containing(length)?.index ?? length);
}
