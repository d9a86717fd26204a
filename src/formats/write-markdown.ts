import { spoken } from "./listing.js";
import { isArabicScript } from "./listing.js";
import type { Writer } from "./format.js";

/** What Markdown reads as more than itself; of an ampersand, only one that begins the name of a sign. */
const SIGNS = /[\\`*_{}[\]<>|~#]|&(?=#?\w+;)/g;

/** A table with dates and titles, in order of time; a title with an address is a link. */
export const write: Writer = (document, notes, setting) => {
  const { title, subtitle, rows } = spoken(document, notes, setting);
  const [date, event, more] = isArabicScript(setting.locale)
    ? ["التاريخ", "الحدث", "التفاصيل"]
    : ["Date", "Event", "Details"];
  const hasMore = rows.some(({ summary }) => summary !== "");
  const line = (cells: readonly string[]): string => `| ${(hasMore ? cells : cells.slice(0, 2)).join(" | ")} |\n`;
  const head = [title === "" ? "" : `## ${escape(title)}\n\n`, subtitle === "" ? "" : `${escape(subtitle)}\n\n`].join(
    "",
  );
  const body = rows.map((row) => {
    const name = escape(row.title);
    return line([
      escape(row.date),
      row.url === undefined ? name : `[${name}](<${address(row.url)}>)`,
      escape(row.summary),
    ]);
  });
  return head + line([date, event, more]) + line(["---", "---", "---"]) + body.join("");
};

function escape(text: string): string {
  return text.replace(SIGNS, (sign) => `\\${sign}`);
}

/** Names of signs are read in addresses too: `javascript&colon;` must not become another one. */
function address(url: string): string {
  return url.replace(/[<>\s\\|]/g, encodeURIComponent).replaceAll("&", "&amp;");
}
