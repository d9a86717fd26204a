import { readFileSync } from "node:fs";

const TESTS = new URL("../../", import.meta.url);

/** A statement, and the tests that prove it, as `file: name`; or, without any, why it is not proved. */
export type Proof = readonly [number: string, says: string, ...tests: readonly string[]];

const HOSTILE = "e2e/hostile-data.test.ts";
const FILES = "e2e/hostile-files.test.ts";
const ODD = "e2e/odd-pages.test.ts";
const UPHEAVALS = "e2e/upheavals.test.ts";
const FAULTY = "e2e/faults.test.ts";
const PRESSURE = "e2e/pressure.test.ts";
/** What the full run found, by its rows. */
const RUN = "../docs/full-run.md";
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
    "dom/hostile.test.ts: that are no text become one once at most",
  ],
  [
    "S3",
    "Nor by any way in: JSON, table, calendar, attribute, list, address, message, file.",
    `${HOSTILE}: do nothing in attributes, lists and files of the element`,
    `${HOSTILE}: do nothing as tables, calendars and files of other forms, read and drawn`,
    `${HOSTILE}: do nothing behind the # of the address`,
    `${HOSTILE}: do nothing in messages to the page to embed`,
    `${HOSTILE}: do nothing from a source in memory, from a server, and from one that lies`,
  ],
  [
    "S4",
    "Nor by any way out: page, details, table, search, picture, HTML, page to publish.",
    `${HOSTILE}: run in no field, no shape and no layout, whatever a reader does`,
    `${FILES}: is HTML from a server that a strict policy allows, taken over by the library`,
    `${HOSTILE}: do nothing in what readers save, opened as a page and made pixels of`,
    `${HOSTILE}: do nothing on paper`,
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
  ["S10", "A policy with a nonce alone draws the same.", `${ODD}: S10: whose policy knows a nonce alone`],
  [
    "S11",
    "Of 37 spellings of addresses only the allowed become links.",
    "unit/model/url.test.ts: knows all 37 spellings",
  ],
  [
    "S12",
    "Node and browser decide alike about addresses.",
    `${ODD}: S12: decides about 10,000 random addresses as Node does`,
  ],
  [
    "S13",
    "No link gives its page a hold on this one.",
    "dom/timeline.test.ts: links only to allowed addresses, and says where they lead",
    `${HOSTILE}: run in no field, no shape and no layout`,
  ],
  [
    "S14",
    "No picture is asked for before the reader wants it.",
    "dom/media.test.ts: is a link with its words and its credit, and is not loaded",
    `${HOSTILE}: ask for a picture where a reader presses its button`,
  ],
  ["S15", "Colours, kinds and sizes are taken from lists, never as CSS.", "unit/model/grammars.test.ts: S15"],
  [
    "S16",
    "Data place nothing outside of the box of the timeline.",
    `${ODD}: S16: puts nothing outside of its box, whatever its data and options are`,
  ],
  [
    "S17",
    "No JSON changes a prototype.",
    "unit/model/normalize.test.ts: survives any JSON with hostile keys and leaves the prototypes alone",
    "unit/formats/hostile.test.ts: reaches no prototype",
  ],
  ["S18", "A prototype that the page has spoilt changes nothing.", `${ODD}: S18: whose prototypes are spoilt`],
  [
    "S19",
    "Options and data are never written to.",
    "dom/live.test.ts: come, change and go, and the author's list stays as it was.",
    "dom/hostile.test.ts: and options are never written to, be they frozen",
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
  ["S22", "Names of elements in the page change nothing.", `${ODD}: S22: whose elements have names that scripts use`],
  [
    "S23",
    "An option of one timeline changes no other.",
    `${ODD}: S23, R9: shows twenty timelines with opposite options in one page, each as it is alone`,
  ],
  [
    "S24",
    "No option turns escaping off.",
    "unit/model/grammars.test.ts: turns off that texts are texts",
    `${HOSTILE}: S5`,
    "dom/timeline.test.ts: shows no markup that an author's own content is given as",
  ],
  [
    "S25",
    "Pictures in files are sound as pages of their own.",
    `${FILES}: is a picture without script, handlers and requests`,
    `${FILES}: is seen to run where it would`,
    `${HOSTILE}: do nothing in what readers save`,
  ],
  ["S26", "So are pages to publish, under their own policy.", `${FILES}: is a page to publish under its own policy`],
  ["S27", "Data in a page end no script element.", `${FILES}: is a page to publish under its own policy`],
  [
    "S28",
    "Tables hold no formula of data.",
    "dom/table.test.ts: is saved as a file by a button",
    "unit/formats/round-trip.test.ts: has no cell that is a formula",
    "dom/table.test.ts: S28: holds no formula in its file",
  ],
  ["S29", "No expression can be made slow.", "unit/regex.test.ts: *"],
  [
    "S30",
    "Readers take no longer than the text grows.",
    "unit/fuzz/growth.test.ts: The time it takes grows no faster than the text",
    "unit/formats/growth.test.ts: *",
  ],
  [
    "S31",
    "A calendar's rules end.",
    "unit/formats/hostile.test.ts: can't make a rule look at more days than it may",
    "unit/formats/hostile.test.ts: ends a calendar's rule in seconds, bounded, and says once what is left out",
  ],
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
    "unit/cli/hostile.test.ts: S34: no command of a terminal is printed by %s",
  ],
  [
    "S35",
    "It fetches from no private network where that is forbidden.",
    "unit/cli/download.test.ts: may not lead into a private network where that is forbidden, by number or by name",
  ],
  ["S36", "Direction controls turn no neighbour around.", "e2e/bidi.test.ts: *", "e2e/bidi-controls.test.ts: *"],
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
    "Two builds are the same; dependencies are known by their content, and have no fault that is known.",
    "package/supply.test.ts: is made of the same bytes when it is built again, elsewhere",
    "package/supply.test.ts: is known by its content, from any registry",
    "package/supply.test.ts: comes with the package only by what was approved",
    "package/supply.test.ts: are none, where the registry can be asked",
  ],
  [
    "S49",
    "A list of parts, and who to write to.",
    "package/supply.test.ts: names all that is installed with the package and nothing else, each with its licence, address and hash",
    "package/supply.test.ts: has a licence that may be used, and says it itself as the lock file does",
    "unit/release.test.ts: take actions by their content, may read alone, and leave no token behind",
    "unit/release.test.ts: are kept up to date, as the dependencies are",
    "unit/release.test.ts: how to report",
  ],
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
  [
    "R3",
    "Two events of one id are both there, and it is told.",
    "unit/model/identity.test.ts: *",
    "dom/timeline.test.ts: R3: keeps a thousand events of one id apart, whoever chooses one",
  ],
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
  [
    "R9",
    "Several timelines stand in a page.",
    `${ODD}: S23, R9: shows twenty timelines with opposite options in one page, each as it is alone`,
    "dom/state.test.ts: is shared by several timelines",
  ],
  [
    "R10",
    "Two versions stand in a page.",
    `${ODD}: R10: shows timelines of two versions in one page, of which the first has the name of the element`,
  ],
  [
    "R11",
    "A thousand changes at once are one picture; those that go by leave nothing.",
    "dom/live.test.ts: R11: of a thousand changes are drawn once a frame",
    `${PRESSURE}: is as a new one after 200 changes a second, and keeps nothing of those that went by`,
  ],
  [
    "R12",
    "New data during a gesture do no harm.",
    `${UPHEAVALS}: leave a drag and its capture as they are`,
    `${UPHEAVALS}: leave two fingers the times that they hold`,
    `${UPHEAVALS}: let a glide end at the time where it was to end, whatever gaps come on its way`,
  ],
  [
    "R13",
    "The way there does not change the picture.",
    "dom/sequences.test.ts: the picture is that of a new timeline in the same state",
  ],
  [
    "R14",
    "A file or a source that is slow, wrong or late.",
    "dom/element.test.ts: *",
    "dom/feed.test.ts: R14: shows what was asked for last, in whatever order the answers come",
    "unit/source/http.test.ts: is one error, and the next question is answered",
  ],
  [
    "R15",
    "Without a size nothing is drawn, with one it is.",
    "e2e/lifecycle.test.ts: a timeline that is hidden at first is drawn when it is shown",
  ],
  [
    "R16",
    "No loop of sizes.",
    `${UPHEAVALS}: R16: no size of a container, be it that of its content, makes the browser give up or the picture tremble`,
    `${UPHEAVALS}: R16: a scrollbar that a picture makes needless does not come and go for ever`,
  ],
  [
    "R17",
    "Any density of pixels.",
    `${UPHEAVALS}: are as sharp as in a page that was opened so, and a click hits what it should`,
    `${FAULTY}: a page zoomed`,
  ],
  [
    "R18",
    "A late font is measured anew.",
    "e2e/lifecycle.test.ts: R18: a font that takes long is not waited for, and where the browser tells of it, all is drawn once more in its place",
  ],
  [
    "R19",
    "Back and forward.",
    "e2e/back-forward.test.ts: R19: nothing listens to what makes browsers forget a page that one leaves",
    "e2e/back-forward.test.ts: R19: a page that one comes back to is as one has left it, and works on",
  ],
  [
    "R20",
    "Paper has all events.",
    "e2e/list.test.ts: of two thousand events only those near the window are drawn, and all are there to read and to print",
    "e2e/paper.test.ts: has the title of each event on paper, and is afterwards on the screen as before",
  ],
  ["R21", "A hidden page.", "dom/story.test.ts: stops on a hidden page, and with the timeline"],
  [
    "R22",
    "The zone of the machine changes no date.",
    "unit/time-zones.test.ts: *",
    `${PRESSURE}: moves no date when the machine comes to another time zone`,
    "unit/svg/render-to-svg.test.ts: writes the same bytes in every time zone of the machine.",
  ],
  ["R23", "Odd hours and years have right ticks.", "unit/time/ticks.test.ts: *", "unit/time/zone.test.ts: *"],
  [
    "R24",
    "A runtime that lacks a calendar.",
    "unit/locale/intl.test.ts: *",
    "unit/locale/intl.test.ts: has the dates of ours, and says so",
  ],
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
  [
    "R29",
    "Many events.",
    "e2e/density.test.ts: *",
    "e2e/density.test.ts: is drawn in a small page, and says how many there are",
  ],
  [
    "R30",
    "Large texts.",
    "unit/model/text.test.ts: cuts a text of a megabyte and says so once",
    "e2e/texts.test.ts: R30: a huge title is cut in the picture, and told",
  ],
  [
    "R31",
    "Shadow roots and odd hosts.",
    `${FAULTY}: R31: what is pressed and dragged is what is there, in %s`,
    "e2e/surroundings.test.ts: *",
  ],
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
  ["R37", "Errors of callbacks stop nobody.", "unit/base/emitter.test.ts: *", "dom/callbacks.test.ts: *"],
  [
    "R38",
    "Types are checked, and what is public is written down.",
    "package/consumers.test.ts: *",
    "package/api.test.ts: *",
  ],
  [
    "R39",
    "Mutation score.",
    "unit/docs/survivors.test.ts: are faults of lines that are there, each with its reason",
    ...["url", "text", "time", "store", "formats", "layout"].map((layer) => `${RUN}: Mutants of ${layer}`),
  ],
  [
    "R40",
    "No test fails by chance.",
    `${OPEN}\`npm run test:full -- flake\` runs the tests of browsers ten times. Each turn that failed had a cause in a test, which is mended: one looked between two questions to a source, one counted the listeners of the driver. Ten turns in a row since then are still to be run`,
  ],
  ["R41", "Each fault has its test.", "unit/docs/proof.test.ts: *"],
  ["R42", "Speed and size are compared.", "package/size.test.ts: *"],
  ["R43", "Pictures are compared.", "e2e/screenshots.test.ts: *"],
  ["R44", "Samples of the guides run.", "unit/docs/code.test.ts: *"],
  [
    "R45",
    "The console stays empty, in each page of each test of a browser.",
    "support/quiet-pages.ts: no page of a test warns, complains or fails unless the test asks for what it has said",
  ],
  ["R46", "What is written is read as it was.", "unit/formats/round-trip.test.ts: *"],
  ["R47", "Older documents are read.", "unit/formats/versions.test.ts: *"],
  ["R48", "Back and forward of the view.", "dom/state.test.ts: *"],
];

/** What can go wrong, and what is seen then. */
export const FAULTS: readonly Proof[] = [
  [
    "no size",
    "Nothing is drawn, and no error; it is drawn once there is a size.",
    "e2e/lifecycle.test.ts: a timeline that is hidden at first is drawn when it is shown",
  ],
  [
    "removed while it moves",
    "No error, no frame later, and its memory is free.",
    "e2e/leaks.test.ts: R6: may be destroyed in the middle of a drag, a glide, a print and a listener, and twice",
    "e2e/leaks.test.ts: R7: go with a host that is removed without destroy",
    "e2e/leaks.test.ts: R7: are collected, and ask for no frame, when they are removed in the middle of",
  ],
  [
    "a loop of sizes",
    "No error in 200 sizes, and the picture comes to rest.",
    `${UPHEAVALS}: R16: no size of a container, be it that of its content, makes the browser give up or the picture tremble`,
    `${UPHEAVALS}: R16: a scrollbar that a picture makes needless does not come and go for ever`,
  ],
  [
    "late fonts",
    "It is drawn at once, and once more with the font.",
    "e2e/lifecycle.test.ts: R18: a font that takes long is not waited for, and where the browser tells of it, all is drawn once more in its place",
  ],
  [
    "data in a gesture",
    "The pointer stays captured, nothing jumps.",
    `${UPHEAVALS}: leave a drag and its capture as they are`,
    `${UPHEAVALS}: move a drag on from where other gaps have left the picture`,
  ],
  [
    "a thousand changes, or 200 a second",
    "One picture a frame; memory stays as it is.",
    "dom/live.test.ts: R11: of a thousand changes are drawn once a frame",
    `${PRESSURE}: is as a new one after 200 changes a second, and keeps nothing of those that went by`,
  ],
  [
    "dates that are none",
    "The good rows are drawn, the others counted.",
    "dom/live.test.ts: become issues where they can't be read, also what is no list, and the rest is drawn.",
    "unit/model/normalize.test.ts: shows 999 of 1,000",
  ],
  [
    "one id twice",
    "Both are there, and it is told.",
    "unit/model/identity.test.ts: *",
    "dom/timeline.test.ts: R3: keeps a thousand events of one id apart, whoever chooses one",
  ],
  [
    "a million events",
    "The page stays small.",
    "e2e/density.test.ts: keeps the page small and has no barriers",
    "e2e/density.test.ts: is drawn in a small page, and says how many there are",
    "e2e/density.test.ts: is walked in order of time from event to event",
  ],
  [
    "huge labels",
    "They are cut, and it is told.",
    "unit/model/text.test.ts: cuts a text of a megabyte and says so once",
    "e2e/texts.test.ts: R30: a huge title is cut in the picture, and told",
    "e2e/texts.test.ts: R30: ten thousand lanes are drawn, and all are counted",
  ],
  [
    "another zone, hours that are none",
    "Dates do not move, ticks are unique.",
    "unit/time-zones.test.ts: *",
    `${PRESSURE}: moves no date when the machine comes to another time zone`,
    "unit/time/ticks.test.ts: *",
  ],
  [
    "another density of pixels",
    "Sharp, and a click hits.",
    `${UPHEAVALS}: are as sharp as in a page that was opened so, and a click hits what it should`,
  ],
  [
    "back and forward",
    "The page is kept, with one set of listeners.",
    "e2e/back-forward.test.ts: R19: nothing listens to what makes browsers forget a page that one leaves",
    "e2e/back-forward.test.ts: R19: a page that one comes back to is as one has left it, and works on",
  ],
  [
    "print",
    "All events are on paper; the screen is as before.",
    "e2e/list.test.ts: A9, A65: of two thousand events only those near the window are drawn, and all are there to read and to print",
    "e2e/paper.test.ts: has the title of each event on paper, and is afterwards on the screen as before",
    "e2e/paper.test.ts: has how many there are in each lane of a crowd",
  ],
  [
    "twenty timelines, two versions",
    "They share nothing but the styles of the page.",
    `${ODD}: S23, R9: shows twenty timelines with opposite options in one page, each as it is alone`,
    `${ODD}: R10: shows timelines of two versions in one page, of which the first has the name of the element`,
  ],
  [
    "shadow roots, dialogs, scales",
    "Styles, clicks and drags find their way.",
    `${FAULTY}: R31: what is pressed and dragged is what is there, in %s`,
  ],
  [
    "a frame",
    "No storage is asked for; heights are limited.",
    "e2e/frames.test.ts: *",
    "e2e/frames.test.ts: shows the same picture as a page of its own, and asks for no storage",
  ],
  [
    "a strict policy",
    "Nothing to object to, the same picture.",
    "e2e/strict-pages.test.ts: a page with the strictest policy shows the same picture, with every feature, and has nothing to object to",
  ],
  [
    "no data for a calendar, or a formatter that throws",
    "The dates of another calendar are shown.",
    "unit/locale/intl.test.ts: *",
  ],
  [
    "an old browser",
    "Without ResizeObserver, IntersectionObserver, adopted style sheets, structuredClone, Worker or Popover, or all of them: works.",
    `${FAULTY}: a page that lacks what is new in browsers draws, opens, zooms and grows all the same`,
  ],
  [
    "a source that is slow or fails",
    "It says so, keeps what it has, and tries again.",
    "e2e/source.test.ts: says that something could not be loaded, keeps what it has, and brings it when one tries again",
    "dom/callbacks.test.ts: *",
    "e2e/source.test.ts: it is said, what was read stays, and it is brought when one tries again",
  ],
  [
    "answers out of order",
    "What was asked for last wins.",
    "dom/feed.test.ts: R14: shows what was asked for last, in whatever order the answers come",
    "dom/feed.test.ts: chooses an event that had to be brought first, unless the reader has chosen another one meanwhile",
  ],
  [
    "styles and scripts of the page",
    "The same picture.",
    "e2e/strict-pages.test.ts: a page whose style reaches for everything shows the same picture",
    `${ODD}: S18: whose prototypes are spoilt`,
  ],
  [
    "callbacks that throw",
    "Nobody else stops; each error is reported once.",
    "unit/base/emitter.test.ts: *",
    "dom/features.test.ts: that throws stops nobody else, and its error is reported.",
    "dom/timeline.test.ts: shows the author's own node, and the usual content where that fails",
    "dom/callbacks.test.ts: *",
  ],
  [
    "no storage",
    "No error.",
    "e2e/frames.test.ts: draws what its address asks for in a frame that may do nothing but run scripts, and has its height",
  ],
  [
    "little memory",
    "Many timelines of 100,000 events are drawn, and destroy frees them.",
    "e2e/leaks.test.ts: R5: leave no memory in use",
    `${PRESSURE}: timelines of 100,000 events each, and gives their memory back`,
  ],
  [
    "a clock that is set back",
    "The line of now goes on.",
    "dom/clock.test.ts: goes on from another moment when the clock of the machine is set back.",
    "dom/clock.test.ts: lets a glide come to its end when the clock of the machine is set back",
  ],
  [
    "another language or direction",
    "As a new timeline; what is in view stays.",
    "dom/sequences.test.ts: the picture is that of a new timeline in the same state",
    "e2e/surroundings.test.ts: turning the text around leaves the part of time in view",
    "e2e/element.test.ts: turns with the language and the direction of the page, and leaves focus and the part of time in view",
  ],
  ["texts that turn around", "No neighbour is turned.", "e2e/bidi.test.ts: *", "e2e/bidi-controls.test.ts: *"],
  ["the ends of zoom", "Dates at each step; the moment under the pointer stays.", "dom/zoom-ends.test.ts: *"],
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
    const place = path === RUN ? "[the full run](full-run.md)" : `\`${path}\``;
    return name.join(": ") === "*" ? place : `${place}: ${name.join(": ")}`;
  };
  const lines = rows.map(
    ([number, says, ...tests]) => `| ${number} | ${says} | ${tests.map(how).join("<br>").replaceAll("|", "\\|")} |`,
  );
  return ["| | Statement | How it is known |", "| --- | --- | --- |", ...lines].join("\n");
}
