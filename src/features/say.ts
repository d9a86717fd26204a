import type { Message, MessageValues, Words } from "../locale/messages.js";

/** The words of a feature, by language. */
export type Tables<Key extends string> = Readonly<Record<"ar" | "en", Readonly<Record<Key, Message>>>>;

/** Says one message of a feature, with its places filled in. */
export type Say<Key extends string> = (key: Key, values?: MessageValues) => string;

/**
 * Speaks the words of a feature in the language of the timeline.
 *
 * @param own - The author's messages over those of the tables.
 */
export function sayIn<Key extends string>(
  tables: Tables<Key>,
  words: Words,
  own?: Readonly<Partial<Record<Key, Message>>>,
): Say<Key> {
  const table = tables[words.lang === "ar" ? "ar" : "en"];
  return (key, values) => words.tell(own?.[key] ?? table[key], values);
}
