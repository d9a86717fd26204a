import { create, createIcon } from "../../component/page.js";
import { LONGEST_TEXT } from "../../model/filter.js";
import { textDirection, type Direction } from "../../text/direction.js";
import type { SearchSay } from "./words.js";

/** The button that opens the search, and what it opens. */
export interface Bar {
  readonly toggle: HTMLButtonElement;
  readonly root: HTMLElement;
  readonly field: HTMLInputElement;
  /** Opens and closes the panel. */
  readonly choose: HTMLButtonElement;
  /** Holds the choices. */
  readonly panel: HTMLElement;
  /** Gives everything its name. */
  name(say: SearchSay, dir: Direction): void;
  show(state: BarState): void;
}

/** What can change while nobody changes the language. */
export interface BarState {
  readonly isOpen: boolean;
  readonly isChoosing: boolean;
  readonly hasChoices: boolean;
  readonly text: string;
  /** What was found, in words; empty where nothing is looked for. */
  readonly count: string;
  readonly canStep: boolean;
  /** What is written on the button that opens the choices. */
  readonly choose: string;
}

/** What the buttons and the field do. */
export interface BarActions {
  readonly toggle: () => void;
  readonly choose: () => void;
  readonly write: (text: string) => void;
  readonly clear: () => void;
  readonly step: (by: 1 | -1) => void;
}

const ICONS = {
  search: "M10.6 10.6 14 14M6.75 12a5.25 5.25 0 1 0 0-10.5 5.25 5.25 0 0 0 0 10.5",
  clear: "M4 4l8 8M12 4l-8 8",
  earlier: "M4 10l4-4 4 4",
  later: "M4 6l4 4 4-4",
} as const;

/** Makes the elements of a search in two places of the page. */
export function createBar(tools: HTMLElement, root: HTMLElement, actions: BarActions): Bar {
  const document = root.ownerDocument;
  const button = (name: keyof typeof ICONS, act: () => void): HTMLButtonElement => {
    const attributes = { type: "button", "data-control": name };
    const made = create(document, "button", "mizwala-button", attributes, createIcon(document, ICONS[name]));
    made.addEventListener("click", act);
    return made;
  };
  const toggle = button("search", actions.toggle);
  const field = create(document, "input", "mizwala-search-input", {
    ...{ type: "search", enterkeyhint: "search", maxlength: String(LONGEST_TEXT) },
    ...{ autocomplete: "off", autocapitalize: "off", spellcheck: "false" },
  });
  const clear = button("clear", actions.clear);
  const count = create(document, "span", "mizwala-search-count");
  const steps = {
    earlier: button("earlier", () => {
      actions.step(-1);
    }),
    later: button("later", () => {
      actions.step(1);
    }),
  };
  const choose = create(document, "button", "mizwala-search-text", { type: "button", "aria-expanded": "false" });
  const panel = create(document, "div", "mizwala-search-choices", { hidden: "" });
  let dir: Direction = "ltr";

  field.addEventListener("input", () => {
    field.dir = textDirection(field.value, dir);
    actions.write(field.value);
  });
  choose.addEventListener("click", actions.choose);
  root.setAttribute("role", "search");
  root.hidden = true;
  const box = create(document, "div", "mizwala-search-field", {}, createIcon(document, ICONS.search), field, clear);
  const found = create(document, "div", "mizwala-search-found", {}, steps.earlier, steps.later, count, choose);
  root.append(box, found, panel);
  tools.append(toggle);

  return {
    ...{ toggle, root, field, choose, panel },
    name(say, direction) {
      dir = direction;
      for (const [key, element] of Object.entries({ search: toggle, clear, ...steps })) {
        element.title = say(key as keyof typeof ICONS);
        element.setAttribute("aria-label", element.title);
      }
      for (const element of [root, field]) element.setAttribute("aria-label", say("search"));
      field.placeholder = say("search");
      field.dir = textDirection(field.value, dir);
    },
    show(state) {
      const { text } = state;
      toggle.setAttribute("aria-expanded", String(state.isOpen));
      root.hidden = !state.isOpen;
      // Blanks that ask for nothing are the reader's, who goes on writing.
      if (field.value.trim() !== text.trim()) field.value = text;
      field.dir = textDirection(field.value, dir);
      clear.hidden = field.value === "";
      count.textContent = state.count;
      for (const step of Object.values(steps)) {
        step.hidden = state.count === "";
        step.setAttribute("aria-disabled", String(!state.canStep));
      }
      choose.hidden = !state.hasChoices;
      choose.textContent = state.choose;
      choose.setAttribute("aria-expanded", String(state.isChoosing));
      panel.hidden = !state.isChoosing || !state.hasChoices;
    },
  };
}
