/**
 * What a timeline can do beyond drawing. Each is a value for the option `features`, so that nobody pays for what nobody
 * imports.
 *
 * @packageDocumentation
 */
export { search } from "./search/search.js";
export type { Search, SearchOptions } from "./search/search.js";
export type { ChoiceField } from "./search/choices.js";
export type { SearchMessages } from "./search/words.js";
export { story } from "./story/story.js";
export type { Story } from "./story/story.js";
export type { Chapter, StoryOptions } from "./story/options.js";
export type { StoryMessages } from "./story/words.js";
