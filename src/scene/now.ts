import type { Layout } from "../layout/layout.js";
import { TYPE } from "../text/typography.js";
import { placeText, type Parts, type SceneSetting } from "./events.js";

/** The line of the present moment, and its word. */
export function buildNow(layout: Layout, { dir, lang }: SceneSetting): Parts {
  const { now, orientation } = layout;
  if (!now) return { shapes: [], labels: [] };
  const { along, pieces, word } = now;
  const at = (depth: number): string =>
    orientation
      .point(along, depth)
      .map((value) => value.toFixed(2))
      .join();
  const d = pieces.map(([top, bottom]) => `M${at(top)}L${at(bottom)}`).join("");
  return {
    shapes: [{ kind: "path", key: "now", className: "mizwala-now", d, fill: "none", stroke: "axis", strokeWidth: 1 }],
    labels: word
      ? [
          {
            kind: "label",
            key: "now",
            className: "mizwala-now-word",
            ...placeText(layout, word.along, word.top, { width: word.width, height: TYPE.more.line }),
            lines: [{ role: "more", runs: [{ text: word.text }], dir, lang, top: 0 }],
          },
        ]
      : [],
  };
}
