import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { writePage } from "../../../src/cli/page-text.js";
import type { TimelineDocument } from "../../../src/model/options.js";
import { bundle } from "../../support/bundle.js";
import { readText } from "./blocks.js";
import { openPage } from "./reader.js";

const example = JSON.parse(readText("examples/astana-damascus.json")) as TimelineDocument;

let script = "";
beforeAll(async () => {
  script = await bundle();
});

const build = (document: TimelineDocument, code = script): string => writePage(document, code);

describe("The page to embed", () => {
  it("is a list of the events in order of time for readers without script", async () => {
    const { document } = await openPage(build(example, "").replaceAll("<script>", '<script type="text/plain">'));
    const items = [...document.querySelectorAll("ol > li")];
    expect(items.map((item) => item.querySelector("time")?.dateTime)).toEqual([
      "2020-07-01",
      "2020-07-07",
      "2020-07-07",
      "2020-07-08",
      "2020-07-09",
    ]);
    expect(items[2]!.textContent).toBe("الثلاثاء 7 تموز/ يوليو 2020: وصول باقري إلى دمشق");
    expect(document.querySelector("h1")?.textContent).toBe("من أستانا إلى دمشق");
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(["ar-SY", "rtl"]);
  });

  it("puts the timeline in the place of the list", async () => {
    const { document, problems } = await openPage(build(example));
    expect(problems).toEqual([]);
    expect([...document.querySelector("main")!.children].map(({ className }) => className)).toEqual(["mizwala"]);
    expect(document.querySelectorAll(".mizwala-list > li")).toHaveLength(5);
    expect(document.querySelector("h1")?.textContent).toBe("من أستانا إلى دمشق");
  });

  it("keeps the list where the timeline can't be drawn", async () => {
    const { document } = await openPage(build(example, "const mizwala = { startPage() { throw new Error() } };"));
    expect(document.querySelectorAll("main ol > li")).toHaveLength(5);
  });

  it("holds its events as data for search engines, and texts for previews", async () => {
    const { document } = await openPage(writePage({ ...example, subtitle: "x" }, "", "https://news.example/a.png"));
    const { itemListElement, ...list } = JSON.parse(
      document.querySelector('script[type="application/ld+json"]')!.textContent,
    ) as { itemListElement: readonly { readonly item: unknown }[] };
    expect(list).toEqual({ "@context": "https://schema.org", "@type": "ItemList", name: "من أستانا إلى دمشق" });
    expect(itemListElement.map(({ item }) => item)).toContainEqual({
      "@type": "Event",
      name: "لقاء الأسد وباقري",
      startDate: "2020-07-09",
      description: "بحث العلاقات الثنائية والاتفاقية",
    });
    const previews = [...document.querySelectorAll("meta[property]")].map((meta) => meta.getAttribute("content"));
    expect(previews).toEqual(["article", "من أستانا إلى دمشق", "x", "https://news.example/a.png"]);
  });

  it("points to nothing outside of itself", async () => {
    const { document } = await openPage(build(example));
    const elements = [...document.querySelectorAll("*")];
    const loading = ["src", "srcset", "href", "xlink:href", "data", "poster", "background", "action", "style"];
    const found = elements.flatMap((element) =>
      loading
        .filter((name) => /\/\/|url\(/.test(element.getAttribute(name) ?? ""))
        .map((name) => `${element.tagName} ${name}`),
    );
    expect(found).toEqual([]);
    expect(document.querySelectorAll("link, img, iframe, object, embed, script[src], base")).toHaveLength(0);
    expect(document.querySelector("style")!.textContent).not.toMatch(/url\(|@import/);
  });

  it("has a policy that allows its own script and style and nothing else", async () => {
    const { document } = await openPage(build(example));
    const hashOf = (selector: string): string => {
      const text = document.querySelector(selector)!.textContent;
      return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    };
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute("content");
    expect(policy!.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${hashOf("script:not([type])")}`,
      `style-src ${hashOf("style")}`,
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it.each(["</script><img src=x onerror=alert(1)>", "<!--<script>", "\u2028</title><b>", '"><svg onload=alert(1)>'])(
    "shows %j as text",
    async (title) => {
      const document: TimelineDocument = { title, events: [{ date: "2020-07-09", title, id: title }] };
      const page = await openPage(build(document));
      expect(page.problems).toEqual([]);
      expect(page.document.querySelectorAll("img, b, [onload], [onerror]")).toHaveLength(0);
      expect(JSON.parse(page.document.getElementById("data")!.textContent)).toEqual(document);
      expect(page.document.querySelectorAll(".mizwala-list > li")).toHaveLength(1);
    },
  );

  it("can hold a script that speaks of the end of scripts", async () => {
    const page = await openPage(build(example, `${script}; window.end = "</script><!--";`));
    expect(page.problems).toEqual([]);
    expect(page.document.defaultView!).toHaveProperty("end", "</script><!--");
  });
});
