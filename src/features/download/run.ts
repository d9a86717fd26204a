import { memo } from "../../base/memo.js";
import type { Door, FeatureRun, Shown } from "../../component/feature.js";
import { activeIn, create } from "../../component/page.js";
import { FONT } from "../../render/css.js";
import { edgeAround, setSheet } from "../../svg/sheet.js";
import { writePicture } from "../../svg/write-picture.js";
import { slug } from "../../text/slug.js";
import { iconButton } from "../icon-button.js";
import { saveFile } from "../save-file.js";
import { sayIn } from "../say.js";
import { writeCSV } from "../table/csv.js";
import { rowsOf } from "../table/rows.js";
import { WORDS as TABLE_WORDS } from "../table/words.js";
import { toPixels } from "./pixels.js";
import { WORDS, type DownloadForm, type DownloadMessages, type DownloadSay } from "./words.js";

/** A download at work in one timeline. */
export interface DownloadRun extends FeatureRun {
  svg(): string;
  png(scale: number): Promise<Blob>;
  csv(): string;
}

interface Setting {
  readonly forms: readonly DownloadForm[];
  readonly name: string | undefined;
  readonly scale: number;
  readonly messages: Partial<DownloadMessages>;
}

const ICON = "M8 2.5v7M5 6.5l3 3 3-3M3 12.5h10";
const NAME = "timeline";

/** Puts the button among those of the head, and the forms below it. */
export function startDownload(door: Door, { forms, name, scale, messages }: Setting): DownloadRun {
  const { window, page } = door;
  const { document } = window;
  const place = door.slot("tools", "mizwala-download");
  const panel = create(document, "div", "mizwala-download-forms", { role: "group", hidden: "" });
  const say: DownloadSay = (key, values) => sayIn(WORDS, door.shown().prepared.words, messages)(key, values);
  const button = iconButton(document, "download", "", ICON, "mizwala-button", () => {
    if (forms.length === 1) save(forms[0]!);
    else set(panel.hidden !== false);
  });
  const choices = forms.map((form) => {
    const choice = create(document, "button", "mizwala-download-form", { type: "button", "data-form": form });
    choice.addEventListener("click", () => {
      button.focus();
      save(form);
    });
    return choice;
  });
  const note = create(document, "p", "mizwala-download-note", { hidden: "" });
  if (forms.length > 1) panel.append(...choices);
  panel.append(note);
  place.append(button, panel);
  place.addEventListener("focusout", ({ relatedTarget }) => {
    if (!place.contains(relatedTarget as Node | null)) set(false);
  });

  function set(isOpen: boolean): void {
    panel.hidden = !isOpen;
    note.hidden = true;
    if (forms.length > 1) button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen && forms.length > 1) choices[0]!.focus();
  }

  function svg(): string {
    door.flush();
    const { options, prepared, layout } = door.shown();
    if (!layout) return "";
    const edge = edgeAround(layout.width);
    const sheet = setSheet(prepared.frame, prepared.setting, layout.width + 2 * edge, edge);
    const isDark = options.theme === "auto" ? isDarkOf(window) : options.theme === "dark";
    const font = options.font ?? (window.getComputedStyle(page.root).fontFamily || FONT);
    return writePicture(options, prepared, layout, sheet, { theme: isDark ? "dark" : "light", font });
  }

  const png = (by: number): Promise<Blob> => toPixels(window, svg(), by);

  const csv = (): string => {
    const shown = door.shown();
    return writeCSV(rowsOf(shown, sayIn(TABLE_WORDS, shown.prepared.words)));
  };

  const fileOf = async (form: DownloadForm): Promise<Blob> => {
    if (form === "png") return png(scale);
    // With its mark, spreadsheets read the file as UTF-8.
    if (form === "csv") return new Blob(["\ufeff", csv()], { type: "text/csv" });
    return new Blob([svg()], { type: "image/svg+xml" });
  };

  function save(form: DownloadForm): void {
    set(false);
    const title = door.shown().prepared.frame.title?.text ?? "";
    const whole = `${name ?? (slug(title) || NAME)}.${form}`;
    fileOf(form).then(
      (file) => {
        saveFile(window, whole, file);
        door.say(say("saved", { name: whole }));
      },
      () => {
        note.textContent = say("failed");
        [panel.hidden, note.hidden] = [false, false];
        door.say(say("failed"));
      },
    );
  }

  const paintNames = memo((label: string, ...names: readonly string[]) => {
    const [only] = forms.length === 1 ? names : [];
    const whole = only === undefined ? label : `${label}: ${only}`;
    button.setAttribute("aria-label", whole);
    button.title = whole;
    panel.setAttribute("aria-label", label);
    choices.forEach((choice, i) => (choice.textContent = names[i]!));
  });
  const paintRoom = memo((hasPicture: boolean) => {
    place.hidden = !hasPicture;
  });
  if (forms.length > 1) set(false);

  return {
    svg,
    png,
    csv,
    drawn({ layout }: Shown) {
      paintNames(say("download"), ...forms.map((form) => say(form)));
      paintRoom(layout !== undefined);
    },
    key({ key }) {
      if (key !== "Escape" || panel.hidden || !place.contains(activeIn(place))) return false;
      set(false);
      button.focus();
      return true;
    },
  };
}

function isDarkOf(window: Window): boolean {
  const can: { readonly matchMedia?: Window["matchMedia"] } = window;
  return can.matchMedia?.("(prefers-color-scheme: dark)").matches ?? false;
}
