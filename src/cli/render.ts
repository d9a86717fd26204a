import { MizwalaError } from "../base/errors.js";
import { diagnose } from "../model/diagnose.js";
import { renderToSVG, type PictureOptions } from "../svg/index.js";
import { access, lossLines, readData, readWidth, sentenceOf, type ReadValues } from "./document.js";
import { FileError, readable, UsageError, type Outside } from "./outside.js";

/** The options of `mizwala render`. */
export const RENDER_FLAGS = {
  output: { type: "string", short: "o" },
  width: { type: "string" },
  locale: { type: "string" },
  direction: { type: "string" },
  orientation: { type: "string" },
  theme: { type: "string" },
} as const;

/** What only a picture has, and the model of a timeline does not know. */
const PICTURE_OPTION = "options.width";

type RenderValues = ReadValues & { readonly [Flag in keyof typeof RENDER_FLAGS]?: string | undefined };

/** Draws the document in a file and says what of it could not be shown. */
export async function renderFile(file: string, values: RenderValues, outside: Outside): Promise<number> {
  const { output, width, locale, direction, orientation, theme } = values;
  const given = { width: width === undefined ? undefined : readWidth(width), locale, direction, orientation, theme };
  return writeFrom(file, values, given, output, outside, renderToSVG);
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
  make: (document: PictureOptions) => string | Promise<string>,
): Promise<number> {
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  const complain = (reason: string): void => {
    outside.warn(`${readable(file)}: ${readable(reason)}\n`);
  };
  try {
    const { document, issues: found, losses } = await readData(file, reading, outside);
    const options: PictureOptions = Object.assign({ ...document } as PictureOptions, given);
    const text = await make(options);
    if (output === "-") outside.print(text);
    else await access(outside.write(output, text));
    const issues = [...found, ...diagnose(options).filter(({ path }) => path !== PICTURE_OPTION)];
    for (const line of [...issues.map(sentenceOf), ...lossLines(losses)]) complain(line);
    return issues.some(({ severity }) => severity === "error") ? 1 : 0;
  } catch (error) {
    if (!(error instanceof MizwalaError || error instanceof FileError)) throw error;
    const flag = Object.keys(given).find((name) => error instanceof MizwalaError && error.path === `options.${name}`);
    if (flag !== undefined) throw new UsageError(error.message.replace("options.", "--"));
    complain(error.message);
    return 1;
  }
}
