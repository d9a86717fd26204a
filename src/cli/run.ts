import { parseArgs } from "node:util";
import { readable, UsageError, type Outside } from "./outside.js";
import { renderFile, RENDER_FLAGS } from "./render.js";

const USAGE = `mizwala: timelines that read right

  mizwala render FILE [-o OUT.svg]   draw a timeline document (JSON) as SVG

FILE and OUT may be - for standard input and output. Options:

  -o, --output OUT         where to write (default: standard output)
      --width PX           width of the picture (default: 1120)
      --locale TAG         language of dates and words, for example ar-SY
      --direction DIR      auto, ltr or rtl
      --theme THEME        light or dark
  -h, --help               this text

Exit code 0: drawn. 1: drawn, but some data could not be shown, or a file can't be read or written. 2: wrong call.
`;

/**
 * Runs one call of the command line.
 *
 * @returns The exit code.
 */
export async function run(words: readonly string[], outside: Outside): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...RENDER_FLAGS, help: { type: "boolean", short: "h" } },
    });
    const [command, ...files] = positionals;
    if (values.help === true || command === undefined) {
      outside.print(USAGE);
      return values.help === true ? 0 : 2;
    }
    if (command !== "render") throw new UsageError(`unknown command ${readable(command)}; there is: render`);
    if (files.length !== 1) throw new UsageError("render takes one file");
    return await renderFile(files[0]!, values, outside);
  } catch (error) {
    if (!(error instanceof UsageError) && !isArgumentError(error)) throw error;
    outside.warn(`mizwala: ${readable(error.message)}\nTry: mizwala --help\n`);
    return 2;
  }
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && String((error as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS");
}
