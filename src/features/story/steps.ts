import type { Shown } from "../../component/feature.js";
import { resolveDomain } from "../../model/domain.js";
import type { ResolvedText } from "../../model/model.js";
import { resolveText } from "../../model/text.js";
import type { Domain } from "../../view/view.js";
import { wantedInTime } from "../in-time.js";
import type { Chapter } from "./options.js";

/** One step as a reader meets it. */
export interface Step {
  readonly title: ResolvedText | undefined;
  readonly text: ResolvedText | undefined;
  /** When it was, for an event. */
  readonly date: string | undefined;
  readonly focus: string | undefined;
  readonly domain: Domain | undefined;
  readonly layout: Chapter["layout"];
}

/** The steps of a story: its chapters, or the events in order of time. */
export interface Steps {
  readonly count: number;
  at(index: number): Step | undefined;
  /** The step of an event, where each event has one; else -1. */
  find(id: string | undefined): number;
}

/** The steps for what is shown now. */
export function stepsOf(chapters: readonly Chapter[] | undefined, { options, prepared }: Shown): Steps {
  const { locale, direction, timeZone } = options;
  if (!chapters) {
    const events = wantedInTime(prepared);
    return {
      count: events.count,
      find: (id) => (id === undefined ? -1 : events.numberOf(id)),
      at(index) {
        const event = events.at(index);
        return (
          event && {
            ...{ title: event.title, text: event.summary, focus: event.id, domain: undefined, layout: undefined },
            date: prepared.setting.dates.span(event.span, { weekday: true, both: true }),
          }
        );
      },
    };
  }
  const setting = { locale, direction, report: () => undefined };
  return {
    count: chapters.length,
    find: () => -1,
    at(index) {
      const chapter = chapters[index];
      return (
        chapter && {
          title: resolveText(chapter.title, "title", setting),
          text: resolveText(chapter.text, "text", setting),
          date: undefined,
          focus: chapter.focus,
          domain: chapter.show && resolveDomain(chapter.show, timeZone, "story.show"),
          layout: chapter.layout,
        }
      );
    },
  };
}
