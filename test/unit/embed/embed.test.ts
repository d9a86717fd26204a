import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { heightIn } from "../../../src/embed/height.js";
import { embedSnippet, readAddress } from "../../../src/embed/index.js";
import { findOptionFaults } from "../../../src/model/options.js";

const PAGE = "https://news.example/a/embed.html";

describe("What an address asks for", () => {
  it("is read from its query, and over that from behind its #", () => {
    expect(
      readAddress(`${PAGE}?locale=en&layout=list&controls=false&domain=2020-07/2020-08#locale=fa&select=a%20b`),
    ).toEqual({
      options: { locale: "fa", layout: "list", controls: false, domain: { from: "2020-07", to: "2020-08" } },
      select: "a b",
    });
  });

  it("is passed over where it can't be, or may not be asked", () => {
    const wrong = "locale=<b>&layout=circle&theme=x&domain=never/now&title=Mine&events=[]&font=x&hash=true&messages={}";
    expect(readAddress(`${PAGE}?${wrong}`)).toEqual({ options: {} });
  });

  it.each([
    ["moon.json", "https://news.example/a/moon.json"],
    ["/moon.json", "https://news.example/moon.json"],
    ["https://news.example/b.json", "https://news.example/b.json"],
    ["https://evil.example/b.json", undefined],
    ["//evil.example/b.json", undefined],
    ["\\\\evil.example/b.json", undefined],
    ["http://news.example/b.json", undefined],
    ["javascript:alert(1)", undefined],
    ["data:application/json,[]", undefined],
    ["blob:https://news.example/1", undefined],
    ["https://", undefined],
  ])("may be a file of the same site and no other: %s", (src, wanted) => {
    expect(readAddress(`${PAGE}?src=${encodeURIComponent(src)}`).src).toBe(wanted);
  });

  it("is sound whatever the address is", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("locale", "domain", "src", "2020", "=", "&", "{"),
    );
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (query, hash) => {
        const { options } = readAddress(`${PAGE}?${query.join("")}#${hash.join("")}`);
        expect(findOptionFaults(options)).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("A height in a message", () => {
  it("is one sound number and nothing else", () => {
    expect(heightIn({ mizwala: "height", height: 512.5 })).toBe(512.5);
    const wrong = [
      ...[undefined, null, 512, "512", [512], {}, { height: 512 }, { mizwala: "height" }],
      ...[NaN, Infinity, 0, -1, 1e6, "512", null, [512], { valueOf: () => 512 }].map((height) => ({
        mizwala: "height",
        height,
      })),
      { mizwala: "height", height: 512, more: 1 },
      { mizwala: "other", height: 512 },
    ];
    expect(wrong.map(heightIn).filter((height) => height !== undefined)).toEqual([]);
  });
});

describe("A snippet", () => {
  it("is a frame with no right but to run its script, and the script that follows its height", () => {
    const html = embedSnippet({
      src: `${PAGE}?a=1#b`,
      title: '"<From> & to"',
      request: { locale: "ar-SY", domain: "2020/2021" },
      script: "/embed.iife.js",
    });
    const { document } = new JSDOM(html).window;
    const frame = document.querySelector("iframe")!;
    expect(frame.src).toBe(`${PAGE}?a=1&locale=ar-SY&domain=2020%2F2021#b`);
    expect([frame.title, frame.getAttribute("sandbox"), frame.height]).toEqual([
      '"<From> & to"',
      "allow-scripts",
      "640",
    ]);
    expect(frame.dataset["mizwala"]).toBe("");
    expect(document.querySelector("script")!.src).toBe("/embed.iife.js");
    expect(readAddress(frame.src).options).toEqual({ locale: "ar-SY", domain: { from: "2020", to: "2021" } });
  });

  it("is the frame alone where no script is named", () => {
    expect(embedSnippet({ src: PAGE, title: "x" })).toMatch(/^<iframe [^>]*><\/iframe>$/);
  });
});
