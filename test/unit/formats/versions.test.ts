import { describe, expect, it } from "vitest";
import { createNotes } from "../../../src/formats/notes.js";
import { read } from "../../../src/formats/read.js";
import { upToDate, type Step } from "../../../src/formats/versions.js";
import { renderToSVG } from "../../../src/svg/index.js";

/** As if version 2 had called places otherwise, and version 3 had counted importance to a hundred. */
const STEPS: readonly Step[] = [
  ({ where, ...rest }) => ({ ...rest, place: where }),
  ({ importance, ...rest }) => ({ ...rest, importance: Number(importance) * 100 }),
];
const EVENTS = [{ date: "2020", title: "t" }];

describe("A document of an older version", () => {
  it.each<[object, object]>([
    [
      { where: "دمشق", importance: 0.5 },
      { place: "دمشق", importance: 50, version: 3 },
    ],
    [
      { version: 1, where: "a", importance: 1 },
      { place: "a", importance: 100, version: 3 },
    ],
    [
      { version: 2, place: "a", importance: 1 },
      { place: "a", importance: 100, version: 3 },
    ],
    [
      { version: 3, place: "a" },
      { place: "a", version: 3 },
    ],
  ])("goes through all steps since: %j", (document, expected) => {
    const notes = createNotes();
    const given = structuredClone(document);
    expect(upToDate(document as Readonly<Record<string, unknown>>, notes, STEPS)).toEqual(expected);
    expect(document).toEqual(given);
    expect(notes.issues()).toEqual([]);
  });
});

describe("A document of a version that is not known", () => {
  it.each([2, 0, 1.5, "1", null, {}])("is an issue, and what is understood of it is drawn: %j", async (version) => {
    const text = JSON.stringify({ version, events: EVENTS });
    const { document, issues } = await read(text);
    expect(document).toEqual({ version: 1, events: EVENTS });
    expect(issues.map(({ code, path }) => [code, path])).toEqual([["version-unknown", "version"]]);
    expect(renderToSVG(document)).toContain("<svg");
  });

  it("is one in lines of JSON too", async () => {
    const { issues } = await read(`{"version":9,"title":"T"}\n${JSON.stringify(EVENTS[0])}`);
    expect(issues.map(({ code }) => code)).toEqual(["version-unknown"]);
  });
});
