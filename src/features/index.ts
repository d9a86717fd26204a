/**
 * What a timeline can do beyond drawing. Each is a value for the option `features`, so that nobody pays for what nobody
 * imports.
 *
 * @packageDocumentation
 */
export { brush } from "./brush/brush.js";
export type { Brush, BrushOptions } from "./brush/brush.js";
export type { BrushSnap } from "./brush/ruler.js";
export type { Range } from "./brush/range.js";
export type { BrushMessages } from "./brush/words.js";
export { download } from "./download/download.js";
export type { Download, DownloadOptions } from "./download/download.js";
export type { DownloadForm, DownloadMessages } from "./download/words.js";
export { overview } from "./overview/overview.js";
export type { OverviewOptions } from "./overview/overview.js";
export type { OverviewMessages } from "./overview/words.js";
export { editing } from "./editing/editing.js";
export type { Editing, EditingOptions, EventChanges } from "./editing/editing.js";
export type { EditAction } from "./editing/change.js";
export type { EditingMessages } from "./editing/words.js";
export { search } from "./search/search.js";
export type { Search, SearchOptions } from "./search/search.js";
export type { ChoiceField } from "./search/choices.js";
export type { SearchMessages } from "./search/words.js";
export { table } from "./table/table.js";
export type { Table, TableOptions } from "./table/table.js";
export type { TableMessages } from "./table/words.js";
export { story } from "./story/story.js";
export type { Story } from "./story/story.js";
export type { Chapter, StoryOptions } from "./story/options.js";
export type { StoryMessages } from "./story/words.js";
