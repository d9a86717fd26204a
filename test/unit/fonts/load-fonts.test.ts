import { describe, expect, it } from "vitest";
import { importPeer } from "../../../src/base/peer.js";
import { loadFonts } from "../../../src/fonts/index.js";
import { renderToHTML, renderToSVG } from "../../../src/svg/index.js";
import { readNoto } from "../../support/noto.js";

const STYLE = { size: 100, weight: 400 } as const;
const options = {
  locale: "ar-SY",
  title: "من أستانا إلى دمشق",
  events: [{ kind: "meeting", date: "2020-07-09", title: "لقاء الأسد & باقري" }],
} as const;

describe("loadFonts", () => {
  it("names the families of the files, each once, in their order", async () => {
    expect((await loadFonts(await readNoto())).family).toBe('"Noto Sans", "Noto Sans Arabic", sans-serif');
  });

  it("measures joined letters, not letters side by side", async () => {
    const { measurer } = await loadFonts(await readNoto());
    const apart = measurer.width("ل", STYLE) + measurer.width("ا", STYLE);
    expect(measurer.width("لا", STYLE)).toBeLessThan(apart * 0.85);
  });

  it("measures bold texts in the bold font", async () => {
    const { measurer } = await loadFonts(await readNoto());
    expect(measurer.width("Meeting", { ...STYLE, weight: 700 })).toBeGreaterThan(measurer.width("Meeting", STYLE));
  });

  it("takes the other weight where one is missing, and the table where no font has a character", async () => {
    const [regular] = await readNoto();
    const { measurer } = await loadFonts([regular!]);
    expect(measurer.width("Meeting", { ...STYLE, weight: 700 })).toBe(measurer.width("Meeting", STYLE));
    expect(measurer.width("漢", STYLE)).toBe(100);
  });

  it("measures the parts of a mixed text, with marks and joiners, each where it belongs", async () => {
    const { measurer } = await loadFonts(await readNoto());
    const width = (text: string): number => measurer.width(text, STYLE);
    expect(width("UN وصول")).toBeCloseTo(width("UN ") + width("وصول"), 5);
    expect(width("وَصَلَ")).toBeCloseTo(width("وصل"), 5);
  });

  it.each([
    ["text", new TextEncoder().encode("no font at all"), "14 bytes"],
    ["nothing", new Uint8Array(), "0 bytes"],
    ["a font for the web", new TextEncoder().encode("wOF2 and more"), "a font compressed for the web"],
    ["the beginning of a font", new Uint8Array([0, 1, 0, 0, 0, 9]), "6 bytes"],
  ])("refuses %s", async (_, data, found) => {
    await expect(loadFonts([data])).rejects.toThrow(`files[0]: found "${found}", expected a TrueType or OpenType font`);
  });
});

describe("Fonts in pictures", () => {
  it("decide where texts end, and are named in the picture", async () => {
    const [regular] = await readNoto();
    const svg = renderToSVG({ ...options, fonts: await loadFonts([regular!]) });
    expect(svg).toContain('font-family="&quot;Noto Sans&quot;, sans-serif"');
    expect(renderToHTML({ ...options, fonts: await loadFonts(await readNoto()) })).toContain("لقاء الأسد");
  });

  it("are inside as far as the picture needs them, and nothing is loaded", async () => {
    const noto = await readNoto();
    const fonts = await loadFonts(noto);
    const svg = renderToSVG({ ...options, fonts });
    const whole = await fonts.embedIn(svg);
    const faces = [...whole.matchAll(/font-family: "([^"]+)"; font-weight: (\d+); src: url\(([^)]+)\)/g)];
    expect(faces.map(([, family, weight]) => `${family} ${weight}`)).toEqual([
      ...["Noto Sans 400", "Noto Sans 700"],
      ...["Noto Sans Arabic 400", "Noto Sans Arabic 700"],
    ]);
    for (const [, , , url] of faces) expect(url).toMatch(/^data:font\/woff2;base64,[\w+/=]+$/);
    expect(whole.length - svg.length).toBeLessThan(noto.reduce((sum, { length }) => sum + length, 0) / 10);
    expect(whole.replace(/\n<style>[^]*<\/style>/, "")).toBe(svg);
  });

  it("stay out where the picture has no text for them", async () => {
    const fonts = await loadFonts(await readNoto());
    const svg = "<svg><desc></desc><text>漢</text></svg>";
    expect(await fonts.embedIn(svg)).toBe(svg);
  });
});

describe("A package that is not installed", () => {
  it("is named with what to type", async () => {
    const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
    await expect(importPeer("sharp", () => Promise.reject(missing))).rejects.toThrow("npm install sharp");
  });

  it("is not blamed for other faults", async () => {
    const other = new Error("out of memory");
    await expect(importPeer("sharp", () => Promise.reject(other))).rejects.toBe(other);
  });
});
