import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.js";
import { fileOf } from "./files.js";

interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly warned: string;
  readonly written: ReadonlyMap<string, string>;
}

const TABLE = "التاريخ,العنوان,لون\n٧/٧/٢٠٢٠,وصول باقري,أحمر\n٢٥/٧/٢٠٢٠,<b>قمة</b>,\n";
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "in.csv": TABLE,
  "-": TABLE,
  "utf-16.csv": new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(TABLE, (letter) => letter.charCodeAt(0)).buffer),
  ]),
  "own.csv": "wann,was\n2020-07-09,Treffen\n",
  "day.csv": "date,title\n09/07/2020,Which month?\n",
  "bad.csv": "date,title\nnever,\u001b[31mred\n2020,Good\n",
  "in.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20200709\nSUMMARY:Meeting\nEND:VEVENT\nEND:VCALENDAR\n",
};

async function outcomeOf(...words: readonly string[]): Promise<Outcome> {
  let [printed, warned] = ["", ""];
  const written = new Map<string, string>();
  const code = await run(words, {
    read: (path) => fileOf(path, FILES[path]),
    write: (path, text) => Promise.resolve(void written.set(path, String(text))),
    print: (text) => (printed += text),
    warn: (text) => (warned += text),
  });
  return { code, printed, warned, written };
}

describe("mizwala convert", () => {
  it("writes the form that the name of the output says, and what is lost", async () => {
    const { code, warned, written } = await outcomeOf("convert", "in.csv", "-o", "out.ics");
    expect(code).toBe(0);
    expect(written.get("out.ics")).toContain("DTSTART;VALUE=DATE:20200707\r\n");
    expect(written.get("out.ics")).toContain("SUMMARY:وصول باقري\r\n");
    expect(warned).toContain(
      'in.csv: lost: row 3, العنوان: found "b": the look of words in HTML; the words are kept\n',
    );
    expect(warned).toContain("in.csv: lost: row 1, data: found an object with لون");
  });

  it.each(["json", "ndjson", "csv", "ics", "jsonld", "md", "txt"])("knows the end .%s", async (end) => {
    const { code, written } = await outcomeOf("convert", "in.csv", "-o", `out.${end}`);
    expect(code).toBe(0);
    expect(written.get(`out.${end}`)).toContain("وصول باقري");
  });

  it("reads standard input and prints to standard output", async () => {
    const { code, printed, written } = await outcomeOf("convert", "-", "-o", "-", "--as", "text", "--locale", "ar");
    expect({ code, written: written.size }).toEqual({ code: 0, written: 0 });
    expect(printed).toBe("7 يوليو 2020: وصول باقري\n25 يوليو 2020: قمة\n");
  });

  it("reads UTF-16", async () => {
    const { printed } = await outcomeOf("convert", "utf-16.csv", "--as", "csv");
    expect(printed).toContain("2020-07-07,وصول باقري");
  });

  it("takes columns by the names it is told", async () => {
    const { code, printed } = await outcomeOf(
      "convert",
      "own.csv",
      "--format",
      "csv",
      "--map",
      "date=wann",
      "--map",
      "title=WAS",
      "--as",
      "csv",
    );
    expect({ code, printed }).toEqual({ code: 0, printed: "date,title\r\n2020-07-09,Treffen\r\n" });
  });

  it("reads days and months in the order it is told, and else asks for it", async () => {
    expect((await outcomeOf("convert", "day.csv", "--as", "csv", "--date-order", "month-day")).printed).toContain(
      "2020-09-07",
    );
    const { warned } = await outcomeOf("convert", "day.csv", "--as", "csv");
    expect(warned).toContain('day.csv: warning: row 2, date: found "09/07/2020", expected one of');
  });

  it("exits with 1 where a date can't be read, and prints no control characters", async () => {
    const { code, warned, printed } = await outcomeOf("convert", "bad.csv", "--as", "text");
    expect(code).toBe(1);
    expect(warned).toContain(`bad.csv: error: row 2, date: found "never"`);
    expect(warned).not.toContain("\u001b");
    expect(printed).toBe("2020: Good\n");
  });

  it.each([
    [["convert", "in.csv"], "--as: expected a form"],
    [["convert", "in.csv", "-o", "out.xyz"], "--as: expected a form, as the name out.xyz says none"],
    [["convert", "in.csv", "--as", "pdf"], `--as: found "pdf", expected one of`],
    [["convert", "in.csv", "--as", "csv", "--format", "xls"], `--format: found "xls", expected one of`],
    [["convert", "in.csv", "--as", "csv", "--map", "start"], "--map: found start, expected FIELD=COLUMN"],
    [["convert", "in.csv", "--as", "csv", "--date-order", "x"], "--date-order: found"],
    [["convert", "in.csv", "--as", "csv", "--width", "7"], "convert has no option --width"],
  ])("calls %j a wrong call", async (words, reason) => {
    const { code, warned, printed } = await outcomeOf(...words);
    expect({ code, printed }).toEqual({ code: 2, printed: "" });
    expect(warned).toContain(reason);
  });
});

describe("The other commands", () => {
  it("take any form too", async () => {
    const drawn = await outcomeOf("render", "in.ics");
    expect(drawn.code).toBe(0);
    expect(drawn.printed).toContain("Meeting");
    const explained = await outcomeOf("explain", "in.csv", "--event", "وصول-باقري");
    expect(explained.code).toBe(0);
    expect(explained.printed).toContain("2020-07-07");
    expect(
      (await outcomeOf("render", "own.csv", "--format", "csv", "--map", "date=wann", "--map", "title=was")).printed,
    ).toContain("Treffen");
  });
});
