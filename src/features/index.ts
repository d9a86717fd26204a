/**
 * What a timeline can do beyond drawing. Each is a value for the option `features`, so that nobody pays for what nobody
 * imports.
 *
 * @packageDocumentation
 */
export { overview } from "./overview/overview.js";
export type { OverviewOptions } from "./overview/overview.js";
export type { OverviewMessages } from "./overview/words.js";
