import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { brush, download, editing, overview, search, story, table } from "../../src/features/index.js";
import { createTimeline, type Timeline, type TimelineDocument } from "../../src/index.js";
import { frozen } from "../support/frozen.js";
import { runs } from "../support/full.js";
import { hostileDocument, takeConversions } from "../support/hostile/events.js";
import { preparePage } from "./page.js";

// Addresses of modules are those of the page here.
const TEXTS = (JSON.parse(readFileSync("test/fixtures/hostile/own.json", "utf8")) as readonly string[]).slice(0, 12);
/** In a full run as many as there are shapes of data, each of which every field has then had. */
const ROUNDS = Array.from({ length: runs(4, 18) }, (_, round) => round);
const LAYOUTS = ["flags", "list", "lanes", "density"] as const;

let page: ReturnType<typeof preparePage>;
let host: HTMLElement;
beforeEach(() => {
  page = preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const draw = (): void => {
  page.nextFrame();
  page.nextFrame();
};

/** Draws a timeline with every feature, opens all there is, and writes it. */
function look(round: number, given: TimelineDocument): Timeline {
  const [finding, files, rows] = [search(), download(), table()];
  const told = story({ chapters: frozen([{ title: TEXTS[0]!, text: TEXTS[1]!, focus: TEXTS[0]! }]) });
  const features = Object.freeze([finding, files, rows, told, editing(), overview(), brush()]);
  const options = Object.freeze({ ...given, layout: LAYOUTS[round % LAYOUTS.length]!, features });
  const timeline = createTimeline(host, options);
  draw();
  for (const { dataset } of host.querySelectorAll<HTMLElement>(".mizwala-event")) timeline.select(dataset["event"]);
  finding.set({ text: "a" });
  rows.open();
  told.go(0);
  draw();
  expect(files.svg()).toContain("<svg");
  expect(files.csv()).toContain(",");
  return timeline;
}

describe("Hostile data", () => {
  it("S2: that are no text become one once at most, whatever is done with a timeline", () => {
    let converted = 0;
    takeConversions();
    for (const round of ROUNDS) {
      look(round, hostileDocument(TEXTS, { round, isJSON: false })).destroy();
      const times = takeConversions();
      expect(times.filter((count) => count > 1)).toEqual([]);
      converted += times.length;
    }
    expect(converted).toBeGreaterThan(0);
  });

  it("S19: and options are never written to, be they frozen", () => {
    for (const round of ROUNDS) {
      const given = frozen(hostileDocument(TEXTS, { round, isJSON: false }));
      const timeline = look(round, given);
      for (const layout of LAYOUTS) {
        timeline.update(Object.freeze({ layout }));
        draw();
      }
      timeline.upsert(given.events);
      timeline.append(given.events);
      timeline.remove(frozen(TEXTS.slice(0, 5)));
      draw();
      timeline.update(Object.freeze({ events: given.events }));
      draw();
      timeline.destroy();
    }
  });
});
