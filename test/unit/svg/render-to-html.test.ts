import { afterEach, describe, expect, it } from "vitest";
import { JSDOM } from "jsdom";
import { readFileSync } from "node:fs";
import { renderToHTML, type MarkupOptions } from "../../../src/svg/index.js";

const example = JSON.parse(
  readFileSync(new URL("../../../examples/astana-damascus.json", import.meta.url), "utf8"),
) as MarkupOptions;
const parse = (html: string): Document => new JSDOM(`<!doctype html>${html}`).window.document;
const texts = (document: Document, selector: string): (string | null)[] =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent);

describe("A timeline as HTML", () => {
  it("is one section with title, list, marks and labels", () => {
    const document = parse(renderToHTML(example));
    const root = document.body.firstElementChild as HTMLElement;
    expect(document.body.children).toHaveLength(1);
    expect([root.tagName, root.lang, root.dir]).toEqual(["SECTION", "ar-SY", "rtl"]);
    expect(Object.fromEntries(Object.entries(root.dataset))).toEqual({
      ...{ static: "", layout: "flags", orientation: "horizontal", timeDirection: "rtl" },
    });
    expect(texts(document, "h2")).toEqual(["من أستانا إلى دمشق"]);
    expect(texts(document, "ol > li > time")[0]).toBe("الأربعاء 1 تموز/ يوليو 2020");
    expect(document.querySelectorAll("svg .mizwala-mark")).toHaveLength(5);
    expect(texts(document, "svg .mizwala-label .is-title").length).toBeGreaterThan(3);
  });

  it("holds no style attribute, no script and no address", () => {
    const html = renderToHTML({
      ...example,
      events: [...example.events, { date: "2020-07-03", title: "x", url: "https://example.com/" }],
    });
    const document = parse(html);
    expect(document.querySelectorAll("[style], style, script, [href], [src], [onclick]")).toHaveLength(0);
  });

  it.each(["<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "</section><script>", "&lt;b&gt;"])(
    "shows %j as text",
    (title) => {
      const document = parse(renderToHTML({ title, events: [{ date: "2020-07-09", title, id: title, lane: title }] }));
      expect(document.querySelectorAll("img, script, b b, [onload], [onerror]")).toHaveLength(0);
      expect(texts(document, "h2, ol > li > span")).toEqual([title, title]);
    },
  );

  it.each(["flags", "lanes", "list"] as const)("draws %s", (layout) => {
    const document = parse(renderToHTML({ ...example, layout, width: layout === "list" ? 360 : 1120 }));
    expect(document.querySelector<HTMLElement>(".mizwala")!.dataset["layout"]).toBe(layout);
    expect(document.querySelectorAll(".mizwala-mark")).toHaveLength(5);
  });

  it("says that there is nothing where there is nothing", () => {
    const document = parse(renderToHTML({ events: [] }));
    expect(document.querySelector<HTMLElement>(".mizwala-plot")!.hidden).toBe(true);
    expect(document.querySelector<HTMLElement>(".mizwala-empty")!.hidden).toBe(false);
  });

  it("throws for a width that none is, and for an option that none is", () => {
    expect(() => renderToHTML({ events: [], width: NaN })).toThrow("options.width");
    expect(() => renderToHTML({ events: [], layout: "circle" as "list" })).toThrow("options.layout");
  });

  describe("on other machines", () => {
    const { TZ } = process.env;
    afterEach(() => {
      if (TZ === undefined) delete process.env["TZ"];
      else process.env["TZ"] = TZ;
    });
    it("is the same in every time zone", () => {
      const all = ["UTC", "Asia/Damascus", "America/Los_Angeles", "Pacific/Kiritimati"].map((zone) => {
        process.env["TZ"] = zone;
        return renderToHTML(example);
      });
      expect(new Set(all).size).toBe(1);
    });
  });
});
