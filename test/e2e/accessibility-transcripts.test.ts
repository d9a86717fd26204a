import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import { expectCommitted } from "../support/committed.js";
import type { ChromiumDriver } from "../support/driver.js";
import { engines } from "../support/engines.js";
import type { TestServer } from "../support/server.js";
import { readSpeechTree, type Spoken } from "../support/speech-tree.js";
import { serveStage, stage } from "../support/stage.js";

const DOCUMENTS = [
  "astana-damascus",
  "astana-background",
  "ibn-battuta",
  "lanes-ibn-battuta",
  "hijri",
  "persian",
  "eras-space",
  "lanes-moon",
  "deep-time",
];
const FOLDER = new URL("../fixtures/transcripts/", import.meta.url);

/** Marks of direction as the standard abbreviates them, so that they can be read in the file. */
const SIGNS: Readonly<Record<string, string>> = {
  "\u2066": "[LRI]",
  "\u2067": "[RLI]",
  "\u2068": "[FSI]",
  "\u2069": "[PDI]",
  "\u200e": "[LRM]",
  "\u200f": "[RLM]",
};
const TEXT = /^(StaticText|LineBreak)$/;
const WITHOUT_WORDS = /^(RootWebArea|generic|none|main|paragraph|term|definition)$/;

/** What is met one after the other: its role, its name and its description, a line for each, deeper ones indented. */
function transcriptOf(spoken: Spoken, depth = 0): string[] {
  const { role, name, description, parts } = spoken;
  const isText = TEXT.test(role);
  const isHeard = !WITHOUT_WORDS.test(role);
  const words = [isText ? "" : role, name, description === "" ? "" : `(${description})`].filter((word) => word !== "");
  const line = words.join(" ").replace(/[\u200e\u200f\u2066-\u2069]/g, (sign) => SIGNS[sign]!);
  // The name of a button or heading is its content, which is not said twice.
  const inner = isText || /^(button|heading)$/.test(role) ? [] : parts;
  const below = inner.flatMap((part) => transcriptOf(part, isHeard ? depth + 1 : depth));
  return isHeard && line !== "" ? ["  ".repeat(depth) + line, ...below] : below;
}

const NOW = "2026-11-27T03:30Z";

let site: TestServer;
let browser: ChromiumDriver;
beforeAll(async () => {
  site = await serveStage();
  browser = await engines.chromium({ width: 1120, height: 900, hasReducedMotion: true });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

it.each(DOCUMENTS.flatMap((name) => (["ar", "en"] as const).map((language) => ({ name, language }))))(
  "A5, A7, A8: what a screen reader is told of $name in $language is as written down",
  async ({ name, language }) => {
    const given = JSON.parse(
      readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"),
    ) as TimelineOptions;
    const other = { ar: { locale: "ar-SY" }, en: { locale: "en", monthNames: "auto", numerals: "auto" } } as const;
    const options: TimelineOptions =
      given.locale?.startsWith(language) === true ? given : { ...given, ...other[language] };
    // What still goes on ends at the moment that is spoken: here always the same.
    await stage(browser, `${site.url}/stage`, { ...options, now: NOW });
    const transcript = `${transcriptOf(await readSpeechTree(browser)).join("\n")}\n`;
    expectCommitted("TRANSCRIPTS", new URL(`${name}.${language}.txt`, FOLDER), transcript);
    expect(transcript).not.toMatch(/undefined|NaN|\[object/);
  },
);
