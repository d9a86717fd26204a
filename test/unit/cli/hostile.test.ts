import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.js";
import { runs } from "../../support/full.js";
import { hostileTexts } from "../../support/hostile/corpus.js";
import { hostileDocument } from "../../support/hostile/events.js";
import { fileOf } from "./files.js";

/** What a terminal takes for a command, or what turns its lines around. */
const COMMANDS_OF_TERMINALS = /\p{Cf}|[^\P{Cc}\n]/u;
const ESCAPES = ["\u001b[2J", "\u009b31m", "\u001b]0;owned\u0007", "\u202e", "\u2066", "\r", "\b"];
const texts = hostileTexts("https://canary.example")
  .filter((_, i) => i % runs(15, 1) === 0)
  .map((text, i) => `${text}${ESCAPES[i % ESCAPES.length]!}`);
const hostile = JSON.stringify(hostileDocument(texts, { round: 1, isJSON: true }));
const table = `date,title,kind,url,${JSON.stringify(texts[0])}\n${texts
  .map((text) => [text, text, text, text, text].map((cell) => `"${cell.replaceAll('"', '""')}"`).join())
  .join("\n")}`;

const CALLS = [
  "check FILE",
  "check FILE --json",
  "check FILE --locale ar",
  "explain FILE",
  "explain FILE --json",
  "explain FILE --event TEXT",
  "render FILE -o out.svg",
  "render FILE --theme TEXT",
  "page FILE -o out.html",
  "convert FILE -o out.csv",
  "convert FILE -o out.ics",
  "TEXT FILE",
];

describe.each(["hostile.json", "hostile.csv"])("With the hostile texts of %s", (name) => {
  it.each(CALLS)("S34: no command of a terminal is printed by %s", async (call) => {
    const words = call.split(" ").map((word) => ({ FILE: name, TEXT: texts[0]! })[word] ?? word);
    let said = "";
    const code = await run(words, {
      read: (path) =>
        fileOf(
          path,
          path === name ? (name.endsWith(".csv") ? table : hostile) : path.endsWith(".js") ? "0" : undefined,
        ),
      write: () => Promise.resolve(),
      print: (text) => (said += text),
      warn: (text) => (said += text),
    });
    expect(said.length).toBeGreaterThan(20);
    expect(code).toBeLessThan(3);
    const at = COMMANDS_OF_TERMINALS.exec(said)?.index;
    expect(at === undefined ? "" : said.slice(at - 80, at + 20)).toBe("");
  });
});
