import { activeIn, create } from "../../component/page.js";
import { readFilter, type EventFilter, type RangeInput } from "../../model/filter.js";
import { foldText } from "../../text/fold.js";
import { textDirection, type Direction } from "../../text/direction.js";
import type { Choice, ChoiceGroup, ListField } from "./choices.js";
import type { SearchSay } from "./words.js";

/** What the panel offers. */
export interface ChoiceSetting {
  readonly groups: readonly ChoiceGroup[];
  /** Whether readers can name two dates. */
  readonly hasRange: boolean;
  readonly say: SearchSay;
  readonly number: (value: number) => string;
  readonly dir: Direction;
}

/** Choices to make: boxes to tick, and two dates. */
export interface ChoicePanel {
  /** Makes them anew. */
  fill(setting: ChoiceSetting): void;
  /** Shows what is chosen. */
  show(filter: EventFilter): void;
}

/** A date as EDTF writes it: signs are capital letters, the name of a calendar in brackets is not. */
function readerDate(text: string): string {
  const [date = "", ...calendar] = foldText(text)
    .trim()
    .split(/(?=\[u-)/);
  return [date.toUpperCase(), ...calendar].join("");
}

/** Shows of one control what is chosen. */
type Sync = (filter: EventFilter) => void;

/**
 * Makes choices in a panel.
 *
 * @param change - Gets the filter that the reader has made.
 */
export function createChoicePanel(panel: HTMLElement, change: (filter: EventFilter) => void): ChoicePanel {
  const document = panel.ownerDocument;
  let current: EventFilter = {};
  let syncs: Sync[] = [];

  const createChoice = (
    field: ListField,
    { value, label, count, hue }: Choice,
    setting: ChoiceSetting,
  ): HTMLElement => {
    const key = foldText(value);
    const box = create(document, "input", "", { type: "checkbox", "data-choice": `${field} ${value}` });
    box.addEventListener("change", () => {
      const others = (current[field] ?? []).filter((entry) => foldText(entry) !== key);
      change(readFilter({ ...current, [field]: box.checked ? [...others, value] : others }));
    });
    syncs.push((filter) => {
      box.checked = filter[field]?.some((entry) => foldText(entry) === key) ?? false;
    });
    const dot = create(document, "i", "mizwala-choice-dot", { "aria-hidden": "true" });
    if (hue) dot.style.background = `var(--mizwala-hue-${hue})`;
    const name = create(document, "bdi", "", { dir: textDirection(label, setting.dir) }, label);
    const counted = count === undefined ? "" : setting.number(count);
    const tally = create(document, "span", "mizwala-choice-count", {}, counted);
    return create(document, "label", "mizwala-choice", {}, box, hue ? dot : undefined, name, " ", tally);
  };

  const createDate = (side: keyof RangeInput, { say }: ChoiceSetting): HTMLElement => {
    const attributes = { type: "text", dir: "ltr", size: "10", maxlength: "40", autocomplete: "off" };
    const hint = { title: say("dateHint"), "data-choice": side };
    const field = create(document, "input", "mizwala-choice-date", { ...attributes, ...hint });
    let shown = "";
    field.addEventListener("change", () => {
      shown = readerDate(field.value);
      const { range: before, ...rest } = current;
      const { range } = readFilter({ range: { ...before, [side]: shown === "" ? undefined : shown } });
      const isRead = shown === "" || range !== undefined;
      field.setAttribute("aria-invalid", String(!isRead));
      if (isRead) change(range ? { ...rest, range } : rest);
    });
    syncs.push(({ range }) => {
      const date = range?.[side];
      const text = typeof date === "string" || typeof date === "number" ? String(date) : "";
      if (text === shown || field.getAttribute("aria-invalid") === "true") return;
      field.value = shown = text;
    });
    return create(document, "label", "mizwala-choice", {}, create(document, "span", "", {}, say(side)), field);
  };

  const createGroup = (name: string, parts: readonly HTMLElement[]): HTMLElement => {
    const heading = create(document, "span", "mizwala-choice-heading", { "aria-hidden": "true" }, name);
    const list = create(document, "div", "mizwala-choice-list", {}, ...parts);
    return create(document, "div", "mizwala-choice-group", { role: "group", "aria-label": name }, heading, list);
  };

  const createClear = (say: SearchSay): HTMLElement => {
    const attributes = { type: "button", "data-choice": "clear" };
    const button = create(document, "button", "mizwala-search-text", attributes, say("clearChoices"));
    syncs.push((filter) => {
      button.hidden = Object.keys(filter).every((field) => field === "text");
    });
    button.addEventListener("click", () => {
      change(current.text === undefined ? {} : { text: current.text });
    });
    return button;
  };

  return {
    fill(setting) {
      const { groups, hasRange, say } = setting;
      const active = activeIn(panel);
      const focused = panel.contains(active) ? active?.getAttribute("data-choice") : undefined;
      syncs = [];
      const boxes = groups.map(({ field, choices }) => {
        return createGroup(
          say(field),
          choices.map((choice) => createChoice(field, choice, setting)),
        );
      });
      const dates = hasRange ? createGroup(say("range"), [createDate("from", setting), createDate("to", setting)]) : "";
      panel.replaceChildren(...boxes, dates, createClear(say));
      for (const sync of syncs) sync(current);
      const again = [...panel.querySelectorAll<HTMLElement>("[data-choice]")];
      if (focused) again.find((control) => control.dataset["choice"] === focused)?.focus({ preventScroll: true });
    },
    show(filter) {
      current = filter;
      for (const sync of syncs) sync(filter);
    },
  };
}
