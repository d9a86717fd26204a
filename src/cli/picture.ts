import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importPeer } from "../base/peer.js";
import { FileError } from "./outside.js";

/** The forms of a picture, by the end of a name. */
export type PictureForm = "svg" | "png" | "pdf";

/** The number of pixels that a picture may have. */
const MOST_PIXELS = 100_000_000;
/** Dots to an inch at which sharp draws one pixel for each CSS pixel. */
const DENSITY = 72;
/** Browsers that may be installed, as playwright-core calls them. */
const CHANNELS = ["chrome", "chromium", "msedge"];

/** The width and height of a picture as `renderToSVG` writes it, in CSS pixels. */
function sizeOf(svg: string): readonly [width: number, height: number] {
  const start = svg.slice(0, svg.indexOf(">"));
  const [, width = "0", height = "0"] = / width="([\d.]+)" height="([\d.]+)"/.exec(start) ?? [];
  return [Number(width), Number(height)];
}

/**
 * Turns a picture into pixels, by librsvg in the package `sharp`.
 *
 * @param scale - Pixels in a CSS pixel.
 * @param fonts - Font files for it, beside the fonts of the machine.
 */
export async function toPNG(svg: string, scale: number, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  const [width, height] = sizeOf(svg);
  if (width * height * scale ** 2 > MOST_PIXELS)
    throw new FileError(`the picture would have more than ${MOST_PIXELS / 1e6} million pixels; make --scale smaller`);
  return withFonts(fonts, async () => {
    const { default: sharp } = await importPeer("sharp", () => import("sharp"));
    const image = sharp(new TextEncoder().encode(svg), { density: DENSITY * scale, limitInputPixels: MOST_PIXELS });
    return image.png().toBuffer();
  });
}

/** librsvg finds fonts by fontconfig alone, which reads its file once, when it is loaded. */
async function withFonts<Result>(fonts: readonly Uint8Array[], work: () => Promise<Result>): Promise<Result> {
  if (fonts.length === 0) return work();
  const folder = await mkdtemp(join(tmpdir(), "mizwala-fonts-"));
  const before = process.env["FONTCONFIG_FILE"];
  const system = `<include ignore_missing="yes">${before ?? "/etc/fonts/fonts.conf"}</include>`;
  const config = `<?xml version="1.0"?><fontconfig>${system}<dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>`;
  await Promise.all(fonts.map((font, i) => writeFile(join(folder, `${i}.ttf`), font)));
  await writeFile(join(folder, "fonts.conf"), config);
  process.env["FONTCONFIG_FILE"] = join(folder, "fonts.conf");
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env["FONTCONFIG_FILE"];
    else process.env["FONTCONFIG_FILE"] = before;
    await rm(folder, { recursive: true, force: true });
  }
}

/** A page that is laid out asks for its fonts; until they are there, their texts are not printed. */
const FONTS_READY = "document.body.offsetHeight, document.fonts.ready.then(() => undefined)";

/**
 * Turns a picture into a PDF of one page of its size, whose text can be selected and searched, by a browser and the package
 * `playwright-core`.
 *
 * @param browserPath - The browser to use. Default: Chrome, Chromium or Edge, as installed.
 */
export async function toPDF(svg: string, browserPath: string | undefined): Promise<Uint8Array> {
  const { chromium } = await importPeer("playwright-core", () => import("playwright-core"));
  const browser = await launch((where) => chromium.launch(where), browserPath);
  try {
    const page = await browser.newPage({ javaScriptEnabled: false });
    const style = "@page { margin: 0; } body { margin: 0; } svg { display: block; }";
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${svg}`);
    await page.evaluate(FONTS_READY);
    const [width, height] = sizeOf(svg).map((length) => `${Math.ceil(length)}px`);
    return await page.pdf({ width: width!, height: height!, printBackground: true, pageRanges: "1" });
  } finally {
    await browser.close();
  }
}

async function launch<Browser>(
  start: (where: { readonly executablePath?: string; readonly channel?: string }) => Promise<Browser>,
  path: string | undefined,
): Promise<Browser> {
  const places = path === undefined ? CHANNELS.map((channel) => ({ channel })) : [{ executablePath: path }];
  for (const place of places) {
    try {
      return await start(place);
    } catch (error) {
      if (path !== undefined) throw new FileError(`--browser: ${path} does not start`, { cause: error });
    }
  }
  throw new FileError("found no Chrome, Chromium or Edge; say where there is one by --browser PATH");
}
