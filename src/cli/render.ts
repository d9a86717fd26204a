import { MizwalaError } from "../base/errors.js";
import { diagnose } from "../model/diagnose.js";
import { loadFonts, type LoadedFonts } from "../fonts/index.js";
import { renderToSVG, type PictureOptions } from "../svg/index.js";
import { access, bytesOf, lossLines, readData, readWidth, sentenceOf, type ReadValues } from "./document.js";
import { toPDF, toPNG, type PictureForm } from "./picture.js";
import { FileError, nameOf, readable, UsageError, type Outside } from "./outside.js";

/** The options of `mizwala render`. */
export const RENDER_FLAGS = {
  output: { type: "string", short: "o" },
  width: { type: "string" },
  locale: { type: "string" },
  direction: { type: "string" },
  orientation: { type: "string" },
  theme: { type: "string" },
  layout: { type: "string" },
  scale: { type: "string" },
  font: { type: "string", multiple: true },
  browser: { type: "string" },
} as const;

const [SMALLEST, LARGEST] = [0.1, 10];

/** What only a picture has, and the model of a timeline does not know. */
const PICTURE_OPTION = "options.width";

type RenderValues = ReadValues &
  Readonly<Partial<Record<Exclude<keyof typeof RENDER_FLAGS, "font">, string | undefined>>> & {
    readonly font?: readonly string[] | undefined;
  };

/** Draws the document in a file and says what of it could not be shown. */
export async function renderFile(file: string, values: RenderValues, outside: Outside): Promise<number> {
  const { output, width, locale, direction, orientation, layout, theme, scale, font = [], browser } = values;
  const options = { width: width === undefined ? undefined : readWidth(width), locale, direction };
  const form = formOf(output);
  const ratio = scaleOf(scale);
  if (scale !== undefined && form !== "png") throw new UsageError("--scale is for pictures with the end .png");
  if (browser !== undefined && form !== "pdf") throw new UsageError("--browser is for pictures with the end .pdf");
  return writeFrom(file, values, { ...options, orientation, layout, theme }, output, outside, async (document) => {
    const isPrivateAllowed = values["no-private"] !== true;
    const files = await Promise.all(font.map((path) => access(bytesOf(outside.read(path, isPrivateAllowed)))));
    const fonts = files.length > 0 ? await fontsOf(files, font) : undefined;
    const svg = renderToSVG({ ...document, ...(fonts && { fonts }) });
    if (form === "png") return toPNG(svg, ratio, files);
    const whole = fonts ? await fonts.embedIn(svg) : svg;
    return form === "pdf" ? toPDF(whole, browser) : whole;
  });
}

/** Fonts from files, which are named where one is none. */
async function fontsOf(files: readonly Uint8Array[], names: readonly string[]): Promise<LoadedFonts> {
  try {
    return await loadFonts(files);
  } catch (error) {
    const [, place] = error instanceof MizwalaError ? (/^files\[(\d+)\]$/.exec(error.path) ?? []) : [];
    const name = names[Number(place)];
    if (name === undefined) throw error;
    throw new FileError((error as MizwalaError).message.replace(/^files\[\d+\]/, `--font ${name}`), { cause: error });
  }
}

/** The form that the end of a name tells. */
function formOf(output = "-"): PictureForm {
  if (/\.png$/i.test(output)) return "png";
  return /\.pdf$/i.test(output) ? "pdf" : "svg";
}

function scaleOf(text = "1"): number {
  const scale = Number(text);
  if (scale >= SMALLEST && scale <= LARGEST) return scale;
  throw new UsageError(`--scale: found ${text}, expected a number from ${SMALLEST} to ${LARGEST}`);
}

/**
 * Makes something of the document in a file, and says what of it could not be shown.
 *
 * @param reading - How to read it.
 * @param flags - Options over those of the document.
 * @param output - Where to write. Default: standard output.
 */
export async function writeFrom(
  file: string,
  reading: ReadValues,
  flags: Readonly<Record<string, unknown>>,
  output = "-",
  outside: Outside,
  make: (document: PictureOptions) => string | Promise<string | Uint8Array>,
): Promise<number> {
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  const complain = (reason: string): void => {
    outside.warn(`${nameOf(file)}: ${readable(reason)}\n`);
  };
  try {
    const { document, issues: found, losses } = await readData(file, reading, outside);
    const options: PictureOptions = Object.assign({ ...document } as PictureOptions, given);
    const content = await make(options);
    if (output === "-" && typeof content === "string") outside.print(content);
    else await access(outside.write(output, content));
    const issues = [...found, ...diagnose(options).filter(({ path }) => path !== PICTURE_OPTION)];
    for (const line of [...issues.map((issue) => sentenceOf(issue)), ...lossLines(losses)]) complain(line);
    return issues.some(({ severity }) => severity === "error") ? 1 : 0;
  } catch (error) {
    if (!(error instanceof MizwalaError || error instanceof FileError)) throw error;
    const flag = Object.keys(given).find((name) => error instanceof MizwalaError && error.path === `options.${name}`);
    if (flag !== undefined) throw new UsageError(error.message.replace("options.", "--"));
    complain(error.message);
    return 1;
  }
}
