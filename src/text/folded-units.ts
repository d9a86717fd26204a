import { foldText } from "./fold.js";

/** Texts folded one behind the other into one buffer, so that millions of them can be looked through without making new ones. */
export interface FoldedUnits {
  /** Forgets all. */
  clear(): void;
  /** Adds a text, or a part of one. */
  add(text: string): void;
  /** Ends a text: what is looked for does not reach from one into the next. */
  end(): void;
  /** Whether a folded text is a part of one of those. */
  has(folded: string): boolean;
}

/** What a unit becomes where that is nothing, or more than one unit: these two are no characters. */
const NOTHING = 0xffff;
const LONGER = 0xfffe;
/** Between two texts; it is in none of them once they are folded. */
const END = 0xfffd;

/** What each UTF-16 unit becomes, learnt as they come; 0 where that is not known yet. */
const known = new Uint16Array(2 ** 16);

/** Makes an empty buffer. */
export function createFoldedUnits(): FoldedUnits {
  let units = new Uint16Array(1_024);
  let count = 0;
  const push = (unit: number): void => {
    if (count === units.length) {
      const longer = new Uint16Array(2 * count);
      longer.set(units);
      units = longer;
    }
    units[count++] = unit;
  };
  return {
    clear() {
      count = 0;
    },
    add(text) {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        const folded = known[unit]! || learn(unit);
        if (folded < LONGER) push(folded);
        else if (folded === LONGER) {
          const character = String.fromCodePoint(text.codePointAt(i)!);
          for (const letter of foldText(character).split("")) push(letter.charCodeAt(0));
          i += character.length - 1;
        }
      }
    },
    end() {
      push(END);
    },
    has(folded) {
      const [length, first] = [folded.length, folded.charCodeAt(0)];
      for (let from = 0; from + length <= count; from++) {
        if (units[from] !== first) continue;
        let at = 1;
        while (at < length && units[from + at] === folded.charCodeAt(at)) at++;
        if (at === length) return true;
      }
      return false;
    },
  };
}

function learn(unit: number): number {
  const isHalf = unit >= 0xd800 && unit < 0xe000;
  const folded = isHalf ? "" : foldText(String.fromCharCode(unit));
  known[unit] = isHalf || folded.length > 1 ? LONGER : folded === "" ? NOTHING : folded.charCodeAt(0);
  return known[unit];
}
