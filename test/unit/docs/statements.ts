/** One statement of the contract on accessibility. */
export interface Statement {
  /** In short. */
  readonly says: string;
  /** Where no test can: how a person checks it. */
  readonly byHand?: string;
}

/** A1 to A72, by chapter. */
export const STATEMENTS: Readonly<Record<string, readonly Statement[]>> = {
  "Structure and names": [
    { says: "A timeline is a named region with its language and direction." },
    { says: "Events are an ordered list of real buttons; no application, menu or image." },
    {
      says: "A picture in a file is a named graphics document with a description, and holds nothing that takes focus.",
    },
    { says: "Each event is in the accessibility tree exactly once, with a name." },
    { says: "A name is title, date in full, lane, kind and doubt; nothing is abbreviated or undefined." },
    { says: "What is read on an event is part of its name." },
    { says: "Dates in names are in the reader's language, calendar and digits, as on the label." },
    { says: "Names tell start and end, and what is about, doubtful or open." },
    { says: "The list holds all events also where a part is drawn, so that positions are right." },
    { says: "Counts say how many events they hide and when those were, and can be opened." },
    { says: "Decoration is hidden from the tree." },
    { says: "The axis is told once, as a range of dates, not tick by tick." },
    {
      says: "Titles in another language carry it, and their direction.",
      byHand: "Arabic title in an English page, with an Arabic voice",
    },
    { says: "Title, a short summary (how many, from when to when) and the keys come before the events." },
    { says: "Pictures have the author's words; where those are missing the author is told." },
    { says: "The level of headings is an option, and none is left out." },
    { says: "Three timelines on a page share no id, and every reference leads somewhere." },
    { says: "The author is told what is missing, as issues; the console of a reader stays empty." },
  ],
  Keyboard: [
    { says: "One tab stop for the list, one for each control." },
    { says: "No trap; Escape closes what is open first, and focus returns." },
    { says: "Left and right go where they point, in both directions of time." },
    { says: "Up and down go to the next lane, at the nearest time; in a list to the next event." },
    { says: "Home and End go to the earliest and latest event; with Ctrl they are the browser's." },
    { says: "Page keys pan by 80 %; plus, minus and zero zoom while focus is inside, and can be switched off." },
    { says: "Enter and Space do what a click does." },
    { says: "Letters find titles, whatever the hamza and diacritics.", byHand: "with an Arabic voice" },
    { says: "What gets focus comes wholly into view, clear of what is stuck to the top." },
    { says: "Focus stays on an event that a count takes in, and is there when it comes back." },
    { says: "Where the event in focus goes, focus goes to the nearest in time." },
    { says: "The last event in focus has it again when Tab returns." },
    { says: "A list of keys opens with a question mark, and is heard without it." },
    { says: "What a pointer can do, keys can." },
    { says: "Keys with Ctrl, Alt and Meta are never taken." },
    { says: "Typing into a field inside the timeline is left alone." },
  ],
  "Focus and pointer": [
    { says: "The ring is 2 pixels, 3:1 against both its sides, over any colour, in light, dark and forced colours." },
    { says: "The ring is never cut off." },
    { says: "Targets are at least 24 by 24 pixels." },
    { says: "Controls are at least 44 by 44 pixels where a finger points." },
    { says: "Pinch and drag have buttons too." },
    { says: "Things happen on release, and moving away cancels." },
    { says: "Wheel and one finger scroll the page; the wheel zooms with Ctrl or while focus is inside." },
    { says: "A tip stays while the pointer is on it, and goes with Escape; focus opens it as the pointer does." },
    { says: "Nothing is said by hovering alone." },
  ],
  Announcements: [
    { says: "One polite status region, there from the start, silent at first.", byHand: "with three screen readers" },
    {
      says: "Zoom and pan are told once after half a second of rest: how many events, and from when to when.",
      byHand: "with three screen readers",
    },
    {
      says: "What a search finds is told, as is that nothing is there; focus stays.",
      byHand: "with three screen readers",
    },
    {
      says: "Live data are told at most every 5 seconds, or not at all.",
      byHand: "with three screen readers",
    },
    { says: "Opening details moves focus there, closing brings it back.", byHand: "with three screen readers" },
    {
      says: "Counts have the six plural forms of Arabic, and the digits of the locale.",
      byHand: "with an Arabic voice",
    },
  ],
  Alternatives: [
    { says: "A control shows all events as a table, in order of time, with the same filter." },
    { says: "The table has a caption, headers with scope and dates for machines; long ones come in pages." },
    { says: "Name, label, table and paper say the same date." },
    { says: "The data as a file are reached by key." },
    { says: "Without script, a picture made on the server holds the texts in the order of time." },
  ],
  "Visual adaptation": [
    { says: "Texts have 4.5:1 and marks 3:1 in both themes, on bands of eras too." },
    { says: "Colour is never the only sign: the kind or lane is written." },
    { says: "Ten colours stay apart without one kind of cone." },
    { says: "320 pixels, which is 400 % of 1280, hold everything without scrolling to the side." },
    { says: "Twice as large, nothing is lost.", byHand: "text alone at 200 % in Firefox" },
    { says: "More air between letters, words and lines loses nothing, and never parts joined letters." },
    { says: "Forced colours show marks, choice, focus and links." },
    { says: "More contrast and dark colours are obeyed, also while the page is open." },
    { says: "Reduced motion is obeyed, also while the page is open." },
    { says: "Nothing moves by itself." },
    { says: "Paper has all events with their dates, and links with their addresses." },
    { says: "A window 256 pixels high is enough." },
    { says: "The order of reading is the order of time, in both directions." },
    { says: "What has a side is mirrored; pictures without one are not." },
    { says: "Mixed texts, numbers and ranges read in the right order.", byHand: "with an Arabic voice" },
    { says: "axe finds nothing, in twelve states." },
    { says: "Names are unique, so that voice control can call them." },
    { says: "This page tells what is tested, by what, and what only by hand." },
  ],
};
