import { estimateMeasurer, type TextMeasurer } from "../../text/measure.js";

const JOINED = /\p{Script=Arabic}/u;

/**
 * Measures text as the browser will set it, on a canvas; by estimate where the page has no canvas.
 *
 * @param style - The computed style of the texts, for its font and for the air that a reader wants between letters.
 */
export function canvasMeasurer(document: Document, style: CSSStyleDeclaration): TextMeasurer {
  const fontFamily = style.fontFamily === "" ? "sans-serif" : style.fontFamily;
  const [letter, word] = [style.letterSpacing, style.wordSpacing].map(
    (air) => (parseFloat(air) || 0) / (parseFloat(style.fontSize) || 16),
  );
  /** In pixels of a font of one pixel; none between the letters of Arabic, which are joined. */
  const airOf = (text: string): number =>
    (JOINED.test(text) ? 0 : letter! * text.length) + word! * (text.split(" ").length - 1);
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return estimateMeasurer;
  // Without it, engines measure a joiner at the end of a line of Arabic as wide as a letter.
  context.direction = "rtl";
  let last = "";
  return {
    width(text, { size, weight }) {
      const font = `${weight} ${size}px ${fontFamily}`;
      if (font !== last) {
        context.font = font;
        last = font;
      }
      return context.measureText(text).width + airOf(text) * size;
    },
  };
}
