import { show } from "../base/errors.js";
import { textDirection } from "../text/direction.js";
import type { Instant } from "../time/instant.js";
import { parseDate } from "../time/parse.js";
import type { Span } from "../time/span.js";
import { resolveDetails } from "./details.js";
import { labelText } from "./fields.js";
import type { EventBase } from "./input.js";
import type { ResolvedKind } from "./kinds.js";
import type { ResolvedEvent, ResolvedText } from "./model.js";
import { nearest } from "./nearest.js";
import {
  fieldOf,
  fieldReader,
  numberWithin,
  resolveDate,
  resolveLanguage,
  resolveLink,
  resolveList,
  resolveMedia,
  resolveParticipant,
  resolvePlace,
  resolveSource,
  resolveWord,
  wordOf,
  type PartSetting,
  type Resolve,
} from "./parts.js";
import { requireText, resolveSummary, resolveText } from "./text.js";
import { contradictsWeekday } from "./weekday.js";

/** What decides how an event is read. */
export interface EventSetting extends PartSetting {
  /** The present moment on the clock of the timeline, where it is known. */
  readonly now?: Instant | undefined;
  readonly kinds: ReadonlyMap<string, ResolvedKind>;
}

/** An event as far as it can be read without its neighbours. */
export type Draft = Omit<ResolvedEvent, "id" | "parts">;

/** The importance of an event that says none. */
export const MIDDLING = 0.5;

/** From 0 to 1. */
export const resolveImportance: Resolve<number> = numberWithin(0, 1);
const resolveDirection = wordOf("ltr", "rtl", "auto");
const resolveCertainty = wordOf("confirmed", "reported", "disputed");

/** Reads one row that is an object; `undefined` where its date can't be read, so that it has no place on a timeline. */
export function resolveEvent(row: object, index: number, base: EventSetting): Draft | undefined {
  const path = `events[${index}]`;
  const span = readSpan(row, path, base);
  if (!span) return undefined;
  const kind = readKind(fieldOf(row, "kind"), `${path}.kind`, base);
  const kindLabel = labelText(kind.label, base.locale) || kind.kind;

  const dir = fieldReader(row, path, base)("dir", resolveDirection);
  const lang = fieldReader(row, path, base)("lang", resolveLanguage);
  const setting: PartSetting = { ...base, lang, dir: dir === "auto" ? undefined : dir };
  const read = fieldReader(row, path, setting);
  const list = <Part>(name: string, resolve: Parameters<typeof resolveList<Part>>[3]): readonly Part[] =>
    resolveList(fieldOf(row, name), `${path}.${name}`, setting, resolve);

  const dateText = read("dateText", resolveText);
  if (dateText && contradictsWeekday(dateText.text, span, base.locale)) {
    base.report("weekday-contradiction", `${path}.dateText`, dateText.text, `a weekday of ${span.text}`);
  }
  return {
    index,
    kind,
    kindLabel,
    span,
    title: read("title", requireText) ?? plain(kindLabel, base),
    summary: read("summary", resolveSummary),
    dateText,
    publishedOn: read("publishedOn", resolveDate),
    lane: read("lane", resolveWord),
    importance: read("importance", resolveImportance) ?? MIDDLING,
    certainty: read("certainty", resolveCertainty) ?? (fieldOf(row, "certainty") == null ? "confirmed" : "reported"),
    details: resolveDetails(row, kind, path, setting),
    participants: list("participants", resolveParticipant),
    place: read("place", resolvePlace),
    sources: list("sources", resolveSource),
    media: list("media", resolveMedia),
    link: read("url", resolveLink),
    tags: list("tags", resolveWord),
    partOf: read("partOf", resolveWord),
    leadsTo: list("leadsTo", resolveWord),
    datum: row as EventBase,
  };
}

/** The date; one whose zone is unknown is read on the clock of the timeline. */
export function readSpan(row: object, path: string, setting: EventSetting): Span | undefined {
  const { timeZone, now, report } = setting;
  const date = fieldOf(row, "date");
  const eventTimeZone = fieldReader(row, path, setting)("timeZone", resolveWord);
  const inZone = parseDate(date, { timeZone, eventTimeZone, now });
  const isZoneUnknown = !inZone.ok && inZone.fault.code === "zone-unknown" && eventTimeZone !== undefined;
  if (isZoneUnknown) report("zone-unknown", `${path}.timeZone`, eventTimeZone, inZone.fault.expected);
  const parsed = isZoneUnknown ? parseDate(date, { timeZone, now }) : inZone;
  if (parsed.ok) return parsed.span;
  report(parsed.fault.code, `${path}.date`, date, parsed.fault.expected, "error");
  return undefined;
}

export function readKind(name: unknown, path: string, { kinds, report }: EventSetting): ResolvedKind {
  const plainKind = kinds.get("event")!;
  if (name === undefined || name === null) return plainKind;
  const kind = typeof name === "string" ? kinds.get(name) : undefined;
  if (kind) return kind;
  report("kind-unknown", path, name, expectedKind(name, kinds));
  return plainKind;
}

/** So many words that are no kind are remembered, for each set of kinds, with what was expected instead. */
const MOST_STRANGE = 1_000;
const expectedFor = new WeakMap<EventSetting["kinds"], Map<unknown, string>>();

function expectedKind(name: unknown, kinds: EventSetting["kinds"]): string {
  const known = expectedFor.get(kinds) ?? new Map<unknown, string>();
  expectedFor.set(kinds, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const meant = typeof name === "string" ? nearest(name, kinds.keys()) : undefined;
  const expected = meant === undefined ? `one of ${[...kinds.keys()].join(", ")}` : show(meant);
  if (typeof name === "string" && known.size < MOST_STRANGE) known.set(name, expected);
  return expected;
}

function plain(text: string, { direction }: EventSetting): ResolvedText {
  return { runs: [{ text }], text, dir: textDirection(text, direction), lang: undefined };
}
