import { describe, expect, it } from "vitest";
import { HUES } from "../../../src/model/kinds.js";
import { PALETTES, type Paint } from "../../../src/scene/theme.js";
import { contrastOf, distanceOf, lightOf, SIGHTS } from "../../support/colour.js";

const THEMES = Object.keys(PALETTES) as (keyof typeof PALETTES)[];
const TEXTS: readonly Paint[] = ["ink", "muted", "faint", ...HUES.map((hue) => `hue-${hue}` as const)];

/** Side by side about 2 can be told apart; marks lie apart, so it takes more. */
const APART = 5;

describe.each(THEMES)("The colours of the theme %s", (theme) => {
  const palette = PALETTES[theme];
  const light = (paint: Paint): ReturnType<typeof lightOf> => lightOf(palette[paint]);

  it("are those of at least ten kinds or lanes", () => {
    expect(new Set(HUES.map((hue) => palette[`hue-${hue}`])).size).toBeGreaterThanOrEqual(10);
  });

  it.each(TEXTS)("A55: have the contrast of text on their paper: %s", (paint) => {
    expect(contrastOf(light(paint), light("paper"))).toBeGreaterThanOrEqual(4.5);
  });

  it("A55: have the contrast of things that are not text where they draw the axis", () => {
    expect(contrastOf(light("axis"), light("paper"))).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(SIGHTS))("A57: are told apart, two by two, with %s", (sight) => {
    const seen = HUES.map((hue) => SIGHTS[sight]!(light(`hue-${hue}`)));
    const near = HUES.flatMap((one, i) =>
      HUES.slice(i + 1).map((other, j) => ({ one, other, distance: distanceOf(seen[i]!, seen[i + 1 + j]!) })),
    ).filter(({ distance }) => distance < APART);
    expect(near).toEqual([]);
  });
});

describe("The measures of colour", () => {
  it("are those of the standards: black on white, and one colour beside itself", () => {
    expect(contrastOf(lightOf("#000000"), lightOf("#ffffff"))).toBeCloseTo(21, 5);
    expect(distanceOf(lightOf("#777777"), lightOf("#777777"))).toBe(0);
    expect(distanceOf(lightOf("#000000"), lightOf("#ffffff"))).toBeCloseTo(100, 3);
  });

  it("find two colours that only some can tell apart", () => {
    const [red, olive] = [lightOf("#b3261e"), lightOf("#656a10")];
    expect(distanceOf(red, olive)).toBeGreaterThan(15);
    expect(distanceOf(SIGHTS["deuteranopia"]!(red), SIGHTS["deuteranopia"]!(olive))).toBeLessThan(2);
  });
});
