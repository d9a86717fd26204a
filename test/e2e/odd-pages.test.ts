import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimelineOptions } from "../../src/index.js";
import { safeUrl } from "../../src/base/url.js";
import { bundle } from "../support/bundle.js";
import type { Driver } from "../support/driver.js";
import { ENGINES, engines } from "../support/engines.js";
import { PICTURE_OF } from "../support/picture-of.js";
import type { TestPage, TestServer } from "../support/server.js";
import { serveStage, stagePage } from "../support/stage.js";
import { summit, summitInEnglish } from "./example.js";

const HELP = `${PICTURE_OF}
const draw = (options, host = document.body.insertBefore(document.createElement("div"), document.body.firstChild), library = mizwala) => {
  const timeline = library.createTimeline(host, options);
  timeline.select("agreement");
  return { timeline, host, root: host.querySelector(".mizwala") };
};
const restore = [];
const put = (object, key, value) => {
  const before = Object.getOwnPropertyDescriptor(object, key);
  restore.push(() => (before ? Object.defineProperty(object, key, before) : delete object[key]));
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
};`;

/** What old libraries do to the objects of all others, and worse. */
const SPOIL = `
for (const name of ["each", "last", "first", "contains", "remove", "clone", "inspect", "toJSON2"]) {
  put(Array.prototype, name, () => { throw new Error("Array.prototype." + name); });
  put(Object.prototype, name, () => { throw new Error("Object.prototype." + name); });
}
for (const name of ["href", "onclick", "innerHTML", "style", "src", "srcdoc", "url", "__html", "data"])
  put(Object.prototype, name, "javascript:alert(1)");
put(Function.prototype, "extend", function () { return this; });
put(String.prototype, "blank", () => true);
put(Number.prototype, "times", () => undefined);
put(HTMLElement.prototype, "update", () => { throw new Error("update"); });
put(Element.prototype, "hide", () => { throw new Error("hide"); });
// Methods of their own, that do as the standard says.
const wrap = (object, names) => {
  for (const name of names) {
    const own = object[name];
    put(object, name, function (...given) { return own.apply(this, given); });
  }
};
wrap(Array.prototype, ["map", "filter", "forEach", "reduce", "some", "every", "indexOf", "find", "concat", "slice", "sort", "flatMap", "flat", "includes", "at"]);
wrap(String.prototype, ["trim", "split", "replace", "startsWith", "padStart"]);
wrap(Function.prototype, ["bind"]);
wrap(Object, ["keys", "entries", "values", "assign", "fromEntries"]);
wrap(Array, ["isArray"]);
// As Prototype.js has them: one knows what has a length alone, and no function; the other is gone.
put(Array.prototype, "entries", undefined);
put(Array, "from", (items) => {
  if (!items) return [];
  if ("toArray" in Object(items)) return items.toArray();
  const length = items.length || 0;
  const found = new Array(length);
  for (let i = 0; i < length; i++) found[i] = items[i];
  return found;
});
wrap(EventTarget.prototype, ["addEventListener", "removeEventListener"]);
wrap(Element.prototype, ["querySelector", "querySelectorAll", "closest", "append", "remove", "setAttribute"]);
for (const name of ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame"]) {
  const own = window[name].bind(window);
  put(window, name, (...given) => own(...given));
}`;

/** Names in the page that some script might take for its own. */
const NAMES = [
  "config",
  "options",
  "events",
  "timeline",
  "host",
  "getElementById",
  "querySelector",
  "forms",
  "cookie",
  "agreement",
];
const CLOBBER = `${NAMES.map((name) => `<img name="${name}" alt=""><a id="${name}"></a><form name="${name}"><input name="id"></form>`).join("")}
  <form id="mizwala-event"><input name="parentNode"><input name="attributes"></form>
  <div hidden class="mizwala"><b class="mizwala-plot">not one of ours</b><ol class="mizwala-list"></ol></div>`;

const NONCE = {
  "content-security-policy": `default-src 'none'; script-src 'self'; style-src 'nonce-once'; img-src 'self'`,
};
const pageOf = (script = "", body = ""): string =>
  stagePage({ body, css: "html { overflow-y: scroll; }" })
    .replace("<style", '<style nonce="once"')
    .replace('<script src="/library.js">', `<script src="/help.js"></script>${script}<script src="/library.js">`);
const file = (html: string): TestPage => ({ html, headers: { "content-type": "text/javascript; charset=utf-8" } });

/** Random addresses of what the parsers of addresses differ in most: schemes, slashes, hosts, ports, controls and escapes. */
const SCHEMES = [
  "https:",
  "http:",
  "javascript:",
  "JaVaScRiPt:",
  "data:",
  "mailto:",
  "tel:",
  "file:",
  "blob:",
  "ftp:",
  "x-custom:",
  "ws:",
  "",
];
const PIECES = [
  ...Array.from("/\\?#@:.%&=;,[]|^`{}<>\"' \t\n\u0000\u0001\u00a0\u00ad\u200b\u202e\ufeff"),
  ...[
    "//",
    "\\\\",
    "///",
    "..",
    "%2e",
    "%00",
    "%3A",
    "%zz",
    "a",
    "example.org",
    "user:pass@",
    ":8080",
    ":99999",
    "127.1",
    "0x7f.1",
    "[::1]",
    "xn--e1afmkfd",
    "مثال",
    "ß",
    "\u{1f600}",
    "\ud800",
    "javascript:",
    "&colon;",
  ],
];
const ADDRESSES = fc.sample(
  fc
    .tuple(fc.constantFrom(...SCHEMES), fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }))
    .map(([scheme, rest]) => scheme + rest.join("")),
  { numRuns: 10_000, seed: 20200709 },
);

type Verdict = string | null;
/** Where links lead to; engines differ in which signs of a path they escape, and in nothing else. */
const verdicts = (texts: readonly string[], decide: typeof safeUrl): Verdict[] =>
  texts.map((text) => {
    const link = decide(text);
    return link ? [link.href.slice(0, 5), link.host, link.isExternal].join(" ") : null;
  });

let site: TestServer;
beforeAll(async () => {
  const library = await bundle();
  // Another version: its own name, and other styles.
  const other = library
    .replace("var mizwala =", "var older =")
    .replaceAll(".mizwala .mizwala-subtitle {", "$& text-indent: 7px;");
  site = await serveStage({
    "/help.js": file(HELP),
    "/spoil.js": file(SPOIL),
    "/older.js": file(other),
    "/address.js": file(await bundle("src/base/url.ts")),
    "/address": `<!doctype html><title>address</title><script src="/address.js"></script>`,
    "/plain": pageOf(),
    "/spoilt": pageOf('<script src="/spoil.js"></script>'),
    "/clobbered": pageOf("", CLOBBER),
    "/nonce": { html: pageOf(), headers: NONCE },
    "/two": pageOf('<script src="/older.js"></script>'),
  });
});
afterAll(() => site.close());

const SCENES: readonly TimelineOptions[] = [
  summit,
  { ...summitInEnglish, layout: "list", theme: "dark", controls: false },
  { ...summit, layout: "lanes", timeDirection: "ltr", theme: "light", headingLevel: 4, numerals: "arab" },
  { ...summitInEnglish, orientation: "vertical", details: false, shortcuts: false, calendar: "islamic-umalqura" },
];

describe.each(ENGINES)("In %s", (engine) => {
  let browser: Driver;
  let alone: string[];
  beforeAll(async () => {
    browser = await engines[engine]({ width: 1000, height: 900, hasReducedMotion: true });
    alone = await pictures("plain");
  });
  afterAll(() => browser.close());

  /** The scenes, one after the other in a page. */
  const pictures = async (path: string): Promise<string[]> => {
    await browser.goto(`${site.url}/${path}`);
    await browser.run(`(async () => {
      window.pictures = [];
      for (const options of ${JSON.stringify(SCENES)}) {
        const { timeline, host, root } = draw(options);
        await settled();
        pictures.push(pictureOf(root));
        timeline.destroy();
        host.remove();
      }
      for (const back of restore.reverse()) back();
    })()`);
    const found = await browser.run<string[]>("pictures");
    expect(await browser.problems()).toEqual([]);
    return found;
  };

  it.each([
    ["S18: whose prototypes are spoilt", "spoilt"],
    ["S22: whose elements have names that scripts use", "clobbered"],
    ["S10: whose policy knows a nonce alone", "nonce"],
  ])("shows the same in a page %s", async (_name, path) => {
    for (const picture of alone) expect(picture.length).toBeGreaterThan(5_000);
    expect(await pictures(path)).toEqual(alone);
  });

  it("S23, R9: shows twenty timelines with opposite options in one page, each as it is alone", async () => {
    await browser.goto(`${site.url}/plain`);
    const [found, sheets] = await browser.run<[string[], number[]]>(`(async () => {
      const scenes = ${JSON.stringify(SCENES)};
      const drawn = Array.from({ length: 20 }, (_, i) => draw(scenes[i % scenes.length]));
      await settled();
      // What one is told is no business of the others.
      drawn[1].timeline.update({ theme: "light", locale: "ar" });
      drawn[2].timeline.select();
      drawn[3].timeline.destroy();
      await settled();
      const found = drawn.slice(4).map(({ root }) => pictureOf(root));
      const sheets = [document.adoptedStyleSheets.length];
      for (const { timeline } of drawn) timeline.destroy();
      return [found, [...sheets, document.adoptedStyleSheets.length]];
    })()`);
    expect(found).toEqual(Array.from({ length: 16 }, (_, i) => alone[i % SCENES.length]));
    expect(sheets).toEqual([1, 0]);
    expect(await browser.problems()).toEqual([]);
  });

  it("R10: shows timelines of two versions in one page, of which the first has the name of the element", async () => {
    await browser.goto(`${site.url}/two`);
    const found = await browser.run<Record<string, unknown>>(`(async () => {
      const [first, second] = ${JSON.stringify([SCENES[0], SCENES[1]])};
      const both = [draw(first, undefined, older), draw(second), draw(first), draw(second, undefined, older)];
      const make = (name) => {
        const element = document.createElement(name);
        element.options = first;
        document.body.append(element);
        return element;
      };
      // Defining it once more, by the same version or by another, is no error.
      for (const library of [older, mizwala]) library.defineTimelineElement();
      mizwala.defineTimelineElement({ name: "newer-timeline" });
      const elements = [make("mizwala-timeline"), make("newer-timeline")];
      await settled();
      const indentOf = ({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector(".mizwala-subtitle")).textIndent;
      const roots = both.map(({ root }) => pictureOf(root));
      const indents = elements.map(indentOf);
      for (const { timeline } of both) timeline.destroy();
      return { indents, isSame: [roots[0] === roots[2], roots[1] === roots[3]], left: document.adoptedStyleSheets.length };
    })()`);
    expect(found).toEqual({ indents: ["7px", "0px"], isSame: [true, true], left: 0 });
    expect(await browser.problems()).toEqual([]);
  });

  it("S12: decides about 10,000 random addresses as Node does", async () => {
    await browser.goto(`${site.url}/address`);
    const there = await browser.run<Verdict[]>(`(${String(verdicts)})(${JSON.stringify(ADDRESSES)}, mizwala.safeUrl)`);
    const here = verdicts(ADDRESSES, safeUrl);
    expect(ADDRESSES.flatMap((text, i) => (here[i] === there[i] ? [] : [[text, here[i], there[i]]]))).toEqual([]);
    expect(here.filter(Boolean).length).toBeGreaterThan(1_500);
  });

  it("S16: puts nothing outside of its box, whatever its data and options are", async () => {
    await browser.goto(`${site.url}/plain`);
    const reach = `position: fixed; inset: 0; z-index: 9`;
    const hostile: TimelineOptions[] = (["flags", "lanes", "list", "density"] as const).flatMap((layout) =>
      (["below", "popover"] as const).map((detailsPlacement) => ({
        ...{ layout, detailsPlacement, locale: "en", title: "M".repeat(3_000), subtitle: reach, font: "serif" },
        events: [
          {
            id: "agreement",
            kind: "k",
            date: "2020-07-08",
            title: "W".repeat(3_000),
            summary: `style="${reach}"`,
            lane: "L".repeat(3_000),
          },
          {
            id: reach,
            date: "2020-07-09",
            title: "\u0301\u0335\u20dd".repeat(900),
            summary: "<b style='" + reach + "'>",
            url: "https://example.org/" + "x".repeat(3_000),
          },
          ...["style", "class", "left", "width", "x", "y", "transform"].map((name, i) => ({
            date: `2020-07-1${i}`,
            title: name,
            [name]: reach,
            lane: reach,
            importance: 1e9,
          })),
        ] as never,
      })),
    );
    const found = await browser.run<{ out: string[]; hits: number; count: number }>(`(async () => {
      const host = document.body.appendChild(document.createElement("div"));
      host.style.cssText = "position: absolute; left: 200px; top: 150px; width: 560px";
      const out = [];
      let [hits, count] = [0, 0];
      for (const options of ${JSON.stringify(hostile)}) {
        const { timeline, root } = draw(options, host);
        await settled();
        const box = root.getBoundingClientRect();
        const { innerWidth: right, innerHeight: bottom } = window;
        const inside = (x, y) => root.contains(document.elementFromPoint(x, y));
        for (const [x, y] of [[1, 1], [right - 2, 1], [1, bottom - 2], [right - 2, bottom - 2], [box.x - 4, 300], [box.right + 4, 300], [400, box.y - 4]])
          if (inside(x, y)) out.push("hit at " + [x, y]);
        if (inside(box.x + 40, box.y + 40)) hits++;
        for (const element of root.querySelectorAll("*")) {
          count++;
          if (["fixed", "sticky"].includes(getComputedStyle(element).position)) out.push("fixed " + element.className);
        }
        if (document.documentElement.scrollWidth > right) out.push("wider than the page: " + options.layout);
        timeline.destroy();
      }
      host.remove();
      return { out, hits, count };
    })()`);
    expect(found.out).toEqual([]);
    expect(found.hits).toBe(hostile.length);
    expect(found.count).toBeGreaterThan(500);
    expect(await browser.problems()).toEqual([]);
  });
});
