import { EDITING_CSS } from "./editing/css.js";
import { SEARCH_CSS } from "./search/css.js";

/** The style rules of all features, for the one style sheet that a page can link. */
export const CSS: string = [SEARCH_CSS, EDITING_CSS].join("\n");
