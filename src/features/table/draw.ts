import { createText } from "../../component/head.js";
import { create } from "../../component/page.js";
import { iconButton } from "../icon-button.js";
import type { Row, Rows } from "./rows.js";
import type { TableSay } from "./words.js";

/** So many rows stand on a page. */
export const PAGE = 200;

/** What the table does, and the text above it. */
export interface TableSetting {
  readonly say: TableSay;
  readonly caption: string;
  /** The first row that is shown, from 0 on. */
  readonly from: number;
  choose(this: void, id: string): void;
  turn(this: void, to: number): void;
  save(this: void): void;
}

const ICONS = { before: "M10 3 5 8l5 5", after: "M6 3l5 5-5 5", download: "M8 3v7M5 7l3 3 3-3M3 13h10" } as const;

/** A page of the table, and what is below it. */
export function drawTable(document: Document, rows: Rows, setting: TableSetting): readonly Node[] {
  const { say, caption, from, turn, save } = setting;
  const n = rows.count;
  const to = Math.min(from + PAGE, n);
  const headers = rows.headers.map((header) => create(document, "th", "", { scope: "col" }, header));
  const table = create(
    document,
    "table",
    "",
    { "aria-rowcount": String(n + 1) },
    create(document, "caption", "", {}, caption),
    create(document, "thead", "", {}, create(document, "tr", "", { "aria-rowindex": "1" }, ...headers)),
    create(
      document,
      "tbody",
      "",
      {},
      ...rows.slice(from, to).map((row, i) => drawRow(document, row, from + i, setting)),
    ),
  );
  const button = (name: keyof typeof ICONS, className: string, act: () => void): HTMLButtonElement =>
    iconButton(document, name, say(name), ICONS[name], `mizwala-button ${className}`, act);
  const before = button("before", "mizwala-table-turn", () => {
    turn(from - PAGE);
  });
  const after = button("after", "mizwala-table-turn", () => {
    turn(to);
  });
  [before.disabled, after.disabled] = [from === 0, to === n];
  const pages =
    n > PAGE ? [before, create(document, "span", "", {}, say("rows", { from: from + 1, to, n })), after] : [];
  return [
    table,
    create(document, "div", "mizwala-table-foot", {}, ...pages, button("download", "mizwala-table-save", save)),
  ];
}

function drawRow(document: Document, row: Row, at: number, { choose }: TableSetting): HTMLElement {
  const title = createText(document, "bdi", "", row.title);
  const button = create(document, "button", "mizwala-details-link", { type: "button" }, title);
  button.addEventListener("click", () => {
    choose(row.id);
  });
  const time = create(document, "time", "", {}, row.date);
  if (row.datetime !== undefined) time.dateTime = row.datetime;
  return create(
    document,
    "tr",
    "",
    { "aria-rowindex": String(at + 2) },
    create(document, "th", "", { scope: "row" }, button),
    create(document, "td", "", {}, time),
    ...row.rest.map((text) => create(document, "td", "", {}, text)),
  );
}
