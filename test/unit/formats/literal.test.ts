import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLiteral } from "../../../src/formats/literal.js";

describe("A literal of JavaScript", () => {
  it("is read as JSON is, where it is JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        expect(parseLiteral(text)).toEqual(JSON.parse(text));
      }),
      { seed: 20200709, numRuns: 500 },
    );
  });

  it.each<[string, unknown]>([
    ["var x = {a: 1, 'b': [2, 3,],};", { a: 1, b: [2, 3] }],
    ["// above\n{/* within * it */ a: 'it\\'s', \"b\": `c`}", { a: "it's", b: "c" }],
    ["{a: 'b' + \"c\" + 1}", { a: "bc1" }],
    ["{a: '\\u0642\\x41\\u{1F600}\\n\\q'}", { a: "\u0642A\u{1F600}\nq" }],
    ["[new Date(2020, 6, 9), new Date('2020-07-09'), new Date(1.5e3)]", ["2020-07-09", "2020-07-09", 1500]],
    ["window.items = new vis.DataSet([{id: 1}])", [{ id: 1 }]],
    ["[-1, +2, 0x1f, null, true, undefined]", [-1, 2, 31, null, true, undefined]],
  ])("may be written by hand: %s", (text, value) => {
    expect(parseLiteral(text)).toEqual(value);
  });

  it.each([
    ...[
      "",
      "{",
      "[1",
      "{a}",
      "{a:}",
      "{a: b}",
      "[1 2]",
      "'a' + {}",
      "`${1}`",
      "f()",
      "[alert(1)]",
      "{get a() {}}",
      "1; 2",
    ],
    ...["'", "'\\", "{a: 'b\\u", "/*", "new", "new Date", "new Date("],
  ])("is nothing else, and nothing of it is run: %s", (text) => {
    expect(parseLiteral(text)).toBeUndefined();
  });

  it("never throws, whatever it is", () => {
    const piece = fc.constantFrom(
      ..."{}[](),:;+'\"`\\\n/*$.".split(""),
      "new ",
      "Date",
      "var x=",
      "\\u",
      "1",
      "a",
      "ع",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        parseLiteral(pieces.join(""));
      }),
      { seed: 20200709, numRuns: 3000 },
    );
  });

  it("puts what is called as a prototype into a field of its own", () => {
    const value = parseLiteral("{__proto__: {polluted: 1}}") as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn(value, "__proto__")).toBe(true);
  });
});
