import { create, createIcon } from "../component/page.js";

/** A small square button with a drawing and a name. */
export function iconButton(
  document: Document,
  control: string,
  label: string,
  icon: string,
  className: string,
  act: () => void,
): HTMLButtonElement {
  const attributes = { type: "button", "aria-label": label, title: label, "data-control": control };
  const button = create(document, "button", className, attributes, createIcon(document, icon));
  button.addEventListener("click", act);
  return button;
}
