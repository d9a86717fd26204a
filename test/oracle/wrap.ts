/**
 * Lines of words, one word after the other: each line takes what fits, then gives back what is bound to the next word, if
 * something is left. Every word must fit on a line.
 */
export function wrapSlowly(
  words: readonly string[],
  fits: (line: string) => boolean,
  isBound: (before: string, after: string) => boolean,
): string[] {
  const lines: string[] = [];
  for (let first = 0; first < words.length;) {
    let last = first;
    while (last + 1 < words.length && fits(words.slice(first, last + 2).join(" "))) last++;
    let end = last;
    while (end >= first && end + 1 < words.length && isBound(words[end]!, words[end + 1]!)) end--;
    if (end < first) end = last;
    lines.push(words.slice(first, end + 1).join(" "));
    first = end + 1;
  }
  return lines;
}
