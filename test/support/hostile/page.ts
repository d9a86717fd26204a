import type { Timeline, TimelineDocument, TimelineOptions } from "../../../src/index.js";
import {
  brush,
  createTimeline,
  defineTimelineElement,
  download,
  editing,
  overview,
  search,
  story,
  table,
} from "../../../src/script.js";
import { arraySource, createSourceHandler, fromSource, httpSource, type FetchLike } from "../../../src/source/index.js";
import { encode, hostileDocument, isPlain, takeConversions } from "./events.js";

export * from "../../../src/script.js";

/** Elements and attributes that never come from data. */
const ELEMENTS =
  "script, iframe, object, embed, form, base, meta, link, style, frame, portal, foreignObject, animate, set";
const ADDRESSES = /^(href|xlink:href|src|srcset|action|formaction|data|poster|background|ping|srcdoc|cite|manifest)$/i;
const ALLOWED = /^(https?|mailto|tel|blob):$/;
const FOREIGN_STYLE = /url\(|expression|@import|-moz-binding|javascript/i;
const GESTURES =
  `pointerenter pointerover mouseenter mouseover pointermove mousemove pointerdown mousedown pointerup mouseup
  click dblclick contextmenu wheel touchstart touchend dragstart drop copy paste cut input beforeinput focus focusin blur
  focusout animationstart animationend transitionend toggle load error scroll select`.split(/\s+/);
const KEYS = ["Enter", " ", "ArrowDown", "ArrowRight", "Home", "a", "<"];

/** Of what is there for each event, so many take turns. */
const [MANY, EACH] = ["[data-event], [data-row], td", 15];

/** A root and all its elements, and those of the shadow roots in it. */
function elementsIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll("*")].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ]);
}

/** What data must never leave in a page: elements that act, handlers, addresses that run, styles that load. */
export function residueIn(root: ParentNode): string[] {
  return elementsIn(root).flatMap((element) => {
    const attributes = [...element.attributes].flatMap(({ name, value }) => {
      if (/^on/i.test(name)) return [name];
      if (name === "style" && FOREIGN_STYLE.test(value)) return [`style ${value}`];
      if (!ADDRESSES.test(name)) return [];
      const { protocol } = new URL(value, document.baseURI);
      return ALLOWED.test(protocol) ? [] : [`${name} ${value}`];
    });
    const itself = element.matches(ELEMENTS) || element.tagName === "IMG" ? ["itself"] : [];
    const [target, rel] = ["target", "rel"].map((name) => element.getAttribute(name) ?? "");
    const isBound = target === "" || (target === "_blank" && rel === "noopener noreferrer");
    return [...itself, ...attributes, ...(isBound ? [] : [`target ${target} ${rel}`])].map(
      (what) => `${element.tagName}: ${what}`,
    );
  });
}

function gesture(type: string, target: Element): Event {
  const { left, top } = target.getBoundingClientRect();
  const init = { bubbles: true, cancelable: true, clientX: left + 4, clientY: top + 4, pointerId: 1 };
  if (type === "wheel") return new WheelEvent(type, { ...init, deltaY: 10, ctrlKey: true });
  if (/^(pointer|click|contextmenu)/.test(type)) return new PointerEvent(type, init);
  return /^(mouse|dblclick|drag|drop)/.test(type) ? new MouseEvent(type, init) : new Event(type, init);
}

/** Makes every gesture on everything that takes one, but for asking for a picture, saving a file and following a link. */
export function driveIn(root: ParentNode): void {
  const stay = (event: Event): void => {
    if (event.composedPath().some((one) => (one as Element).localName === "a")) event.preventDefault();
  };
  addEventListener("click", stay, true);
  const targets = elementsIn(root).filter(
    (element, i) =>
      element.matches("a, button, input, select, textarea, summary, [tabindex], [data-event], [role], th, td, time") &&
      !element.closest(".mizwala-media, .mizwala-download, .mizwala-table-tools") &&
      (i % EACH === 0 || !element.closest(MANY)),
  );
  for (const target of targets) {
    // One that an earlier gesture has taken away hears nothing on the window: a link would be followed.
    for (const type of GESTURES) if (target.isConnected) target.dispatchEvent(gesture(type, target));
    for (const key of KEYS)
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }
  removeEventListener("click", stay, true);
}

export interface Seen {
  readonly residue: readonly string[];
  /** How many details were opened. */
  readonly opened: number;
  /** How often what is no text became one, at most. */
  readonly conversions: number;
  /** What the timeline wrote of itself. */
  readonly files: { readonly svg: string; readonly csv: string };
}

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
const idsIn = (host: ParentNode): string[] =>
  [...host.querySelectorAll<HTMLElement>(".mizwala-event")].map(({ dataset }) => dataset["event"]!);

/** Draws a hostile timeline with every feature. */
function mount(texts: readonly string[], round: number, options: Partial<TimelineOptions>) {
  const host = document.getElementById("host")!;
  const document_: TimelineDocument = hostileDocument(texts, { round, isJSON: false });
  const [first = ""] = texts;
  const [finding, rows, files, edits] = [search(), table(), download(), editing()];
  const told = story({
    chapters: texts
      .slice(0, 5)
      .map((text) => ({ title: text, text: [text, { text, url: text }] as never, focus: text })),
    messages: { story: first },
  });
  const features = [finding, rows, files, told, edits, overview(), brush()];
  const timeline: Timeline = createTimeline(host, { ...document_, ...options, hash: true, features });
  return { host, timeline, finding, rows, files, told, edits };
}

/** Draws a hostile timeline with every feature, opens all there is, looks at it, and takes it away. */
export async function suffer(
  texts: readonly string[],
  round: number,
  options: Partial<TimelineOptions>,
): Promise<Seen> {
  takeConversions();
  const { host, timeline, finding, rows, files, told, edits } = mount(texts, round, options);
  await frame();
  let opened = 0;
  const ids = idsIn(host);
  for (const id of ids) {
    timeline.select(id);
    if (host.querySelector(".mizwala-details-title")) opened += 1;
  }
  const conversions = Math.max(0, ...takeConversions());
  for (const text of texts.slice(0, 3)) {
    finding.set({ text: text.slice(0, 200) });
    timeline.select(text);
    edits.change(ids[0] ?? "", { title: text });
    timeline.upsert([{ id: text, date: "2020-03-01", title: text }]);
    timeline.restore({ selected: text, features: { search: { text }, story: text, table: text } });
  }
  finding.clear();
  finding.open();
  rows.open();
  told.go(2);
  timeline.show();
  await frame();
  await frame();
  driveIn(host);
  await frame();
  const seen: Seen = { residue: residueIn(host), opened, conversions, files: { svg: files.svg(), csv: files.csv() } };
  timeline.destroy();
  // The next one begins with all of its own.
  history.replaceState(null, "", location.pathname);
  return seen;
}

/** Draws a hostile timeline that stays, with details and a table open. */
export async function stay(texts: readonly string[], options: Partial<TimelineOptions>): Promise<void> {
  const { host, timeline, rows } = mount(texts, 0, options);
  await frame();
  timeline.select(idsIn(host)[3]);
  rows.open();
  await frame();
}

/** Its picture as a PNG file: the first bytes of that. */
export async function pixelsOf(
  texts: readonly string[],
  options: Partial<TimelineOptions>,
): Promise<readonly number[]> {
  const { timeline, files } = mount(texts, 0, options);
  await frame();
  const file = await files.png(1);
  timeline.destroy();
  return [...new Uint8Array(await file.arrayBuffer()).slice(0, 8)];
}

/** What came of a source. */
export interface Fed {
  readonly residue: readonly string[];
  readonly state: string;
  readonly opened: number;
}

/**
 * The same texts from a source in memory; from a server; and from one that lies, whose every answer has a text where a number, a name
 * or a code should be.
 */
export async function sufferFromSource(
  texts: readonly string[],
  round: number,
): Promise<Readonly<Record<string, Fed>>> {
  const { events } = hostileDocument(texts, { round, isJSON: true });
  const fields = [...texts.slice(0, 3), "title", "url"].map((name) => ({ name, type: "text" }) as const);
  const inMemory = arraySource(events, { fields });
  const handler = createSourceHandler(inMemory, { path: "/v1" });
  const honest: FetchLike = async (address, init) => {
    const answer = await handler.fetch(new Request(new URL(address, location.href), init));
    return answer ?? new Response(null, { status: 404 });
  };
  let turn = round;
  const next = (): string => texts[turn++ % texts.length]!;
  const spoil = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((row: object) => ({ ...row, event: { title: next(), url: next(), kind: next() }, lane: next() }))
      : { ...(value as object), [turn % 2 === 0 ? "revision" : "lanes"]: next() };
  const lying: FetchLike = async (address, init) => {
    const answer = await honest(address, init);
    if (turn++ % 4 === 0) return Response.json({ code: next(), message: next() }, { status: 500 });
    if (!answer.headers.get("content-type")?.includes("json")) return answer;
    const isDescription = address.endsWith("describe") && turn % 3 !== 0;
    return isDescription ? answer : Response.json(spoil(await answer.json()));
  };
  const server = (fetch: FetchLike) => httpSource("/v1", { fetch, refresh: 0 });
  const sources = { memory: inMemory, server: server(honest), liar: server(lying) };
  const fed: Record<string, Fed> = {};
  for (const [name, source] of Object.entries(sources))
    fed[name] = await feedFrom(source, texts[round % texts.length]!);
  return fed;
}

async function feedFrom(source: Parameters<typeof fromSource>[0], text: string): Promise<Fed> {
  const host = document.getElementById("host")!;
  const feed = fromSource(source, { messages: { loading: text, failed: text, retry: text } });
  const [finding, shown] = [search(), overview()];
  const timeline = createTimeline(host, { events: feed, features: [finding, shown] });
  /** Until nothing has been on its way for so many frames. */
  const rest = async (): Promise<void> => {
    for (let [frames, idle] = [0, 0]; idle < 20 && frames < 1_000; frames++) {
      await frame();
      idle = feed.state === "loading" ? 0 : idle + 1;
    }
  };
  await rest();
  timeline.show({ from: "2020-01-01", to: "2020-02-01" });
  await rest();
  let opened = 0;
  for (const id of idsIn(host)) {
    timeline.select(id);
    await frame();
    if (host.querySelector(".mizwala-details-title")) opened += 1;
  }
  finding.set({ text: text.slice(0, 100) });
  await rest();
  feed.setFilter({ field: "title", op: "contains", value: text.slice(0, 100) });
  await rest();
  feed.retry();
  await rest();
  driveIn(host);
  await frame();
  const { state } = feed;
  const residue = residueIn(host);
  timeline.destroy();
  return { residue, state, opened };
}

/** The same texts through the attributes and the list inside of the element. */
export async function sufferAsElement(texts: readonly string[], round: number): Promise<readonly string[]> {
  const host = document.getElementById("host")!;
  defineTimelineElement({ features: { search, table } });
  const { events, title, lanes, eras } = hostileDocument(texts, { round, isJSON: true });
  const byAttributes = document.createElement("mizwala-timeline");
  const attributes = { events, heading: title, lanes, eras, locale: texts[0], "time-zone": texts[1], font: texts[2] };
  for (const [name, value] of Object.entries(attributes))
    byAttributes.setAttribute(name, typeof value === "string" ? value : JSON.stringify(value));
  for (const [i, name] of ["theme", "layout", "domain", "hash", "features", "messages", "kinds"].entries())
    byAttributes.setAttribute(name, texts[i + 3] ?? "");
  const byList = document.createElement("mizwala-timeline");
  const list = document.createElement("ol");
  for (const [i, text] of texts.entries()) {
    const item = document.createElement("li");
    for (const name of ["title", "lane", "kind", "url", "tags", "dateText"]) if (i % 3 > 0) item.dataset[name] = text;
    item.lang = text;
    const time = document.createElement("time");
    time.dateTime = i % 9 === 4 ? text : `2020-01-${String((i % 28) + 1).padStart(2, "0")}`;
    const strong = document.createElement("strong");
    strong.textContent = text;
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    item.append(time, strong, paragraph);
    list.append(item);
  }
  byList.append(list);
  const byFile = document.createElement("mizwala-timeline");
  byFile.setAttribute("src", "/hostile.json");
  host.append(byAttributes, byList, ...(round === 0 ? [byFile] : []));
  const failed: unknown[] = [];
  byFile.addEventListener("mizwala-error", ({ detail }) => failed.push(detail.error));
  while (round === 0 && !byFile.timeline && failed.length === 0) await frame();
  await frame();
  await frame();
  for (const { timeline } of [byAttributes, byList, byFile])
    for (const text of texts.slice(0, 20)) timeline?.select(text);
  await frame();
  const residue = [byAttributes, byList, byFile].flatMap(({ shadowRoot }) => (shadowRoot ? residueIn(shadowRoot) : []));
  host.replaceChildren();
  return [...residue, ...failed.map(String)];
}

/** Plain texts, each as typed and encoded once and twice, that are not shown sign by sign as they were typed. */
export function changedIn(texts: readonly string[]): readonly string[] {
  const host = document.getElementById("host")!;
  const once = texts.filter(isPlain).map(encode);
  const titles = [...new Set([...texts.filter(isPlain), ...once, ...once.map(encode)])];
  const events = titles.map((title, i) => ({ id: `n${i}`, date: "2020", title, summary: title, lane: title }));
  const timeline = createTimeline(host, { events, layout: "list" });
  const changed = titles.filter((title, i) => {
    timeline.select(`n${i}`);
    const [heading, summary] = ["title", "summary"].map((part) => host.querySelector(`.mizwala-details-${part}`));
    return heading?.textContent !== title || (summary && summary.textContent !== title);
  });
  timeline.destroy();
  return titles.length > texts.length ? changed : ["too few"];
}

/** Puts each text behind the `#` of the address, as it is and escaped. */
export function sufferInHash(texts: readonly string[]): readonly string[] {
  const host = document.getElementById("host")!;
  const features = [search(), story(), table()];
  const events = texts.map((text) => ({ id: text, date: "2020", title: text }));
  const timeline = createTimeline(host, { events, hash: true, features });
  const residue: string[] = [];
  for (const [i, text] of texts.entries()) {
    const escaped = encodeURIComponent(text.replace(/\p{Cs}/gu, ""));
    const all = `event=${escaped}&domain=${escaped}&layout=${escaped}&search.text=${escaped}&story=${escaped}`;
    history.replaceState(null, "", `#${[text, all][i % 2]!}`);
    dispatchEvent(new PopStateEvent("popstate"));
    residue.push(...residueIn(host));
  }
  timeline.destroy();
  history.replaceState(null, "", location.pathname);
  return residue;
}

/** Draws a document in each layout, and opens each fourth of its events. */
export async function sufferDocument(document_: TimelineDocument): Promise<readonly string[]> {
  const host = document.getElementById("host")!;
  const residue: string[] = [];
  const timeline = createTimeline(host, { ...document_, layout: "list" });
  for (const layout of ["flags", "lanes", "density", "list"] as const) {
    timeline.update({ layout });
    await frame();
    residue.push(...residueIn(host));
  }
  const ids = [...host.querySelectorAll<HTMLElement>(".mizwala-event")].map(({ dataset }) => dataset["event"]!);
  for (const id of ids.filter((_, i) => i % 4 === 0)) timeline.select(id);
  residue.push(...residueIn(host));
  timeline.destroy();
  return residue;
}
