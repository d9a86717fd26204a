import { MizwalaError } from "../../base/errors.js";
import type { Feature } from "../../component/feature.js";
import type { TimelineFeature } from "../../model/options.js";
import { findFaults, object, type Rule, type Rules } from "../../model/rules.js";
import { TABLE_CSS } from "./css.js";
import { startTable, type TableRun } from "./run.js";
import type { TableMessages } from "./words.js";

/** How a {@link table} is. */
export interface TableOptions {
  /** Messages that replace those of the table, by key. */
  readonly messages?: Partial<TableMessages>;
}

/** The events as a table, also by code. */
export interface Table extends TimelineFeature {
  /** Whether it is shown. */
  readonly isOpen: boolean;
  /** Shows it below the plot. */
  open(): void;
  /** Hides it. */
  close(): void;
  /** All rows as comma-separated values, with a header; nothing before the timeline is made. */
  csv(): string;
}

const RULES: Rules = { messages: object } satisfies Record<keyof TableOptions, Rule>;

/**
 * Shows all events as a table, also those out of view, in order of time: title, date, kind, and lane and certainty where
 * there are any. A button in the head opens it; a filter applies to it too; two hundred rows make a page; and the whole can be
 * saved as a file.
 *
 * @example
 * ```ts
 * const rows = table();
 * createTimeline(host, { events, features: [rows] });
 * rows.open();
 * ```
 *
 * @param options - How it is.
 * @returns A value for the option `features` of one timeline.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export function table(options: TableOptions = {}): Table {
  const [fault] = findFaults(options, RULES, { path: "table" });
  if (fault) throw new MizwalaError(fault);
  const { messages = {} } = options;
  let run: TableRun | undefined;
  let isWanted = false;
  const set = (isOpen: boolean): void => {
    isWanted = isOpen;
    run?.set(isOpen);
  };

  const feature: Table & Feature = {
    name: "table",
    css: TABLE_CSS,
    get isOpen() {
      return run?.isOpen() ?? isWanted;
    },
    open() {
      set(true);
    },
    close() {
      set(false);
    },
    csv: () => run?.csv() ?? "",
    start(door) {
      const started = startTable(door, messages);
      return {
        ...started,
        drawn(shown) {
          if (!run && isWanted) started.set(true);
          run = started;
          started.drawn?.(shown);
        },
        stop() {
          isWanted = started.isOpen();
          run = undefined;
        },
      };
    },
  };
  return feature;
}
