import { readFile } from "node:fs/promises";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.js";
import { NOTO_FILES } from "../../support/noto.js";
import { fileOf } from "./files.js";

const ROOT = new URL("../../../", import.meta.url);
const EXAMPLE = "examples/astana-damascus.json";

async function outcomeOf(words: string): Promise<{ code: number; warned: string; written: Uint8Array[] }> {
  let warned = "";
  const written: Uint8Array[] = [];
  const code = await run(words.split(" "), {
    read: async function* (path) {
      yield* fileOf(path, path === "wrong.ttf" ? "no font" : await readFile(new URL(path, ROOT)));
    },
    write: (_, content) => Promise.resolve(void written.push(Buffer.from(content))),
    print: () => undefined,
    warn: (text) => (warned += text),
  });
  return { code, warned, written };
}

const fonts = NOTO_FILES.map((file) => `--font ${file}`).join(" ");

describe("mizwala render", () => {
  it("draws pixels, as many as the scale says, where the name ends with .png", async () => {
    const { code, warned, written } = await outcomeOf(`render ${EXAMPLE} -o a.PNG --width 600 --scale 1.5 ${fonts}`);
    expect([code, warned]).toEqual([0, ""]);
    const { width, height, data } = PNG.sync.read(Buffer.from(written[0]!));
    expect(width).toBe(900);
    expect(height).toBeGreaterThan(300);
    const dark = data.filter((value, i) => i % 4 === 0 && value < 60).length;
    expect(dark).toBeGreaterThan(2000);
  });

  it("puts the fonts into a picture that ends with .svg", async () => {
    const { code, written } = await outcomeOf(`render ${EXAMPLE} -o a.svg ${fonts}`);
    expect(code).toBe(0);
    expect(new TextDecoder().decode(written[0])).toContain("@font-face");
  });

  it.each([
    [`render ${EXAMPLE} -o a.svg --scale 2`, "--scale is for pictures with the end .png"],
    [`render ${EXAMPLE} -o a.png --scale 11`, "--scale: found 11, expected a number from 0.1 to 10"],
    [`render ${EXAMPLE} -o a.png --scale big`, "--scale: found big, expected a number from 0.1 to 10"],
    [`render ${EXAMPLE} -o a.png --browser x`, "--browser is for pictures with the end .pdf"],
    [`render ${EXAMPLE} -o a.svg --layout circle`, "--layout: found"],
  ])("calls %s wrong", async (words, reason) => {
    const { code, warned, written } = await outcomeOf(words);
    expect(code).toBe(2);
    expect(warned).toContain(reason);
    expect(written).toEqual([]);
  });

  it.each([
    [
      `render ${EXAMPLE} -o a.svg --font wrong.ttf`,
      `--font wrong.ttf: found "7 bytes", expected a TrueType or OpenType font`,
    ],
    [`render ${EXAMPLE} -o a.svg --font none.ttf`, "ENOENT"],
    [`render ${EXAMPLE} -o a.png --width 20000 --scale 10`, "make --scale smaller"],
    [`render ${EXAMPLE} -o a.pdf --browser /none/chrome`, "--browser: /none/chrome does not start"],
  ])("says why it can't: %s", async (words, reason) => {
    const { code, warned, written } = await outcomeOf(words);
    expect(code).toBe(1);
    expect(warned).toContain(reason);
    expect(written).toEqual([]);
  });
});
