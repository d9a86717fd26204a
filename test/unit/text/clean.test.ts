import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, isolate, openControls, TEXT_LIMIT } from "../../../src/text/clean.js";
import fixtures from "../../fixtures/bidi.json" with { type: "json" };

const OPENERS = new Map(Array.from("\u202a\u202b\u202d\u202e", (control) => [control, "\u202c"]));
for (const control of "\u2066\u2067\u2068") OPENERS.set(control, "\u2069");

/** What a text does to its surroundings, walked the slow way: closers that close nothing of its own, and what stays open. */
function effectOf(text: string): { escapes: number; open: number } {
  let open: string[] = [];
  let escapes = 0;
  for (const character of text) {
    const closer = OPENERS.get(character);
    if (closer !== undefined) open = [...open, closer];
    else if (character === "\u202c") {
      if (open.at(-1) === character) open = open.slice(0, -1);
      else escapes++;
    } else if (character === "\u2069") {
      if (open.includes(character)) open = open.slice(0, open.lastIndexOf(character));
      else escapes++;
    }
  }
  return { escapes, open: open.length };
}

const wildText = fc
  .array(fc.constantFrom(...Array.from("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2069\u202cab ب1")), {
    maxLength: 60,
  })
  .map((characters) => characters.join(""));

describe("cleanText", () => {
  it("leaves every fixture as it is, but for closing what it leaves open", () => {
    const closed = { "ar-open-rlo": "\u202c", "ar-open-isolate": "\u2069" } as Record<string, string>;
    for (const { id, text } of fixtures.plain) expect(cleanText(text)).toBe(text + (closed[id] ?? ""));
  });

  it("makes one blank of line breaks and tabs, and drops other control characters", () => {
    expect(cleanText("a\r\n\tb\u0000\u0007c\u2028d\u009f")).toBe("a bc d");
  });

  it("makes one blank of several, with line breaks among them or not", () => {
    expect(cleanText("a   b \n  c")).toBe("a b c");
    expect(cleanText("a\u00a0\u00a0b")).toBe("a\u00a0\u00a0b");
  });

  it("drops lone surrogates and keeps pairs", () => {
    expect(cleanText("a\ud800b\udc00c😀")).toBe("abc😀");
  });

  it("keeps the joiners and marks that Arabic and Persian need", () => {
    const text = "می\u200cخواهم \u200f\u061c\u200e هـ\u200d";
    expect(cleanText(text)).toBe(text);
  });

  it("drops the pop isolates with which a title gets out of its element", () => {
    expect(cleanText("\u2069\u2069evil")).toBe("evil");
  });

  it("closes what a text leaves open, the last first", () => {
    expect(cleanText("a\u202eb\u2067c")).toBe("a\u202eb\u2067c\u2069\u202c");
    expect(cleanText("\u202aa\u2068b\u2069")).toBe("\u202aa\u2068b\u2069\u202c");
  });

  it("never closes what was opened outside, and leaves nothing open", () => {
    fc.assert(
      fc.property(wildText, (text) => {
        expect(effectOf(cleanText(text))).toEqual({ escapes: 0, open: 0 });
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("takes nothing from a text whose controls are paired", () => {
    fc.assert(
      fc.property(wildText, (text) => {
        fc.pre(effectOf(text).escapes === 0);
        expect(cleanText(text)).toMatch(new RegExp(`^${text.replace(/ +/g, " ")}[\u202c\u2069]*$`));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it("cuts nothing where only blanks in a row were too many", () => {
    expect(cleanText(`a${" ".repeat(20)}b`, 10)).toBe("a b");
  });

  it("cuts a long text between two visible characters, with an ellipsis", () => {
    expect(cleanText("a".repeat(3_000))).toBe(`${"a".repeat(TEXT_LIMIT - 1)}…`);
    expect(cleanText("ab👩\u200d🚒cd", 5)).toBe("ab…");
    expect(cleanText("abمُ12", 5)).toBe("abمُ…");
    expect(cleanText("12345", 5)).toBe("12345");
  });

  it("comes to an end on a megabyte of any one control", () => {
    for (const character of ["\u0000", "\n", "\u202e", "\u2069", "\u2067", "\ud800", "\u064e"]) {
      // What opens something is closed by as many more.
      expect(cleanText(character.repeat(1_000_000)).length).toBeLessThanOrEqual(2 * TEXT_LIMIT);
    }
  });
});

describe("openControls", () => {
  it("gives what a text opens and does not close, in its order", () => {
    expect(openControls("plain")).toBe("");
    expect(openControls("\u2067a\u202bb")).toBe("\u2067\u202b");
    expect(openControls("\u2067a\u202bb\u202c")).toBe("\u2067");
    expect(openControls("\u2067a\u202bb\u2069\u202ec")).toBe("\u202e");
  });

  it("goes on after a cut as if there were none: the second half, begun with it, leaves open what the whole does", () => {
    fc.assert(
      fc.property(wildText, fc.nat(60), (text, at) => {
        const resumed = openControls(text.slice(0, at)) + text.slice(at);
        expect(openControls(resumed)).toBe(openControls(text));
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe("isolate", () => {
  it("wraps a text in an isolate of its direction, or of its first letter", () => {
    expect(isolate("a", "ltr")).toBe("\u2066a\u2069");
    expect(isolate("a", "rtl")).toBe("\u2067a\u2069");
    expect(isolate("a")).toBe("\u2068a\u2069");
  });

  it("closes what the text left open, in reverse order", () => {
    expect(isolate("x\u202ey\u2066z", "ltr")).toBe("\u2066x\u202ey\u2066z\u2069\u202c\u2069");
  });

  it("has no effect on what stands beside it, whatever the text", () => {
    fc.assert(
      fc.property(wildText, (text) => {
        expect(effectOf(isolate(text))).toEqual({ escapes: 0, open: 0 });
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
