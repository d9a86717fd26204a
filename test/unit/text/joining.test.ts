import { describe, expect, it } from "vitest";
import { isInLamAlef, isJoinedAt } from "../../../src/text/joining.js";
import { characters, glyphsOf } from "./shape.js";
import references from "../../support/width-table/reference.json" with { type: "json" };

const JOINER = "\u200d";
const LETTERS = Array.from({ length: 0x780 - 0x620 }, (_, i) => String.fromCharCode(0x620 + i)).filter(
  (letter) => /\p{L}/u.test(letter) && characters.has(letter.charCodeAt(0)) && !/[\u06e5\u06e6]/.test(letter),
);

describe("isJoinedAt", () => {
  it("knows of each Arabic letter what the font knows: whether it joins the next one, and the one before", () => {
    const joins = (text: string, without: string): boolean => String(glyphsOf(text)) !== String(glyphsOf(without));
    const wrong = LETTERS.filter((letter) => {
      if (letter === "\u0640") return false;
      const isJoining = joins(`${letter}${JOINER}`, letter) || joins(`\u062f${letter}${JOINER}`, `\u062f${letter}`);
      const isJoined = joins(`${JOINER}${letter}`, letter);
      return isJoinedAt(`${letter}\u0628`, 1) !== isJoining || isJoinedAt(`\u0628${letter}`, 1) !== isJoined;
    });
    expect(LETTERS.length).toBeGreaterThan(150);
    expect(wrong.map((letter) => letter.charCodeAt(0).toString(16))).toEqual([]);
  });

  it("looks over marks, and not over a joiner that separates", () => {
    expect(isJoinedAt("بَّت", 3)).toBe(true);
    expect(isJoinedAt("دَّت", 3)).toBe(false);
    expect(isJoinedAt("می\u200cخ", 3)).toBe(false);
    expect(isJoinedAt("ab", 1)).toBe(false);
    expect(isJoinedAt("ب", 0)).toBe(false);
    expect(isJoinedAt("ب", 1)).toBe(false);
  });

  it("tells where a joiner at both edges keeps the shapes of real words that are cut", () => {
    const words = new Set(references.flatMap(({ text }) => text.match(/\p{Script=Arabic}{3,}/gu) ?? []));
    const wrong: string[] = [];
    for (const word of words) {
      for (let at = 1; at < word.length - 1; at++) {
        if (/\p{M}/u.test(word.charAt(at)) || isInLamAlef(word, at)) continue;
        const edge = isJoinedAt(word, at) ? JOINER : "";
        const pieces = [...glyphsOf(word.slice(0, at) + edge), ...glyphsOf(edge + word.slice(at))];
        if (String(pieces) !== String(glyphsOf(word))) wrong.push(`${word.slice(0, at)}|${word.slice(at)}`);
      }
    }
    expect(words.size).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });
});

describe("isInLamAlef", () => {
  it("finds the two letters that are one sign, with marks between them or not", () => {
    expect(isInLamAlef("سلام", 2)).toBe(true);
    expect(isInLamAlef("سلَأم", 3)).toBe(true);
    expect(isInLamAlef("سلب", 2)).toBe(false);
  });
});
