import { MizwalaError } from "../base/errors.js";
import { write } from "../formats/index.js";
import { access, lossLines, readData, sentenceOf, writtenForm, type ReadValues } from "./document.js";
import { FileError, nameOf, readable, UsageError, type Outside } from "./outside.js";

/** The options of `mizwala convert`. */
export const CONVERT_FLAGS = {
  output: { type: "string", short: "o" },
  as: { type: "string" },
  locale: { type: "string" },
} as const;

interface ConvertValues extends ReadValues {
  readonly output?: string | undefined;
  readonly as?: string | undefined;
  readonly locale?: string | undefined;
}

/** Reads a file in any form and writes it in another, and says what of it was wrong and what is lost. */
export async function convertFile(file: string, values: ConvertValues, outside: Outside): Promise<number> {
  const { output = "-", as, locale } = values;
  const format = writtenForm(output, as);
  const complain = (reason: string): void => {
    outside.warn(`${nameOf(file)}: ${readable(reason)}\n`);
  };
  try {
    const data = await readData(file, values, outside);
    const written = await write(data.document, {
      format,
      ...(locale !== undefined && { locale }),
    });
    if (output === "-") outside.print(written.text);
    else await access(outside.write(output, written.text));
    const issues = [...data.issues, ...written.issues];
    for (const line of [...issues.map((issue) => sentenceOf(issue)), ...lossLines([...data.losses, ...written.losses])])
      complain(line);
    return issues.some(({ severity }) => severity === "error") ? 1 : 0;
  } catch (error) {
    if (error instanceof MizwalaError)
      throw new UsageError(error.message.replace("options.format", "--as").replace("options.", "--"));
    if (!(error instanceof FileError)) throw error;
    complain(error.message);
    return 1;
  }
}
