import { MizwalaError } from "../../base/errors.js";
import type { Feature } from "../../component/feature.js";
import type { TimelineFeature } from "../../model/options.js";
import { findFaults, object, text, type Rule, type Rules } from "../../model/rules.js";
import { DOWNLOAD_CSS } from "./css.js";
import { startDownload, type DownloadRun } from "./run.js";
import type { DownloadForm, DownloadMessages } from "./words.js";

/** How a {@link download} is. */
export interface DownloadOptions {
  /**
   * The forms that are offered, in their order.
   * @defaultValue `["png", "svg", "csv"]`
   */
  readonly forms?: readonly DownloadForm[];
  /**
   * The name of the files, without its end.
   * @defaultValue the title of the timeline, as a name
   */
  readonly name?: string;
  /**
   * Of a PNG, the pixels in a CSS pixel, from 0.5 to 8.
   * @defaultValue 2
   */
  readonly scale?: number;
  /** Messages that replace those of the download, by key. */
  readonly messages?: Partial<DownloadMessages>;
}

/** What readers can save, also by code. */
export interface Download extends TimelineFeature {
  /** What is shown as a standalone SVG document; nothing before the timeline is drawn. */
  svg(): string;
  /**
   * What is shown as a PNG file. Rejected where the page's policy allows no pictures from `blob:`, or nothing is drawn.
   *
   * @param scale - Pixels in a CSS pixel. Default: the option.
   */
  png(scale?: number): Promise<Blob>;
  /** All events as comma-separated values, with a header; nothing before the timeline is drawn. */
  csv(): string;
}

const FORMS: readonly DownloadForm[] = ["png", "svg", "csv"];
const [SMALLEST, LARGEST] = [0.5, 8];

const RULES: Rules = {
  forms: {
    expected: `a list of ${FORMS.join(", ")}`,
    isValid: (value) =>
      Array.isArray(value) && value.length > 0 && value.every((form) => FORMS.includes(form as DownloadForm)),
  },
  name: text("a name of a file", (value) => value !== "" && !/[\\/:*?"<>|\p{Cc}]/u.test(value)),
  scale: {
    expected: `a number from ${SMALLEST} to ${LARGEST}`,
    isValid: (value) => typeof value === "number" && value >= SMALLEST && value <= LARGEST,
  },
  messages: object,
} satisfies Record<keyof DownloadOptions, Rule>;

/**
 * Lets readers save what they see: as a picture in PNG or SVG, in the words, the part of time and the layout that are shown,
 * and all events as a table in CSV. A button in the head offers the forms; with one form, it saves at once.
 *
 * @example
 * ```ts
 * createTimeline(host, { events, features: [download({ forms: ["png", "csv"] })] });
 * ```
 *
 * @param options - How it is.
 * @returns A value for the option `features` of one timeline.
 * @throws MizwalaError for an unknown option or an impossible value.
 */
export function download(options: DownloadOptions = {}): Download {
  const [fault] = findFaults(options, RULES, { path: "download" });
  if (fault) throw new MizwalaError(fault);
  const { forms = FORMS, name, scale = 2, messages = {} } = options;
  let run: DownloadRun | undefined;
  const feature: Download & Feature = {
    name: "download",
    css: DOWNLOAD_CSS,
    svg: () => run?.svg() ?? "",
    png: (by = scale) => run?.png(by) ?? Promise.reject(new Error("Nothing is drawn yet.")),
    csv: () => run?.csv() ?? "",
    start(door) {
      const started = startDownload(door, { forms, name, scale, messages });
      return {
        ...started,
        drawn(shown) {
          run = started;
          started.drawn?.(shown);
        },
        stop() {
          run = undefined;
          started.stop?.();
        },
      };
    },
  };
  return feature;
}
