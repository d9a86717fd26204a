import { estimateMeasurer, type TextMeasurer } from "../../text/measure.js";

/** Measures text as the browser will set it, on a canvas; by estimate where the page has no canvas. */
export function canvasMeasurer(document: Document, fontFamily: string): TextMeasurer {
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
      return context.measureText(text).width;
    },
  };
}
