import type { Frame } from "../layout/prepare.js";
import type { MessageKey, Words } from "../locale/messages.js";
import type { ResolvedText } from "../model/model.js";
import { createRuns } from "../render/html/dom.js";
import { create, createIcon, type Page } from "./page.js";

/** What the buttons of the head do. */
export type Control = "zoomIn" | "zoomOut" | "fit";

const ICONS: Readonly<Record<Control, string>> = {
  zoomIn: "M8 3v10M3 8h10",
  zoomOut: "M3 8h10",
  fit: "M9.5 6.5 13 3M13 6V3h-3M6.5 9.5 3 13M3 10v3h3",
};

/** An element that holds one text, in its own language and direction. */
export function createText(
  document: Document,
  tag: keyof HTMLElementTagNameMap,
  className: string,
  text: ResolvedText,
): HTMLElement {
  const attributes = { dir: text.dir, ...(text.lang === undefined ? {} : { lang: text.lang }) };
  return create(document, tag, className, attributes, ...createRuns(document, text.runs));
}

/** Draws title, subtitle, source and buttons. */
export function drawHead(
  page: Page,
  frame: Frame,
  words: Words,
  options: { headingLevel: number; controls: boolean },
  act: (control: Control) => void,
): void {
  const document = page.root.ownerDocument;
  const texts = create(document, "div", "mizwala-texts");
  const heading = `h${options.headingLevel}` as "h2";
  if (frame.title) texts.append(createText(document, heading, "mizwala-title is-head", frame.title));
  if (frame.subtitle) texts.append(createText(document, "p", "mizwala-subtitle is-subhead", frame.subtitle));
  const controls = (Object.keys(ICONS) as Control[]).map((control) =>
    createButton(document, words, control, ICONS[control], () => {
      act(control);
    }),
  );
  page.controls.replaceChildren(...(options.controls ? controls : []));
  page.head.replaceChildren(texts, page.tools, page.controls);
  page.head.hidden = !frame.title && !frame.subtitle && !options.controls && !page.tools.hasChildNodes();
  page.source.hidden = !frame.source;
  page.source.replaceChildren(...(frame.source ? [createText(document, "span", "", frame.source)] : []));
  page.root.setAttribute("aria-label", frame.title?.text ?? words.say("timeline"));
}

/** A small square button with a drawing and a name. */
export function createButton(
  document: Document,
  words: Words,
  name: MessageKey,
  icon: string,
  act: () => void,
): HTMLButtonElement {
  const label = words.say(name);
  const attributes = { type: "button", "aria-label": label, title: label, "data-control": name };
  const button = create(document, "button", "mizwala-button", attributes, createIcon(document, icon));
  button.addEventListener("click", act);
  return button;
}
