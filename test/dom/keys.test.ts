import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTimeline, type Timeline, type TimelineOptions } from "../../src/index.js";
import { EVENTS, preparePage } from "./page.js";

let host: HTMLElement;
let made: Timeline | undefined;

const make = (options: Partial<TimelineOptions> = {}): Timeline =>
  (made = createTimeline(host, { locale: "ar-SY", events: EVENTS, ...options }));
const list = (): HTMLElement => host.querySelector<HTMLElement>(".mizwala-keys")!;
const isShown = (): boolean => !list().classList.contains("mizwala-hidden");
const buttonOf = (id: string): HTMLElement => host.querySelector(`.mizwala-event[data-event="${id}"]`)!;
/** Whether a key was left to the browser. */
const press = (key: string, init: KeyboardEventInit = {}): boolean =>
  document.activeElement!.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }),
  );

beforeEach(() => {
  preparePage(1072);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  made?.destroy();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("The list of keys", () => {
  it("A31: is there from the start for those who hear it, a line for each key", () => {
    make();
    const lines = [...list().children].map(({ textContent }) => textContent);
    expect(lines).toHaveLength(7);
    expect(lines[0]).toContain("مفاتيح الأسهم");
    expect(isShown()).toBe(false);
  });

  it("A31: is shown by the question mark, which hides it again, and so does Escape; focus goes there and back", () => {
    make();
    buttonOf("arrival").focus();
    expect(press("?")).toBe(false);
    expect([isShown(), document.activeElement === list()]).toEqual([true, true]);
    expect(press("Escape")).toBe(false);
    expect([isShown(), document.activeElement === buttonOf("arrival")]).toEqual([false, true]);
    press("?");
    press("?");
    expect([isShown(), document.activeElement === buttonOf("arrival")]).toEqual([false, true]);
  });

  it("says what the keys of a feature do", () => {
    make({ features: [{ name: "own", start: () => ({ keys: () => ["X: nothing"] }) } as never] });
    expect(list().lastElementChild!.textContent).toBe("X: nothing");
  });
});

describe("Letters", () => {
  const TITLES = ["أزمة", "اتفاق أول", "لقاء", "إعلان", "الـقِمّة", "Ärger", "Arm 2"];
  const type = (letters: string): (string | undefined)[] =>
    [...letters].map((letter) => {
      press(letter);
      return document.activeElement?.getAttribute("data-event") ?? undefined;
    });
  beforeEach(() => {
    make({ events: TITLES.map((title, i) => ({ id: `e${i}`, date: `2020-07-0${i + 1}`, title })) });
    buttonOf("e0").focus();
  });

  it("A26: go to the event that begins with them, whatever the hamza, diacritics and case", () => {
    expect(type("اعل").at(-1)).toBe("e3");
    vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(1e15);
    expect(type("القم").at(-1)).toBe("e4");
    vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(2e15);
    expect(type("arm").at(-1)).toBe("e6");
  });

  it("go from one to the next with the same letter again, and around", () => {
    expect(type("اااا")).toEqual(["e1", "e3", "e4", "e0"]);
  });

  it("find words inside titles where no title begins so, and leave focus where there is nothing", () => {
    expect(type("2").at(-1)).toBe("e6");
    vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(1e15);
    expect(type("xyz").at(-1)).toBe("e6");
  });

  it("are left alone where the author wants no single keys", () => {
    made!.update({ shortcuts: false });
    expect(press("ل")).toBe(true);
  });
});

describe("Single keys", () => {
  it("A24: do nothing where the author wants none; arrows still do", () => {
    make({ shortcuts: false });
    buttonOf("astana").focus();
    for (const key of ["+", "-", "0", "?"]) expect(press(key)).toBe(true);
    expect(isShown()).toBe(false);
    expect(press("ArrowLeft")).toBe(false);
    expect(document.activeElement).toBe(buttonOf("arrival"));
  });

  it("A33, A34: are left to fields that somebody writes in, to the browser and to screen readers", () => {
    make({ renderDetails: () => document.createElement("input") });
    buttonOf("astana").click();
    const field = host.querySelector("input")!;
    field.focus();
    for (const key of ["?", "+", "ArrowLeft", "Home"]) expect(press(key)).toBe(true);
    buttonOf("astana").focus();
    for (const held of ["ctrlKey", "altKey", "metaKey"]) {
      for (const key of ["?", "+", "0", "f", "ArrowLeft", "Home"]) expect(press(key, { [held]: true })).toBe(true);
    }
  });
});
