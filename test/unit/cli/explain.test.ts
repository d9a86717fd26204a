import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "../../../src/cli/run.js";
import { adviceOf, isUpdate } from "../../support/committed.js";
import { fileOf } from "./files.js";
import { crowd } from "../../e2e/crowd.js";

const ROOT = new URL("../../../", import.meta.url);
const ASTANA = readFileSync(new URL("examples/astana-damascus.json", ROOT), "utf8");
const FILES: Readonly<Record<string, string>> = {
  "astana.json": ASTANA,
  "crowd.json": JSON.stringify(crowd(40, "en")),
  "bad.json": JSON.stringify({
    locale: "en",
    events: [
      { id: "good", date: "2020-07-08", title: "Good", importance: 7 },
      { id: "left-out", date: "2020-13-45", title: "Bad" },
      { id: "open", date: "1999/", title: "Open \u001b[31m\u202e", importance: 0 },
    ],
  }),
  "empty.json": "{}",
  "broken.json": "{",
};

interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly warned: string;
}

const explain = (...words: readonly string[]): Promise<Outcome> => called(["explain", ...words]);

async function called(words: readonly string[]): Promise<Outcome> {
  let [printed, warned] = ["", ""];
  const code = await run(words, {
    read: (path) => (path in FILES ? fileOf(path, FILES[path]) : createReadStream(new URL(path, ROOT))),
    write: () => Promise.reject(new Error("nothing is written")),
    print: (text) => (printed += text),
    warn: (text) => (warned += text),
  });
  return { code, printed, warned };
}

/** What is said after the input and its issues. */
const conclusion = ({ printed }: { printed: string }): string => printed.slice(printed.indexOf("Time: "));

describe("mizwala explain", () => {
  it("tells every station of an event of the Astana example.", async () => {
    const { code, printed, warned } = await explain("astana.json", "--event", "agreement");
    const input = (JSON.parse(ASTANA) as { events: { id: string }[] }).events.find(({ id }) => id === "agreement");
    const given = JSON.stringify(input, null, 2).replace(/^/gm, "  ");
    expect({ code, warned }).toEqual({ code: 0, warned: "" });
    expect(printed).toBe(`agreement: توقيع الاتفاقية العسكرية

As written:
${given}

Issues: none

Time: 2020-07-08
  start: from 2020-07-08 to before 2020-07-09, known to the day
  end: from 2020-07-08 to before 2020-07-09, known to the day
Kind: signing
Importance: 1

Picture: flags, 1072 pixels wide, from 2020-07-01T00:52:10 to 2020-07-11T09:26:57, zoom 1
  The label is shown as a whole: kind and date, title, summary.

At every zoom, in times of the one that shows everything:
  from 0.5: kind and date, title, summary
`);
  });

  it("tells what hides a label of a crowd, and what it gains where.", async () => {
    expect(conclusion(await explain("crowd.json", "--event", "event-3"))).toBe(`Time: 2020-01-03
  start: from 2020-01-03 to before 2020-01-04, known to the day
  end: from 2020-01-03 to before 2020-01-04, known to the day
Kind: signing
Importance: 0.45

Picture: flags, 1072 pixels wide, from 2019-12-23T00:24:46 to 2020-07-21T19:11:31, zoom 1
  The label is hidden: "ministers on Beirut foreign" (event-11, importance 0.85) leaves no room for it.
  It is one of 2 events that are counted together.
  It is shown from 1.3 times the zoom that shows everything.

At every zoom, in times of the one that shows everything:
  from 0.5: hidden: "ministers on Beirut foreign" (event-11, importance 0.85) leaves no room for it
  from 1.3: title in small type
  from 9.6: kind and date, title
`);
  });

  it("tells it for another layout and a part of time.", async () => {
    const flags = ["--from", "2020-02", "--to", "2020-03", "--width", "400"];
    const lanes = await explain("crowd.json", "--event", "event-3", ...flags, "--layout", "lanes");
    expect(lanes.printed).toContain("Picture: lanes, 376 pixels wide, from 2020-02-01 to 2020-04-01, zoom ");
    expect(lanes.printed).toContain("  Nothing of it is in view here.\n");
    const list = await explain("crowd.json", "--event", "event-3", ...flags, "--layout", "list");
    expect(list.printed).toMatch(
      /Picture: list, 376 pixels wide\n {2}The label is shown as a whole: kind and date, title.\n$/,
    );
  });

  it("tells the issues of an event, and that its importance or an end says little.", async () => {
    const good = await explain("bad.json", "--event", "good");
    expect(good.code).toBe(0);
    expect(good.printed).toContain("Issues:\n  warning: events[0].importance: found 7, expected");
    const open = await explain("bad.json", "--event", "open");
    expect(open.printed).toContain("  end: unknown\n");
    expect(open.printed).toContain("There is no label, only a mark: its importance is 0.");
  });

  it("tells why a row is left out, and exits with 1.", async () => {
    const { code, printed } = await explain("bad.json", "--event", "left-out");
    expect(code).toBe(1);
    expect(printed).toContain(`Issues:\n  error: events[1].date: found "2020-13-45", expected`);
    expect(printed).toMatch(/\n\nIt is left out\.\n$/);
  });

  it("prints no control or direction character of the data to the terminal.", async () => {
    const { printed } = await explain("bad.json", "--event", "open");
    expect(printed).toContain("Open");
    expect(printed).not.toMatch(/\p{Cf}|[^\P{Cc}\n]/u);
  });

  it("tells how good a picture is, without an event.", async () => {
    expect((await explain("crowd.json")).printed).toBe(`\
Picture: flags, 1072 pixels wide, from 2019-12-23T00:24:46 to 2020-07-21T19:11:31, zoom 1
  labels: 1 whole, 33 shortened, 6 hidden, of which 6 are counted
  importance shown: 94%
  faults: 0 texts too near to another, 0 poles through a label, 0 events without a trace
`);
    expect((await explain("bad.json")).code).toBe(1);
  });

  it("answers the same as JSON.", async () => {
    const event = JSON.parse((await explain("crowd.json", "--event", "event-3", "--json")).printed) as unknown;
    expect(event).toMatchObject({
      id: "event-3",
      issues: [],
      kind: "signing",
      label: { fate: "hidden", by: { id: "event-11", importance: 0.85 } },
    });
    const picture = JSON.parse((await explain("crowd.json", "--json")).printed) as unknown;
    expect(picture).toMatchObject({ picture: { layout: "flags", width: 1072 }, quality: { overlaps: 0, lost: 0 } });
  });

  it.each([
    [["astana.json", "--event", "arival"], "--event: found arival, expected arrival"],
    [["crowd.json", "--event", "event-99"], "--event: found event-99, expected event-"],
    [["astana.json", "--event", "nothing like it"], "expected the id of an event, such as astana, visit, arrival"],
    [["empty.json", "--event", "a"], "expected the id of an event, but there is none"],
    [["astana.json", "--layout", "spiral"], `--layout: found "spiral", expected one of`],
    [["astana.json", "--from", "2020-07-02"], "--from and --to go together"],
    [["astana.json", "--from", "soon", "--to", "2021"], `--from: found "soon", expected a date`],
    [
      ["astana.json", "--from", "2021", "--to", "2020"],
      "--to: found an object with from, to, expected a start before the end",
    ],
    [["astana.json", "--width", "50"], "--width: found 50, expected a number of pixels from 100 to 20000"],
    [["astana.json", "--theme", "dark"], "explain has no option --theme"],
    [[], "explain takes one file"],
  ])("calls %j a wrong call, says why, and prints nothing.", async (words, reason) => {
    const { code, printed, warned } = await explain(...words);
    expect(warned).toContain(reason);
    expect({ code, printed }).toEqual({ code: 2, printed: "" });
  });

  it.each([
    ["missing.json", "missing.json: ENOENT"],
    ["broken.json", "broken.json: found no timeline data"],
  ])("fails on %s and says why.", async (file, reason) => {
    const { code, printed, warned } = await explain(file);
    expect(warned).toContain(reason);
    expect({ code, printed }).toEqual({ code: 1, printed: "" });
  });
});

describe("docs/command-line.md", () => {
  const DOCS = new URL("docs/command-line.md", ROOT);
  const text = readFileSync(DOCS, "utf8");
  const transcripts = [...text.matchAll(/^```sh\n\$ npx mizwala (.+)\n([^]*?)^```$/gm)];

  it("has transcripts.", () => {
    expect(transcripts.length).toBeGreaterThan(0);
  });

  it.each(transcripts.map(([, words, said]) => [words!, said!]))(
    "tells what is printed: mizwala %s",
    async (words, said) => {
      const { code, printed } = await called(words.split(" "));
      expect(code).toBe(said.includes(": error: ") ? 1 : 0);
      if (!isUpdate("DOCS"))
        expect(printed, adviceOf("DOCS", "docs/command-line.md differs from what is printed")).toBe(said);
      else
        writeFileSync(
          DOCS,
          readFileSync(DOCS, "utf8").replace(said, () => printed),
        );
    },
  );
});
