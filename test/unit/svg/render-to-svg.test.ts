import { execFileSync } from "node:child_process";
import { buildSync } from "esbuild";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { MizwalaError } from "../../../src/base/errors.js";
import type { EventBase } from "../../../src/model/input.js";
import { PALETTES } from "../../../src/scene/theme.js";
import { renderToSVG, type PictureOptions } from "../../../src/svg/index.js";
import { anyEvents } from "../layout/laid-out.js";
import { runs } from "../../support/full.js";

const parameters = { seed: 20200709, numRuns: 30 };
const { DOMParser } = new JSDOM().window;

const draw = (options: PictureOptions<EventBase>): string => renderToSVG<EventBase>(options);

/** The document of a picture; fails where it is not well-formed XML. */
function parsed(svg: string): Document {
  const document = new DOMParser().parseFromString(svg, "application/xml");
  expect(document.querySelector("parsererror")?.textContent).toBeUndefined();
  return document;
}

function elementsOf(svg: string): Element[] {
  return [...parsed(svg).querySelectorAll("*")];
}

const ALLOWED = ["svg", "title", "desc", "g", "rect", "line", "path", "text", "tspan"];
const FORBIDDEN_NAME = /^(on|style$|href$|src$|xlink)/;
const FORBIDDEN_VALUE = /NaN|undefined|Infinity|null|\[object|url\(|e[+-]\d/;

/** Fails where a picture holds what none may hold, whatever the data. */
function expectClean(svg: string): void {
  const elements = elementsOf(svg);
  const attributes = elements.flatMap((element) => [...element.attributes]);
  expect(elements.map(({ localName }) => localName).filter((name) => !ALLOWED.includes(name))).toEqual([]);
  expect(attributes.filter(({ name }) => FORBIDDEN_NAME.test(name))).toEqual([]);
  const isNumberOrWord = ({ name }: Attr): boolean => name !== "data-event";
  const values = attributes.filter(isNumberOrWord).map(({ value }) => value);
  expect(values.filter((value) => FORBIDDEN_VALUE.test(value))).toEqual([]);
}

const events: EventBase[] = [
  { kind: "summit", date: "2020-07-01", title: "قمة أستانا", summary: "عبر الفيديو" },
  { kind: "signing", date: "2020-07-08", title: [{ text: "توقيع " }, { text: "MoU", lang: "en" }] },
  { date: "2020-07", title: "COVID-19 في تموز" },
];
const astana: PictureOptions<EventBase> = { title: "من أستانا إلى دمشق", locale: "ar-SY", events, source: "BBC" };

const silent: PictureOptions<EventBase> = {
  locale: "en",
  layout: "flags",
  breaks: "auto",
  events: ["1914", "1915", "1916", "1917", "1990", "1991"].map((date) => ({ date, title: `In ${date}` })),
};

const HOSTILE = [
  `</text><script>alert(1)</script>`,
  `"><foreignObject onload="x">`,
  `&lt;&amp;&#0;&nbsp;`,
  `]]><!-- <![CDATA[ --> <?php ?>`,
  `\ud800 lone \udc00 halves`,
  `nul \u0000 bell \u0007 escape \u001b next \u0085 none \ufffe\uffff`,
  `\u2068isolated\u2069 \u202eoverridden`,
  `javascript:alert(1)`,
  `undefined NaN [object Object]`,
];

describe("renderToSVG", () => {
  it("writes well-formed XML without script, style or references, for random data in any size.", () => {
    const size = fc.record({
      width: fc.integer({ min: 100, max: 3000 }),
      layout: fc.constantFrom("auto", "flags", "lanes", "list"),
      locale: fc.constantFrom("ar-SY", "en"),
      timeDirection: fc.constantFrom("auto", "ltr", "rtl"),
    });
    fc.assert(
      fc.property(anyEvents, size, (random, options) => {
        expectClean(draw({ ...options, events: random, title: "Random" }));
      }),
      parameters,
    );
  });

  it.each(HOSTILE)("escapes %j wherever a text can stand.", (text) => {
    const svg = draw({
      events: [{ date: "2020-07-08", title: text, summary: text, id: text, kind: text }],
      title: text,
      subtitle: text,
      source: text,
      kinds: [{ kind: text, label: text }],
      width: 2000,
    });
    expectClean(svg);
    expect(svg).not.toMatch(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/u);
  });

  it("says a hostile title letter by letter, as text.", () => {
    const [title] = HOSTILE;
    const texts = elementsOf(draw({ events: [{ date: "2020", title: title! }], width: 2000 }))
      .filter(({ localName }) => localName === "text")
      .map(({ textContent }) => textContent);
    expect(texts.join("")).toContain("</text><script>");
  });

  it("gives each line of text an element with a direction of its own, and no isolate characters.", () => {
    const svg = draw(astana);
    const lines = elementsOf(svg).filter(({ localName }) => localName === "text");
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(["ltr", "rtl"]).toContain(line.getAttribute("direction"));
    expect(svg).not.toMatch(/[\u2066-\u2069\u202a-\u202e\u200e\u200f]/);
    expect(svg).toMatch(/<tspan direction="ltr" unicode-bidi="isolate" text-anchor="end" xml:lang="en">MoU/);
  });

  it("anchors each line at the side where it stands, in the sense of its own direction.", () => {
    const anchors = (title: string): (string | null)[] =>
      elementsOf(draw({ events: [{ date: "2020", title }], locale: "ar-SY" }))
        .filter((element) => element.classList.contains("is-title"))
        .map((element) => `${element.getAttribute("direction")} ${element.getAttribute("text-anchor")}`);
    expect(anchors("قمة")).toEqual(["rtl start"]);
    expect(anchors("Summit")).toEqual(["ltr end"]);
  });

  it("A3: has a name and a description, in the language of the timeline.", () => {
    const document = parsed(draw(astana));
    expect(document.documentElement.getAttribute("xml:lang")).toBe("ar-SY");
    expect(document.querySelector("title")?.textContent).toBe("من أستانا إلى دمشق");
    expect(document.querySelector("desc")?.textContent).toContain("٣");
    expect(parsed(draw({ events: [] })).querySelector("title")?.textContent).toBe("Timeline");
  });

  it("A54: holds the texts of all events in the order of time, for pages without script.", () => {
    const titles = elementsOf(draw(astana)).filter((element) => element.classList.contains("is-title"));
    const days = elementsOf(draw(astana)).filter((element) => element.classList.contains("is-meta"));
    expect(titles.length).toBeGreaterThan(2);
    // Days of July 2020, but for the years of lines that begin with one.
    const read = days.flatMap(({ textContent }) => /[٠-٩\d]+/.exec(textContent)?.[0] ?? []).filter((n) => n.length < 3);
    expect(read.length).toBeGreaterThan(1);
    expect(read).toEqual(read.toSorted());
  });

  it("is as wide and as high as told.", () => {
    const sizeOf = (options: Partial<PictureOptions<EventBase>>): (string | null)[] => {
      const { documentElement } = parsed(draw({ ...astana, ...options }));
      return ["width", "height", "viewBox"].map((name) => documentElement.getAttribute(name));
    };
    expect(sizeOf({})[0]).toBe("1120");
    expect(sizeOf({ width: 640, height: 500 })).toEqual(["640", "500", "0 0 640 500"]);
  });

  it.each([0, 99, 20_001, -5, NaN, Infinity, "wide", null, {}])("does not take %o for a width.", (width) => {
    expect(() => draw({ events: [], width: width as number })).toThrow(MizwalaError);
  });

  it("does not take an unknown option, and names the option.", () => {
    expect(() => draw({ events: [], ...{ colour: "red" } })).toThrow(/^options\.colour/);
  });

  it.each([
    ["light", "light"],
    ["dark", "dark"],
    ["auto", "light"],
  ] as const)("has the colours of the %s theme as values: those of %s.", (theme, palette) => {
    const svg = draw({ ...astana, theme });
    const allowed = new Set<string | null>(["none", ...Object.values(PALETTES[palette])]);
    const used = elementsOf(svg).flatMap((element) => [element.getAttribute("fill"), element.getAttribute("stroke")]);
    expect(used.filter((paint) => paint !== null && !allowed.has(paint))).toEqual([]);
    expect(svg).toContain(`fill="${PALETTES[palette].paper}"`);
  });

  it("throws nothing but a MizwalaError for any JSON as a document, and keeps the file clean.", () => {
    const row = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          date: fc.oneof(
            fc.constantFrom("2020", "2020-07/..", "Y-999999999", "9999-12-31T23:59:59Z", 1e15),
            fc.jsonValue(),
          ),
          title: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
          kind: fc.jsonValue(),
          importance: fc.jsonValue(),
          id: fc.jsonValue(),
          partOf: fc.jsonValue(),
        },
        { requiredKeys: ["date"] },
      ),
    );
    const document = fc.oneof(
      fc.jsonValue().filter((value) => typeof value === "object" && value !== null),
      fc.record({ events: fc.oneof(fc.array(row), fc.jsonValue()) }),
      fc.record({ events: fc.array(row), title: fc.jsonValue(), domain: fc.jsonValue(), height: fc.jsonValue() }),
    );
    let drawn = 0;
    fc.assert(
      fc.property(document, (options) => {
        try {
          expectClean(draw(options as PictureOptions<EventBase>));
          drawn++;
        } catch (error) {
          if (!(error instanceof MizwalaError)) throw error;
        }
      }),
      { ...parameters, numRuns: runs(80, 2_000) },
    );
    expect(drawn).toBeGreaterThan(20);
  });

  it("writes the same bytes in every time zone of the machine.", () => {
    const zones = ["UTC", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia"];
    const { outputFiles } = buildSync({
      stdin: {
        contents: `import { renderToSVG } from "./src/svg/index.js"; process.stdout.write(renderToSVG(${JSON.stringify({
          ...astana,
          events: [...events, { date: "2018-11-04T00:30", title: "DST" }, { date: "2011-12-30", title: "Apia" }],
        })}));`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
    });
    const pictures = zones.map((TZ) =>
      execFileSync(process.execPath, ["--input-type=module"], {
        input: outputFiles[0]!.contents,
        env: { ...process.env, TZ },
        encoding: "utf8",
      }),
    );
    expect(pictures[0]).toContain("</svg>");
    expect(new Set(pictures).size).toBe(1);
  });

  it("says in its description what the axis leaves out, and draws where.", () => {
    const svg = draw(silent);
    expectClean(svg);
    expect(parsed(svg).querySelector("desc")?.textContent).toBe(
      "6 events · Left out of the axis: from 1918 to 1989 · 71 years",
    );
    expect(svg).toContain(">71 years<");
    expect(parsed(svg).querySelectorAll(".mizwala-break").length).toBe(1);
    expect(parsed(draw({ ...silent, layout: "list" })).querySelector("desc")?.textContent).toBe("6 events");
    expect(draw({ ...silent, breaks: "none" })).not.toContain("mizwala-break");
  });
});
