// A plugin of TypeDoc: a guide is called by its heading, and the first page has one title.
import { Converter } from "typedoc";

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const [first] = document.content;
    const title = first?.kind === "text" ? /^# (.+)$/m.exec(first.text)?.[1] : undefined;
    if (title) document.name = title;
  });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const [first] = project.readme ?? [];
    if (first?.kind === "text") first.text = first.text.replace(/^# .+\n/, "");
  });
}
