import { describe, expect, it } from "vitest";
import { labelText } from "../../../src/model/fields.js";
import { HUES, resolveKinds, SHAPES } from "../../../src/model/kinds.js";

describe("the built-in kinds", () => {
  const kinds = [...resolveKinds().values()];

  it("look as in the first timeline", () => {
    const looks = ["summit", "arrival", "signing", "meeting", "visit"].map((name) => resolveKinds().get(name)!.hue);
    expect(looks).toEqual(["blue", "amber", "green", "magenta", "amber"]);
  });

  it.each(kinds.map((kind) => [kind.kind, kind] as const))(
    "name %s and its fields in Arabic and English",
    (_name, kind) => {
      const labels = [
        kind.label,
        ...[...kind.fields.values()].map((field) =>
          typeof field === "object" && "values" in field ? field.label : field,
        ),
      ];
      for (const label of labels) {
        expect(labelText(label as never, "ar-SY")).toMatch(/^[\p{Script=Arabic}\s()%]+$/u);
        expect(labelText(label as never, "en")).toMatch(/^[A-Z][a-z\s()%]+$/);
      }
      expect(HUES).toContain(kind.hue);
      expect(SHAPES).toContain(kind.shape);
    },
  );

  it("are told apart by hue, shape or word: no two have the same Arabic or English name", () => {
    for (const locale of ["ar", "en"]) {
      expect(new Set(kinds.map((kind) => labelText(kind.label, locale))).size).toBe(17);
    }
  });
});
