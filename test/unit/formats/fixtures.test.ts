import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { read } from "../../../src/formats/read.js";
import { diagnose } from "../../../src/model/diagnose.js";
import { expectCommitted, jsonText } from "../../support/committed.js";

const FOLDER = new URL("../../fixtures/formats/", import.meta.url);

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.\w+$/.test(path) && !path.endsWith(".read.json"))
  .sort();

/** So many of the first events are written down where a recurrence makes hundreds of them. */
const SHOWN = 40;

/** What is read of a file, with what the timeline then says of the document. */
async function outcomeOf(path: string): Promise<unknown> {
  const { reason, document, rows, ...result } = await read(readFileSync(new URL(path, FOLDER)));
  const { issues, losses } = result;
  const counts = { events: document.events.length, issues: issues.length, losses: losses.length };
  const shown = { ...document, events: document.events.slice(0, SHOWN) };
  return {
    counts,
    document: shown,
    ...result,
    rows: rows?.slice(0, SHOWN),
    reason,
    diagnosis: diagnose(document),
  };
}

describe("A file", () => {
  it.each(files)("is read as it always was: %s", async (path) => {
    expectCommitted("FORMATS", new URL(`${path}.read.json`, FOLDER), jsonText(await outcomeOf(path)));
  });

  it.each([
    ["timelinejs", "timelinejs"],
    ["vis-timeline", "vis-timeline"],
    ["simile", "simile"],
    ["icalendar", "icalendar"],
  ])("of which there are five or more in %s is told by its content", async (folder, format) => {
    const own = files.filter((path) => path.startsWith(`${folder}/`));
    expect(own.length).toBeGreaterThanOrEqual(5);
    for (const path of own) expect((await read(readFileSync(new URL(path, FOLDER)))).format, path).toBe(format);
  });
});
