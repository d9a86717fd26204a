import { fold, unfold } from "../../text/fold.js";

/** What is highlighted: every match, and those of the event that the reader has come to. */
export const HIGHLIGHTS = { all: "mizwala-match", now: "mizwala-match-now" } as const;

type Name = keyof typeof HIGHLIGHTS;

/** Marks words in texts of the page. */
export interface Highlighter {
  /**
   * Marks the words in some elements instead of all that was marked before.
   *
   * @param terms - Folded.
   */
  mark(terms: readonly string[], elements: Readonly<Record<Name, readonly Element[]>>): void;
  clear(): void;
}

/** On what lacks highlights, where a word is found all of the element that holds it is marked by this. */
const FALLBACK = "data-match";

type Painter = (found: Readonly<Record<Name, readonly Found[]>>) => void;

/** Words that were found in an element. */
interface Found {
  readonly element: Element;
  readonly ranges: readonly AbstractRange[];
}

/**
 * Marks words by the CSS Custom Highlight API: text stays in one piece, and so letters stay joined. Where a browser lacks
 * it, whole lines are marked. Several timelines of a page share the highlights.
 */
export function createHighlighter(window: Window & typeof globalThis): Highlighter {
  const paint = registryOf(window) ? painterOf(window) : markLines();
  let terms: readonly string[] = [];
  let found = new WeakMap<Element, Found>();

  const find = (element: Element): Found => {
    const before = found.get(element);
    if (before) return before;
    const made = { element, ranges: rangesIn(element, terms, window) };
    found.set(element, made);
    return made;
  };

  return {
    mark(wanted, elements) {
      if (wanted.join() !== terms.join()) found = new WeakMap();
      terms = wanted;
      const within = (name: Name): readonly Found[] =>
        terms.length === 0 ? [] : elements[name].map(find).filter(({ ranges }) => ranges.length > 0);
      paint({ all: within("all"), now: within("now") });
    },
    clear() {
      paint({ all: [], now: [] });
    },
  };
}

/** What old browsers lack. */
function registryOf(window: Window & typeof globalThis): HighlightRegistry | undefined {
  const { CSS: css, Highlight } = window as Partial<Pick<typeof globalThis, "CSS" | "Highlight">>;
  return Highlight && (css as Partial<typeof CSS> | undefined)?.highlights;
}

function painterOf(window: Window & typeof globalThis): Painter {
  const registry = window.CSS.highlights;
  let painted: Readonly<Record<Name, readonly Found[]>> = { all: [], now: [] };
  const paint = (name: Name, before: readonly Found[], next: readonly Found[]): void => {
    if (before.length === next.length && before.every((found, i) => found === next[i])) return;
    const shared = registry.get(HIGHLIGHTS[name]) ?? new window.Highlight();
    for (const { ranges } of before) for (const range of ranges) shared.delete(range);
    for (const { ranges } of next) for (const range of ranges) shared.add(range);
    if (shared.size > 0) registry.set(HIGHLIGHTS[name], shared);
    else registry.delete(HIGHLIGHTS[name]);
  };
  return (next) => {
    for (const name of ["all", "now"] as const) paint(name, painted[name], next[name]);
    painted = next;
  };
}

function markLines(): Painter {
  let marked: readonly Element[] = [];
  return (next) => {
    for (const element of marked) element.removeAttribute(FALLBACK);
    marked = [...next.all, ...next.now].map(({ element }) => element);
    for (const name of ["all", "now"] as const)
      for (const { element } of next[name]) element.setAttribute(FALLBACK, name);
  };
}

/** Where words stand in an element, also across its text nodes. */
function rangesIn(element: Element, terms: readonly string[], window: Window & typeof globalThis): AbstractRange[] {
  const nodes = textNodesIn(element, window);
  const folded = fold(nodes.map(({ data }) => data).join(""));
  return terms.flatMap((term) =>
    placesOf(term, folded.text).map((from) => {
      const [start, end] = unfold(folded, from, from + term.length);
      const [first, last] = [pointAt(nodes, start, false), pointAt(nodes, end, true)];
      return new window.StaticRange({
        ...{ startContainer: first.node, startOffset: first.offset },
        ...{ endContainer: last.node, endOffset: last.offset },
      });
    }),
  );
}

/** Every place of a term in a text; none overlaps another. */
function placesOf(term: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) places.push(at);
  return places;
}

function textNodesIn(element: Element, window: Window & typeof globalThis): readonly Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, window.NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** The text node at an offset; between two, the later one for a start and the earlier one for an end. */
function pointAt(nodes: readonly Text[], at: number, isEnd: boolean): { readonly node: Text; readonly offset: number } {
  let offset = at;
  for (const node of nodes) {
    if (offset < node.length || (isEnd && offset === node.length)) return { node, offset };
    offset -= node.length;
  }
  const node = nodes.at(-1)!;
  return { node, offset: node.length };
}
