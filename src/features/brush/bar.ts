import { create, createIcon } from "../../component/page.js";

/** What can be seen of a brush beside the plot. */
export interface BarState {
  readonly isArmed: boolean;
  /** Whether there is an axis to select on. */
  readonly hasAxis: boolean;
  /** The dates of the range, and how many events it has; empty without one. */
  readonly dates: string;
  readonly count: string;
  /** How to go on. */
  readonly hint: string;
}

/** The names of the buttons. */
export type BarNames = Readonly<Record<"brush" | "zoom" | "clear", string>>;

/** The button that starts, and the line that says what is selected. */
export interface Bar {
  readonly toggle: HTMLButtonElement;
  show(state: BarState, names: BarNames): void;
}

/** What the buttons do. */
export interface BarActions {
  /** `isByKey` where no pointer pressed it. */
  readonly toggle: (isByKey: boolean) => void;
  readonly zoom: () => void;
  readonly clear: () => void;
}

const ICONS = {
  brush: "M3 3v10M13 3v10M5.5 8h5M7 6.5 5.5 8 7 9.5M9 6.5 10.5 8 9 9.5",
  zoom: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M10.6 10.6 14 14M7 5v4M5 7h4",
  clear: "M4 4l8 8M12 4l-8 8",
} as const;

/** Makes them in two slots. */
export function createBar(tools: HTMLElement, line: HTMLElement, actions: BarActions): Bar {
  const document = line.ownerDocument;
  const button = (name: keyof BarNames, act: (domEvent: MouseEvent) => void): HTMLButtonElement => {
    const attributes = { type: "button", "data-control": name };
    const made = create(document, "button", "mizwala-button", attributes, createIcon(document, ICONS[name]));
    made.addEventListener("click", act);
    return made;
  };
  const buttons = {
    brush: button("brush", ({ detail }) => {
      actions.toggle(detail === 0);
    }),
    zoom: button("zoom", actions.zoom),
    clear: button("clear", actions.clear),
  };
  const dates = create(document, "span", "mizwala-range-dates");
  const count = create(document, "span", "");
  const hint = create(document, "span", "");
  const both = create(document, "div", "mizwala-range-buttons", {}, buttons.zoom, buttons.clear);
  tools.append(buttons.brush);
  line.append(dates, count, hint, both);
  line.hidden = true;
  let shown = "";
  return {
    toggle: buttons.brush,
    show(state, names) {
      const next = JSON.stringify([state, names]);
      if (next === shown) return;
      shown = next;
      for (const [name, label] of Object.entries(names)) {
        const element = buttons[name as keyof BarNames];
        element.title = label;
        element.setAttribute("aria-label", label);
      }
      buttons.brush.setAttribute("aria-pressed", String(state.isArmed));
      buttons.brush.hidden = !state.hasAxis;
      buttons.zoom.hidden = !state.hasAxis;
      dates.textContent = state.dates;
      count.textContent = state.count;
      hint.textContent = state.hint;
      for (const part of [dates, count, hint]) part.hidden = part.textContent === "";
      both.hidden = state.dates === "";
      line.hidden = state.dates === "" && state.hint === "";
    },
  };
}
