import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTimeline, type Timeline } from "../../src/index.js";
import { preparePage } from "./page.js";

let host: HTMLElement;
let made: Timeline | undefined;
beforeEach(() => {
  preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("The details of an event", () => {
  it("have a summary with its emphasis, its lines and its links, each in its direction", () => {
    const summary = [
      "بحث ",
      { text: "العلاقات", emphasis: true },
      "\n",
      { text: "SANA", lang: "en", url: "https://sana.sy/" },
      { text: "<b>", url: "javascript:alert(1)" },
    ];
    const timeline = createTimeline(host, {
      locale: "ar-SY",
      events: [{ id: "one", date: "2020-07-09", title: "لقاء", summary }],
    });
    made = timeline as unknown as Timeline;
    timeline.select("one");
    const element = host.querySelector<HTMLElement>(".mizwala-details-summary")!;
    expect(element.dir).toBe("rtl");
    expect([...element.children].map(({ localName, textContent }) => `${localName} ${textContent}`)).toEqual([
      "em العلاقات",
      "br ",
      "a  SANA",
    ]);
    const link = element.querySelector("a")!;
    expect([link.href, link.rel, link.title]).toEqual(["https://sana.sy/", "noopener noreferrer", "sana.sy"]);
    expect(link.querySelector("bdi")?.lang).toBe("en");
    expect(element.textContent).toBe("بحث العلاقات SANA<b>");
    expect(timeline.issues.map(({ code, path }) => `${code} ${path}`)).toContain(
      "url-refused events[0].summary[4].url",
    );
  });
});
