import type { EventBase } from "../model/input.js";
import type { ResolvedOptions } from "../model/options.js";
import { canvasMeasurer } from "../render/canvas/measure.js";
import { CSS } from "../render/css.js";
import { cachedMeasurer, type TextMeasurer } from "../text/measure.js";
import { adoptStyles } from "./styles.js";

/** The document or shadow root in which a timeline is. */
export interface Surroundings {
  /** Gives them the styles of the timeline, and measures texts as they stand there. */
  settleIn(options: Pick<ResolvedOptions<EventBase>, "adoptStyles" | "font">): TextMeasurer;
  /** Whether the timeline has come into others since they got its styles. */
  haveChanged(): boolean;
  /** Takes the styles away again. */
  leave(): void;
}

/** Makes what settles a timeline in its surroundings. */
export function createSurroundings(
  host: Element,
  root: HTMLElement,
  cssOfFeatures: () => readonly string[],
): Surroundings {
  const document = root.ownerDocument;
  let styles: { root: Node; css: string; release: () => void } | undefined;
  return {
    settleIn({ adoptStyles: isAdopting, font }) {
      const place = root.getRootNode();
      const sheets = [CSS, ...cssOfFeatures()];
      const css = sheets.join("");
      if (isAdopting && (styles?.root !== place || styles.css !== css)) {
        const adopted = sheets.map((sheet) => adoptStyles(host, sheet));
        styles?.release();
        const release = (): void => {
          for (const end of adopted) end();
        };
        styles = { root: place, css, release };
      }
      if (font === undefined) root.style.removeProperty("--mizwala-font");
      else root.style.setProperty("--mizwala-font", font);
      return cachedMeasurer(canvasMeasurer(document, document.defaultView!.getComputedStyle(root)));
    },
    haveChanged: () => styles !== undefined && styles.root !== root.getRootNode(),
    leave() {
      styles?.release();
    },
  };
}
