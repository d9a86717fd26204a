import { loadMarkup } from "../markup.js";
import type { Notes } from "../notes.js";

/** The events of SIMILE's XML as its JSON has them: attributes are fields, the text is the description. */
export async function eventsOfXml(text: string, notes: Notes): Promise<unknown> {
  const walk = await loadMarkup();
  const events: Record<string, unknown>[] = [];
  const data: Record<string, unknown> = { events };
  let current: { fields: Readonly<Record<string, string>>; text: string; depth: number } | undefined;
  const isWhole = walk(text, "xml", {
    open: (name, attributes) => {
      if (name === "data" && attributes["wiki-url"] !== undefined) data["wikiURL"] = attributes["wiki-url"];
      if (current) current.depth++;
      else if (name === "event") current = { fields: attributes, text: "", depth: 0 };
    },
    text: (piece) => {
      if (current) current.text += piece;
    },
    close: () => {
      if (!current) return;
      if (current.depth-- > 0) return;
      events.push(fieldsOf(current.fields, current.text.trim()));
      current = undefined;
    },
  });
  if (!text.trimEnd().endsWith(">"))
    notes.whole.issue(
      "xml-cut",
      "",
      text.trimEnd().slice(-60),
      "the end of an element; what is cut off is left out",
      "error",
    );
  if (!isWhole)
    notes.whole.issue("xml-deep", "", text, "elements that are nested less deep; the rest is left out", "error");
  return data;
}

/** In XML, `isDuration` means what it says, and an event with an end is an instant unless it is said to be a duration. */
function fieldsOf(
  { isDuration, ...fields }: Readonly<Record<string, string>>,
  description: string,
): Record<string, unknown> {
  const duration = fields["durationEvent"] ?? isDuration;
  return {
    ...fields,
    ...(description !== "" && { description }),
    ...(fields["end"] !== undefined && { durationEvent: duration === "true" }),
  };
}
