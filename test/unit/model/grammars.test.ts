import { describe, expect, it } from "vitest";
import { MizwalaError } from "../../../src/base/errors.js";
import { DEFAULTS, resolveOptions, type OptionChanges } from "../../../src/model/options.js";

/** What would reach beyond a value of CSS or of an attribute. */
const REACHES = [
  "url(//example.org/x)",
  "expression(alert(1))",
  "red; position: fixed",
  "} * { display: none",
  "var(--unknown)",
  "</style><script>",
  "calc(1px * 1e9)",
  "\\75 rl(x)",
  "image-set('x' 1x)",
  "__proto__",
];
type Changes = OptionChanges;
const put: Readonly<Record<string, (value: never) => Changes>> = {
  hue: (hue) => ({ kinds: [{ kind: "own", label: "Own", hue }] }),
  shape: (shape) => ({ kinds: [{ kind: "own", label: "Own", shape }] }),
  theme: (theme) => ({ theme }),
  layout: (layout) => ({ layout }),
  direction: (direction) => ({ direction }),
  height: (height) => ({ height }),
  headingLevel: (headingLevel) => ({ headingLevel }),
};

describe("S15: what decides how a timeline looks", () => {
  it.each(Object.entries(put))("is a word of a list or a number, and nothing else: %s", (_name, change) => {
    for (const reach of REACHES)
      expect(() => resolveOptions({ events: [], ...change(reach as never) }), reach).toThrow(MizwalaError);
  });

  it("is a family of fonts, and no other style: font", () => {
    for (const reach of REACHES.filter((one) => one !== "__proto__"))
      expect(() => resolveOptions({ events: [], font: reach }), reach).toThrow(MizwalaError);
    expect(() => resolveOptions({ events: [], font: "'Noto Sans', system-ui, sans-serif" })).not.toThrow();
  });
});

describe("S24: no option", () => {
  it("turns off that texts are texts", () => {
    const names = Object.keys(DEFAULTS);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => /html|escape|sanit|raw|unsafe|markup|template|xss/i.test(name))).toEqual([]);
  });
});
