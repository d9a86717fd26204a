import { foldText } from "../text/fold.js";
import type { Columns } from "../store/columns.js";

/** Finds events by the letters that a reader types, one after the other. */
export interface LetterSearch {
  /**
   * The event that begins with what was typed lately and this letter, or has a word that does, as its place in the columns;
   * `undefined` where there is none. The next one after the current event comes first, then all others in turn.
   *
   * @param moment - Of the key, in milliseconds.
   */
  find(letter: string, columns: Columns, current: number, moment: number): number | undefined;
}

/** A pause of so many milliseconds begins a new word. */
const PAUSE = 800;

/** Makes a search by letters: with or without hamza and diacritics, in any case of letters. */
export function createLetterSearch(): LetterSearch {
  let typed = "";
  let last = -Infinity;
  return {
    find(letter, { events, isQuiet }, current, moment) {
      const folded = foldText(letter);
      if (folded === "") return undefined;
      typed = moment - last < PAUSE ? typed + folded : folded;
      last = moment;
      // The same letter again and again goes from one to the next.
      const isRepeated = [...typed].every((one) => one === folded);
      const wanted = isRepeated ? folded : typed;
      const first = current + (isRepeated ? 1 : 0);
      const order = events.map((_, i) => (first + i) % events.length).filter((place) => !isQuiet?.[place]);
      const titles = order.map((place) => foldText(events[place]!.title.text).trimStart());
      const begins = titles.findIndex((title) => title.startsWith(wanted));
      return order[begins >= 0 ? begins : titles.findIndex((title) => title.includes(` ${wanted}`))];
    },
  };
}
