import { describe, expect, it } from "vitest";
import { arabic } from "../../../src/locale/messages-ar.js";
import { english } from "../../../src/locale/messages-en.js";
import { createWords, type Message } from "../../../src/locale/messages.js";

function templatesOf(message: Message): string[] {
  return typeof message === "string" ? [message] : Object.values(message);
}

describe("createWords", () => {
  it("speaks Arabic in every Arabic locale, and English elsewhere", () => {
    expect(createWords("ar-SY").say("close")).toBe("إغلاق");
    expect(createWords("ar").lang).toBe("ar");
    expect(createWords("en-GB").say("close")).toBe("Close");
    expect(createWords("fr").lang).toBe("en");
    expect(createWords("fr").say("close")).toBe("Close");
    expect(createWords("not a tag").lang).toBe("en");
  });

  it.each([
    [0, "لا أحداث"],
    [1, "حدث واحد"],
    [2, "حدثان"],
    [3, "3 أحداث"],
    [10, "10 أحداث"],
    [11, "11 حدثاً"],
    [99, "99 حدثاً"],
    [100, "100 حدث"],
    [103, "103 أحداث"],
  ])("counts %i events by the six plural forms of Arabic", (n, text) => {
    expect(createWords("ar").say("events", { n })).toBe(text);
  });

  it("counts in English", () => {
    const { say } = createWords("en");
    expect([0, 1, 2].map((n) => say("events", { n }))).toEqual(["0 events", "1 event", "2 events"]);
    expect(say("hidden", { n: 1200 })).toBe("1,200 more events here");
  });

  it("writes numbers in the digits of the locale, or those asked for, but not within foreign words", () => {
    expect(createWords("ar-SY").say("more", { n: 12 })).toBe("\u200e+١٢");
    expect(createWords("ar-SY", {}, "latn").say("more", { n: 12 })).toBe("\u200e+12");
    expect(createWords("fa").say("events", { n: 12 })).toBe("12 events");
  });

  it("takes single messages from the caller, in their own plural forms and digits", () => {
    const words = createWords("fa", { events: "{n} رویداد", close: "بستن" });
    expect(words.say("events", { n: 12 })).toBe("۱۲ رویداد");
    expect(words.say("close")).toBe("بستن");
    expect(words.say("zoomIn")).toBe("Zoom in");
    expect(createWords("pl", { events: { few: "{n} zdarzenia", other: "{n} zdarzeń" } }).say("events", { n: 3 })).toBe(
      "3 zdarzenia",
    );
  });

  it("has a form for none in every language, and else that of the language for 0", () => {
    expect(createWords("en", { events: { zero: "none", other: "{n}" } }).say("events", { n: 0 })).toBe("none");
    expect(createWords("fr", { events: { one: "{n} fait", other: "{n} faits" } }).say("events", { n: 0 })).toBe(
      "0 fait",
    );
  });

  it("rounds counts from a million on, but no number that is given", () => {
    const { say, number } = createWords("en");
    expect([999_999, 1_234_567].map((n) => say("events", { n }))).toEqual(["999,999 events", "1.23 million events"]);
    expect(number(1_234_567)).toBe("1,234,567");
  });

  it("fills in texts as they are, and leaves a place that it knows nothing for", () => {
    const { say } = createWords("en", { details: "{nothing} of {text}" });
    expect(say("quote", { text: "{n} $& $1" })).toBe("“{n} $& $1”");
    expect(say("details", { text: "it" })).toBe("{nothing} of it");
  });

  it("knows ordinals", () => {
    const english = [1, 2, 3, 11, 21].map((n) => createWords("en").say("century", { n }));
    expect(english).toEqual(["1st century", "2nd century", "3rd century", "11th century", "21st century"]);
    const arabic = [1, 10, 13, 20, 22].map((n) => createWords("ar").say("century", { n }));
    expect(arabic).toEqual(["القرن الأول", "القرن العاشر", "القرن الثالث عشر", "القرن العشرون", "القرن الـ22"]);
    expect([1, 3].map((n) => createWords("ar").say("millennium", { n }))).toEqual([
      "الألفية الأولى",
      "الألفية الثالثة",
    ]);
    const feminine = [11, 16, 20, 21, 22].map((n) => createWords("ar").say("millennium", { n }));
    expect(feminine).toEqual([
      "الألفية الحادية عشرة",
      "الألفية السادسة عشرة",
      "الألفية العشرون",
      "الألفية الحادية والعشرون",
      "الألفية الـ22",
    ]);
  });

  it("has every message in both languages, with the same places but for words of the language", () => {
    const languageWords = new Set([
      "{ordinal}",
      "{genitive}",
      "{feminine}",
      "{tens}",
      "{position}",
      "{length}",
      "{n}",
      "{year}",
    ]);
    const places = (message: Message): string[] =>
      [...new Set(templatesOf(message).flatMap((template) => template.match(/\{\w+\}/g) ?? []))]
        .filter((place) => !languageWords.has(place))
        .sort();
    expect(Object.keys(arabic)).toEqual(Object.keys(english));
    for (const key of Object.keys(english) as (keyof typeof english)[]) {
      expect([key, places(arabic[key])]).toEqual([key, places(english[key])]);
      for (const template of templatesOf(arabic[key])) expect(template).not.toBe("");
    }
  });

  it("A49: has all six plural forms wherever Arabic counts", () => {
    for (const message of Object.values(arabic) as Message[]) {
      if (typeof message === "string") continue;
      expect(Object.keys(message)).toEqual(["zero", "one", "two", "few", "many", "other"]);
    }
  });
});
