import { importPeer } from "../base/peer.js";
import type { FontFile } from "./font-file.js";

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };
/** Behind its description, a picture has room for a style sheet. */
const PLACE = "</desc>";

/**
 * A picture with the fonts of its texts inside: of each font as much as the texts need.
 *
 * @param svg - As `renderToSVG` writes it.
 */
export async function embedFonts(svg: string, files: readonly FontFile[]): Promise<string> {
  const { default: subset } = await importPeer("subset-font", () => import("subset-font"));
  const text = textOf(svg);
  const needed = files.filter(({ characters }) => [...text].some((one) => characters.has(one.codePointAt(0)!)));
  const faces = await Promise.all(
    needed.map(async ({ data, family, weights }) => {
      const font = await subset(Buffer.from(data), text, { targetFormat: "woff2" });
      const source = `url(data:font/woff2;base64,${font.toString("base64")}) format("woff2")`;
      return `@font-face { font-family: "${family}"; font-weight: ${weights.join(" ")}; src: ${source}; }`;
    }),
  );
  if (faces.length === 0) return svg;
  return svg.replace(PLACE, () => `${PLACE}\n<style>${faces.join("\n")}</style>`);
}

/** All that is written between the tags. */
function textOf(svg: string): string {
  const texts = [...svg.matchAll(/>([^<>]+)</g)].map(([, text]) => text!).filter((text) => text.trim() !== "");
  const plain = texts.join("").replaceAll(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name]!);
  return [...new Set(plain)].join("");
}
