import type { EventBase, TimelineEvent } from "../model/input.js";
import type { OptionChanges } from "../model/options.js";

/** Fields that are text, and that a `data-` attribute or a column can give. */
const FIELDS = [
  "title",
  "summary",
  "kind",
  "lane",
  "id",
  "url",
  "certainty",
  "timeZone",
  "dateText",
  "partOf",
] as const;
const BLOCKS = "p, ul, ol, dl, blockquote, figure, table, div";
const SEPARATORS = " :–—-";
const HEADINGS = "h1, h2, h3, h4, h5, h6";

type Row = Record<string, unknown>;

/**
 * Reads a timeline from what stands in the page anyway: an ordered or unordered list whose items have a `<time>`, or a table,
 * and a heading in front of it. What is none of these is left alone.
 */
export function readBaseDocument(host: Element): OptionChanges {
  const list = host.querySelector("ol, ul, table");
  if (!list) return {};
  const rows = list.matches("table") ? readTable(list) : readList(list);
  const heading = [...host.querySelectorAll(`${HEADINGS}, caption`)].find((one) => !one.closest("li, td, th"));
  const title = heading && textOf(heading);
  const level = Number(/^H(\d)$/.exec(heading?.tagName ?? "")?.[1]);
  return {
    events: rows as unknown as readonly EventBase[] as readonly TimelineEvent[],
    ...(title ? { title } : {}),
    ...(level > 0 ? { headingLevel: level as 1 } : {}),
  };
}

function readList(list: Element): Row[] {
  const items = [...list.children].filter((item) => item.matches("li"));
  return items.map((item) => {
    const heading = item.querySelector(`${HEADINGS}, strong, b`);
    const blocks = [...item.querySelectorAll(BLOCKS)].filter(
      (block) => !item.contains(block.parentElement!.closest(BLOCKS)),
    );
    const summary = blocks
      .filter((block) => !heading || !block.contains(heading))
      .map((block) => textOf(block))
      .join(" ");
    const title = heading ? textOf(heading) : withoutSeparators(textOf(item, `time, ${BLOCKS}`));
    const url = item.querySelector("a[href]")?.getAttribute("href");
    return {
      ...dateOf([...item.querySelectorAll("time")].map(datetimeOf)),
      title,
      ...(summary === "" ? {} : { summary }),
      ...(url ? { url } : {}),
      ...languageOf(item),
      ...ownFields(item),
    };
  });
}

function readTable(table: HTMLTableElement): Row[] {
  const [head, ...body] = [...table.rows];
  if (!head) return [];
  const names = [...head.cells].map((cell) => cell.dataset["field"] ?? textOf(cell).toLowerCase());
  return body.map((row) => {
    const cells = [...row.cells];
    const times = cells.flatMap((cell) => [...cell.querySelectorAll("time")].map(datetimeOf));
    const found: Row = { ...dateOf(times), ...languageOf(row) };
    const bounds: { start?: string; end?: string } = {};
    cells.forEach((cell, i) => {
      const name = names[i] ?? "";
      const text = textOf(cell);
      const time = cell.querySelector("time");
      const date = time ? datetimeOf(time) : text;
      if (date === "") return;
      if (name === "start" || name === "end") bounds[name] = date;
      else if (name === "date") found["date"] = date;
      else if (name === "url") found["url"] = cell.querySelector("a[href]")?.getAttribute("href") ?? text;
      else if (name === "importance") found["importance"] = Number(text);
      else if (name === "tags") found["tags"] = tagsIn(text);
      else if (isField(name)) found[name] = text;
    });
    const { start, end } = bounds;
    if (start !== undefined) found["date"] = end === undefined ? start : { start, end };
    return { ...found, ...ownFields(row) };
  });
}

function dateOf([start, end]: readonly string[]): Row {
  if (start === undefined) return {};
  return { date: end === undefined ? start : { start, end } };
}

function datetimeOf(time: HTMLTimeElement): string {
  return time.getAttribute("datetime") ?? textOf(time);
}

function languageOf(element: HTMLElement | Element): Row {
  const entries = ["lang", "dir"].map((name) => [name, element.getAttribute(name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

/** Fields in `data-` attributes go before what the content says; the id is that of the element where nothing else is given. */
function ownFields(element: Element): Row {
  const { dataset, id } = element as HTMLElement;
  const texts = Object.entries(dataset).filter(([name]) => isField(name));
  const importance = dataset["importance"];
  return {
    ...(id === "" ? {} : { id }),
    ...Object.fromEntries(texts),
    ...(dataset["date"] === undefined ? {} : { date: dataset["date"] }),
    ...(importance === undefined ? {} : { importance: Number(importance) }),
    ...(dataset["tags"] === undefined ? {} : { tags: tagsIn(dataset["tags"]) }),
  };
}

const isField = (name: string): boolean => (FIELDS as readonly string[]).includes(name);

const tagsIn = (text: string): string[] => text.split(/[,،;]/u).map((tag) => tag.trim());

/** The text between the marks that stand between a date and a title. */
function withoutSeparators(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && SEPARATORS.includes(text[from]!)) from += 1;
  while (to > from && SEPARATORS.includes(text[to - 1]!)) to -= 1;
  return text.slice(from, to);
}

/** The text of an element in one line, without the parts that match a selector. */
function textOf(element: Element, without = ""): string {
  const parts = [...element.childNodes].map((node): string => {
    if (node.nodeType === 3) return node.nodeValue ?? "";
    if (node.nodeType !== 1 || (without !== "" && (node as Element).matches(without))) return "";
    return textOf(node as Element, without);
  });
  return parts.join("").replace(/\s+/gu, " ").trim();
}
