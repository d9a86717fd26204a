import type { Layout } from "../layout/layout.js";
import type { Parts, SceneSetting } from "./events.js";

/** The line of the present moment, and its word. */
export function buildNow({ now, orientation }: Layout, { dir, lang }: SceneSetting): Parts {
  if (!now) return { shapes: [], labels: [] };
  const { along, pieces, word } = now;
  const x = orientation.x(along).toFixed(2);
  const d = pieces.map(([top, bottom]) => `M${x},${top}V${bottom}`).join("");
  return {
    shapes: [{ kind: "path", key: "now", className: "mizwala-now", d, fill: "none", stroke: "axis", strokeWidth: 1 }],
    labels: word
      ? [
          {
            kind: "label",
            key: "now",
            className: "mizwala-now-word",
            x: orientation.x(word.along),
            y: word.top,
            side: orientation.startSide,
            lines: [{ role: "more", runs: [{ text: word.text }], dir, lang, top: 0 }],
          },
        ]
      : [],
  };
}
