import type { Words } from "../locale/messages.js";
import type { ResolvedMedia } from "../model/model.js";
import { createText } from "./head.js";
import { create, type Content } from "./page.js";

/** What a picture is shown with: the link to it, and the text of its credit. */
export interface MediaParts {
  readonly link: Node;
  readonly credit: Node | undefined;
}

/**
 * A picture, named and linked; nothing is loaded before the reader asks for it. Where it can't be shown, the link stays.
 */
export function createMedia(
  document: Document,
  { link: { href }, alt }: ResolvedMedia,
  { link, credit }: MediaParts,
  words: Words,
): Content[] {
  const caption = [link, ...(credit ? [" · ", credit] : [])];
  if (href === undefined) return caption;
  const figure = create(document, "figure", "mizwala-media", {}, create(document, "figcaption", "", {}, ...caption));
  const button = create(document, "button", "mizwala-details-link", { type: "button" }, words.say("showPicture"));
  if (alt) button.append(": ", createText(document, "bdi", "", alt));
  button.addEventListener("click", () => {
    const picture = create(document, "img", "", { alt: alt?.text ?? "", referrerpolicy: "no-referrer" });
    picture.addEventListener("error", () => {
      picture.replaceWith(create(document, "p", "", { role: "status" }, words.say("noPicture")));
    });
    // Screen readers go on from the picture, not from nowhere.
    picture.tabIndex = -1;
    picture.src = href;
    button.replaceWith(picture);
    picture.focus({ preventScroll: true });
  });
  figure.prepend(button);
  return [figure];
}
