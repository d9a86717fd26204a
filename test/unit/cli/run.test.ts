import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.js";
import { fileOf } from "./files.js";

interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly warned: string;
  readonly written: ReadonlyMap<string, string>;
}

/** What a call does, with files that are not there. */
async function outcomeOf(words: readonly string[], files: Readonly<Record<string, unknown>> = {}): Promise<Outcome> {
  let printed = "";
  let warned = "";
  const written = new Map<string, string>();
  const code = await run(words, {
    read: (path) => {
      const file = path.endsWith("/dist/mizwala.iife.js") ? "/* the library */" : files[path];
      return fileOf(path, file === undefined || typeof file === "string" ? file : JSON.stringify(file));
    },
    write: (path, text) => {
      if (path.startsWith("/locked")) return Promise.reject(new Error(`EACCES: permission denied, open '${path}'`));
      written.set(path, String(text));
      return Promise.resolve();
    },
    print: (text) => (printed += text),
    warn: (text) => (warned += text),
  });
  return { code, printed, warned, written };
}

const events = [{ date: "2020-07-08", title: "Agreement signed" }];
const files = { "a.json": { title: "From Astana", locale: "ar-SY", events } };

describe("mizwala", () => {
  it("says how to call it, as an answer to --help and as a fault without a command.", async () => {
    const help = await outcomeOf(["--help"]);
    const bare = await outcomeOf([]);
    expect([help.code, bare.code]).toEqual([0, 2]);
    expect(help.printed).toContain("mizwala render FILE");
    expect(bare.printed).toBe(help.printed);
  });

  it.each([
    [["paint", "a.json"], "unknown command paint"],
    [["render"], "render takes one file"],
    [["render", "a.json", "b.json"], "render takes one file"],
    [["render", "a.json", "--colour", "red"], "--colour"],
    [["render", "a.json", "--width"], "--width"],
    [["render", "a.json", "--width", "wide"], "--width: found wide, expected a number of pixels"],
    [["render", "a.json", "--width", ""], "--width: found , expected a number of pixels"],
    [["render", "a.json", "--width", "50"], "--width: found 50, expected a number of pixels from 100 to 20000"],
    [["render", "a.json", "--theme", "pink"], `--theme: found "pink", expected`],
    [["render", "a.json", "--locale", "?"], `--locale: found "?", expected a BCP 47 language tag`],
    [["render", "a.json", "--direction", "up"], `--direction: found "up", expected`],
    [["\u001b[2Jrender"], "unknown command \\u{1b}[2Jrender"],
  ])("calls %j a wrong call, says why, and draws nothing.", async (words, reason) => {
    const { code, warned, printed } = await outcomeOf(words, files);
    expect(code).toBe(2);
    expect(warned).toContain(reason);
    expect(warned).toContain("Try: mizwala --help");
    expect(printed).toBe("");
  });
});

describe("mizwala render", () => {
  it("prints the picture, and nothing else.", async () => {
    const { code, printed, warned, written } = await outcomeOf(["render", "a.json"], files);
    expect({ code, warned, written: written.size }).toEqual({ code: 0, warned: "", written: 0 });
    expect(printed).toMatch(/^<svg [^]*<\/svg>\n$/);
  });

  it.each([["-o"], ["--output"]])("writes the picture to the file behind %s.", async (flag) => {
    const { printed, written } = await outcomeOf(["render", "a.json", flag, "a.svg"], files);
    expect(printed).toBe("");
    expect(written.get("a.svg")).toBe((await outcomeOf(["render", "a.json"], files)).printed);
  });

  it("reads standard input and prints to standard output for a hyphen.", async () => {
    const { code, printed } = await outcomeOf(["render", "-", "-o", "-"], { "-": { events } });
    expect(code).toBe(0);
    expect(printed).toContain("Agreement signed");
  });

  it("keeps what the document says, unless a flag says otherwise.", async () => {
    const own = (await outcomeOf(["render", "a.json"], files)).printed;
    expect(own).toContain(`xml:lang="ar-SY"`);
    expect(own).toContain("حدث");
    const words = ["render", "a.json", "--locale", "en", "--direction", "rtl", "--theme", "dark", "--width", "640"];
    const { printed, code } = await outcomeOf(words, files);
    expect(code).toBe(0);
    expect(printed).toContain(`xml:lang="en"`);
    expect(printed).toContain(`width="640"`);
    expect(printed).toContain(`fill="#15191e"`);
  });

  it("takes the width that the document says, without calling it a fault.", async () => {
    const { code, printed } = await outcomeOf(["render", "w.json"], { "w.json": { events, width: 700 } });
    expect(code).toBe(0);
    expect(printed).toContain(`width="700"`);
  });

  it("reads a file that begins with a byte order mark.", async () => {
    const { code } = await outcomeOf(["render", "bom.json"], { "bom.json": `\uFEFF${JSON.stringify({ events })}` });
    expect(code).toBe(0);
  });

  it.each<[string, unknown, string]>([
    ["missing.json", undefined, "missing.json: ENOENT: no such file"],
    ["broken.json", `{ "events": [`, "broken.json: found no timeline data: it looks like JSON, but is not: "],
    ["escape.json", `\u001b[31m`, "found no timeline data"],
    ["list.json", [1, 2], "list.json: found no timeline data"],
    ["null.json", "null", "null.json: found no timeline data"],
    ["option.json", { events, layout: "spiral" }, `option.json: options.layout: found "spiral", expected`],
    ["unknown.json", { events, colour: "red" }, `unknown.json: options.colour`],
  ])("fails on %s, says why, and prints nothing.", async (name, content, reason) => {
    const { code, warned, printed } = await outcomeOf(["render", name], { [name]: content });
    expect(code).toBe(1);
    expect(warned).toContain(reason);
    expect(warned).not.toContain("\u001b");
    expect(printed).toBe("");
  });

  it("fails where the picture can't be written, and says why.", async () => {
    const { code, warned } = await outcomeOf(["render", "a.json", "-o", "/locked/a.svg"], files);
    expect(code).toBe(1);
    expect(warned).toContain("EACCES");
  });

  it("draws what it can, names the row that it can't, and exits with 1.", async () => {
    const rows = [...events, { date: "2020-13-45", title: "Bad" }, { date: "2020-07-09", title: "Good" }];
    const { code, warned, printed } = await outcomeOf(["render", "rows.json"], { "rows.json": { events: rows } });
    expect(code).toBe(1);
    expect(warned).toMatch(/^rows\.json: error: events\[1\]\.date: found "2020-13-45", expected .+\n$/);
    expect(printed).toContain("Good");
    expect(printed).not.toContain("Bad");
  });

  it("only warns of what looks wrong but can be shown.", async () => {
    const rows = [{ date: "2020-07-08", title: "Event", importance: 7 }];
    const { code, warned } = await outcomeOf(["render", "rows.json"], { "rows.json": { events: rows } });
    expect(code).toBe(0);
    expect(warned).toMatch(/^rows\.json: warning: events\[0\]\.importance/);
  });

  it("prints no control or direction character of the data to the terminal.", async () => {
    const rows = [{ date: "\u001b]0;owned\u0007\u202e2020\u009b", title: "Event" }];
    const { warned } = await outcomeOf(["render", "rows.json"], { "rows.json": { events: rows } });
    expect(warned).toContain("events[0].date");
    expect(warned).not.toMatch(/\p{Cf}|[^\P{Cc}\n]/u);
  });
});

describe("mizwala page", () => {
  it("writes a page that holds the document and the library.", async () => {
    const { code, written, warned } = await outcomeOf(["page", "a.json", "-o", "page.html", "--locale", "en"], files);
    expect([code, warned, [...written.keys()]]).toEqual([0, "", ["page.html"]]);
    const page = written.get("page.html")!;
    expect(page).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    for (const part of ["/* the library */", "<h1", "Agreement signed</bdi>", "application/ld+json"])
      expect(page).toContain(part);
  });

  it("names what could not be shown, and what of the call is wrong.", async () => {
    const bad = await outcomeOf(["page", "b.json"], { "b.json": { events: [{ date: "never", title: "x" }] } });
    expect([bad.code, bad.warned]).toEqual([1, expect.stringContaining("events[0].date")]);
    expect((await outcomeOf(["page", "a.json", "--theme", "pink"], files)).warned).toContain("--theme");
    expect((await outcomeOf(["page", "a.json", "--width", "3"], files)).warned).toContain("page has no option --width");
  });
});
