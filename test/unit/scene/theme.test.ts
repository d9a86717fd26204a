import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HUES } from "../../../src/model/kinds.js";
import { PALETTES, type Paint, type Palette } from "../../../src/scene/theme.js";
import { contrastOf, distanceOf, lightOf, SIGHTS } from "../../support/colour.js";

const SCHEMES = ["light", "dark"] as const;
const FOLDER = new URL("../../../src/themes/", import.meta.url);

/** What a style sheet makes of a palette: each colour that it sets, for light and for dark, by its name. */
function themed(css: string, scheme: (typeof SCHEMES)[number]): Palette {
  const pairs = [...css.matchAll(/--mizwala-([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)];
  const links = [...css.matchAll(/--mizwala-([\w-]+): var\(--mizwala-([\w-]+)\);/g)];
  const own = pairs.map(([, name, light, dark]) => [name, { light, dark }[scheme]] as const);
  const palette = { ...PALETTES[scheme], ...Object.fromEntries(own) } as Record<string, string>;
  for (const [, name, source] of links) palette[name!] = palette[source!]!;
  return palette as Palette;
}

const sheets = readdirSync(FOLDER).map((file) => [file, readFileSync(new URL(file, FOLDER), "utf8")] as const);
const looks = SCHEMES.flatMap((scheme) => [
  { theme: "of the package", scheme, palette: PALETTES[scheme] },
  ...sheets.map(([theme, css]) => ({ theme, scheme, palette: themed(css, scheme) })),
]);
const TEXTS: readonly Paint[] = ["ink", "muted", "faint", ...HUES.map((hue) => `hue-${hue}` as const)];

/** Side by side about 2 can be told apart; marks lie apart, so it takes more. */
const APART = 5;

it("Three themes are ready, and set colours in both schemes", () => {
  expect(sheets.map(([file]) => file)).toEqual(["newsroom.css", "presentation.css", "quiet.css"]);
  for (const { theme, scheme, palette } of looks)
    if (theme !== "of the package") expect(palette.paper, theme).not.toBe(PALETTES[scheme].paper);
});

describe.each(looks)("The colours of the theme $theme, $scheme,", ({ theme, palette }) => {
  const light = (paint: Paint): ReturnType<typeof lightOf> => lightOf(palette[paint]);

  const isOfOneHue = theme === "quiet.css";
  it("are those of at least ten kinds or lanes, or one", () => {
    expect(new Set(HUES.map((hue) => palette[`hue-${hue}`])).size).toBe(isOfOneHue ? 1 : 10);
  });

  it.each(TEXTS)("A55: have the contrast of text on their paper: %s", (paint) => {
    expect(contrastOf(light(paint), light("paper"))).toBeGreaterThanOrEqual(4.5);
  });

  it("A55: have the contrast of things that are not text where they draw the axis", () => {
    expect(contrastOf(light("axis"), light("paper"))).toBeGreaterThanOrEqual(3);
  });

  it.each(isOfOneHue ? [] : Object.keys(SIGHTS))("A57: are told apart, two by two, with %s", (sight) => {
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
