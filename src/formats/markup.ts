import type { Parser as MarkupParser } from "htmlparser2";

/** What happens on the way through a text in HTML or XML. */
export interface MarkupHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Goes through a text in HTML or XML; `false` where it is nested so deep that the rest is left out. */
export type MarkupWalker = (text: string, kind: "html" | "xml", handler: MarkupHandler) => boolean;

/** Elements in elements; no page of this world has more. The parser looks through all that are open at a wrong end tag. */
const DEEPEST = 1000;
/** So often is the depth looked at, in UTF-16 units. */
const PIECE = 8192;

/** The parser, loaded when it is needed. */
export async function loadMarkup(): Promise<MarkupWalker> {
  const { Parser } = await import("htmlparser2");
  return (text, kind, handler) => {
    let depth = 0;
    const parser: MarkupParser = new Parser(
      {
        onopentag: (name, attributes) => {
          depth++;
          handler.open?.(name, attributes);
        },
        ontext: (piece) => handler.text?.(piece),
        onclosetag: (name) => {
          depth--;
          handler.close?.(name);
        },
      },
      { xmlMode: kind === "xml", decodeEntities: true },
    );
    for (let from = 0; from < text.length && depth <= DEEPEST; from += PIECE)
      parser.write(text.slice(from, from + PIECE));
    if (depth > DEEPEST) return false;
    parser.end();
    return true;
  };
}
