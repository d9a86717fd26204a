import { BRUSH_CSS } from "./brush/css.js";
import { OVERVIEW_CSS } from "./overview/css.js";

/** The style rules of all features, for the one style sheet that a page can link. */
export const CSS: string = [OVERVIEW_CSS, BRUSH_CSS].join("\n");
