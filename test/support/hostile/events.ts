import type { TimelineDocument } from "../../../src/index.js";

/** With entities in the place of the signs of HTML. */
export const encode = (text: string): string => text.replace(/[&<>"'=]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const conversions = new Map<object, number>();

/** How often each object that is no text, and that was made since the last time, was asked to become one. */
export function takeConversions(): readonly number[] {
  const times = [...conversions.values()];
  conversions.clear();
  return times;
}

/** An object that counts how often it becomes a text. */
function counted(make: (say: () => string) => object, text: string): object {
  const made = make(() => {
    conversions.set(made, (conversions.get(made) ?? 0) + 1);
    return text;
  });
  return made;
}

/** What a text from outside may be instead of a string, first what JSON can hold. */
const SHAPES: readonly ((text: string) => unknown)[] = [
  (text) => text,
  (text) => [text],
  (text) => ({ en: text }),
  (text) => [{ text, url: text, lang: text, dir: text, emphasis: true, newLine: true, href: text }],
  encode,
  (text) => encode(encode(text)),
  (text) => ({ [text]: text }),
  (text) => ({ name: text, role: text, of: text, url: text, title: text, text, html: text, label: text }),
  (text) => [[text, [text]], { text: [text] }, null],
  (text) => ({ length: 1, 0: text, toString: text }),
  () => null,
];
const OBJECTS: readonly ((text: string) => unknown)[] = [
  (text) => counted((say) => ({ toString: say, valueOf: say }), text),
  (text) => counted((say) => Object.assign([text], { toString: say }), text),
  (text) => counted((say) => Object.assign(new String(text), { toString: say, valueOf: say }), text),
  (text) => Symbol(text),
  (text) => () => text,
  (text) =>
    counted((say) => Object.assign(Object.create({ title: text }) as object, { [Symbol.toPrimitive]: say }), text),
  (text) => new Map([[text, text]]),
];

/** The first of these shapes are those whose text is seen: as many as titles use in turn. */
const SEEN = 6;

const KINDS =
  `summit meeting visit arrival departure signing statement vote election conflict ceasefire disaster founding
  birth death publication event`.split(/\s+/);
const DAY = 86_400_000;
const START = Date.UTC(2020, 0, 1);

/** How events with hostile texts are made. */
interface Making {
  /** Which shape each field begins with; another round, another shape. */
  readonly round: number;
  /** Whether everything has to survive JSON. */
  readonly isJSON: boolean;
}

/** One text in every field of an event, each in another shape. */
function hostileEvent(text: string, i: number, { round, isJSON }: Making): Record<string, unknown> {
  const shapes = isJSON ? SHAPES : [...SHAPES, ...OBJECTS];
  let turn = i + round;
  const put = (): unknown => shapes[turn++ % shapes.length]!(text);
  const person = (): unknown => (turn % 2 === 0 ? put() : { name: put(), role: put(), of: put() });
  const place = (): unknown => (turn % 2 === 0 ? put() : { name: put(), lat: put(), lon: put() });
  const link = (): unknown => (turn % 3 === 0 ? put() : text);
  const known: Record<string, unknown> = {
    date: new Date(START + i * DAY).toISOString().slice(0, 10),
    title: SHAPES[(i + round) % SEEN]!(text),
  };
  // Now and then what decides whether an event is there at all.
  if (i % 11 === 5) known["date"] = i % 2 === 0 ? put() : { start: put(), end: put() };
  if (i % 11 === 6) known["timeZone"] = put();
  if (i % 11 === 7) known["title"] = put();
  if (i % 3 === 0) known["id"] = i % 2 === 0 ? text : put();
  return {
    kind: i % 7 === 3 ? put() : KINDS[i % KINDS.length],
    lane: i % 4 === 0 ? text : `lane ${i % 5}`,
    summary: put(),
    ...Object.fromEntries(
      ["lang", "dir", "certainty", "importance"].map((name) => [name, i % 2 === 0 ? put() : undefined]),
    ),
    ...{ dateText: put(), publishedOn: put(), place: place(), url: link(), partOf: put(), tags: [text, put()] },
    participants: i % 5 === 0 ? put() : [person(), person()],
    sources: [
      { title: put(), publisher: put(), url: link(), published: put(), quote: put(), target: text, rel: text },
      i % 5 === 1 ? put() : { title: text, url: text, target: text },
    ],
    media: [{ url: link(), alt: put(), credit: put() }, put()],
    leadsTo: [text, put()],
    data: { [text]: text },
    ...{
      host: person(),
      format: put(),
      subject: put(),
      who: person(),
      to: place(),
      from: place(),
      invitedBy: person(),
    },
    ...{ parties: [person(), person()], document: put(), speaker: person(), quote: put(), body: put(), outcome: put() },
    ...{ inFavour: put(), against: put(), abstained: put(), winner: person(), turnout: put(), deaths: put() },
    ...{ mediator: person(), cause: put(), injured: put(), what: put(), founders: [person()], authors: [person()] },
    publisher: put(),
    [text]: text,
    target: text,
    onclick: text,
    style: text,
    innerHTML: text,
    ...known,
  };
}

/** A timeline that has each text in every field of an event, and many of them around its events. */
export function hostileDocument(texts: readonly string[], making: Making): TimelineDocument {
  const around = (n: number): unknown => SHAPES[(n + making.round) % SHAPES.length]!(texts[n % texts.length]!);
  const document = {
    title: texts[making.round % texts.length],
    subtitle: around(1),
    source: around(2),
    locale: "en",
    events: texts.map((text, i) => hostileEvent(text, i, making)),
    eras: texts.slice(0, 8).map((text, i) => ({
      ...{ id: text, title: SHAPES[i % SEEN]!(text), hue: text },
      date: { start: new Date(START + i * 8 * DAY).toISOString().slice(0, 10), end: ".." },
    })),
    lanes: [
      ...texts.slice(0, 6).map((text, i) => ({ id: text, label: around(i), hue: text, maxRows: around(i) })),
      { id: "group", label: around(3), lanes: [{ id: "lane 1", label: around(4), folded: around(5) }] },
      { id: "lane 2", label: texts[0], folded: true, lanes: [{ id: "lane 3", label: around(6) }] },
    ],
    kinds: [
      {
        kind: "event",
        label: texts[3 % texts.length],
        fields: { what: { label: texts[4 % texts.length], values: {} } },
      },
      {
        kind: "own",
        label: { en: texts[5 % texts.length] },
        fields: { onclick: texts[6 % texts.length], style: "style" },
      },
    ],
    messages: { keys: texts[7 % texts.length], details: texts[8 % texts.length], showPicture: texts[9 % texts.length] },
  };
  return document as unknown as TimelineDocument;
}

/** Whether no sign of a text is taken out where it is shown, so that it stands there as it was typed. */
export const isPlain = (text: string): boolean => /^[!-~]+(?: [!-~]+)*$/.test(text) && text.length < 1_000;
