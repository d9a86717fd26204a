let segmenter: Intl.Segmenter | undefined;

function segment(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

/** The offsets at which what a reader sees as one character begins, ascending; without 0, with the length. */
export function graphemeEnds(text: string): number[] {
  return Array.from(segment(text), ({ index, segment: grapheme }) => index + grapheme.length);
}

/** The longest start of a text of at most `length` code units that splits no character as a reader sees it. */
export function graphemePrefix(text: string, length: number): string {
  if (text.length <= length) return text;
  const nearby = text.slice(0, length + 1);
  return text.slice(0, segment(nearby).containing(length)?.index ?? length);
}
