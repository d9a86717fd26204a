import { readFileSync } from "node:fs";

const TESTS = new URL("../../", import.meta.url);

/** A statement, and the tests that prove it, as `file: name`; or, without any, why it is not proved. */
export type Proof = readonly [number: string, says: string, ...tests: readonly string[]];

const HOSTILE = "e2e/hostile-data.test.ts";
const FILES = "e2e/hostile-files.test.ts";
const OPEN = "open: ";

/** S1 to S50. */
export const SECURITY: readonly Proof[] = [
  [
    "S1",
    "No hostile text runs in any field; the same run counts how many run as markup.",
    `${HOSTILE}: run in no field, no shape and no layout, whatever a reader does`,
    `${HOSTILE}: would run as markup: the same run counts it`,
  ],
  [
    "S2",
    "Nor does it as an array, an object with toString, a boxed string or a symbol.",
    `${HOSTILE}: run in no field, no shape and no layout, whatever a reader does`,
  ],
  [
    "S3",
    "Nor by any way in: JSON, table, calendar, attribute, list, address, message, file.",
    `${HOSTILE}: do nothing in attributes, lists and files of the element`,
    `${HOSTILE}: do nothing as tables, calendars and files of other forms, read and drawn`,
    `${HOSTILE}: do nothing behind the # of the address`,
    `${HOSTILE}: do nothing in messages to the page to embed`,
  ],
  [
    "S4",
    "Nor by any way out: page, details, table, search, picture, HTML, page to publish.",
    `${HOSTILE}: run in no field, no shape and no layout, whatever a reader does`,
    `${FILES}: is HTML from a server that a strict policy allows, taken over by the library`,
  ],
  [
    "S5",
    "Texts with entities are shown as they were typed.",
    `${HOSTILE}: are shown as they were typed, also those with entities`,
    "unit/formats/hostile.test.ts: is shown as it was typed by Markdown, and no name of a sign makes another address of it",
  ],
  ["S6", "The source has nothing that makes markup or script of text.", "architecture.test.ts: *"],
  [
    "S7",
    "Every feature works under a policy with trusted types and none allowed.",
    "e2e/strict-pages.test.ts: a page with the strictest policy shows the same picture, with every feature, and has nothing to object to",
  ],
  [
    "S8",
    "The picture under a strict policy is that without one.",
    "e2e/strict-pages.test.ts: a page with the strictest policy shows the same picture, with every feature, and has nothing to object to",
  ],
  [
    "S9",
    "HTML from a server has no style attribute, no handler and no script.",
    `${FILES}: is HTML from a server that a strict policy allows, taken over by the library`,
  ],
  [
    "S10",
    "A policy with a nonce alone draws the same.",
    `${OPEN}styles come by constructed sheets, which need no nonce; tested with \`style-src 'self'\` only`,
  ],
  [
    "S11",
    "Of 37 spellings of addresses only the allowed become links.",
    "unit/model/url.test.ts: knows all 37 spellings",
  ],
  [
    "S12",
    "Node and browser decide alike about addresses.",
    `${OPEN}both use the parser of the URL standard; not compared on random addresses`,
  ],
  [
    "S13",
    "No link gives its page a hold on this one.",
    `${OPEN}links open in the same window; there is no \`target\` from data`,
  ],
  [
    "S14",
    "No picture is asked for before the reader wants it.",
    "dom/media.test.ts: is a link with its words and its credit, and is not loaded",
  ],
  [
    "S15",
    "Colours, kinds and sizes are taken from lists, never as CSS.",
    `${OPEN}hues and shapes are words of a list, fonts have a grammar; tested by hostile texts in them (S1), not by a list of grammars`,
  ],
  [
    "S16",
    "Data place nothing outside of the box of the timeline.",
    `${OPEN}no field holds a place or a size; not tested by hits at the corners of the page`,
  ],
  [
    "S17",
    "No JSON changes a prototype.",
    "unit/model/normalize.test.ts: survives any JSON with hostile keys and leaves the prototypes alone",
    "unit/formats/hostile.test.ts: reaches no prototype",
  ],
  ["S18", "A prototype that the page has spoilt changes nothing.", `${OPEN}not tested`],
  [
    "S19",
    "Options and data are never written to.",
    "dom/live.test.ts: come, change and go, and the author's list stays as it was.",
  ],
  [
    "S20",
    "Data never become names of attributes or selectors.",
    "dom/story.test.ts: points out an event whatever its id is",
    `${HOSTILE}: run in no field, no shape and no layout, whatever a reader does`,
  ],
  [
    "S21",
    "Any text is an id.",
    "dom/story.test.ts: points out an event whatever its id is",
    `${HOSTILE}: run in no field, no shape and no layout, whatever a reader does`,
  ],
  [
    "S22",
    "Names of elements in the page change nothing.",
    `${OPEN}elements are held, never looked up by id; not tested with forms of such names`,
  ],
  ["S23", "An option of one timeline changes no other.", `${OPEN}not tested with opposite options`],
  ["S24", "No option turns escaping off.", `${OPEN}by the types: \`renderDetails\` returns a node`],
  [
    "S25",
    "Pictures in files are sound as pages of their own.",
    `${FILES}: is a picture without script, handlers and requests`,
    `${FILES}: is seen to run where it would`,
  ],
  ["S26", "So are pages to publish, under their own policy.", `${FILES}: is a page to publish under its own policy`],
  ["S27", "Data in a page end no script element.", `${FILES}: is a page to publish under its own policy`],
  ["S28", "Tables hold no formula of data.", "dom/table.test.ts: is saved as a file by a button"],
  ["S29", "No expression can be made slow.", "unit/regex.test.ts: *"],
  [
    "S30",
    "Readers take no longer than the text grows.",
    "unit/fuzz/growth.test.ts: The time it takes grows no faster than the text",
    "unit/formats/growth.test.ts: *",
  ],
  ["S31", "A calendar's rules end.", "unit/formats/hostile.test.ts: can't make a rule look at more days than it may"],
  [
    "S32",
    "Limits are set and told.",
    "unit/formats/hostile.test.ts: makes no more events than are asked for",
    "unit/model/text.test.ts: cuts a text of a megabyte and says so once",
  ],
  [
    "S33",
    "No date makes a NaN in the page.",
    "dom/sequences.test.ts: nothing is thrown but a MizwalaError for options, and nothing odd is shown",
  ],
  [
    "S34",
    "The command line prints no control character of data.",
    "unit/cli/run.test.ts: prints no control or direction character of the data to the terminal.",
  ],
  [
    "S35",
    "It fetches from no private network where that is forbidden.",
    "unit/cli/download.test.ts: may not lead into a private network where that is forbidden, by number or by name",
  ],
  ["S36", "Direction controls turn no neighbour around.", "e2e/bidi.test.ts: *"],
  ["S37", "Joiners and marks stay.", "unit/text/clean.test.ts: *"],
  ["S38", "Titles that nobody sees are an issue, and have a name.", "unit/model/text.test.ts: *"],
  ["S39", "Hosts of mixed scripts are shown in ASCII.", "unit/model/url.test.ts: *"],
  [
    "S40",
    "Only a height from the right frame counts.",
    "e2e/frames.test.ts: *",
    `${HOSTILE}: do nothing in messages to the page to embed`,
  ],
  ["S41", "Messages hold a height alone.", "e2e/frames.test.ts: *"],
  [
    "S42",
    "A frame needs nothing but script.",
    "e2e/frames.test.ts: gives a sandboxed frame the height of its page, now and when that changes",
  ],
  [
    "S43",
    "Nothing is asked for, stored or told.",
    "e2e/embed.test.ts: draws its timeline, keeps its own policy and requests nothing",
    `${HOSTILE}: run in no field, no shape and no layout, whatever a reader does`,
  ],
  ["S44", "Errors for readers hold no address with a password.", "unit/cli/download.test.ts: *"],
  [
    "S45",
    "A hostile address does nothing.",
    `${HOSTILE}: do nothing behind the # of the address`,
    "unit/view/hash.test.ts: *",
  ],
  [
    "S46",
    "Attributes of the element are data.",
    `${HOSTILE}: do nothing in attributes, lists and files of the element`,
  ],
  ["S47", "What is published is a list that was approved.", "package/files.test.ts: *"],
  [
    "S48",
    "Two builds are the same.",
    `${OPEN}the lock file is checked; two builds are not compared in the test command`,
  ],
  ["S49", "A list of parts, and who to write to.", `${OPEN}no SBOM yet`],
  [
    "S50",
    "Each fault of security that was mended has its test.",
    "dom/story.test.ts: points out an event whatever its id is",
    "unit/formats/hostile.test.ts: is shown as it was typed by Markdown, and no name of a sign makes another address of it",
  ],
];

/** R1 to R48. */
export const RELIABILITY: readonly Proof[] = [
  [
    "R1",
    "One bad row costs that row alone, and is told.",
    "dom/live.test.ts: become issues where they can't be read, also what is no list, and the rest is drawn.",
  ],
  [
    "R2",
    "Without a good row there is a text that says so.",
    "dom/sequences.test.ts: nothing is thrown but a MizwalaError for options, and nothing odd is shown",
  ],
  ["R3", "Two events of one id are both there, and it is told.", "unit/model/identity.test.ts: *"],
  [
    "R4",
    "No NaN, undefined or [object in the page.",
    "dom/sequences.test.ts: nothing is thrown but a MizwalaError for options, and nothing odd is shown",
    "dom/sequences.test.ts: the picture is that of a new timeline in the same state",
  ],
  [
    "R5",
    "Timelines that come and go leave nothing.",
    "e2e/leaks.test.ts: leave no node, listener, timer, frame and style sheet",
    "e2e/leaks.test.ts: leave no memory in use",
  ],
  [
    "R6",
    "Destroy may be called at any time, and twice.",
    "e2e/leaks.test.ts: may be destroyed in the middle of a drag, a glide, a print and a listener, and twice",
  ],
  [
    "R7",
    "A host that is removed without destroy is collected.",
    "e2e/leaks.test.ts: go with a host that is removed without destroy",
  ],
  ["R8", "An element that is moved keeps its state.", "dom/element.test.ts: *", "e2e/element.test.ts: *"],
  ["R9", "Several timelines stand in a page.", "dom/state.test.ts: is shared by several timelines"],
  ["R10", "Two versions stand in a page.", `${OPEN}not tested`],
  [
    "R11",
    "A thousand changes at once are one picture.",
    "dom/live.test.ts: are drawn once a frame, however many calls come.",
  ],
  [
    "R12",
    "New data during a gesture do no harm.",
    `${OPEN}calls, wheel and keys are mixed at random (R13), but not in the middle of a drag`,
  ],
  [
    "R13",
    "The way there does not change the picture.",
    "dom/sequences.test.ts: the picture is that of a new timeline in the same state",
  ],
  ["R14", "A file that is slow, wrong or late.", "dom/element.test.ts: *"],
  [
    "R15",
    "Without a size nothing is drawn, with one it is.",
    "e2e/lifecycle.test.ts: a timeline that is hidden at first is drawn when it is shown",
  ],
  [
    "R16",
    "No loop of sizes.",
    `${OPEN}no test counts its errors, but each test of a browser refuses errors in the console`,
  ],
  ["R17", "Any density of pixels.", `${OPEN}not tested at run time`],
  [
    "R18",
    "A late font is measured anew.",
    "e2e/lifecycle.test.ts: a font that comes late is measured once it is there",
  ],
  ["R19", "Back and forward.", `${OPEN}no listener for unload; not tested in a browser`],
  [
    "R20",
    "Paper has all events.",
    "e2e/list.test.ts: of two thousand events only those near the window are drawn, and all are there to read and to print",
  ],
  ["R21", "A hidden page.", "dom/story.test.ts: stops on a hidden page, and with the timeline"],
  [
    "R22",
    "The zone of the machine changes no date.",
    "unit/time-zones.test.ts: *",
    "unit/svg/render-to-svg.test.ts: writes the same bytes in every time zone of the machine.",
  ],
  ["R23", "Odd hours and years have right ticks.", "unit/time/ticks.test.ts: *", "unit/time/zone.test.ts: *"],
  ["R24", "A runtime that lacks a calendar.", "unit/locale/intl.test.ts: *"],
  [
    "R25",
    "Another language at run time is that of a new timeline.",
    "dom/sequences.test.ts: the picture is that of a new timeline in the same state",
  ],
  ["R26", "Time and place are inverse.", "unit/time/scale.test.ts: *", "unit/view/zoom.test.ts: *"],
  ["R27", "The date under the pointer stays.", "e2e/gestures.test.ts: *"],
  [
    "R28",
    "Boxes never cover each other; the mirror is exact.",
    "unit/layout/flags.test.ts: *",
    "unit/scene/build.test.ts: draws time to the left as the exact mirror of time to the right, with the same words.",
  ],
  ["R29", "Many events.", "e2e/density.test.ts: *"],
  ["R30", "Large texts.", "unit/model/text.test.ts: cuts a text of a megabyte and says so once"],
  ["R31", "Shadow roots and odd hosts.", "e2e/surroundings.test.ts: *"],
  ["R32", "Frames.", "e2e/frames.test.ts: *"],
  [
    "R33",
    "Style sheets that reach for everything.",
    "e2e/strict-pages.test.ts: a page whose style reaches for everything shows the same picture",
  ],
  ["R34", "HTML of a server is taken over.", "e2e/server.test.ts: *"],
  [
    "R35",
    "It is the same on each machine.",
    "unit/svg/render-to-svg.test.ts: writes the same bytes in every time zone of the machine.",
  ],
  ["R36", "Modules need no page to load.", "package/exports.test.ts: *"],
  ["R37", "Errors of callbacks stop nobody.", "unit/base/emitter.test.ts: *"],
  ["R38", "Types are checked.", "package/consumers.test.ts: *"],
  ["R39", "Mutation score.", `${OPEN}not measured yet`],
  ["R40", "No test fails by chance.", `${OPEN}not measured in this version`],
  ["R41", "Each fault has its test.", "unit/docs/proof.test.ts: *"],
  ["R42", "Speed and size are compared.", "package/size.test.ts: *"],
  ["R43", "Pictures are compared.", "e2e/screenshots.test.ts: *"],
  ["R44", "Samples of the guides run.", "unit/docs/code.test.ts: *"],
  [
    "R45",
    "The console stays empty.",
    `${OPEN}each test of a browser asks for its own problems; the whole run is not counted`,
  ],
  ["R46", "What is written is read as it was.", "unit/formats/round-trip.test.ts: *"],
  ["R47", "Older documents are read.", "unit/formats/versions.test.ts: *"],
  ["R48", "Back and forward of the view.", "dom/state.test.ts: *"],
];

/** What is wrong with a test that a statement names: its file or its name is not there. */
export function missing(test: string): string | undefined {
  const [path = "", ...name] = test.split(": ");
  let text: string;
  try {
    text = readFileSync(new URL(path, TESTS), "utf8");
  } catch {
    return `${path} is not there`;
  }
  const wanted = name.join(": ");
  return wanted === "*" || text.includes(wanted) ? undefined : `${path} has no test ${wanted}`;
}

export const isOpen = (test: string): boolean => test.startsWith(OPEN);

/** The table of a guide. */
export function proofTable(rows: readonly Proof[]): string {
  const how = (test: string): string => {
    if (isOpen(test)) return `**open**: ${test.slice(OPEN.length)}`;
    const [path = "", ...name] = test.split(": ");
    return name.join(": ") === "*" ? `\`${path}\`` : `\`${path}\`: ${name.join(": ")}`;
  };
  const lines = rows.map(
    ([number, says, ...tests]) => `| ${number} | ${says} | ${tests.map(how).join("<br>").replaceAll("|", "\\|")} |`,
  );
  return ["| | Statement | How it is known |", "| --- | --- | --- |", ...lines].join("\n");
}
