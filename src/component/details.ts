import { MizwalaError } from "../base/errors.js";
import type { DateFormat } from "../locale/dates.js";
import type { Words } from "../locale/messages.js";
import type {
  ResolvedEvent,
  ResolvedLink,
  ResolvedMedia,
  ResolvedParticipant,
  ResolvedSource,
  ResolvedText,
} from "../model/model.js";
import { isObject } from "../model/rules.js";
import type { Columns } from "../store/columns.js";
import { createMedia } from "./details-media.js";
import { createSummary } from "./details-summary.js";
import { createButton, createText } from "./head.js";
import { createLink } from "./link.js";
import { create, type Content } from "./page.js";

/** What the details of an event are made from. */
export interface DetailsSetting {
  readonly columns: Columns;
  readonly dates: DateFormat;
  readonly words: Words;
  /** Level of its heading. */
  readonly level: number;
  readonly render: ((event: ResolvedEvent["datum"]) => Node | null) | undefined;
  readonly report: (error: unknown) => void;
  /** The address that shows an event, where the page's address keeps what is shown. */
  readonly hrefOf: (id: string) => string | undefined;
  readonly close: () => void;
  readonly choose: (id: string) => void;
}

const CLOSE = "M4 4l8 8M12 4l-8 8";
/** Holds the place of an element in a message. */
const PLACE = "\ufffc";

/** Fills the panel with what is known about one event. */
export function drawDetails(panel: HTMLElement, event: ResolvedEvent, setting: DetailsSetting): void {
  const document = panel.ownerDocument;
  const title = createText(document, headingOf(setting), "mizwala-details-title", event.title);
  const kind = create(document, "b", "", {}, event.kindLabel);
  const date = setting.dates.span(event.span, { weekday: true, both: true });
  const meta = create(document, "p", "mizwala-details-meta", {}, kind, `${setting.words.separator}${date}`);
  meta.style.setProperty("--mizwala-accent", `var(--mizwala-hue-${event.kind.hue})`);
  fillPanel(panel, setting, meta, title, contentOf(document, event, setting), ...addressOf(document, event, setting));
}

/** Fills the panel with the names of several events, to choose one. */
export function drawChoice(panel: HTMLElement, events: readonly ResolvedEvent[], setting: DetailsSetting): void {
  const document = panel.ownerDocument;
  const count = setting.words.say("events", { n: events.length });
  const title = create(document, headingOf(setting), "mizwala-details-title", {}, count);
  const items = events.map((event) => {
    const date = create(
      document,
      "span",
      "mizwala-details-meta",
      {},
      `${setting.words.separator}${setting.dates.span(event.span, { year: true })}`,
    );
    return create(document, "li", "", {}, eventButton(document, event, setting), date);
  });
  fillPanel(panel, setting, title, create(document, "ul", "", {}, ...items));
}

function headingOf({ level }: DetailsSetting): "h3" {
  return `h${Math.min(level, 6)}` as "h3";
}

function fillPanel(panel: HTMLElement, { words, close }: DetailsSetting, ...content: readonly Node[]): void {
  const document = panel.ownerDocument;
  const body = create(document, "div", "mizwala-details-body", {}, ...content);
  const button = createButton(document, words, "close", CLOSE, close);
  panel.replaceChildren(create(document, "div", "mizwala-details-head", {}, body, button));
  panel.setAttribute("aria-label", words.say("details"));
  const title = panel.querySelector<HTMLElement>(".mizwala-details-title");
  if (title) title.tabIndex = -1;
}

function eventButton(document: Document, event: ResolvedEvent, { choose }: DetailsSetting): HTMLButtonElement {
  const name = createText(document, "bdi", "", event.title);
  const button = create(document, "button", "mizwala-details-link", { type: "button" }, name);
  button.addEventListener("click", () => {
    choose(event.id);
  });
  return button;
}

function isNode(own: unknown): own is Node {
  return isObject(own) && "nodeType" in own;
}

function contentOf(document: Document, event: ResolvedEvent, setting: DetailsSetting): Node {
  try {
    const own = setting.render?.(event.datum);
    if (own) {
      if (isNode(own)) return own;
      throw new MizwalaError({ code: "option-value", path: "options.renderDetails()", found: own, expected: "a node" });
    }
  } catch (error) {
    setting.report(error);
  }
  const fragment = document.createDocumentFragment();
  if (event.summary) fragment.append(createSummary(document, event.summary));
  const fields = fieldsOf(document, event, setting).filter(([, contents]) => contents.length > 0);
  if (fields.length === 0) return fragment;
  const list = create(document, "dl", "mizwala-details-fields");
  for (const [label, contents] of fields) {
    const items = contents.map((content) => create(document, "li", "", {}, ...content));
    const value = items.length === 1 ? [...items[0]!.childNodes] : [create(document, "ul", "", {}, ...items)];
    list.append(create(document, "dt", "", {}, label), create(document, "dd", "", {}, ...value));
  }
  fragment.append(list);
  return fragment;
}

/** A link to the page as it shows this event, to copy or to open elsewhere. */
function addressOf(document: Document, { id }: ResolvedEvent, { hrefOf, words }: DetailsSetting): Node[] {
  const href = hrefOf(id);
  if (href === undefined) return [];
  return [
    create(document, "p", "mizwala-details-address", {}, create(document, "a", "", { href }, words.say("eventLink"))),
  ];
}

type Field = readonly [label: string, contents: readonly (readonly Content[])[]];

function fieldsOf(document: Document, event: ResolvedEvent, setting: DetailsSetting): Field[] {
  const { columns, dates, words } = setting;
  const text = (value: ResolvedText): Content => createText(document, "bdi", "", value);
  const links = (ids: readonly string[]): Content[][] =>
    ids.flatMap((id) => {
      const other = columns.events[columns.byId.get(id) ?? -1];
      return other ? [[eventButton(document, other, setting)]] : [];
    });
  const leadsHere = ({ leadsTo }: ResolvedEvent): boolean => leadsTo.includes(event.id);
  return [
    ...event.details.map(({ label, values }): Field => [
      label,
      values.map((value) => (typeof value === "number" ? [words.number(value)] : participant(value, text))),
    ]),
    [words.say("participants"), event.participants.map((person) => participant(person, text))],
    [words.say("place"), event.place ? [[text(event.place.name)]] : []],
    [words.say("certainty"), event.certainty === "confirmed" ? [] : [[words.say(event.certainty)]]],
    [words.say("date"), event.dateText ? [[quoted(document, event.dateText, words)]] : []],
    [words.say("partOf"), links(event.partOf === undefined ? [] : [event.partOf])],
    [words.say("parts"), links(event.parts)],
    [words.say("followsFrom"), links(columns.events.filter(leadsHere).map(({ id }) => id))],
    [words.say("leadsTo"), links(event.leadsTo)],
    [words.say("media"), event.media.map((media) => mediaOf(document, media, words))],
    [words.say("sources"), event.sources.map((source) => sourceOf(document, source, dates, words, text))],
    [words.say("link"), event.link ? [[linkOf(document, event.link, event.link.text)]] : []],
  ];
}

function participant({ name, role, of }: ResolvedParticipant, text: (value: ResolvedText) => Content): Content[] {
  const about = [role, of].filter((part) => part !== undefined).map(text);
  return about.length === 0 ? [text(name)] : [text(name), " (", ...interleave(about, " · "), ")"];
}

function sourceOf(
  document: Document,
  { title, publisher, quote, link, published }: ResolvedSource,
  dates: DateFormat,
  words: Words,
  text: (value: ResolvedText) => Content,
): Content[] {
  const name = title ?? publisher;
  const parts: Content[] = [];
  if (link) parts.push(linkOf(document, link, name ?? link.text));
  else if (name) parts.push(text(name));
  if (title && publisher) parts.push(text(publisher));
  if (published) parts.push(create(document, "bdi", "", {}, dates.span(published, { year: true })));
  if (quote) parts.push(quoted(document, quote, words));
  return interleave(parts, words.separator);
}

function mediaOf(document: Document, media: ResolvedMedia, words: Words): Content[] {
  const { link, alt, credit } = media;
  const parts = {
    link: linkOf(document, link, alt ?? link.text),
    credit: credit && createText(document, "bdi", "", credit),
  };
  return createMedia(document, media, parts, words);
}

/** A link by a name, which may be the address itself. */
function linkOf(document: Document, link: ResolvedLink, name: ResolvedText | string): Node {
  const label =
    typeof name === "string"
      ? create(document, "bdi", "", { dir: "ltr" }, name)
      : createText(document, "bdi", "", name);
  return createLink(document, link, label);
}

/** The marks around a quotation belong to the language of the words, what is between them to its own. */
function quoted(document: Document, text: ResolvedText, words: Words): Content {
  const [before, after] = words.say("quote", { text: PLACE }).split(PLACE);
  return create(document, "span", "", {}, before, createText(document, "bdi", "", text), after);
}

function interleave(parts: readonly Content[], separator: string): Content[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part]));
}
