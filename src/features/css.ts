import { SEARCH_CSS } from "./search/css.js";
import { TABLE_CSS } from "./table/css.js";

/** The style rules of all features, for the one style sheet that a page can link. */
export const CSS: string = [SEARCH_CSS, TABLE_CSS].join("\n");
