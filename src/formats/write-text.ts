import { spoken } from "./listing.js";
import type { Writer } from "./format.js";

/** A line for each event, in order of time: its date, its title, its summary. */
export const write: Writer = (document, notes, setting) => {
  const { title, subtitle, rows } = spoken(document, notes, setting);
  const head = [title, subtitle].filter((line) => line !== "");
  const lines = rows.map(
    ({ date, title: name, summary }) => `${date}: ${name}${summary === "" ? "" : ` – ${summary}`}`,
  );
  return [...head, ...(head.length > 0 && lines.length > 0 ? [""] : []), ...lines].map((line) => `${line}\n`).join("");
};
