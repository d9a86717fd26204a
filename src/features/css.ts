import { SEARCH_CSS } from "./search/css.js";
import { STORY_CSS } from "./story/css.js";

/** The style rules of all features, for the one style sheet that a page can link. */
export const CSS: string = [SEARCH_CSS, STORY_CSS].join("\n");
