import { create, createIcon } from "../../component/page.js";
import { createText } from "../../component/head.js";
import type { Say } from "../say.js";
import type { Target } from "./target.js";
import type { EditingMessages } from "./words.js";

/** What the buttons do. */
export type Tool =
  | "undo"
  | "redo"
  | "add"
  | "rename"
  | "earlier"
  | "later"
  | "startEarlier"
  | "startLater"
  | "endEarlier"
  | "endLater"
  | "previousLane"
  | "nextLane"
  | "remove";

/** What the row of buttons shows. */
export interface ToolState {
  /** The event that the buttons are for. */
  readonly target: Target | undefined;
  /** Where time runs, for what points there. */
  readonly time: "ltr" | "rtl" | "down";
  /** Where lanes follow each other, in the same way. */
  readonly lanes: "ltr" | "rtl" | "down";
  isShown(this: void, tool: Tool): boolean;
  isReady(this: void, tool: Tool): boolean;
}

/** The buttons, in groups. Those of time point to the right, those of lanes down. */
const GROUPS: readonly (readonly Tool[])[] = [
  ["undo", "redo"],
  ["add", "rename", "remove"],
  ["earlier", "later"],
  ["startEarlier", "startLater"],
  ["endEarlier", "endLater"],
  ["previousLane", "nextLane"],
];

const ICONS: Readonly<Record<Tool, string>> = {
  undo: "M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6",
  redo: "M10 3l3 3-3 3M13 6H7a4 4 0 0 0 0 8h3",
  add: "M8 3v10M3 8h10",
  rename: "M3 13h10M4 10l6.5-6.5 2 2L6 12H4z",
  remove: "M3 5h10M6.5 5V3h3v2M4.5 5l.5 8h6l.5-8",
  earlier: "M13 8H3M7 4 3 8l4 4",
  later: "M3 8h10M9 4l4 4-4 4",
  startEarlier: "M15 5v6M15 8H6M6 4v8M4 6 1.5 8 4 10",
  startLater: "M15 5v6M15 8h-4M5 4v8M6.5 6 9 8l-2.5 2",
  endEarlier: "M1 5v6M1 8h4M11 4v8M9.5 6 7 8l2.5 2",
  endLater: "M1 5v6M1 8h9M10 4v8M12 6l2.5 2L12 10",
  previousLane: "M8 13V4M4 7l4-4 4 4M3 15h10",
  nextLane: "M8 3v9M4 9l4 4 4-4M3 1h10",
};
const OF_TIME: readonly Tool[] = ["earlier", "later", "startEarlier", "startLater", "endEarlier", "endLater"];

const OF_LANES: readonly Tool[] = ["previousLane", "nextLane"];

/** Fills a row of buttons, one tab stop as a whole, and makes a function that shows its state. */
export function createToolbar(
  bar: HTMLElement,
  say: () => Say<keyof EditingMessages>,
  act: (tool: Tool) => void,
): (state: ToolState) => void {
  const document = bar.ownerDocument;
  bar.setAttribute("role", "toolbar");
  const buttons = new Map<Tool, HTMLButtonElement>();
  const name = create(document, "span", "mizwala-editing-target");
  const groups = GROUPS.map((tools) => {
    const group = create(document, "span", "mizwala-editing-group");
    for (const tool of tools) {
      const icon = createIcon(document, ICONS[tool]);
      const attributes = { type: "button", "data-tool": tool, tabindex: "-1" };
      const button = create(document, "button", "mizwala-button", attributes, icon);
      button.addEventListener("click", () => {
        stop(button);
        if (button.getAttribute("aria-disabled") !== "true") act(tool);
      });
      buttons.set(tool, button);
      group.append(button);
    }
    return group;
  });
  bar.append(...groups, name);

  const shown = (): HTMLButtonElement[] => [...buttons.values()].filter(({ hidden }) => !hidden);
  const stop = (button: HTMLButtonElement | undefined): void => {
    for (const other of buttons.values()) other.tabIndex = other === button ? 0 : -1;
  };

  /** Arrows are physical, Home and End follow the direction of the text. */
  bar.addEventListener("keydown", (domEvent) => {
    const list = shown();
    const at = list.indexOf(domEvent.target as HTMLButtonElement);
    const isRtl = bar.closest("[dir]")?.getAttribute("dir") === "rtl";
    const { length } = list;
    const to = {
      ArrowRight: at + (isRtl ? -1 : 1),
      ArrowLeft: at + (isRtl ? 1 : -1),
      Home: 0,
      End: length - 1,
    }[domEvent.key];
    if (at < 0 || to === undefined || domEvent.ctrlKey || domEvent.altKey || domEvent.metaKey) return;
    domEvent.preventDefault();
    const button = list[(to + length) % length]!;
    stop(button);
    button.focus();
  });

  let said: Say<keyof EditingMessages> | undefined;
  return ({ target, time, lanes, isShown, isReady }) => {
    const words = say();
    if (words !== said) {
      said = words;
      bar.setAttribute("aria-label", words("toolbar"));
      for (const [tool, button] of buttons) {
        button.title = words(tool);
        button.setAttribute("aria-label", words(tool));
      }
    }
    for (const [tool, button] of buttons) {
      button.hidden = !isShown(tool);
      button.setAttribute("aria-disabled", String(!isReady(tool)));
      if (OF_TIME.includes(tool)) button.dataset["time"] = time;
      if (OF_LANES.includes(tool)) button.dataset["lanes"] = lanes;
    }
    for (const group of groups) group.hidden = [...group.children].every((button) => (button as HTMLElement).hidden);
    if (!shown().some(({ tabIndex }) => tabIndex === 0)) stop(shown()[0]);
    const title = target?.event.title;
    if (name.textContent !== (title?.text ?? "")) {
      name.replaceChildren(...(title ? [createText(document, "span", "", title)] : []));
    }
  };
}
