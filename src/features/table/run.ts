import { memo } from "../../base/memo.js";
import type { Door, FeatureRun, Shown } from "../../component/feature.js";
import { activeIn } from "../../component/page.js";
import type { DateFormat } from "../../locale/dates.js";
import type { Words } from "../../locale/messages.js";
import { describeAll } from "../../scene/describe.js";
import { sayIn } from "../say.js";
import { writeCSV } from "./csv.js";
import { iconButton } from "../icon-button.js";
import { saveFile } from "../save-file.js";
import { drawTable } from "./draw.js";
import { rowsOf } from "./rows.js";
import { WORDS, type TableMessages, type TableSay } from "./words.js";

/** A table at work in one timeline. */
export interface TableRun extends FeatureRun {
  isOpen(): boolean;
  /** Shows or hides it. */
  set(isOpen: boolean): void;
  csv(): string;
}

const ICON = "M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 6.5v6";

/** Puts the button among those of the head, and the table below the plot. */
export function startTable(door: Door, messages: Partial<TableMessages>): TableRun {
  const { document } = door.window;
  const place = door.slot("below", "mizwala-table");
  place.hidden = true;
  place.tabIndex = -1;
  let from = 0;

  const say: TableSay = (key, values) => sayIn(WORDS, door.shown().prepared.words, messages)(key, values);
  const button = iconButton(document, "table", "", ICON, "mizwala-button", () => {
    set(place.hidden !== false);
    if (!place.hidden) enter();
  });
  door.slot("tools", "mizwala-table-tool").append(button);

  /** Goes to the table, so that a screen reader reads on there. */
  const enter = (): void => {
    place.focus({ preventScroll: true });
    door.can.scrollTo(place);
  };

  const csv = (): string => writeCSV(rowsOf(door.shown(), say));

  const save = (): void => {
    // With its mark, spreadsheets read the file as UTF-8.
    saveFile(door.window, "timeline.csv", new Blob(["\ufeff", csv()], { type: "text/csv" }));
  };

  const turn = (to: number): void => {
    from = to;
    draw(door.shown());
    enter();
  };

  /** The first two say which events there are: those of a crowd stay the same while others of them are named. */
  const paint = memo((_events: unknown, _lanes: unknown, words: Words, dates: DateFormat, start: number) => {
    const rows = rowsOf(door.shown(), say);
    const { columns, crowd } = door.shown().prepared;
    from = start < rows.count ? start : 0;
    const wanted = crowd ? columns : { events: columns.events.filter((_, place) => !columns.isQuiet?.[place]) };
    const caption = rows.count > 0 ? describeAll(wanted, dates, words) : words.say("empty");
    place.replaceChildren(
      ...drawTable(document, rows, {
        say,
        caption,
        from,
        choose: (id) => {
          door.choose(id);
        },
        turn,
        save,
      }),
    );
  });

  const paintName = memo((name: string) => {
    button.setAttribute("aria-label", name);
    button.title = name;
  });

  function draw({ prepared }: Shown): void {
    paintName(say("table"));
    button.setAttribute("aria-expanded", String(!place.hidden));
    const { columns, crowd, lanes, words, setting } = prepared;
    if (!place.hidden) paint(crowd?.here ? crowd.wanted : columns, lanes, words, setting.dates, from);
  }

  function set(isOpen: boolean): void {
    const hadFocus = place.contains(activeIn(place));
    place.hidden = !isOpen;
    draw(door.shown());
    if (!isOpen && hadFocus) button.focus();
  }

  return {
    isOpen: () => !place.hidden,
    set,
    csv,
    drawn: draw,
    key({ key }) {
      if (key !== "Escape" || !place.contains(activeIn(place))) return false;
      set(false);
      return true;
    },
    save: () => (place.hidden ? undefined : true),
    restore(state) {
      set(state === true);
    },
  };
}
