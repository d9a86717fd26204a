import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTimeline, type Media, type Timeline, type TimelineEvent } from "../../src/index.js";
import { preparePage } from "./page.js";

let host: HTMLElement;
let made: Timeline | undefined;

const open = (media: readonly Media[]): HTMLElement => {
  const events: readonly TimelineEvent[] = [{ id: "a", date: "2020", title: "A", media }];
  made = createTimeline(host, { events });
  made.select("a");
  return host.querySelector<HTMLElement>(".mizwala-details")!;
};

beforeEach(() => {
  preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("A picture in the details", () => {
  const PICTURE: Media = { url: "https://pictures.invalid/a.jpg", alt: "A gate", credit: "An agency" };

  it("is a link with its words and its credit, and is not loaded", () => {
    const panel = open([PICTURE]);
    expect(panel.querySelector("img")).toBeNull();
    expect(panel.querySelector<HTMLAnchorElement>(".mizwala-media a")!.textContent).toBe("A gate");
    expect(panel.querySelector("figcaption")!.textContent).toBe("A gate · An agency");
  });

  it("A15: is loaded when the reader asks, says what it shows, and gets the focus of the button", () => {
    const panel = open([PICTURE]);
    const button = panel.querySelector<HTMLElement>(".mizwala-media button")!;
    expect(button.textContent).toBe("Show picture: A gate");
    button.focus();
    button.click();
    const picture = panel.querySelector("img")!;
    expect([picture.src, picture.alt, picture.getAttribute("referrerpolicy")]).toEqual([
      PICTURE.url,
      "A gate",
      "no-referrer",
    ]);
    expect(document.activeElement).toBe(picture);
    expect(button.isConnected).toBe(false);
  });

  it("that can't be loaded says so, and the link stays", () => {
    const panel = open([PICTURE]);
    panel.querySelector<HTMLElement>(".mizwala-media button")!.click();
    panel.querySelector("img")!.dispatchEvent(new Event("error"));
    expect(panel.querySelector("img")).toBeNull();
    expect(panel.querySelector(".mizwala-media [role=status]")!.textContent).toBe("The picture could not be loaded");
    expect(panel.querySelector(".mizwala-media a")).not.toBeNull();
  });

  it("at an address that is not allowed is text alone", () => {
    const panel = open([{ url: "javascript:alert(1)", alt: "A gate" }]);
    expect(panel.querySelector(".mizwala-media, img, a")).toBeNull();
    expect(panel.textContent).toContain("A gate");
  });
});
