/**
 * What a timeline can do beyond drawing. Each is a value for the option `features`, so that nobody pays for what nobody
 * imports.
 *
 * @packageDocumentation
 */
export {};
