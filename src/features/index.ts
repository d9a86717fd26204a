/**
 * What a timeline can do beyond drawing. Each is a value for the option `features`, so that nobody pays for what nobody
 * imports.
 *
 * @packageDocumentation
 */
export { editing } from "./editing/editing.js";
export type { Editing, EditingOptions, EventChanges } from "./editing/editing.js";
export type { EditAction } from "./editing/change.js";
export type { EditingMessages } from "./editing/words.js";
export { search } from "./search/search.js";
export type { Search, SearchOptions } from "./search/search.js";
export type { ChoiceField } from "./search/choices.js";
export type { SearchMessages } from "./search/words.js";
