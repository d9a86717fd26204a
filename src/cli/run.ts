import { parseArgs } from "node:util";
import { CHECK_FLAGS, checkFile } from "./check.js";
import { CONVERT_FLAGS, convertFile } from "./convert.js";
import { READ_FLAGS } from "./document.js";
import { EXPLAIN_FLAGS, explainFile } from "./explain.js";
import { LEVELS_FLAGS, makeLevels } from "./levels.js";
import { readable, UsageError, type Outside } from "./outside.js";
import { PAGE_FLAGS, pageFile } from "./page.js";
import { renderFile, RENDER_FLAGS } from "./render.js";
import { serveFile, SERVE_FLAGS } from "./serve.js";

const USAGE = `mizwala: timelines that read right

  mizwala render FILE [-o OUT.svg]       draw a timeline as SVG, PNG or PDF, by the end of OUT
  mizwala page FILE [-o OUT.html]        make a page of it that needs nothing else, to publish or to embed
  mizwala explain FILE [--event ID]      say what became of an event and its label, and why;
                                         without --event, how good the picture is
  mizwala convert FILE -o OUT            write the data in another form, and say what is lost
  mizwala serve FILE [--port N]          serve the events and a page that shows them, however many, until it is stopped
  mizwala levels FILE [--run]            print the SQL that makes a large table of events fast, or run it
  mizwala check FILE [--fix -o OUT]      say what is wrong with the data, and mend what is sure

FILE is a document, a table (CSV, TSV), a calendar (iCalendar), or the data of another timeline; its content tells which.
serve takes a database of DuckDB that mizwala has prepared as well (.duckdb). levels takes a file that says where the events lie. FILE and OUT may be - for standard input and output; FILE may be an address that begins with https: or http:. Options:

  -o, --output OUT         render, page, convert, check --fix: where to write (default: standard output)
      --as FORM            convert, check --fix: mizwala, ndjson, csv, icalendar, json-ld, timelinejs, markdown or text
                           (default: by the end of OUT: .json, .ndjson, .csv, .ics, .jsonld, .md, .txt)
      --format FORM        the form of FILE, where its content does not tell
      --map FIELD=COLUMN   the column of a table that holds a field, for example start=تاريخ; may be repeated
      --date-order ORDER   day-month or month-day: how 09/07/2020 is read
      --published-on DATE  the day from which "yesterday" counts
      --no-private         where FILE is an address: not one in the network of this machine
      --theme THEME        render, page: light or dark
      --font FILE          render: a font for its texts (TrueType, OpenType); may be repeated
      --scale N            render to PNG: pixels in a CSS pixel (default: 1)
      --browser PATH       render to PDF: the browser that makes it (default: Chrome, Chromium or Edge)
      --image URL          page: a picture of it, for previews of links
      --port N             serve: where it listens; 0 for any that is free (default: 8080)
      --host ADDRESS       serve: of this machine, on which it listens (default: 127.0.0.1)
      --title TEXT         serve: the title of the page
      --origin ORIGIN      serve: whose pages may ask from elsewhere, or * for all
      --client-header NAME serve: the header in which a proxy in front says who asks, for example x-forwarded-for
      --engine NAME        levels: duckdb, postgres or clickhouse, as FILE says
      --run                levels: run the statements
      --event ID           explain: the id of an event
      --layout LAYOUT      render, explain: flags, lanes, list, density or auto
      --from DATE          explain: the first date in view
      --to DATE            explain: the last date in view
      --json               explain, check: answer as JSON
      --fix                check: write the data with the repairs that are sure
      --strict             check: exit with 1 for warnings too
      --width PX           width of the picture (default: 1120)
      --locale TAG         language of dates and words, for example ar-SY
      --direction DIR      auto, ltr or rtl
      --orientation WAY    horizontal, vertical or auto: where time runs
  -h, --help               this text

Exit code 0: done. 1: done, but some data could not be shown, or a file can't be read or written. 2: wrong call.
`;

const COMMANDS = {
  render: { flags: { ...READ_FLAGS, ...RENDER_FLAGS }, run: renderFile },
  page: { flags: { ...READ_FLAGS, ...PAGE_FLAGS }, run: pageFile },
  explain: { flags: { ...READ_FLAGS, ...EXPLAIN_FLAGS }, run: explainFile },
  check: { flags: { ...READ_FLAGS, ...CHECK_FLAGS }, run: checkFile },
  levels: { flags: LEVELS_FLAGS, run: makeLevels },
  serve: { flags: { ...READ_FLAGS, ...SERVE_FLAGS }, run: serveFile },
  convert: { flags: { ...READ_FLAGS, ...CONVERT_FLAGS }, run: convertFile },
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
      options: {
        ...READ_FLAGS,
        ...RENDER_FLAGS,
        ...PAGE_FLAGS,
        ...EXPLAIN_FLAGS,
        ...CONVERT_FLAGS,
        ...CHECK_FLAGS,
        ...SERVE_FLAGS,
        ...LEVELS_FLAGS,
        help: { type: "boolean", short: "h" },
      },
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
