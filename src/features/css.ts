import { BRUSH_CSS } from "./brush/css.js";
import { DOWNLOAD_CSS } from "./download/css.js";
import { EDITING_CSS } from "./editing/css.js";
import { OVERVIEW_CSS } from "./overview/css.js";
import { SEARCH_CSS } from "./search/css.js";
import { STORY_CSS } from "./story/css.js";
import { TABLE_CSS } from "./table/css.js";

/** The style rules of all features, for the one style sheet that a page can link. */
export const CSS: string = [SEARCH_CSS, OVERVIEW_CSS, BRUSH_CSS, STORY_CSS, EDITING_CSS, TABLE_CSS, DOWNLOAD_CSS].join(
  "\n",
);
