import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.js";
import { fileOf } from "./files.js";

const FILES: Readonly<Record<string, string>> = {
  "good.csv": "date,title,source\n2020-07-09,Meeting,SANA\n",
  "bad.csv": "date,title,source\n2020-25-07,Turned,SANA\n2020-07-09/2020-07-07,End first,SANA\n",
  "warn.csv": "date,title,kind,source\n2020-07-09,Meeting,sumit,SANA\n",
  "doubtful.csv": "date,title,source\n09/07/2020,Either,SANA\n",
  "lost.csv": "date,title,source\nsometime,Meeting,SANA\n",
};

async function outcomeOf(
  ...words: readonly string[]
): Promise<{ code: number; printed: string; warned: string; written: ReadonlyMap<string, string> }> {
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

describe("mizwala check", () => {
  it("has nothing to say of good data, and exits with 0", async () => {
    expect(await outcomeOf("check", "good.csv")).toMatchObject({ code: 0, printed: "", warned: "" });
  });

  it("says what is wrong and what would mend it, and exits with 1", async () => {
    const { code, printed } = await outcomeOf("check", "bad.csv");
    expect(code).toBe(1);
    expect(printed).toContain(
      'bad.csv: error: row 2, date: "2020-25-07" can\'t be read as a date. [--fix: date "2020-07-25"]\n',
    );
    expect(printed).toContain("bad.csv: error: row 3, date: The end is before the start");
    expect(printed.match(/2020-25-07/g)).toHaveLength(1);
  });

  it("says it in Arabic", async () => {
    expect((await outcomeOf("check", "bad.csv", "--locale", "ar-SY")).printed).toContain("النهاية قبل البداية");
    expect((await outcomeOf("check", "doubtful.csv", "--locale", "ar")).printed).toContain(
      'row 2, date: لا يُعرف في "09/07/2020" أيهما أولاً، اليوم أم الشهر.',
    );
  });

  it("mends what it can, says so, and exits with 0 where nothing is left", async () => {
    const { code, warned, printed, written } = await outcomeOf("check", "bad.csv", "--fix", "-o", "good.csv");
    expect({ code, printed }).toEqual({ code: 0, printed: "" });
    expect(warned).toContain("bad.csv: mended: row 2, date: ");
    expect(written.get("good.csv")).toBe(
      "date,title,source\r\n2020-07-25,Turned,SANA\r\n2020-07-07/2020-07-09,End first,SANA\r\n",
    );
    const { printed: json } = await outcomeOf("check", "bad.csv", "--fix");
    expect(json).toContain('"date": "2020-07-25"');
  });

  it("exits with 0 for warnings, but not where it is strict", async () => {
    const { code, printed } = await outcomeOf("check", "warn.csv");
    expect(code).toBe(0);
    expect(printed).toContain('"sumit" is no kind of event; "summit"?');
    expect((await outcomeOf("check", "warn.csv", "--strict")).code).toBe(1);
  });

  it("leaves what nobody can mend, and exits with 1", async () => {
    expect((await outcomeOf("check", "lost.csv", "--fix")).code).toBe(1);
  });

  it("answers as JSON", async () => {
    const { printed } = await outcomeOf("check", "bad.csv", "--json");
    expect(JSON.parse(printed)).toMatchObject({
      findings: [
        { code: "date-unreadable", event: 0 },
        { code: "date-order", event: 1 },
      ],
    });
  });

  it.each([
    [["check", "bad.csv", "-o", "out.csv"], "--output and --as go with --fix"],
    [["check", "bad.csv", "--fix", "--json"], "--fix and --json do not go together"],
    [["check", "bad.csv", "--fix", "-o", "out.xyz"], "--as: expected a form"],
  ])("calls %j a wrong call", async (words, reason) => {
    const { code, warned } = await outcomeOf(...words);
    expect(code).toBe(2);
    expect(warned).toContain(reason);
  });
});
