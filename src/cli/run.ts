import { parseArgs } from "node:util";
import { EXPLAIN_FLAGS, explainFile } from "./explain.js";
import { readable, UsageError, type Outside } from "./outside.js";
import { PAGE_FLAGS, pageFile } from "./page.js";
import { renderFile, RENDER_FLAGS } from "./render.js";

const USAGE = `mizwala: timelines that read right

  mizwala render FILE [-o OUT.svg]       draw a timeline document (JSON) as SVG
  mizwala page FILE [-o OUT.html]        make a page of it that needs nothing else, to publish or to embed
  mizwala explain FILE [--event ID]      say what became of an event and its label, and why;
                                         without --event, how good the picture is

FILE and OUT may be - for standard input and output. Options:

  -o, --output OUT         render, page: where to write (default: standard output)
      --theme THEME        render, page: light or dark
      --image URL          page: a picture of it, for previews of links
      --event ID           explain: the id of an event
      --layout LAYOUT      explain: flags, lanes, list or auto
      --from DATE          explain: the first date in view
      --to DATE            explain: the last date in view
      --json               explain: answer as JSON
      --width PX           width of the picture (default: 1120)
      --locale TAG         language of dates and words, for example ar-SY
      --direction DIR      auto, ltr or rtl
      --orientation WAY    horizontal, vertical or auto: where time runs
  -h, --help               this text

Exit code 0: done. 1: done, but some data could not be shown, or a file can't be read or written. 2: wrong call.
`;

const COMMANDS = {
  render: { flags: RENDER_FLAGS, run: renderFile },
  page: { flags: PAGE_FLAGS, run: pageFile },
  explain: { flags: EXPLAIN_FLAGS, run: explainFile },
} as const;

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
      options: { ...RENDER_FLAGS, ...PAGE_FLAGS, ...EXPLAIN_FLAGS, help: { type: "boolean", short: "h" } },
    });
    const { help, ...rest } = values;
    const [name, ...files] = positionals;
    if (help === true || name === undefined) {
      outside.print(USAGE);
      return help === true ? 0 : 2;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : undefined;
    if (!command) throw new UsageError(`unknown command ${name}; there are: ${Object.keys(COMMANDS).join(", ")}`);
    const foreign = Object.keys(rest).find((flag) => !(flag in command.flags));
    if (foreign !== undefined) throw new UsageError(`${name} has no option --${foreign}`);
    if (files.length !== 1) throw new UsageError(`${name} takes one file`);
    return await command.run(files[0]!, rest, outside);
  } catch (error) {
    if (!(error instanceof UsageError) && !isArgumentError(error)) throw error;
    outside.warn(`mizwala: ${readable(error.message)}\nTry: mizwala --help\n`);
    return 2;
  }
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && String((error as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS");
}
