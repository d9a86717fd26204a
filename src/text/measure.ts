/** How a text is set, as far as its width depends on it. */
export interface TextStyle {
  /** Size of the font in CSS pixels. */
  readonly size: number;
  /** Regular or bold. */
  readonly weight: 400 | 700;
}

/** Tells how wide texts are: by a page, by a table, or by a rough guess. */
export interface TextMeasurer {
  /**
   * The advance of one line of text, in CSS pixels.
   *
   * @param text - Plain text without line breaks.
   * @param style - How it is set.
   */
  width(text: string, style: TextStyle): number;
}

/** Fonts that a picture is set in. */
export interface FontSet {
  /** Their families, as in CSS. */
  readonly family: string;
  /** How wide texts are in them. */
  readonly measurer: TextMeasurer;
}

const LATIN_EM = 0.51;
const ARABIC_EM = 0.43;
const BOLD_FACTOR = 1.07;
const ARABIC = /\p{Script=Arabic}/u;
const WIDTHLESS = /[\p{M}\p{Cf}\p{Cc}]/gu;

/** A guess from the number of visible characters, off by a fifth or so; needs no table and no page. */
export const estimateMeasurer: TextMeasurer = {
  width(text, { size, weight }) {
    const em = ARABIC.test(text) ? ARABIC_EM : LATIN_EM;
    return text.replace(WIDTHLESS, "").length * em * size * (weight === 700 ? BOLD_FACTOR : 1);
  },
};

/** Words longer than this are measured anew each time, so that the memory of a cache has a bound. */
const CACHED_LENGTH = 256;

/**
 * A measurer that remembers words, each with the blank behind it: letters are not joined across a blank, nor do they change
 * their places there. So what is said often is measured once, and a shorter piece of a text costs nothing.
 *
 * @param measurer - The measurer that is asked once for each word and style.
 * @param limit - How many widths it keeps of each style; the oldest goes first.
 */
export function cachedMeasurer(measurer: TextMeasurer, limit: number = 5_000): TextMeasurer {
  const styles = new Map<number, Map<string, number>>();
  const widthsIn = ({ size, weight }: TextStyle): Map<string, number> => {
    const key = size * 1_000 + weight;
    const widths = styles.get(key) ?? new Map<string, number>();
    styles.set(key, widths);
    return widths;
  };
  const widthOf = (word: string, style: TextStyle, widths: Map<string, number>): number => {
    if (word.length > CACHED_LENGTH) return measurer.width(word, style);
    const known = widths.get(word);
    if (known !== undefined) return known;
    const width = measurer.width(word, style);
    for (const oldest of widths.keys()) {
      if (widths.size < limit) break;
      widths.delete(oldest);
    }
    widths.set(word, width);
    return width;
  };
  return {
    width(text, style) {
      const widths = widthsIn(style);
      let width = 0;
      let from = 0;
      while (from < text.length) {
        const end = text.indexOf(" ", from) + 1 || text.length;
        width += widthOf(text.slice(from, end), style, widths);
        from = end;
      }
      return width;
    },
  };
}
